"""What a reviewer writes to go somewhere: a frame, a step, or a timecode."""

from __future__ import annotations

import re
from fractions import Fraction

FORMS = "Write a frame (405), a step (+10 or -10), or a timecode (00:00:25:01)."
_NUMBER = re.compile(r"[0-9]+")
_STEP = re.compile(r"([+\-−])\s*([0-9]+)")
_TIMECODE = re.compile(r"[0-9]+([:;.][0-9]+){1,3}")
_NOUNS = ("frames", "seconds", "minutes", "hours")


class Refused(ValueError):
    """Carries the sentence that says why."""


def frame_written(text: str, playhead: int, frame_count: int, rate: Fraction) -> int:
    """The scene frame, from 0, that `text` means; people count frames from 1.

    A timecode may leave out what comes before its seconds. Raises Refused.
    """
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return _inside(int(text) - 1, frame_count)
    if (step := _STEP.fullmatch(text)) is not None:
        frames = int(step[2]) if step[1] == "+" else -int(step[2])
        return _inside(playhead + frames, frame_count)
    if _TIMECODE.fullmatch(text):
        return _inside(_frame_at(text, rate), frame_count)
    raise Refused(FORMS)


def _frame_at(text: str, rate: Fraction) -> int:
    nominal = max(1, round(rate))
    parts = [int(part) for part in reversed(re.split("[:;.]", text))]
    limits = (nominal, 60, 60)
    for part, limit, noun in zip(parts, limits, _NOUNS, strict=False):
        if part >= limit:
            raise Refused(f"In this timecode {noun} go from 00 to {limit - 1:02}.")
    weights = (1, nominal, 60 * nominal, 3600 * nominal)
    return sum(part * weight for part, weight in zip(parts, weights, strict=False))


def _inside(frame: int, frame_count: int) -> int:
    if not 0 <= frame < frame_count:
        raise Refused(f"The scene has frames 1 to {frame_count}.")
    return frame
