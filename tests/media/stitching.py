"""Spans of made clips, and what a stitched file holds, for the tests of stitching."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.media.patch import planes
from restitch_app.media.reader import open_reader

RATE = Fraction(16)


def spans_of(*pieces: tuple[Path, int, int]) -> tuple[Span, ...]:
    """Spans (file, first frame, frame after the last); `.mkv` files are patches."""
    spans: list[Span] = []
    for number, (path, start, stop) in enumerate(pieces):
        begin = spans[-1].scene_stop if spans else 0
        frames = FrameRange(start, stop)
        spans.append(Span(str(path), frames, number, path.suffix == ".mkv", begin))
    return tuple(spans)


def frame_hashes(path: Path) -> list[str]:
    with av.open(str(path)) as container:
        return [frame_hash(frame) for frame in container.decode(video=0)]


def frame_hash(frame: av.VideoFrame) -> str:
    digest = hashlib.md5()
    for plane in planes(frame):
        digest.update(plane.tobytes())
    return digest.hexdigest()


def wanted_frames(spans: Sequence[Span]) -> list[av.VideoFrame]:
    frames: list[av.VideoFrame] = []
    for span in spans:
        with open_reader(Path(span.file)) as reader:
            frames += reader.frames(span.frames.start, span.frames.stop)
    return frames


def luma_psnr(left: av.VideoFrame, right: av.VideoFrame) -> float:
    error = planes(left)[0].astype(float) - planes(right)[0]
    return float(10 * np.log10(255**2 / max(np.mean(error**2), 1e-9)))
