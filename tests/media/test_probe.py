"""What clips are, and one clear sentence for what is none."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.stream import Disposition
from PIL import Image

from restitch_app.domain.errors import MediaError
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.probe import metadata, nominal_rate, probe
from restitch_app.media.reader import open_reader
from tests.clips import number_of, numbered_clip, numbered_picture

MS = Fraction(1, 1000)


def test_facts_of_a_plain_clip(tmp_path: Path) -> None:
    facts = probe(numbered_clip(tmp_path / "clip.mp4", frames=20, sound_s=0.5))
    assert (facts.width, facts.height, facts.frame_count) == (192, 112, 20)
    assert (facts.rate, facts.is_variable_rate) == (Fraction(16), False)
    assert (facts.codec, facts.pixel_format) == ("h264", "yuv420p")
    assert (facts.colour_matrix, facts.colour_range) == ("bt709", "tv")
    assert facts.has_sound
    assert facts.rotation_degrees == 0


@pytest.mark.parametrize("rate", [Fraction(8), Fraction(16), Fraction(24000, 1001), Fraction(30)])
@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.ts"])
def test_a_constant_rate_is_exact_where_the_ticks_round(
    tmp_path: Path, name: str, rate: Fraction
) -> None:
    facts = probe(numbered_clip(tmp_path / name, frames=50, rate=rate))
    assert facts.rate == rate
    assert not facts.is_variable_rate


def test_a_variable_rate_is_told_with_its_median_spacing(tmp_path: Path) -> None:
    times = [0, 40, 80, 120, 160, 400, 440, 480, 900, 940]
    facts = probe(numbered_clip(tmp_path / "clip.mkv", 10, pts=times, time_base=MS))
    assert facts.is_variable_rate
    assert facts.rate == 25
    assert facts.frame_count == 10


def test_what_the_container_claims_is_believed_only_where_the_times_agree() -> None:
    times = tuple(range(0, 1000, 50))
    assert nominal_rate(FrameIndex(MS, times, (), (Fraction(60),))) == (Fraction(20), False)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotation_says_how_far_to_turn_clockwise(tmp_path: Path, turn: int) -> None:
    # The display matrix counts the other way round.
    clip = numbered_clip(tmp_path / "clip.mp4", frames=3, rotation_degrees=360 - turn)
    assert probe(clip).rotation_degrees == turn


def test_sound_that_lasts_longer_adds_no_frames(tmp_path: Path) -> None:
    assert probe(numbered_clip(tmp_path / "clip.mp4", frames=10, sound_s=3.0)).frame_count == 10


def test_tags_of_the_container_are_read(tmp_path: Path) -> None:
    tags = {"prompt": '{"3": {}}', "comment": "kept"}
    options = {"movflags": "use_metadata_tags"}
    clip = numbered_clip(tmp_path / "clip.mp4", 3, metadata=tags, container_options=options)
    assert tags.items() <= metadata(clip).items()


def test_text_of_pictures_is_read(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0110] = 'prompt:{"3": {}}'
    frames = [Image.fromarray(numbered_picture(n)) for n in range(3)]
    frames[0].save(tmp_path / "clip.webp", save_all=True, append_images=frames[1:], exif=exif)
    assert metadata(tmp_path / "clip.webp") == {"0x0110": 'prompt:{"3": {}}'}


def test_what_is_no_clip_is_refused_by_name_with_the_reason(tmp_path: Path) -> None:
    sound = tmp_path / "sound.wav"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\0\0" * 800)
    still = tmp_path / "still.png"
    Image.fromarray(numbered_picture(1)).save(still)
    files = {"empty.mp4": b"", "notes.mp4": b"just some words\n" * 50, "noise.mp4": bytes(5000)}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    folder = tmp_path / "folder.mp4"
    folder.mkdir()
    for name, reason in {
        "missing.mp4": "it is not there",
        "empty.mp4": "it is empty",
        "notes.mp4": "it is not a video",
        "noise.mp4": "it is not a video",
        "sound.wav": "it has no video stream",
        "still.png": "it is a picture",
        "folder.mp4": "folder|directory",
    }.items():
        with pytest.raises(
            MediaError, match=rf"{name} cannot be read as a clip: .*{reason}"
        ) as told:
            probe(tmp_path / name)
        assert str(tmp_path / name) in told.value.detail
        assert told.value.hint


def test_a_cover_picture_does_not_make_a_song_a_clip(tmp_path: Path) -> None:
    song = tmp_path / "song.mp3"
    with av.open(song, "w") as container:
        sound: Any = container.add_stream("libmp3lame", rate=44_100)
        cover: Any = container.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 64, "yuvj420p"
        cover.disposition = Disposition.attached_pic
        container.mux(cover.encode(av.VideoFrame(64, 64, "yuvj420p")))
        container.mux(cover.encode())
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 4608), np.float32), "fltp", "mono")
        silence.sample_rate = 44_100
        container.mux(sound.encode(silence))
        container.mux(sound.encode())
    with pytest.raises(MediaError, match="no video stream"):
        probe(song)


def test_a_clip_without_its_end_is_refused_where_the_table_is_lost(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", frames=40)
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])
    with pytest.raises(MediaError, match="its end is missing"):
        probe(clip)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("clip.mp4", {"movflags": "faststart"}),
        ("clip.mp4", {"movflags": "frag_keyframe+empty_moov"}),
        ("clip.mkv", {}),
        ("clip.ts", {}),
    ],
)
def test_the_frames_before_a_missing_end_stay_exact(
    tmp_path: Path, name: str, options: dict[str, str]
) -> None:
    clip = numbered_clip(tmp_path / name, frames=80, gop=8, bframes=0, container_options=options)
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size * 6 // 10])
    index = build_index(clip)
    assert 20 < len(index) < 70
    with open_reader(clip, index) as reader:
        assert [number_of(reader.frame(n)) for n in (0, 17, 9)] == [0, 17, 9]
        assert number_of(reader.frame(len(index) - 2)) == len(index) - 2


def test_an_mp4_that_ends_early_is_marked_damaged(tmp_path: Path) -> None:
    options = {"movflags": "faststart"}
    clip = numbered_clip(tmp_path / "clip.mp4", frames=80, gop=8, container_options=options)
    assert not build_index(clip).is_damaged
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size * 6 // 10])
    assert build_index(clip).is_damaged


def test_a_table_without_pictures_is_refused(tmp_path: Path) -> None:
    options = {"movflags": "faststart"}
    clip = numbered_clip(tmp_path / "clip.mp4", frames=20, container_options=options)
    content = clip.read_bytes()
    clip.write_bytes(content[: content.index(b"mdat") + 8])
    with pytest.raises(MediaError, match=r"clip\.mp4 cannot be read as a clip"):
        probe(clip)


def test_bytes_of_something_else_are_no_index(tmp_path: Path) -> None:
    stored = build_index(numbered_clip(tmp_path / "clip.mp4", frames=5)).to_bytes()
    for other in (b"", b"text", stored[:-3]):
        with pytest.raises(ValueError, match="index"):
            FrameIndex.from_bytes(other)
