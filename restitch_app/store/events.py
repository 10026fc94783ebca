"""The audit trail: who did what, about which rows. Only ever added to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from restitch_app.store.database import Database, Row
from restitch_app.store.tables import events, from_json, now_iso, segments, to_json
from restitch_app.store.values import Event


class EventQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        kind: str,
        actor: str,
        *,
        version_id: int | None = None,
        join: tuple[int, int] | None = None,
        job_id: int | None = None,
        detail: Mapping[str, object] | None = None,
    ) -> None:
        """Call it in the transaction of what it tells about. `detail`: anything JSON can hold."""
        left, right = join if join is not None else (None, None)
        self._database.run(
            events.insert(
                at=now_iso(),
                actor=actor,
                kind=kind,
                segment_id=version_id,
                join_left_id=left,
                join_right_id=right,
                job_id=job_id,
                detail_json=to_json(detail or {}),
            )
        )

    def list(
        self,
        limit: int = 100,
        *,
        segment: tuple[int, int] | None = None,
        kinds: Collection[str] | None = None,
    ) -> tuple[Event, ...]:
        """Newest first. `segment`: (scene_id, sequence_index), with the joins it is part of."""
        query = events.select().order_by(events.c.id.desc()).limit(limit)
        if segment is not None:
            query = query.where(_about(*segment))
        if kinds is not None:
            query = query.where(events.c.kind.in_(list(kinds)))
        return tuple(_event_of(row) for row in self._database.rows(query))

    def has(self, kinds: Collection[str], version_ids: Collection[int]) -> bool:
        """Whether an event of one of these kinds is about one of these versions; however old."""
        query = events.select(events.c.id).where(
            events.c.kind.in_(list(kinds)) & events.c.segment_id.in_(list(version_ids))
        )
        return self._database.first(query.limit(1)) is not None


def _about(scene_id: int, sequence_index: int) -> Any:  # noqa: ANN401 - peewee's expressions
    versions = segments.select(segments.c.id).where(
        (segments.c.scene_id == scene_id) & (segments.c.sequence_index == sequence_index)
    )
    return (
        events.c.segment_id.in_(versions)
        | events.c.join_left_id.in_(versions)
        | events.c.join_right_id.in_(versions)
    )


def _event_of(row: Row) -> Event:
    left, right = row["join_left_id"], row["join_right_id"]
    return Event(
        id=row["id"],
        at=row["at"],
        actor=row["actor"],
        kind=row["kind"],
        version_id=row["segment_id"],
        join=(left, right) if left is not None and right is not None else None,
        job_id=row["job_id"],
        detail=from_json(row["detail_json"]) or {},
    )
