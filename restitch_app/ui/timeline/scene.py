"""What the timeline shows, as values: tiles and markers, made when they come into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from functools import cached_property

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.joins import Decision
from restitch_app.domain.versions import Picture, Version
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.pieces.wording import ssim_text
from restitch_app.ui.state.filters import Filter, boundary_mask, segment_mask
from restitch_app.ui.theme.shapes import Shape, shape_of_class, shape_of_verdict
from restitch_app.ui.timeline.status import Status, StatusKind, Work, status_of
from restitch_app.ui.timeline.work import Refused, work_by_segment


class MarkerRank(IntEnum):
    """The higher one is shown where several fall on the same place."""

    SMOOTH = 0
    CUT = 1
    CHECKING = 2
    NOT_CHECKED = 3
    ACCEPTED = 4
    BORDERLINE = 5
    VISIBLE = 6


@dataclass(frozen=True, slots=True)
class Tile:
    index: int
    """Sequence index, from 0."""
    version_number: int
    frames: FrameRange
    """Of the scene."""
    shape: Shape
    """Of the version's quality checks."""
    score: str
    """`None` while there is none."""
    status: Status
    stale_root_index: int | None
    first: Picture | None
    last: Picture | None
    damage: Damage | None
    generating: int | None = None
    """Id of the job that renders its next version now."""
    is_approved: bool = False
    needs_work: bool = False
    work_reason: str = ""
    """As the reviewer put it; may be empty."""
    problem: str = ""
    """Why its latest job failed or waits, or its newest result cannot play, as a sentence."""
    is_veiled: bool = False
    """Its versions are compared without names: nothing by which one could be known is shown."""

    @property
    def is_stale(self) -> bool:
        return self.stale_root_index is not None

    @property
    def is_seed_changed(self) -> bool:
        return self.stale_root_index == self.index


@dataclass(frozen=True, slots=True)
class Marker:
    left_index: int
    rank: MarkerRank
    shape: Shape
    ssim: float | None
    is_smoothed: bool
    """The number is that of the treated boundary. Dropping a repeated frame is no smoothing."""
    boundary: Boundary
    call: BoundaryCall | None = None
    """What a reviewer said they see there."""

    @property
    def text(self) -> str:
        if self.rank is MarkerRank.CUT:
            return "Cut"
        if self.rank is MarkerRank.CHECKING:
            return "Checking"
        return ssim_text(self.ssim)


@dataclass(frozen=True)
class TimelineScene:
    """A scene of any length; what is needed of all its segments is kept as bytes and numbers."""

    rate: Fraction
    versions: Sequence[Version]
    """Current ones, in scene order."""
    boundaries: Sequence[Boundary]
    starts: Sequence[int]
    """First scene frame of each segment, and last the scene's length."""
    work: Mapping[int, Work] = field(default_factory=dict)
    """By sequence index."""
    damage: Mapping[int, Damage] = field(default_factory=dict)
    """By version id."""
    checking: frozenset[int] = frozenset()
    """Left sequence indices of boundaries that are being measured now."""
    calls: Mapping[int, BoundaryCall] = field(default_factory=dict)
    """By left sequence index."""
    tile_ranks: bytes = b""
    """A StatusKind of each segment, whether selected or not."""
    marker_ranks: bytes = b""
    """A MarkerRank of each boundary."""
    shown: Filter | None = None
    """What the timeline is narrowed down to."""
    shown_tiles: bytes = b""
    """1 for each segment that the filter shows; empty: all."""
    shown_markers: bytes = b""
    """The same of boundaries."""
    veiled: int | None = None
    """Sequence index of the segment whose versions are compared without names."""

    @cached_property
    def marker_weights(self) -> bytes:
        """Which of several marks is drawn where they crowd: the greatest."""
        if not self.shown_markers:
            return self.marker_ranks
        pairs = zip(self.marker_ranks, self.shown_markers, strict=True)
        return bytes(rank + len(MarkerRank) * shown for rank, shown in pairs)

    def shows_tile(self, index: int) -> bool:
        """Whether it is what the filter is for; without one, everything is."""
        return not self.shown_tiles or self.shown_tiles[index] == 1

    def shows_marker(self, left_index: int) -> bool:
        return not self.shown_markers or self.shown_markers[left_index] == 1

    @property
    def frames(self) -> int:
        return self.starts[-1]

    def __len__(self) -> int:
        return len(self.versions)

    def frame_range(self, index: int) -> FrameRange:
        return FrameRange(self.starts[index], self.starts[index + 1])

    def segment_at(self, scene_frame: int) -> int:
        """Sequence index; the first or last one for frames outside the scene."""
        return max(0, min(bisect_right(self.starts, scene_frame) - 1, len(self) - 1))

    def tile(self, index: int, *, is_selected: bool = False) -> Tile:
        if index == self.veiled:
            return self._veiled_tile(index)
        version = self.versions[index]
        work = self.work.get(index)
        damage = self.damage.get(version.id)
        frames = self.frame_range(index)
        is_reviewed = is_selected and not version.is_approved and _has_news(version, work)
        has_score = version.score is not None and damage is None
        return Tile(
            index,
            version.number,
            frames,
            shape_of_verdict(version.verdict) if has_score else Shape.NOT_CHECKED,
            f"{version.score:.0f}" if has_score else "None",
            status_of(version, frames, work, damage, is_reviewed=is_reviewed),
            version.stale_root_index,
            version.first_frame,
            version.last_frame,
            damage,
            work.job_id if work is not None and work.kind is StatusKind.GENERATING else None,
            version.is_approved,
            version.needs_work,
            version.work_reason,
            work.problem if work is not None else "",
        )

    def _veiled_tile(self, index: int) -> Tile:
        version, frames = self.versions[index], self.frame_range(index)
        return Tile(
            index,
            version.number,
            frames,
            Shape.NOT_CHECKED,
            "None",
            Status(StatusKind.RANGE, ("Blind comparison", "Blind")),
            version.stale_root_index,
            None,
            None,
            None,
            is_veiled=True,
        )

    def tiles_unlike(self, other: TimelineScene) -> frozenset[int] | None:
        """Where only jobs went on: the segments that look different. None: anything may."""
        same = (
            self.versions is other.versions
            and self.boundaries is other.boundaries
            and (self.rate, self.starts, self.damage, self.checking, self.calls)
            == (other.rate, other.starts, other.damage, other.checking, other.calls)
            and (self.shown_tiles, self.shown_markers) == (other.shown_tiles, other.shown_markers)
            and self.veiled == other.veiled
        )
        if not same:
            return None
        touched = self.work.keys() | other.work.keys()
        return frozenset(one for one in touched if self.work.get(one) != other.work.get(one))

    def marker(self, left_index: int) -> Marker:
        boundary = self.boundaries[left_index]
        rank = MarkerRank(self.marker_ranks[left_index])
        shape = shape_of_class(boundary.boundary_class)
        if rank is MarkerRank.CHECKING:
            shape = Shape.CHECKING
        is_smoothed = boundary.join.treatment.is_remedy
        call = None if boundary.is_cut else self.calls.get(left_index)
        return Marker(left_index, rank, shape, boundary.ssim, is_smoothed, boundary, call)


EMPTY = TimelineScene(Fraction(16), (), (), (0,))


def timeline_scene(
    rate: Fraction,
    versions: Sequence[Version],
    boundaries: Sequence[Boundary],
    ranges: Mapping[int, FrameRange],
    jobs: Sequence[JobRecord] = (),
    *,
    time_left_s: Mapping[int, float] | None = None,
    damage: Mapping[int, Damage] | None = None,
    checking: frozenset[int] = frozenset(),
    calls: Mapping[int, BoundaryCall] | None = None,
    dismissed: frozenset[int] = frozenset(),
    refused: Mapping[int, Refused] | None = None,
    shown: Filter | None = None,
    veiled: int | None = None,
) -> TimelineScene:
    """`ranges` by sequence index; `damage` by version id; `calls` by left sequence index;
    `time_left_s` of running jobs, and `dismissed`, the failed ones that were put away, by job id.
    `refused`: newest results that cannot play, by sequence index.
    `shown`: what the timeline is narrowed down to; `veiled`: the segment that is compared blind.
    """
    if not versions:
        return EMPTY
    damage = damage or {}
    work = work_by_segment(versions, jobs, time_left_s or {}, dismissed, refused or {})
    starts = [ranges[index].start for index in range(len(versions))]
    return TimelineScene(
        rate,
        versions,
        boundaries,
        (*starts, ranges[len(versions) - 1].stop),
        work,
        damage,
        checking,
        calls or {},
        bytes(tile_rank(version, work.get(version.sequence_index), damage) for version in versions),
        bytes(marker_rank(boundary, checking) for boundary in boundaries),
        shown,
        segment_mask(shown, versions),
        boundary_mask(shown, boundaries),
        veiled,
    )


def _has_news(version: Version, work: Work | None) -> bool:
    return version.number > 1 or (work is not None and work.kind is StatusKind.CANDIDATE)


def tile_rank(version: Version, work: Work | None, damage: Mapping[int, Damage]) -> StatusKind:
    kind = StatusKind.RANGE
    if version.stale_root_index is not None:
        is_root = version.stale_root_index == version.sequence_index
        kind = StatusKind.SEED_CHANGED if is_root else StatusKind.FOLLOWS
    if work is not None:
        kind = max(kind, work.kind)
    return max(kind, StatusKind.DAMAGED) if version.id in damage else kind


def marker_rank(boundary: Boundary, checking: frozenset[int]) -> MarkerRank:
    if boundary.left_index in checking:
        return MarkerRank.CHECKING
    if boundary.join.decision is Decision.CUT:
        return MarkerRank.CUT
    if boundary.boundary_class is None:
        return MarkerRank.NOT_CHECKED
    if boundary.join.decision is Decision.ACCEPTED:
        return MarkerRank.ACCEPTED
    return _RANK_OF_SHAPE[shape_of_class(boundary.boundary_class)]


_RANK_OF_SHAPE = {
    Shape.SMOOTH: MarkerRank.SMOOTH,
    Shape.BORDERLINE: MarkerRank.BORDERLINE,
    Shape.VISIBLE: MarkerRank.VISIBLE,
}
