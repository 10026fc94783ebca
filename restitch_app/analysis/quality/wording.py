"""Sentences shared by the checks: frames as people count them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

MOST_RANGES = 3


def frames_in_words(frames: Sequence[int]) -> str:
    """Ascending segment frames counted from 0, told from 1: "frame 5", "frames 5-9 and 12"."""
    starts = [0] + [at + 1 for at, (a, b) in enumerate(pairwise(frames)) if b != a + 1]
    stops = [*starts[1:], len(frames)]
    ranges = [
        f"{frames[start] + 1}"
        if stop - start == 1
        else f"{frames[start] + 1}-{frames[stop - 1] + 1}"
        for start, stop in zip(starts, stops, strict=True)
    ]
    if len(ranges) > MOST_RANGES:
        ranges = [*ranges[: MOST_RANGES - 1], "others"]
    told = ranges[0] if len(ranges) == 1 else f"{', '.join(ranges[:-1])} and {ranges[-1]}"
    return f"frame {told}" if len(frames) == 1 else f"frames {told}"
