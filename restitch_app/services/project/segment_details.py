"""Everything the window tells about one segment beside what plays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from restitch_app.domain.boundaries import Boundary, judge_boundary
from restitch_app.domain.joins import Join
from restitch_app.domain.notes import Note
from restitch_app.domain.quality import QualityReport
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.continuity.drift import REANCHORED
from restitch_app.services.project.project import Project

ANCHORS_READ = 200


@dataclass(frozen=True, slots=True)
class Sides:
    """A version's two boundaries; None where the scene ends. Unmeasured pairs have no class."""

    before: Boundary | None = None
    after: Boundary | None = None


@dataclass(frozen=True, slots=True)
class SegmentDetails:
    sequence_index: int
    versions: tuple[Version, ...]
    """Newest first."""
    reports: Mapping[int, QualityReport]
    """By version id; missing where QA did not run."""
    notes: tuple[Note, ...]
    """Newest first."""
    boundaries: Mapping[int, Sides] = field(default_factory=dict)
    """By version id: how each version meets its neighbours' current ones."""
    seed_story: str = ""
    """What the current version was made from, where somebody chose that picture; else empty."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One line of the audit trail, as people read it."""

    at: str
    """ISO time, UTC."""
    actor: str
    told: str


def segment_details(project: Project, scene: Scene, sequence_index: int) -> SegmentDetails:
    """Reads some rows; decodes nothing."""
    store = project.store
    versions = store.versions.history(scene.id, sequence_index)
    reports = {version.id: store.quality.report(version.id) for version in versions}
    return SegmentDetails(
        sequence_index,
        tuple(versions),
        {version_id: report for version_id, report in reports.items() if report is not None},
        store.notes.of_segment(scene.id, sequence_index),
        _boundaries(project, scene, sequence_index, versions),
        seed_story(project, next((one for one in versions if one.is_current), None)),
    )


def seed_story(project: Project, version: Version | None) -> str:
    """ "Re-anchored: made from the last frame of segment 4 v1, with the tint of segments 1–2"."""
    if version is None or not version.is_seed_chosen or version.seed_frame is None:
        return ""
    for event in project.store.events.list(ANCHORS_READ, kinds=(REANCHORED,)):
        if event.detail.get("picture") == version.seed_frame.hash:
            told = str(event.detail.get("told", ""))
            return f"Re-anchored: made from the {told[:1].lower()}{told[1:]}"
    return "Made from a picture that was chosen for it"


def _boundaries(
    project: Project, scene: Scene, sequence_index: int, versions: Sequence[Version]
) -> Mapping[int, Sides]:
    left, right = project.store.versions.neighbours(scene.id, sequence_index)
    policy = project.settings().boundary_policy

    def met(left_index: int, first: Version | None, second: Version | None) -> Boundary | None:
        if first is None or second is None:
            return None
        join = project.store.joins.get(first.id, second.id) or Join(first.id, second.id, None)
        return judge_boundary(left_index, join, policy)

    return {
        version.id: Sides(
            met(sequence_index - 1, left, version), met(sequence_index, version, right)
        )
        for version in versions
    }


_TOLD = {
    "used": "used {version}",
    "became_current": "{version} became current",
    "converted": "made {version} as a copy in the scene's size and rate",
    "approved": "approved {version}",
    "approved_several": "approved {version} and others with it",
    "needs_work": "says {version} needs work",
    "verdict_withdrawn": "took the verdict on {version} back",
    "regeneration_asked": "asked for segment {segment} again",
    "segment_asked": "asked for segment {segment}",
    "run_started": "began: {run}",
    "run_paused": "paused: {run} ({reason})",
    "run_continued": "continued: {run}",
    "cascaded": "ended: {run}",
    "generated": "ended: {run}",
    "smoothed": "smoothed boundary {boundary}",
    "accepted": "accepted boundary {boundary} as is",
    "noted": "left a note at {version}",
    "note_edited": "edited a note at {version}",
    "note_resolved": "resolved a note at {version}",
    "note_reopened": "opened a note at {version} again",
    "note_removed": "removed a note at {version}",
    "cut_declared": "declared boundary {boundary} a cut",
    "decision_taken_back": "took the decision on boundary {boundary} back",
    "boundary_called": "judged boundary {boundary} otherwise",
    "limits_changed": "changed how boundaries are judged",
    "settings_changed": "changed the project's settings",
    "scene_renamed": "renamed the scene",
    "blind_chosen": "chose {version} over {other} in a blind comparison",
    "blind_same": "saw no difference between {version} and {other} in a blind comparison",
    "undone": "undid a decision",
    "redone": "redid a decision",
    "exported": "exported the scene",
    "imported": "imported the clips",
    "treatment_set_aside": "set a treatment aside that no longer fits",
}


def decisions(project: Project, limit: int = 50) -> tuple[Decided, ...]:
    """Who decided what, newest first."""
    found = []
    for event in project.store.events.list(limit, kinds=tuple(_TOLD)):
        version = (
            project.store.versions.get(event.version_id) if event.version_id is not None else None
        )
        words = {
            "version": f"v{version.number} of segment {version.sequence_index + 1}"
            if version
            else "a version",
            "other": str(event.detail.get("other", "another one")),
            "segment": str(version.sequence_index + 1)
            if version
            else str(event.detail.get("segment", "?")),
            "run": str(event.detail.get("name", "a run")),
            "reason": str(event.detail.get("reason", "?")),
            "boundary": str(event.detail.get("boundary", "?")).replace("|", " | "),
        }
        found.append(Decided(event.at, event.actor, _TOLD[event.kind].format(**words)))
    return tuple(found)
