"""How a measured boundary is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from restitch_app.domain.boundaries import (
    BoundaryClass,
    BoundaryType,
    Continuity,
    Limits,
    PlainSsim,
    judge_boundary,
    plain_limits,
)
from restitch_app.domain.joins import Decision, Join, JoinMeasures, Treatment
from restitch_app.domain.policies import (
    continuity_from_note,
    policy_from_note,
    policy_to_note,
)
from restitch_app.domain.seams import Cause, Channel, SeamFigures

POLICY = PlainSsim(threshold=0.85, band=0.08)
GREEN, YELLOW, RED = BoundaryClass.GREEN, BoundaryClass.YELLOW, BoundaryClass.RED


def join_with(ssim: float, decision: Decision | None = None) -> Join:
    join = Join(1, 2, JoinMeasures(ssim, ssim, 0.9, 0.95, 0.97, 0.0, version=1))
    return join.decide(decision) if decision else join


def join_scored(
    channels: Mapping[Channel, float], *causes: Cause, ssim: float = 0.7, is_chained: bool = True
) -> Join:
    """Found by the measure with these scores; without any, too few frames could tell."""
    verdict = max(channels.values(), default=None)
    found = SeamFigures(ssim=ssim, channels=channels, verdict=verdict, causes=causes)
    measures = JoinMeasures(ssim, ssim, 0.6, 0.7, 0.8, 0.0, 2, raw=found, treated=found)
    return Join(1, 2, measures, is_chained=is_chained)


@pytest.mark.parametrize(
    ("ssim", "expected"),
    [(0.0, RED), (0.8499, RED), (0.85, YELLOW), (0.9299, YELLOW), (0.9301, GREEN), (1.0, GREEN)],
)
def test_the_threshold_and_the_band_above_it_make_the_class(
    ssim: float, expected: BoundaryClass
) -> None:
    boundary = judge_boundary(4, join_with(ssim), POLICY)
    assert boundary.boundary_class is expected
    assert boundary.needs_smoothing == (expected is RED)
    assert boundary.is_open == boundary.needs_smoothing
    assert boundary.label == "5|6"
    assert boundary.verdict is None


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(0.0, GREEN), (0.999, GREEN), (1.0, YELLOW), (1.999, YELLOW), (2.0, RED), (17.0, RED)],
)
def test_by_continuity_the_verdict_makes_the_class_whatever_the_ssim(
    verdict: float, expected: BoundaryClass
) -> None:
    for ssim in (0.2, 0.99):
        join = join_scored({Channel.COLOUR: verdict, Channel.SHARP: 0.0}, ssim=ssim)
        boundary = judge_boundary(4, join, Continuity())
        assert (boundary.boundary_class, boundary.verdict) == (expected, verdict)
        assert boundary.needs_smoothing == (expected is not GREEN)
        assert boundary.is_open == (expected is RED)


def test_two_shots_that_meet_are_red_by_the_pictures_until_it_is_declared_a_cut() -> None:
    join = join_scored({Channel.DETAIL: 1.2}, Cause.HARD_CUT)
    found = judge_boundary(0, join, Continuity())
    assert (found.boundary_class, found.is_open, found.is_cut) == (RED, True, False)
    declared = judge_boundary(0, join.decide(Decision.CUT), Continuity())
    assert (declared.boundary_class, declared.needs_smoothing, declared.is_open) == (
        None,
        False,
        False,
    )
    assert declared.is_cut


def test_each_type_of_boundary_has_limits_of_its_own() -> None:
    lenient = Limits().with_channels({Channel.COLOUR: 2.0, Channel.SHARP: 1.0})
    assert lenient.channels == {Channel.COLOUR: 2.0}
    policy = Continuity().with_limits(BoundaryType.OTHER, lenient)
    scores = {Channel.COLOUR: 1.8, Channel.SHARP: 0.5}
    chained = judge_boundary(0, join_scored(scores), policy)
    other = judge_boundary(0, join_scored(scores, is_chained=False), policy)
    assert (chained.boundary_class, chained.verdict) == (YELLOW, 1.8)
    assert (other.boundary_class, other.verdict) == (GREEN, 0.9)
    assert other.boundary_type is BoundaryType.OTHER


def test_where_too_few_frames_say_what_is_natural_ssim_judges() -> None:
    policy = Continuity(few_frames=PlainSsim(0.5, 0.1))
    for ssim, expected in ((0.4, RED), (0.55, YELLOW), (0.7, GREEN)):
        boundary = judge_boundary(0, join_scored({}, ssim=ssim), policy)
        assert (boundary.boundary_class, boundary.verdict) == (expected, None)


def test_what_only_an_older_measure_saw_is_not_judged_by_continuity() -> None:
    boundary = judge_boundary(0, join_with(0.2), Continuity())
    assert (boundary.boundary_class, boundary.needs_smoothing) == (None, False)
    assert boundary.ssim == 0.2


def test_an_accepted_boundary_keeps_its_class_and_is_no_longer_open() -> None:
    boundary = judge_boundary(4, join_with(0.5, Decision.ACCEPTED), POLICY)
    assert boundary.boundary_class is RED
    assert boundary.ssim == 0.5
    assert not boundary.is_open


def test_an_accepted_boundary_remembers_what_was_measured_then() -> None:
    accepted = join_scored({Channel.SHARP: 2.5}).decide(Decision.ACCEPTED, "a rack focus")
    assert accepted.decided is not None
    assert (accepted.decided.ssim, accepted.decided.verdict) == (0.7, 2.5)
    assert accepted.decided.reason == "a rack focus"
    assert accepted.undecided() == join_scored({Channel.SHARP: 2.5})


def test_a_cut_and_an_unmeasured_boundary_have_no_class() -> None:
    assert judge_boundary(0, join_with(0.1, Decision.CUT), POLICY).boundary_class is None
    unmeasured = judge_boundary(0, Join(1, 2, None), POLICY)
    assert unmeasured.boundary_class is None
    assert unmeasured.ssim is None
    assert not unmeasured.needs_smoothing
    assert unmeasured.causes == ()


def test_a_new_treatment_takes_back_the_decision() -> None:
    join = join_with(0.5, Decision.ACCEPTED)
    assert join.measures is not None
    treated = join.treated(Treatment("blend"), join.measures)
    assert (treated.decision, treated.decided) == (None, None)


@pytest.mark.parametrize(
    "policy",
    [
        PlainSsim(0.7, 0.1),
        Continuity(),
        Continuity(
            chained=Limits(0.9, 3.0, {Channel.COLOUR: 1.25}),
            other=Limits(channels={Channel.ALIGN: 0.5}),
            few_frames=PlainSsim(0.6, 0.05),
        ),
    ],
)
def test_a_policy_comes_back_from_its_note(policy: PlainSsim | Continuity) -> None:
    assert policy_from_note(policy_to_note(policy)) == policy
    assert plain_limits(policy_from_note(policy_to_note(policy))) == plain_limits(policy)


def test_changing_over_to_plain_ssim_and_back_loses_no_limit() -> None:
    set_once = Continuity(chained=Limits(channels={Channel.REPEAT: 0.8}))
    merged = policy_to_note(set_once) | policy_to_note(PlainSsim(0.7, 0.1))
    assert policy_from_note(merged) == PlainSsim(0.7, 0.1)
    assert continuity_from_note(merged) == replace(set_once, few_frames=PlainSsim(0.7, 0.1))


def test_what_a_note_of_a_policy_does_not_mention_is_at_its_default() -> None:
    assert policy_from_note({}) == Continuity()
    odd = {"policy": "continuity", "limits": {"chained": {"yellow": "low"}, "other": 3}}
    assert policy_from_note(odd) == Continuity()
