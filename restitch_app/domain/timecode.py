"""Frames as timecode."""

from __future__ import annotations

import re
from fractions import Fraction

from restitch_app.domain.errors import WrongUse

MOST_PARTS = 4


def timecode(frame: int, rate: Fraction) -> str:
    """HH:MM:SS:FF, non-drop, at the rate rounded to whole frames as timecode does (23.976: 24)."""
    nominal = max(1, round(rate))
    seconds, frames = divmod(frame, nominal)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}:{frames:02}"


def frame_at_timecode(text: str, rate: Fraction) -> int:
    """The frame of "HH:MM:SS:FF" or shorter ("SS:FF"), non-drop; the reverse of `timecode`.

    Raises WrongUse for frames that a second of that rate does not have, and for no timecode.
    """
    nominal = max(1, round(rate))
    parts = re.split("[:;.]", text)
    if not 2 <= len(parts) <= MOST_PARTS or not all(part.isdecimal() for part in parts):
        raise WrongUse(f"{text} is no timecode", "", "Write it as hours:minutes:seconds:frames")
    *whole, frames = map(int, parts)
    if frames >= nominal:
        told = f"There are {nominal} frames in a second, counted from 0"
        raise WrongUse(f"There is no timecode {text}", told, "Check the rate it was written for")
    seconds = 0
    for part in whole:
        seconds = seconds * 60 + part
    return seconds * nominal + frames
