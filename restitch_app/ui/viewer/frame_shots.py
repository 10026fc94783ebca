"""The frame in view as a picture: copied, or saved as PNG."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from restitch_app.bridge.job_runner import Job
from restitch_app.domain.progress import JobContext
from restitch_app.services.playback.frames import Picture
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.canvas_painter import wipe_x
from restitch_app.ui.viewer.look import Look
from restitch_app.ui.viewer.shown import View
from restitch_app.ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from restitch_app.services.playback.frame_pictures import FramePicture
    from restitch_app.services.playback.looking import Looking

A, B, SCREEN = "A", "B", ""


@dataclass(frozen=True, slots=True)
class Shot:
    """What to make a picture of, settled when it was asked for."""

    look: Look
    views: tuple[View, ...]
    wipe: float
    """Share of the whole picture's width left of the wipe's line."""
    looking: Looking
    name: str
    """For files: scene, segment, versions and frame."""
    told: str
    """For people: "Frame 402 of v2"."""


class FrameShots(QObject):
    """Full size and exactly converted, whatever the zoom; made on a worker."""

    def __init__(
        self, context: PanelContext, viewer: Viewer, choice: Callable[[], FileChoice]
    ) -> None:
        super().__init__(viewer)
        self._context, self._viewer, self._choice = context, viewer, choice
        self._run = Running(context)
        actions = context.actions
        for act, which in ((Act.COPY_FRAME, SCREEN), (Act.COPY_A, A), (Act.COPY_B, B)):
            actions.answer(act, partial(self.copy, which))
        for act, which in ((Act.SAVE_FRAME, SCREEN), (Act.SAVE_A, A), (Act.SAVE_B, B)):
            actions.answer(act, partial(self.save, which))

    def copy(self, which: str = SCREEN) -> None:
        """To the clipboard: A, B, or as it is on the screen."""
        shot = self.shot(which)
        if shot is None:
            return
        job = self._submit("Copying the frame", partial(_image, shot))

        def copied(image: QImage) -> None:
            QGuiApplication.clipboard().setImage(image)
            self._context.notices.say(tr("{told} is copied", told=shot.told), "check")

        job.succeeded.connect(copied)

    def save(self, which: str = SCREEN) -> None:
        """As PNG, where the reviewer says."""
        shot = self.shot(which)
        path = self._choice().frame_file(f"{shot.name}.png") if shot is not None else None
        if shot is None or path is None:
            return
        job = self._submit("Saving the frame", partial(_save, shot, path))
        job.succeeded.connect(
            lambda file: self._context.notices.say(
                tr("{told} is saved as {name}", told=shot.told, name=file.name), "check"
            )
        )

    def shot(self, which: str = SCREEN) -> Shot | None:
        """None while there is no picture."""
        look, looking = self._viewer.canvas.look, self._viewer.aids.looking
        chosen = look.seen
        if which and look.is_pair:
            chosen = (look.views[0 if which == A else 1],)
        views = tuple(view for view in chosen if isinstance(view.result, Picture))
        if not views or looking is None:
            self._context.notices.say(tr("There is no picture at this frame"), "info")
            return None
        panel = self._viewer.canvas.panels()[0]
        share = (wipe_x(look, panel) - panel.picture.left()) / panel.picture.width()
        return Shot(look, views, share, looking, *self._words(look, views))

    def _words(self, look: Look, views: tuple[View, ...]) -> tuple[str, str]:
        state = self._context.state
        frame = look.shown.frame if look.shown else 0
        segment = state.segment_at(frame)
        versions = [_version_word(view) for view in views]
        title = state.overview.scene.name if state.overview else "scene"
        mode = look.mode.value if len(views) > 1 else ""
        where = [] if segment is None else [f"segment_{segment + 1:02}"]
        parts = [title, *where, *versions, mode, f"frame_{frame + 1:04}"]
        name = "_".join(re.sub(r"[^\w-]+", "_", part) for part in parts if part)
        of = " and ".join(word for word in versions if word)
        return name, f"Frame {frame + 1}" + (f" of {of}" if of else "")

    def _submit(self, doing: str, work: Callable[[JobContext], object]) -> Job:
        job = self._context.runners.pixels.submit(doing, work, priority=10)
        self._run.tell_failure(job, doing)
        return job


def picture_of(shot: Shot) -> FramePicture:
    """On a worker."""
    from restitch_app.services.playback.frame_pictures import apart, beside, wiped

    frame = shot.look.shown.frame if shot.look.shown else 0
    pictures = [_rgb(shot.looking, view, frame) for view in shot.views]
    if len(pictures) == 1:
        return pictures[0]
    if shot.look.mode is CompareMode.WIPE:
        return wiped(pictures[0], pictures[1], shot.wipe)
    if shot.look.mode is CompareMode.DIFFERENCE:
        return apart(pictures[0], pictures[1], shot.look.gain)
    return beside(pictures)


def image_of_rgb(picture: FramePicture) -> QImage:
    """With memory of its own."""
    height, width = picture.shape[:2]
    rows = picture.tobytes()
    return QImage(rows, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def _rgb(looking: Looking, view: View, frame: int) -> FramePicture:
    found = looking.rgb(view.side.version if view.side.letter else None, frame)
    if found is not None:
        return found
    assert isinstance(view.result, Picture)
    return view.result.pixels[..., 2::-1].copy()  # the frame has left the cache meanwhile


def _image(shot: Shot, _ctx: JobContext) -> QImage:
    return image_of_rgb(picture_of(shot))


def _save(shot: Shot, path: Path, _ctx: JobContext) -> Path:
    from restitch_app.services.playback.frame_pictures import save_picture

    return save_picture(picture_of(shot), path)


def _version_word(view: View) -> str:
    side = view.side
    if side.is_blind:
        return side.letter
    return f"v{side.version.number}" if side.version is not None else ""
