"""Schema 5: jobs that make frames for a boundary. Shipped: never edit, append a step."""

from __future__ import annotations

from restitch_app.store.database import Database


def step_005_bridges(database: Database) -> None:
    # NULL for jobs that make a version.
    database.sql("ALTER TABLE jobs ADD COLUMN bridge_json TEXT")
