"""Walks the real window through the main job and photographs it: for the demo without a screen,
and for looking at every state in one go."""

from __future__ import annotations

import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from restitch_app.domain.jobs import JobState
from restitch_app.ui.building import built_window
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.inspector.boundary_words import LEAVES_AS_IS
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.outside import Outside
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from restitch_app.ui.waiting import TourStuck, let_settle, wait_until

log = logging.getLogger(__name__)

DIALOG_SIZE = (960, 684)
SETTLE_S = 0.4
"""For what has no end to wait for: pictures of neighbouring frames, thumbnails."""
RELAYOUT_S = 0.1
"""The least after a change of size."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How the window is shown while it is photographed."""

    name: str
    width: int
    height: int
    theme: ThemeChoice


STAGES = (
    Stage("dark-1600x1000", 1600, 1000, ThemeChoice.DARK),
    Stage("light-1600x1000", 1600, 1000, ThemeChoice.LIGHT),
    Stage("dark-1280x800", 1280, 800, ThemeChoice.DARK),
    Stage("light-1280x800", 1280, 800, ThemeChoice.LIGHT),
)


def photograph_main_job(
    outside: Outside, project: Path, segment: int, folder: Path, stages: tuple[Stage, ...] = STAGES
) -> list[Path]:
    """Regenerate `segment` (a sequence index) of the project in the real window, smooth the
    boundary after it, and write pictures of each step into `folder`. Returns their paths, in order.

    The project changes as by a reviewer's own hand. Blocks; call it on the main thread. Raises
    TourStuck when a step does not come about within a minute.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app = _app()
    with tempfile.TemporaryDirectory(prefix="restitch-tour-") as settings:
        memory = WindowMemory(Path(settings) / "window.ini")
        window = built_window(outside, memory, Theme(app, stages[0].theme))
        walk = _Walk(window, folder, stages)
        try:
            walk.main_job(project, segment)
        finally:
            walk.leave()
    return walk.pictures


def photograph_project(outside: Outside, project: Path, picture: Path) -> str:
    """Open the real window on the project, photograph it once a frame is shown, and close it.

    Returns the name of Qt's platform. Blocks; call it on the main thread. Raises TourStuck.
    """
    app = _app()
    stage = STAGES[0]
    with tempfile.TemporaryDirectory(prefix="restitch-tour-") as settings:
        memory = WindowMemory(Path(settings) / "window.ini")
        window = built_window(outside, memory, Theme(app, stage.theme))
        walk = _Walk(window, picture.parent, (stage,))
        try:
            walk.look(project, picture)
        finally:
            walk.leave()
    return app.platformName()


def _app() -> QApplication:
    app = QApplication.instance() or QApplication(["restitch"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    qInstallMessageHandler(_to_log)  # what a platform without a screen lacks is no news
    return app


def _to_log(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    log.info("Qt: %s", text)


class _Walk:
    def __init__(self, window: MainWindow, folder: Path, stages: tuple[Stage, ...]) -> None:
        self._window = window
        self._folder = folder
        self._stages = stages
        self.pictures: list[Path] = []

    def main_job(self, project: Path, segment: int) -> None:
        window, state = self._window, self._window.state
        window.show()
        self._photograph("welcome")
        window.open(project)
        wait_until(lambda: state.overview is not None, "the project is open")
        state.select_segment(segment)
        state.set_playhead((state.ranges[segment].start + state.ranges[segment].stop) // 2)
        self._photograph("bad-segment")

        window.actions_[Act.REGENERATE].trigger()
        wait_until(lambda: window.dialogs.shown is not None, "the dialog is shown")
        self._photograph_dialog("regenerate-dialog")
        dialog = window.dialogs.shown
        assert dialog is not None
        self._press(dialog, "regenerate")
        wait_until(self._is_rendering, "the server renders")
        self._photograph("rendering", settle=False)

        wait_until(lambda: self._number_of(segment) == 2, "the new version is current")
        wait_until(lambda: None not in state.compare, "old and new are compared")
        for mode in (CompareMode.SIDE_BY_SIDE, CompareMode.WIPE, CompareMode.DIFFERENCE):
            window.viewer.set_mode(mode)
            self._photograph(f"compare-{mode.value.replace('_', '-')}")
        window.viewer.set_mode(CompareMode.SIDE_BY_SIDE)

        window.pages.open_boundary(segment)
        wait_until(self._fixes_are_ready, "the fixes are measured")
        self._photograph("boundary")
        window.actions_[Act.APPLY].trigger()
        wait_until(lambda: self._is_smoothed(segment), "the boundary is smoothed")
        window.pages.close_boundary()
        state.select_segment(segment)
        self._photograph("smoothed")

    def look(self, project: Path, picture: Path) -> None:
        window, state = self._window, self._window.state
        window.show()
        window.resize(self._stages[0].width, self._stages[0].height)
        window.open(project)
        wait_until(lambda: state.overview is not None, "the project is open")
        wait_until(lambda: window.viewer.canvas.shown_frame is not None, "a frame is shown")
        let_settle(SETTLE_S)
        if not window.grab().save(str(picture)):
            raise TourStuck("A screenshot could not be written", str(picture), "Free some space")

    def leave(self) -> None:
        """Close the window and wait until everything is stopped."""
        ended: list[bool] = []
        self._window.closed.connect(lambda: ended.append(True))
        self._window.close()
        wait_until(lambda: bool(ended), "the window is closed")
        self._window.deleteLater()

    def _photograph(self, name: str, *, settle: bool = True) -> None:
        number = self._next_number()
        for stage in self._stages:
            self._window.context.theme.choose(stage.theme)
            self._window.resize(stage.width, stage.height)
            let_settle(SETTLE_S if settle else RELAYOUT_S)
            self._save(self._window, f"{number:02}-{name}-{stage.name}")

    def _photograph_dialog(self, name: str) -> None:
        dialog = self._window.dialogs.shown
        assert dialog is not None
        dialog.resize(*DIALOG_SIZE)  # a machine without a screen claims a tiny one
        number = self._next_number()
        for theme in dict.fromkeys(stage.theme for stage in self._stages):
            self._window.context.theme.choose(theme)
            let_settle(SETTLE_S)
            self._save(dialog, f"{number:02}-{name}-{theme.value}")

    def _next_number(self) -> int:
        return 1 + len({path.name.split("-")[0] for path in self.pictures})

    def _save(self, widget: QWidget, name: str) -> None:
        path = self._folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise TourStuck("A screenshot could not be written", str(path), "Free some space")
        self.pictures.append(path)

    def _press(self, dialog: QWidget, name: str) -> None:
        button = dialog.findChild(QPushButton, name)
        assert button is not None
        wait_until(button.isEnabled, "the dialog can be confirmed")
        button.click()

    def _is_rendering(self) -> bool:
        jobs = self._window.state.jobs
        return any(job.state is JobState.RUNNING and job.done > 0 for job in jobs)

    def _number_of(self, segment: int) -> int:
        version = self._window.state.current(segment)
        return version.number if version else 0

    def _fixes_are_ready(self) -> bool:
        fixes = self._window.fixes
        return fixes.look is not None and fixes.recommended != ""

    def _is_smoothed(self, left_index: int) -> bool:
        boundary = self._window.state.boundary(left_index)
        return boundary is not None and boundary.join.treatment.method not in LEAVES_AS_IS
