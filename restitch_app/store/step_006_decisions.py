"""Schema 6: why a version needs work, and notes that are edited, resolved or drawn. Shipped: never
edit, append a step."""

from __future__ import annotations

from restitch_app.store.database import Database


def step_006_decisions(database: Database) -> None:
    for statement in _STATEMENTS:
        database.sql(statement)


_STATEMENTS = (
    "ALTER TABLE segments ADD COLUMN needs_work_reason TEXT NOT NULL DEFAULT ''",
    # NULL where nobody says so, and for marks made before this was kept.
    "ALTER TABLE segments ADD COLUMN needs_work_by TEXT",
    "ALTER TABLE segments ADD COLUMN needs_work_at TEXT",
    "ALTER TABLE notes ADD COLUMN at_boundary INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE notes ADD COLUMN edited_by TEXT",
    "ALTER TABLE notes ADD COLUMN edited_at TEXT",
    "ALTER TABLE notes ADD COLUMN resolved_by TEXT",
    "ALTER TABLE notes ADD COLUMN resolved_at TEXT",
    # A list of strokes in points from 0 to 1 of the picture; NULL for a note without a drawing.
    "ALTER TABLE notes ADD COLUMN strokes_json TEXT",
)
