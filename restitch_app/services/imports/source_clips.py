"""Which of the clips that somebody chose can become the segments of one scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.errors import MediaError, RestitchError, WrongUse
from restitch_app.domain.frames import ClipFacts, FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.conform import Shape
from restitch_app.media.encode import KEPT_FORMATS
from restitch_app.media.lossless import is_of_pictures, needs_lossless_copy, source_facts
from restitch_app.media.sequence import PICTURE_RATE, PictureSequence, find_sequence
from restitch_app.services.imports.wishes import ClipPiece, Conform


@dataclass(frozen=True, slots=True)
class SourceClip:
    """A clip that can be read, before anything of it is copied."""

    path: Path
    facts: ClipFacts
    lossless_reason: str | None
    """Why it is kept as a lossless copy; None where it plays as it is."""
    frames: FrameRange | None = None
    """Only these of the file, and `facts` are of them; None for all."""
    conform: Shape | None = None
    """What it is converted to; None where it stays as it is."""
    drops_sound: bool = False
    """It lasts longer or shorter once it is converted, which its sound cannot."""
    is_of_pictures: bool = False
    """Numbered or animated pictures, which only their lossless copy can play."""
    sequence: PictureSequence | None = None
    """The numbered pictures that it is."""

    @property
    def piece(self) -> ClipPiece:
        return ClipPiece(self.path, self.frames)

    @property
    def carrier(self) -> Path:
        """The file that carries its workflow: of numbered pictures the first."""
        return self.sequence.files[0] if self.sequence is not None else self.path


@dataclass(frozen=True, slots=True)
class RefusedClip:
    path: Path
    reason: str
    """One sentence."""
    frames: FrameRange | None = None

    @property
    def piece(self) -> ClipPiece:
        return ClipPiece(self.path, self.frames)


def probed(
    pieces: Sequence[ClipPiece], ctx: JobContext, picture_rate: Fraction | None = None
) -> tuple[list[SourceClip], list[RefusedClip]]:
    """Facts of every clip, in the order given; what cannot be read is refused by name.

    `picture_rate`: frames a second of numbered pictures.
    """
    clips, refused = [], []
    known: dict[Path, SourceClip] = {}
    for done, piece in enumerate(pieces):
        ctx.progress(f"Reading {piece.path.name}", done, len(pieces))
        try:
            whole = known.get(piece.path) or whole_clip(piece.path, picture_rate)
            known[piece.path] = whole
            clips.append(_part(whole, piece))
        except RestitchError as error:
            refused.append(RefusedClip(piece.path, str(error), piece.frames))
    return clips, refused


def whole_clip(path: Path, picture_rate: Fraction | None = None) -> SourceClip:
    """Raises MediaError for what cannot be read."""
    facts = source_facts(path, picture_rate or PICTURE_RATE)
    sequence = find_sequence(path)
    return SourceClip(
        path,
        facts,
        needs_lossless_copy(path),
        is_of_pictures=is_of_pictures(path),
        sequence=sequence,
    )


def _part(whole: SourceClip, piece: ClipPiece) -> SourceClip:
    if piece.frames is None:
        return whole
    total = whole.facts.frame_count
    if not len(piece.frames) or piece.frames.stop > total:
        raise MediaError(
            f"{piece.path.name} has no frames {piece.frames.start + 1} to {piece.frames.stop}",
            f"It has {total}",
            "Choose other cut points",
        )
    facts = replace(whole.facts, frame_count=len(piece.frames))
    return replace(whole, facts=facts, frames=piece.frames)


def of_one_kind(clips: Sequence[SourceClip]) -> tuple[list[SourceClip], list[RefusedClip]]:
    """A scene has one size and one rate, the most common; other clips are refused by name."""
    if not clips:
        return [], []
    kinds = Counter(_kind(clip.facts) for clip in clips)
    width, height, rate = kinds.most_common(1)[0][0]
    return _of(clips, (width, height, rate), "the others are")


def conformed(clips: Sequence[SourceClip], wished: Conform) -> list[SourceClip]:
    """Those that are not so are to be converted; what is not said is as most of the clips are.

    Raises WrongUse for a pixel format that is not written.
    """
    if wished.pixel_format not in (None, *KEPT_FORMATS):
        raise WrongUse(
            f"Restitch does not write {wished.pixel_format}",
            "",
            f"Choose {', '.join(KEPT_FORMATS)}",
        )
    if not clips:
        return []
    width, height, rate = Counter(_kind(clip.facts) for clip in clips).most_common(1)[0][0]
    if wished.size is not None:
        width, height = wished.size
    shape = Shape(width, height, wished.rate or rate, wished.pixel_format, wished.keeps_frames)
    return [clip if shape.fits(clip.facts) else _to(clip, shape) for clip in clips]


def _to(clip: SourceClip, shape: Shape) -> SourceClip:
    count = clip.facts.frame_count
    if not shape.keeps_frames:
        count = max(1, round(count / clip.facts.rate * shape.rate))
    facts = replace(
        clip.facts, width=shape.width, height=shape.height, rate=shape.rate, frame_count=count
    )
    is_other_length = shape.keeps_frames and shape.rate != clip.facts.rate
    drops_sound = clip.facts.has_sound and is_other_length
    return replace(clip, facts=facts, conform=shape, drops_sound=drops_sound)


def of_kind(
    clips: Sequence[SourceClip], scene: Scene
) -> tuple[list[SourceClip], list[RefusedClip]]:
    """Those of the scene's size and rate; the others are refused by name."""
    return _of(clips, (scene.width, scene.height, scene.rate), "the scene is")


def _of(
    clips: Sequence[SourceClip], kind: tuple[int, int, Fraction], told: str
) -> tuple[list[SourceClip], list[RefusedClip]]:
    width, height, rate = kind
    usable, refused = [], []
    for clip in clips:
        if _kind(clip.facts) == kind:
            usable.append(clip)
        else:
            facts = clip.facts
            refused.append(
                RefusedClip(
                    clip.path,
                    f"It is {facts.width}×{facts.height} at {float(facts.rate):g} fps, {told} "
                    f"{width}×{height} at {float(rate):g} fps. Convert it and import it again.",
                    clip.frames,
                )
            )
    return usable, refused


def _kind(facts: ClipFacts) -> tuple[int, int, Fraction]:
    return facts.width, facts.height, facts.rate


def nothing_left(refused: Sequence[RefusedClip]) -> MediaError:
    return MediaError(
        "None of the clips can be imported",
        "; ".join(f"{clip.piece.label}: {clip.reason}" for clip in refused),
        "Choose other clips",
    )
