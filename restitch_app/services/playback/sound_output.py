"""Where sound goes: a device that asks for samples, behind an interface of two calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Stereo = NDArray[np.float32]
"""Interleaved as devices take it: (samples, 2), -1.0 to 1.0, contiguous."""
Pull = Callable[[int], Stereo]
"""Hands out exactly so many samples, on the device's own thread, at once."""


class SoundUnavailable(Exception):
    """There is no device, or it does not answer; the text is the system's reason."""


class SoundOutput(Protocol):
    @property
    def latency_s(self) -> float:
        """How long after it is pulled a sample is heard, about."""

    def start(self, rate_hz: int, pull: Pull) -> None:
        """Ask for samples until `stop`. May take a moment. Raises SoundUnavailable."""

    def stop(self) -> None:
        """Let go of the device. May take a moment; does nothing where none was started."""
