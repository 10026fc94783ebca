"""Which of the tried remedies is recommended, above all where a frame is shown twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.analysis.acceptance import Judgement
from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.joins import Join
from restitch_app.domain.seams import Cause, Channel, SeamFigures
from restitch_app.services.remedies.choice import compared, compared_with, recommended
from restitch_app.services.remedies.names import COMFY_BRIDGE
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


def test_a_finished_bridge_is_ranked_by_the_same_rule_as_every_other_remedy() -> None:
    jump = Untreated(3.0, 0.6, (0.7, 0.75, 0.8), (0.75, 0.6, 0.75), 1, False, (Cause.MOTION,))
    morph = replace(MORPH, predicted=replace(JUDGED, visibility_before=3.0, visibility=0.9))
    bridge = replace(
        MORPH, name=COMFY_BRIDGE, predicted=replace(JUDGED, visibility_before=3.0, visibility=0.1)
    )
    tried = compared(SEEN, jump, (morph,))
    assert tried.recommended is morph
    found = compared_with(tried, bridge)
    assert (found.recommended, found.candidates) == (bridge, (bridge, morph))
    assert found.reason.startswith("Bridge (new frames from ComfyUI): nothing of the jump")
    worse = replace(bridge, predicted=replace(JUDGED, visibility_before=3.0, visibility=1.2))
    assert compared_with(tried, worse).recommended is morph
    refused = replace(bridge, refusal=WhyNot.BLURS)
    assert compared_with(tried, refused).recommended is morph
    assert compared_with(tried, replace(bridge, key="other frames")) is tried


def test_what_is_recommended_stands_at_the_top_though_another_costs_less() -> None:
    jump = Untreated(3.0, 0.6, (0.7, 0.75, 0.8), (0.75, 0.6, 0.75), 1, False, (Cause.MOTION,))
    dips = replace(DROP, predicted=replace(JUDGED, visibility_before=3.0, dip=0.02))
    smooth = replace(MORPH, predicted=replace(JUDGED, visibility_before=3.0, visibility=0.2))
    found = compared(SEEN, jump, (dips, smooth))
    assert found.candidates == (smooth, dips)
    assert found.recommended is smooth
