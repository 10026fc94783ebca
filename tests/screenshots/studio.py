"""The window at work for a picture: with its own settings, list of servers and projects."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from restitch_app.demo.server import DemoServer
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import Server
from restitch_app.services.project.project import Project
from restitch_app.services.servers.keys import HeldKeys
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.workbench import Workbench, workbench
from restitch_app.ui.building import built_window
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import Recent, WindowMemory
from restitch_app.ui.outside import Outside
from restitch_app.ui.state.session import WINDOW
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.waiting import let_settle, wait_until
from tests.screenshots.camera import Camera
from tests.screenshots.shelf import Shelf

LOADED_S = 0.8
"""For thumbnails and the frame strip of a project that was just opened."""


@dataclass
class Studio:
    folder: Path
    theme: Theme
    camera: Camera
    server: DemoServer
    """Quick."""
    slow: DemoServer
    """Takes some seconds for a segment: long enough to be photographed at work."""

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self.shelf = Shelf(self.folder / "projects", self.server, self._own_bench)

    def _own_bench(self, project: Project) -> Workbench:
        servers = ServerList(self.folder / "servers", HeldKeys())
        return workbench(project, servers, "the screenshots")

    @contextmanager
    def window(
        self,
        project: Path | None = None,
        *,
        recents: Sequence[Recent] = (),
        url: str | None = None,
    ) -> Iterator[MainWindow]:
        """A window that is shown; on `project`, opened, where there is one.

        `url`: the only server it knows, called gpu-box.
        """
        own = self.folder / f"window-{next(self._numbers):02}"
        memory = WindowMemory(own / "window.ini")
        for recent in reversed(recents):
            memory.note_recent(recent)
        window = built_window(self._outside(own, url), memory, self.theme)
        stage = self.camera.stages[0]
        window.resize(stage.width, stage.height)
        window.show()
        try:
            if project is not None:
                self.open(window, project)
            yield window
        finally:
            _leave(window)
            shutil.rmtree(own, ignore_errors=True)

    def open(self, window: MainWindow, project: Path) -> None:
        window.open(project)
        wait_until(lambda: window.session.folder == project, f"{project.name} is open")
        let_settle(LOADED_S)

    def _outside(self, own: Path, url: str | None) -> Outside:
        servers = ServerList(own / "servers", HeldKeys())
        if url is not None:
            servers.save(Server(url, "gpu-box"))
            for other in servers.servers():
                if other.url != url:
                    servers.remove(other.url)

        def bench_with(project: Project) -> Workbench:
            return workbench(project, servers, WINDOW)

        return Outside(bench_with, lambda: servers, self._demo, own / "restitch.log")

    def _demo(self, _ctx: JobContext) -> Path:
        return self.shelf.copy(self.shelf.drawn, self.server.url)


def dialog_of(window: MainWindow) -> QDialog:
    """The one that opens."""
    wait_until(lambda: window.dialogs.shown is not None, "the dialog is shown")
    shown = window.dialogs.shown
    assert shown is not None
    return shown


def press(inside: QWidget, name: str) -> None:
    """The button of that name, once it can be pressed."""
    button = part(inside, name)
    wait_until(button.isEnabled, f"{name} can be pressed")
    assert isinstance(button, QPushButton)
    button.click()


def part(inside: QWidget, name: str) -> QWidget:
    found = inside.findChild(QWidget, name)
    assert found is not None, name
    return found


def job_is(window: MainWindow, kind: str) -> Callable[[], bool]:
    """Whether some card of the strip is of that kind."""
    return lambda: any(card.view.kind == kind for card in window.jobs.cards)


def _leave(window: MainWindow) -> None:
    """Close it and wait until everything is stopped."""
    if window.dialogs.shown is not None:
        window.dialogs.shown.reject()
    window.choice.agrees = lambda *_texts: True  # type: ignore[method-assign] # nobody is asked
    ended: list[bool] = []
    window.closed.connect(lambda: ended.append(True))
    window.close()
    wait_until(lambda: bool(ended), "the window is closed")
    window.deleteLater()
    let_settle(0.05)
