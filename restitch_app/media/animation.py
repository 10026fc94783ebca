"""Animated GIF, WebP and PNG, read through Pillow: FFmpeg does not decode animated WebP."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from restitch_app.analysis.arrays import Rgb
from restitch_app.media.opening import MOST_PIXELS, TOO_LARGE_HINT, clip_errors, unreadable

FORMATS = ("GIF", "WEBP", "PNG")
TICK_MS = {"GIF": 10, "WEBP": 1, "PNG": 1}
DAMAGE = (
    EOFError,
    SyntaxError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    struct.error,
)
"""What Pillow's readers raise over bytes that make no sense, as fuzzing them has shown."""
UNTIMED_MS = 100
"""Shown for this long where the file gives no duration, as browsers do."""
USUAL_RATES = (8, 10, 12, 15, 16, 20, 24, 25, 30, 48, 50, 60)


@dataclass(frozen=True, slots=True)
class Animation:
    """`durations_ms`: how long each frame is shown; their number is the number of frames."""

    width: int
    height: int
    kind: str
    durations_ms: tuple[int, ...]

    @property
    def rate(self) -> Fraction | None:
        """Frames per second, None where the spacing varies.

        Writers cut durations down to whole ticks: 16 per second is written as 62 ms, not 62.5. A
        usual rate that gives these very durations is what was meant.
        """
        shown = set(self.durations_ms)
        if len(shown) > 1:
            return next((Fraction(rate) for rate in USUAL_RATES if self._keeps_to(rate)), None)
        shown_ms = shown.pop()
        meant = min(USUAL_RATES, key=lambda rate: abs(Fraction(1000, rate) - shown_ms))
        # GIF counts in 10 ms, where several usual rates share a duration: nothing to conclude.
        is_meant = self.kind != "GIF" and abs(Fraction(1000, meant) - shown_ms) < 1
        return Fraction(meant) if is_meant else Fraction(1000, shown_ms)

    @property
    def times_ms(self) -> tuple[int, ...]:
        """When each frame begins."""
        return tuple(accumulate(self.durations_ms[:-1], initial=0))

    def _keeps_to(self, rate: int) -> bool:
        tick = TICK_MS[self.kind]
        off = [time - Fraction(1000 * place, rate) for place, time in enumerate(self.times_ms)]
        return max(off) - min(off) <= tick


def find_animation(path: Path) -> Animation | None:
    """None for every other kind of file, still pictures included. Decodes all frames once.

    Raises MediaError for an animation that is damaged.
    """
    with clip_errors(path), _opened(path) as picture:
        if picture is None:
            return None
        if picture.width * picture.height > MOST_PIXELS:
            size = f"{picture.width}×{picture.height}"
            raise unreadable(path, f"its pictures are too large: {size}", TOO_LARGE_HINT)
        if (count := _counted(path, picture)) < 2:
            return None
        durations = []
        for number in range(count):
            _show(path, picture, number)
            durations.append(int(picture.info.get("duration") or UNTIMED_MS))
        width, height = picture.size
        return Animation(width, height, picture.format or "", tuple(durations))


def animation_pictures(path: Path) -> Iterator[Rgb]:
    """Every frame as RGB, shape (height, width, 3); transparent parts are black."""
    with clip_errors(path), _opened(path) as picture:
        if picture is None:
            raise unreadable(path, "it is no animated picture")
        for number in range(_counted(path, picture)):
            _show(path, picture, number)
            yield _flat(picture)


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image | None]:
    picture = None
    try:
        picture = Image.open(path, formats=FORMATS)
    except UnidentifiedImageError:
        pass  # some other kind of file, which is for FFmpeg to judge
    except (*DAMAGE, Image.DecompressionBombError) as error:
        raise unreadable(path, "its header is damaged") from error
    with picture or nullcontext():
        yield picture


def _show(path: Path, picture: Image.Image, number: int) -> None:
    try:
        picture.seek(number)
        picture.load()
    except (OSError, *DAMAGE) as error:
        raise unreadable(path, f"frame {number + 1} is damaged") from error


def _counted(path: Path, picture: Image.Image) -> int:
    try:
        return int(getattr(picture, "n_frames", 1))
    except (OSError, *DAMAGE) as error:
        raise unreadable(path, "its frames cannot be counted") from error


def _flat(picture: Image.Image) -> Rgb:
    if not picture.has_transparency_data:
        return np.array(picture.convert("RGB"))
    shown = picture.convert("RGBA")
    ground = Image.new("RGBA", shown.size, (0, 0, 0, 255))
    return np.array(Image.alpha_composite(ground, shown).convert("RGB"))
