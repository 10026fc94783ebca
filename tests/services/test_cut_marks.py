"""Cuts that are moved stay between their neighbours; no piece is ever empty."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from restitch_app.domain.frames import FrameRange
from restitch_app.services.imports.cut_marks import CutMarks

MARKS = CutMarks(FrameRange(10, 40), (20, 30))


def test_a_cut_is_moved_as_far_as_its_neighbours() -> None:
    assert MARKS.moved(0, 25).starts == (25, 30)
    assert MARKS.moved(0, 99).starts == (29, 30)
    assert MARKS.moved(0, 0).starts == (11, 30)
    assert MARKS.moved(1, 99).starts == (20, 39)
    assert MARKS.pieces == (FrameRange(10, 20), FrameRange(20, 30), FrameRange(30, 40))


def test_a_cut_comes_into_the_longer_piece_beside_the_one_that_is_chosen() -> None:
    assert CutMarks(FrameRange(0, 9)).added(None) == (CutMarks(FrameRange(0, 9), (4,)), 0)
    marks = CutMarks(FrameRange(0, 100), (10, 20, 40))
    assert marks.added(0) == (CutMarks(FrameRange(0, 100), (5, 10, 20, 40)), 0)
    assert marks.added(1) == (CutMarks(FrameRange(0, 100), (10, 20, 30, 40)), 2)
    assert marks.added(None) == (CutMarks(FrameRange(0, 100), (10, 20, 40, 70)), 3)
    crowded = CutMarks(FrameRange(0, 9), (1, 2))
    assert crowded.added(0) == (CutMarks(FrameRange(0, 9), (1, 2, 5)), 2)
    assert CutMarks(FrameRange(0, 2), (1,)).added(0) is None
    assert MARKS.removed(0).starts == (30,)


@given(
    st.integers(2, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(-20, 20)), max_size=12)
)
def test_every_piece_keeps_a_frame(count: int, steps: list[tuple[int, int]]) -> None:
    marks = CutMarks(FrameRange(3, 3 + count))
    for place, step in steps:
        if not marks.starts or step % 3 == 0:
            marks = (marks.added(None) or (marks, 0))[0]
        elif step % 7 == 0:
            marks = marks.removed(place % len(marks.starts))
        else:
            chosen = place % len(marks.starts)
            marks = marks.moved(chosen, marks.starts[chosen] + step)
        assert all(len(piece) >= 1 for piece in marks.pieces)
        assert sum(map(len, marks.pieces)) == count
