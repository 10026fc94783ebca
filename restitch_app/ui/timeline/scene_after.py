"""The timeline's scene after a change of it: what that costs follows what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import Version
from restitch_app.ui.state.filters import shows_boundary, shows_segment
from restitch_app.ui.timeline.scene import TimelineScene, marker_rank, tile_rank
from restitch_app.ui.timeline.status import Work


def scene_after(
    before: TimelineScene,
    changes: Changes,
    versions: Sequence[Version],
    boundaries: Sequence[Boundary],
    ranges: Mapping[int, FrameRange],
    work: Mapping[int, Work],
    checking: frozenset[int],
    calls: Mapping[int, BoundaryCall],
) -> TimelineScene | None:
    """`before`: of the same scene; `changes` since then. The rest as for `timeline_scene`.

    None where frames moved or the number of segments changed: all has to be made anew.
    """
    count = len(versions)
    if changes.scene or not count or count != len(before):
        return None
    segments, lefts = _touched(before, changes, work, checking)
    places = segments | lefts | {left + 1 for left in lefts}
    if not _is_in_place(before, ranges, {one for one in places if 0 <= one < count}):
        return None
    segments = {one for one in segments if 0 <= one < count}
    lefts = {one for one in lefts if 0 <= one < count - 1}
    return replace(
        before,
        versions=versions,
        boundaries=boundaries,
        work=work,
        checking=checking,
        calls=calls,
        tile_ranks=_patched(
            before.tile_ranks,
            {one: tile_rank(versions[one], work.get(one), before.damage) for one in segments},
        ),
        marker_ranks=_patched(
            before.marker_ranks, {one: marker_rank(boundaries[one], checking) for one in lefts}
        ),
        shown_tiles=_shown_tiles(before, versions, segments),
        shown_markers=_shown_markers(before, boundaries, lefts),
    )


def _touched(
    before: TimelineScene, changes: Changes, work: Mapping[int, Work], checking: frozenset[int]
) -> tuple[set[int], set[int]]:
    """Segments and left indices of boundaries that may look different."""
    working = before.work.keys() | work.keys()
    at_work = {one for one in working if before.work.get(one) != work.get(one)}
    beside = {left for one in changes.segments for left in (one - 1, one)}
    return {*changes.segments, *at_work}, {*changes.boundaries, *beside} | (
        before.checking ^ checking
    )


def _is_in_place(before: TimelineScene, ranges: Mapping[int, FrameRange], places: set[int]) -> bool:
    if ranges[len(before) - 1].stop != before.frames:
        return False
    return all(ranges[one] == before.frame_range(one) for one in places)


def _patched(ranks: bytes, changed: Mapping[int, int]) -> bytes:
    patched = bytearray(ranks)
    for index, rank in changed.items():
        patched[index] = rank
    return bytes(patched)


def _shown_tiles(before: TimelineScene, versions: Sequence[Version], segments: set[int]) -> bytes:
    if before.shown is None or not before.shown_tiles:
        return b""
    shown = before.shown
    return _patched(
        before.shown_tiles, {one: shows_segment(shown, versions[one]) for one in segments}
    )


def _shown_markers(before: TimelineScene, boundaries: Sequence[Boundary], lefts: set[int]) -> bytes:
    if before.shown is None or not before.shown_markers:
        return b""
    shown = before.shown
    return _patched(
        before.shown_markers, {one: shows_boundary(shown, boundaries[one]) for one in lefts}
    )
