"""Schema 3: workflows, presets, pictures handed off. Shipped: never edit, append a step instead."""

from __future__ import annotations

from restitch_app.store.database import Database


def step_003_workflows(database: Database) -> None:
    for statement in _STATEMENTS:
        database.sql(statement)


_STATEMENTS = (
    """
    CREATE TABLE workflows (
        id INTEGER PRIMARY KEY,
        project_id INTEGER NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        origin TEXT NOT NULL,
        origin_detail TEXT NOT NULL,
        shape TEXT NOT NULL,
        editor_shape TEXT NOT NULL DEFAULT '',
        choice_json TEXT NOT NULL,
        created_at TEXT NOT NULL,
        prompt_json TEXT,
        editor_json TEXT,
        CHECK (prompt_json IS NOT NULL OR editor_json IS NOT NULL)
    )
    """,
    "CREATE INDEX workflows_by_shape ON workflows (shape)",
    "CREATE INDEX workflows_by_editor_shape ON workflows (editor_shape)",
    """
    CREATE TABLE presets (
        id INTEGER PRIMARY KEY,
        project_id INTEGER NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        shape TEXT NOT NULL,
        values_json TEXT NOT NULL,
        created_at TEXT NOT NULL,
        UNIQUE (project_id, shape, name)
    )
    """,
    "ALTER TABLE scenes ADD COLUMN workflow_id INTEGER REFERENCES workflows(id) ON DELETE SET NULL",
    # One row for each text: two scenes made with one file share it. The shape is worked out when
    # the workflow is first asked for: only the room that knows graphs can tell it.
    """
    INSERT INTO workflows (project_id, name, origin, origin_detail, shape, choice_json, created_at,
        prompt_json)
    SELECT project_id, 'Workflow of ' || name, 'file', '', '', '{}', MIN(created_at), workflow_json
    FROM scenes WHERE workflow_json IS NOT NULL GROUP BY project_id, workflow_json ORDER BY id
    """,
    """
    UPDATE scenes SET workflow_id = (
        SELECT id FROM workflows WHERE prompt_json = scenes.workflow_json
    )
    """,
    "ALTER TABLE scenes DROP COLUMN workflow_json",
    "CREATE INDEX scenes_by_workflow ON scenes (workflow_id)",
    "ALTER TABLE segments ADD COLUMN hand_off_hash TEXT",
    "ALTER TABLE segments ADD COLUMN hand_off_file TEXT",
    "ALTER TABLE segments ADD COLUMN end_frame_hash TEXT",
    "ALTER TABLE segments ADD COLUMN end_frame_file TEXT",
    """
    ALTER TABLE segments ADD COLUMN end_from_version_id INTEGER
    REFERENCES segments(id) ON DELETE SET NULL
    """,
    "CREATE INDEX segments_by_end_version ON segments (end_from_version_id)",
    """
    ALTER TABLE segments ADD COLUMN workflow_id INTEGER
    REFERENCES workflows(id) ON DELETE SET NULL
    """,
    "CREATE INDEX segments_by_workflow ON segments (workflow_id)",
    "ALTER TABLE segments ADD COLUMN workflow_name TEXT NOT NULL DEFAULT ''",
    # NULL: recorded before schema 3, and not looked at since.
    "ALTER TABLE segments ADD COLUMN workflow_shape TEXT",
    "ALTER TABLE segments ADD COLUMN server_url TEXT NOT NULL DEFAULT ''",
    "UPDATE segments SET server_url = (SELECT server_url FROM jobs WHERE jobs.id = job_id) "
    "WHERE job_id IS NOT NULL",
    "ALTER TABLE segments ADD COLUMN editor_json TEXT",
    "ALTER TABLE jobs ADD COLUMN end_frame_hash TEXT",
    "ALTER TABLE jobs ADD COLUMN end_frame_file TEXT",
    "ALTER TABLE jobs ADD COLUMN end_from_version_id INTEGER",
    "ALTER TABLE jobs ADD COLUMN uploads_json TEXT",
    "ALTER TABLE jobs ADD COLUMN hand_off_node TEXT",
    "ALTER TABLE jobs ADD COLUMN hand_off_output_json TEXT",
    "ALTER TABLE jobs ADD COLUMN workflow_id INTEGER",
    "ALTER TABLE jobs ADD COLUMN workflow_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE jobs ADD COLUMN workflow_shape TEXT",
    # 1: any server will do, and the one in server_url was chosen for it.
    "ALTER TABLE jobs ADD COLUMN any_server INTEGER NOT NULL DEFAULT 0",
)
