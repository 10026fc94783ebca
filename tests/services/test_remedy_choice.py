"""Which of the tried remedies is recommended, above all where a frame is shown twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.analysis.acceptance import Judgement
from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.joins import Join
from restitch_app.domain.seams import Cause, Channel, SeamFigures
from restitch_app.services.remedies.choice import recommended
from restitch_app.services.remedies.values import Candidate, Untreated, WhyNot

SEEN = Boundary(0, Join(1, 2, None), BoundaryClass.YELLOW, needs_smoothing=True)
REPEATED = Untreated(0.05, 1.0, (0.7, 0.75, 0.8), (0.75, 1.0, 0.75), 1, False, (Cause.REPEAT,))
"""E0 is next to nothing: frames repeat here now and then."""
JUDGED = Judgement(
    visibility_before=0.05,
    visibility=0.0,
    worst=Channel.STRUCT,
    sharpness_loss=0.0,
    ssim=0.75,
    inside_natural=True,
    curve=(0.75,),
    seam_index=0,
)
GREEN = SeamFigures(ssim=0.75)
DROP = Candidate(
    "key",
    "drop_repeat",
    None,
    JUDGED,
    GREEN,
    trim_left=1,
    predicted_class=BoundaryClass.GREEN,
)
MORPH = Candidate(
    "key",
    "flow_morph",
    None,
    JUDGED,
    GREEN,
    touched_left=6,
    touched_right=6,
    predicted_class=BoundaryClass.GREEN,
)


def test_a_repeated_frame_is_dropped_though_little_is_seen_of_it() -> None:
    assert recommended(SEEN, REPEATED, (MORPH, DROP)) is DROP
    assert recommended(SEEN, replace(REPEATED, causes=(Cause.MOTION,)), (MORPH, DROP)) is None


def test_a_green_one_is_left_as_it_is() -> None:
    green = replace(SEEN, boundary_class=BoundaryClass.GREEN)
    assert recommended(green, REPEATED, (MORPH, DROP)) is None


@pytest.mark.parametrize(
    "not_cured",
    [
        replace(DROP, refusal=WhyNot.MORE_VISIBLE),
        replace(DROP, predicted_class=BoundaryClass.YELLOW),
        replace(DROP, figures=replace(GREEN, causes=(Cause.REPEAT,))),
        replace(DROP, predicted=replace(JUDGED, visibility=0.5, worst=Channel.REPEAT)),
    ],
)
def test_what_does_not_take_the_repeat_away_is_no_cure(not_cured: Candidate) -> None:
    assert recommended(SEEN, REPEATED, (not_cured,)) is None
    assert recommended(SEEN, REPEATED, (not_cured, MORPH)) is MORPH


def test_what_leaves_plainly_less_to_see_comes_before_the_drop() -> None:
    seen = replace(DROP, predicted=replace(JUDGED, visibility=0.24))
    assert recommended(SEEN, REPEATED, (seen, MORPH)) is MORPH
