"""Frames that do not fit the rest of a film are brought into its shape, and look the same."""

from __future__ import annotations

import av
import cv2
import numpy as np
import pytest

from restitch_app.media.colour import BT709, ColourTags, tag, to_yuv
from restitch_app.media.encode import PictureShape
from restitch_app.media.luma import rgb
from restitch_app.media.patch import frame_from_rgb
from restitch_app.media.pieces import fitted
from tests.clips import Picture

BT601 = ColourTags(6, 6, 6, 1)
SIZE = (320, 180)
SHAPE = PictureShape(*SIZE, "yuv420p", BT709)


def soft_picture(size: tuple[int, int]) -> Picture:
    """Soft colours, so that subsampled chroma loses next to nothing."""
    coarse = np.random.default_rng(5).integers(0, 256, (9, 16, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def frame_of(picture: Picture, tags: ColourTags) -> av.VideoFrame:
    like = av.VideoFrame(picture.shape[1], picture.shape[0], "yuv420p")
    tag(like, tags)
    return frame_from_rgb(picture, like)


@pytest.mark.parametrize(
    ("size", "tags"), [(SIZE, BT601), ((480, 270), BT709)], ids=["another matrix", "another size"]
)
def test_a_frame_of_another_kind_keeps_its_brightness(
    size: tuple[int, int], tags: ColourTags
) -> None:
    frame = frame_of(soft_picture(size), tags)
    shown = rgb(to_yuv(fitted(frame, SHAPE), SHAPE.pixel_format, SHAPE.tags))
    assert shown.shape == (180, 320, 3)
    assert abs(shown.mean() - rgb(frame).mean()) < 0.25  # the quick conversion loses 1.1


def test_a_frame_of_the_same_kind_is_not_touched() -> None:
    frame = frame_of(soft_picture(SIZE), BT709)
    assert fitted(frame, SHAPE) is frame
