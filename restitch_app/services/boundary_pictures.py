"""What a boundary looks like: its two frames, where they differ, and the similarity around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.sharpness import detail_energy
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import Join, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import ChainClip, Span, build_spans, segment_ranges
from restitch_app.domain.versions import Scene, Version
from restitch_app.media.luma import thumbnail_rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.analysis_frames import file_ranges
from restitch_app.services.boundaries import Boundaries
from restitch_app.services.project import Project

PAIRS_A_SIDE = 12
SHOWN_HEIGHT_PX = 540
"""Pictures are shown at about half of this and can be enlarged."""
PREVIEW_HEIGHT_PX = 360
VERY_DIFFERENT = 40.0
"""Luma levels beyond natural motion at which the heat-map is at its brightest."""
MOTION_REACH_PX = 9
"""Edges move a few pixels a frame: motion next to a pixel excuses it too."""


@dataclass(frozen=True, slots=True)
class PlainPicture:
    width_px: int
    height_px: int
    rgb: bytes
    """Three bytes a pixel, row after row without padding."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two frames that meet."""

    picture: PlainPicture
    sharpness: float
    """Mean square of fine detail, in squared levels."""
    brightness: float
    """Mean luma, 0 to 1."""


@dataclass(frozen=True, slots=True)
class BoundaryLook:
    left: Side
    right: Side
    heat: PlainPicture
    """Where the two differ by more than the motion around them; dimmed picture elsewhere."""
    curve: tuple[float, ...]
    """SSIM of neighbouring frames in scene order, up to twelve pairs a side."""
    seam: int
    """Which of them is the pair that meets at the boundary."""


@dataclass(frozen=True, slots=True)
class Curve:
    ssim: tuple[float, ...]
    seam: int


class BoundaryPictures:
    """Decodes some dozen frames: call it on a pool."""

    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def look(self, scene: Scene, left_index: int, ctx: JobContext) -> BoundaryLook:
        """The boundary as it will be exported. Raises NotFound, MediaError."""
        join = self._boundaries.at(scene, left_index, ctx).join
        left, right = self._versions(join)
        before, after = self._boundaries.window(left, right, join.treatment, PAIRS_A_SIDE + 1)
        ctx.progress("Reading the boundary", 1, 3)
        curve = _curve(before, after)
        ctx.progress("Reading the boundary", 2, 3)
        shown = self._shown(left, right, join.treatment, 1, SHOWN_HEIGHT_PX)
        return BoundaryLook(
            _side(shown[0], before[-1]),
            _side(shown[-1], after[0]),
            _plain(_heat_map(before, after)),
            curve.ssim,
            curve.seam,
        )

    def curve(self, join: Join, ctx: JobContext) -> Curve:
        """The same curve as it would be with the join's treatment, which need not be stored."""
        left, right = self._versions(join)
        ctx.progress("Reading the boundary")
        return _curve(*self._boundaries.window(left, right, join.treatment, PAIRS_A_SIDE + 1))

    def preview(self, join: Join, frames_a_side: int, ctx: JobContext) -> tuple[PlainPicture, ...]:
        """The frames around the boundary as they would play with the join's treatment."""
        ctx.progress("Preparing the preview")
        left, right = self._versions(join)
        pictures = self._shown(left, right, join.treatment, frames_a_side, PREVIEW_HEIGHT_PX)
        return tuple(_plain(picture) for picture in pictures)

    def _versions(self, join: Join) -> tuple[Version, Version]:
        versions = self._project.store.versions
        return versions.get(join.left_id), versions.get(join.right_id)

    def _shown(
        self, left: Version, right: Version, treatment: Treatment, frames: int, height: int
    ) -> list[Rgb]:
        """Up to `frames` pictures on each side, in scene order."""
        spans = _spans(left, right, treatment)
        ranges = segment_ranges(spans)
        seam, stop = ranges[1].start, ranges[1].stop
        around = FrameRange(max(0, seam - frames), min(stop, seam + frames))
        return [
            picture
            for file, wanted in file_ranges(spans, around)
            for picture in self._read(file, wanted, height)
        ]

    def _read(self, file: str, frames: FrameRange, height: int) -> list[Rgb]:
        with open_reader(self._project.path(file), self._project.frame_index(file)) as reader:
            return [
                thumbnail_rgb(frame, min(height, frame.height))
                for frame in reader.frames(frames.start, frames.stop)
            ]


def excess_difference(before: Sequence[Gray], after: Sequence[Gray]) -> Floats:
    """How many luma levels the two frames that meet differ beyond the motion on both sides.

    Luma in scene order, one size; the last of `before` and the first of `after` meet. Without a
    second frame on either side there is no motion to compare with, and nothing is subtracted.
    """
    seam = _blurred_difference(before[-1], after[0])
    reach = np.ones((MOTION_REACH_PX, MOTION_REACH_PX), np.uint8)
    motions = [
        cv2.dilate(_blurred_difference(*side), reach)
        for side in (before[-2:], after[:2])
        if len(side) == 2
    ]
    if not motions:
        return seam
    # The lesser side: a fault in one of the two frames makes its own side move as much as the seam.
    return np.asarray(np.maximum(seam - np.minimum.reduce(motions), 0), np.float32)


def _blurred_difference(one: Gray, other: Gray) -> Floats:
    difference = cv2.absdiff(one, other).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(difference, (0, 0), 1.5), np.float32)


def _heat_map(before: Sequence[Gray], after: Sequence[Gray]) -> Rgb:
    share = np.clip(excess_difference(before, after) / VERY_DIFFERENT, 0, 1)
    levels = np.asarray(np.rint(share * 255), np.uint8)
    bgr = cv2.applyColorMap(levels, cv2.COLORMAP_INFERNO)
    heat = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.float32)
    ground = cv2.cvtColor(after[0], cv2.COLOR_GRAY2RGB).astype(np.float32) * 0.3
    cover = np.clip(share * 3, 0, 1)[..., None]
    return np.asarray(np.rint(ground * (1 - cover) + heat * cover), np.uint8)


def heat_scale(steps: int = 64) -> tuple[tuple[int, int, int], ...]:
    """The heat-map's colours from same to very different, for its legend."""
    levels = np.linspace(0, 255, steps).astype(np.uint8).reshape(1, -1)
    bgr = cv2.applyColorMap(levels, cv2.COLORMAP_INFERNO)[0]
    return tuple((int(red), int(green), int(blue)) for blue, green, red in bgr)


def _curve(before: Sequence[Gray], after: Sequence[Gray]) -> Curve:
    scores = tuple(ssim(one, other) for one, other in pairwise((*before, *after)))
    return Curve(scores, len(before) - 1)


def _spans(left: Version, right: Version, treatment: Treatment) -> tuple[Span, ...]:
    chain = [
        ChainClip(version.id, version.file, version.facts.frame_count) for version in (left, right)
    ]
    return build_spans(chain, {(left.id, right.id): treatment})


def _side(picture: Rgb, luma: Gray) -> Side:
    return Side(_plain(picture), detail_energy(luma), float(luma.mean()) / 255)


def _plain(picture: Rgb) -> PlainPicture:
    height, width = picture.shape[:2]
    return PlainPicture(width, height, np.ascontiguousarray(picture).tobytes())
