"""The timeline as part of the window: reads the review state, changes it, and emits wishes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.frames import FrameRange
from restitch_app.ui.review_state import ReviewState
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.timeline.header import TimelineHeader
from restitch_app.ui.timeline.pictures import ThumbnailPixmaps
from restitch_app.ui.timeline.scene import EMPTY, TimelineScene, timeline_scene
from restitch_app.ui.timeline.status import Damage
from restitch_app.ui.timeline.view import TimelineView

if TYPE_CHECKING:  # loads cv2, which the first worker does after the window is shown
    from restitch_app.services.thumbnails import Thumbnails


class TimelinePanel(QWidget):
    boundary_opened = Signal(int)  # left sequence index
    versions_opened = Signal(int)  # sequence index
    context_menu_asked = Signal(str, int, QPoint)  # "segment" or "boundary", its index, where

    def __init__(
        self, state: ReviewState, theme: Theme, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setProperty("ground", "lane")
        self._state = state
        self._checking: frozenset[int] = frozenset()
        self._damage: Mapping[int, Damage] = {}
        self._time_left_s: Mapping[int, float] = {}
        self._dismissed: frozenset[int] = frozenset()
        self._pictures = ThumbnailPixmaps(runner, self)
        self.header = TimelineHeader(theme, self)
        self.view = TimelineView(theme, self._pictures, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect_header()
        self._connect_view()
        state.scene_changed.connect(self._reload)
        state.jobs_changed.connect(self._reload)
        state.selection_changed.connect(self._select)
        state.playhead_moved.connect(self.view.set_playhead)
        self._reload()
        self._select()
        self.view.set_playhead(state.playhead)

    def show_thumbnails_from(self, thumbnails: Thumbnails | None) -> None:
        """Of the project that was opened; None when it was closed."""
        self._pictures.show_from(thumbnails)
        self.view.redraw()

    def set_checking(self, left_indices: frozenset[int]) -> None:
        """Boundaries that are being measured now."""
        if left_indices != self._checking:
            self._checking = left_indices
            self._reload()

    def set_damage(self, damage: Mapping[int, Damage]) -> None:
        """Current versions whose files cannot be read to their end, by version id."""
        if damage != self._damage:
            self._damage = damage
            self._reload()

    def set_time_left(self, time_left_s: Mapping[int, float]) -> None:
        """Of running jobs, by job id."""
        if time_left_s != self._time_left_s:
            self._time_left_s = time_left_s
            self._reload()

    def set_dismissed(self, job_ids: frozenset[int]) -> None:
        """Failed jobs that the reviewer has seen and put away."""
        if job_ids != self._dismissed:
            self._dismissed = job_ids
            self._reload()

    def set_loop(self, frames: FrameRange | None) -> None:
        """The scene frames that play again and again."""
        self.view.set_loop(frames)

    def _connect_header(self) -> None:
        self.header.zoom_asked.connect(self.view.set_zoom)
        self.header.zoom_in_asked.connect(self.view.zoom_in)
        self.header.zoom_out_asked.connect(self.view.zoom_out)
        self.header.fit_asked.connect(self.view.fit)
        self.view.zoom_changed.connect(self._show_zoom)

    def _connect_view(self) -> None:
        self.view.segment_picked.connect(self._state.select_segment)
        self.view.boundary_picked.connect(self._state.select_boundary)
        self.view.scrubbed.connect(self._state.set_playhead)
        self.view.versions_opened.connect(self.versions_opened)
        self.view.boundary_opened.connect(self.boundary_opened)
        self.view.context_menu_asked.connect(self.context_menu_asked)

    @Slot()
    def _reload(self) -> None:
        self.view.set_scene(self._scene())
        if self._state.settings is not None:
            self.header.show_limits(self._state.settings.boundary_policy)
        self._show_zoom()

    def _scene(self) -> TimelineScene:
        overview = self._state.overview
        if overview is None or not overview.current:
            return EMPTY
        return timeline_scene(
            overview.scene.rate,
            overview.current,
            overview.boundaries,
            self._state.ranges,
            [job for job in self._state.jobs if job.scene_id == overview.scene.id],
            time_left_s=self._time_left_s,
            damage=self._damage,
            checking=self._checking,
            dismissed=self._dismissed,
        )

    @Slot()
    def _select(self) -> None:
        self.view.set_selection(self._state.selected_segment, self._state.selected_boundary)

    @Slot()
    def _show_zoom(self) -> None:
        self.header.show_zoom(self.view.zoom, self.view.greatest_zoom)
