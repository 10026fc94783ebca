"""What a clip is, and what its container says about it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from statistics import median

from av.container import InputContainer
from av.video.stream import VideoStream

from restitch_app.domain.frames import ClipFacts
from restitch_app.media.animation import Animation, find_animation
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.metering import report_decoded
from restitch_app.media.opening import clip_errors, open_video, unreadable
from restitch_app.media.picture_text import picture_text

MATRICES = {
    0: "gbr",
    1: "bt709",
    4: "fcc",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    9: "bt2020nc",
    10: "bt2020c",
}
"""AVColorSpace by FFmpeg's names for the option `colorspace`."""
RANGES = {1: "tv", 2: "pc"}
"""AVColorRange by FFmpeg's names: limited and full."""

JITTER_S = Fraction(1, 1000)
"""Containers with millisecond ticks round times this far; it does not make a rate variable."""
UNKNOWN_RATE = Fraction(25)
"""For a single picture with no rate in its container: FFmpeg's own default."""


def probe(path: Path, index: FrameIndex | None = None) -> ClipFacts:
    """Facts of a clip; `index` is built here when it is not given. Decodes one picture.

    Size and rotation are those of the stored pictures; `lossless.source_facts` turns them. Animated
    pictures (GIF, WebP, PNG) are probed too, but read only through their lossless copy.
    Raises MediaError with one sentence for a file that is missing, empty, no video, without a video
    stream, without frames, or cut off too early to be opened.
    """
    if index is None and (animation := find_animation(path)) is not None:
        return _animation_facts(animation)
    known = index or build_index(path)
    rate, is_variable = nominal_rate(known)
    with clip_errors(path), open_video(path) as (container, stream):
        return ClipFacts(
            width=stream.width,
            height=stream.height,
            rate=rate,
            frame_count=len(known),
            codec=stream.codec_context.codec.canonical_name,
            pixel_format=stream.pix_fmt or "unknown",
            is_variable_rate=is_variable,
            has_sound=bool(container.streams.audio),
            colour_matrix=MATRICES.get(stream.colorspace, "unspecified"),
            colour_range=RANGES.get(stream.color_range, "unspecified"),
            rotation_degrees=_rotation(path, container, stream),
        )


def metadata(path: Path) -> dict[str, str]:
    """What the container says in words: its tags and those of its streams; of animated and still
    pictures the text chunks, and EXIF text under its tag's number ("0x0110"). Raises MediaError.
    """
    if found := picture_text(path):
        return found
    with clip_errors(path), open_video(path) as (container, stream):
        return {**stream.metadata, **container.metadata}


def nominal_rate(index: FrameIndex) -> tuple[Fraction, bool]:
    """Frames per second, and whether the spacing varies by more than rounding.

    Constant: the first rate, of those the container claims and the mean, that every presentation
    time fits. Variable: the inverse of the median spacing.
    """
    times = [pts * index.time_base for pts in index.pts]
    if len(times) < 2 or index.is_counted:
        return next(iter(index.rate_hints), UNKNOWN_RATE), False
    mean = (len(times) - 1) / (times[-1] - times[0])
    for rate in (*index.rate_hints, *_familiar(mean), mean):
        if _fits(times, rate):
            return rate, False
    spacing = median(later - earlier for earlier, later in pairwise(times))
    return (1 / Fraction(spacing)).limit_denominator(1001), True


def _animation_facts(animation: Animation) -> ClipFacts:
    return ClipFacts(
        width=animation.width,
        height=animation.height,
        rate=animation.rate or 1000 / Fraction(median(animation.durations_ms)),
        frame_count=len(animation.durations_ms),
        codec=animation.kind.lower(),
        pixel_format="bgr0",
        is_variable_rate=animation.rate is None,
        has_sound=False,
    )


def _familiar(mean: Fraction) -> tuple[Fraction, Fraction]:
    whole = Fraction(max(1, round(mean)))
    return whole, whole * Fraction(1000, 1001)


def _fits(times: Sequence[Fraction], rate: Fraction) -> bool:
    """Rounding may fall either way, at the first time too, so deviations may span two ticks."""
    off = [time - number / rate for number, time in enumerate(times)]
    return max(off) - min(off) <= 2 * JITTER_S


def _rotation(path: Path, container: InputContainer, stream: VideoStream) -> int:
    """Clockwise degrees the picture is to be turned by for viewing: 0, 90, 180 or 270."""
    for frame in container.decode(stream):
        report_decoded(path, 1)
        return -frame.rotation % 360
    raise unreadable(path, "none of its pictures can be decoded")
