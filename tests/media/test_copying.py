from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.domain.frames import FrameRange
from restitch_app.media.copying import CopyPlan, Unit, plan_copy, reorder_delay


def units(ranks: Sequence[int], idr: Sequence[int] = (0,)) -> list[Unit]:
    """`ranks` in decoding order; `idr`: which places are IDR pictures."""
    return [Unit(rank, place in idr) for place, rank in enumerate(ranks)]


def plan(clip: Sequence[Unit], start: int, stop: int) -> list[tuple[int, int]]:
    found = plan_copy(clip, FrameRange(start, stop))
    return [(part.start, part.stop) for part in (found.head, found.copied, found.tail)]


PYRAMID = units([0, 4, 2, 1, 3, 8, 6, 5, 7, 9])
TWO_GOPS = units([0, 3, 1, 2, 4, 7, 5, 6], idr=(0, 4))
OPEN = units([0, 2, 1, 5, 3, 4, 6, 7], idr=(0,))


@pytest.mark.parametrize(
    ("clip", "start", "stop", "expected"),
    [
        (PYRAMID, 0, 10, [(0, 0), (0, 10), (10, 10)]),
        (PYRAMID, 0, 9, [(0, 0), (0, 9), (9, 9)]),
        (PYRAMID, 0, 8, [(0, 0), (0, 5), (5, 8)]),
        (PYRAMID, 0, 4, [(0, 0), (0, 1), (1, 4)]),
        (PYRAMID, 1, 10, [(1, 10), (10, 10), (10, 10)]),
        (TWO_GOPS, 1, 8, [(1, 4), (4, 8), (8, 8)]),
        (TWO_GOPS, 3, 7, [(3, 4), (4, 5), (5, 7)]),
        (TWO_GOPS, 4, 5, [(4, 4), (4, 5), (5, 5)]),
        (OPEN, 1, 8, [(1, 8), (8, 8), (8, 8)]),
        (units([0, 1, 2, 3], idr=()), 0, 4, [(0, 4), (4, 4), (4, 4)]),
    ],
)
def test_the_longest_closed_run_is_copied(
    clip: Sequence[Unit], start: int, stop: int, expected: list[tuple[int, int]]
) -> None:
    assert plan(clip, start, stop) == expected


def test_the_delay_is_the_furthest_picture_decoded_late() -> None:
    assert reorder_delay(units([0, 1, 2])) == 0
    assert reorder_delay(PYRAMID) == 2
    assert reorder_delay([]) == 0


@st.composite
def clips(draw: st.DrawFn) -> list[Unit]:
    """Closed GOPs of mini-GOPs whose pictures are decoded in any order."""
    found: list[Unit] = []
    for _ in range(draw(st.integers(1, 4))):
        found.append(Unit(len(found), is_idr=True))
        for length in draw(st.lists(st.integers(1, 5), max_size=4)):
            first = len(found)
            order = draw(st.permutations(range(first, first + length)))
            found += [Unit(rank, is_idr=False) for rank in order]
    return found


@given(clips(), st.data())
def test_a_plan_covers_what_is_wanted_and_every_copy_is_closed(
    clip: list[Unit], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(clip) - 1))
    stop = data.draw(st.integers(start + 1, len(clip)))
    found: CopyPlan = plan_copy(clip, FrameRange(start, stop))
    assert [*found.head, *found.copied, *found.tail] == list(range(start, stop))
    copied = clip[found.copied.start : found.copied.stop]
    assert sorted(unit.rank for unit in copied) == list(found.copied)
    assert not copied or copied[0].is_idr
    if any(unit.is_idr for unit in clip[start:stop]):
        assert copied
