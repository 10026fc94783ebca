"""The timeline as part of the window: reads the review state, changes it, and emits wishes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord
from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.focus.key_guard import TAB_FLIPS
from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.timeline.accessible import name_painted_items
from restitch_app.ui.timeline.filter_actions import FilterActions
from restitch_app.ui.timeline.header import TimelineHeader
from restitch_app.ui.timeline.pictures import ThumbnailPixmaps
from restitch_app.ui.timeline.scene import EMPTY, TimelineScene, timeline_scene
from restitch_app.ui.timeline.scene_after import scene_after
from restitch_app.ui.timeline.view import TimelineView
from restitch_app.ui.timeline.work import refused_of, work_by_segment

if TYPE_CHECKING:
    from restitch_app.services.continuity.scene_curve import SceneCurve

NEWS_TOGETHER_MS = 100
"""What running jobs tell within this time is drawn at once."""


class TimelinePanel(QWidget):
    boundary_opened = Signal(int)  # left sequence index
    versions_opened = Signal(int)  # sequence index
    context_menu_asked = Signal(str, int, QPoint)  # as `TimelineView` has it

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setProperty("ground", "lane")
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name_painted_items()
        self._context = context
        self._state = context.state
        self._changes = Changes(scene=True)
        self._checking: frozenset[int] = frozenset()
        self._damage: Mapping[int, Damage] = {}
        self._dismissed: frozenset[int] = frozenset()
        self._news = single_shot(self, NEWS_TOGETHER_MS, self._reload)
        self._pictures = ThumbnailPixmaps(context.runners.pixels, self)
        self.header = TimelineHeader(context.theme, self)
        self.view = TimelineView(context.theme, self._pictures, context.live.picture, self)
        self.view.setProperty(TAB_FLIPS, True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect_header()
        self._connect_view()
        self._connect_window()
        self._reload()
        self._select()
        self.view.set_playhead(self._state.playhead)

    @Slot(object)
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

    @Slot(object)
    def set_put_away(self, job_ids: frozenset[int]) -> None:
        """Failures the reviewer has seen and put away."""
        self._dismissed = job_ids
        self._reload()

    def set_continuity(self, curve: SceneCurve | None) -> None:
        """Similarity of the scene's neighbouring frames, as far as it is known."""
        self.view.set_continuity(curve)
        summary = curve.summary if curve is not None else None
        self.header.show_natural((summary.band.low, summary.band.high) if summary else None)

    def set_loop(self, frames: FrameRange | None) -> None:
        """The scene frames that play again and again."""
        self.view.set_loop(frames)

    @Slot(object, object)
    def set_points(self, first: int | None, last: int | None) -> None:
        """The in and the out point, as scene frames."""
        self.view.set_points(first, last)

    def _connect_header(self) -> None:
        self.header.zoom_asked.connect(self.view.set_zoom)
        self.header.zoom_in_asked.connect(self.view.zoom_in)
        self.header.zoom_out_asked.connect(self.view.zoom_out)
        self.header.fit_asked.connect(self.view.fit)
        self.view.zoom_changed.connect(self._show_zoom)
        self.header.filter_asked.connect(self._state.set_filter)
        actions = self._context.actions
        live_key(actions, Act.ZOOM_OUT, self.header.zoom_out_tip)
        live_key(actions, Act.ZOOM_IN, self.header.zoom_in_tip)
        live_key(actions, Act.FIT_TIMELINE, self.header.fit_tip)

    def _connect_view(self) -> None:
        self.view.segment_picked.connect(self._state.show_segment)
        self.view.segment_toggled.connect(self._state.toggle_segment)
        self.view.extended.connect(self._state.extend_to)
        self.view.boundary_picked.connect(self._state.show_boundary)
        self.view.scrubbed.connect(self._state.set_playhead)
        self.view.versions_opened.connect(self.versions_opened)
        self.view.boundary_opened.connect(self.boundary_opened)
        self.view.context_menu_asked.connect(self.context_menu_asked)

    def _connect_window(self) -> None:
        state, session, actions = self._state, self._context.session, self._context.actions
        state.scene_changed.connect(self._follow)
        state.jobs_changed.connect(self._reload)
        self._context.live.changed.connect(self._expect_news)
        self._context.live.picture_changed.connect(self.view.redraw_preview)
        state.selection_changed.connect(self._select)
        state.blind_changed.connect(self._reload)
        state.filter_changed.connect(self._reload)
        state.filter_changed.connect(self._show_filter)
        state.playhead_moved.connect(self.view.set_playhead)
        session.opened.connect(self._take_project)
        session.closing.connect(self._forget)
        actions.answer(Act.ZOOM_IN, self.view.zoom_in)
        actions.answer(Act.ZOOM_OUT, self.view.zoom_out)
        actions.answer(Act.FIT_TIMELINE, self.view.fit)
        actions.answer(Act.SELECT_ALL, state.select_all)
        FilterActions(state, actions, self)

    @Slot()
    def _take_project(self) -> None:
        # Loads cv2, which opening the project has done already.
        from restitch_app.services.playback.thumbnails import Thumbnails

        bench = self._context.session.bench
        if bench is not None:
            self._pictures.show_from(Thumbnails(bench.project))
            self.view.redraw()

    @Slot()
    def _forget(self) -> None:
        self._pictures.show_from(None)
        self._checking, self._damage = frozenset(), {}
        self._news.stop()
        self.view.set_loop(None)
        self.view.set_points(None, None)
        self.view.fit()

    @Slot(int)
    def _expect_news(self, _job_id: int) -> None:
        if not self._news.isActive():
            self._news.start()

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        self._changes |= changes
        self._reload()

    @Slot()
    def _reload(self) -> None:
        self.view.set_scene(self._scene())
        if self._state.settings is not None:
            self.header.show_limits(self._state.settings.boundary_policy)
        self._show_zoom()

    def _scene(self) -> TimelineScene:
        overview, changes = self._state.overview, self._changes
        self._changes = Changes()
        if overview is None or not overview.current:
            return EMPTY
        live = self._context.live
        mine = [job for job in self._state.jobs if job.scene_id == overview.scene.id]
        jobs = [live.up_to_date(job) for job in mine]
        refused = refused_of(overview.refused, overview.scene)
        before = self.view.scene
        is_alike = self._damage == before.damage and self._state.filter is before.shown
        if is_alike and self._state.blind_segment == before.veiled:
            after = scene_after(
                before,
                changes,
                overview.current,
                overview.boundaries,
                self._state.ranges,
                work_by_segment(
                    overview.current, jobs, self._time_left_s(mine), self._dismissed, refused
                ),
                self._checking,
                overview.calls,
            )
            if after is not None:
                return after
        return timeline_scene(
            overview.scene.rate,
            overview.current,
            overview.boundaries,
            self._state.ranges,
            jobs,
            time_left_s=self._time_left_s(mine),
            damage=self._damage,
            checking=self._checking,
            calls=overview.calls,
            dismissed=self._dismissed,
            refused=refused,
            shown=self._state.filter,
            veiled=self._state.blind_segment,
        )

    def _time_left_s(self, jobs: list[JobRecord]) -> dict[int, float]:
        """In whole seconds, as it is shown: or tiles would be drawn again for nothing."""
        live = self._context.live
        found = ((job.id, live.seconds_left(job)) for job in jobs if job.state.is_open)
        return {job_id: round(left_s) for job_id, left_s in found if left_s is not None}

    @Slot()
    def _select(self) -> None:
        state = self._state
        self.view.set_selection(state.selected_segment, state.selected_boundary, state.several)

    @Slot()
    def _show_filter(self) -> None:
        self.header.filter.show_filter(self._state.filter)

    @Slot()
    def _show_zoom(self) -> None:
        self.header.show_zoom(self.view.zoom, self.view.greatest_zoom)
