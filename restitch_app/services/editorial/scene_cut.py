"""A scene as a list of clips on one track, with its boundaries as marks: what every editorial
format is written from. Decodes nothing, changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.boundaries import SEEN_AS, Boundary
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import Decision, Treatment
from restitch_app.domain.notes import Note
from restitch_app.domain.spans import Span, segment_ranges
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.words import diagnosis, marker_text
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.words import title


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another version that could stand in a clip's place."""

    name: str
    """ "v2"."""
    path: Path
    frames: int


@dataclass(frozen=True, slots=True)
class CutClip:
    """Consecutive frames of one file, as they play."""

    name: str
    """ "Segment 5 v2", or "Boundary 5|6" for frames that stand for both sides of one."""
    segment: int
    """From 1, as people see it."""
    version: str
    """ "v2"; of the segment whose frames these are or stand for."""
    path: Path
    file_frames: int
    frames: FrameRange
    """In the file's own count."""
    scene_start: int
    """Scene frame at which it begins."""
    is_patch: bool
    alternatives: tuple[Alternative, ...] = ()
    """Newest first; the file itself is none of them. None for a patch."""


@dataclass(frozen=True, slots=True)
class CutMark:
    """A boundary of the scene."""

    label: str
    """ "5|6"."""
    scene_frame: int
    """The first frame of the right segment."""
    seen_as: str
    """smooth, borderline, visible, cut, or not checked."""
    ssim: float | None
    verdict: float | None
    cause: str
    """The diagnosis, in sentences; empty where nothing is seen."""
    text: str
    """As beside the marker: "0.71 · normal here 0.69–0.78 · 5 % brighter"."""
    decision: str
    """A person's: "accepted as is", "cut", or empty."""
    decided_by: str
    decided_at: str
    reason: str
    treatment: str = ""
    """What is exported in place of the files' own frames: "Colour ramp: 12 frames replaced"."""
    frames_left_out: int = 0
    frames_replaced: int = 0


@dataclass(frozen=True, slots=True)
class CutNote:
    scene_frame: int
    author: str
    text: str
    is_resolved: bool


@dataclass(frozen=True, slots=True)
class SceneCut:
    project: str
    scene: str
    rate: Fraction
    width: int
    height: int
    clips: tuple[CutClip, ...]
    """In scene order, without gaps."""
    marks: tuple[CutMark, ...]
    notes: tuple[CutNote, ...]
    """Of frames that play; those of frames that a treatment leaves out lie at the next one."""
    spans: tuple[Span, ...]
    """What the clips and marks were read from."""

    @property
    def frames(self) -> int:
        return self.clips[-1].scene_start + len(self.clips[-1].frames) if self.clips else 0


def scene_cut(project: Project, boundaries: Boundaries, scene: Scene) -> SceneCut:
    """Reads rows of the project only, all as of one moment; any thread."""
    with project.store.snapshot():
        return _scene_cut(project, boundaries, scene)


def _scene_cut(project: Project, boundaries: Boundaries, scene: Scene) -> SceneCut:
    spans = project.spans(scene)
    current = project.store.versions.current(scene.id)
    places = {version.sequence_index: version for version in current}
    known = list(boundaries.known(scene))
    patched = {one.join.treatment.patch.file: one for one in known if one.join.treatment.patch}
    others = _others(project, scene)
    ranges = segment_ranges(spans)
    return SceneCut(
        project.settings().name,
        scene.name,
        scene.rate,
        scene.width,
        scene.height,
        tuple(
            _patch(project, span, places[span.sequence_index], patched[span.file])
            if span.is_patch
            else _clip(project, span, places[span.sequence_index], others)
            for span in spans
        ),
        tuple(_mark(one, ranges[one.left_index + 1].start) for one in known),
        tuple(_notes(project, scene, spans, current)),
        spans,
    )


def _patch(project: Project, span: Span, version: Version, boundary: Boundary) -> CutClip:
    patch = boundary.join.treatment.patch
    assert patch is not None
    frames = patch.left_frames + patch.right_frames
    number, name = span.sequence_index + 1, f"v{version.number}"
    return _cut_clip(project, span, f"Boundary {boundary.label}", number, name, frames)


def _clip(
    project: Project, span: Span, version: Version, others: Mapping[int, Sequence[Version]]
) -> CutClip:
    number, name = span.sequence_index + 1, f"v{version.number}"
    alternatives = tuple(
        Alternative(f"v{one.number}", project.path(one.file).absolute(), one.facts.frame_count)
        for one in others.get(span.sequence_index, ())
    )
    frames = version.facts.frame_count
    return _cut_clip(project, span, f"Segment {number} {name}", number, name, frames, alternatives)


def _cut_clip(
    project: Project,
    span: Span,
    label: str,
    segment: int,
    version: str,
    file_frames: int,
    alternatives: tuple[Alternative, ...] = (),
) -> CutClip:
    return CutClip(
        label,
        segment,
        version,
        project.path(span.file).absolute(),
        file_frames,
        span.frames,
        span.scene_start,
        span.is_patch,
        alternatives,
    )


def _others(project: Project, scene: Scene) -> dict[int, list[Version]]:
    """Versions that could play and do not, newest first, by sequence index."""
    found: dict[int, list[Version]] = {}
    for one in project.store.versions.not_playing(scene.id):
        if one.can_play:
            found.setdefault(one.sequence_index, []).append(one)
    return found


def _mark(boundary: Boundary, scene_frame: int) -> CutMark:
    join, treatment = boundary.join, boundary.join.treatment
    decided = join.decided
    patch = treatment.patch
    return CutMark(
        boundary.label,
        scene_frame,
        _seen_as(boundary),
        boundary.ssim,
        boundary.verdict,
        diagnosis(boundary) or "",
        marker_text(boundary),
        _decision(boundary),
        decided.by if decided else "",
        decided.at if decided else "",
        decided.reason if decided else "",
        _treatment(treatment),
        treatment.trim_left + treatment.trim_right,
        patch.left_frames + patch.right_frames if patch else 0,
    )


def _seen_as(boundary: Boundary) -> str:
    if boundary.is_cut:
        return "cut"
    if boundary.boundary_class is None:
        return "not checked"
    return SEEN_AS[boundary.boundary_class]


_DECISIONS: Mapping[Decision, str] = {Decision.ACCEPTED: "accepted as is", Decision.CUT: "cut"}


def _decision(boundary: Boundary) -> str:
    return _DECISIONS[boundary.join.decision] if boundary.join.decision is not None else ""


def _treatment(treatment: Treatment) -> str:
    left_out = treatment.trim_left + treatment.trim_right
    replaced = treatment.patch.left_frames + treatment.patch.right_frames if treatment.patch else 0
    done = []
    if left_out:
        done.append(f"{_frames(left_out)} left out")
    if replaced:
        done.append(f"{_frames(replaced)} replaced")
    if treatment.method == "drop_repeat":
        return f"Repeated frame: {', '.join(done)}"
    return f"{title(treatment.method)}: {', '.join(done)}" if done else ""


def _frames(count: int) -> str:
    return "1 frame" if count == 1 else f"{count} frames"


def _notes(
    project: Project, scene: Scene, spans: Sequence[Span], current: Sequence[Version]
) -> list[CutNote]:
    index_of = {version.id: version.sequence_index for version in current}
    return [
        CutNote(
            _scene_frame(note, index_of[note.version_id], spans),
            note.author,
            note.text,
            note.is_resolved,
        )
        for note in project.store.notes.of_current(scene.id)
    ]


def _scene_frame(note: Note, sequence_index: int, spans: Sequence[Span]) -> int:
    """Where the note's frame plays; the nearest frame of its segment where it does not."""
    mine = [span for span in spans if span.sequence_index == sequence_index]
    best = min(
        (span for span in mine if not span.is_patch),
        key=lambda span: max(
            span.frames.start - note.segment_frame, note.segment_frame - span.frames.stop + 1, 0
        ),
        default=mine[0],
    )
    inside = min(max(note.segment_frame, best.frames.start), best.frames.stop - 1)
    return best.scene_start + (0 if best.is_patch else inside - best.frames.start)
