"""Schema 4: all figures of a boundary, reasons, wrong calls. Shipped: never edit, append a step."""

from __future__ import annotations

import json

from restitch_app.store.database import Database


def step_004_boundaries(database: Database) -> None:
    for statement in _STATEMENTS:
        database.sql(statement)
    for row_id, text in database.sql("SELECT id, settings_json FROM projects"):
        settings = json.loads(text)
        settings["policy"] = _policy(settings)
        database.sql(
            "UPDATE projects SET settings_json = ? WHERE id = ?",
            json.dumps(settings, ensure_ascii=False),
            row_id,
        )


def _policy(settings: dict[str, object]) -> str:
    """Plain SSIM was the only policy; who set its limits keeps it, who left them is given the new
    default."""
    limits = settings.get("ssim_threshold", 0.85), settings.get("ssim_band", 0.08)
    return "continuity" if limits == (0.85, 0.08) else "plain"


_STATEMENTS = (
    "ALTER TABLE joins ADD COLUMN verdict REAL",
    "ALTER TABLE joins ADD COLUMN raw_verdict REAL",
    "ALTER TABLE joins ADD COLUMN cause TEXT",
    "ALTER TABLE joins ADD COLUMN figures_json TEXT",
    "ALTER TABLE joins ADD COLUMN is_chained INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE joins ADD COLUMN decision_reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE joins ADD COLUMN decided_ssim REAL",
    "ALTER TABLE joins ADD COLUMN decided_verdict REAL",
    "UPDATE joins SET decided_ssim = ssim WHERE decision IS NOT NULL",
    """
    UPDATE joins SET is_chained = 1 WHERE left_id = (
        SELECT seed_from_version_id FROM segments WHERE segments.id = joins.right_id
    )
    """,
    """
    CREATE TABLE boundary_calls (
        id INTEGER PRIMARY KEY,
        left_id INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE,
        right_id INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE,
        says TEXT NOT NULL,
        shown TEXT,
        is_chained INTEGER NOT NULL,
        channels_json TEXT NOT NULL,
        measure_version INTEGER NOT NULL,
        called_by TEXT NOT NULL,
        called_at TEXT NOT NULL,
        UNIQUE (left_id, right_id)
    )
    """,
    "CREATE INDEX boundary_calls_by_right ON boundary_calls (right_id)",
)
