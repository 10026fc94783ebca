"""A reviewer's call in the audit trail."""

from __future__ import annotations

import json

import pytest

from restitch_app.domain.boundaries import BoundaryClass, BoundaryType
from restitch_app.domain.call_notes import call_from_note, call_to_note
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.seams import Channel

CALL = BoundaryCall(
    4,
    5,
    BoundaryClass.GREEN,
    BoundaryClass.RED,
    BoundaryType.OTHER,
    {Channel.SHARP: 2.25},
    2,
    "ann",
    "2026-05-04T10:00:00.000+00:00",
)


def test_a_call_comes_back_from_its_note() -> None:
    assert call_from_note(json.loads(json.dumps(call_to_note(CALL)))) == CALL
    assert CALL.is_wrong


@pytest.mark.parametrize(
    "note", [None, {}, call_to_note(CALL) | {"says": "blue"}, call_to_note(CALL) | {"channels": 3}]
)
def test_what_cannot_be_read_says_so(note: object) -> None:
    with pytest.raises(UnreadableNote):
        call_from_note(note)
