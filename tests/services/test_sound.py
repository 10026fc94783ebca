"""What is heard meets what is in view, and nothing that a device does stops a player."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import miniaudio
import numpy as np
import pytest
from numpy.typing import NDArray

from restitch_app.domain.errors import MediaError
from restitch_app.domain.joins import Treatment
from restitch_app.domain.spans import ChainClip, build_spans
from restitch_app.media.index import build_index
from restitch_app.media.sound import SceneSound, scene_sound
from restitch_app.services.playback.sound import Sound
from restitch_app.services.playback.sound_device import SoundDevice
from restitch_app.services.playback.sound_output import Pull, SoundUnavailable, Stereo
from tests.clips import numbered_clip

RATE = Fraction(16)
FRAME_S = 1 / 16
WAIT_S = 120.0


class Recorder:
    """A device on a clock of its own: it pulls 20 ms at a time and notes when they are heard."""

    latency_s = 0.04

    def __init__(self) -> None:
        self.now_s = 100.0
        self.rate_hz = 0
        self.started = threading.Event()
        self.stopped = threading.Event()
        self.heard: list[Stereo] = []
        self._pull: Pull | None = None

    def start(self, rate_hz: int, pull: Pull) -> None:
        self.rate_hz, self._pull = rate_hz, pull
        self.stopped.clear()
        self.started.set()

    def stop(self) -> None:
        self._pull = None
        self.started.clear()
        self.stopped.set()

    def beat(self) -> None:
        assert self._pull is not None
        self.heard.append(self._pull(self.rate_hz // 50))
        self.now_s += 0.02

    def sound(self) -> NDArray[np.float32]:
        return np.concatenate(self.heard)[:, 0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two clips of 24 frames with half a second of a tone each, and one without sound."""
    folder = tmp_path_factory.mktemp("sound")
    for name, sound_s in (("one", 0.5), ("two", 0.5), ("mute", 0.0)):
        numbered_clip(folder / f"{name}.mp4", 24, gop=24, sound_s=sound_s)
    return folder


def scene_of(folder: Path, *names: str, trim_left: int = 0) -> SceneSound | None:
    chain = [ChainClip(number, f"{name}.mp4", 24) for number, name in enumerate(names)]
    treatments = {(0, 1): Treatment("trim", trim_left=trim_left)} if trim_left else {}
    spans = build_spans(chain, treatments)
    return scene_sound(spans, folder.joinpath, RATE, {}, build_index, None)


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def sound(recorder: Recorder, troubles: list[str]) -> Iterator[Sound]:
    made = Sound(lambda: recorder, troubles.append, lambda: recorder.now_s)
    yield made
    made.close()
    assert made.has_ended
    assert not recorder.started.is_set()


def play(sound: Sound, recorder: Recorder, first: int, stop: int) -> None:
    """Show frames at their times, as the player does: sound hears of each when it is shown."""
    begun_s = recorder.now_s
    for frame in range(first, stop):
        due_s = begun_s + (frame - first) * FRAME_S
        while recorder.now_s < due_s:
            recorder.beat()
        sound.follow(frame, RATE, due_s)
        assert recorder.started.wait(WAIT_S)


def exported(scene: SceneSound | None) -> NDArray[np.float32]:
    assert scene is not None
    found: NDArray[np.float32] = np.concatenate(list(scene.blocks()), axis=1)[0]
    return found


@pytest.mark.parametrize("trim_left", [0, 4])
@pytest.mark.parametrize("first", [0, 5])
def test_at_each_moment_the_sound_of_the_frame_in_view_is_heard(
    folder: Path, sound: Sound, recorder: Recorder, trim_left: int, first: int
) -> None:
    scene = scene_of(folder, "one", "two", trim_left=trim_left)
    sound.set_scene(lambda: scene)
    play(sound, recorder, first, 48 - trim_left)
    truth, heard = exported(scene), recorder.sound()
    # What is pulled first is heard a latency later, and the first beat fades in.
    begin = round((first * FRAME_S + recorder.latency_s) * recorder.rate_hz)
    faded = recorder.rate_hz // 50
    expected = truth[begin + faded : begin + len(heard)]
    assert np.abs(expected).max() > 0.05
    np.testing.assert_allclose(heard[faded : len(expected) + faded], expected, atol=1e-6)


def test_a_jump_is_followed_within_a_frame_and_a_standing_picture_is_silent(
    folder: Path, sound: Sound, recorder: Recorder
) -> None:
    scene = scene_of(folder, "one", "two")
    sound.set_scene(lambda: scene)
    play(sound, recorder, 10, 14)  # the silent end of the first clip
    quiet = len(recorder.sound())
    play(sound, recorder, 24, 28)  # its neighbour begins with its tone
    after = recorder.sound()[quiet:]
    assert np.abs(after[: int(FRAME_S * recorder.rate_hz)]).max() > 0.05
    for _ in range(25):
        recorder.beat()  # no word of any frame for half a second
    assert np.abs(recorder.sound()[-recorder.rate_hz // 10 :]).max() == 0
    sound.follow(24, RATE, recorder.now_s)
    sound.rest()
    for _ in range(3):
        recorder.beat()
    assert np.abs(recorder.sound()[-recorder.rate_hz // 25 :]).max() == 0


def test_sound_that_drifts_is_put_right_before_a_frame_is_lost(
    folder: Path, sound: Sound, recorder: Recorder
) -> None:
    """A device whose own clock is 10 % slow: what it plays stays within a frame of the picture."""
    scene = scene_of(folder, "one")
    truth = exported(scene)
    end = np.flatnonzero(np.abs(truth) > 0.01)[-1]
    sound.set_scene(lambda: scene)
    begun_s = recorder.now_s
    for frame in range(16):
        sound.follow(frame, RATE, begun_s + frame * FRAME_S)
        assert recorder.started.wait(WAIT_S)
        while recorder.now_s < begun_s + (frame + 1) * FRAME_S:
            recorder.beat()
            recorder.now_s += 0.002
    fell_silent_s = np.flatnonzero(np.abs(recorder.sound()) > 0.01)[-1] / recorder.rate_hz * 1.1
    assert abs(fell_silent_s + recorder.latency_s - end / recorder.rate_hz) < FRAME_S


def test_the_volume_changes_without_a_step(folder: Path, sound: Sound, recorder: Recorder) -> None:
    sound.set_scene(lambda: scene_of(folder, "one"))
    play(sound, recorder, 0, 3)
    sound.set_volume(0.0)
    for _ in range(3):
        recorder.beat()
    steps = np.abs(np.diff(recorder.sound()))
    assert steps.max() < 0.02  # the tone itself moves by 0.006 a sample
    assert np.abs(recorder.heard[-1]).max() == 0


def test_a_scene_without_sound_wants_no_device(
    folder: Path, sound: Sound, recorder: Recorder, troubles: list[str]
) -> None:
    loaded = threading.Event()

    def load() -> SceneSound | None:
        loaded.set()
        return scene_of(folder, "mute")

    sound.set_scene(load)
    sound.follow(0, RATE, recorder.now_s)
    assert loaded.wait(WAIT_S)
    sound.close()
    assert not recorder.started.is_set()
    assert troubles == []


class Told:
    def __init__(self) -> None:
        self.reasons: list[str] = []
        self.news = threading.Semaphore(0)

    def __call__(self, reason: str) -> None:
        self.reasons.append(reason)
        self.news.release()


class Missing(Recorder):
    def __init__(self) -> None:
        super().__init__()
        self.tries = threading.Semaphore(0)

    def start(self, rate_hz: int, pull: Pull) -> None:
        self.tries.release()
        raise SoundUnavailable("this computer has no sound device")


def test_without_a_device_it_is_told_once_and_tried_again_at_the_next_play(folder: Path) -> None:
    told, device = Told(), Missing()
    sound = Sound(lambda: device, told, lambda: device.now_s)
    sound.set_scene(lambda: scene_of(folder, "one"))
    for _ in range(3):
        sound.follow(0, RATE, device.now_s)
        assert device.tries.acquire(timeout=WAIT_S)
        sound.rest()
    sound.close()
    assert told.reasons == ["this computer has no sound device"]


def test_a_device_that_vanishes_is_told_and_let_go_of(folder: Path) -> None:
    told, device = Told(), Recorder()
    sound = Sound(lambda: device, told, lambda: device.now_s)
    sound.set_scene(lambda: scene_of(folder, "one"))
    play(sound, device, 0, 2)
    device.now_s += 60  # and asked for nothing meanwhile
    sound.follow(3, RATE, device.now_s)
    assert told.news.acquire(timeout=WAIT_S)
    assert device.stopped.wait(WAIT_S)
    sound.close()
    assert told.reasons == ["the sound device does not answer any more"]


def test_a_file_whose_sound_cannot_be_read_is_silence_and_a_sentence() -> None:
    told, device = Told(), Recorder()

    def load() -> SceneSound | None:
        raise MediaError("clip.mp4 cannot be read as a clip: it is not there")

    sound = Sound(lambda: device, told, lambda: device.now_s)
    sound.set_scene(load)
    sound.follow(0, RATE, device.now_s)
    assert told.news.acquire(timeout=WAIT_S)
    sound.close()
    assert told.reasons == ["clip.mp4 cannot be read as a clip: it is not there"]


def test_a_real_backend_pulls_until_it_is_stopped() -> None:
    device, asked = SoundDevice([miniaudio.Backend.NULL]), threading.Semaphore(0)

    def pull(count: int) -> Stereo:
        asked.release()
        return np.zeros((count, 2), np.float32)

    device.start(48_000, pull)
    for _ in range(4):
        assert asked.acquire(timeout=WAIT_S)
    device.stop()
    device.stop()
    device.start(44_100, pull)
    assert asked.acquire(timeout=WAIT_S)
    device.stop()


def test_a_backend_that_is_not_there_is_unavailable() -> None:
    foreign = miniaudio.Backend.COREAUDIO if sys.platform == "win32" else miniaudio.Backend.WASAPI
    with pytest.raises(SoundUnavailable):
        SoundDevice([foreign]).start(48_000, lambda count: np.zeros((count, 2), np.float32))
