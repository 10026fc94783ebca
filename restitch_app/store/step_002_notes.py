"""Schema 2: notes at frames, and the verdict "needs work". Shipped: never edit, append a step."""

from __future__ import annotations

from restitch_app.store.database import Database


def step_002_notes(database: Database) -> None:
    for statement in _STATEMENTS:
        database.sql(statement)


_STATEMENTS = (
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        segment_id INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE,
        segment_frame INTEGER NOT NULL CHECK (segment_frame >= 0),
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at TEXT NOT NULL
    )
    """,
    "CREATE INDEX notes_by_segment ON notes (segment_id)",
    "ALTER TABLE segments ADD COLUMN needs_work INTEGER NOT NULL DEFAULT 0",
)
