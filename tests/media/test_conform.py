from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.frames import FrameRange
from restitch_app.media.conform import Shape, conform_clip, crop_for
from restitch_app.media.index import build_index
from restitch_app.media.reader import open_reader
from tests.clips import number_of, numbered_clip


def numbers(path: Path) -> list[int]:
    with open_reader(path) as reader:
        return [number_of(frame) for frame in reader.frames()]


@pytest.mark.parametrize(
    ("rate", "keeps_frames", "shown"),
    [
        (8, False, [0, 2, 4, 6, 8, 10]),
        (24, False, [0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10, 11]),
        (24, True, list(range(12))),
    ],
)
def test_another_rate_keeps_the_length_or_the_frames(
    tmp_path: Path, rate: int, keeps_frames: bool, shown: list[int]
) -> None:
    source = numbered_clip(tmp_path / "clip.mp4", 12, sound_s=0.75)
    shape = Shape(192, 112, Fraction(rate), keeps_frames=keeps_frames)
    made = conform_clip(source, build_index(source), tmp_path / "made", shape)
    assert numbers(made) == shown
    with open_reader(made) as reader:
        assert shape.fits(reader.facts)
        assert reader.facts.has_sound is not keeps_frames


def test_another_size_and_format_of_some_frames(tmp_path: Path) -> None:
    source = numbered_clip(tmp_path / "clip.mp4", 12, size=(384, 224))
    shape = Shape(192, 112, Fraction(16), "yuv444p")
    index = build_index(source)
    made = conform_clip(source, index, tmp_path / "made", shape, frames=FrameRange(5, 9))
    assert numbers(made) == [5, 6, 7, 8]
    with open_reader(made) as reader:
        assert (reader.facts.width, reader.facts.height) == (192, 112)
        assert reader.facts.pixel_format == "yuv444p"
        assert reader.facts.colour_matrix == "bt709"


def test_the_middle_is_kept_of_another_shape() -> None:
    assert crop_for(1920, 1080, 640, 360) == (0, 0, 1920, 1080)
    assert crop_for(1000, 500, 500, 500) == (250, 0, 500, 500)
    assert crop_for(500, 1000, 500, 500) == (0, 250, 500, 500)
