from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.quality_gates import (
    GATES,
    Preset,
    gate_problem,
    gates_from_note,
    gates_to_note,
    limit_of,
    preset_limits,
    preset_of,
    with_limit,
)

USUAL = QualityLimits()


@pytest.mark.parametrize("preset", Preset)
def test_presets_can_be_meant_stored_and_known_again(preset: Preset) -> None:
    limits = preset_limits(preset)
    assert gate_problem(limits) == ""
    assert preset_of(limits) is preset
    assert gates_from_note(gates_to_note(limits)) == limits


def test_normal_is_what_was_always_judged_by() -> None:
    assert preset_limits(Preset.NORMAL) == USUAL
    assert gates_to_note(USUAL) == {}


def test_strict_asks_more_of_every_figure_and_lenient_less() -> None:
    strict, lenient = preset_limits(Preset.STRICT), preset_limits(Preset.LENIENT)
    for gate in (gate for gate in GATES if gate.has_presets):
        for name in filter(None, (gate.warn, gate.fail)):
            figures = [limit_of(limits, name) for limits in (strict, USUAL, lenient)]
            is_lower_worse = gate.is_floor or gate.ideal > 0
            assert figures == sorted(figures, reverse=is_lower_worse)
            assert len(set(figures)) == 3


def test_limits_that_cannot_be_meant_are_told() -> None:
    assert gate_problem(replace(USUAL, flicker_warn=4.0)).startswith("Brightness flickers:")
    assert "fail before it warns" in gate_problem(replace(USUAL, seed_warn_ssim=0.5))
    assert "from 0 to 1" in gate_problem(replace(USUAL, seed_fail_ssim=1.5))
    own = with_limit(USUAL, "flicker_warn", 2.0)
    assert (gate_problem(own), preset_of(own)) == ("", None)
    with pytest.raises(ValueError, match="no limit"):
        with_limit(USUAL, "black_share", 0.5)


@pytest.mark.parametrize(
    "note", [None, [], {"flicker_warn": "much"}, {"flicker_warn": 9.0}, {"unknown": 1.0}]
)
def test_what_cannot_be_read_are_the_usual_limits(note: object) -> None:
    assert gates_from_note(note) == USUAL
