"""The project's own row: its name and settings."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.policies import policy_from_note, policy_to_note
from restitch_app.domain.quality_gates import gates_from_note, gates_to_note
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.database import Database
from restitch_app.store.tables import from_json, now_iso, projects, to_json

PROJECT_ID = 1
"""One project a file."""


NEVER_CHOSEN = "http://127.0.0.1:8188"
"""What earlier versions wrote as "server_url" where nobody had chosen a server."""


class ProjectQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self) -> ProjectSettings:
        row = self._database.first(projects.select().where(projects.c.id == PROJECT_ID))
        if row is None:
            raise LookupError("create_store writes the project's row")
        known = from_json(row["settings_json"]) or {}
        default = ProjectSettings(row["name"])
        return ProjectSettings(
            name=row["name"],
            boundary_policy=policy_from_note(known),
            analysis_height=known.get("analysis_height", default.analysis_height),
            becomes_current=BecomesCurrent(known.get("becomes_current", default.becomes_current)),
            trim_repeats=known.get("trim_repeats", default.trim_repeats),
            quality=gates_from_note(known.get("quality")),
            server_url=_server_of(known, default.server_url),
        )

    def policy_note(self) -> Mapping[str, object]:
        """Limits as they are stored, also those of a policy that does not judge now."""
        row = self._database.first(projects.select().where(projects.c.id == PROJECT_ID))
        return (from_json(row["settings_json"]) or {}) if row is not None else {}

    def save_settings(self, settings: ProjectSettings) -> None:
        values = {
            "analysis_height": settings.analysis_height,
            "becomes_current": settings.becomes_current.value,
            "trim_repeats": settings.trim_repeats,
            "quality": gates_to_note(settings.quality),
            "server": settings.server_url,
            **policy_to_note(settings.boundary_policy),
        }
        with self._database.transaction():
            row = self._database.first(projects.select().where(projects.c.id == PROJECT_ID))
            if row is None:
                self._database.run(
                    projects.insert(
                        id=PROJECT_ID,
                        name=settings.name,
                        settings_json=to_json(values),
                        created_at=now_iso(),
                    )
                )
                return
            # Settings that a newer Restitch of the same format added stay as they are.
            kept = (from_json(row["settings_json"]) or {}) | values
            self._database.run(
                projects.update(name=settings.name, settings_json=to_json(kept)).where(
                    projects.c.id == PROJECT_ID
                )
            )


def _server_of(known: Mapping[str, str], default: str) -> str:
    """The server that was chosen for the project."""
    earlier = known.get("server_url", NEVER_CHOSEN)
    return known.get("server", default if earlier == NEVER_CHOSEN else earlier)
