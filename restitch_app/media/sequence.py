"""Numbered pictures that are one clip: `shot/frame_0001.png`, `frame_0002.png`, ...

Such a clip is named by its pattern, as FFmpeg does: `shot/frame_%04d.png`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image, ImageFile, UnidentifiedImageError

from restitch_app.analysis.arrays import Rgb
from restitch_app.media.animation import DAMAGE
from restitch_app.media.opening import MOST_PIXELS, TOO_LARGE_HINT, unreadable

PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"})
PICTURE_RATE = Fraction(24)
"""Frames a second where nobody says another: pictures carry none."""
FEWEST = 2
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
_PATTERN = re.compile(r"(?P<before>.*)%0?(?P<digits>\d*)d(?P<after>.*)")
_LAST_NUMBER = re.compile(r"(?P<before>.*?)(?P<number>\d+)(?P<after>\D*)")
_ANIMATED = b"acTL"
_HEAD_BYTES = 1024


@dataclass(frozen=True, slots=True)
class PictureSequence:
    """`files` in the order of their numbers."""

    files: tuple[Path, ...]
    missing: tuple[int, ...]
    """Numbers between the first and the last that there is no picture of."""
    width: int
    height: int


def find_sequence(path: Path) -> PictureSequence | None:
    """What a pattern stands for; None for a path that is none.

    Opens the first picture. Raises MediaError where there are no pictures, or it cannot be read.
    """
    named = _PATTERN.fullmatch(path.name)
    if named is None or path.exists():
        return None
    numbers = _numbers(path.parent, named)
    if len(numbers) < FEWEST:
        raise unreadable(path, "there are no pictures of that name")
    present = sorted(numbers)
    missing = set(range(present[0], present[-1])) - set(present)
    with _opened(path, numbers[present[0]]) as first:
        width, height = first.size
    files = tuple(numbers[number] for number in present)
    return PictureSequence(files, tuple(sorted(missing)), width, height)


def sequence_pictures(path: Path, files: Sequence[Path]) -> Iterator[Rgb]:
    """Each picture as RGB, shape (height, width, 3); transparent parts are black.

    Raises MediaError for one that cannot be read, has more than 8 bits a colour, or another size.
    """
    size: tuple[int, int] | None = None
    for file in files:
        with _opened(path, file) as picture:
            if picture.size != (size or picture.size):
                raise unreadable(path, f"{file.name} has another size than the ones before")
            size = picture.size
            yield _flat(path, file, picture)


def gathered(files: Sequence[Path]) -> list[Path]:
    """Pictures that are numbered alike give way to their pattern, where the first of them stood.

    Other files, animated and single pictures among them, stay as they are.
    """
    patterns = {file: pattern_of(file) for file in files}
    counts = Counter(patterns.values())
    found: list[Path] = []
    for file in files:
        pattern = patterns[file]
        if pattern is None or counts[pattern] < FEWEST:
            found.append(file)
        elif pattern not in found:
            found.append(pattern)
    return found


def pattern_of(file: Path) -> Path | None:
    """The pattern that a numbered picture is of: the last number in its name counts."""
    if file.suffix.lower() not in PICTURE_SUFFIXES or "%" in file.name:
        return None
    named = _LAST_NUMBER.fullmatch(file.stem)
    if named is None or _is_animated(file):
        return None
    number = named["number"]
    counter = f"%0{len(number)}d" if number.startswith("0") else "%d"
    return file.with_name(f"{named['before']}{counter}{named['after']}{file.suffix}")


def _numbers(folder: Path, named: re.Match[str]) -> dict[int, Path]:
    before, after = re.escape(named["before"]), re.escape(named["after"])
    digits = rf"\d{{{int(named['digits'])},}}" if named["digits"] else r"\d+"
    wanted = re.compile(f"{before}(?P<number>{digits}){after}")
    if not folder.is_dir():
        return {}
    found = ((wanted.fullmatch(file.name), file) for file in folder.iterdir())
    return {int(match["number"]): file for match, file in found if match is not None}


def _opened(path: Path, file: Path) -> ImageFile.ImageFile:
    try:
        picture = Image.open(file, formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise unreadable(path, f"{file.name} is no picture") from error
    except (OSError, *DAMAGE, Image.DecompressionBombError) as error:
        raise unreadable(path, f"{file.name} cannot be opened") from error
    if picture.width * picture.height > MOST_PIXELS:
        size = f"{picture.width}×{picture.height}"
        picture.close()
        raise unreadable(path, f"its pictures are too large: {size}", TOO_LARGE_HINT)
    return picture


def _flat(path: Path, file: Path, picture: ImageFile.ImageFile) -> Rgb:
    raw = str(picture.tile[0].args) if picture.tile else ""
    if picture.mode.startswith(("I", "F")) or ";16" in raw:
        raise unreadable(path, f"{file.name} has more than 8 bits a colour")
    try:
        if not picture.has_transparency_data:
            return np.array(picture.convert("RGB"))
        shown = picture.convert("RGBA")
    except (OSError, *DAMAGE) as error:
        raise unreadable(path, f"{file.name} is damaged") from error
    ground = Image.new("RGBA", shown.size, (0, 0, 0, 255))
    return np.array(Image.alpha_composite(ground, shown).convert("RGB"))


def _is_animated(file: Path) -> bool:
    if file.suffix.lower() != ".png":
        return False
    try:
        with file.open("rb") as opened:
            return _ANIMATED in opened.read(_HEAD_BYTES)
    except OSError:
        return False
