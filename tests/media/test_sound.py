"""Sound of a stitch: as long as the pictures, from the right place, without clicks."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest
from av.audio.frame import AudioFrame

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.media.patch import write_patch
from restitch_app.media.reader import open_reader
from restitch_app.media.stitch import stitch
from tests.clips import numbered_clip
from tests.media.stitching import RATE, frame_hashes, spans_of

Samples = npt.NDArray[np.float32]
HZ = 44_100
TONE_RMS = 0.05
"""Of the clips' sine tone, amplitude 0.1, spread over two channels."""


def sound_of(path: Path) -> Samples:
    """The left channel as players hear it, at its own place in time."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        frames = list(container.decode(stream))
    first = round((frames[0].pts or 0) * (frames[0].time_base or 0) * HZ)
    assert 0 <= first <= HZ // 500  # Matroska rounds to milliseconds
    whole = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    return np.concatenate([np.zeros(first, np.float32), whole])


def loudness(sound: Samples, start_s: float, stop_s: float) -> float:
    part = sound[int(start_s * HZ) : int(stop_s * HZ)]
    return float(np.sqrt(np.mean(part**2)))


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    """48 frames and three seconds of a 440 Hz tone, RMS 0.05."""
    return numbered_clip(tmp_path / "tone.mp4", 48, sound_s=3.0)


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    return numbered_clip(tmp_path / "silent.mp4", 32)


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv"])
def test_each_span_sounds_as_its_clip_did(
    tmp_path: Path, tone: Path, silent: Path, suffix: str
) -> None:
    out = tmp_path / f"film{suffix}"
    report = stitch(spans_of((tone, 0, 48), (silent, 0, 32), (tone, 8, 48)), Path, out, RATE)
    assert (report.has_sound, report.frames) == (True, 120)
    assert len(frame_hashes(out)) == 120
    sound = sound_of(out)
    assert abs(len(sound) - 7.5 * HZ) <= 1024  # one AAC frame
    assert loudness(sound, 0.1, 2.9) == pytest.approx(TONE_RMS, rel=0.05)
    assert loudness(sound, 3.05, 4.95) < 0.001
    assert loudness(sound, 5.1, 7.4) == pytest.approx(TONE_RMS, rel=0.05)


def test_sound_keeps_its_place_under_the_pictures(tmp_path: Path) -> None:
    """The second half of a clip whose tone ends in the middle is silent after half a second."""
    clip = numbered_clip(tmp_path / "clip.mp4", 64, sound_s=2.5)
    out = tmp_path / "film.mp4"
    stitch(spans_of((clip, 32, 64)), Path, out, RATE)
    sound = sound_of(out)
    assert loudness(sound, 0.05, 0.45) == pytest.approx(TONE_RMS, rel=0.05)
    assert loudness(sound, 0.55, 1.9) < 0.001


def test_an_uncut_clip_sounds_the_same_sample_by_sample(tmp_path: Path, tone: Path) -> None:
    out = tmp_path / "film.mp4"
    stitch(spans_of((tone, 0, 20), (tone, 20, 48)), Path, out, RATE)
    before, after = sound_of(tone), sound_of(out)
    inner = slice(2048, int(2.9 * HZ))
    assert np.abs(before[inner] - after[inner]).max() < 0.01


def test_tags_that_are_no_text_do_not_matter(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "tone.mp4", 48, sound_s=3.0, metadata={"comment": "ABCDEFGH"})
    clip.write_bytes(clip.read_bytes().replace(b"ABCDEFGH", b"caf\xe9\xff\xfe\x80 "))
    out = tmp_path / "film.mp4"
    assert stitch(spans_of((clip, 0, 48)), Path, out, RATE).has_sound
    assert loudness(sound_of(out), 0.1, 2.9) == pytest.approx(TONE_RMS, rel=0.05)


def test_joins_fade_so_that_they_do_not_click(tmp_path: Path, tone: Path) -> None:
    out = tmp_path / "film.mkv"
    stitch(spans_of((tone, 0, 17), (tone, 30, 48)), Path, out, RATE)
    sound = sound_of(out)
    join = round(17 / 16 * HZ)
    assert np.abs(sound[join - 20 : join + 20]).max() < 0.03
    assert np.abs(np.diff(sound[join - 2000 : join + 2000])).max() < 0.01


def test_a_patch_takes_the_sound_it_stands_for_or_is_silent(tmp_path: Path, tone: Path) -> None:
    patch = tmp_path / "patch.mkv"
    with open_reader(tone) as reader:
        write_patch(patch, list(reader.frames(16, 32)), RATE)
    spans = spans_of((tone, 0, 16), (patch, 0, 16), (tone, 32, 48))

    def stands_for(span: Span) -> tuple[str, FrameRange]:
        assert span.is_patch
        return str(tone), FrameRange(16, 32)

    stitch(spans, Path, tmp_path / "with.mp4", RATE, sound_of=stands_for)
    stitch(spans, Path, tmp_path / "without.mp4", RATE)
    assert loudness(sound_of(tmp_path / "with.mp4"), 1.05, 1.95) == pytest.approx(
        TONE_RMS, rel=0.05
    )
    assert loudness(sound_of(tmp_path / "without.mp4"), 1.05, 1.95) < 0.001


def test_a_single_channel_stays_as_loud(tmp_path: Path, tone: Path) -> None:
    mono = tmp_path / "mono.mkv"
    with av.open(str(tone)) as source, av.open(str(mono), "w") as container:
        picture = container.add_stream_from_template(source.streams.video[0])
        voice = container.add_stream("pcm_s16le", rate=HZ)
        voice.codec_context.layout = "mono"
        wave = (3000 * np.sin(np.arange(3 * HZ) / 20)).astype(np.int16)
        frame = AudioFrame.from_ndarray(wave[None], "s16", "mono")
        frame.sample_rate, frame.pts, frame.time_base = HZ, 0, Fraction(1, HZ)
        for packet in source.demux(source.streams.video[0]):
            if packet.size:
                packet.stream = picture
                container.mux(packet)
        container.mux(voice.encode(frame))
        container.mux(voice.encode(None))
    spans = tuple(replace(span, is_patch=False) for span in spans_of((mono, 0, 48)))
    stitch(spans, Path, tmp_path / "film.mp4", RATE)
    assert loudness(sound_of(tmp_path / "film.mp4"), 0.1, 2.9) == pytest.approx(
        3000 / 32768 / np.sqrt(2), rel=0.05
    )


def test_pictures_and_sound_begin_and_end_together(tmp_path: Path, tone: Path) -> None:
    out = tmp_path / "film.mp4"
    stitch(spans_of((tone, 0, 47)), Path, out, RATE)
    with av.open(str(out)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.start_time, audio.start_time) == (0, 0)
        lengths = [
            (stream.duration or 0) * (stream.time_base or Fraction(0)) for stream in (video, audio)
        ]
    assert lengths == [Fraction(47, 16), pytest.approx(47 / 16, abs=0.001)]
