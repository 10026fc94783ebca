"""A viewer on a real project whose frames carry their number, without the window around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow

from restitch_app.bridge.pools import Runners
from restitch_app.domain.changes import Changes
from restitch_app.domain.versions import Picture, Version
from restitch_app.media.index import build_index
from restitch_app.media.probe import probe
from restitch_app.services.project.project import create_project
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from restitch_app.ui.commands.actions import Actions
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.viewer.viewer import Viewer
from tests.clips import number_of, numbered_clip
from tests.services.scenes import bench_on, imported
from tests.ui.contexts import new_context

if TYPE_CHECKING:
    from restitch_app.ui.state.session import Session

FRAMES = 24
SEGMENTS = 3
OTHER = 1000
"""Added to the numbers of segment 2's second version."""


class StandInSession(QObject):
    """An open project as panels see it."""

    opened = Signal()
    closing = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench: Workbench | None = bench


@dataclass
class Review:
    bench: Workbench
    window: QMainWindow
    viewer: Viewer
    state: ReviewState
    session: StandInSession
    runners: Runners
    actions: Actions

    def reload(self) -> None:
        """As the window does after a change."""
        scene = self.bench.project.scene()
        self.state.set_scene(
            self.bench.overview.of(scene),
            self.bench.project.segment_ranges(scene),
            self.bench.overview.settings(),
            Changes(scene=True),
        )

    def close(self) -> None:
        self.session.closing.emit()
        self.window.close()
        self.runners.shut_down()
        self.bench.project.close()
        self.window.deleteLater()


def clips_in(folder: Path, segments: int = SEGMENTS, frames: int = FRAMES) -> list[Path]:
    """Segment s, frame f carries 100 s + f."""
    folder.mkdir()
    return [
        numbered_clip(
            folder / f"clip_{segment}.mp4",
            range(100 * segment, 100 * segment + frames),
            gop=8 if segment == 1 else 250,
            bframes=2,
        )
        for segment in range(segments)
    ]


def make_bench(folder: Path, clips: Sequence[Path]) -> Workbench:
    bench = bench_on(create_project(folder))
    imported(bench, clips)
    return bench


def add_version(bench: Workbench, sequence_index: int, clip: Path) -> Version:
    """Record a copy of `clip` as another version of the segment, not current."""
    project = bench.project
    before = project.current(project.scene(), sequence_index)
    file = f"media/clips/{clip.stem}_other.mp4"
    project.path(file).write_bytes(clip.read_bytes())
    index = build_index(project.path(file))
    return project.store.versions.add(
        NewVersion(
            scene_id=before.scene_id,
            sequence_index=sequence_index,
            file=file,
            file_sha256=f"sha of {file}",
            file_bytes=clip.stat().st_size,
            facts=probe(project.path(file), index),
            first_frame=Picture("first", "first.png"),
            last_frame=Picture("last", "last.png"),
            frame_index=index.to_bytes(),
            previous_segment_id=before.id,
            regeneration_count=1,
            parameters={"seed": 440917256},
        )
    )


def make_review(bench: Workbench, theme: Theme, size: tuple[int, int] = (1600, 960)) -> Review:
    """The window is shown and plays nothing yet; segment 1 is selected."""
    window = QMainWindow()
    state, runners = ReviewState(window), Runners(window)
    session = StandInSession(bench)
    session.setParent(window)
    actions = Actions(theme, window)
    folder = bench.project.folder.parent
    whole = cast("Session", session)
    context = new_context(state, theme, actions, runners, whole, folder, window)
    viewer = Viewer(context)
    window.setCentralWidget(viewer)
    window.resize(*size)
    window.show()
    actions.set_has_scene(True)
    review = Review(bench, window, viewer, state, session, runners, actions)
    review.reload()
    session.opened.emit()
    return review


def painted_numbers(viewer: Viewer) -> list[int]:
    """What the pictures on the screen say, left to right. Raises ValueError for no such picture."""
    screen = pixels_of(viewer.canvas.grab().toImage())
    found = []
    for panel in viewer.canvas.panels():
        box = panel.visible.toRect()
        part = screen[box.top() : box.top() + box.height(), box.left() : box.left() + box.width()]
        found.append(number_of(np.ascontiguousarray(part)))
    return found


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """RGB, (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4)
    return rows[:, : plain.width(), 2::-1].copy()
