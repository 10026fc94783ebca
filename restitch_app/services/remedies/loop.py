"""A boundary as it would play, to be shown over and over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.services.boundaries.pictures import PREVIEW_HEIGHT_PX, PlainPicture, plain_picture

SHOWN_FRAMES = 16
"""A side: a second each at 16 frames a second."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Pictures to be shown one after another, at the scene's rate."""

    pictures: tuple[PlainPicture, ...]
    seam: int
    """Which of them is the first one after the boundary."""


def loop_of(left: Sequence[Rgb], right: Sequence[Rgb]) -> Loop:
    """The last frames of the left and the first of the right, made smaller where they are large."""
    tail, head = left[-SHOWN_FRAMES:], right[:SHOWN_FRAMES]
    return Loop(tuple(_plain(frame) for frame in (*tail, *head)), len(tail))


def _plain(frame: Rgb) -> PlainPicture:
    return plain_picture(to_analysis_size(frame, min(PREVIEW_HEIGHT_PX, frame.shape[0])))
