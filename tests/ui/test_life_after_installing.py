"""Mistakes of the program are told and their reports shown; newer releases only where allowed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.services import releases
from restitch_app.services.crash_reports import CrashReports
from restitch_app.services.releases import Release, ReleasesUnknown
from restitch_app.ui.app import OpenedFiles
from restitch_app.ui.building import built_window
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.outside import Outside
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.watches.crash_dialog import CrashDialog
from restitch_app.ui.watches.crash_watch import KEY as MISTAKE
from restitch_app.ui.watches.release_watch import KEY as NEWER
from tests.ui.contexts import own_servers
from tests.ui.windows import bench_on, leave

PATIENCE_MS = 30_000


@pytest.fixture
def reports(tmp_path: Path) -> CrashReports:
    return CrashReports(tmp_path / "reports")


@pytest.fixture
def window_on(theme: Theme, tmp_path: Path, reports: CrashReports) -> Callable[[], MainWindow]:
    servers = own_servers(tmp_path / "settings")

    def made() -> MainWindow:
        outside = Outside(bench_on, lambda: servers, crashes=reports)
        window = built_window(outside, WindowMemory(tmp_path / "window.ini"), theme)
        window.show()
        return window

    return made


def test_a_report_is_read_copied_saved_and_removed(
    qtbot: QtBot, window_on: Callable[[], MainWindow], reports: CrashReports, tmp_path: Path
) -> None:
    window = window_on()
    with reports.watching():
        sys.excepthook(RuntimeError, RuntimeError("a mistake of ours"), None)
        qtbot.waitUntil(lambda: window.notices.has(MISTAKE), timeout=PATIENCE_MS)
    notice = window.notices.worst
    assert notice is not None
    notice.ways[0].take()
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None, timeout=PATIENCE_MS)
    (dialog,) = window.findChildren(CrashDialog)
    dialog.copy()
    assert "a mistake of ours" in QGuiApplication.clipboard().text()
    dialog.save(tmp_path / "for you.txt")
    assert "a mistake of ours" in (tmp_path / "for you.txt").read_text(encoding="utf-8")
    (remove,) = dialog.findChildren(QPushButton, "crash_remove")
    remove.click()
    qtbot.waitUntil(lambda: not window.notices.has(MISTAKE), timeout=PATIENCE_MS)
    assert reports.left() == ()
    leave(qtbot, window)


def test_a_double_click_on_macos_opens_the_project_once_there_is_a_window(
    qapp: QApplication,
) -> None:
    opened: list[Path] = []
    files = OpenedFiles(qapp, opened.append)
    qapp.sendEvent(qapp, QFileOpenEvent("/scenes/lake/project.restitch"))
    assert opened == []
    assert files.ready() == Path("/scenes/lake")
    qapp.sendEvent(qapp, QFileOpenEvent("/scenes/pan/project.restitch"))
    assert opened == [Path("/scenes/pan")]
    qapp.removeEventFilter(files)


def test_nobody_is_asked_for_a_newer_release_until_it_is_allowed(
    qtbot: QtBot, window_on: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def newest(home: str, _own: str) -> Release:
        asked.append(home)
        return Release("9.0", f"{home}/releases/tag/v9.0")

    monkeypatch.setattr(releases, "home_page", lambda: "https://example.org/restitch")
    monkeypatch.setattr(releases, "newer_release", newest)
    leave(qtbot, window_on())  # which waits for all that was begun
    assert asked == []
    window = window_on()
    window.preferences.choose_release_check(True)
    qtbot.waitUntil(lambda: window.notices.has(NEWER), timeout=PATIENCE_MS)
    assert asked == ["https://example.org/restitch"]
    leave(qtbot, window)
    leave(qtbot, window_on())
    assert len(asked) == 1, "once a day"


def test_where_nobody_answers_it_is_not_asked_again_that_day(
    qtbot: QtBot, window_on: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def unknown(home: str, _own: str) -> Release:
        asked.append(home)
        raise ReleasesUnknown("Nobody answered")

    monkeypatch.setattr(releases, "home_page", lambda: "https://example.org/restitch")
    monkeypatch.setattr(releases, "newer_release", unknown)
    window = window_on()
    window.preferences.choose_release_check(True)
    qtbot.waitUntil(lambda: len(asked) == 1)
    leave(qtbot, window)
    leave(qtbot, window_on())
    assert len(asked) == 1
