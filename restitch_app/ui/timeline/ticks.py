"""Marks of the ruler: as many as can be read, at round times."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from restitch_app.ui.timeline.scale import TimeScale

LABEL_SPACING_PX = 88.0
SMALL_SPACING_PX = 5.0
_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18000, 36000)
_SMALL_PARTS = (5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    scene_frame: int
    label: str
    """Empty for a small one."""


def frames_per_second(rate: Fraction) -> int:
    """Of the timecode, which counts whole frames: 24 for 24000/1001."""
    return max(1, round(rate))


def ticks(scale: TimeScale, rate: Fraction) -> list[Tick]:
    """Those in sight, in order."""
    if not scale.frames:
        return []
    second = frames_per_second(rate)
    step = _label_step(scale.frame_px, second)
    small = _small_step(step, scale.frame_px)
    first, stop = scale.visible()
    start = max(0, first // step * step)
    return [
        Tick(frame, _label(frame, second, step) if frame % step == 0 else "")
        for frame in range(start, stop + 1, small)
    ]


def _label_step(frame_px: float, second: int) -> int:
    """Frames from one label to the next."""
    parts = [frames for frames in (1, 2, 4, 5, 8, 10, 12) if second % frames == 0]
    steps = [*(frames for frames in parts if frames < second), *(n * second for n in _SECONDS)]
    for step in steps:
        if step * frame_px >= LABEL_SPACING_PX:
            return step
    return max(1, round(LABEL_SPACING_PX / frame_px / steps[-1]) + 1) * steps[-1]


def _small_step(step: int, frame_px: float) -> int:
    for parts in _SMALL_PARTS:
        if step % parts == 0 and step // parts * frame_px >= SMALL_SPACING_PX:
            return step // parts
    return step


def _label(frame: int, second: int, step: int) -> str:
    seconds, frames = divmod(frame, second)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
    return f"{clock}:{frames:02}" if step < second else clock
