from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.services.project.project import create_project, open_project
from restitch_app.services.project.watching import Sight, Watching
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.header.scene_picker import ScenePicker
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.notices.banner import Banner
from restitch_app.ui.pieces.widgets import ElidedLabel
from tests.services.scenes import bench_on
from tests.ui.windows import answers_of, confirm, leave, open_in


def _text(window: MainWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.accessibleName() if isinstance(found, ElidedLabel) else found.text()


def test_without_a_project_the_welcome_page_shows(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.welcome
    assert not window.header.isVisible()
    assert not window.timeline.isVisible()
    assert _text(window, "status_text") == "No project open"
    assert not window.actions_[Act.APPROVE].isEnabled()
    assert window.actions_[Act.OPEN].isEnabled()


def test_every_action_is_answered_where_there_is_a_demo_and_a_log(window: MainWindow) -> None:
    unanswered = {act for act in Act if not window.actions_.is_answered(act)}
    assert unanswered == {Act.DEMO, Act.SHOW_LOG}


def test_the_welcome_page_leads_to_the_shortcuts(qtbot: QtBot, window: MainWindow) -> None:
    link = window.welcome.findChild(QPushButton, "welcome_shortcuts")
    assert isinstance(link, QPushButton)
    assert link.isVisible()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    shown = window.findChild(QDialog, "shortcuts_dialog")
    assert isinstance(shown, QDialog)
    assert shown.isVisible()
    shown.close()


def test_an_opened_project_fills_the_header(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    assert _text(window, "scene_title") == "Scene 1"
    assert (
        _text(window, "scene_facts") == "5 segments  ·  81 frames  ·  5.1 s  ·  16 fps  ·  160×96"
    )
    assert window.header.isVisible()
    assert window.pages.currentWidget() is window.viewer
    assert window.windowTitle() == "project – Restitch"
    assert window.actions_[Act.APPROVE].isEnabled()


def test_a_folder_without_a_project_is_told_in_a_banner(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.session.failed):
        window.open(tmp_path)
    banner = window.findChild(Banner)
    assert isinstance(banner, Banner)
    assert banner.isVisible()
    assert "no project here" in _text(window, "banner_title")
    assert window.pages.currentWidget() is window.welcome


def test_a_fault_of_our_own_while_opening_is_told_in_words(
    qtbot: QtBot, window: MainWindow, project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_watching: Watching, _published: Changes | None = None) -> NoReturn:
        raise ValueError("unforeseen")

    monkeypatch.setattr(Watching, "look", broken)
    with qtbot.waitSignal(window.session.failed):
        window.open(project_folder)
    assert _text(window, "banner_title") == "Opening the project did not work."


def test_what_was_published_is_shown_although_the_first_look_at_it_failed(
    qtbot: QtBot, window: MainWindow, project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_in(qtbot, window, project_folder)
    shown: list[Changes] = []
    window.state.scene_changed.connect(shown.append)
    look, faults = Watching.look, [StorageError("The database is busy")]

    def look_later(
        watching: Watching, published: Changes | None = None
    ) -> tuple[Sight, Changes] | None:
        if published is not None and faults:
            raise faults.pop()
        return look(watching, published)

    monkeypatch.setattr(Watching, "look", look_later)
    window.session.publish(Changes(segments=frozenset({3})))
    qtbot.waitUntil(lambda: bool(shown))
    assert not faults
    assert 3 in shown[0].segments


def test_another_project_replaces_the_open_one(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path, small_project: Path
) -> None:
    import shutil

    other = tmp_path / "other"
    shutil.copytree(small_project, other)
    open_in(qtbot, window, project_folder)
    open_in(qtbot, window, other)
    assert window.session.folder == other
    with open_project(project_folder) as freed:
        bench = bench_on(freed)
        assert bench.engine.lock.try_acquire("a test")
        bench.engine.lock.release()


def test_a_missing_server_is_told_with_ways_on(
    qtbot: QtBot, window: MainWindow, project_folder: Path, server: DemoServer
) -> None:
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: window.banner.isVisible())
    assert _text(window, "banner_title") == "ComfyUI at 127.0.0.1:9 is not answering."
    change = window.banner.findChild(QPushButton, "banner_way_1")
    assert isinstance(change, QPushButton)
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    dialog = window.settings.shown
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    add = dialog.findChild(QPushButton, "add_server")
    address = dialog.findChild(QLineEdit, "server_url")
    assert isinstance(add, QPushButton)
    assert isinstance(address, QLineEdit)
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(address, server.url)
    qtbot.keyClick(address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.banner.isVisible())
    qtbot.waitUntil(lambda: _text(window, "server_word") == "1 of 3 servers")
    dialog.close()


def test_a_regenerated_segment_becomes_a_card_and_then_current(
    qtbot: QtBot, window: MainWindow, served_folder: Path
) -> None:
    open_in(qtbot, window, served_folder)
    window.review.regenerate(RegenerationRequest(2))
    qtbot.waitUntil(lambda: len(window.jobs.cards) == 1)
    qtbot.waitUntil(lambda: window.state.jobs[-1].state is JobState.DONE)
    qtbot.waitUntil(lambda: _number(window, 2) == 2)
    qtbot.waitUntil(lambda: window.state.overview is not None and window.state.overview.stale != ())
    assert "stale" in _text(window, "status_text")
    [card] = window.jobs.cards
    qtbot.waitUntil(lambda: card.view.title == "Segment 3 v2")
    review = card.findChild(QPushButton, "review")
    assert isinstance(review, QPushButton)
    qtbot.mouseClick(review, Qt.MouseButton.LeftButton)
    old, new = window.state.jobs[-1].previous_segment_id, window.state.jobs[-1].result_segment_id
    qtbot.waitUntil(lambda: window.state.compare == (old, new))
    assert window.state.selected_segment == 2
    assert window.jobs.cards == []


def _number(window: MainWindow, index: int) -> int:
    version = window.state.current(index)
    return version.number if version else 0


def test_approving_clears_staleness_and_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, served_folder: Path
) -> None:
    open_in(qtbot, window, served_folder)
    window.review.regenerate(RegenerationRequest(1))
    qtbot.waitUntil(lambda: _stale(window) == (2, 3, 4))
    window.state.select_segment(2)
    window.actions_[Act.APPROVE].trigger()
    qtbot.waitUntil(lambda: _stale(window) == ())
    undo = window.actions_[Act.UNDO]
    qtbot.waitUntil(lambda: "segment 3" in undo.text())
    undo.trigger()
    qtbot.waitUntil(lambda: _stale(window) == (2, 3, 4))
    redo = window.actions_[Act.REDO]
    qtbot.waitUntil(redo.isEnabled)
    redo.trigger()
    qtbot.waitUntil(lambda: _stale(window) == ())


def _stale(window: MainWindow) -> tuple[int, ...]:
    return window.state.overview.stale if window.state.overview else ()


def test_what_another_program_decides_shows(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    with open_project(project_folder) as other:
        bench = bench_on(other)
        bench.versions.approve(other.scene(), 3)
    qtbot.waitUntil(lambda: _is_approved(window, 3))


def _is_approved(window: MainWindow, index: int) -> bool:
    version = window.state.current(index)
    return version is not None and version.is_approved


def test_a_second_window_opens_read_only_and_names_the_first(
    qtbot: QtBot, make_window: Callable[..., MainWindow], project_folder: Path, tmp_path: Path
) -> None:
    first, second = make_window(), make_window(tmp_path / "second.ini")
    open_in(qtbot, first, project_folder)
    open_in(qtbot, second, project_folder)
    assert second.state.is_read_only
    assert not first.state.is_read_only
    assert _text(second, "banner_title") == "This project is open elsewhere."
    assert "the Restitch window" in _text(second, "banner_text")
    second.state.select_segment(1)
    second.actions_[Act.APPROVE].trigger()
    assert second.notices.has("Approving segment 2")
    leave(qtbot, second)
    assert not _is_approved(first, 1)


def test_a_dropped_project_opens(qtbot: QtBot, window: MainWindow, project_folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project_folder))])
    with qtbot.waitSignal(window.session.opened):
        window.dropEvent(_drop(data))
    assert window.session.folder == project_folder


def test_dropped_clips_become_a_scene(
    qtbot: QtBot, window: MainWindow, small_clips: list[Path], tmp_path: Path
) -> None:
    window.project.memory.set_folder("projects", tmp_path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(clip)) for clip in small_clips[:2]])
    with qtbot.waitSignal(window.session.opened):
        window.dropEvent(_drop(data))
        confirm(qtbot, window)
    assert window.state.segment_count == 2
    assert window.session.folder is not None
    assert window.session.folder.parent == tmp_path


def _drop(data: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_closing_with_open_jobs_asks_and_they_go_on_at_the_next_start(
    qtbot: QtBot, make_window: Callable[..., MainWindow], slow_folder: Path, slow: DemoServer
) -> None:
    window = make_window()
    open_in(qtbot, window, slow_folder)
    window.review.regenerate(RegenerationRequest(2))
    qtbot.waitUntil(lambda: _job_state(window) is JobState.RUNNING)
    answers_of(window).says_yes = False
    window.close()
    assert window.isVisible()
    assert len(answers_of(window).asked) == 1
    answers_of(window).says_yes = True
    leave(qtbot, window)
    again = make_window()
    open_in(qtbot, again, slow_folder)
    qtbot.waitUntil(lambda: _job_state(again) is JobState.DONE)
    assert slow.prompts_received == 1


def _job_state(window: MainWindow) -> JobState | None:
    return window.state.jobs[-1].state if window.state.jobs else None


def test_an_empty_project_opens(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    create_project(tmp_path / "empty").close()
    open_in(qtbot, window, tmp_path / "empty")
    assert window.state.overview is None
    assert _text(window, "scene_title") == ""


@pytest.mark.parametrize(("width", "height"), [(1120, 700), (1280, 800)])
def test_nothing_is_cut_off_in_a_small_window_with_a_long_name(
    qtbot: QtBot, window: MainWindow, project_folder: Path, width: int, height: int
) -> None:
    with closing(sqlite3.connect(project_folder / "project.restitch")) as database, database:
        database.execute("update scenes set name = ?", ("A name that is too long " * 6,))
    window.resize(width, height)
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: _text(window, "scene_title").startswith("A name"))

    def squeezed() -> list[str]:
        return [
            part.objectName()
            for bar in (window.header, window.viewer.transport)
            for part in bar.findChildren(QWidget)
            if part.isVisible() and part.parentWidget() is bar
            if part.width() < min(part.minimumSizeHint().width(), part.maximumWidth())
            or not bar.rect().contains(part.geometry())
        ]

    qtbot.waitUntil(lambda: squeezed() == [])  # words arrive, then the layout


def test_a_project_with_two_scenes_shows_the_one_that_is_picked(
    qtbot: QtBot, window: MainWindow, project_folder: Path, small_clips: list[Path]
) -> None:
    open_in(qtbot, window, project_folder)
    picker = window.header.findChild(ScenePicker)
    assert isinstance(picker, ScenePicker)
    assert not picker.isVisible()
    with open_project(project_folder) as other:
        clips = bench_on(other).importing
        clips.import_clips(small_clips[:2], JobContext(), scene_name="Another")
    qtbot.waitUntil(picker.isVisible)
    window.state.show_segment(4)
    first, second = picker.menu().actions()
    assert (first.text(), first.isChecked()) == ("Scene 1", True)
    second.trigger()
    qtbot.waitUntil(lambda: _text(window, "scene_title") == "Another")
    assert window.state.segment_count == 2
    assert window.state.selected_segment == 0
    picker.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: _text(window, "scene_title") == "Scene 1")


def test_reviewing_a_job_of_another_scene_goes_to_that_scene(
    qtbot: QtBot, window: MainWindow, served_folder: Path, small_clips: list[Path]
) -> None:
    with open_project(served_folder) as other:
        clips = bench_on(other).importing
        clips.import_clips(small_clips[:2], JobContext(), scene_name="Another")
    open_in(qtbot, window, served_folder)
    first, second = window.state.scenes
    window.review.regenerate(RegenerationRequest(4))
    qtbot.waitUntil(lambda: _job_state(window) is JobState.DONE)
    window.session.choose_scene(second.id)
    qtbot.waitUntil(lambda: window.state.segment_count == 2)

    result = window.state.jobs[-1].result_segment_id
    window.jobs.cards[0].review_asked.emit(window.state.jobs[-1].id)
    qtbot.waitUntil(lambda: window.state.compare[1] == result)

    overview = window.state.overview
    assert overview is not None
    assert overview.scene.id == first.id
    assert window.state.selected_segment == 4


def test_undoing_what_was_done_in_another_scene_goes_to_that_scene(
    qtbot: QtBot, window: MainWindow, project_folder: Path, small_clips: list[Path]
) -> None:
    with open_project(project_folder) as other:
        clips = bench_on(other).importing
        clips.import_clips(small_clips[:2], JobContext(), scene_name="Another")
    open_in(qtbot, window, project_folder)
    first, second = window.state.scenes
    window.review.approve(4)
    qtbot.waitUntil(lambda: _is_approved(window, 4))
    window.session.choose_scene(second.id)
    qtbot.waitUntil(lambda: window.state.segment_count == 2)

    window.history.undo()

    qtbot.waitUntil(lambda: window.state.selected_segment == 4)
    overview = window.state.overview
    assert overview is not None
    assert overview.scene.id == first.id
    assert not _is_approved(window, 4)
