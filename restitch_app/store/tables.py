"""The tables' names for queries. What they hold is written down once, in the schema's steps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from peewee import Table

projects = Table("projects")
scenes = Table("scenes")
segments = Table("segments")
joins = Table("joins")
qa_results = Table("qa_results")
picture_matches = Table("picture_matches")
jobs = Table("jobs")
events = Table("events")
notes = Table("notes")
workflows = Table("workflows")
presets = Table("presets")
runs = Table("runs")
boundary_calls = Table("boundary_calls")


def now_iso() -> str:
    """UTC, to the millisecond; sorts as text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def to_json(value: Mapping[str, object] | None) -> str | None:
    return None if value is None else json.dumps(dict(value), ensure_ascii=False)


def from_json(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    value: dict[str, Any] = json.loads(text)
    return value
