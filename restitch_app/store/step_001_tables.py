"""Schema 1. Shipped: never edit, append a step instead."""

from __future__ import annotations

from restitch_app.store.database import Database


def step_001_tables(database: Database) -> None:
    for statement in _STATEMENTS:
        database.sql(statement)


_STATEMENTS = (
    """
    CREATE TABLE projects (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        settings_json TEXT NOT NULL,
        created_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE scenes (
        id INTEGER PRIMARY KEY,
        project_id INTEGER NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        rate_num INTEGER NOT NULL,
        rate_den INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        workflow_json TEXT,
        UNIQUE (project_id, name)
    )
    """,
    """
    CREATE TABLE jobs (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL DEFAULT 'regenerate',
        request_id TEXT NOT NULL,
        take INTEGER NOT NULL,
        takes INTEGER NOT NULL,
        scene_id INTEGER NOT NULL REFERENCES scenes(id) ON DELETE CASCADE,
        sequence_index INTEGER NOT NULL,
        state TEXT NOT NULL,
        server_url TEXT NOT NULL,
        prompt_id TEXT UNIQUE,
        previous_segment_id INTEGER NOT NULL,
        regeneration_count INTEGER NOT NULL,
        before_version_id INTEGER,
        seed_from_version_id INTEGER,
        seed_hash TEXT NOT NULL,
        seed_file TEXT NOT NULL,
        parameters_json TEXT NOT NULL,
        output_node TEXT NOT NULL,
        output_json TEXT,
        result_segment_id INTEGER REFERENCES segments(id) ON DELETE SET NULL,
        stage TEXT NOT NULL,
        done INTEGER NOT NULL,
        total INTEGER NOT NULL,
        waiting_since TEXT,
        problem_json TEXT,
        cancel_requested INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        running_at TEXT,
        rendered_at TEXT,
        prompt_json TEXT NOT NULL,
        UNIQUE (request_id, take)
    )
    """,
    "CREATE INDEX jobs_by_state ON jobs (state)",
    "CREATE INDEX jobs_by_segment ON jobs (scene_id, sequence_index)",
    # One row a version. The large columns come last: a scan of a scene then never reads them.
    """
    CREATE TABLE segments (
        id INTEGER PRIMARY KEY,
        scene_id INTEGER NOT NULL REFERENCES scenes(id) ON DELETE CASCADE,
        sequence_index INTEGER NOT NULL CHECK (sequence_index >= 0),
        version_number INTEGER NOT NULL CHECK (version_number >= 1),
        is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
        previous_segment_id INTEGER REFERENCES segments(id) ON DELETE SET NULL,
        regeneration_count INTEGER NOT NULL DEFAULT 0,
        is_stale INTEGER NOT NULL DEFAULT 0,
        stale_root_index INTEGER,
        boundary_ssim_before REAL,
        boundary_ssim_after REAL,
        file TEXT NOT NULL,
        file_sha256 TEXT NOT NULL,
        file_bytes INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        rate_num INTEGER NOT NULL,
        rate_den INTEGER NOT NULL,
        frame_count INTEGER NOT NULL,
        codec TEXT NOT NULL,
        pixel_format TEXT NOT NULL,
        is_variable_rate INTEGER NOT NULL,
        has_sound INTEGER NOT NULL,
        colour_matrix TEXT NOT NULL,
        colour_range TEXT NOT NULL,
        rotation_degrees INTEGER NOT NULL,
        first_frame_hash TEXT,
        first_frame_file TEXT,
        last_frame_hash TEXT,
        last_frame_file TEXT,
        seed_frame_hash TEXT,
        seed_frame_file TEXT,
        seed_from_version_id INTEGER REFERENCES segments(id) ON DELETE SET NULL,
        lineage TEXT NOT NULL,
        verdict TEXT,
        score REAL,
        failure TEXT,
        approved_upstream TEXT,
        approved_at TEXT,
        approved_by TEXT,
        take INTEGER NOT NULL,
        request_id TEXT,
        job_id INTEGER UNIQUE REFERENCES jobs(id) ON DELETE SET NULL,
        created_at TEXT NOT NULL,
        purged_at TEXT,
        parameters_json TEXT NOT NULL,
        prompt_json TEXT,
        frame_index BLOB,
        UNIQUE (scene_id, sequence_index, version_number),
        CHECK (is_stale = (stale_root_index IS NOT NULL)),
        CHECK (is_current OR NOT is_stale),
        CHECK (NOT is_current OR (failure IS NULL AND last_frame_hash IS NOT NULL))
    )
    """,
    """
    CREATE UNIQUE INDEX segments_current ON segments (scene_id, sequence_index)
    WHERE is_current = 1
    """,
    "CREATE INDEX segments_by_previous ON segments (previous_segment_id)",
    "CREATE INDEX segments_by_seed_version ON segments (seed_from_version_id)",
    "CREATE INDEX segments_by_request ON segments (request_id)",
    "CREATE INDEX segments_by_hash ON segments (file_sha256)",
    "CREATE INDEX segments_by_file ON segments (file)",
    """
    CREATE TABLE joins (
        id INTEGER PRIMARY KEY,
        left_id INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE,
        right_id INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE,
        raw_ssim REAL,
        ssim REAL,
        natural_min REAL,
        natural_median REAL,
        natural_max REAL,
        repeat_strength REAL,
        measure_version INTEGER,
        treatment TEXT NOT NULL,
        trim_left INTEGER NOT NULL,
        trim_right INTEGER NOT NULL,
        patch_file TEXT,
        patch_left_frames INTEGER,
        patch_right_frames INTEGER,
        decision TEXT,
        decided_by TEXT,
        decided_at TEXT,
        updated_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        UNIQUE (left_id, right_id)
    )
    """,
    "CREATE INDEX joins_by_right ON joins (right_id)",
    """
    CREATE TABLE qa_results (
        id INTEGER PRIMARY KEY,
        segment_id INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        verdict TEXT NOT NULL,
        score REAL,
        value REAL,
        unit TEXT NOT NULL,
        message TEXT NOT NULL,
        frames_json TEXT NOT NULL,
        UNIQUE (segment_id, position)
    )
    """,
    """
    CREATE TABLE picture_matches (
        hash_a TEXT NOT NULL,
        hash_b TEXT NOT NULL,
        same INTEGER NOT NULL,
        PRIMARY KEY (hash_a, hash_b)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL,
        segment_id INTEGER REFERENCES segments(id) ON DELETE SET NULL,
        join_left_id INTEGER REFERENCES segments(id) ON DELETE SET NULL,
        join_right_id INTEGER REFERENCES segments(id) ON DELETE SET NULL,
        job_id INTEGER REFERENCES jobs(id) ON DELETE SET NULL,
        detail_json TEXT NOT NULL
    )
    """,
    "CREATE INDEX events_by_segment ON events (segment_id)",
    "CREATE INDEX events_by_join_left ON events (join_left_id)",
    "CREATE INDEX events_by_join_right ON events (join_right_id)",
    "CREATE INDEX events_by_job ON events (job_id)",
    "CREATE INDEX jobs_by_result ON jobs (result_segment_id)",
)
