"""Hands out a scene's samples so that what is heard meets the picture in view."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from restitch_app.services.playback.scene_samples import SceneSamples
from restitch_app.services.playback.sound_output import Stereo

OFF_BY_FRAMES, OFF_BY_S = 0.4, 0.015
"""How far sound may be off before it is put right: this share of a frame, or what a busy computer
makes of a device's own beat, whichever is more."""
ALONE_S = 0.25
"""Without word of a frame for this long, and for three frames, the picture stands: silence."""
FADE_S = 0.005
"""As at cuts in an exported film: long enough that a jump does not click."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The scene frame that is in view from `at_s` on, at so many frames a second."""

    frame: int
    rate: Fraction
    at_s: float

    def sample(self, at_s: float, rate_hz: int) -> int:
        """Which sample of the scene is to be heard then."""
        return round((float(self.frame / self.rate) + at_s - self.at_s) * rate_hz)

    def is_alone(self, now_s: float) -> bool:
        return now_s - self.at_s > max(ALONE_S, float(3 / self.rate))


class InStep:
    """`pull` is called on the device's thread, all else on any."""

    def __init__(self) -> None:
        self.volume = 1.0
        """0.0 is silence, 1.0 as in the file."""
        self.latency_s = 0.0
        self._heard_volume = 1.0
        self._samples: SceneSamples | None = None
        self._anchor: Anchor | None = None
        self._place: int | None = None
        """The sample that comes next; None in silence."""
        self._lock = threading.Lock()

    def set_samples(self, samples: SceneSamples | None) -> None:
        with self._lock:
            self._samples = samples

    def set_anchor(self, anchor: Anchor | None) -> None:
        """None: the picture stands, or plays in a way that has no sound."""
        with self._lock:
            self._anchor = anchor

    def pull(self, count: int, now_s: float) -> Stereo:
        """The next `count` samples; they are heard `latency_s` after `now_s`."""
        with self._lock:
            anchor, samples = self._anchor, self._samples
        if samples is None:
            return np.zeros((count, 2), np.float32)
        place, wanted = self._place, self._wanted(anchor, samples.rate_hz, now_s)
        sound = np.zeros((2, count), np.float32)
        if wanted is not None:
            sound = samples.read(wanted, count)
        if wanted != place:
            faded = min(count, round(FADE_S * samples.rate_hz))
            ramp = np.linspace(0, 1, faded, dtype=np.float32)
            sound[:, :faded] *= ramp
            if place is not None:
                sound[:, :faded] += samples.read(place, faded) * ramp[::-1]
        self._place = None if wanted is None else wanted + count
        volume = np.linspace(self._heard_volume, self.volume, count, dtype=np.float32)
        self._heard_volume = self.volume
        return np.ascontiguousarray((sound * volume).T)

    def _wanted(self, anchor: Anchor | None, rate_hz: int, now_s: float) -> int | None:
        if anchor is None or anchor.is_alone(now_s):
            return None
        wanted = anchor.sample(now_s + self.latency_s, rate_hz)
        allowed_s = max(OFF_BY_S, OFF_BY_FRAMES / float(anchor.rate))
        if self._place is not None and abs(wanted - self._place) <= allowed_s * rate_hz:
            return self._place
        return wanted
