"""Which packets of a clip can be copied for a range of its frames. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from restitch_app.domain.frames import FrameRange


@dataclass(frozen=True, slots=True)
class Unit:
    """One packet: a picture, in decoding order."""

    rank: int
    """Its place in presentation order, hidden pictures included."""
    is_idr: bool
    """Nothing after it refers to anything before it. A key flag alone does not say that."""


@dataclass(frozen=True, slots=True)
class CopyPlan:
    """`wanted` as ranks: encode `head`, copy `copied`, encode `tail`; each may be empty.

    `copied` is at the same time a range of packets in decoding order: both ends are closed, no
    picture inside is shown outside.
    """

    head: FrameRange
    copied: FrameRange
    tail: FrameRange


def plan_copy(units: Sequence[Unit], wanted: FrameRange) -> CopyPlan:
    """The longest copy for the ranks `wanted`, from an IDR picture on.

    A tail is cut after the last packet up to which the pictures decoded are the pictures shown;
    what follows there is encoded again, and so is what comes before the first IDR picture.
    """
    nothing = CopyPlan(wanted, FrameRange(wanted.stop, wanted.stop), _empty(wanted.stop))
    closed = _closed_prefixes(units, wanted.stop)
    start = next(
        (
            place
            for place in range(wanted.start, wanted.stop)
            if place in closed and units[place].is_idr and units[place].rank == place
        ),
        None,
    )
    if start is None:
        return nothing
    stop = max(place for place in closed if place <= wanted.stop)
    if stop <= start:
        return nothing
    return CopyPlan(
        FrameRange(wanted.start, start), FrameRange(start, stop), FrameRange(stop, wanted.stop)
    )


def reorder_delay(units: Sequence[Unit]) -> int:
    """How many frames later the furthest picture is decoded than it is shown."""
    return max((place - unit.rank for place, unit in enumerate(units)), default=0)


def _empty(place: int) -> FrameRange:
    return FrameRange(place, place)


def _closed_prefixes(units: Sequence[Unit], last: int) -> set[int]:
    """Counts n up to `last` for which the first n pictures decoded are the first n shown."""
    closed, highest = {0}, -1
    for count, unit in enumerate(units[:last], start=1):
        highest = max(highest, unit.rank)
        if highest == count - 1:
            closed.add(count)
    return closed
