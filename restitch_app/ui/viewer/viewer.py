"""The players and everything around them, put together."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.playback.places import first_own_frame
from restitch_app.ui.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.key_guard import TAB_FLIPS
from restitch_app.ui.review_state import CompareMode
from restitch_app.ui.theme.tokens import NARROW_BELOW
from restitch_app.ui.viewer.bar import ViewerBar
from restitch_app.ui.viewer.candidate_line import CandidateLine
from restitch_app.ui.viewer.canvas import Canvas
from restitch_app.ui.viewer.comparing import default_pair, find
from restitch_app.ui.viewer.held_key import HeldKey
from restitch_app.ui.viewer.looping import LoopReach, loop_range, nearest_boundary, next_boundary
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.shown import Shown, Side
from restitch_app.ui.viewer.sources import Sources, spans_of
from restitch_app.ui.viewer.strip import FrameStrip
from restitch_app.ui.viewer.transport import Transport
from restitch_app.ui.viewer.wording import role_word, score_text, version_text

if TYPE_CHECKING:
    from restitch_app.services.playback.player import Playback
    from restitch_app.services.workbench import Workbench

STRIP_FROM_HEIGHT = 900
"""Window height from which the frame strip has room."""


class Viewer(QWidget):
    """Paints the scene, or two versions of the selected segment, at the state's playhead."""

    use_asked = Signal(int)  # version id
    full_screen_asked = Signal()

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state = context.state
        self._playback: Playback | None = None
        self._spans: tuple[Span, ...] = ()
        self._versions: tuple[Version, ...] = ()
        self._versions_of: int | None = None
        self._has_chosen_mode = False
        self._reach = LoopReach.TWELVE
        self._loops = False
        self._wants_strip = True
        self._held = HeldKey(Qt.Key.Key_K, self)
        self.setObjectName("viewer")
        self.setProperty("ground", "players")
        self.setProperty(TAB_FLIPS, True)
        self.player = Player(self._state, self)
        self._sources = Sources(self.player.notice)
        self.bar = ViewerBar(context.theme)
        self.line = CandidateLine()
        self.canvas = Canvas(context.theme)
        self.strip = FrameStrip(self._state, context.theme)
        self.transport = Transport(context.theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.bar, self.line, self.canvas, self.strip, self.transport):
            layout.addWidget(part)
        self.setFocusProxy(self.canvas)
        self._connect()
        self._answer_actions()
        self._show_compare()
        self._show_place()

    # the project

    def set_playback(self, playback: Playback | None) -> None:
        """Where frames come from; None lets go of all of them and waits for decoding to end."""
        self.player.pause()
        self.player.set_sources(())
        self._sources.set_playback(playback)
        self._playback = playback
        self.strip.close_sources()
        if playback is None:
            self._versions, self._versions_of = (), None
            self.canvas.clear()
        self._refresh_scene()

    @Slot()
    def _opened(self) -> None:
        bench = self._context.session.bench
        if bench is not None:
            from restitch_app.services.playback.player import Playback  # loaded by now

            self.set_playback(Playback(bench.project))
            self._load_versions()

    @Slot()
    def _closing(self) -> None:
        self.set_playback(None)

    @Slot(object)
    def _scene_changed(self, changes: Changes) -> None:
        self._refresh_scene()
        if changes.scene or self._segment_to_compare() in changes.segments:
            self._load_versions()

    def _refresh_scene(self) -> None:
        overview = self._state.overview
        spans = spans_of(overview) if overview and self._playback else ()
        if spans != self._spans or not spans:
            self._spans = spans
            self.strip.set_scene(self._playback, spans)
        self._refresh_loop()
        self._refresh_sources()
        self._show_place()

    # versions and comparing

    def _load_versions(self) -> None:
        segment, overview = self._segment_to_compare(), self._state.overview
        bench = self._context.session.bench
        if bench is None or segment is None or overview is None:
            self.set_versions(None, ())
            return
        work = partial(_history, bench, overview.scene, segment)
        job = self._context.runners.desk.submit("Reading the versions", work)
        job.succeeded.connect(partial(self._versions_came, segment))

    def _versions_came(self, segment: int, found: Sequence[Version]) -> None:
        if segment == self._segment_to_compare() and self._playback is not None:
            self.set_versions(segment, tuple(found))

    def _segment_to_compare(self) -> int | None:
        """The selected one; at a boundary of the segment that is being compared still that one."""
        boundary = self._state.selected_boundary
        if boundary is not None and self._versions_of in (boundary, boundary + 1):
            return self._versions_of
        return self._state.focused_segment

    def set_versions(self, sequence_index: int | None, versions: tuple[Version, ...]) -> None:
        """The selected segment's versions, newest first. What is compared follows from them."""
        had_newest = self._versions[0].id if self._versions else None
        is_other = sequence_index != self._versions_of
        self._versions, self._versions_of = versions, sequence_index
        is_newer = bool(versions) and versions[0].id != had_newest
        known = {version.id for version in versions}
        if is_other or is_newer or not known.issuperset(self._state.compare):
            self._state.set_compare(*(default_pair(versions) or (None, None)))
        if self._compares and not self._has_chosen_mode:
            self._state.set_mode(CompareMode.SIDE_BY_SIDE)
        read_only = self._state.is_read_only
        self.line.set_versions(versions, is_read_only=read_only)
        self._refresh_sources()
        self._show_compare()

    @property
    def _compares(self) -> bool:
        known = {version.id for version in self._versions}
        return None not in self._state.compare and known.issuperset(self._state.compare)

    @property
    def mode(self) -> CompareMode:
        """The mode in effect: without two versions there is only one."""
        return self._state.mode if self._compares else CompareMode.SINGLE

    def _sides(self) -> tuple[Side, ...]:
        if self.mode is CompareMode.SINGLE:
            return (Side("", None),)
        pair = [find(self._versions, version_id) for version_id in self._state.compare]
        return tuple(
            Side(letter, version, role_word(version, self._versions))
            for letter, version in zip("AB", pair, strict=True)
            if version is not None
        )

    def _refresh_sources(self) -> None:
        self.player.set_sources(self._sources.of(self._spans, self._sides()))
        if not self._spans:
            self.canvas.clear()

    @Slot()
    def _show_compare(self) -> None:
        pair = self._state.compare if self._compares else (None, None)
        self.bar.set_versions(self._versions, pair)
        self.bar.set_mode(self.mode)
        self.canvas.set_mode(self.mode)
        for mode in CompareMode:
            action = self._context.actions[Act(mode.value)]
            action.setChecked(mode is self.mode)
        self._place_strip()

    @Slot()
    def _compare_changed(self) -> None:
        self._refresh_sources()
        self._show_compare()

    def set_mode(self, mode: CompareMode) -> None:
        """The reviewer's choice; it stays when another segment is selected."""
        if self._compares or mode is CompareMode.SINGLE:
            self._has_chosen_mode = True
            self._state.set_mode(mode)
        self._show_compare()

    @Slot()
    def swap(self) -> None:
        a, b = self._state.compare
        if self._compares:
            self._state.set_compare(b, a)

    @Slot()
    def toggle_ab(self) -> None:
        """Flip A and B in place; from another mode, enter the one that flips."""
        if not self._compares:
            return
        if self.mode is CompareMode.TOGGLE:
            self.canvas.flip()
        else:
            self.set_mode(CompareMode.TOGGLE)

    def _compare_candidate(self, a: int, b: int) -> None:
        self._state.set_compare(a, b)
        if self.mode is CompareMode.SINGLE:
            self.set_mode(CompareMode.SIDE_BY_SIDE)

    # moving

    @Slot()
    def play_pause(self) -> None:
        self.player.play_pause()

    @Slot()
    def shuttle_reverse(self) -> None:
        self._shuttle(-1)

    @Slot()
    def shuttle_forward(self) -> None:
        self._shuttle(1)

    @Slot()
    def shuttle_stop(self) -> None:
        self.player.pause()

    def _shuttle(self, direction: int) -> None:
        if self._held.is_held:
            self.step(direction)
        elif not self._held.is_repeat:
            self.player.shuttle(direction)

    def step(self, frames: int) -> None:
        self.player.step(frames)

    def go_to(self, scene_frame: int) -> None:
        self._state.set_playhead(scene_frame)

    @Slot()
    def previous_boundary(self) -> None:
        self._go_to_boundary(-1)

    @Slot()
    def next_boundary(self) -> None:
        self._go_to_boundary(1)

    def _go_to_boundary(self, direction: int) -> None:
        found = next_boundary(self._state.ranges, self._state.playhead, direction)
        if found is not None:
            seam, left = found
            self._state.set_playhead(seam)
            self._state.select_boundary(left)

    def set_looping(self, is_on: bool) -> None:
        """Loop around the selected boundary, or else the one nearest to the playhead."""
        self._loops = is_on
        self._refresh_loop()
        if is_on and self.player.loop and self._state.playhead not in self.player.loop:
            self._state.set_playhead(self.player.loop.start)

    def set_reach(self, reach: LoopReach) -> None:
        self._reach = reach
        self._refresh_loop()

    def set_speed(self, speed: Fraction) -> None:
        self.player.set_speed(speed)
        self.transport.set_speed(speed)

    def _refresh_loop(self) -> None:
        ranges, left = self._state.ranges, self._state.selected_boundary
        if left is None or left + 1 not in ranges:
            left = nearest_boundary(ranges, self._state.playhead)
        loop = None
        if self._loops and left is not None:
            loop = loop_range(ranges, left, self._reach)
        self.player.set_loop(loop)
        can_loop = left is not None
        self.transport.set_loop(self._loops and can_loop, self._reach, can_loop=can_loop)
        self._context.actions[Act.LOOP].setChecked(self._loops and can_loop)

    # what is painted

    @Slot(object)
    def _paint(self, shown: Shown) -> None:
        self.canvas.set_moving(not self.player.is_resting)
        segment = self._state.segment_at(shown.frame)
        captions = [self._caption(shown.frame, segment, view.side) for view in shown.views]
        self.canvas.show_frame(
            _with_scene_version(shown, self._current_at(segment)), (captions[0], captions[-1])
        )

        if self.player.is_resting:
            self.canvas.setAccessibleName(self._description())
            self.transport.describe_place()

    def _current_at(self, segment: int | None) -> Version | None:
        return self._state.current(segment) if segment is not None else None

    def _caption(self, frame: int, segment: int | None, side: Side) -> str:
        if segment is None:
            return ""
        own = self._own_frame(frame, segment) + 1
        is_own = side.version is not None and side.version.sequence_index == segment
        version = side.version if is_own else self._state.current(segment)
        count = version.facts.frame_count if version else len(self._state.ranges[segment])
        text = f"Frame {own} of {count}"
        return text if is_own or not side.letter else f"Segment {segment + 1} · {text}"

    @Slot()
    def _show_place(self) -> None:
        overview, frame = self._state.overview, self._state.playhead
        rate = overview.scene.rate if overview else Fraction(1)
        self.transport.set_place(frame, self._state.frame_count, rate, self._segment_text(frame))

    def _segment_text(self, frame: int) -> str:
        segment = self._state.segment_at(frame)
        if segment is None:
            return ""
        version = self._state.current(segment)
        count = version.facts.frame_count if version else len(self._state.ranges[segment])
        return f"Segment {segment + 1} · {self._own_frame(frame, segment) + 1} of {count}"

    def _own_frame(self, scene_frame: int, segment: int) -> int:
        """In the count of its version's file, where notes hang: trimmed frames count too."""
        start = self._state.ranges[segment].start
        return scene_frame - start + first_own_frame(self._spans, segment)

    def _description(self) -> str:
        sides = [
            f"{side.letter} {version_text(side.version, self._versions)}, "
            f"QA {score_text(side.version)}"
            for side in self._sides()
            if side.version is not None
        ]
        frame = f"Frame {self._state.playhead + 1} of {self._state.frame_count}"
        return "; ".join([*sides, frame])

    @Slot()
    def _playing_changed(self) -> None:
        player = self.player
        self.transport.set_playing(player.direction, player.factor)
        self._pace_changed()

    @Slot()
    def _pace_changed(self) -> None:
        self.transport.set_pace(self.player.told_fps, self.player.factor)

    # the window around it

    def show_strip(self, is_wanted: bool) -> None:
        """View > Frame strip. It still hides where there is no room for it."""
        self._wants_strip = is_wanted
        self._context.actions[Act.FRAME_STRIP].setChecked(is_wanted)
        self._place_strip()

    def _place_strip(self) -> None:
        has_room = self.window().height() >= STRIP_FROM_HEIGHT
        is_mode = self.mode is CompareMode.SIDE_BY_SIDE
        self.strip.setVisible(self._wants_strip and has_room and is_mode)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.window().width() < NARROW_BELOW
        self.bar.set_compact(is_narrow)
        self.transport.set_compact(is_narrow)
        self._place_strip()

    # wiring

    def _connect(self) -> None:
        state, session = self._state, self._context.session
        session.opened.connect(self._opened)
        session.closing.connect(self._closing)
        state.scene_changed.connect(self._scene_changed)
        state.selection_changed.connect(self._selection_changed)
        state.compare_changed.connect(self._compare_changed)
        state.mode_changed.connect(self._compare_changed)
        state.playhead_moved.connect(self._playhead_moved)
        self.player.shown.connect(self._paint)
        self.player.waiting_changed.connect(self.canvas.set_waiting)
        self.player.playing_changed.connect(self._playing_changed)
        self.player.pace_changed.connect(self._pace_changed)
        self._connect_bar()
        self._connect_transport()
        self.line.use_asked.connect(self.use_asked)
        self.line.compare_asked.connect(self._compare_candidate)
        self.strip.frame_asked.connect(self.go_to)

    def _connect_bar(self) -> None:
        self.bar.mode_asked.connect(self.set_mode)
        self.bar.compare_asked.connect(self._state.set_compare)
        self.bar.swap_asked.connect(self.swap)
        self.bar.scale_asked.connect(self.canvas.set_scale)
        self.bar.gain_asked.connect(self.canvas.set_gain)
        self.bar.link_asked.connect(self.canvas.set_linked)
        self.bar.full_screen_asked.connect(self.full_screen_asked)
        self.canvas.zoom_changed.connect(lambda: self.bar.set_zoom_text(self.canvas.zoom.scale))

    def _connect_transport(self) -> None:
        self.transport.boundary_asked.connect(self._go_to_boundary)
        self.transport.step_asked.connect(self.step)
        self.transport.shuttle_asked.connect(self.player.shuttle)
        self.transport.play_pause_asked.connect(self.player.play_pause)
        self.transport.loop_asked.connect(self.set_looping)
        self.transport.reach_asked.connect(self.set_reach)
        self.transport.speed_asked.connect(self.set_speed)

    def _answer_actions(self) -> None:
        actions = self._context.actions
        for mode in CompareMode:
            actions.answer(Act(mode.value), partial(self._mode_action, mode))
        actions.answer(Act.FLIP, self.toggle_ab)
        actions.answer(Act.SWAP, self.swap)
        actions.answer(Act.FIT_PICTURE, partial(self.canvas.set_scale, None))
        actions.answer(Act.FRAME_STRIP, lambda _state: self.show_strip(not self._wants_strip))
        actions[Act.FRAME_STRIP].setChecked(True)
        actions.answer(Act.PLAY, self.play_pause)
        actions.answer(Act.REVERSE, self.shuttle_reverse)
        actions.answer(Act.STOP, self.shuttle_stop)
        actions.answer(Act.FORWARD, self.shuttle_forward)
        for act, frames in (
            (Act.FRAME_BACK, -1),
            (Act.FRAME_FORWARD, 1),
            (Act.TEN_BACK, -10),
            (Act.TEN_FORWARD, 10),
        ):
            actions.answer(act, partial(self.step, frames))
        actions.answer(Act.SCENE_START, partial(self.go_to, 0))
        actions.answer(Act.SCENE_END, lambda: self.go_to(self._state.frame_count - 1))
        actions.answer(Act.LOOP, lambda _state: self.set_looping(not self._loops))
        actions.answer(Act.PREVIOUS_BOUNDARY, self.previous_boundary)
        actions.answer(Act.NEXT_BOUNDARY, self.next_boundary)

    def _mode_action(self, mode: CompareMode, _checked: bool) -> None:
        self.set_mode(mode)

    @Slot()
    def _selection_changed(self) -> None:
        if self._segment_to_compare() != self._versions_of:
            self._load_versions()
        self._refresh_loop()

    @Slot(int)
    def _playhead_moved(self, _frame: int) -> None:
        self._show_place()
        if self._loops and not self.player.is_playing:
            self._refresh_loop()


def _history(
    bench: Workbench, scene: Scene, sequence_index: int, _ctx: JobContext
) -> list[Version]:
    return bench.versions.history(scene, sequence_index)


def _with_scene_version(shown: Shown, current: Version | None) -> Shown:
    """The scene's own view says which version plays there, without a letter."""
    if len(shown.views) != 1 or shown.views[0].side.letter:
        return shown
    return shown.of_version(current)
