"""The clock: one tick chooses a frame, and every view shows that one or none does."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from time import perf_counter

from PySide6.QtCore import QObject, Qt, Signal, Slot

from restitch_app.domain.frames import FrameRange
from restitch_app.services.playback.frames import wanted_around
from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.viewer.pace import Pace
from restitch_app.ui.viewer.player_views import PlayerViews
from restitch_app.ui.viewer.shown import View
from restitch_app.ui.viewer.sources import Source

AHEAD = 12
BEHIND = 96
"""Frames to prepare when going backwards: a GOP is decoded from its start, so the one before must
be ready in time. The cache cuts it down to what it has room for."""
STILL_AFTER_MS = 150
FASTEST = 8
"""Repeated J or L: 1, 2, 4 and 8 times the speed."""
NEAR = 10
"""A jump this short is a step: what lies beyond it comes next."""


class Player(QObject):
    shown = Signal(object)  # Shown: all views of one frame
    playing_changed = Signal()
    waiting_changed = Signal(bool)
    pace_changed = Signal()
    held = Signal()  # a picture is late: time stands still until it comes
    _ready = Signal(int)

    def __init__(
        self,
        state: ReviewState,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = perf_counter,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._now = now
        self._views = PlayerViews(self)
        self._views.shown.connect(self.shown)
        self._views.waiting_changed.connect(self.waiting_changed)
        self._pace: Pace | None = None
        self._loop: FrameRange | None = None
        self._speed = Fraction(1)
        self._factor = 1
        self._told_fps: float | None = None
        self._told_late = self._late_before = 0
        self._shown_at_s: float | None = None
        self._is_moving_playhead = False
        self._is_starved = self._is_resting = False
        self._direction = 0
        self._target = 0
        self._awaited = -1
        """The frame whose arrival is news; decoding threads read it."""
        self._tick_timer = single_shot(self, 0, self._tick)
        self._tick_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._ask_timer = single_shot(self, 0, self._want_around)
        self._still_timer = single_shot(self, STILL_AFTER_MS, self._rest)
        self._ready.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        state.playhead_moved.connect(self._follow)

    # what plays

    def set_sources(self, sources: tuple[Source, ...]) -> None:
        """One for the scene, or A and B. The picture stays until theirs is there."""
        self._views.sources = sources
        if self._pace is None:
            self._seek(self._state.playhead, 0)
        else:
            self._request_ahead()

    def notice(self, frame: int) -> None:
        """A source has this frame. Called on decoding threads."""
        if frame == self._awaited:
            self._ready.emit(frame)

    # what the reviewer does

    @property
    def is_playing(self) -> bool:
        return self._pace is not None

    @property
    def is_resting(self) -> bool:
        """The playhead has not moved for a while: what is shown may take its time."""
        return self._is_resting

    @property
    def direction(self) -> int:
        """1 or -1 while playing, else 0."""
        return self._pace.direction if self._pace else 0

    @property
    def factor(self) -> int:
        """How many times the chosen speed J or L were pressed up to."""
        return self._factor if self._pace else 1

    @property
    def told_fps(self) -> float | None:
        """Frames really shown a second, while that is less than was asked for."""
        return self._told_fps

    @property
    def told_late(self) -> int:
        """Frames that were not shown at their time, since play began; until the playhead moves."""
        return self._told_late

    @property
    def frame(self) -> int:
        """The scene frame in view; -1 before the first one."""
        return self._views.frame

    @property
    def shown_at_s(self) -> float | None:
        """When the frame in view was due, on the clock handed in as `now`; None until play has
        shown one."""
        return self._shown_at_s

    @property
    def speed(self) -> Fraction:
        return self._speed

    @property
    def loop(self) -> FrameRange | None:
        return self._loop

    @Slot()
    def play_pause(self) -> None:
        if self._pace is not None:
            self.pause()
        else:
            self._play(1, 1)

    def shuttle(self, direction: int) -> None:
        """Play that way; again means faster."""
        again = self._pace is not None and self._pace.direction == direction
        self._play(direction, min(FASTEST, self._factor * 2) if again else 1)

    @Slot()
    def pause(self) -> None:
        if self._pace is None:
            return
        self._pace = None
        self._factor = 1
        self._is_starved = False
        self._tick_timer.stop()
        self._tell_pace(None, self._told_late)
        self.playing_changed.emit()
        self._seek(self._state.playhead, 0)

    def step(self, frames: int) -> None:
        """Stops playback and moves by so many frames."""
        self.pause()
        self._state.set_playhead(self._state.playhead + frames)

    def set_speed(self, speed: Fraction) -> None:
        if speed != self._speed:
            self._speed = speed
            self._restart()
            self.pace_changed.emit()

    def set_loop(self, loop: FrameRange | None) -> None:
        """Scene frames to play around; None plays to the end."""
        if loop != self._loop:
            self._loop = loop
            self._restart()
            self.pace_changed.emit()

    # one frame at a time

    @Slot(int)
    def _follow(self, frame: int) -> None:
        if self._is_moving_playhead:
            return
        self._tell_pace(self._told_fps, 0)
        if self._pace is not None:
            self._begin(frame, self._pace.direction)
        else:
            moved = frame - self._target
            near = 0 < abs(moved) <= NEAR
            self._seek(frame, (1 if moved > 0 else -1) if near else 0)

    def _seek(self, frame: int, direction: int) -> None:
        self._target = self._awaited = frame
        self._direction = direction
        self._is_resting = False
        if self._show_target():
            self._ask_timer.start()  # painting comes first, what may be wanted next after it
        else:
            self._want_around()
            self._views.expect(anew=True)
        self._still_timer.start()

    @Slot()
    def _want_around(self) -> None:
        if self._pace is not None:
            return
        count = self._state.frame_count
        reach = BEHIND if self._direction < 0 else AHEAD
        wanted = wanted_around(self._target, count, self._direction, reach)
        self._views.want(wanted, is_still=self._is_resting)

    def _show_target(self) -> bool:
        views = self._views.of(self._target)
        if views is None:
            return False
        self._show(self._target, views)
        return True

    @Slot()
    def _rest(self) -> None:
        """The playhead has come to rest: both views are worth their exact colours."""
        if self._pace is None:
            self._is_resting = True
            self._want_around()
            self._show_target()

    @Slot(int)
    def _arrived(self, frame: int) -> None:
        if frame != self._awaited:
            return
        if self._pace is None:
            self._show_target()
        elif self._is_starved:
            self._tick()

    # playing

    def _play(self, direction: int, factor: int) -> None:
        count = self._state.frame_count
        if count == 0:
            return
        start = self._state.playhead
        at_end = count - 1 if direction > 0 else 0
        if start == at_end and self._loop is None:
            start = count - 1 - at_end
        self._factor = factor
        self._told_late = 0
        self._begin(start, direction)
        self.playing_changed.emit()

    def _restart(self) -> None:
        if self._pace is not None:
            self._begin(self._state.playhead, self._pace.direction)

    def _begin(self, frame: int, direction: int) -> None:
        overview = self._state.overview
        if overview is None:
            return
        fps = overview.scene.rate * self._speed * self._factor
        scene = FrameRange(0, overview.frames)
        is_in_view = frame == self._views.frame
        self._late_before = self._told_late
        self._shown_at_s = None
        self._pace = Pace(frame, direction, fps, scene, self._loop, is_in_view=is_in_view)
        self._pace.start(self._now())
        self._is_starved = self._is_resting = False
        self._still_timer.stop()
        self._request_ahead()
        self._tick_timer.start(0)

    @Slot()
    def _tick(self) -> None:
        pace = self._pace
        if pace is None:
            return
        now = self._now()
        step, views = self._newest_ready(pace, now)
        if views is not None:
            was_starved, self._is_starved = self._is_starved, False
            pace.shown(step, now)
            if was_starved:
                pace.hold(now)
            self._shown_at_s = pace.time_of(step)
            self._show(pace.frame_at(step), views)
            self._move_playhead(pace.frame_at(step))
        elif pace.due(now) > pace.step:
            self._starve(pace)
            return
        self._tell_pace(pace.reached_fps(now), self._late_before + pace.late)
        if pace is not self._pace:
            return  # someone who heard of the frame stopped or restarted
        if pace.has_ended:
            self.pause()
            return
        self._request_ahead()
        self._tick_timer.start(math.ceil(pace.seconds_to_next(now) * 1000))

    def _newest_ready(self, pace: Pace, now: float) -> tuple[int, tuple[View, ...] | None]:
        first = pace.step + 1
        due = first if self._is_starved else pace.due(now)
        for step in range(due, max(first, due - AHEAD) - 1, -1):
            if (views := self._views.of(pace.frame_at(step))) is not None:
                return step, views
        return pace.step, None

    def _starve(self, pace: Pace) -> None:
        """Decoding is behind: wait for the very next frame, and slow down rather than skip."""
        if not self._is_starved:
            self._is_starved = True
            self.held.emit()
        self._awaited = pace.frame_at(pace.step + 1)
        self._views.expect()
        self._request_ahead()
        if self._views.of(self._awaited) is not None:  # it came before it was awaited
            self._tick_timer.start(0)

    def _request_ahead(self) -> None:
        if self._pace is None:
            return
        wanted = self._pace.ahead(BEHIND if self._pace.direction < 0 else AHEAD)
        # The first one wanted is made a picture in any case, the others where there is memory.
        self._views.want(wanted[1:] if self._is_starved and len(wanted) > 1 else wanted)

    def _move_playhead(self, frame: int) -> None:
        self._is_moving_playhead = True
        try:
            self._state.set_playhead(frame)
        finally:
            self._is_moving_playhead = False

    # showing

    def _show(self, frame: int, views: tuple[View, ...]) -> None:
        self._target = frame
        self._views.show(frame, views)

    def _tell_pace(self, fps: float | None, late: int) -> None:
        told = None if fps is None else round(fps, 1)
        if (told, late) != (self._told_fps, self._told_late):
            self._told_fps, self._told_late = told, late
            self.pace_changed.emit()
