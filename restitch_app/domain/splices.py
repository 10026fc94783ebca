"""A change of a scene's order: the segments at some places are replaced by others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FIRST_REMOVED_INDEX = 1_000_000_000
"""From here on lie the rows of segments that are in no scene's order: removed, or not yet in it."""


@dataclass(frozen=True, slots=True)
class Splice:
    """From place `first` on, the segments `before` give way to `after`; the rest moves along.

    A segment is named by any of its versions. One in both lists only changes its place, one in
    `before` alone leaves the order, one in `after` alone comes (back) into it.
    """

    first: int
    """Sequence index."""
    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def undone(self) -> Splice:
        return Splice(self.first, self.after, self.before)

    @property
    def shift(self) -> int:
        """By how many places everything behind it moves."""
        return len(self.after) - len(self.before)

    @property
    def touched(self) -> range:
        """Sequence indices of the left segments of every boundary where other segments meet now."""
        return range(self.first - 1, self.first + len(self.after))


def moved(first: int, to: int, names: Sequence[int]) -> Splice:
    """The segment at place `first` comes to stand at place `to`; `names`: of all places."""
    low, high = min(first, to), max(first, to) + 1
    before = tuple(names[low:high])
    rest = [name for name in before if name != names[first]]
    rest.insert(to - low, names[first])
    return Splice(low, before, tuple(rest))


def new_indices(splice: Splice, next_removed: int) -> Mapping[int, int]:
    """For each segment of `before`, by name, its sequence index after the splice."""
    places = {name: splice.first + offset for offset, name in enumerate(splice.after)}
    leaving = [name for name in splice.before if name not in places]
    return places | {name: next_removed + offset for offset, name in enumerate(leaving)}


def is_removed(sequence_index: int) -> bool:
    return sequence_index >= FIRST_REMOVED_INDEX
