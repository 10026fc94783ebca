"""Clips looked at before anything is copied: size, rate, frames, workflow, and what stands against
making a scene of them. Needs no project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, pairwise
from pathlib import Path

import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.scale import resized
from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.domain.errors import RestitchError, WrongUse
from restitch_app.domain.frames import ClipFacts, FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.media.animation import animation_pictures
from restitch_app.media.index import FrameIndex
from restitch_app.media.luma import thumbnail_rgb
from restitch_app.media.reader import open_reader
from restitch_app.media.sequence import sequence_pictures
from restitch_app.services.imports.finding_cuts import pieces_by
from restitch_app.services.imports.source_clips import SourceClip, whole_clip
from restitch_app.services.imports.wishes import ClipPiece, pieces_of
from restitch_app.services.playback.thumbnails import Thumbnail
from restitch_app.services.workflows.files import (
    NamedWorkflow,
    read_workflow_file,
    workflow_in_clip,
)

PICTURE_HEIGHT_PX = 72
"""Twice what a list shows of it, for dense screens."""
MISSING_NAMED = 5
CONVERTED = "It is converted to"

Kind = tuple[int, int, Fraction]
"""Width, height and rate."""


@dataclass(frozen=True, slots=True)
class ClipLook:
    path: Path
    facts: ClipFacts | None
    """None for a file that cannot be read."""
    workflow: str
    """What its embedded workflow can do, or that there is none; one short sentence."""
    has_workflow: bool
    problem: str = ""
    """Why it would be left out; empty where it would be taken."""
    note: str = ""
    """What is done with it that is not plain copying."""
    frames: FrameRange | None = None
    """Only these of the file; None for all."""
    is_sequence: bool = False
    """Numbered pictures, which carry no rate."""
    picture: Thumbnail | None = None
    """Its first frame; None where it cannot be read."""

    @property
    def piece(self) -> ClipPiece:
        return ClipPiece(self.path, self.frames)


def look_at_clips(
    clips: Sequence[Path | ClipPiece], ctx: JobContext, picture_rate: Fraction | None = None
) -> tuple[ClipLook, ...]:
    """In the order given; reads headers, times of frames and first frames, copies nothing.

    `picture_rate`: frames a second of numbered pictures.
    """
    pieces = pieces_of(clips)
    ranges: dict[Path, list[FrameRange | None]] = {}
    for piece in pieces:
        ranges.setdefault(piece.path, []).append(piece.frames)
    found: dict[Path, Iterator[ClipLook]] = {}
    for done, (path, wanted) in enumerate(ranges.items()):
        ctx.progress(f"Reading {path.name}", done, len(ranges))
        found[path] = iter(_looks(path, wanted, picture_rate))
    return tuple(next(found[piece.path]) for piece in pieces)


def cut_look(
    look: ClipLook, cuts: str, ctx: JobContext, picture_rate: Fraction | None = None
) -> tuple[ClipLook, ...]:
    """The pieces of a clip, or of a piece of it: see `finding_cuts.pieces_by`.

    Cut points count in the file. Raises WrongUse where nothing is cut, MediaError, StorageError.
    """
    own = look.frames or FrameRange(0, look.facts.frame_count if look.facts else 0)
    found = (piece.frames for piece in pieces_by(cuts, look.path, ctx, picture_rate))
    ranges = [_within(frames, own) for frames in found if frames is not None]
    kept = [frames for frames in ranges if len(frames)]
    if kept in ([], [own]):
        raise WrongUse(
            f"No cut was found in {look.piece.label}", "", "Give the first frames of its segments"
        )
    return tuple(
        replace(part, workflow=look.workflow, has_workflow=look.has_workflow)
        for part in _looks(look.path, kept, picture_rate)
    )


def merged_look(looks: Sequence[ClipLook]) -> ClipLook | None:
    """Pieces of one file that follow each other as one again; None for any others."""
    ranges = [look.frames for look in looks if look.frames is not None]
    is_one = len({look.path for look in looks}) == 1 and len(ranges) == len(looks) > 1
    if not is_one or any(left.stop != right.start for left, right in pairwise(ranges)):
        return None
    frames = FrameRange(ranges[0].start, ranges[-1].stop)
    return replace(_counted(looks[0], frames), frames=frames)


def judged_together(looks: Sequence[ClipLook], *, converts: bool = False) -> tuple[ClipLook, ...]:
    """A scene has one size and one rate, the most common: the others are told as problems, or,
    where they are to be converted, as notes.

    Call it again where clips were taken out of the list.
    """
    usual = usual_kind(looks)
    if usual is None:
        return tuple(looks)
    return tuple(_judged(look, usual, converts, is_scene=False) for look in looks)


def judged_by(looks: Sequence[ClipLook], kind: Kind, *, converts: bool) -> tuple[ClipLook, ...]:
    """As `judged_together`, for a scene that has its kind already."""
    return tuple(_judged(look, kind, converts, is_scene=True) for look in looks)


def usual_kind(looks: Sequence[ClipLook]) -> Kind | None:
    """That of most clips; None where none can be read."""
    kinds = Counter(_kind(look.facts) for look in looks if look.facts is not None)
    return kinds.most_common(1)[0][0] if kinds else None


def _judged(look: ClipLook, usual: Kind, converts: bool, *, is_scene: bool) -> ClipLook:
    if look.facts is None:
        return look
    width, height, rate = usual
    note = "" if look.note.startswith(CONVERTED) else look.note
    if _kind(look.facts) == usual and not (converts and look.facts.is_variable_rate):
        return replace(look, problem="", note=note)
    if converts:
        return replace(
            look, problem="", note=f"{CONVERTED} {width}×{height} at {float(rate):g} fps"
        )
    told = f"The others are {width}×{height} at {float(rate):g} fps: convert it first"
    if is_scene:
        told = f"The scene is {width}×{height} at {float(rate):g} fps: convert it first"
    return replace(look, problem=told, note=note)


def _looks(
    path: Path, ranges: Sequence[FrameRange | None], picture_rate: Fraction | None
) -> list[ClipLook]:
    """Pieces of one file; None for all of it."""
    try:
        clip = whole_clip(path, picture_rate)
        pictures = pictures_of(clip, [one.start if one else 0 for one in ranges], PICTURE_HEIGHT_PX)
        workflow, has_workflow = _workflow(clip.carrier)
    except RestitchError as error:
        bad = ClipLook(path, None, "", has_workflow=False, problem=str(error))
        return [replace(bad, frames=frames) for frames in ranges]
    whole = ClipLook(
        path, clip.facts, workflow, has_workflow, note=_note(clip), is_sequence=bool(clip.sequence)
    )
    return [
        replace(_counted(whole, frames), frames=frames, picture=picture)
        for frames, picture in zip(ranges, pictures, strict=True)
    ]


def _counted(look: ClipLook, frames: FrameRange | None) -> ClipLook:
    if look.facts is None or frames is None:
        return look
    return replace(look, facts=replace(look.facts, frame_count=len(frames)))


def _within(frames: FrameRange, own: FrameRange) -> FrameRange:
    start = min(max(frames.start, own.start), own.stop)
    return FrameRange(start, max(start, min(frames.stop, own.stop)))


def _note(clip: SourceClip) -> str:
    if clip.sequence is not None and clip.sequence.missing:
        numbers = ", ".join(str(number) for number in clip.sequence.missing[:MISSING_NAMED])
        more = ", …" if len(clip.sequence.missing) > MISSING_NAMED else ""
        return f"There is no picture numbered {numbers}{more}"
    if clip.lossless_reason:
        return f"A lossless copy is made: {clip.lossless_reason}"
    if clip.facts.is_variable_rate:
        return "Its frames are shown for unequal times"
    return ""


def pictures_of(
    clip: SourceClip,
    numbers: Sequence[int],
    height_px: int,
    index: FrameIndex | None = None,
    ctx: JobContext | None = None,
) -> list[Thumbnail]:
    """Frames of the clip, in the order asked for; `index` is built where it is not given.

    Raises MediaError, JobCancelled.
    """
    work = ctx or JobContext()
    if clip.sequence is not None:
        files = [clip.sequence.files[number] for number in numbers]
        return [_small(one, height_px) for one in sequence_pictures(clip.path, files)]
    if clip.is_of_pictures:
        wanted = set(numbers)
        shown = enumerate(islice(animation_pictures(clip.path), max(numbers, default=-1) + 1))
        found = {number: _small(one, height_px) for number, one in shown if number in wanted}
        return [found[number] for number in numbers]
    made = []
    with open_reader(clip.path, index) as reader:
        for number in numbers:
            work.progress("Reading frames")
            made.append(_small(thumbnail_rgb(reader.frame(number), height_px), height_px))
    return made


def _small(picture: Rgb, most_height_px: int) -> Thumbnail:
    height, width = picture.shape[:2]
    if height > most_height_px:
        width, height = max(1, round(width * most_height_px / height)), most_height_px
        picture = np.asarray(resized(picture, width, height))
    return Thumbnail(width, height, picture.tobytes())


def look_at_workflow(path: Path) -> str:
    """What the workflow of a file can do, in a few words.

    Raises StorageError, WorkflowUnusable for a file without one that can be used.
    """
    return _words(read_workflow_file(path))


def _workflow(path: Path) -> tuple[str, bool]:
    try:
        found = workflow_in_clip(path)
        return (_words(found), True) if found is not None else ("No workflow", False)
    except RestitchError as error:
        return error.title, False


def _words(found: NamedWorkflow) -> str:
    if found.prompt is None:
        return "Waits for a server"  # that says what its nodes take
    bindings = find_bindings(found.prompt, found.name)
    return "First and last frame" if bindings.end_frame else "Image to video"


def _kind(facts: ClipFacts) -> Kind:
    return facts.width, facts.height, facts.rate
