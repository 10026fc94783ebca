"""Changing how a project is judged and where it renders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from restitch_app.comfy.server.wire import checked_url
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.quality_gates import gate_problem, gates_from_note, gates_to_note
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.actor import current_actor
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check

SETTINGS_CHANGED = "settings_changed"


def change_server(project: Project, url: str) -> ProjectSettings:
    """New jobs go there. Raises WrongUse for what is no server address, and then changes nothing.

    Jobs that were asked for earlier stay with the server they were asked from.
    """
    if not url.strip():
        raise WrongUse("No server address was given", "", "Use http://HOST:PORT")
    checked = checked_url(url)
    return _changed(project, lambda settings: replace(settings, server_url=checked))


def use_any_server(project: Project) -> ProjectSettings:
    """New jobs go to the least busy server of this computer's list that can run them."""
    return _changed(project, lambda settings: replace(settings, server_url=ANY_SERVER))


def change_policy(project: Project, becomes_current: BecomesCurrent) -> ProjectSettings:
    """What happens with renders that finish from now on."""
    return _changed(project, lambda settings: replace(settings, becomes_current=becomes_current))


def change_quality(project: Project, limits: QualityLimits) -> ProjectSettings:
    """What quality checks warn of and fail at, for every result from now on.

    Raises WrongUse for limits that cannot be meant, and then changes nothing.
    """
    if problem := gate_problem(limits):
        raise WrongUse("These limits cannot be meant", problem, "Give other numbers")
    return _changed(project, lambda settings: replace(settings, quality=limits))


def settings_note(settings: ProjectSettings) -> Mapping[str, object]:
    """What is settled here about versions, as the audit trail keeps it.

    Limits of boundaries have an entry of their own; where jobs go is no decision about the film.
    """
    note: dict[str, object] = {
        "becomes_current": settings.becomes_current.value,
        "trim_repeats": settings.trim_repeats,
    }
    quality = gates_to_note(settings.quality)
    return note | {"quality": quality} if quality else note


def restore_settings(
    project: Project,
    note: Mapping[str, object],
    kind: str,
    detail: Mapping[str, object],
    check: Check,
) -> ProjectSettings:
    """For undo and redo."""

    def restored(settings: ProjectSettings) -> ProjectSettings:
        check()
        return replace(
            settings,
            becomes_current=BecomesCurrent(str(note["becomes_current"])),
            trim_repeats=bool(note["trim_repeats"]),
            quality=gates_from_note(note.get("quality")),
        )

    return _changed(project, restored, kind, detail)


def _changed(
    project: Project,
    change: Callable[[ProjectSettings], ProjectSettings],
    kind: str = SETTINGS_CHANGED,
    detail: Mapping[str, object] | None = None,
) -> ProjectSettings:
    with project.store.transaction():  # or what another program set meanwhile would be lost
        before = project.settings()
        settings = change(before)
        project.store.project.save_settings(settings)
        old, new = settings_note(before), settings_note(settings)
        if old != new:
            told = {"before": old, "after": new, **(detail or {})}
            project.store.events.add(kind, current_actor(), detail=told)
    project.publish(Changes(scene=True))
    return settings
