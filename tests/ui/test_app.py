from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.services.crash_reports import CrashReports
from restitch_app.ui import building
from restitch_app.ui.app import run_window
from restitch_app.ui.background.later import DIALOGS
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import Recent, WindowMemory
from restitch_app.ui.theme.theme import Theme
from tests.patience import PATIENCE_MS
from tests.ui.contexts import own_servers
from tests.ui.windows import outside

SHOWN = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from restitch_app.ui.outside import Outside
from restitch_app.ui.building import built_window
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.theme.theme import Theme
app = QApplication([])
outside = Outside(lambda project: None, lambda: None)
window = built_window(outside, WindowMemory(Path(sys.argv[1])), Theme(app))
window.show()
from restitch_app.ui.background import later
heavy = ("numpy", "cv2", "av", "peewee", "requests", *later.DIALOGS)
print(*(name for name in heavy if name in sys.modules))
from PySide6.QtCore import QTimer
later.FIRST_AFTER_MS = later.BETWEEN_MS = 0
later.load_later(window).destroyed.connect(app.quit)
QTimer.singleShot(30_000, app.quit)
app.exec()
print(*(name for name in heavy if name in sys.modules))
window.close()
"""


def test_the_window_is_shown_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", SHOWN, str(tmp_path / "window.ini")],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    at_first, after = shown.stdout.splitlines()
    assert at_first == ""
    assert after.split() == list(DIALOGS)


def _leave_when_open(window: MainWindow, seen: list[Path | None]) -> None:
    def leave() -> None:
        seen.append(window.session.folder)
        QTimer.singleShot(0, window, window.close)

    window.session.opened.connect(leave)


def test_the_program_opens_the_project_it_was_given_and_ends_when_closed(
    qtbot: QtBot, qapp: QApplication, theme: Theme, project_folder: Path, tmp_path: Path
) -> None:
    seen: list[Path | None] = []
    code = run_window(
        outside(own_servers(tmp_path)),
        project_folder,
        settings=tmp_path / "window.ini",
        on_ready=lambda window: _leave_when_open(window, seen),
    )
    assert (code, seen) == (0, [project_folder])


def test_without_a_project_the_last_one_opens(
    qtbot: QtBot, qapp: QApplication, theme: Theme, project_folder: Path, tmp_path: Path
) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    memory.note_recent(Recent(str(project_folder), "Lake", ""))
    memory.save()
    seen: list[Path | None] = []
    run_window(
        outside(own_servers(tmp_path)),
        settings=tmp_path / "window.ini",
        on_ready=lambda window: _leave_when_open(window, seen),
    )
    assert seen == [project_folder]


def test_the_demo_can_be_started_at_once(
    qtbot: QtBot, qapp: QApplication, theme: Theme, project_folder: Path, tmp_path: Path
) -> None:
    seen: list[Path | None] = []
    run_window(
        outside(own_servers(tmp_path), project_folder),
        start_demo=True,
        settings=tmp_path / "window.ini",
        on_ready=lambda window: _leave_when_open(window, seen),
    )
    assert seen == [project_folder]


def test_a_window_that_could_not_be_made_says_so_and_can_be_closed(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in a step is reported as any other; the window tells where, and is no trap."""

    def broken(*_given: object) -> None:
        raise ZeroDivisionError("a step of the window")

    monkeypatch.setattr(building, "_make_docks", broken)
    crashes = CrashReports(tmp_path / "reports")
    shown: list[MainWindow] = []
    seen: list[str] = []

    def look(window: MainWindow) -> None:
        shown.append(window)
        looking.start(20)

    def press() -> None:
        page = shown[0].findChild(QWidget, "unmade")
        if page is None:
            return
        looking.stop()
        seen.extend(label.text() for label in page.findChildren(QLabel))
        close = page.findChild(QPushButton, "close_unmade")
        assert isinstance(close, QPushButton)
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)

    looking = QTimer()
    looking.timeout.connect(press)
    patience = QTimer(singleShot=True)
    patience.timeout.connect(lambda: qapp.exit(1))
    patience.start(PATIENCE_MS)
    with crashes.watching():
        code = run_window(
            replace(outside(own_servers(tmp_path)), crashes=crashes),
            settings=tmp_path / "window.ini",
            on_shown=look,
        )
    patience.stop()
    looking.stop()
    (report,) = crashes.left()
    assert code == 0
    assert "could not be made" in seen[0]
    assert str(report) in seen[1]
    assert "ZeroDivisionError: a step of the window" in report.read_text(encoding="utf-8")
