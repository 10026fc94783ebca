"""Clips made for a test, whose frames carry their own number, so exactness is a fact.

Twelve blocks along the top spell the number in binary (white is 1, lowest bit at the left); below
them a coloured texture moves two pixels a frame, so that codecs use motion and B-frames as in real
clips.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream
from numpy.typing import NDArray

BITS = 12
SIZE = (192, 112)
RATE = Fraction(16)
PIXELS_PER_FRAME = 2
SAMPLE_RATE_HZ = 44_100

Picture = NDArray[np.uint8]


def numbered_picture(number: int, size: tuple[int, int] = SIZE) -> Picture:
    """RGB uint8, shape (height, width, 3). `size` is (width, height), at least 48 px wide."""
    width, height = size
    picture = np.roll(_texture(width, height), -PIXELS_PER_FRAME * number, axis=1)
    picture[: _band(height)] = 0
    for bit in range(BITS):
        if number >> bit & 1:
            left, right = _block(bit, width)
            picture[: _band(height), left:right] = 255
    return picture


def number_of(frame: av.VideoFrame | Picture) -> int:
    """The number a frame carries; takes a decoded frame, an RGB or a luma array.

    Raises ValueError where a block is neither black nor white: a blended frame or another picture.
    """
    picture = _gray(frame)
    height, width = picture.shape
    band = _band(height)
    rows = picture[band // 4 : band - band // 4]
    number = 0
    for bit in range(BITS):
        left, right = _block(bit, width)
        inset = (right - left) // 4
        mean = float(rows[:, left + inset : right - inset].mean())
        if 85 < mean < 170:
            raise ValueError(f"not a numbered frame: bit {bit} reads {mean:.0f}")
        number |= (mean >= 170) << bit
    return number


def numbered_clip(
    path: Path,
    frames: int | Sequence[int] = 81,
    size: tuple[int, int] = SIZE,
    rate: Fraction | int = RATE,
    codec: str = "libx264",
    options: Mapping[str, str] | None = None,
    gop: int | None = None,
    bframes: int | None = None,
    *,
    pixel_format: str = "yuv420p",
    pts: Sequence[int] | None = None,
    time_base: Fraction | None = None,
    sound_s: float = 0.0,
    metadata: Mapping[str, str] | None = None,
    container_options: Mapping[str, str] | None = None,
    rotation_degrees: int = 0,
) -> Path:
    """Write numbered frames and return `path`; the container follows the suffix.

    `frames`: how many, or the numbers to draw. `pts`: presentation times in `time_base` (both or
    neither; negative ones are trimmed away by the edit list in MP4). `sound_s`: length of a quiet
    sine tone beside the picture, in seconds.
    """
    numbers = range(frames) if isinstance(frames, int) else frames
    return write_clip(
        path,
        [numbered_picture(number, size) for number in numbers],
        rate,
        codec,
        options,
        gop,
        bframes,
        pixel_format=pixel_format,
        pts=pts,
        time_base=time_base,
        sound_s=sound_s,
        metadata=metadata,
        container_options=container_options,
        rotation_degrees=rotation_degrees,
    )


def write_clip(
    path: Path,
    pictures: Sequence[Picture],
    rate: Fraction | int = RATE,
    codec: str = "libx264",
    options: Mapping[str, str] | None = None,
    gop: int | None = None,
    bframes: int | None = None,
    *,
    pixel_format: str = "yuv420p",
    pts: Sequence[int] | None = None,
    time_base: Fraction | None = None,
    sound_s: float = 0.0,
    metadata: Mapping[str, str] | None = None,
    container_options: Mapping[str, str] | None = None,
    rotation_degrees: int = 0,
) -> Path:
    """As `numbered_clip`, of any RGB pictures of one size. Tagged BT.709, limited range."""
    height, width = pictures[0].shape[:2]
    with av.open(path, "w", container_options=dict(container_options or {})) as container:
        container.metadata.update(metadata or {})
        stream = cast(VideoStream, container.add_stream(codec, rate=Fraction(rate)))
        stream.width, stream.height, stream.pix_fmt = width, height, pixel_format
        context = stream.codec_context
        context.options = _codec_options(codec, options, gop, bframes)
        context.time_base = time_base or 1 / Fraction(rate)
        if gop is not None:
            context.gop_size = gop
        if pixel_format.startswith("yuv"):
            context.colorspace = context.color_primaries = context.color_trc = Colorspace.ITU709
            context.color_range = ColorRange.MPEG
        if rotation_degrees:
            stream.set_display_rotation(rotation_degrees)
        sound = _add_sound(container) if sound_s else None
        for order, picture in enumerate(pictures):
            frame = _encodable(picture, pixel_format)
            frame.pts = order if pts is None else pts[order]
            frame.time_base = context.time_base
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if sound is not None:
            _write_sound(container, sound, sound_s)
    return path


@lru_cache(maxsize=16)
def _texture(width: int, height: int) -> Picture:
    """Tiles left to right, so that rolling it is motion without an edge."""
    rng = np.random.default_rng(7)
    x = np.arange(width) * (2 * np.pi / width)
    y = np.arange(height)[:, None] * (2 * np.pi / height)
    waves = np.zeros((height, width, 3))
    for channel in range(3):
        for _ in range(8):
            across, down = rng.integers(1, 7, 2)
            phase = rng.uniform(0, 2 * np.pi)
            waves[..., channel] += np.sin(across * x + down * y + phase)
    grain = rng.normal(0, 6, (height, width, 1))
    return np.clip(128 + 18 * waves + grain, 0, 255).astype(np.uint8)


def _band(height: int) -> int:
    return max(8, height // 8)


def _block(bit: int, width: int) -> tuple[int, int]:
    return bit * width // BITS, (bit + 1) * width // BITS


def _gray(frame: av.VideoFrame | Picture) -> Picture:
    if isinstance(frame, av.VideoFrame):
        frame = cast(Picture, frame.to_ndarray(format="rgb24"))
    return frame if frame.ndim == 2 else frame[..., 1]


def _codec_options(
    codec: str, options: Mapping[str, str] | None, gop: int | None, bframes: int | None
) -> dict[str, str]:
    chosen = {"preset": "veryfast", "crf": "18"} if codec == "libx264" else {}
    if gop is not None:
        chosen["g"] = str(gop)
        if codec == "libx264":
            chosen |= {"keyint_min": str(gop), "sc_threshold": "0"}
    if bframes is not None:
        chosen["bf"] = str(bframes)
    return chosen | dict(options or {})


def _encodable(picture: Picture, pixel_format: str) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
    if not pixel_format.startswith("yuv"):
        return frame.reformat(format=pixel_format)
    return frame.reformat(
        format=pixel_format,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
    )


def _add_sound(container: OutputContainer) -> AudioStream:
    codec: Any = "libopus" if container.format.name == "webm" else "aac"
    rate = 48_000 if codec == "libopus" else SAMPLE_RATE_HZ
    return cast(AudioStream, container.add_stream(codec, rate=rate))


def _write_sound(container: OutputContainer, stream: AudioStream, seconds: float) -> None:
    rate = stream.rate
    times = np.arange(int(seconds * rate)) / rate
    tone = (0.1 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)
    for start in range(0, len(tone), 1024):
        frame = AudioFrame.from_ndarray(tone[None, start : start + 1024], "fltp", "mono")
        frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
        container.mux(stream.encode(frame))
    container.mux(stream.encode())
