"""How a measured boundary is judged."""

from __future__ import annotations

import pytest

from restitch_app.domain.boundaries import BoundaryClass, PlainSsim, judge_boundary
from restitch_app.domain.joins import UNTREATED, Decision, Join, JoinMeasures, Treatment

POLICY = PlainSsim(threshold=0.85, band=0.08)


def join_with(ssim: float, decision: Decision | None = None) -> Join:
    measures = JoinMeasures(ssim, ssim, 0.9, 0.95, 0.97, 0.0, version=1)
    return Join(1, 2, measures, UNTREATED, decision)


@pytest.mark.parametrize(
    ("ssim", "expected"),
    [
        (0.0, BoundaryClass.RED),
        (0.8499, BoundaryClass.RED),
        (0.85, BoundaryClass.YELLOW),
        (0.9299, BoundaryClass.YELLOW),
        (0.9301, BoundaryClass.GREEN),
        (1.0, BoundaryClass.GREEN),
    ],
)
def test_the_threshold_and_the_band_above_it_make_the_class(
    ssim: float, expected: BoundaryClass
) -> None:
    boundary = judge_boundary(4, join_with(ssim), POLICY)
    assert boundary.boundary_class is expected
    assert boundary.needs_smoothing == (expected is BoundaryClass.RED)
    assert boundary.is_open == boundary.needs_smoothing
    assert boundary.label == "5|6"


def test_an_accepted_boundary_keeps_its_class_and_is_no_longer_open() -> None:
    boundary = judge_boundary(4, join_with(0.5, Decision.ACCEPTED), POLICY)
    assert boundary.boundary_class is BoundaryClass.RED
    assert boundary.ssim == 0.5
    assert not boundary.is_open


def test_a_cut_and_an_unmeasured_boundary_have_no_class() -> None:
    assert judge_boundary(0, join_with(0.1, Decision.CUT), POLICY).boundary_class is None
    unmeasured = judge_boundary(0, Join(1, 2, None), POLICY)
    assert unmeasured.boundary_class is None
    assert unmeasured.ssim is None
    assert not unmeasured.needs_smoothing


def test_a_new_treatment_takes_back_the_decision() -> None:
    join = join_with(0.5, Decision.ACCEPTED)
    assert join.measures is not None
    assert join.treated(Treatment("blend"), join.measures).decision is None
