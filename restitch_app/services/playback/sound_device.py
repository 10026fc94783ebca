"""The system's sound device, by miniaudio."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import miniaudio

from restitch_app.services.playback.sound_output import Pull, SoundUnavailable, Stereo

PERIOD_MS, PERIODS = 20, 3
"""What the device asks for at once, and how many of them it keeps: the rest of them is latency."""


class SoundDevice:
    """On one thread, except for what the device pulls. It converts to the hardware's own rate."""

    def __init__(self, backends: Sequence[miniaudio.Backend] = ()) -> None:
        """`backends`: only these; the system's usual ones where none are named."""
        self._backends = list(backends)
        self._device: miniaudio.PlaybackDevice | None = None

    @property
    def latency_s(self) -> float:
        return PERIOD_MS * (PERIODS - 1) / 1000

    def start(self, rate_hz: int, pull: Pull) -> None:
        self.stop()
        try:
            device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.FLOAT32,
                nchannels=2,
                sample_rate=rate_hz,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=self._backends,
                app_name="Restitch",
            )
        except miniaudio.MiniaudioError as error:
            raise SoundUnavailable(str(error)) from error
        if device.backend == "Null" and not self._backends:
            device.close()  # what miniaudio falls back to where there is nothing else
            raise SoundUnavailable("this computer has no sound device")
        asking = _asking(pull)
        next(asking)
        try:
            device.start(asking)
        except miniaudio.MiniaudioError as error:
            device.close()
            raise SoundUnavailable(str(error)) from error
        self._device = device

    def stop(self) -> None:
        if self._device is not None:
            self._device.close()
            self._device = None


def _asking(pull: Pull) -> Generator[Stereo | bytes, int, None]:
    count = yield b""
    while True:
        count = yield pull(count)
