"""Frames as timecode."""

from __future__ import annotations

from fractions import Fraction


def timecode(frame: int, rate: Fraction) -> str:
    """HH:MM:SS:FF, non-drop, at the rate rounded to whole frames as timecode does (23.976: 24)."""
    nominal = max(1, round(rate))
    seconds, frames = divmod(frame, nominal)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}:{frames:02}"
