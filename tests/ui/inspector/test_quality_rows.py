from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from restitch_app.domain.boundaries import (
    Boundary,
    BoundaryPolicy,
    Continuity,
    PlainSsim,
    judge_boundary,
)
from restitch_app.domain.joins import Decision, Join, JoinMeasures
from restitch_app.domain.quality import CheckName, CheckResult, QualityReport, Verdict, summed_up
from restitch_app.domain.seams import Channel, SeamFigures
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.inspector.parameters import value_text
from restitch_app.ui.inspector.quality_fault import ranges
from restitch_app.ui.inspector.quality_rows import Fault, Judged, Trend, quality_rows, signed
from restitch_app.ui.pieces.times import when
from restitch_app.ui.theme.shapes import Shape
from tests.ui.samples import version

POLICY = PlainSsim(0.85, 0.08)


def check(name: CheckName, score: float, value: float) -> CheckResult:
    verdict = Verdict.PASS if score >= 80 else Verdict.WARN if score >= 50 else Verdict.FAIL
    return CheckResult(name, verdict, score, value, "", "A sentence.")


def report(flicker: tuple[float, float], colour: tuple[float, float]) -> QualityReport:
    return summed_up([check(CheckName.FLICKER, *flicker), check(CheckName.COLOUR, *colour)])


def met(left_index: int, ssim: float, policy: BoundaryPolicy, verdict: float = 0.0) -> Boundary:
    found = SeamFigures(ssim=ssim, channels={Channel.COLOUR: verdict}, verdict=verdict)
    measures = JoinMeasures(ssim, ssim, 0.69, 0.72, 0.78, 0.0, 2, found, found)
    return judge_boundary(left_index, Join(1, 2, measures), policy)


OLD = Judged(version(4), report((30, 4.1), (95, 2.4)), met(3, 0.95, POLICY), met(4, 0.95, POLICY))
NEW = Judged(
    version(4, number=2), report((97, 1.2), (94, 2.5)), met(3, 0.96, POLICY), met(4, 0.75, POLICY)
)


def test_boundaries_come_first_and_say_better_worse_or_same() -> None:
    before, after, *_ = quality_rows(OLD, NEW)
    assert (before.name, before.a, before.b) == ("Boundary 4 | 5", "0.95", "0.96")
    assert (before.trend, before.number, before.shape) == (Trend.SAME, "+0.01", Shape.SMOOTH)
    assert (after.name, after.trend, after.number) == ("Boundary 5 | 6", Trend.WORSE, "−0.20")
    assert after.shape is Shape.VISIBLE


def test_nothing_is_told_of_a_clip_that_is_not_what_was_measured() -> None:
    cut_off = replace(NEW, damage=Damage(readable_frames=38, is_there=True))
    before, after, flicker, *_ = quality_rows(OLD, cut_off)
    assert (before.b, before.shape) == ("0.96", Shape.SMOOTH)  # it still begins as it did
    assert (after.a, after.b, after.shape) == ("0.95", "not checked", Shape.NOT_CHECKED)
    assert (flicker.trend, flicker.number, flicker.is_quiet) == (Trend.NONE, "", False)
    gone = replace(OLD, damage=Damage())
    assert {row.a for row in quality_rows(gone, NEW)} == {"not checked"}
    assert quality_rows(gone, NEW)[0].b == "0.96"


def test_against_the_scenes_own_motion_the_verdict_judges_and_no_threshold() -> None:
    policy = Continuity()
    repeat = Judged(version(4), None, met(3, 1.0, policy, verdict=1.5), met(4, 0.71, policy))
    dropped = Judged(version(4, number=2), None, met(3, 0.71, policy), met(4, 0.99, policy, 2.5))
    before, after = quality_rows(repeat, dropped)
    assert (before.a, before.b, before.shape) == ("1.00", "0.71", Shape.SMOOTH)
    assert (before.trend, before.number, before.natural) == (Trend.BETTER, "V −1.5", "0.69–0.78")
    assert before.tip == "Boundary 4 | 5: Smooth, SSIM 0.71, natural here 0.69–0.78"
    assert (after.trend, after.number, after.shape) == (Trend.WORSE, "V +2.5", Shape.VISIBLE)


def test_a_cut_is_not_judged() -> None:
    cut = met(3, 0.4, Continuity(), 9.0)
    cut = judge_boundary(3, cut.join.decide(Decision.CUT), Continuity())
    [row] = quality_rows(OLD, Judged(version(4), None, cut))
    assert (row.shape, row.trend, row.natural) == (None, Trend.NONE, "")
    assert row.tip == "Boundary 4 | 5: cut, SSIM 0.40"


def test_a_check_that_did_not_pass_says_what_where_and_why() -> None:
    failed = CheckResult(
        CheckName.BLACK, Verdict.FAIL, 0.0, 3.0, "frames", "Frames 5-6 and 9 are black.", (4, 5, 8)
    )
    judged = Judged(version(4), summed_up([failed, check(CheckName.FLICKER, 97, 1.2)]))
    black, flicker = quality_rows(None, judged)
    why = "Black frames show as a blink, and the next segment may be seeded from one."
    assert black.tip == f"Frames 5-6 and 9 are black. {why}"
    assert black.fault == Fault("Frames 5-6 and 9 are black.", why, (4, 5, 8))
    assert flicker.fault is None
    assert ranges((4, 5, 8)) == [(4, 5), (8, 8)]


def test_a_check_that_got_better_shows_by_how_much() -> None:
    flicker, colour = quality_rows(OLD, NEW)[2:]
    assert (flicker.a, flicker.b, flicker.trend) == ("4.1", "1.2", Trend.BETTER)
    assert flicker.number == "−2.9"
    assert not flicker.is_quiet
    assert (colour.trend, colour.is_quiet) == (Trend.SAME, True)


def test_a_pair_that_never_met_is_not_checked() -> None:
    nothing = judge_boundary(4, Join(1, 2, None), POLICY)
    [row] = quality_rows(None, Judged(version(4), None, after=nothing))
    assert (row.name, row.b, row.shape) == ("Boundary 5 | 6", "not checked", Shape.NOT_CHECKED)


def test_one_version_alone_is_compared_with_nothing() -> None:
    rows = quality_rows(None, NEW)
    assert {row.trend for row in rows} == {Trend.NONE}
    assert {row.a for row in rows} == {""}


@pytest.mark.parametrize(
    ("value", "decimals", "told"), [(0.2, 2, "+0.20"), (-0.2, 1, "−0.2"), (-0.001, 2, "0.00")]
)
def test_signs_are_real_ones(value: float, decimals: int, told: str) -> None:
    assert signed(value, decimals) == told


def test_seeds_are_told_in_groups_of_three() -> None:
    assert value_text("seed", 440917256) == "440\u202f917\u202f256"
    assert value_text("cfg", 5.0) == "5.0"
    assert value_text("cfg", 5.25) == "5.25"
    assert value_text("prompt", "a lake") == "a lake"


def test_moments_are_told_from_today() -> None:
    now = datetime(2026, 11, 22, 15, 0, tzinfo=UTC).astimezone()
    assert when(now.isoformat(), now) == f"Today {now:%H:%M}"
    assert when((now - timedelta(days=1)).isoformat(), now) == f"Yesterday {now:%H:%M}"
    assert when((now - timedelta(days=400)).isoformat(), now).split()[2] == "2025"
