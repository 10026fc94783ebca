"""Single frames as pictures: to copy, to save, to pin beside the players."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.media.atomic import atomic_file
from restitch_app.media.pictures import read_png, write_png

FramePicture: TypeAlias = Rgb
GAP_PX = 8
"""Black, between two pictures beside each other."""


def beside(pictures: Sequence[Rgb]) -> Rgb:
    """All of them from left to right, aligned at the top; as tall as the tallest."""
    height = max(picture.shape[0] for picture in pictures)
    parts: list[Rgb] = []
    for picture in pictures:
        if parts:
            parts.append(np.zeros((height, GAP_PX, 3), np.uint8))
        missing = height - picture.shape[0]
        parts.append(np.pad(picture, ((0, missing), (0, 0), (0, 0))))
    return np.hstack(parts)


def wiped(a: Rgb, b: Rgb, share: float) -> Rgb:
    """A to the left of `share` of the width (0.0 to 1.0), B to the right; B's size.

    Raises ValueError where the sizes differ.
    """
    if a.shape != b.shape:
        raise ValueError(f"pictures of two sizes: {a.shape} and {b.shape}")
    line = round(min(1.0, max(0.0, share)) * b.shape[1])
    return np.hstack([a[:, :line], b[:, line:]])


def apart(a: Rgb, b: Rgb, gain: int) -> Rgb:
    """|A - B| times `gain`, cut off at 255. Raises ValueError where the sizes differ."""
    if a.shape != b.shape:
        raise ValueError(f"pictures of two sizes: {a.shape} and {b.shape}")
    return np.asarray(cv2.convertScaleAbs(cv2.absdiff(a, b), alpha=gain), np.uint8)


def save_picture(picture: Rgb, path: Path) -> Path:
    """As PNG, whole or not at all; `.png` is added where the name has no such end.

    Returns the file. Raises StorageError where the disk or the folder refuses.
    """
    file = path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")
    _, encoded = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    with atomic_file(file) as unfinished:
        unfinished.write_bytes(encoded.tobytes())
    return file


def keep_picture(picture: Rgb, folder: Path) -> Path:
    """In `folder`, named by what it shows. Raises StorageError."""
    return write_png(picture, folder).path


def read_picture(path: Path) -> Rgb:
    """A still PNG, JPEG or WebP, upright. Raises MediaError with one sentence for anything else."""
    return read_png(path)
