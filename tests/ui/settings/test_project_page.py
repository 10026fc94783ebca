"""Where the open project renders, and what becomes of its renders; checked in its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.project.project import open_project
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.settings.project_page import ProjectPage
from tests.ui.hands import Hands
from tests.ui.windows import open_in


def _page(window: MainWindow) -> ProjectPage:
    window.settings.show()
    assert window.settings.shown is not None
    window.settings.shown.show_item("Project", "")
    page = window.settings.shown.page("Project")
    assert isinstance(page, ProjectPage)
    return page


def _stored(folder: Path) -> ProjectSettings:
    with open_project(folder, read_only=True) as project:
        return project.settings()


def test_without_a_project_there_is_nothing_to_set(window: MainWindow) -> None:
    page = _page(window)
    assert page.note.text.startswith("Open a project")
    assert not page.server.isEnabled()
    assert window.settings.shown is not None
    window.settings.shown.close()


def test_any_server_and_one_of_them_can_be_chosen(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, page = Hands(qtbot, window), _page(window)
    before = _stored(project_folder).server_url
    box = page.findChild(QComboBox, "project_server")
    assert isinstance(box, QComboBox)
    hands.wait(lambda: box.count() == 3)  # any, the project's own, this computer
    assert box.currentData() == before
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    hands.wait(lambda: _stored(project_folder).server_url == ANY_SERVER)
    hands.wait(lambda: window.state.settings is not None and not window.state.settings.server_url)
    assert [server.name for server in window.servers.relevant] == ["This computer"]
    assert window.settings.shown is not None
    window.settings.shown.close()


def test_the_policy_is_kept_in_the_project(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    page = _page(window)
    chosen = page.findChild(QRadioButton, f"policy_{BecomesCurrent.ASK.value}")
    assert isinstance(chosen, QRadioButton)
    qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton, pos=chosen.rect().center() / 4)
    Hands(qtbot, window).wait(lambda: _stored(project_folder).becomes_current is BecomesCurrent.ASK)
    assert window.settings.shown is not None
    window.settings.shown.close()
