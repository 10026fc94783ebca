from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import Recent, WindowMemory
from restitch_app.ui.pieces.widgets import ElidedLabel
from restitch_app.ui.welcome.drop_area import dropped_project
from restitch_app.ui.welcome.recent_row import RecentRow
from tests.ui.windows import answers_of, open_in


def test_an_opened_project_is_a_recent_one_with_its_facts(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    [row] = window.welcome.rows
    assert row.recent.name == "Scene 1"
    assert row.recent.facts == "5 segments · 81 frames · 5.1 s"
    assert row.recent.smooth == 4
    assert Path(row.recent.first_frame).is_file()
    with qtbot.waitSignal(window.session.closed):
        window.session.close()
    assert window.pages.currentWidget() is window.welcome
    with qtbot.waitSignal(window.session.opened):
        qtbot.mouseClick(row_of(window), Qt.MouseButton.LeftButton)
    assert window.session.folder == project_folder


def row_of(window: MainWindow) -> RecentRow:
    return window.welcome.rows[0]


def test_a_project_that_is_gone_keeps_its_row_and_can_be_located(
    qtbot: QtBot, make_window: Callable[..., MainWindow], project_folder: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "window.ini"
    memory = WindowMemory(settings)
    memory.note_recent(Recent(str(tmp_path / "old place"), "Lake", "5 segments"))
    memory.save()
    window = make_window(settings)
    qtbot.waitUntil(lambda: "can't be found" in row_of(window).accessibleName())
    answers_of(window).folder = project_folder
    locate = row_of(window).findChild(QPushButton, "locate")
    assert isinstance(locate, QPushButton)
    with qtbot.waitSignal(window.session.opened):
        qtbot.mouseClick(locate, Qt.MouseButton.LeftButton)
    assert [row.recent.folder for row in window.welcome.rows] == [str(project_folder)]


def test_rows_can_be_searched_removed_and_cleared(
    qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    settings = tmp_path / "window.ini"
    memory = WindowMemory(settings)
    for name in ("Lake", "Cave", "Orchard"):
        memory.note_recent(Recent(str(tmp_path / name), name, ""))
    memory.save()
    window = make_window(settings)
    search = window.welcome.findChild(QLineEdit, "search_recents")
    assert isinstance(search, QLineEdit)
    qtbot.keyClicks(search, "cav")
    assert [row.recent.name for row in window.welcome.rows if not row.isHidden()] == ["Cave"]
    search.clear()
    qtbot.waitUntil(lambda: all(row.is_missing for row in window.welcome.rows))
    remove = row_of(window).findChild(QPushButton, "remove")
    assert isinstance(remove, QPushButton)
    remove.click()
    assert [row.recent.name for row in window.welcome.rows] == ["Cave", "Lake"]
    clear = window.welcome.findChild(QPushButton, "clear_recents")
    assert isinstance(clear, QPushButton)
    clear.click()
    assert window.welcome.rows == ()
    assert not clear.isVisible()


@pytest.mark.parametrize("size", [(1120, 700), (1280, 800)])
def test_nothing_of_a_recent_project_is_cut_off(
    qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path, size: tuple[int, int]
) -> None:
    settings = tmp_path / "window.ini"
    memory = WindowMemory(settings)
    name = "Evening at the lake, second unit, with the long walk along the shore"
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "project.restitch").touch()
    for folder in ("gone", "there"):
        facts = "124 segments · 10 044 frames · 627.8 s"
        recent = Recent(str(tmp_path / folder), name, facts, opened_at="2025-11-18T09:00:00")
        memory.note_recent(recent)
    memory.save()
    window = make_window(settings)
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0])
    page = window.welcome
    qtbot.waitUntil(lambda: page.rows[1].is_missing)
    for row in page.rows:
        right = row.mapTo(page, row.rect().topRight()).x()
        assert right < page.width()
        for part in row.findChildren(QLabel) + row.findChildren(QPushButton):
            if part.isVisible():
                assert row.rect().contains(part.geometry()), part.text()
    assert not row_of(window).is_missing
    assert window.welcome.rows[1].findChild(QPushButton, "remove") is not None


def test_the_demo_is_made_and_opened(
    qtbot: QtBot, make_window: Callable[..., MainWindow], project_folder: Path
) -> None:
    window = make_window(demo=project_folder)
    button = window.welcome.findChild(QPushButton, "welcome_demo")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(window.session.opened):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.folder == project_folder
    texts = [label.text() for label in window.welcome.findChildren(QLabel)]
    assert "The demo's pictures are drawn, not generated by a model." in texts


def test_without_a_demo_nothing_offers_one(window: MainWindow) -> None:
    assert window.welcome.findChild(QPushButton, "welcome_demo") is None


def test_a_server_that_answers_is_kept_for_new_scenes(
    qtbot: QtBot, make_window: Callable[..., MainWindow], server: DemoServer, tmp_path: Path
) -> None:
    window = make_window(tmp_path / "window.ini")
    field = window.welcome.findChild(QLineEdit, "server_address")
    answer = window.welcome.findChild(ElidedLabel, "server_answer")
    assert isinstance(field, QLineEdit)
    assert isinstance(answer, ElidedLabel)
    field.setText("http://127.0.0.1:9")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "did not answer" in answer.accessibleName())
    field.setText(server.url)
    connect = window.welcome.findChild(QPushButton, "connect_server")
    assert isinstance(connect, QPushButton)
    qtbot.waitUntil(connect.isEnabled)
    qtbot.mouseClick(connect, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answer.accessibleName().startswith("Connected"))
    assert WindowMemory(tmp_path / "window.ini").server == server.url


def test_a_project_is_found_among_what_was_dropped(tmp_path: Path) -> None:
    project = tmp_path / "lake"
    project.mkdir()
    shutil.copy(__file__, project / "project.restitch")
    assert dropped_project((tmp_path / "a.mp4", project)) == project
    assert dropped_project((project / "project.restitch",)) == project
    assert dropped_project((tmp_path / "a.mp4", tmp_path)) is None


def test_a_recent_project_that_may_not_be_looked_at_counts_as_missing(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed, real = tmp_path / "closed", Path.is_file

    def refuse(path: Path) -> bool:
        if closed in path.parents:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "is_file", refuse)
    window = _with_recent(make_window, tmp_path, closed)
    qtbot.waitUntil(lambda: row_of(window).is_missing)


def test_a_disk_that_does_not_answer_holds_nothing_up(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    project_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As a share whose computer is gone: what is asked of it returns when it likes."""
    away, real = tmp_path / "away", Path.is_file
    was_asked, answers = threading.Event(), threading.Event()

    def slow(path: Path) -> bool:
        if away in path.parents:
            was_asked.set()
            assert answers.wait(60)
        return real(path)

    monkeypatch.setattr(Path, "is_file", slow)
    window = _with_recent(make_window, tmp_path, away)
    qtbot.waitUntil(was_asked.is_set)
    open_in(qtbot, window, project_folder)
    with qtbot.waitSignal(window.session.closed):
        window.session.close()
    assert not answers.is_set()
    answers.set()
    qtbot.waitUntil(lambda: window.welcome.rows[1].is_missing)


def _with_recent(
    make_window: Callable[..., MainWindow], tmp_path: Path, folder: Path
) -> MainWindow:
    settings = tmp_path / "window.ini"
    memory = WindowMemory(settings)
    memory.note_recent(Recent(str(folder), "Lake", "10 segments"))
    memory.save()
    return make_window(settings)
