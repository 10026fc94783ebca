"""The scene as an OpenTimelineIO timeline: versions as media references, boundaries as markers."""

from __future__ import annotations

from pathlib import Path

import opentimelineio as otio
from opentimelineio.opentime import RationalTime, TimeRange

from restitch_app.domain.errors import WrongUse
from restitch_app.media.atomic import atomic_file
from restitch_app.services.editorial.scene_cut import CutClip, CutMark, CutNote, SceneCut

OURS = "restitch"
"""The key of our own facts in `metadata`."""
_COLOURS = {
    "visible": otio.schema.MarkerColor.RED,
    "borderline": otio.schema.MarkerColor.YELLOW,
    "smooth": otio.schema.MarkerColor.GREEN,
    "cut": otio.schema.MarkerColor.BLUE,
    "not checked": otio.schema.MarkerColor.WHITE,
}


def timeline(cut: SceneCut) -> otio.schema.Timeline:
    """One video track. Ranges of clips are in their file's own frames; markers lie on the track,
    in scene frames.

    A clip's other versions are media references by name ("v1"); the active one is what plays.
    """
    made = otio.schema.Timeline(cut.scene, global_start_time=_time(cut, 0))
    made.metadata[OURS] = {"project": cut.project, "width": cut.width, "height": cut.height}
    track = otio.schema.Track("V1", kind=otio.schema.TrackKind.Video)
    for clip in cut.clips:
        track.append(_clip(cut, clip))
    track.markers.extend(_marker(cut, mark) for mark in cut.marks)
    track.markers.extend(_note(cut, note) for note in cut.notes)
    made.tracks.append(track)
    return made


def write_otio(cut: SceneCut, out: Path) -> None:
    """`out` appears whole. Raises StorageError, and WrongUse for another ending than `.otio`."""
    if out.suffix.lower() != ".otio":
        raise WrongUse(
            "This is no name for a timeline", out.name, "Choose a name that ends in .otio"
        )
    text = otio.adapters.write_to_string(timeline(cut), "otio_json", indent=2)
    with atomic_file(out) as unfinished:
        unfinished.write_text(text, encoding="utf-8")


def _clip(cut: SceneCut, clip: CutClip) -> otio.schema.Clip:
    made = otio.schema.Clip(
        clip.name, source_range=_range(cut, clip.frames.start, len(clip.frames))
    )
    references = {clip.version: _reference(cut, clip.path, clip.file_frames)}
    references |= {
        other.name: _reference(cut, other.path, other.frames) for other in clip.alternatives
    }
    made.set_media_references(references, clip.version)
    made.metadata[OURS] = {
        "segment": clip.segment,
        "version": clip.version,
        "is_patch": clip.is_patch,
    }
    return made


def _reference(cut: SceneCut, path: Path, frames: int) -> otio.schema.ExternalReference:
    reference = otio.schema.ExternalReference(path.as_uri(), _range(cut, 0, frames))
    reference.name = path.name
    return reference


def _marker(cut: SceneCut, mark: CutMark) -> otio.schema.Marker:
    made = otio.schema.Marker(
        f"Boundary {mark.label}",
        marked_range=_range(cut, mark.scene_frame, 1),
        color=_COLOURS[mark.seen_as],
        comment=" ".join(part for part in (mark.text, mark.cause) if part),
    )
    made.metadata[OURS] = {
        "seen_as": mark.seen_as,
        "ssim": mark.ssim,
        "verdict": mark.verdict,
        "cause": mark.cause,
        "decision": mark.decision,
        "decided_by": mark.decided_by,
        "decided_at": mark.decided_at,
        "reason": mark.reason,
        "treatment": mark.treatment,
        "frames_left_out": mark.frames_left_out,
        "frames_replaced": mark.frames_replaced,
    }
    return made


def _note(cut: SceneCut, note: CutNote) -> otio.schema.Marker:
    made = otio.schema.Marker(
        f"Note by {note.author}",
        marked_range=_range(cut, note.scene_frame, 1),
        color=otio.schema.MarkerColor.CYAN,
        comment=note.text,
    )
    made.metadata[OURS] = {"author": note.author, "is_resolved": note.is_resolved}
    return made


def _time(cut: SceneCut, frame: int) -> RationalTime:
    return RationalTime(frame, float(cut.rate))


def _range(cut: SceneCut, start: int, frames: int) -> TimeRange:
    return TimeRange(_time(cut, start), _time(cut, frames))
