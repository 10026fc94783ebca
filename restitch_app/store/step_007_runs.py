"""Schema 7: runs along the chain, segments that were removed, results that keep their first frames.

Shipped: never edit, append a step.
"""

from __future__ import annotations

from restitch_app.store.database import Database


def step_007_runs(database: Database) -> None:
    for statement in _STATEMENTS:
        database.sql(statement)


_STATEMENTS = (
    # A generation or a cascade: one request after another, each known before it is queued.
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        scene_id INTEGER NOT NULL REFERENCES scenes(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        first_index INTEGER NOT NULL,
        stop_index INTEGER NOT NULL,
        at_index INTEGER NOT NULL,
        request_id TEXT,
        wishes_json TEXT NOT NULL,
        reason_json TEXT,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        ended_at TEXT
    )
    """,
    "CREATE INDEX runs_by_state ON runs (state)",
    # One at a time: each takes the frames that are there when it gets to a place.
    """
    CREATE UNIQUE INDEX runs_open ON runs (scene_id) WHERE state IN ('running', 'paused')
    """,
    # From here on `jobs.previous_segment_id` is 0 for a place that had no version yet.
    "ALTER TABLE jobs ADD COLUMN run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL",
    "CREATE INDEX jobs_by_run ON jobs (run_id) WHERE run_id IS NOT NULL",
    # Smaller first, among jobs that have not begun.
    "ALTER TABLE jobs ADD COLUMN priority INTEGER NOT NULL DEFAULT 0",
    # So many first frames are kept of that version; the render follows them.
    "ALTER TABLE jobs ADD COLUMN kept_frames INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE jobs ADD COLUMN kept_from_version_id INTEGER",
    "ALTER TABLE segments ADD COLUMN kept_frames INTEGER NOT NULL DEFAULT 0",
    """
    ALTER TABLE segments ADD COLUMN kept_from_version_id INTEGER
    REFERENCES segments(id) ON DELETE SET NULL
    """,
    # Rows of a segment that was taken out of the scene lie beyond every place of the chain; this is
    # set in the one that played, which plays again where the segment comes back.
    "ALTER TABLE segments ADD COLUMN removed_at TEXT",
    # The seed frame lies so many frames before the last one of the version it is of.
    "ALTER TABLE jobs ADD COLUMN seed_back INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE segments ADD COLUMN seed_back INTEGER NOT NULL DEFAULT 0",
    # What segment 1 of a generated scene is made from.
    "ALTER TABLE scenes ADD COLUMN start_image_hash TEXT",
    "ALTER TABLE scenes ADD COLUMN start_image_file TEXT",
)
