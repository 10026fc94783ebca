"""Clips that cannot be read as they are become lossless copies, frame for frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from restitch_app.domain.errors import JobCancelled, MediaError
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.media.lossless import needs_lossless_copy, source_facts, write_lossless_copy
from restitch_app.media.luma import rgb
from restitch_app.media.probe import probe
from restitch_app.media.reader import open_reader
from tests.clips import number_of, numbered_clip, numbered_picture


@pytest.mark.parametrize(
    ("name", "shown_ms", "rate"),
    [
        ("clip.webp", 62, Fraction(16)),
        ("clip.webp", 41, Fraction(24)),
        ("clip.webp", 42, Fraction(24)),
        ("clip.webp", 70, Fraction(100, 7)),
        ("clip.gif", 60, Fraction(50, 3)),
        ("clip.png", 125, Fraction(8)),
    ],
)
def test_an_animation_becomes_a_clip_of_the_same_pictures(
    tmp_path: Path, name: str, shown_ms: int, rate: Fraction
) -> None:
    source = animation(tmp_path / name, 12, shown_ms)
    reason = needs_lossless_copy(source)
    assert reason is not None
    assert "animated picture" in reason
    index = write_lossless_copy(source, tmp_path / "copy.mkv")
    with Image.open(source) as picture, open_reader(tmp_path / "copy.mkv", index) as reader:
        shown = [np.array(frame.convert("RGB")) for frame in ImageSequence.Iterator(picture)]
        assert reader.frame_count == len(shown) == 12
        assert all(map(np.array_equal, map(rgb, reader.frames(0)), shown))
        assert [number_of(reader.frame(n)) for n in (11, 0, 5)] == [11, 0, 5]
        assert (reader.facts.rate, reader.facts.is_variable_rate) == (rate, False)
    before = source_facts(source)
    assert (before.rate, before.frame_count, before.width) == (rate, 12, 192)


def test_frames_that_are_shown_for_different_times_keep_them(tmp_path: Path) -> None:
    shown_ms = [100, 40, 250, 70, 90]
    source = animation(tmp_path / "clip.webp", 5, shown_ms)
    index = write_lossless_copy(source, tmp_path / "copy.mkv")
    assert [time * index.time_base * 1000 for time in index.pts] == [0, 100, 140, 390, 460]
    assert probe(tmp_path / "copy.mkv", index).is_variable_rate


def test_transparent_parts_become_black(tmp_path: Path) -> None:
    frames = []
    for number in range(3):
        picture = np.dstack([numbered_picture(number), np.full((112, 192), 255, np.uint8)])
        picture[80:, :, 3] = 0
        frames.append(Image.fromarray(picture))
    source = tmp_path / "clip.png"
    frames[0].save(source, save_all=True, append_images=frames[1:], duration=100)
    write_lossless_copy(source, tmp_path / "copy.mkv")
    with open_reader(tmp_path / "copy.mkv") as reader:
        assert not rgb(reader.frame(2))[80:].any()
        assert np.array_equal(rgb(reader.frame(2))[:80], numbered_picture(2)[:80])


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_clip_is_set_upright_with_its_sound(tmp_path: Path, turn: int) -> None:
    source = numbered_clip(
        tmp_path / "clip.mp4", 12, rotation_degrees=360 - turn, sound_s=0.7, bframes=2
    )
    reason = needs_lossless_copy(source)
    assert reason == f"its pictures are stored turned by {turn} degrees"
    index = write_lossless_copy(source, tmp_path / "copy.mkv")
    with open_reader(source) as stored, open_reader(tmp_path / "copy.mkv", index) as upright:
        for number in range(12):
            turned = np.rot90(luma_samples(stored.frame(number)), -turn // 90)
            assert np.array_equal(luma_samples(upright.frame(number)), turned)
        assert upright.facts == probe(tmp_path / "copy.mkv")
        expected, facts = source_facts(source), upright.facts
        assert (facts.width, facts.height) == (expected.width, expected.height)
        assert (facts.rate, facts.has_sound) == (Fraction(16), True)
        assert facts.rotation_degrees == 0
        assert facts.colour_matrix == "bt709"
    assert sound_from_start(tmp_path / "copy.mkv") == sound_from_start(source)


def test_a_clip_without_times_gets_them(tmp_path: Path) -> None:
    source = numbered_clip(tmp_path / "clip.h264", frames=20, rate=25, bframes=2)
    assert needs_lossless_copy(source) == "it does not say when its pictures are shown"
    index = write_lossless_copy(source, tmp_path / "copy.mkv")
    with open_reader(tmp_path / "copy.mkv", index) as reader:
        assert [number_of(frame) for frame in reader.frames(0)] == list(range(20))
        assert reader.facts.rate == 25


def test_plain_clips_need_no_copy(tmp_path: Path) -> None:
    assert needs_lossless_copy(numbered_clip(tmp_path / "clip.mp4", frames=5)) is None


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    source = animation(tmp_path / "clip.webp", 8, 62)
    seen: list[Progress] = []

    def stop_at_the_fourth(progress: Progress) -> None:
        seen.append(progress)
        if progress.done == 3:
            ctx.cancel()

    ctx = JobContext(stop_at_the_fourth)
    with pytest.raises(JobCancelled):
        write_lossless_copy(source, tmp_path / "copy.mkv", ctx)
    assert [(progress.done, progress.total) for progress in seen] == [(n, 8) for n in range(4)]
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("name", ["clip.webp", "clip.gif", "clip.png"])
def test_a_damaged_animation_is_refused_and_leaves_nothing_behind(
    tmp_path: Path, name: str
) -> None:
    source = animation(tmp_path / name, 8, 100)
    source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    for use in USES:
        with pytest.raises(MediaError, match=rf"{source.stem}\.\w+ cannot be read as a clip"):
            use(source)
    assert list(tmp_path.iterdir()) == [source]


USES: Sequence[Callable[[Path], object]] = (
    probe,
    needs_lossless_copy,
    lambda path: write_lossless_copy(path, path.with_name("copy.mkv")),
)


def animation(path: Path, count: int, shown_ms: int | list[int]) -> Path:
    frames = [Image.fromarray(numbered_picture(number)) for number in range(count)]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=shown_ms)
    return path


def luma_samples(frame: av.VideoFrame) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
    return rows[:, : plane.width]


def sound_from_start(path: Path) -> list[tuple[int, bytes]]:
    """Packets and the millisecond they begin at; not what an encoder puts before the start."""
    with av.open(path) as container:
        return [
            (round(packet.pts * packet.time_base * 1000), bytes(packet))
            for packet in container.demux(audio=0)
            if packet.pts is not None and packet.pts >= 0
        ]
