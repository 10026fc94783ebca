"""Where a film is a chain of clips that each begin with the last frame of the one before.

Played one after the other such clips show that frame twice, at equal distances where all are as
long. A pause in the movement shows frames twice too, but anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

SHORTEST_CLIP = 9
"""Frames; models of this kind make at least two latents of four frames, and one."""
NEIGHBOURS = 6
MOST_OF_USUAL = 0.35
"""A frame that repeats the one before, encoded again, differs by less than this share of what is
usual around it. Drawn chains encoded by x264 at CRF 14 to 35 came to 0.00 to 0.20 of it."""
LEAST_USUAL = 0.15
"""Of 255: where frames differ by less anyway, nothing can be told."""
MOST_OFF = 1
FOUND_SHARE = 0.75
"""Of the places where a chain of that length repeats a frame; the rest may lie in still parts."""


def repeats(steps: Sequence[float]) -> list[int]:
    """Frames that repeat the one before. `steps[n]`: mean difference of frame n to frame n-1, of
    255; the first is not looked at."""
    return [number for number in range(1, len(steps)) if _is_repeat(steps, number)]


def chain_marks(steps: Sequence[float]) -> list[int]:
    """First frames of the clips after the first, or none where the film is no chain.

    The shortest distance wins at whose multiples frames are repeated, one frame off at most. The
    last clip may be shorter; where there are two clips only, they have to be as long.
    """
    found, total = repeats(steps), len(steps)
    for length in found:
        if length < SHORTEST_CLIP:
            continue
        marks, known = _at_multiples(length, found, total)
        is_chain = known >= max(FOUND_SHARE * len(marks), len(found) / 2)
        is_told_by_one = len(marks) == 1 and abs(total - 2 * length) > 2 * MOST_OFF
        if marks and is_chain and not is_told_by_one:
            return marks
    return []


def _is_repeat(steps: Sequence[float], number: int) -> bool:
    around = [
        steps[near]
        for near in range(max(1, number - NEIGHBOURS), min(len(steps), number + NEIGHBOURS + 1))
        if near != number
    ]
    usual = median(around) if around else 0.0
    return usual >= LEAST_USUAL and steps[number] <= MOST_OF_USUAL * usual


def _at_multiples(length: int, found: Sequence[int], total: int) -> tuple[list[int], int]:
    """A chain's marks, each counted on from the one before, and how many of them were seen."""
    marks, known, place = [], 0, length
    while place < total:
        near = [one for one in found if abs(one - place) <= MOST_OFF]
        seen = min(near, key=lambda one: abs(one - place)) if near else None
        known += seen is not None
        marks.append(place if seen is None else seen)
        place = marks[-1] + length
    return marks, known
