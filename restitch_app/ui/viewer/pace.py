"""Which frame is due when: the one clock of both views, without Qt and without waiting."""

from __future__ import annotations

from collections import deque
from fractions import Fraction

from restitch_app.domain.frames import FrameRange

TOLD_BELOW = 0.97
"""Share of the wanted rate under which the rate that is reached is told."""
JUDGED_OVER_S = 1.0


class Pace:
    """Steps through a range of frames from `frame` on, at so many frames a second.

    Step 0 is `frame`, which is in view when play begins, or the loop's end that play enters by.
    `loop` wraps around in its range; without it the last step reaches the end of `scene`.
    """

    def __init__(
        self,
        frame: int,
        direction: int,
        fps: Fraction,
        scene: FrameRange,
        loop: FrameRange | None,
        *,
        is_in_view: bool = True,
    ) -> None:
        self.direction = direction
        self.fps = fps
        self._range = loop or scene
        self._wraps = loop is not None
        self._offset = frame - self._range.start if frame in self._range else self._entry()
        self.step = 0 if is_in_view and frame in self._range else -1
        """The one shown last; -1: step 0 is still to come."""
        self._anchor_s = 0.0
        self._anchor_step = self.step
        self._shown_s: deque[float] = deque()
        self.late = 0
        """Frames that were not shown at their time: left out, or waited for."""

    def start(self, now_s: float) -> None:
        self._anchor_s = now_s
        self._shown_s.append(now_s)

    def due(self, now_s: float) -> int:
        """The newest step that is due."""
        passed = int((now_s - self._anchor_s) * float(self.fps) + 1e-6)
        return min(self._anchor_step + passed, self.last_step)

    @property
    def last_step(self) -> int:
        if self._wraps:
            return 1 << 62
        to_end = len(self._range) - 1 - self._offset
        return to_end if self.direction > 0 else self._offset

    @property
    def has_ended(self) -> bool:
        return self.step >= self.last_step

    def frame_at(self, step: int) -> int:
        moved = self._offset + self.direction * min(step, self.last_step)
        return self._range.start + moved % len(self._range)

    def ahead(self, count: int) -> list[int]:
        """The frame shown last and those that come next, without repeats."""
        steps = range(self.step, min(self.step + count, self.last_step) + 1)
        start, length = self._range.start, len(self._range)
        moved = (self._offset + self.direction * step for step in steps)
        return list(dict.fromkeys(start + place % length for place in moved))

    def shown(self, step: int, now_s: float) -> None:
        if self.step >= 0:
            self.late += max(0, step - self.step - 1)
        self.step = step
        self._shown_s.append(now_s)
        while now_s - self._shown_s[0] > JUDGED_OVER_S:
            self._shown_s.popleft()

    def hold(self, now_s: float) -> None:
        """What comes next was not ready: the step shown last is due now, and time goes on here."""
        self._anchor_s, self._anchor_step = now_s, self.step
        self.late += 1

    def time_of(self, step: int) -> float:
        """When that step is due, on the clock of `start`."""
        return self._anchor_s + (step - self._anchor_step) / float(self.fps)

    def seconds_to_next(self, now_s: float) -> float:
        return max(0.0, self.time_of(self.step + 1) - now_s)

    def reached_fps(self, now_s: float) -> float | None:
        """Frames shown a second where that falls behind; None while the rate is held."""
        span_s = now_s - self._shown_s[0]
        if span_s < JUDGED_OVER_S / 2 or len(self._shown_s) < 2:
            return None
        reached = (len(self._shown_s) - 1) / span_s
        return reached if reached < TOLD_BELOW * float(self.fps) - 1 / span_s else None

    def _entry(self) -> int:
        return 0 if self.direction > 0 else len(self._range) - 1
