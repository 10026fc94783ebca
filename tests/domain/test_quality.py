from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.domain.quality import (
    WEIGHTS,
    CheckName,
    CheckResult,
    Verdict,
    graded,
    summed_up,
)


def result(name: CheckName, verdict: Verdict, score: float) -> CheckResult:
    return CheckResult(name, verdict, score, None, "", "Said.")


def test_every_check_has_a_weight() -> None:
    assert set(WEIGHTS) == set(CheckName)
    assert min(WEIGHTS.values()) > 0


def test_the_score_is_the_weighted_mean() -> None:
    found = summed_up(
        [result(CheckName.FORMAT, Verdict.PASS, 100), result(CheckName.BLACK, Verdict.PASS, 85)]
    )
    heavy, light = WEIGHTS[CheckName.FORMAT], WEIGHTS[CheckName.BLACK]
    assert found.score == pytest.approx((100 * heavy + 85 * light) / (heavy + light))
    assert found.verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("worst", "score", "cap"), [(Verdict.WARN, 70.0, 79.0), (Verdict.FAIL, 10.0, 49.0)]
)
def test_one_fault_caps_the_score_however_good_the_rest(
    worst: Verdict, score: float, cap: float
) -> None:
    good = [result(name, Verdict.PASS, 100) for name in CheckName if name is not CheckName.MOTION]
    found = summed_up([*good, result(CheckName.MOTION, worst, score)])
    assert found.score == cap
    assert found.verdict is worst


def test_a_failure_outweighs_a_warning() -> None:
    found = summed_up(
        [result(CheckName.BLACK, Verdict.FAIL, 0), result(CheckName.SEED, Verdict.WARN, 60)]
    )
    assert found.verdict is Verdict.FAIL


def test_a_report_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        summed_up([])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.0, (Verdict.PASS, 100.0)),
        (1.0, (Verdict.PASS, 90.0)),
        (2.0, (Verdict.WARN, 79.0)),
        (4.0, (Verdict.FAIL, 49.0)),
        (8.0, (Verdict.FAIL, 0.0)),
        (99.0, (Verdict.FAIL, 0.0)),
        (-1.0, (Verdict.PASS, 100.0)),
    ],
)
def test_a_rising_figure_is_graded_at_its_limits(
    value: float, expected: tuple[Verdict, float]
) -> None:
    assert graded(value, 0.0, 2.0, 4.0) == expected


def test_a_falling_figure_is_graded_the_other_way_round() -> None:
    assert graded(1.0, 1.0, 0.85, 0.6) == (Verdict.PASS, 100.0)
    assert graded(0.7, 1.0, 0.85, 0.6)[0] is Verdict.WARN
    assert graded(0.5, 1.0, 0.85, 0.6)[0] is Verdict.FAIL


def test_equal_limits_leave_no_room_for_a_warning() -> None:
    assert graded(0, 0, 1, 1) == (Verdict.PASS, 100.0)
    assert graded(1, 0, 1, 1)[0] is Verdict.FAIL


@given(st.floats(0, 20), st.floats(0, 20), st.floats(0.1, 5), st.floats(0.1, 5))
def test_worse_never_scores_better_and_the_verdict_fits_the_score(
    one: float, other: float, warn: float, more: float
) -> None:
    verdict, score = graded(max(one, other), 0, warn, warn + more)
    assert score <= graded(min(one, other), 0, warn, warn + more)[1]
    bands = {Verdict.PASS: (80, 100), Verdict.WARN: (50, 79), Verdict.FAIL: (0, 49)}
    low, high = bands[verdict]
    assert low - 1e-6 <= score <= high + 1e-6
