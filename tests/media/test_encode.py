from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from restitch_app.domain.errors import JobCancelled, MediaError, WrongUse
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.media.colour import BT709, ColourTags, tag, tags_of
from restitch_app.media.encode import encode_clip
from restitch_app.media.patch import planes
from restitch_app.media.probe import probe
from restitch_app.media.reader import open_reader
from tests.clips import number_of, numbered_clip, numbered_picture

RATE = Fraction(16)


def drawn(count: int, size: tuple[int, int] = (192, 112)) -> Iterator[av.VideoFrame]:
    for number in range(count):
        yield av.VideoFrame.from_ndarray(numbered_picture(number, size), format="rgb24")


def packet_times(path: Path) -> list[tuple[Fraction, Fraction]]:
    with av.open(str(path)) as container:
        return [
            (packet.pts * packet.time_base, packet.dts * packet.time_base)
            for packet in container.demux(video=0)
            if packet.pts is not None and packet.dts is not None
        ]


@pytest.mark.parametrize("rate", [RATE, Fraction(24000, 1001), Fraction(25)])
@pytest.mark.parametrize("suffix", [".mp4", ".mov"])
def test_every_frame_is_shown_at_its_exact_time(
    tmp_path: Path, rate: Fraction, suffix: str
) -> None:
    path = tmp_path / f"clip{suffix}"
    assert encode_clip(path, drawn(33), rate) == 33
    times = packet_times(path)
    assert sorted(shown for shown, _ in times) == [number / rate for number in range(33)]
    assert any(shown != decoded for shown, decoded in times)  # B-frames
    with open_reader(path) as reader:
        assert [number_of(frame) for frame in reader.frames()] == list(range(33))
    facts = probe(path)
    assert (facts.rate, facts.frame_count, facts.is_variable_rate) == (rate, 33, False)


def test_rgb_is_tagged_and_converted_as_bt709(tmp_path: Path) -> None:
    encode_clip(tmp_path / "clip.mp4", drawn(3), RATE)
    with open_reader(tmp_path / "clip.mp4") as reader:
        frame = reader.frame(0)
    assert tags_of(frame) == BT709
    shown = frame.to_ndarray(format="rgb24").astype(int)
    assert np.abs(shown.mean((0, 1)) - numbered_picture(0).mean((0, 1))).max() < 2.5  # levels


@pytest.mark.parametrize("tags", [ColourTags(6, 6, 6, 1), ColourTags(9, 16, 9, 1), BT709])
def test_colour_tags_of_the_source_are_kept(tmp_path: Path, tags: ColourTags) -> None:
    frames = [frame.reformat(format="yuv420p") for frame in drawn(3)]
    for frame in frames:
        tag(frame, tags)
    encode_clip(tmp_path / "clip.mp4", frames, RATE)
    with av.open(str(tmp_path / "clip.mp4")) as container:
        assert tags_of(container.streams.video[0].codec_context) == tags
        assert tags_of(next(container.decode(video=0))) == tags


def test_encoding_is_visually_lossless_and_leaves_its_source_alone(tmp_path: Path) -> None:
    source = numbered_clip(tmp_path / "source.mp4", 20)
    with open_reader(source) as reader:
        frames = list(reader.frames())
    times = [(frame.pts, frame.pict_type) for frame in frames]
    encode_clip(tmp_path / "again.mp4", frames, RATE)
    assert [(frame.pts, frame.pict_type) for frame in frames] == times
    with open_reader(tmp_path / "again.mp4") as reader:
        for before, after in zip(frames, reader.frames(), strict=True):
            error = planes(before)[0].astype(float) - planes(after)[0]
            assert 10 * np.log10(255**2 / np.mean(error**2)) > 42


@pytest.mark.parametrize("size", [(193, 111), (192, 111)])
def test_odd_sizes_are_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    encode_clip(tmp_path / "clip.mp4", drawn(5, size), RATE)
    facts = probe(tmp_path / "clip.mp4")
    assert (facts.width, facts.height) == size


def test_the_index_comes_before_the_pictures(tmp_path: Path) -> None:
    encode_clip(tmp_path / "clip.mp4", drawn(5), RATE)
    whole = (tmp_path / "clip.mp4").read_bytes()
    assert 0 < whole.index(b"moov") < whole.index(b"mdat")


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    seen: list[Progress] = []
    ctx = JobContext(seen.append)

    def frames() -> Iterator[av.VideoFrame]:
        for number, frame in enumerate(drawn(50)):
            if number == 40:
                ctx.cancel()
            yield frame

    with pytest.raises(JobCancelled):
        encode_clip(tmp_path / "clip.mp4", frames(), RATE, ctx, frame_total=50)
    assert list(tmp_path.iterdir()) == []
    assert seen[-1] == Progress("Encoding", 39, 50)


def test_no_frames_make_no_file(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="no frames"):
        encode_clip(tmp_path / "clip.mp4", [], RATE)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_container_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="does not end in a video format"):
        encode_clip(tmp_path / "clip.unknown", drawn(2), RATE)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """In its own process, for the limit on file size cannot be taken back."""
    script = f"""
import resource, signal
from fractions import Fraction
from pathlib import Path
from restitch_app.domain.errors import StorageError
from restitch_app.media.encode import encode_clip
from tests.media.test_encode import drawn
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
try:
    encode_clip(Path({str(tmp_path / "clip.mp4")!r}), drawn(60), Fraction(16), crf=1)
except StorageError as error:
    print(error)
"""
    if sys.platform == "win32":
        pytest.skip("no limits on file size")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("The disk is full.")
    assert list(tmp_path.iterdir()) == []
