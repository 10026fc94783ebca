"""Where everything of the timeline lies: lanes, tiles, markers, and what a point hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from restitch_app.ui.theme.type import is_narrow
from restitch_app.ui.timeline.pairs import Pairs, pair_x, pairs_at
from restitch_app.ui.timeline.scale import TimeScale
from restitch_app.ui.timeline.scene import TimelineScene
from restitch_app.ui.timeline.sizes import Sizes, sizes

NARROW_NAMES_PX = 31
BOTTOM_PX = 10
CONTINUITY_PX, CONTINUITY_GAP_PX = 48, 8
TILE_GAP_PX = 4.0
"""Between a tile and its boundary."""
TILES_FROM_PX = 18.0
HIT_PX = 28.0
SKIPPED_PX = 64
MARK_SPACING_PX = 22.0
"""Between marks without numbers, so that their shapes can be told apart."""


class Detail(IntEnum):
    """How much of a tile its width has room for."""

    NUMBER = 0
    ONE_FRAME = 1
    BOTH_FRAMES = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """Something that was hit."""

    index: int


@dataclass(frozen=True, slots=True)
class BoundaryAt:
    left_index: int


@dataclass(frozen=True, slots=True)
class Ruler:
    scene_frame: int


Hit = Segment | BoundaryAt | Ruler | Pairs


@dataclass(frozen=True, slots=True)
class Bar:
    """Neighbouring pixel columns of the same state, where tiles would be too narrow."""

    start_px: int
    stop_px: int
    rank: int
    """The most pressing StatusKind in them."""


@dataclass(frozen=True, slots=True)
class FrameOf:
    """Scene frames of pixel columns, which are asked for a thousand times a painting."""

    start_px: float
    """Where the scene begins."""
    frame_px: float

    def right_edge(self, column: int) -> float:
        return (column + 1 - self.start_px) / self.frame_px


@dataclass(frozen=True)
class Layout:
    """The timeline's surface at one size, zoom and scroll position."""

    scene: TimelineScene
    scale: TimeScale
    width_px: int
    height_px: int
    text_factor: float = 1.0
    """Of the text, 1.0 is usual."""

    @cached_property
    def sizes(self) -> Sizes:
        return sizes(self.text_factor)

    @cached_property
    def is_narrow(self) -> bool:
        """Lane names are icons."""
        return is_narrow(self.width_px, self.text_factor)

    @cached_property
    def names_px(self) -> int:
        return names_px(self.width_px, self.text_factor)

    @cached_property
    def lane(self) -> QRectF:
        return QRectF(self.names_px, 0, self.width_px - self.names_px, self.height_px)

    @cached_property
    def ruler(self) -> QRectF:
        return QRectF(self.names_px, 0, self.width_px - self.names_px, self.sizes.ruler)

    @cached_property
    def boundaries(self) -> QRectF:
        ruler, height = self.ruler, self.sizes.boundaries
        return QRectF(ruler.left(), ruler.bottom(), ruler.width(), height)

    @cached_property
    def segments(self) -> QRectF:
        sizes, top = self.sizes, self.boundaries.bottom()
        height = max(sizes.lowest_tile, min(sizes.tile, self.height_px - top - BOTTOM_PX))
        return QRectF(self.names_px, top, self.width_px - self.names_px, height)

    @cached_property
    def continuity(self) -> QRectF:
        """Empty where there is no room for it."""
        top = self.boundaries.bottom() + self.sizes.tile + CONTINUITY_GAP_PX
        if top + CONTINUITY_PX + BOTTOM_PX > self.height_px:
            return QRectF()
        return QRectF(self.names_px, top, self.width_px - self.names_px, CONTINUITY_PX)

    # in sight

    @cached_property
    def visible_segments(self) -> range:
        if not len(self.scene):
            return range(0)
        first, stop = self.scale.visible()
        return range(self.scene.segment_at(first), self.scene.segment_at(stop - 1) + 1)

    @cached_property
    def visible_boundaries(self) -> range:
        """With those beyond the edges whose mark still reaches in."""
        segments = self.visible_segments
        count = len(self.scene.boundaries)
        return range(max(0, segments.start - 1), min(count, segments.stop))

    @cached_property
    def is_aggregated(self) -> bool:
        """So many segments are in sight that they are drawn as bars."""
        return len(self.visible_segments) * TILES_FROM_PX > self.lane.width()

    # places

    def x_of(self, scene_frame: float) -> float:
        return self.names_px + self.scale.x_of(scene_frame)

    def pair_x(self, pair: int) -> float:
        return self.names_px + pair_x(self.scale, pair)

    def boundary_x(self, left_index: int) -> float:
        return self.x_of(self.scene.starts[left_index + 1])

    def tile_rect(self, index: int) -> QRectF:
        left = self.x_of(self.scene.starts[index])
        right = self.x_of(self.scene.starts[index + 1])
        gap = min(TILE_GAP_PX, (right - left) / 8)
        lane = self.segments
        return QRectF(left + gap, lane.top(), right - left - 2 * gap, lane.height())

    def detail(self, index: int) -> Detail:
        width = self.tile_rect(index).width()
        if width >= self.sizes.both_frames_from:
            return Detail.BOTH_FRAMES
        return Detail.ONE_FRAME if width >= self.sizes.one_frame_from else Detail.NUMBER

    def has_number(self, left_index: int) -> bool:
        """Whether the mark's number fits between its neighbours."""
        starts = self.scene.starts
        here = starts[left_index + 1]
        before, after = here - starts[left_index], starts[left_index + 2] - here
        return min(before, after) * self.scale.frame_px >= self.sizes.pill_width + 8

    def mark_rect(self, left_index: int) -> QRectF:
        """Of the whole mark with its hit area."""
        width = max(HIT_PX, self.sizes.pill_width if self.has_number(left_index) else 0.0)
        x, lane = self.boundary_x(left_index), self.boundaries
        return QRectF(x - width / 2, lane.center().y() - HIT_PX / 2, width, HIT_PX)

    # many at once

    def bars(self) -> Iterator[Bar]:
        """The lane's pixel columns, neighbours of one state together; from its left edge."""
        if not len(self.scene):
            return
        scale, ranks, starts = self.scale, self.scene.tile_ranks, self.scene.starts
        first_px = max(0, int(scale.x_of(0)))
        stop_px = int(min(self.lane.width(), scale.x_of(self.scene.frames)))
        frame_of = FrameOf(scale.x_of(0), scale.frame_px)
        segment, begun, state, column = self.visible_segments.start, first_px, -1, first_px
        while column < stop_px:
            # Most of a long scene is quiet, and bytes are compared faster than columns.
            for width in (min(SKIPPED_PX, stop_px - column), 1):
                frame = frame_of.right_edge(column + width - 1)
                last = min(bisect_right(starts, frame, segment), len(ranks)) - 1
                covered = ranks[segment : last + 1]
                if covered.count(covered[0]) == len(covered):
                    break
            rank = max(covered)
            if rank != state:
                if column > begun:
                    yield Bar(begun, column, state)
                begun, state = column, rank
            segment, column = last, column + width
        if stop_px > begun:
            yield Bar(begun, stop_px, state)

    def marks(self) -> Iterator[int]:
        """Left indices of the boundaries to draw: all in sight, or where they crowd the most
        pressing one of each few pixels.
        """
        boundaries = self.visible_boundaries
        if not self.is_aggregated:
            yield from boundaries
            return
        ranks, start = self.scene.marker_weights, boundaries.start
        edge = self.names_px + MARK_SPACING_PX
        while start < boundaries.stop:
            frame = self.scale.frame_at(edge - self.names_px)
            # The boundary that starts a segment is the one after the segment before it.
            stop = max(start + 1, min(boundaries.stop, self.scene.segment_at(frame)))
            crowd = ranks[start:stop]
            yield start + crowd.index(max(crowd))
            start = stop
            edge = max(edge, self.boundary_x(stop - 1)) + MARK_SPACING_PX

    # what a point hits

    def hit(self, point: QPointF) -> Hit | None:
        """None beside the lanes and where there is no scene."""
        if not len(self.scene) or not self.lane.contains(point):
            return None
        lane_x = point.x() - self.names_px
        if self.ruler.contains(point):
            return Ruler(self.scale.frame_at(lane_x))
        if self.boundaries.contains(point):
            left_index = self._mark_at(point)
            return None if left_index is None else BoundaryAt(left_index)
        if self.segments.contains(point):
            index = self.scene.segment_at(self.scale.frame_at(lane_x))
            is_inside = self.x_of(0) <= point.x() < self.x_of(self.scene.frames)
            return Segment(index) if is_inside else None
        return pairs_at(self.scale, lane_x) if self.continuity.contains(point) else None

    def _mark_at(self, point: QPointF) -> int | None:
        """The nearest mark drawn there; where they crowd, the most pressing one."""
        lane_x = point.x() - self.names_px
        reach = max(HIT_PX, self.sizes.pill_width) / 2
        first = self.scene.segment_at(self.scale.frame_at(lane_x - reach)) - 1
        last = self.scene.segment_at(self.scale.frame_at(lane_x + reach))
        near = range(max(0, first), min(len(self.scene.boundaries), last + 1))
        hit = [left for left in near if self.mark_rect(left).contains(point)]
        if not hit:
            return None
        ranks = self.scene.marker_weights
        crowds = self.is_aggregated

        def nearness(left: int) -> tuple[float, float]:
            return (-ranks[left] if crowds else 0, abs(self.boundary_x(left) - point.x()))

        return min(hit, key=nearness)


def names_px(width_px: int, text_factor: float) -> int:
    """Width of the lane names beside the lanes."""
    return NARROW_NAMES_PX if is_narrow(width_px, text_factor) else sizes(text_factor).names
