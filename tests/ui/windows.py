"""The real window on real projects, for tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from restitch_app.services.project.api_tokens import Doorkeeper, ProjectTokens
from restitch_app.services.project.project import Project
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.workbench import Workbench, workbench
from restitch_app.ui.building import built_window
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.outside import LocalApi, Outside, RunningApi
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.state.session import WINDOW
from restitch_app.ui.theme.theme import Theme
from tests.services.scenes import servers_of
from tests.ui.contexts import own_servers

PATIENT_MS = 400_000
"""For trying every remedy: some seconds of work, more where the computer has other work too."""


class Answers(FileChoice):
    """Answers prepared by a test, in place of the system's dialogs."""

    def __init__(self, window: MainWindow, memory: WindowMemory) -> None:
        super().__init__(window, memory)
        self.folder: Path | None = None
        self.files: list[Path] = []
        self.picture_file: Path | None = None
        self.target: Path | None = None
        """Folder where frames are saved, under the offered name."""
        self.says_yes = True
        self.asked: list[str] = []

    def lost_clip(self, name: str) -> Path | None:
        self.asked.append(name)
        return self.files[0] if self.files else None

    def project(self) -> Path | None:
        return self.folder

    def clips(self) -> list[Path]:
        return self.files

    def clips_to_insert(self) -> list[Path]:
        return self.files

    def picture(self) -> Path | None:
        return self.picture_file

    def start_image(self) -> Path | None:
        return self.picture_file

    def hand_over_file(self, name: str) -> Path | None:
        return self.target / name if self.target else None

    def handed_file(self) -> Path | None:
        return self.files[0] if self.files else None

    def frame_file(self, name: str) -> Path | None:
        return self.target / name if self.target else None

    def agrees(self, title: str, text: str, yes: str, no: str = "") -> bool:
        self.asked.append(text)
        return self.says_yes


def bench_on(project: Project) -> Workbench:
    return workbench(project, servers_of(project), WINDOW)


def served_here(settings: Path) -> LocalApi:
    """The real API; tokens are kept in that folder."""

    def serve(bench: Workbench, door: Doorkeeper, port: int) -> RunningApi:
        from restitch_app.api.server import LoopbackServer

        return LoopbackServer(bench, door, port).start()

    return LocalApi(lambda project: ProjectTokens(project, settings), serve)


def outside(servers: ServerList, demo: Path | None = None, settings: Path | None = None) -> Outside:
    """`demo`: the folder that making the demo comes to; `settings`: where tokens are kept."""

    def bench_with(project: Project) -> Workbench:
        return workbench(project, servers, WINDOW)

    make_demo = (lambda _ctx: demo) if demo else None
    api = served_here(settings) if settings else None
    return Outside(bench_with, lambda: servers, make_demo, api=api)


def new_window(theme: Theme, settings: Path, demo: Path | None = None) -> MainWindow:
    """Its list of servers lies beside `settings`, its keys in memory."""
    memory = WindowMemory(settings)
    servers = own_servers(settings.parent / "settings")
    window = built_window(outside(servers, demo, settings.parent), memory, theme)
    answers = Answers(window, memory)
    window.choice = window.project.choice = window.chain.choice = answers
    return window


def answers_of(window: MainWindow) -> Answers:
    assert isinstance(window.choice, Answers)
    return window.choice


def open_in(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    with qtbot.waitSignal(window.session.opened):
        window.open(folder)


def confirm(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for the dialog, and press Ctrl+Enter in it once it can be confirmed."""
    qtbot.waitUntil(lambda: window.dialogs.shown is not None)
    dialog = window.dialogs.shown
    assert dialog is not None
    go = next(b for b in dialog.findChildren(QPushButton) if b.property("kind") == "primary")
    qtbot.waitUntil(go.isEnabled)
    dialog.activateWindow()  # the offscreen platform leaves that to us
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def back_in_window(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the dialog is gone."""
    qtbot.waitUntil(lambda: window.dialogs.shown is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def leave(qtbot: QtBot, window: MainWindow) -> None:
    """Close it and wait until everything is stopped."""
    if not isValid(window):  # left by the test itself
        return
    if window.isVisible():
        with qtbot.waitSignal(window.closed):
            window.close()
    window.deleteLater()
