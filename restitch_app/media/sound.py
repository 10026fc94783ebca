"""The sound of a scene: each span's own, joined without clicks, as long as the pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.media.index import FrameIndex
from restitch_app.media.opening import clip_errors, open_container
from restitch_app.media.packets import open_to_copy, sound_rate_hz
from restitch_app.media.runs import Source

SoundOf = Callable[[Span], "tuple[str, FrameRange] | None"]
"""File and frames whose sound a patch takes; None for silence."""
Samples = npt.NDArray[np.float32]

FADE_S = Fraction(5, 1000)
"""Long enough that a cut in the sound does not click, short enough that nobody hears a fade."""
MOST_ROUNDING_S = Fraction(20, 1000)
RUN_UP_S = 1
"""Decoding begins this much earlier: the first AAC frames after a seek lack their neighbours."""
AAC_RATES_HZ = (44_100, 48_000)
BIT_RATE = 192_000
BLOCK = 1024


@dataclass(frozen=True, slots=True)
class SoundPart:
    """Where the sound of one span comes from; `path` None is silence."""

    path: Path | None
    start_s: Fraction
    """On the clip's own clock."""
    samples: int
    """How long it is, in samples of the scene."""
    fades_in: bool
    fades_out: bool


class SceneSound:
    """The sound of the whole scene, not decoded yet."""

    def __init__(self, parts: Sequence[SoundPart], rate_hz: int) -> None:
        self.parts = tuple(parts)
        self.rate_hz = rate_hz

    def add_to(self, container: OutputContainer, codec: str = "aac") -> SoundWriter:
        return SoundWriter(self, container, codec)

    def blocks(self) -> Iterator[Samples]:
        """Float samples (2, n) one after another; every part has exactly its length."""
        for part in self.parts:
            yield part_samples(part, self.rate_hz)


class SoundWriter:
    """Encodes the scene's sound, as far as the pictures have got."""

    def __init__(self, sound: SceneSound, container: OutputContainer, codec: str) -> None:
        self._container = container
        stream = container.add_stream(codec, rate=sound.rate_hz)
        assert isinstance(stream, AudioStream)
        self._stream = stream
        self._stream.codec_context.layout = "stereo"
        if codec == "aac":
            self._stream.codec_context.bit_rate = BIT_RATE
        self._packets = self._encoded(sound)
        self._next: Packet[AudioStream] | None = None

    def write_until(self, time_s: Fraction) -> None:
        """Write what sounds before `time_s`."""
        while (packet := self._next or next(self._packets, None)) is not None:
            if packet.dts is not None and packet.dts * packet.time_base > time_s:
                self._next = packet
                return
            self._next = None
            self._container.mux_one(packet)

    def finish(self) -> None:
        if self._next is not None:
            self._container.mux_one(self._next)
            self._next = None
        for packet in self._packets:
            self._container.mux_one(packet)

    def _encoded(self, sound: SceneSound) -> Iterator[Packet[AudioStream]]:
        place = 0
        for block in _in_blocks(sound.blocks(), BLOCK):
            frame = AudioFrame.from_ndarray(np.ascontiguousarray(block), "fltp", "stereo")
            frame.sample_rate, frame.pts = sound.rate_hz, place
            frame.time_base = Fraction(1, sound.rate_hz)
            place += block.shape[1]
            yield from self._stream.encode(frame)
        yield from self._stream.encode(None)


def scene_sound(
    spans: Sequence[Span],
    resolve: Callable[[str], Path],
    rate: Fraction,
    sources: Mapping[str, Source],
    index_of: Callable[[Path], FrameIndex],
    sound_of: SoundOf | None,
) -> SceneSound | None:
    """What the scene sounds like; None where no clip of it has sound. Raises MediaError.

    A span takes the sound from the time of its first frame on, for as long as it plays; where a
    file ends earlier, silence. Cuts between different sounds fade out and in over 5 ms.
    """
    origins = [_origin(span, sound_of) for span in spans]
    files = {file for file, _ in filter(None, origins)}
    rates = {file: _sound_rate(resolve(file), sources.get(file)) for file in sorted(files)}
    known = [rate_hz for rate_hz in rates.values() if rate_hz]
    if not known:
        return None
    rate_hz = max(AAC_RATES_HZ) if max(known) > min(AAC_RATES_HZ) else min(AAC_RATES_HZ)
    parts = []
    for number, span in enumerate(spans):
        origin = origins[number]
        start, stop = (round(at * rate_hz / rate) for at in (span.scene_start, span.scene_stop))
        fades_in = number > 0 and not _goes_on(origins[number - 1], origin)
        fades_out = number + 1 < len(spans) and not _goes_on(origin, origins[number + 1])
        if origin is None or rates[origin[0]] is None:
            parts.append(SoundPart(None, Fraction(0), stop - start, fades_in, fades_out))
            continue
        path = resolve(origin[0])
        index = sources[origin[0]].index if origin[0] in sources else index_of(path)
        start_s = index.pts[origin[1].start] * index.time_base
        parts.append(SoundPart(path, start_s, stop - start, fades_in, fades_out))
    return SceneSound(parts, rate_hz)


def _origin(span: Span, sound_of: SoundOf | None) -> tuple[str, FrameRange] | None:
    if not span.is_patch:
        return span.file, span.frames
    return sound_of(span) if sound_of else None


def _goes_on(before: tuple[str, FrameRange] | None, after: tuple[str, FrameRange] | None) -> bool:
    if before is None or after is None:
        return before is after
    return before[0] == after[0] and before[1].stop == after[1].start


def _sound_rate(path: Path, source: Source | None) -> int | None:
    if source is not None and source.h264 is not None:
        return source.h264.sound_rate_hz
    with clip_errors(path), open_to_copy(path) as container:
        return sound_rate_hz(container)


def part_samples(part: SoundPart, rate_hz: int) -> Samples:
    """Float samples (2, part.samples). Raises MediaError for a file that cannot be opened."""
    samples = np.zeros((2, part.samples), np.float32)
    if part.path is not None:
        _fill(samples, part.path, part.start_s, rate_hz)
    ramp_length = min(round(FADE_S * rate_hz), part.samples // 2)
    ramp = np.linspace(0, 1, ramp_length, endpoint=False, dtype=np.float32)
    if part.fades_in:
        samples[:, :ramp_length] *= ramp
    if part.fades_out:
        samples[:, part.samples - ramp_length :] *= ramp[::-1]
    return samples


def _fill(samples: Samples, path: Path, start_s: Fraction, rate_hz: int) -> None:
    """Put the file's sound from `start_s` on into `samples`; what it lacks stays silent."""
    at: int | None = None
    for frame in _resampled(path, start_s, rate_hz):
        stamped = round((frame.pts or 0) * (frame.time_base or 0) * rate_hz - start_s * rate_hz)
        # Frames follow one another to the sample; stamps may be rounded to milliseconds.
        if at is None or abs(stamped - at) > MOST_ROUNDING_S * rate_hz:
            at = stamped
        if at >= samples.shape[1]:
            return
        at += _place(samples, frame, at)


def _resampled(path: Path, start_s: Fraction, rate_hz: int) -> Iterator[AudioFrame]:
    """The file's sound from somewhat before `start_s` on."""
    with clip_errors(path), open_container(path) as container:
        stream = container.streams.audio[0]
        # One channel stays one: spreading it to two the usual way makes it 3 dB quieter.
        layout = "mono" if stream.codec_context.channels == 1 else "stereo"
        resampler = AudioResampler(format="fltp", layout=layout, rate=rate_hz)
        if start_s > RUN_UP_S and stream.time_base:
            container.seek(int((start_s - RUN_UP_S) / stream.time_base), stream=stream)
        try:
            for packet in container.demux(stream):
                try:
                    decoded = packet.decode()
                except av.InvalidDataError:
                    continue  # a damaged packet is a gap; what follows keeps its time
                for frame in decoded:
                    yield from resampler.resample(frame)
            yield from resampler.resample(None)
        finally:
            stream.codec_context.flush_buffers()


def _place(samples: Samples, frame: AudioFrame, at: int) -> int:
    """Copy what of `frame` lies inside `samples`, one channel to both; returns its length."""
    sound = frame.to_ndarray()
    first, last = max(at, 0), min(at + sound.shape[1], samples.shape[1])
    if first < last:
        samples[:, first:last] = sound[:, first - at : last - at]
    return int(sound.shape[1])


def _in_blocks(parts: Iterator[Samples], size: int) -> Iterator[Samples]:
    """The same samples in blocks of `size`; the last one is shorter."""
    rest: Samples = np.zeros((2, 0), np.float32)
    for part in parts:
        rest = np.concatenate([rest, part], axis=1)
        whole = rest.shape[1] - rest.shape[1] % size
        for start in range(0, whole, size):
            yield rest[:, start : start + size]
        rest = rest[:, whole:]
    if rest.shape[1]:
        yield rest
