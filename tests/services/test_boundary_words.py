"""What is wrong at a boundary, as a viewer would say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.boundaries import Boundary, Continuity, PlainSsim, judge_boundary
from restitch_app.domain.joins import Decision, Join, JoinMeasures, Treatment
from restitch_app.domain.seams import Cause, Channel, SeamFigures
from restitch_app.services.boundaries.words import NO_CAUSE, diagnosis, marker_text, words_of
from restitch_app.services.review.advice import recommendation, segment_advice


def found(*causes: Cause, v: float = 2.5, **figures: object) -> SeamFigures:
    seen = SeamFigures(ssim=0.71, channels={Channel.COLOUR: v}, verdict=v, causes=causes)
    return replace(seen, **figures)  # type: ignore[arg-type]  # any figure, by its name


def boundary(
    figures: SeamFigures, treatment: str = "none", decision: Decision | None = None, left: int = 5
) -> Boundary:
    measures = JoinMeasures(0.71, 0.71, 0.69, 0.74, 0.78, 0.0, 2, raw=figures, treated=figures)
    join = Join(left, left + 1, measures, Treatment(treatment), is_chained=True)
    return judge_boundary(left - 1, join.decide(decision) if decision else join, Continuity())


@pytest.mark.parametrize(
    ("cause", "figures", "short", "sentence"),
    [
        (Cause.HARD_CUT, {}, "another shot", "Another shot begins here"),
        (Cause.REPEAT, {"duplicate": 0.98}, "frame shown twice", "A frame is shown twice"),
        (Cause.REPEAT, {"duplicate": 0.6}, "motion stalls", "The motion stalls for a moment"),
        (
            Cause.COLOUR,
            {"lightness_step": 2.6, "brightness_percent": 5.2, "blue_yellow_step": 1.0},
            "5 % brighter",
            "The right side is 5 % brighter",
        ),
        (
            Cause.COLOUR,
            {"lightness_step": -2.6, "brightness_percent": -5.2},
            "5 % darker",
            "The right side is 5 % darker",
        ),
        (
            Cause.COLOUR,
            {"blue_yellow_step": -3.0, "lightness_step": 1.0, "brightness_percent": 2.0},
            "cooler",
            "The right side is cooler",
        ),
        (Cause.COLOUR, {"blue_yellow_step": 2.0}, "warmer", "The right side is warmer"),
        (Cause.COLOUR, {"green_red_step": -2.0}, "greener", "The right side is greener"),
        (Cause.COLOUR, {"green_red_step": 2.0}, "redder", "The right side is redder"),
        (
            Cause.COLOUR,
            {"chroma_step": -4.0, "blue_yellow_step": 1.0},
            "less colourful",
            "The right side is less colourful",
        ),
        (Cause.COLOUR, {"delta_e": 3.0}, "colours change", "The colours change"),
        (Cause.SHARPNESS, {"sharpness_step": -0.7}, "softer", "Softer from here on"),
        (Cause.SHARPNESS, {"sharpness_step": 0.7}, "sharper", "Sharper from here on"),
        (Cause.REVERSAL, {}, "motion turns around", "The motion turns around"),
        (
            Cause.MISALIGNMENT,
            {"shift_px": (1.2, 1.6), "clip_scale": 1.5},
            "shifted by 3 px",
            "Shifted by 3 px",
        ),
        (
            Cause.MISALIGNMENT,
            {"shift_px": (0.1, 0.1)},
            "scaled or turned",
            "The picture is scaled or turned a little",
        ),
        (
            Cause.SKIP,
            {"missing_frames": 2.2},
            "≈ 2 frames missing",
            "About 2 frames are missing: the motion jumps",
        ),
        (
            Cause.SKIP,
            {"missing_frames": 0.8},
            "≈ 1 frame missing",
            "About 1 frame is missing: the motion jumps",
        ),
        (Cause.SKIP, {"missing_frames": 0.4}, "motion jumps ahead", "The motion jumps ahead"),
        (Cause.MOTION, {}, "motion breaks", "The motion goes on differently"),
        (Cause.TEXTURE, {}, "texture changes", "The fine texture changes"),
    ],
)
def test_each_cause_is_said_with_its_measure(
    cause: Cause, figures: dict[str, object], short: str, sentence: str
) -> None:
    words = words_of(cause, replace(found(cause), **figures))  # type: ignore[arg-type]
    assert (words.short, words.sentence) == (short, sentence)


def test_at_most_two_causes_are_named_the_biggest_first() -> None:
    three = found(Cause.SHARPNESS, Cause.REVERSAL, Cause.COLOUR, sharpness_step=-1.0)
    assert diagnosis(boundary(three)) == "Softer from here on. The motion turns around."


def test_without_a_cause_regenerating_is_the_better_idea() -> None:
    assert diagnosis(boundary(found())) == NO_CAUSE
    told = recommendation(boundary(found()), Continuity())
    assert told is not None
    assert "The picture changes all over" in told
    assert "Regenerate segment 6" in told


def test_a_smooth_boundary_needs_no_words() -> None:
    smooth = boundary(found(v=0.5))
    assert diagnosis(smooth) is None
    assert recommendation(smooth, Continuity()) is None
    assert marker_text(smooth) == "0.71 · normal here 0.69–0.78"


def test_a_marker_says_why_it_looks_so() -> None:
    brighter = found(Cause.COLOUR, lightness_step=2.6, brightness_percent=5.2)
    assert marker_text(boundary(brighter)) == "0.71 · normal here 0.69–0.78 · 5 % brighter"
    assert marker_text(Boundary(0, Join(1, 2, None), None)) == "not checked"


@pytest.mark.parametrize("decision", list(Decision))
def test_what_is_decided_needs_no_advice(decision: Decision) -> None:
    decided = boundary(found(Cause.COLOUR), decision=decision)
    assert recommendation(decided, Continuity()) is None
    assert recommendation(decided, PlainSsim()) is None


@pytest.mark.parametrize(
    ("figures", "treatment", "expected"),
    [
        (
            found(Cause.SHARPNESS, sharpness_step=-1.0),
            "none",
            "Boundary 5|6: visible jump. Softer from here on. Smooth it, or regenerate segment 6.",
        ),
        (
            found(Cause.SHARPNESS, v=1.5, sharpness_step=-1.0),
            "drop_repeat",
            "Boundary 5|6: borderline. Softer from here on. Play it: smooth it if it shows, else "
            "accept it.",
        ),
        (
            found(Cause.HARD_CUT),
            "none",
            "Boundary 5|6: visible jump. Another shot begins here. Declare it a cut if it is meant "
            "to be one, or regenerate segment 6.",
        ),
        (
            found(Cause.REVERSAL),
            "none",
            "Boundary 5|6: visible jump. The motion turns around. Regenerate segment 6; smoothing "
            "seldom helps here.",
        ),
    ],
)
def test_the_advice_goes_by_the_cause(figures: SeamFigures, treatment: str, expected: str) -> None:
    assert recommendation(boundary(figures, treatment), Continuity()) == expected


def test_a_remedy_that_did_not_do_is_named() -> None:
    told = recommendation(boundary(found(Cause.TEXTURE), "flow_morph"), Continuity())
    assert told is not None
    assert "although it was smoothed (Optical-flow morph)" in told
    assert told.endswith("Try another method, or regenerate segment 6.")


def test_a_replaced_seed_frame_is_the_first_reason() -> None:
    told = recommendation(boundary(found(Cause.SKIP)), Continuity(), right_seed_changed=True)
    assert told is not None
    assert ". Segment 6 was generated from a frame that has been replaced." in told


def test_a_segment_that_fits_neither_neighbour_is_to_be_regenerated() -> None:
    both = (boundary(found(Cause.SKIP), left=4), boundary(found(Cause.SKIP), left=5))
    assert segment_advice(*both, Continuity()) == (
        "Boundaries 4|5 and 5|6: both are visible jumps, it fits neither neighbour. Regenerate "
        "segment 5, or smooth both."
    )
