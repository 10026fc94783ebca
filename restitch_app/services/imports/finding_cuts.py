"""One long clip and the pieces that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import numpy as np

from restitch_app.analysis.chain_marks import chain_marks
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.media.index import build_index
from restitch_app.media.lossless import needs_lossless_copy, source_facts
from restitch_app.media.luma import luma, thumbnail_rgb
from restitch_app.media.reader import open_reader
from restitch_app.media.sequence import PICTURE_RATE
from restitch_app.services.imports.cut_points import given_ranges, is_cut_list, listed_ranges
from restitch_app.services.imports.wishes import ClipPiece, cut_ranges

DETECT = "detect"
LOOK_HEIGHT_PX = 180
LOOK_WIDTH_PX = 192
NEAR_FRAMES = 3
"""A cut so near a repeated frame is the same place."""


class CutKind(StrEnum):
    REPEAT = "repeated frame"
    """At equal distances: the clips of a chain meet there."""
    HARD = "cut"
    """The picture changes at once."""


@dataclass(frozen=True, slots=True)
class FoundCut:
    frame: int
    """The first after the cut, from 0."""
    kind: CutKind


def pieces_by(
    cuts: str, path: Path, ctx: JobContext, picture_rate: Fraction | None = None
) -> list[ClipPiece]:
    """By cut points as they are typed, the list of cuts that is named so, or looked for: "detect".

    `picture_rate`: of numbered pictures. A clip in which nothing is found is one piece.
    Raises WrongUse for cuts that do not fit the clip, StorageError, MediaError.
    """
    ctx.progress(f"Reading {path.name}")
    facts = source_facts(path, picture_rate or PICTURE_RATE)
    if cuts == DETECT:
        ranges = cut_ranges([cut.frame for cut in find_cuts(path, ctx)], facts.frame_count)
    elif is_cut_list(cuts):
        ranges = listed_ranges(Path(cuts), facts.rate, facts.frame_count)
    else:
        ranges = given_ranges(cuts, facts.rate, facts.frame_count)
    return [ClipPiece(path, frames) for frames in ranges]


def find_cuts(path: Path, ctx: JobContext) -> tuple[FoundCut, ...]:
    """Where the clip is put together of others, in order; decodes it once, from end to end.

    Raises MediaError for what cannot be read, an animated picture among it; JobCancelled.
    """
    # Loaded here: PySceneDetect takes most of a second that nothing else needs.
    from restitch_app.analysis.hard_cuts import HardCuts

    _check_readable(path)
    index = build_index(path)
    steps = [0.0]
    with open_reader(path, index) as reader:
        cuts, before = HardCuts(reader.facts.rate), None
        for number, frame in enumerate(reader.frames()):
            ctx.progress(f"Looking for cuts in {path.name}", number, reader.frame_count)
            picture = to_analysis_size(luma(frame), LOOK_HEIGHT_PX).astype(np.int16)
            if before is not None:
                steps.append(float(np.abs(picture - before).mean()))
            before = picture
            cuts.feed(thumbnail_rgb(frame, LOOK_WIDTH_PX))
    return together(chain_marks(steps), cuts.found)


def together(marks: Sequence[int], hard: Sequence[int]) -> tuple[FoundCut, ...]:
    """Both kinds in order, each place once."""
    found = [FoundCut(frame, CutKind.REPEAT) for frame in marks]
    found += [
        FoundCut(frame, CutKind.HARD)
        for frame in hard
        if all(abs(frame - mark) > NEAR_FRAMES for mark in marks)
    ]
    return tuple(sorted(found, key=lambda cut: cut.frame))


def _check_readable(path: Path) -> None:
    reason = needs_lossless_copy(path)
    if reason is not None:
        raise WrongUse(
            f"Cuts cannot be looked for in {path.name}", f"{reason}", "Give the cut points yourself"
        )
