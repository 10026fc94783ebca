"""Where one long clip is cut into segments, as somebody gave it: frames, timecodes, or a file."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.timecode import frame_at_timecode
from restitch_app.services.imports.cut_lists import edl_ranges, otio_ranges
from restitch_app.services.imports.wishes import cut_ranges

LIST_SUFFIXES = (".edl", ".otio")
_TIMECODE = re.compile(r"\d+(?:[:;.]\d+)+")


def is_cut_list(text: str) -> bool:
    """Whether it names a file, and does not say the points itself."""
    return Path(text).suffix.lower() in LIST_SUFFIXES


def given_ranges(text: str, rate: Fraction, frame_count: int) -> list[FrameRange]:
    """Pieces of a clip from "82,163" (the first frames of segments as people count them) or
    "00:00:05:01" (timecodes of the clip, which begins at 0), or both, divided by commas or spaces.

    Raises WrongUse for anything else, and for a point outside the clip.
    """
    points = [_point(part, rate) for part in re.split(r"[\s,]+", text.strip()) if part]
    if not points:
        raise WrongUse("There are no cut points", "", "Give frames or timecodes, as in 82,163")
    outside = [point for point in points if not 0 < point < frame_count]
    if outside:
        raise WrongUse(
            f"The clip cannot be cut at frame {outside[0] + 1}",
            f"It has {frame_count} frames",
            f"Choose frames from 2 to {frame_count}",
        )
    return cut_ranges(points, frame_count)


def listed_ranges(path: Path, rate: Fraction, frame_count: int) -> list[FrameRange]:
    """Pieces of a clip as an edit list or a timeline has them.

    Raises WrongUse for a list that is not of this clip, StorageError for one that cannot be read.
    """
    read = edl_ranges if path.suffix.lower() == ".edl" else otio_ranges
    ranges = read(path, rate, frame_count)
    beyond = [one for one in ranges if one.stop > frame_count]
    if not ranges or beyond:
        told = f"it ends at frame {beyond[0].stop}, the clip has {frame_count}" if beyond else ""
        raise WrongUse(
            f"{path.name} does not fit the clip",
            told or "it holds no cut with pictures",
            "Choose the list that was made of this clip",
        )
    return ranges


def _point(text: str, rate: Fraction) -> int:
    if text.isdecimal():
        return int(text) - 1
    if _TIMECODE.fullmatch(text):
        return frame_at_timecode(text, rate)
    raise WrongUse(
        f"{text} is no cut point", "", "Give frames (82,163), timecodes (00:00:05:01) or a file"
    )
