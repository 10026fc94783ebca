"""Numbers that Python's JSON reader lets in, and that are none."""

from __future__ import annotations

import json

import pytest

from restitch_app.comfy.loose import as_count, as_number


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "true", '"3"', "null", "[3]"])
def test_what_is_no_number(text: str) -> None:
    assert as_number(json.loads(text)) is None
    assert as_count(json.loads(text)) == 0


@pytest.mark.parametrize("value", [0, -1, 2.5, 2**64 - 1, 10**400])
def test_what_is_one(value: float) -> None:
    assert as_number(value) == value
    assert as_count(value) == max(0, int(value))
