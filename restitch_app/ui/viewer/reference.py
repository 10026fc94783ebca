"""A picture pinned beside the players, remembered for each scene."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.viewer.frame_shots import FrameShots, Shot, image_of_rgb, picture_of
from restitch_app.ui.viewer.look import Pinned
from restitch_app.ui.viewer.viewer import Viewer

NOTHING_PINNED = "No picture is pinned"
Read = tuple[Path, str, QImage]
"""File, what it is called, picture."""


class Reference(QObject):
    """From a file, dropped on the players, or the frame in view."""

    def __init__(
        self,
        context: PanelContext,
        viewer: Viewer,
        shots: FrameShots,
        memory: WindowMemory,
        choice: Callable[[], FileChoice],
    ) -> None:
        super().__init__(viewer)
        self._context, self._canvas, self._shots = context, viewer.canvas, shots
        self._memory, self._choice = memory, choice
        self._place = ""
        self._latest = Latest(context.runners.pixels, self)
        self._latest.arrived.connect(self._take)
        self._latest.failed.connect(
            lambda error: context.notices.fail(error, "Pinning a reference picture")
        )
        context.actions.answer(Act.PIN_PICTURE, self.choose)
        context.actions.answer(Act.PIN_FRAME, self.pin_frame)
        context.actions.answer(Act.UNPIN, self.unpin)
        self._canvas.picture_dropped.connect(self.pin)
        context.state.scene_changed.connect(self._follow)
        context.session.closing.connect(self._let_go)
        self._show(None)

    def choose(self) -> None:
        path = self._choice().picture()
        if path is not None:
            self.pin(path)

    @Slot(Path)
    def pin(self, path: Path) -> None:
        self._latest.ask("Reading the reference picture", partial(_read, path, path.name))

    def pin_frame(self) -> None:
        """The one picture on the screen; of two the one under the pointer, else B."""
        look = self._canvas.look
        which = "AB"[self._canvas.pointed_number] if len(look.seen) == 2 else ""
        shot = self._shots.shot(which)
        if shot is not None:
            work = partial(_keep, shot, self._memory.references)
            self._latest.ask("Keeping the frame", work)

    def unpin(self) -> None:
        self._memory.set_reference(self._place, None)
        self._show(None)

    @Slot(object)
    def _take(self, found: Read) -> None:
        path, name, image = found
        if self._place:
            self._memory.set_reference(self._place, path, name)
            self._show(Pinned(image, name))

    @Slot(object)
    def _follow(self, _changes: Changes) -> None:
        place = self._place_now()
        if place == self._place:
            return
        self._place = place
        self._show(None)
        known = self._memory.reference(place) if place else None
        if known is not None:
            path, name = known
            self._latest.ask("Reading the reference picture", partial(_read, Path(path), name))

    def _place_now(self) -> str:
        """The scene shown, as the memory names it; empty without one."""
        folder, overview = self._context.session.folder, self._context.state.overview
        if folder is None or overview is None:
            return ""
        project = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
        return f"{project}_{overview.scene.id}"

    @Slot()
    def _let_go(self) -> None:
        self._latest.drop()
        self._place = ""
        self._show(None)

    def _show(self, pinned: Pinned | None) -> None:
        self._canvas.set_pinned(pinned)
        reasons = {Act.UNPIN: NOTHING_PINNED} if pinned is None else {}
        self._context.actions.set_off(reasons, by="reference")


def _read(path: Path, name: str, _ctx: JobContext) -> Read:
    from restitch_app.services.playback.frame_pictures import read_picture

    return path, name, image_of_rgb(read_picture(path))


def _keep(shot: Shot, folder: Path, _ctx: JobContext) -> Read:
    from restitch_app.services.playback.frame_pictures import keep_picture

    picture = picture_of(shot)
    return keep_picture(picture, folder), shot.told, image_of_rgb(picture)
