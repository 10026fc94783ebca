"""Seed frames: pictures kept as PNG files that are named by what they show."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from restitch_app.analysis.arrays import Rgb
from restitch_app.domain.errors import MediaError
from restitch_app.media.atomic import atomic_file, storage_errors

FORMATS = ("PNG", "JPEG", "WEBP")
PNG_COMPRESSION = 1  # zlib level: 63 ms at 720p, where 6 takes 238 for 6 % fewer bytes


@dataclass(frozen=True, slots=True)
class StoredPicture:
    path: Path
    hash: str
    """Of size and samples (see `picture_hash`); the file's own bytes may differ between writers."""
    is_new: bool = field(compare=False)
    """False where the same picture was kept before."""


def picture_hash(rgb: Rgb) -> str:
    """SHA-256 of size and samples, as 64 hex digits: equal for equal pictures, however stored."""
    height, width = _size(rgb)
    found = hashlib.sha256(f"rgb8 {width}x{height}\n".encode())
    found.update(rgb.tobytes())
    return found.hexdigest()


def write_png(rgb: Rgb, folder: Path) -> StoredPicture:
    """Keep a picture as `<hash>.png`; the same picture twice is one file. Whole or not at all.

    Raises StorageError where the disk or the folder refuses.
    """
    digest = picture_hash(rgb)
    path = folder / f"{digest}.png"
    is_new = not _holds(path, digest)
    if is_new:
        _, encoded = cv2.imencode(
            ".png",
            cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR),
            [cv2.IMWRITE_PNG_COMPRESSION, PNG_COMPRESSION],
        )
        with storage_errors(path):
            folder.mkdir(parents=True, exist_ok=True)
        with atomic_file(path) as unfinished:
            unfinished.write_bytes(encoded.tobytes())
    return StoredPicture(path, digest, is_new)


def read_png(path: Path) -> Rgb:
    """A still PNG, JPEG or WebP as RGB uint8, upright; transparency is left out as ComfyUI does.

    Raises MediaError with one sentence for anything else.
    """
    try:
        with Image.open(path, formats=FORMATS) as picture:
            if getattr(picture, "n_frames", 1) > 1:
                raise _refused(path, "it is an animation, not a still picture")
            return _upright(picture)
    except FileNotFoundError as error:
        raise _refused(path, "it is not there") from error
    except UnidentifiedImageError as error:
        raise _refused(path, "it is not a PNG, JPEG or WebP picture") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused(path, "it is too large to be a frame") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _refused(path, "it is damaged or cannot be opened") from error


def _upright(picture: Image.Image) -> Rgb:
    turned = ImageOps.exif_transpose(picture)
    if turned.mode.startswith("I"):  # 16-bit gray, which Pillow would clip instead of scale
        deep = np.asarray(turned, np.uint32)
        gray = ((deep + 128) // 257).clip(0, 255).astype(np.uint8)
        return np.repeat(gray[..., None], 3, axis=2)
    return np.array(turned.convert("RGB"))


def _holds(path: Path, digest: str) -> bool:
    """Whether the file is there and undamaged; a damaged one is written again."""
    if not path.exists():
        return False
    try:
        return picture_hash(read_png(path)) == digest
    except MediaError:
        return False


def _size(rgb: Rgb) -> tuple[int, int]:
    if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3:
        raise ValueError(f"not an RGB picture: {rgb.dtype} {rgb.shape}")
    return rgb.shape[0], rgb.shape[1]


def _refused(path: Path, reason: str) -> MediaError:
    hint = "Choose a PNG, JPEG or WebP picture."
    return MediaError(f"{path.name} cannot be used as a seed frame: {reason}", str(path), hint)
