"""One decision of the audit trail, with what taking it back and making it again would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.services.project.unchanged import Check
from restitch_app.store.values import Event

Move: TypeAlias = Callable[[str, JobContext, Check], object]
"""Carries it out; the first argument is the kind of the event that tells so, the last is asked
inside the transaction before anything is written."""


@dataclass(frozen=True, slots=True)
class Step:
    """One decision that can be undone or redone."""

    event_id: int
    label: str
    """For the Edit menu: "Use v2 of segment 5", "Accept boundary 5 | 6"."""
    scene_id: int
    """0 where it was about neither a segment nor a boundary."""
    segment: int | None
    """Sequence index, where it was about a version."""
    boundary: int | None
    """Sequence index of the left segment, where it was about a boundary."""


@dataclass(frozen=True)
class Entry:
    step: Step
    stands: Callable[[], bool]
    """Whether the project is as the decision left it, so that it can be undone."""
    could_stand: Callable[[], bool]
    undo: Move
    redo: Move


def project_step(event: Event, label: str) -> Step:
    """Of no scene: nothing has to be shown first."""
    return Step(event.id, label, scene_id=0, segment=None, boundary=None)


def version_step(event: Event, label: str, version: Version) -> Step:
    return Step(event.id, label, version.scene_id, version.sequence_index, None)


def boundary_step(event: Event, label: str, left: Version) -> Step:
    return Step(event.id, label, left.scene_id, None, left.sequence_index)
