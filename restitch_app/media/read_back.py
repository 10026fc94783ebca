"""The check that every export ends with: what is on the disk is what was meant.

Its cost follows what was changed: copied packets are compared by hash, only encoded frames are
decoded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from restitch_app.domain.progress import JobContext
from restitch_app.media.colour import to_yuv
from restitch_app.media.encode import shape_of
from restitch_app.media.index import build_index
from restitch_app.media.opening import clip_errors
from restitch_app.media.packets import open_to_copy
from restitch_app.media.patch import planes
from restitch_app.media.pieces import fitted
from restitch_app.media.reader import open_reader
from restitch_app.media.runs import EncodeRun
from restitch_app.media.stopwatch import Stopwatch

LEAST_PSNR_DB = 45.0
"""What the timeline promises for frames that had to be encoded (product, Timeline)."""
TICK_S = Fraction(1, 1000)
"""Matroska keeps times in milliseconds."""
STAGE = "Checking the export"


def packet_digest(packet: Packet[Stream] | Packet[VideoStream]) -> bytes:
    return hashlib.blake2b(memoryview(packet), digest_size=16).digest()


def read_back(
    out: Path,
    total: int,
    written: Sequence[bytes],
    encoded: Sequence[EncodeRun],
    rate: Fraction,
    work: JobContext,
    decoding: Stopwatch | None = None,
) -> list[str]:
    """Problems of a file that was just written, one sentence each; an empty list is a sound file.

    `total`: frames. `written`: digests of their packets in the order in which they went in; empty
    where the muxer may have written them in another form, and every frame is `encoded`.
    `decoding` runs while encoded frames are compared. Raises MediaError for a file that cannot be
    read, JobCancelled.
    """
    found = [*_packets(out, total, written, rate, work)]
    with (decoding or Stopwatch()).running():
        return [*found, *_frames(out, encoded, work)]


def _packets(
    out: Path, total: int, written: Sequence[bytes], rate: Fraction, work: JobContext
) -> Iterator[str]:
    shown: list[int] = []
    found: list[bytes] = []
    with clip_errors(out), open_to_copy(out) as container:
        stream = container.streams.video[0]
        time_base = stream.time_base or Fraction(1)
        for packet in container.demux(stream):
            if packet.size and packet.pts is not None:
                shown.append(packet.pts)
                if written:
                    found.append(packet_digest(packet))
        work.progress(STAGE, 0, total)
    if len(shown) != total:
        yield f"There are {len(shown)} frames, not {total}."
        return
    wrong = sum(one != other for one, other in zip(found, written, strict=True))
    if wrong:
        yield f"{wrong} of {total} packets are not as they were written."
    step, most = float(1 / rate / time_base), float(TICK_S / time_base)
    for number, pts in enumerate(sorted(shown)):
        if abs(pts - number * step) > most:
            yield f"Frame {number + 1} is shown at {float(pts * time_base):.3f} s, not at its time."
            return


def _frames(out: Path, encoded: Sequence[EncodeRun], work: JobContext) -> Iterator[str]:
    """Encoded frames against their sources."""
    if not encoded:
        return
    total = sum(len(run.scene) for run in encoded)
    checked = 0
    with open_reader(out, build_index(out)) as film:
        for run in encoded:
            found = film.frames(run.scene.start, run.scene.stop)
            for place, (one, wanted) in enumerate(zip(found, _sources(run), strict=True)):
                work.progress(STAGE, checked, total)
                checked += 1
                psnr_db = luma_psnr_db(one, wanted)
                if psnr_db < LEAST_PSNR_DB:
                    frame = run.scene.start + place + 1
                    yield f"Frame {frame} was encoded to {psnr_db:.1f} dB only."
                    return


def _sources(run: EncodeRun) -> Iterator[av.VideoFrame]:
    for part in run.parts:
        with open_reader(part.source.path, part.source.index) as reader:
            yield from reader.frames(part.frames.start, part.frames.stop)


def luma_psnr_db(found: av.VideoFrame, wanted: av.VideoFrame) -> float:
    """Of an encoded frame against its source, scaled and converted the same way."""
    shape = shape_of(found)
    picture = to_yuv(fitted(wanted, shape), shape.pixel_format, shape.tags)
    luma = planes(found)[0].astype(np.float32)
    error = float(np.mean(np.square(luma - planes(picture)[0])))
    peak = (1 << found.format.components[0].bits) - 1
    return float(10 * np.log10(peak**2 / error)) if error else float("inf")
