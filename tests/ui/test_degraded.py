"""What stands in the way from outside is told in place, with a way on that works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.services.project.project import create_project
from restitch_app.ui.dialogs.new_scene_dialog import NewSceneDialog
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.pieces.widgets import ElidedLabel
from tests.ui.hands import Hands
from tests.ui.windows import answers_of, leave, open_in


def _banner(window: MainWindow) -> str:
    found = window.banner.findChild(QLabel, "banner_title")
    assert isinstance(found, QLabel)
    return found.text() if window.banner.isVisible() else ""


def test_a_folder_that_takes_nothing_can_be_changed_for_another(
    qtbot: QtBot, window: MainWindow, small_clips: list[Path], tmp_path: Path
) -> None:
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("")
    hands = Hands(qtbot, window)
    window.dialogs.new_scene(small_clips, in_the_way / "project", "Lake")
    hands.click("make_scene", hands.dialog())
    hands.back()
    hands.click("banner_way_0")
    dialog = hands.dialog()
    assert isinstance(dialog, NewSceneDialog)
    assert dialog.name.text() == "Lake"
    dialog.folder.setText(str(tmp_path / "project"))
    with qtbot.waitSignal(window.session.opened):
        hands.click("make_scene", dialog)
    hands.back()
    assert _banner(window) != "The file could not be written."


def test_a_project_that_was_closed_elsewhere_can_be_decided_in_again(
    qtbot: QtBot, make_window: Callable[..., MainWindow], served_folder: Path, tmp_path: Path
) -> None:
    first, second = make_window(tmp_path / "1.ini"), make_window(tmp_path / "2.ini")
    open_in(qtbot, first, served_folder)
    open_in(qtbot, second, served_folder)
    hands = Hands(qtbot, second)
    hands.wait(lambda: _banner(second) == "This project is open elsewhere.")
    leave(qtbot, first)
    with qtbot.waitSignal(second.session.opened):
        hands.click("banner_way_0")
    assert not second.state.is_read_only
    hands.wait(lambda: _banner(second) != "This project is open elsewhere.")


def test_an_empty_project_says_so_and_offers_to_make_a_scene(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, small_clips: list[Path]
) -> None:
    create_project(tmp_path / "empty").close()
    open_in(qtbot, window, tmp_path / "empty")
    hands = Hands(qtbot, window)
    hands.wait(lambda: _banner(window) == "This project has no segments yet.")
    said = hands.find("status_text", window.status)
    assert isinstance(said, ElidedLabel)
    assert said.accessibleName() == "No segments yet"
    answers_of(window).files = small_clips
    hands.click("banner_way_0")
    assert isinstance(hands.dialog(), NewSceneDialog)


def test_a_folder_without_a_project_offers_another(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open(tmp_path / "nothing")
    hands = Hands(qtbot, window)
    hands.wait(lambda: _banner(window) == "There is no project here.")
    assert "restitch new" not in window.banner.accessibleName()
    assert hands.find("banner_way_0").property("text").strip() == "Another project…"
