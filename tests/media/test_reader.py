"""Frame n is frame n, whatever the container and codec do with order and time."""

from __future__ import annotations

import hashlib
import random
import struct
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from restitch_app.domain.errors import MediaError
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.metering import counted_decodes
from restitch_app.media.reader import open_reader
from tests.clips import number_of, numbered_clip

MS = Fraction(1, 1000)
TICKS = {"time_base": Fraction(1, 1600)}
FRAGMENTS = {"movflags": "frag_keyframe+empty_moov"}
FAST_VP9 = {"cpu-used": "8", "deadline": "realtime"}
FAST_HEVC = {"preset": "ultrafast", "x265-params": "log-level=none"}

CLIPS: Mapping[str, Mapping[str, Any]] = {
    "b_frames.mp4": {"bframes": 3},
    "b_frames_short_gop.mp4": {"bframes": 3, "gop": 16},
    "no_b_frames.mp4": {"bframes": 0, "gop": 16},
    "open_gop.mp4": {"bframes": 3, "gop": 16, "options": {"x264-params": "open-gop=1"}},
    "intra_refresh.mp4": {"gop": 16, "options": {"x264-params": "intra-refresh=1"}},
    "variable_rate.mp4": {
        "frames": 40, "gop": 16, "pts": [n * n + 7 * n for n in range(40)], "time_base": MS,
    },
    "edit_list.mp4": {"frames": 40, "pts": [n * 100 - 500 for n in range(40)], **TICKS},
    "edit_list_second_gop.mp4": {
        "frames": 40, "gop": 16, "pts": [n * 100 - 1900 for n in range(40)], **TICKS,
    },
    "edit_list_on_key.mp4": {
        "frames": 40, "gop": 16, "pts": [n * 100 - 1600 for n in range(40)], **TICKS,
    },
    "late_start.mp4": {"frames": 40, "pts": [n * 100 + 1900 for n in range(40)], **TICKS},
    "fragmented.mp4": {"gop": 16, "container_options": FRAGMENTS},
    "transport.ts": {"gop": 16},
    "matroska.mkv": {"gop": 16},
    "vp9.webm": {"codec": "libvpx-vp9", "gop": 16, "options": FAST_VP9, "frames": 40},
    "vp8.webm": {"codec": "libvpx", "gop": 16, "frames": 40},
    "hevc.mp4": {"codec": "libx265", "gop": 16, "options": FAST_HEVC, "frames": 40},
    "mpeg4.mp4": {"codec": "mpeg4", "bframes": 2, "gop": 12},
    "mpeg4.avi": {"codec": "mpeg4", "bframes": 2, "gop": 12},
    "mpeg2.mpg": {"codec": "mpeg2video", "bframes": 2, "gop": 12, "rate": 25},
    "raw.h264": {"gop": 12, "frames": 30},
    "longer_sound.mp4": {"frames": 30, "sound_s": 4.0},
    "odd_size.mp4": {"size": (193, 111), "pixel_format": "yuv444p", "frames": 30},
    "ten_bit.mp4": {"pixel_format": "yuv420p10le", "frames": 30},
    "rgb.mkv": {"codec": "ffv1", "pixel_format": "bgr0", "frames": 20},
    "single.mp4": {"frames": 1},
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(params=CLIPS)
def clip(request: pytest.FixtureRequest, folder: Path) -> Path:
    path = folder / request.param
    return path if path.exists() else numbered_clip(path, **CLIPS[request.param])


def test_every_frame_is_the_same_picture_as_in_a_full_decode(clip: Path) -> None:
    whole = full_decode(clip)
    with open_reader(clip) as reader:
        assert reader.frame_count == len(whole)
        assert [pixels(frame) for frame in reader.frames(0)] == whole


def test_frames_asked_for_in_any_order_are_the_right_pictures(clip: Path) -> None:
    whole = full_decode(clip)
    last = len(whole) - 1
    order = [last, 0, last // 2, last, last - 1, *random.Random(5).choices(range(last + 1), k=12)]
    with open_reader(clip) as reader:
        for number in order:
            if number >= 0:
                assert pixels(reader.frame(number)) == whole[number], number


def test_the_last_frame_alone_is_the_last_of_a_full_decode(clip: Path) -> None:
    with open_reader(clip) as reader:
        assert pixels(reader.last_frame()) == full_decode(clip)[-1]


def test_frames_carry_consecutive_numbers(clip: Path) -> None:
    with open_reader(clip) as reader:
        numbers = [number_of(frame) for frame in reader.frames(0)]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_a_stored_index_reads_as_the_new_one(clip: Path) -> None:
    index = build_index(clip)
    stored = index.to_bytes()
    assert FrameIndex.from_bytes(stored) == index
    assert len(stored) < 400


def test_what_the_edit_list_trims_is_no_frame(folder: Path) -> None:
    for name, first in (("edit_list.mp4", 5), ("edit_list_second_gop.mp4", 19)):
        path = folder / f"trimmed_{name}"
        numbered_clip(path, **CLIPS[name])
        with open_reader(path) as reader:
            assert number_of(reader.frame(0)) == first
            assert reader.frame_count == 40 - first


def test_what_an_edit_list_cuts_off_the_end_is_no_frame(folder: Path) -> None:
    path = numbered_clip(folder / "cut_tail.mp4", frames=40, gop=16, bframes=2)
    content = bytearray(path.read_bytes())
    shown = content.index(b"elst") + 12  # after version, flags and count: segment duration
    duration = int.from_bytes(content[shown : shown + 4], "big")
    content[shown : shown + 4] = (duration * 30 // 40).to_bytes(4, "big")
    path.write_bytes(content)
    whole = full_decode(path)
    with open_reader(path) as reader:
        assert reader.frame_count == len(whole) == 30
        assert pixels(reader.last_frame()) == whole[29]
        assert number_of(reader.last_frame()) == 29
        assert not reader.index.is_damaged


def test_what_two_edits_show_is_read_in_the_order_they_show_it(folder: Path) -> None:
    path = numbered_clip(folder / "two_edits.mp4", frames=40, gop=8, bframes=2)
    content = path.read_bytes()
    place = content.index(b"elst") - 4
    size = int.from_bytes(content[place : place + 4], "big")
    media_start = int.from_bytes(content[place + 20 : place + 24], "big")
    edits = [(500, media_start), (625, media_start + 20 * 1024)]  # frames 0-7, then 20-29
    entries = b"".join(
        struct.pack(">IiI", duration_ms, media_time, 1 << 16) for duration_ms, media_time in edits
    )
    table = struct.pack(">I4sII", 16 + len(entries), b"elst", 0, len(edits)) + entries
    path.write_bytes(with_longer_box(content, place, size, table))
    whole = full_decode(path)
    with open_reader(path) as reader:
        numbers = [number_of(frame) for frame in reader.frames(0)]
        assert [pixels(frame) for frame in reader.frames(0)] == whole
        assert pixels(reader.last_frame()) == whole[-1]
    assert numbers == [*range(8), *range(20, 30)]


def test_a_reader_can_be_closed_in_the_middle_of_a_clip(tmp_path: Path) -> None:
    reader = open_reader(numbered_clip(tmp_path / "clip.mp4"))
    frame = reader.frame(40)
    reader.close()
    reader.close()
    assert number_of(frame) == 40


def test_reading_on_decodes_no_frame_twice(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", gop=16)
    with open_reader(clip) as reader, counted_decodes() as meter:
        for _ in reader.frames(0):
            pass
        reader.frame(80)
    assert meter.by_path == {clip: 81}


def test_the_last_frame_costs_its_own_gop_and_not_the_clip(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", gop=16)
    with open_reader(clip) as reader, counted_decodes() as meter:
        reader.last_frame()
    assert meter.total <= 16


def test_frames_outside_the_clip_are_refused(tmp_path: Path) -> None:
    with open_reader(numbered_clip(tmp_path / "clip.mp4", frames=10)) as reader:
        for number in (-1, 10):
            with pytest.raises(IndexError, match="frames 0 to 9"):
                reader.frame(number)


def test_a_frame_that_is_damaged_is_named(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", frames=40, bframes=0, gop=8)
    index = build_index(clip)
    with av.open(clip) as container:
        places = [(packet.pos, packet.size) for packet in container.demux(video=0) if packet.size]
    damaged = bytearray(clip.read_bytes())
    position, size = places[20]
    assert position is not None
    damaged[position : position + size] = b"\xff" * size
    clip.write_bytes(damaged)
    with open_reader(clip, index) as reader:
        assert number_of(reader.frame(15)) == 15
        with pytest.raises(MediaError, match=r"Frame 21 of clip\.mp4 cannot be decoded"):
            reader.frame(20)
        assert number_of(reader.frame(32)) == 32


def with_longer_box(content: bytes, place: int, size: int, box: bytes) -> bytes:
    """`content` with the box at `place` replaced, and the boxes around it made to fit.

    The file has its table at the end, so no place in the pictures moves.
    """
    grown = bytearray(content)
    for name in (b"moov", b"trak", b"edts"):
        start = content.rindex(name, 0, place) - 4
        outer = int.from_bytes(content[start : start + 4], "big") + len(box) - size
        grown[start : start + 4] = outer.to_bytes(4, "big")
    return bytes(grown[:place]) + box + bytes(grown[place + size :])


def pixels(frame: av.VideoFrame) -> str:
    """A hash of all samples, without the padding at the end of their rows."""
    found = hashlib.sha256()
    for plane in frame.planes:
        sample_bytes = frame.format.padded_bits_per_pixel // 8 if len(frame.planes) == 1 else 1
        sample_bytes = max(sample_bytes, (frame.format.components[0].bits + 7) // 8)
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
        found.update(rows[:, : plane.width * sample_bytes].tobytes())
    return found.hexdigest()


def full_decode(path: Path) -> list[str]:
    with av.open(path) as container:
        return [pixels(frame) for frame in container.decode(video=0)]
