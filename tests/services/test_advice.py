"""The sentences that say what to do, and the reasons in them."""

from __future__ import annotations

import pytest

from restitch_app.domain.boundaries import Boundary, PlainSsim, judge_boundary
from restitch_app.domain.joins import UNTREATED, Decision, Join, JoinMeasures, Treatment
from restitch_app.services.review.advice import recommendation, regeneration_notice, segment_advice

POLICY = PlainSsim()


def boundary(
    left: int,
    ssim: float | None,
    *,
    natural: tuple[float, float] | None = (0.95, 0.98),
    treatment: Treatment = UNTREATED,
    decision: Decision | None = None,
) -> Boundary:
    """Between the segments `left` and `left + 1`, counted from 1."""
    low, high = natural or (None, None)
    measures = None if ssim is None else JoinMeasures(ssim, ssim, low, low, high, 0.0, 1)
    return judge_boundary(left - 1, Join(left, left + 1, measures, treatment, decision), POLICY)


def advice(found: Boundary, *, right_seed_changed: bool = False) -> str | None:
    return recommendation(found, POLICY, right_seed_changed=right_seed_changed)


def test_a_replaced_seed_frame_is_the_reason() -> None:
    assert advice(boundary(5, 0.62), right_seed_changed=True) == (
        "Boundary 5|6: SSIM 0.62 is below 0.85, segment 6 was generated from a frame that has been "
        "replaced. Smooth it, or regenerate segment 6."
    )


def test_a_jump_is_the_reason() -> None:
    assert advice(boundary(5, 0.62)) == (
        "Boundary 5|6: SSIM 0.62 is below 0.85, the picture jumps. "
        "Smooth it, or regenerate segment 6."
    )


def test_a_step_within_the_scenes_own_motion_is_to_be_looked_at() -> None:
    assert advice(boundary(5, 0.62, natural=(0.58, 0.71))) == (
        "Boundary 5|6: SSIM 0.62 is below 0.85, but neighbouring frames here differ as much, "
        "SSIM 0.58 to 0.71. Play it: accept it if it runs well, else smooth it."
    )


def test_what_was_tried_is_not_recommended_again() -> None:
    told = advice(boundary(5, 0.80, treatment=Treatment("blend")), right_seed_changed=True)
    assert told is not None
    assert "although it was smoothed (Cross-fade)" in told
    assert told.endswith("Try another method, or regenerate segment 6.")
    repeat = advice(boundary(5, 0.80, treatment=Treatment("drop_repeat", trim_left=1)))
    assert repeat is not None
    assert "smoothed" not in repeat


@pytest.mark.parametrize("changed", [False, True])
@pytest.mark.parametrize(
    "found",
    [
        boundary(5, 0.95),
        boundary(5, 0.90),
        boundary(5, None),
        boundary(5, 0.2, decision=Decision.ACCEPTED),
        boundary(5, 0.2, decision=Decision.CUT),
    ],
    ids=["green", "yellow", "unmeasured", "accepted", "cut"],
)
def test_nothing_is_needed(found: Boundary, changed: bool) -> None:
    assert advice(found, right_seed_changed=changed) is None


def test_a_value_just_below_is_shown_to_be_below() -> None:
    told = advice(boundary(5, 0.8496))
    assert told is not None
    assert "SSIM 0.8496 is below 0.85" in told


def test_without_surroundings_it_is_a_jump() -> None:
    told = recommendation(boundary(1, 0.4, natural=None), POLICY)
    assert told == (
        "Boundary 1|2: SSIM 0.40 is below 0.85, the picture jumps. Smooth it, or regenerate "
        "segment 2."
    )


def test_a_segment_that_fits_neither_neighbour_is_to_be_regenerated() -> None:
    both = boundary(4, 0.61), boundary(5, 0.66)
    assert segment_advice(*both, POLICY) == (
        "Boundaries 4|5 and 5|6: SSIM 0.61 and 0.66 are below 0.85, it fits neither neighbour. "
        "Regenerate segment 5, or smooth both."
    )
    told = segment_advice(*both, POLICY, seed_changed=True)
    assert told is not None
    assert "it was generated from a frame that has been replaced" in told


def test_a_segment_is_not_blamed_for_the_next_ones_old_seed_frame() -> None:
    both = boundary(4, 0.61), boundary(5, 0.66)
    told = segment_advice(*both, POLICY, next_seed_changed=True)
    assert told is not None
    assert told.count("Boundary ") == 2
    assert "Regenerate segment 5" not in told


def test_a_segment_at_the_end_of_the_scene() -> None:
    assert segment_advice(None, None, POLICY) is None
    assert segment_advice(boundary(9, 0.97), None, POLICY) is None
    told = segment_advice(None, boundary(1, 0.5), POLICY)
    assert told == advice(boundary(1, 0.5))


@pytest.mark.parametrize(
    ("segment", "count", "told"),
    [
        (5, 10, "This will regenerate segment 5. Segments 6–10 may need re-checking."),
        (9, 10, "This will regenerate segment 9. Segment 10 may need re-checking."),
        (10, 10, "This will regenerate segment 10. No later segments are affected."),
    ],
)
def test_what_regenerating_sets_off(segment: int, count: int, told: str) -> None:
    assert regeneration_notice(segment - 1, count) == told
