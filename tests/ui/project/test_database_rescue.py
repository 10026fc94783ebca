"""A project whose database cannot be read goes back to its backup from the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.services.project.project import DATABASE, open_project
from restitch_app.store.backups import backups_of
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.pieces.widgets import ElidedLabel
from restitch_app.ui.project.database_rescue import RESTORING
from restitch_app.ui.project.project_actions import OPENING
from tests.ui.hands import Hands


def _title(window: MainWindow) -> str:
    found = window.banner.findChild(QLabel, "banner_title")
    assert isinstance(found, ElidedLabel)
    return found.accessibleName()


def test_the_newest_sound_backup_is_one_press_away(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    database = project_folder / DATABASE
    with open_project(project_folder):
        assert backups_of(database)
    damaged = b"not a database any more" * 1000
    database.write_bytes(damaged)
    window.open(project_folder)
    qtbot.waitUntil(lambda: window.notices.has(OPENING))
    assert _title(window) == "The project database is damaged."
    assert database.read_bytes() == damaged

    Hands(qtbot, window).click("banner_way_0")
    qtbot.waitUntil(lambda: window.session.folder == project_folder)
    qtbot.waitUntil(lambda: not window.notices.has(OPENING))
    assert window.notices.has(RESTORING)
    overview = window.state.overview
    assert overview is not None
    assert overview.current
    (aside,) = project_folder.glob("project.damaged.*")
    assert aside.read_bytes() == damaged


def test_without_one_nothing_is_touched(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    database = project_folder / DATABASE
    with open_project(project_folder):
        pass
    for backup in backups_of(database):
        backup.path.unlink()
    whole = database.read_bytes()
    torn = whole[: len(whole) // 2]
    database.write_bytes(torn)
    window.open(project_folder)
    qtbot.waitUntil(lambda: window.notices.has(OPENING))
    Hands(qtbot, window).click("banner_way_0")
    qtbot.waitUntil(lambda: window.notices.has(RESTORING))
    assert "no sound backup" in _title(window)
    assert database.read_bytes() == torn
