from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from restitch_app.domain.boundaries import PlainSsim
from restitch_app.domain.quality import CheckName, CheckResult, QualityReport, Verdict, summed_up
from restitch_app.ui.inspector.parameters import value_text
from restitch_app.ui.inspector.quality_rows import Judged, Trend, quality_rows, signed
from restitch_app.ui.inspector.times import when
from restitch_app.ui.theme.shapes import Shape
from tests.ui.samples import version

POLICY = PlainSsim(0.85, 0.08)


def check(name: CheckName, score: float, value: float) -> CheckResult:
    verdict = Verdict.PASS if score >= 80 else Verdict.WARN if score >= 50 else Verdict.FAIL
    return CheckResult(name, verdict, score, value, "", "A sentence.")


def report(flicker: tuple[float, float], colour: tuple[float, float]) -> QualityReport:
    return summed_up([check(CheckName.FLICKER, *flicker), check(CheckName.COLOUR, *colour)])


OLD = Judged(
    replace(version(4), boundary_ssim_before=0.95, boundary_ssim_after=0.95),
    report((30, 4.1), (95, 2.4)),
)
NEW = Judged(
    replace(version(4, number=2), boundary_ssim_before=0.96, boundary_ssim_after=0.75),
    report((97, 1.2), (94, 2.5)),
)


def test_boundaries_come_first_and_say_better_worse_or_same() -> None:
    before, after, *_ = quality_rows(OLD, NEW, POLICY, last_index=9)
    assert (before.name, before.a, before.b) == ("Boundary 4 | 5", "0.95", "0.96")
    assert (before.trend, before.number, before.shape) == (Trend.SAME, "+0.01", Shape.SMOOTH)
    assert (after.name, after.trend, after.number) == ("Boundary 5 | 6", Trend.WORSE, "−0.20")
    assert after.shape is Shape.VISIBLE


def test_a_check_that_got_better_shows_by_how_much() -> None:
    flicker, colour = quality_rows(OLD, NEW, POLICY, last_index=9)[2:]
    assert (flicker.a, flicker.b, flicker.trend) == ("4.1", "1.2", Trend.BETTER)
    assert flicker.number == "−2.9"
    assert not flicker.is_quiet
    assert (colour.trend, colour.is_quiet) == (Trend.SAME, True)


@pytest.mark.parametrize(("index", "names"), [(0, ["Boundary 1 | 2"]), (9, ["Boundary 9 | 10"])])
def test_the_ends_of_the_scene_have_one_boundary(index: int, names: list[str]) -> None:
    rows = quality_rows(None, Judged(version(index), None), POLICY, last_index=9)
    assert [row.name for row in rows] == names
    assert [row.b for row in rows] == ["not checked"]
    assert [row.shape for row in rows] == [Shape.NOT_CHECKED]


def test_one_version_alone_is_compared_with_nothing() -> None:
    rows = quality_rows(None, NEW, POLICY, last_index=9)
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
