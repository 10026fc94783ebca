"""The same promises on real clips; skipped where the shared folder is absent."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from restitch_app.media.index import build_index
from restitch_app.media.lossless import needs_lossless_copy, write_lossless_copy
from restitch_app.media.luma import luma, rgb
from restitch_app.media.metering import counted_decodes
from restitch_app.media.probe import metadata, probe
from restitch_app.media.reader import open_reader
from tests.shared import SHARED, needs_shared

CLIPS = SHARED / "clips"

pytestmark = needs_shared


@pytest.mark.parametrize(
    ("name", "size", "rate", "count"),
    [
        ("bigbuckbunny_720p.mp4", (1280, 720), 25, 132),
        ("cogvideox_ship_720x480.mp4", (720, 480), 8, 49),
        ("longcat_motorcycle_2160p.mp4", (3840, 2160), 30, 120),
        ("wan21_i2v_maid_512.webp", (512, 512), 16, 33),
        ("ltxv095_i2v_fox_768x512.webp", (768, 512), 24, 97),
        ("genlvideo_horse_truecut_256.gif", (256, 256), 10, 32),
    ],
)
def test_facts(name: str, size: tuple[int, int], rate: int, count: int) -> None:
    facts = probe(CLIPS / name)
    assert (facts.width, facts.height) == size
    assert (facts.rate, facts.frame_count) == (Fraction(rate), count)
    assert not facts.is_variable_rate


@pytest.mark.parametrize("name", ["bigbuckbunny_720p.mp4", "cogvideox_ship_720x480.mp4"])
def test_frames_in_any_order_are_those_of_a_full_decode(name: str) -> None:
    with av.open(CLIPS / name) as container:
        whole = [luma(frame) for frame in container.decode(video=0)]
    last = len(whole) - 1
    with open_reader(CLIPS / name) as reader:
        assert np.array_equal(luma(reader.last_frame()), whole[last])
        for number in (0, last // 2, 7, last - 1, 3 * last // 4, 1, last):
            assert np.array_equal(luma(reader.frame(number)), whole[number])


def test_first_and_last_frame_of_a_long_gop_cost_less_than_decoding_all() -> None:
    clip = CLIPS / "longcat_motorcycle_2160p.mp4"
    index = build_index(clip)
    with open_reader(clip, index) as reader, counted_decodes() as meter:
        reader.frame(0)
        reader.last_frame()
    assert meter.total < len(index)


@pytest.mark.parametrize("name", ["wan21_i2v_maid_512.webp", "genlvideo_horse_truecut_256.gif"])
def test_animations_are_copied_picture_for_picture(tmp_path: Path, name: str) -> None:
    assert needs_lossless_copy(CLIPS / name)
    index = write_lossless_copy(CLIPS / name, tmp_path / "copy.mkv")
    with Image.open(CLIPS / name) as picture, open_reader(tmp_path / "copy.mkv", index) as reader:
        assert reader.frame_count == picture.n_frames  # type: ignore[attr-defined]
        for number in (0, 5, reader.frame_count - 1):
            picture.seek(number)
            assert np.array_equal(rgb(reader.frame(number)), np.array(picture.convert("RGB")))


def test_the_workflow_of_a_webp_is_found() -> None:
    tags = metadata(CLIPS / "wan21_i2v_maid_512.webp")
    assert tags["0x0110"].startswith('prompt:{"3"')
    assert tags["0x010f"].startswith("workflow:{")
