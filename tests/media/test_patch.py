from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import Interpolation

from restitch_app.domain.errors import MediaError
from restitch_app.media.colour import BT709, ColourTags, tag, tags_of
from restitch_app.media.patch import frame_from_rgb, planes, write_patch

RATE = Fraction(16)
NOISE = np.random.default_rng(7)


def noisy(pixel_format: str, width: int = 70, height: int = 46) -> av.VideoFrame:
    frame = av.VideoFrame(width, height, pixel_format)
    for plane in frame.planes:
        samples = np.frombuffer(memoryview(plane), np.uint8)
        samples[:] = NOISE.integers(0, 256, samples.size, dtype=np.uint8)
        if "10" in pixel_format:
            samples.view(np.uint16)[:] &= 1023
    return frame


def read_back(path: Path) -> list[av.VideoFrame]:
    with av.open(str(path)) as container:
        return list(container.decode(video=0))


def same_samples(left: av.VideoFrame, right: av.VideoFrame) -> bool:
    return all(map(np.array_equal, planes(left), planes(right)))


@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuvj420p", "yuv444p", "yuv420p10le", "gray"])
def test_a_patch_gives_back_every_sample(tmp_path: Path, pixel_format: str) -> None:
    frames = [noisy(pixel_format) for _ in range(5)]
    write_patch(tmp_path / "patch.mkv", frames, RATE)
    found = read_back(tmp_path / "patch.mkv")
    assert len(found) == 5
    assert all(map(same_samples, frames, found))


def test_an_rgb_patch_gives_back_every_pixel(tmp_path: Path) -> None:
    pictures = NOISE.integers(0, 256, (3, 46, 70, 3), dtype=np.uint8)
    frames = [av.VideoFrame.from_ndarray(picture, format="rgb24") for picture in pictures]
    write_patch(tmp_path / "patch.mkv", frames, RATE)
    found = [frame.to_ndarray(format="rgb24") for frame in read_back(tmp_path / "patch.mkv")]
    assert np.array_equal(np.stack(found), pictures)


@pytest.mark.parametrize("tags", [BT709, ColourTags(9, 16, 9, 2), ColourTags()])
def test_a_patch_keeps_the_colour_tags(tmp_path: Path, tags: ColourTags) -> None:
    frame = noisy("yuv420p")
    tag(frame, tags)
    write_patch(tmp_path / "patch.mkv", [frame], RATE)
    found = tags_of(read_back(tmp_path / "patch.mkv")[0])
    # Matroska has no word for an unknown range; FFmpeg reads limited for YUV then.
    assert found == (tags if tags.range else ColourTags(range=found.range))
    assert not found.is_full_range or tags.is_full_range


def test_a_patch_leaves_the_frames_it_was_given_alone(tmp_path: Path) -> None:
    frame = noisy("bgr0")
    frame.pts = 41
    write_patch(tmp_path / "patch.mkv", [frame], RATE)
    assert frame.pts == 41


def test_a_format_without_lossless_form_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="without loss") as caught:
        write_patch(tmp_path / "patch.mkv", [noisy("nv12")], RATE)
    assert "nv12" in caught.value.detail
    assert list(tmp_path.iterdir()) == []


def test_planes_are_copies_in_their_own_sizes() -> None:
    frame = noisy("yuv420p", 71, 47)
    luma, blue, red = planes(frame)
    assert (luma.shape, blue.shape, red.shape) == ((47, 71), (24, 36), (24, 36))
    luma[:] = 0
    assert planes(frame)[0].any()


def test_packed_frames_have_no_planes() -> None:
    with pytest.raises(ValueError, match="rgb24"):
        planes(noisy("rgb24"))
    with pytest.raises(ValueError, match="nv12"):
        planes(noisy("nv12"))


def smooth_picture(
    width: int = 96, height: int = 64
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    across, down = np.meshgrid(np.linspace(30, 220, width), np.linspace(30, 220, height))
    return np.stack([across, down, (across + down) / 2], axis=2).astype(np.uint8)


MATRICES: Sequence[ColourTags] = (
    BT709,
    ColourTags(1, 1, 1, 2),
    ColourTags(6, 6, 6, 1),
    ColourTags(6, 6, 5, 1),
    ColourTags(9, 14, 9, 1),
    ColourTags(),
)


@pytest.mark.parametrize("tags", MATRICES)
def test_rgb_made_yuv_shows_the_same_colours(tags: ColourTags) -> None:
    like = av.VideoFrame(96, 64, "yuv420p")
    tag(like, tags)
    picture = smooth_picture()
    frame = frame_from_rgb(picture, like)
    assert (frame.format.name, tags_of(frame)) == ("yuv420p", tags)
    exact = Interpolation.BILINEAR | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT
    shown = frame.reformat(format="rgb24", interpolation=exact).to_ndarray()
    difference = np.abs(shown.astype(int) - picture.astype(int))
    assert difference.max() <= 3
    assert difference.mean() < 0.8  # BT.601 taken for BT.709 makes it 3.2


def test_white_follows_the_matrix_and_range_of_the_clip() -> None:
    white = np.full((64, 96, 3), 255, np.uint8)
    green = np.zeros((64, 96, 3), np.uint8)
    green[..., 1] = 255
    like = av.VideoFrame(96, 64, "yuv420p")
    tag(like, BT709)
    assert planes(frame_from_rgb(white, like))[0][0, 0] == 235
    # BT.709: 16 + 219 x 0.7152; BT.601: 16 + 219 x 0.587
    assert abs(int(planes(frame_from_rgb(green, like))[0][0, 0]) - 173) <= 1
    tag(like, ColourTags(6, 6, 6, 1))
    assert abs(int(planes(frame_from_rgb(green, like))[0][0, 0]) - 145) <= 1
    tag(like, ColourTags(1, 1, 1, 2))
    assert planes(frame_from_rgb(white, like))[0][0, 0] == 255


def test_rgb_clips_get_rgb_frames() -> None:
    picture = smooth_picture()
    frame = frame_from_rgb(picture, like=av.VideoFrame(96, 64, "bgr0"))
    assert frame.format.name == "bgr0"
    assert np.array_equal(frame.to_ndarray(format="rgb24"), picture)
