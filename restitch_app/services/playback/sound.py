"""A scene's sound beside its picture: decoded, played and let go of on a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from time import perf_counter

from restitch_app.domain.errors import RestitchError
from restitch_app.media.sound import SceneSound
from restitch_app.services.playback.scene_samples import SceneSamples
from restitch_app.services.playback.sound_output import SoundOutput, SoundUnavailable, Stereo
from restitch_app.services.playback.sound_step import Anchor, InStep

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
GONE_AFTER_S = 2.0
"""A device that asks for nothing for this long has vanished."""
KEPT_S = 3.0
"""How long the device is kept after the last sound."""

LoadSound = Callable[[], SceneSound | None]
"""The scene's sound, None where no clip has any. Reads files; raises MediaError."""


class Sound:
    """All calls return at once, on any thread.

    `on_trouble(reason)` is called on the sound's thread when there is no device, when it vanished,
    or when a file's sound cannot be read: silence then, until play begins again. The same reason is
    told once.
    """

    def __init__(
        self,
        make_output: Callable[[], SoundOutput],
        on_trouble: Callable[[str], object],
        now: Callable[[], float] = perf_counter,
    ) -> None:
        """`make_output` is called on the sound's thread before the first sound."""
        self._make_output, self._on_trouble, self._now = make_output, on_trouble, now
        self._step = InStep()
        self._output: SoundOutput | None = None
        self._load: LoadSound | None = None
        self._samples: SceneSamples | None = None
        self._anchor: Anchor | None = None
        self._is_started = self._is_off = self._is_closed = False
        self._last_heard_s = self._pulled_at_s = 0.0
        self._plays = self._tried_play = 0
        """How often play ended; and at the task under way: its failure ends no later play."""
        self._told = ""
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        self._thread.start()

    def set_scene(self, load: LoadSound | None) -> None:
        """What plays from now on. `load` runs on the sound's thread when it is first needed."""
        with self._wake:
            self._load, self._samples = load, None
            self._step.set_samples(None)
            self._is_off = False
            self._wake.notify()

    def set_volume(self, volume: float) -> None:
        """0.0 is silence, 1.0 as in the file."""
        self._step.volume = volume

    def follow(self, frame: int, rate: Fraction, at_s: float) -> None:
        """This scene frame is in view since `at_s`, and the scene plays on at `rate` frames/s."""
        anchor = Anchor(frame, rate, at_s)
        with self._wake:
            self._anchor = anchor
            self._step.set_anchor(anchor)
            self._last_heard_s = self._now()
            self._wake.notify()

    def rest(self) -> None:
        """The picture stands, or plays in a way that has no sound."""
        with self._wake:
            self._anchor = None
            self._step.set_anchor(None)
            self._plays += 1
            self._is_off = False

    def retire(self) -> None:
        """End without waiting for it."""
        with self._wake:
            self._is_closed = True
            self._step.set_anchor(None)
            self._wake.notify()

    def close(self) -> None:
        self.retire()
        self._thread.join()

    @property
    def has_ended(self) -> bool:
        return not self._thread.is_alive()

    # on its own thread

    def _run(self) -> None:
        while (task := self._next_task()) is not None:
            try:
                task()
            except SoundUnavailable as error:
                self._give_up(f"{error}")
            except RestitchError as error:
                self._give_up(error.title)
        self._stop()

    def _next_task(self) -> Callable[[], object] | None:
        with self._wake:
            while not self._is_closed:
                if (task := self._task()) is not None:
                    self._tried_play = self._plays
                    return task
                self._wake.wait(LOOK_EVERY_S if self._is_started else None)
        return None

    def _task(self) -> Callable[[], object] | None:
        if self._anchor is None:
            is_over = self._now() - self._last_heard_s > KEPT_S
            return self._stop if self._is_started and is_over else None
        if self._is_off:
            return None
        if self._samples is None:
            return self._load_samples if self._load is not None else None
        place = self._anchor.sample(self._now(), self._samples.rate_hz)
        if self._samples.is_missing(place):
            return partial(self._samples.prepare, place)
        if not self._is_started:
            return self._start
        is_gone = self._now() - self._pulled_at_s > GONE_AFTER_S
        return self._lose if is_gone else None

    def _load_samples(self) -> None:
        with self._wake:
            load = self._load
        sound = load() if load is not None else None
        samples = SceneSamples(sound) if sound is not None else None
        with self._wake:
            if self._load is load:
                self._load, self._samples = None, samples
                self._step.set_samples(samples)

    def _start(self) -> None:
        samples = self._samples
        if samples is None:
            return
        if self._output is None:
            self._output = self._make_output()
        self._step.latency_s = self._output.latency_s
        self._pulled_at_s = self._now()
        self._output.start(samples.rate_hz, self._pull)
        self._is_started = True

    def _stop(self) -> None:
        self._is_started = False
        if self._output is not None:
            self._output.stop()

    def _lose(self) -> None:
        raise SoundUnavailable("the sound device does not answer any more")

    def _give_up(self, reason: str) -> None:
        self._stop()
        with self._wake:
            self._is_off = self._tried_play == self._plays  # a later play tries anew
            is_news, self._told = reason != self._told, reason
        if is_news:
            log.info("no sound: %s", reason)
            self._on_trouble(reason)

    # on the device's

    def _pull(self, count: int) -> Stereo:
        now_s = self._now()
        self._pulled_at_s = now_s
        return self._step.pull(count, now_s)
