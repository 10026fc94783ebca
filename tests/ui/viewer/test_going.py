"""What a reviewer may write to go somewhere, and how the rest is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.ui.pieces.wording import timecode
from restitch_app.ui.viewer.going import FORMS, Refused, frame_written
from restitch_app.ui.viewer.marks import Marks

COUNT, RATE = 810, Fraction(16)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("405", 404),
        (" 1 ", 0),
        ("+10", 110),
        ("- 10", 90),
        ("−10", 90),
        ("00:00:25:01", 401),
        ("25:01", 401),
        ("0:25:01", 401),
        ("00:00:25;01", 401),
    ],
)
def test_a_frame_a_step_and_a_timecode_are_understood(text: str, frame: int) -> None:
    assert frame_written(text, 100, COUNT, RATE) == frame


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0", "The scene has frames 1 to 810."),
        ("811", "The scene has frames 1 to 810."),
        ("+800", "The scene has frames 1 to 810."),
        ("00:00:25:16", "In this timecode frames go from 00 to 15."),
        ("00:00:75:00", "In this timecode seconds go from 00 to 59."),
        ("", FORMS),
        ("end", FORMS),
        ("²", FORMS),
        ("1:2:3:4:5", FORMS),
    ],
)
def test_what_leads_nowhere_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        frame_written(text, 100, COUNT, RATE)
    assert str(refused.value) == sentence


@given(frame=st.integers(0, 400_000), rate=st.sampled_from([16, 24, Fraction(24000, 1001), 60]))
def test_every_timecode_that_is_shown_leads_back_to_its_frame(
    frame: int, rate: Fraction | int
) -> None:
    assert frame_written(timecode(frame, Fraction(rate)), 0, 400_001, Fraction(rate)) == frame


@given(st.lists(st.tuples(st.sampled_from("io"), st.integers(0, 99)), max_size=8))
def test_the_in_point_never_lies_behind_the_out_point(points: list[tuple[str, int]]) -> None:
    marks = Marks()
    for kind, frame in points:
        (marks.set_first if kind == "i" else marks.set_last)(frame)
        assert (marks.first if kind == "i" else marks.last) == frame
    between = marks.frames(100)
    assert (between is None) is (not points)
    if between is not None:
        assert 0 <= between.start < between.stop <= 100
    marks.keep_within(10)
    assert all(mark is None or mark < 10 for mark in (marks.first, marks.last))
