"""One long clip and the pieces that it becomes."""

from __future__ import annotations

from pathlib import Path

from restitch_app.domain.progress import JobContext
from restitch_app.media.lossless import source_facts
from restitch_app.services.imports.cut_points import given_ranges, is_cut_list, listed_ranges
from restitch_app.services.imports.wishes import ClipPiece


def pieces_by(cuts: str, path: Path, ctx: JobContext) -> list[ClipPiece]:
    """By cut points as they are typed, or by the list of cuts that is named so.

    Raises WrongUse for cuts that do not fit the clip, StorageError, MediaError.
    """
    ctx.progress(f"Reading {path.name}")
    facts = source_facts(path)
    if is_cut_list(cuts):
        ranges = listed_ranges(Path(cuts), facts.rate, facts.frame_count)
    else:
        ranges = given_ranges(cuts, facts.rate, facts.frame_count)
    return [ClipPiece(path, frames) for frames in ranges]
