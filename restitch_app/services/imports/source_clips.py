"""Which of the clips that somebody chose can become the segments of one scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.errors import MediaError, RestitchError
from restitch_app.domain.frames import ClipFacts, FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.lossless import needs_lossless_copy, source_facts
from restitch_app.services.imports.wishes import ClipPiece


@dataclass(frozen=True, slots=True)
class SourceClip:
    """A clip that can be read, before anything of it is copied."""

    path: Path
    facts: ClipFacts
    lossless_reason: str | None
    """Why it is kept as a lossless copy; None where it plays as it is."""
    frames: FrameRange | None = None
    """Only these of the file, and `facts` are of them; None for all."""

    @property
    def piece(self) -> ClipPiece:
        return ClipPiece(self.path, self.frames)


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
    pieces: Sequence[ClipPiece], ctx: JobContext
) -> tuple[list[SourceClip], list[RefusedClip]]:
    """Facts of every clip, in the order given; what cannot be read is refused by name."""
    clips, refused = [], []
    known: dict[Path, SourceClip] = {}
    for done, piece in enumerate(pieces):
        ctx.progress(f"Reading {piece.path.name}", done, len(pieces))
        try:
            whole = known.get(piece.path) or _whole(piece.path)
            known[piece.path] = whole
            clips.append(_part(whole, piece))
        except RestitchError as error:
            refused.append(RefusedClip(piece.path, str(error), piece.frames))
    return clips, refused


def _whole(path: Path) -> SourceClip:
    return SourceClip(path, source_facts(path), needs_lossless_copy(path))


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
