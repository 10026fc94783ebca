"""Arrays of decoded frames have the values that the standards say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

from restitch_app.media.luma import luma, rgb, thumbnail_rgb
from restitch_app.media.reader import open_reader
from tests.clips import numbered_picture, write_clip

TASKS = Path("/proc/self/task")
LIMITED, FULL = int(ColorRange.MPEG), int(ColorRange.JPEG)


@pytest.mark.parametrize(
    ("pixel_format", "colour_range", "black", "white"),
    [
        ("yuv420p", LIMITED, 16, 235),
        ("yuv420p", 0, 16, 235),
        ("yuv420p", FULL, 0, 255),
        ("yuvj420p", 0, 0, 255),
        ("yuv444p", LIMITED, 16, 235),
        ("yuva420p", LIMITED, 16, 235),
        ("nv12", LIMITED, 16, 235),
        ("gray", 0, 0, 255),
        ("yuv420p10le", LIMITED, 64, 940),
        ("yuv420p10le", FULL, 0, 1023),
        ("p010le", LIMITED, 64 << 6, 940 << 6),
        ("yuv420p12le", LIMITED, 256, 3760),
    ],
)
def test_luma_is_expanded_from_the_range_of_its_frame(
    pixel_format: str, colour_range: int, black: int, white: int
) -> None:
    step = 64 if pixel_format == "p010le" else 1  # its lowest six bits are unused
    ramp = np.linspace(black // step, white // step, 33 * 21).reshape(21, 33).round() * step
    expected = np.rint((ramp - black) * 255 / (white - black))
    frame = frame_of(pixel_format, ramp, colour_range)
    assert np.array_equal(luma(frame), expected)


def test_values_outside_limited_range_are_clipped() -> None:
    frame = frame_of("yuv420p", np.array([[0.0, 16.0, 235.0, 255.0]]), LIMITED)
    assert luma(frame).tolist() == [[0, 0, 255, 255]]


def test_luma_outlives_its_frame() -> None:
    frame = frame_of("yuv420p", np.full((8, 8), 126.0), FULL)
    found = luma(frame)
    found[:] = 1
    assert luma(frame)[0, 0] == 126


@pytest.mark.parametrize("pixel_format", ["rgb24", "bgr0", "gbrp", "rgba"])
def test_rgb_frames_give_bt709_luma_and_their_own_samples(pixel_format: str) -> None:
    picture = numbered_picture(5)
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format=pixel_format)
    assert np.array_equal(rgb(frame), picture)
    expected = picture @ np.array([0.2126, 0.7152, 0.0722])
    assert np.abs(luma(frame) - expected).max() <= 0.51


@pytest.mark.parametrize(
    ("matrix", "colour_range", "red", "blue"),
    [
        (1, LIMITED, 0.2126, 0.0722),
        (1, FULL, 0.2126, 0.0722),
        (5, LIMITED, 0.299, 0.114),
        (2, 0, 0.299, 0.114),
    ],
)
def test_rgb_follows_the_colour_tags(
    matrix: int, colour_range: int, red: float, blue: float
) -> None:
    ramp = np.linspace(0, 255, 64)
    picture = np.stack(np.broadcast_arrays(ramp, ramp[:, None], ramp[::-1]), axis=2)
    y = picture @ np.array([red, 1 - red - blue, blue])
    cb = (picture[..., 2] - y) / (2 * (1 - blue))
    cr = (picture[..., 0] - y) / (2 * (1 - red))
    if colour_range == FULL:
        samples = (y, cb + 128, cr + 128)
    else:
        samples = (16 + y * 219 / 255, 128 + cb * 224 / 255, 128 + cr * 224 / 255)
    frame = frame_of("yuv444p", samples[0].round(), colour_range)
    for plane, values in zip(frame.planes[1:], samples[1:], strict=True):
        rows(plane)[:, :64] = values.round().clip(0, 255)
    frame.colorspace = matrix
    off = rgb(frame) - picture
    assert np.abs(off).mean() < 0.6
    assert abs(off.mean()) < 0.05


def test_rgb_of_subsampled_frames_is_not_darkened() -> None:
    picture = numbered_picture(9, (256, 144))
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv444p")
    smaller = frame.reformat(format="yuv420p")
    assert np.abs((rgb(smaller).astype(float) - rgb(frame)).mean(axis=(0, 1))).max() < 0.3


@pytest.mark.skipif(not TASKS.is_dir(), reason="/proc tells the system's threads on Linux only")
def test_pictures_keep_no_threads_of_their_own() -> None:
    picture = numbered_picture(9, (256, 144))
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")

    def threads_more() -> int:
        before = len(list(TASKS.iterdir()))
        thumbnail_rgb(frame, 72)
        return len(list(TASKS.iterdir())) - before

    with ThreadPoolExecutor(1) as fresh:  # what a thread keeps it makes once
        assert fresh.submit(threads_more).result() == 0


def test_a_thumbnail_keeps_the_proportions_and_the_mean(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", [numbered_picture(3, (320, 180))], Fraction(16))
    with open_reader(clip) as reader:
        small = thumbnail_rgb(reader.frame(0), 45)
        assert small.shape == (45, 80, 3)
        assert np.abs(small.mean(axis=(0, 1)) - rgb(reader.frame(0)).mean(axis=(0, 1))).max() < 0.5


def test_frames_of_a_tagged_clip_look_as_they_were_drawn(tmp_path: Path) -> None:
    picture = numbered_picture(3, (320, 180))
    clip = write_clip(
        tmp_path / "clip.mp4", [picture], options={"crf": "1"}, pixel_format="yuv444p"
    )
    with open_reader(clip) as reader:
        assert reader.facts.colour_matrix == "bt709"
        assert reader.facts.colour_range == "tv"
        assert np.abs(rgb(reader.frame(0)).astype(float) - picture).mean() < 1.2
        assert reader.frame(0).colorspace == Colorspace.ITU709


def frame_of(
    pixel_format: str, luma_samples: NDArray[np.float64], colour_range: int
) -> av.VideoFrame:
    height, width = luma_samples.shape
    frame = av.VideoFrame(width, height, pixel_format)
    frame.color_range = colour_range
    kind = np.uint8 if frame.format.components[0].bits == 8 else np.uint16
    for plane in frame.planes:
        rows(plane)[:] = 128
    rows(frame.planes[0]).view(kind)[:, :width] = luma_samples
    return frame


def rows(plane: av.video.plane.VideoPlane) -> NDArray[np.uint8]:
    samples = np.frombuffer(memoryview(plane), np.uint8)
    return samples[: plane.height * plane.line_size].reshape(plane.height, plane.line_size)
