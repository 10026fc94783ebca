"""Reviewers' verdicts on boundaries, at most one for each pair of versions."""

from __future__ import annotations

from dataclasses import replace

from restitch_app.domain.boundaries import BoundaryClass, BoundaryType
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.seams import Channel
from restitch_app.store.database import Database, Row
from restitch_app.store.tables import boundary_calls, from_json, now_iso, to_json


class CallQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, left_id: int, right_id: int) -> BoundaryCall | None:
        row = self._database.first(boundary_calls.select().where(_is(left_id, right_id)))
        return _call_of(row) if row is not None else None

    def list(self) -> tuple[BoundaryCall, ...]:
        """Of the whole project, oldest first."""
        query = boundary_calls.select().order_by(boundary_calls.c.called_at, boundary_calls.c.id)
        return tuple(_call_of(row) for row in self._database.rows(query))

    def save(self, call: BoundaryCall, by: str) -> BoundaryCall:
        """In place of an earlier one. One that says by whom and when (an undo) keeps that."""
        kept = replace(call, by=call.by or by, at=call.at or now_iso())
        with self._database.transaction():
            self.remove(call.left_id, call.right_id)
            self._database.run(boundary_calls.insert(**_row(kept)))
        return kept

    def remove(self, left_id: int, right_id: int) -> None:
        self._database.run(boundary_calls.delete().where(_is(left_id, right_id)))


def _is(left_id: int, right_id: int) -> object:
    return (boundary_calls.c.left_id == left_id) & (boundary_calls.c.right_id == right_id)


def _call_of(row: Row) -> BoundaryCall:
    scores = from_json(row["channels_json"]) or {}
    return BoundaryCall(
        left_id=row["left_id"],
        right_id=row["right_id"],
        says=BoundaryClass(row["says"]),
        shown=BoundaryClass(row["shown"]) if row["shown"] is not None else None,
        boundary_type=BoundaryType.CHAINED if row["is_chained"] else BoundaryType.OTHER,
        channels={Channel(name): score for name, score in scores.items() if name in set(Channel)},
        measure_version=row["measure_version"],
        by=row["called_by"],
        at=row["called_at"],
    )


def _row(call: BoundaryCall) -> Row:
    return {
        "left_id": call.left_id,
        "right_id": call.right_id,
        "says": call.says.value,
        "shown": call.shown.value if call.shown else None,
        "is_chained": int(call.boundary_type is BoundaryType.CHAINED),
        "channels_json": to_json({name.value: score for name, score in call.channels.items()}),
        "measure_version": call.measure_version,
        "called_by": call.by,
        "called_at": call.at,
    }
