"""Joins in the audit trail: what is written can be read for good."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from restitch_app.domain.join_notes import UnreadableNote, join_from_note, join_to_note
from restitch_app.domain.joins import (
    UNTREATED,
    Decided,
    Decision,
    Join,
    JoinMeasures,
    Patch,
    Treatment,
)
from restitch_app.domain.seams import Cause, Channel, SeamFigures, Usual

MEASURES = JoinMeasures(0.9, 0.91, 0.8, 0.85, 0.95, 1.25, 3)
SHIPPED = """{
    "format": 1, "left_id": 4, "right_id": 12, "decision": "accepted",
    "treatment": {"method": "blend", "trim_left": 1, "trim_right": 0,
                  "patch": {"file": "media/p.mkv", "left_frames": 4, "right_frames": 5}},
    "measures": {"version": 3, "raw_ssim": 0.9, "ssim": 0.91, "natural_min": 0.8,
                 "natural_median": 0.85, "natural_max": 0.95, "repeat": 1.25}
}"""
TREATED = Join(
    4,
    12,
    MEASURES,
    Treatment("blend", 1, 0, Patch("media/p.mkv", 4, 5)),
    Decision.ACCEPTED,
)


FIGURES = SeamFigures(
    ssim=0.71,
    ssim_usual=Usual(0.69, 0.74, 0.78, 0.02, 20),
    compensated_ssim=0.9,
    motion_px=None,
    shift_px=(1.5, -2.25),
    clip_scale=1.5,
    channels={Channel.COLOUR: 2.5},
    verdict=2.5,
    causes=(Cause.COLOUR,),
    ssim_curve=(0.75, 0.71, 0.74),
    seam_index=1,
)
FULL = JoinMeasures(0.71, 0.9, 0.69, 0.74, 0.78, 0.25, 2, FIGURES, replace(FIGURES, causes=()))
CUT = Join(
    1,
    2,
    FULL,
    decision=Decision.CUT,
    decided=Decided("ann", "2026-05-04T10:00:00.000+00:00", "night", 0.9, 2.5),
    is_chained=True,
)


@pytest.mark.parametrize("join", [TREATED, Join(1, 2, None), Join(1, 2, MEASURES), CUT])
def test_a_join_comes_back_from_its_note(join: Join) -> None:
    assert join_from_note(json.loads(json.dumps(join_to_note(join)))) == join


def test_the_first_form_of_the_note_stays_readable() -> None:
    assert join_from_note(json.loads(SHIPPED)) == TREATED


def test_figures_that_another_release_added_or_dropped_do_no_harm() -> None:
    note = json.loads(json.dumps(join_to_note(CUT)))
    del note["measures"]["raw"]["jerk"]
    note["measures"]["raw"]["shimmer"] = 3
    note["measures"]["raw"]["channels"]["shimmer"] = 3.0
    note["measures"]["raw"]["causes"].append("shimmer")
    assert join_from_note(note) == CUT


def test_what_a_note_does_not_mention_is_untouched() -> None:
    join = join_from_note({"format": 1, "left_id": 1, "right_id": 2})
    assert (join.measures, join.treatment, join.decision) == (None, UNTREATED, None)


SSIM_ALONE = {"raw_ssim": 0.5, "ssim": 0.5, "version": 2}
BAD = {"ssim": "high"}


@pytest.mark.parametrize(
    "note",
    [
        None,
        [],
        {},
        {"left_id": 1, "right_id": 2},
        {"format": 3, "left_id": 1, "right_id": 2},
        {"format": 1, "right_id": 2},
        {"format": 1, "left_id": "1", "right_id": 2},
        {"format": 1, "left_id": 1, "right_id": 2, "decision": "postponed"},
        {"format": 1, "left_id": 1, "right_id": 2, "treatment": {"patch": {"file": "p"}}},
        {"format": 1, "left_id": 1, "right_id": 2, "measures": {"ssim": 0.9, "version": 1}},
        {"format": 2, "left_id": 1, "right_id": 2, "decided": "ann"},
        {"format": 2, "left_id": 1, "right_id": 2, "measures": SSIM_ALONE | {"raw": {}}},
        {
            "format": 2,
            "left_id": 1,
            "right_id": 2,
            "measures": SSIM_ALONE | {"raw": {"ssim": "x"}},
        },
    ],
)
def test_what_cannot_be_read_says_so(note: object) -> None:
    with pytest.raises(UnreadableNote):
        join_from_note(note)
