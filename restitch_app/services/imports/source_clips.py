"""Which of the clips that somebody chose can become the segments of one scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.errors import MediaError, RestitchError
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.lossless import needs_lossless_copy, source_facts


@dataclass(frozen=True, slots=True)
class SourceClip:
    """A clip that can be read, before anything of it is copied."""

    path: Path
    facts: ClipFacts
    lossless_reason: str | None
    """Why it is kept as a lossless copy; None where it plays as it is."""


@dataclass(frozen=True, slots=True)
class RefusedClip:
    path: Path
    reason: str
    """One sentence."""


def probed(paths: Sequence[Path], ctx: JobContext) -> tuple[list[SourceClip], list[RefusedClip]]:
    """Facts of every clip, in the order given; what cannot be read is refused by name."""
    clips, refused = [], []
    for done, path in enumerate(paths):
        ctx.progress(f"Reading {path.name}", done, len(paths))
        try:
            clips.append(SourceClip(path, source_facts(path), needs_lossless_copy(path)))
        except RestitchError as error:
            refused.append(RefusedClip(path, str(error)))
    return clips, refused


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
                )
            )
    return usable, refused


def _kind(facts: ClipFacts) -> tuple[int, int, Fraction]:
    return facts.width, facts.height, facts.rate


def nothing_left(refused: Sequence[RefusedClip]) -> MediaError:
    return MediaError(
        "None of the clips can be imported",
        "; ".join(f"{clip.path.name}: {clip.reason}" for clip in refused),
        "Choose other clips",
    )
