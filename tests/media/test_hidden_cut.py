from __future__ import annotations

from pathlib import Path

import av
import pytest

from restitch_app.domain.frames import FrameRange
from restitch_app.media.hidden_cut import hidden_cut
from restitch_app.media.index import build_index
from restitch_app.media.lossless import frame_digest
from restitch_app.media.probe import nominal_rate
from restitch_app.media.reader import open_reader
from tests.clips import RATE, number_of, numbered_clip

QUICK_AV1 = {"crf": "12", "preset": "12"}


def digests(path: Path, frames: FrameRange | None = None) -> list[bytes]:
    with open_reader(path) as reader:
        found = [frame_digest(frame) for frame in reader.frames()]
    return found if frames is None else found[frames.start : frames.stop]


@pytest.mark.parametrize("codec", ["libx264", "libx265", "mpeg4"])
def test_a_piece_between_key_frames_has_the_very_same_pictures(tmp_path: Path, codec: str) -> None:
    options = {"x265-params": "log-level=none"} if codec == "libx265" else None
    source = numbered_clip(
        tmp_path / "long.mp4", 60, codec=codec, options=options, gop=16, bframes=2, sound_s=3.75
    )
    index = build_index(source)
    for frames in (FrameRange(0, 21), FrameRange(21, 38), FrameRange(38, 60)):
        piece = tmp_path / f"{frames.start}.mp4"
        assert hidden_cut(source, index, frames, piece)
        assert digests(piece) == digests(source, frames)
        with open_reader(piece) as reader:
            assert number_of(reader.frame(5)) == frames.start + 5  # found by seeking too
            assert (reader.facts.rate, reader.facts.has_sound) == (RATE, True)


def test_the_hidden_packets_are_no_more_than_the_pictures_need(tmp_path: Path) -> None:
    source = numbered_clip(tmp_path / "long.mp4", 60, gop=16, bframes=0)
    assert hidden_cut(source, build_index(source), FrameRange(40, 50), tmp_path / "piece.mp4")
    with av.open(str(tmp_path / "piece.mp4")) as container:
        assert sum(packet.size > 0 for packet in container.demux(video=0)) == 18


def test_what_cannot_be_cut_so_leaves_no_file(tmp_path: Path) -> None:
    uneven = numbered_clip(tmp_path / "uneven.mp4", 6, pts=[0, 3, 4, 9, 12, 20], time_base=1 / RATE)
    index = build_index(uneven)
    assert nominal_rate(index)[1]
    assert not hidden_cut(uneven, index, FrameRange(2, 5), tmp_path / "piece.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["uneven.mp4"]


def test_packets_without_decoding_times_are_not_copied(tmp_path: Path) -> None:
    source = numbered_clip(tmp_path / "long.mkv", 24, gop=16, bframes=2)
    assert not hidden_cut(source, build_index(source), FrameRange(0, 10), tmp_path / "piece.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["long.mkv"]


def test_a_codec_that_is_decoded_by_what_cannot_encode_it_is_cut_too(tmp_path: Path) -> None:
    source = numbered_clip(tmp_path / "long.mp4", 12, codec="libsvtav1", options=QUICK_AV1)
    assert hidden_cut(source, build_index(source), FrameRange(5, 9), tmp_path / "piece.mp4")
    assert digests(tmp_path / "piece.mp4") == digests(source, FrameRange(5, 9))
