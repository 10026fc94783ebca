"""What a boundary looks like: its two frames, where they differ, and the similarity around them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import Join, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import ChainClip, Span, build_spans, segment_ranges
from restitch_app.domain.versions import Scene, Version
from restitch_app.media.luma import thumbnail_rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.boundaries.analysis_frames import file_ranges
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.heat_map import heat_map
from restitch_app.services.project.project import Project

PAIRS_A_SIDE = 12
SHOWN_HEIGHT_PX = 540
"""Pictures are shown at about half of this and can be enlarged."""
PREVIEW_HEIGHT_PX = 360


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
    """Where the two differ by more than the motion around them, see `services.heat_map`."""
    curve: tuple[float, ...]
    """SSIM of neighbouring frames in scene order, up to twelve pairs a side."""
    seam: int
    """Which of them is the pair that meets at the boundary."""


class BoundaryPictures:
    """Decodes some dozen frames: call it on a pool."""

    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def look(self, scene: Scene, left_index: int, ctx: JobContext) -> BoundaryLook:
        """The boundary as it will be exported. Raises NotFound, MediaError."""
        join = self._boundaries.at(scene, left_index, ctx).join
        left, right = self._versions(join)
        before, after = self._boundaries.pictures(left, right, join.treatment, PAIRS_A_SIDE + 1)
        ctx.progress("Reading the boundary", 1, 3)
        curve = tuple(ssim(one.luma, other.luma) for one, other in pairwise((*before, *after)))
        ctx.progress("Reading the boundary", 2, 3)
        shown = self._shown(left, right, join.treatment, 1, SHOWN_HEIGHT_PX)
        return BoundaryLook(
            _side(shown[0], before[-1]),
            _side(shown[-1], after[0]),
            plain_picture(heat_map(before, after)),
            curve,
            len(before) - 1,
        )

    def preview(self, join: Join, frames_a_side: int, ctx: JobContext) -> tuple[PlainPicture, ...]:
        """The frames around the boundary as they play with the join's treatment."""
        ctx.progress("Preparing the preview")
        left, right = self._versions(join)
        pictures = self._shown(left, right, join.treatment, frames_a_side, PREVIEW_HEIGHT_PX)
        return tuple(plain_picture(picture) for picture in pictures)

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


def _spans(left: Version, right: Version, treatment: Treatment) -> tuple[Span, ...]:
    chain = [ChainClip.of(version) for version in (left, right)]
    return build_spans(chain, {(left.id, right.id): treatment})


def _side(shown: Rgb, picture: SeamPicture) -> Side:
    return Side(plain_picture(shown), picture.detail, float(picture.luma.mean()) / 255)


def plain_picture(picture: Rgb) -> PlainPicture:
    """A copy, as the window takes it."""
    height, width = picture.shape[:2]
    return PlainPicture(width, height, np.ascontiguousarray(picture).tobytes())
