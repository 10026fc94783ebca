"""What is left to decide in a scene, and what was decided. Decodes nothing, changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.joins import Decision
from restitch_app.domain.notes import Note
from restitch_app.domain.quality import Verdict
from restitch_app.domain.versions import Version
from restitch_app.services.project.overview import SceneOverview
from restitch_app.services.project.project import Project

CHOICES = ("became_current", "used")


class PointKind(IntEnum):
    """The lower, the worse."""

    DAMAGED = 0
    RED = 1
    QUALITY = 2
    STALE = 3
    NEEDS_WORK = 4
    FAILED = 5
    CANDIDATE = 6
    YELLOW = 7
    NOTE = 8
    UNCHECKED = 9
    DONE = 10


@dataclass(frozen=True, slots=True)
class Point:
    kind: PointKind
    text: str
    segment: int | None = None
    """Sequence index, where it is about a segment."""
    boundary: int | None = None
    """Sequence index of the left segment, where it is about a boundary."""
    note: Note | None = None
    by: str = ""
    """Who decided it, where it is done."""
    at: str = ""
    """ISO time, UTC."""

    @property
    def place(self) -> float:
        """In scene order; a boundary lies between its segments."""
        if self.boundary is not None:
            return self.boundary + 0.5
        return float(self.segment or 0)


@dataclass(frozen=True, slots=True)
class Worklist:
    open: tuple[Point, ...]
    """Worst first."""
    done: tuple[Point, ...]
    """Newest first."""


def worklist(project: Project, overview: SceneOverview) -> Worklist:
    """Reads some rows and looks whether files of current versions are there. Blocks; any thread."""
    notes = project.store.notes.of_current(overview.scene.id)
    index_of = {version.id: version.sequence_index for version in overview.current}
    open_points = [
        *_of_boundaries(overview),
        *_of_segments(project, overview),
        *_waiting(project, overview),
        *(_of_note(note, index_of[note.version_id]) for note in notes if not note.is_resolved),
    ]
    done = [
        *_decided(overview),
        *_approved(overview),
        *(_resolved(note, index_of[note.version_id]) for note in notes if note.is_resolved),
    ]
    return Worklist(
        tuple(sorted(open_points, key=lambda point: (point.kind, point.place))),
        tuple(sorted(done, key=lambda point: point.at, reverse=True)),
    )


def _of_boundaries(overview: SceneOverview) -> Iterator[Point]:
    for one in overview.boundaries:
        if one.join.decision is not None:
            continue
        if one.boundary_class is BoundaryClass.RED:
            kind, told = PointKind.RED, f"visible jump, SSIM {one.ssim or 0:.2f}"
        elif one.boundary_class is BoundaryClass.YELLOW:
            kind, told = PointKind.YELLOW, f"borderline, SSIM {one.ssim or 0:.2f}"
        elif one.join.measures is None:
            kind, told = PointKind.UNCHECKED, "not checked"
        else:
            continue
        yield Point(kind, f"Boundary {_pair(one)}: {told}", boundary=one.left_index)


def _of_segments(project: Project, overview: SceneOverview) -> Iterator[Point]:
    for version in overview.current:
        name, index = f"Segment {version.sequence_index + 1}", version.sequence_index
        if fault := _fault(project, version):
            yield Point(PointKind.DAMAGED, f"{name}: its clip is {fault}", index)
        if version.verdict is Verdict.FAIL and not version.is_approved:
            yield Point(PointKind.QUALITY, f"{name}: fails its quality checks", index)
        if version.stale_root_index == index:
            yield Point(PointKind.STALE, f"{name}: stale, its seed frame changed", index)
        if version.needs_work:
            why = f": {version.work_reason}" if version.work_reason else ""
            yield Point(PointKind.NEEDS_WORK, f"{name}: needs work{why}", index)


def _fault(project: Project, version: Version) -> str:
    """By size alone: a whole file of another size was cut off or replaced."""
    try:
        is_whole = project.path(version.file).stat().st_size == version.file_bytes
    except OSError:
        return "missing"
    return "" if is_whole else "damaged"


def _waiting(project: Project, overview: SceneOverview) -> Iterator[Point]:
    """The newest result of each segment that was asked in place of what is still current, and of
    whose request no take was ever used."""
    store = project.store
    newest: dict[int, Version] = {}
    for version in store.versions.waiting(overview.scene.id):
        newest[version.sequence_index] = version  # in the order they were recorded
    for index, version in sorted(newest.items()):
        takes = store.versions.by_request(version.request_id) if version.request_id else [version]
        if store.events.has(CHOICES, [take.id for take in takes]):
            continue
        name = f"Segment {index + 1}: v{version.number}"
        if version.failure is not None:
            yield Point(PointKind.FAILED, f"{name} cannot be used, {version.failure}", index)
        else:
            yield Point(PointKind.CANDIDATE, f"{name} waits for a decision", index)


def _of_note(note: Note, index: int) -> Point:
    said = " ".join(note.text.split()) or "a drawing"
    if note.at_boundary:
        text = f"Note at boundary {index + 1} | {index + 2}: {said}"
        return Point(PointKind.NOTE, text, boundary=index, note=note)
    return Point(PointKind.NOTE, f"Note in segment {index + 1}: {said}", index, note=note)


def _resolved(note: Note, index: int) -> Point:
    said = " ".join(note.text.split()) or "a drawing"
    text = f"Note in segment {index + 1} resolved: {said}"
    return Point(PointKind.DONE, text, index, note=note, by=note.resolved_by, at=note.resolved_at)


def _decided(overview: SceneOverview) -> Iterator[Point]:
    for one in overview.boundaries:
        decision, decided = one.join.decision, one.join.decided
        if decision is None:
            continue
        word = "accepted as is" if decision is Decision.ACCEPTED else "a cut"
        why = f", {decided.reason}" if decided and decided.reason else ""
        yield Point(
            PointKind.DONE,
            f"Boundary {_pair(one)}: {word}{why}",
            boundary=one.left_index,
            by=decided.by if decided else "",
            at=decided.at if decided else "",
        )


def _approved(overview: SceneOverview) -> Iterator[Point]:
    for version in overview.current:
        if version.is_approved:
            name = f"Segment {version.sequence_index + 1}"
            yield Point(
                PointKind.DONE,
                f"{name}: v{version.number} approved",
                version.sequence_index,
                by=version.judged_by,
                at=version.judged_at,
            )


def _pair(boundary: Boundary) -> str:
    return f"{boundary.left_index + 1} | {boundary.left_index + 2}"
