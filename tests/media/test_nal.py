from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import pytest
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext

from restitch_app.media.index import build_index
from restitch_app.media.nal import (
    ParameterSets,
    annexb_sets,
    annexb_units,
    build_avcc,
    join_units,
    merged_sets,
    parse_avcc,
    picture_set_id,
    sequence_facts,
    sized_units,
    unit_type,
    unused_id,
    with_sets,
)
from restitch_app.media.packets import read_h264
from tests.clips import numbered_clip


def encoder_sets(pixel_format: str = "yuv420p", **options: str) -> ParameterSets:
    context = av.CodecContext.create("libx264", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height, context.pix_fmt = 192, 112, pixel_format
    context.time_base = Fraction(1, 16)
    context.flags |= Flags.global_header
    context.options = options
    context.open()
    return annexb_sets(context.extradata or b"")


@pytest.mark.parametrize(
    ("pixel_format", "facts"),
    [
        ("yuv420p", (1, 8, 8)),
        ("yuv422p", (2, 8, 8)),
        ("yuv444p", (3, 8, 8)),
        ("yuv420p10le", (1, 10, 10)),
    ],
)
def test_a_sequence_set_tells_the_pixel_format(
    pixel_format: str, facts: tuple[int, int, int]
) -> None:
    found = sequence_facts(encoder_sets(pixel_format).sequence[0])
    assert (found.chroma_format, found.luma_bits, found.chroma_bits) == facts


def test_baseline_sets_are_4_2_0() -> None:
    assert sequence_facts(encoder_sets(profile="baseline").sequence[0]).chroma_format == 1


@pytest.mark.parametrize("set_id", [0, 1, 7, 31])
def test_set_ids_are_read_back(set_id: int) -> None:
    sets = encoder_sets(**{"x264-params": f"sps-id={set_id}"})
    assert sequence_facts(sets.sequence[0]).set_id == set_id
    assert [picture_set_id(unit) for unit in sets.picture] == [set_id]
    assert unused_id([sets]) == (1 if set_id == 0 else 0)


def test_an_avcc_record_keeps_its_sets(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", 3)
    with av.open(str(clip)) as container:
        record = container.streams.video[0].codec_context.extradata or b""
    assert build_avcc(parse_avcc(record)) == record


@pytest.mark.parametrize("record", [b"", b"\x00\x00\x00\x01gd\x00\n", b"\x01d\x00\n\xff\xe1\x00"])
def test_other_records_are_refused(record: bytes) -> None:
    with pytest.raises(ValueError, match="avcC record"):
        parse_avcc(record)


def test_sets_merge_unless_they_share_an_id() -> None:
    first, same = encoder_sets(), encoder_sets()
    other, clash = encoder_sets(**{"x264-params": "sps-id=1"}), encoder_sets(profile="baseline")
    merged = merged_sets([first, same, other])
    assert merged is not None
    assert parse_avcc(build_avcc(merged)) == merged
    assert (len(merged.sequence), len(merged.picture)) == (2, 2)
    assert merged_sets([first, clash]) is None


def test_units_survive_start_codes_and_lengths() -> None:
    units = [b"\x09\xf0", b"\x65\x88\x00\x00\x03\x00", b"\x41\x9a"]
    stream = b"\x00\x00\x00\x01" + b"\x00\x00\x01".join(units)
    assert annexb_units(stream) == [unit.rstrip(b"\x00") for unit in units]
    joined = join_units(units)
    assert [bytes(unit) for unit in sized_units(memoryview(joined), 4)] == units


@pytest.mark.parametrize("sample", [b"\x00\x00\x00\x09ab", b"\x00\x00\x00\x00", b"\x00\x00"])
def test_lengths_that_leave_the_packet_are_refused(sample: bytes) -> None:
    with pytest.raises(ValueError, match="leaves its packet"):
        list(sized_units(memoryview(sample), 4))


def test_sets_go_behind_the_delimiter() -> None:
    sets = ParameterSets((b"\x67s",), (b"\x68p",))
    for units, kinds in (
        ([b"\x09\xf0", b"\x65i"], [9, 7, 8, 5]),
        ([b"\x06e", b"\x65i"], [7, 8, 6, 5]),
    ):
        found = sized_units(memoryview(with_sets(units, sets)), 4)
        assert [unit_type(unit[0]) for unit in found] == kinds


def test_recovery_points_are_key_frames_but_no_idr_pictures(tmp_path: Path) -> None:
    options = {"x264-params": "open-gop=1"}
    path = numbered_clip(tmp_path / "clip.mp4", 40, gop=10, options=options, bframes=3)
    clip = read_h264(path, build_index(path), keep=True)
    assert clip is not None
    assert clip.kept is not None
    keys = [place for place, packet in enumerate(clip.kept) if packet.is_keyframe]
    assert len(keys) == 4
    assert [place for place in keys if clip.units[place].is_idr] == [0]


@pytest.mark.parametrize("suffix", [".ts", ".avi"])
def test_streams_with_start_codes_are_not_copied(tmp_path: Path, suffix: str) -> None:
    path = numbered_clip(tmp_path / f"clip{suffix}", 9, bframes=0)
    assert read_h264(path, build_index(path), keep=True) is None


def test_an_index_that_counts_otherwise_is_not_copied(tmp_path: Path) -> None:
    path = numbered_clip(tmp_path / "clip.mp4", 9)
    other = build_index(numbered_clip(tmp_path / "other.mp4", 8))
    assert read_h264(path, other, keep=True) is None
