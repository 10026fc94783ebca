"""Joins in the audit trail: what is written can be read for good."""

from __future__ import annotations

import json

import pytest

from restitch_app.domain.join_notes import UnreadableNote, join_from_note, join_to_note
from restitch_app.domain.joins import (
    UNTREATED,
    Decision,
    Join,
    JoinMeasures,
    Patch,
    Treatment,
)

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


@pytest.mark.parametrize("join", [TREATED, Join(1, 2, None), Join(1, 2, MEASURES)])
def test_a_join_comes_back_from_its_note(join: Join) -> None:
    assert join_from_note(json.loads(json.dumps(join_to_note(join)))) == join


def test_the_first_form_of_the_note_stays_readable() -> None:
    assert join_from_note(json.loads(SHIPPED)) == TREATED


def test_what_a_note_does_not_mention_is_untouched() -> None:
    join = join_from_note({"format": 1, "left_id": 1, "right_id": 2})
    assert (join.measures, join.treatment, join.decision) == (None, UNTREATED, None)


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
    ],
)
def test_what_cannot_be_read_says_so(note: object) -> None:
    with pytest.raises(UnreadableNote):
        join_from_note(note)
