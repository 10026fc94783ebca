"""What the Boundary tab says of boundaries, as values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.boundaries import Boundary, BoundaryClass, Continuity, judge_boundary
from restitch_app.domain.joins import Decided, Decision, Join, JoinMeasures, Patch, Treatment
from restitch_app.domain.seams import Cause, Channel, SeamFigures
from restitch_app.ui.answers.navigation import _is_borderline, _is_visible, _nearest
from restitch_app.ui.boundary.lengths import has_length, short_name
from restitch_app.ui.inspector.boundary_words import (
    decision_line,
    four_measures,
    sentence,
    treatment_line,
    value_line,
    verdict,
)
from tests.ui.samples import version

FOUND = SeamFigures(
    ssim=0.75,
    delta_e=1.32,
    brightness_percent=5.12,
    lightness_step=2.6,
    sharpness_step=0.11,
    shift_px=(3.0, -4.0),
    clip_scale=1.5,
    channels={Channel.COLOUR: 2.5, Channel.SHARP: 2.1},
    verdict=2.5,
    causes=(Cause.COLOUR, Cause.SHARPNESS, Cause.MOTION),
)


def boundary_with(found: SeamFigures, join: Join | None = None) -> Boundary:
    measures = JoinMeasures(0.75, 0.75, 0.94, 0.96, 0.98, 0.0, 2, found, found)
    known = join or Join(1, 2, None)
    return judge_boundary(4, replace(known, measures=measures), Continuity())


def test_at_most_two_causes_are_told_the_biggest_first() -> None:
    told = sentence(boundary_with(FOUND), version(5))
    assert told == "The right side is 5 % brighter. Sharper from here on."


def test_without_a_cause_regenerating_is_proposed() -> None:
    told = sentence(boundary_with(replace(FOUND, causes=())), version(5))
    assert told == "The picture changes all over. Regenerating may work better."


def test_a_replaced_seed_frame_is_told() -> None:
    stale = replace(version(5), stale_root_index=5)
    assert "frame that has been replaced" in sentence(boundary_with(FOUND), stale)


def test_the_value_never_stands_without_its_natural_range() -> None:
    assert value_line(boundary_with(FOUND)) == "SSIM 0.75 · natural 0.94–0.98"


def test_four_measures_have_signs_and_units() -> None:
    told = [measure.text for measure in four_measures(boundary_with(FOUND))]
    assert told == ["+5.1 %", "+8 %", "8 px", "ΔE 1.3"]  # 5 px at analysis size, clips 1.5 times it
    darker = replace(FOUND, brightness_percent=-0.04, sharpness_step=-1.0, shift_px=None)
    told = [measure.text for measure in four_measures(boundary_with(darker))]
    assert told == ["0.0 %", "−50 %", "? px", "ΔE 1.3"]


def test_a_decision_is_told_with_who_and_why() -> None:
    decided = Decided(by="anna", at="2020-05-04T12:00:00+00:00", reason="the wind")
    join = Join(1, 2, None, decision=Decision.ACCEPTED, decided=decided)
    told = decision_line(boundary_with(FOUND, join))
    assert told.startswith("Accepted as is by anna, 4 May 2020")
    assert told.endswith(": the wind.")
    cut = boundary_with(FOUND, Join(1, 2, None, decision=Decision.CUT))
    assert decision_line(cut) == "Declared a cut."
    assert verdict(cut) == "Cut"
    assert decision_line(boundary_with(FOUND)) == ""


def test_a_treatment_is_told_with_what_it_changes() -> None:
    patched = Treatment("colour_ramp+flow_morph", 0, 2, Patch("patches/a.mkv", 8, 6))
    told = treatment_line(boundary_with(FOUND, Join(1, 2, None, treatment=patched)))
    assert told == (
        "Smoothed: Colour ramp, then optical-flow morph. 14 frames changed. 2 frames left out."
    )
    assert treatment_line(boundary_with(FOUND)) == ""


@pytest.mark.parametrize(
    ("name", "short", "is_long"),
    [
        ("flow_morph", "morph", True),
        ("colour_ramp+flow_morph+residual_fade", "fade", True),
        ("drop_repeat", "frame drop", False),
    ],
)
def test_buttons_have_short_names(name: str, short: str, is_long: bool) -> None:
    assert short_name(name) == short
    assert has_length(name) is is_long


def test_red_comes_before_yellow_and_decided_ones_never() -> None:
    shown = [
        Boundary(0, Join(1, 2, None), BoundaryClass.YELLOW),
        Boundary(1, Join(2, 3, None, decision=Decision.ACCEPTED), BoundaryClass.RED),
        Boundary(2, Join(3, 4, None), BoundaryClass.RED),
        Boundary(3, Join(4, 5, None, decision=Decision.ACCEPTED), BoundaryClass.YELLOW),
    ]
    assert _nearest(tuple(shown), _is_visible, 2, 1) == 2, "round the end"
    assert _nearest(tuple(shown[:2]), _is_visible, 0, 1) is None
    assert _nearest(tuple(shown), _is_borderline, 0, 1) == 0
