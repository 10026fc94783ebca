"""The words a picture carries beside its pixels: PNG text chunks, EXIF of WebP and JPEG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from restitch_app.media.opening import clip_errors

FORMATS = ("GIF", "WEBP", "PNG", "JPEG")
LARGEST_TEXT_BYTES = 64 << 20
"""Of one text, unpacked. A workflow with its pictures embedded has some megabytes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_EXIF_IFD = 0x8769
_USER_COMMENT = 0x9286
_DAMAGE = (SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, struct.error)


def picture_text(path: Path) -> dict[str, str]:
    """Text by its name, EXIF text by its tag's number ("0x0110"); {} for what is no picture.

    Damaged text is left out. Of a PNG all kinds of text chunks are read, wherever they stand, and
    the `comf` chunks that ComfyUI writes into animations, which Pillow does not show. Raises
    MediaError for a file that cannot be read.
    """
    with clip_errors(path):
        with path.open("rb") as file:
            if file.read(len(_PNG)) == _PNG:
                return dict(_png_text(file))
        return _pillow_text(path)


def _png_text(file: BinaryIO) -> Iterator[tuple[str, str]]:
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        if kind == b"IEND":
            return
        if kind not in _READERS or length > LARGEST_TEXT_BYTES:
            file.seek(length + 4, 1)
            continue
        name, found, rest = file.read(length).partition(b"\0")
        file.seek(4, 1)  # the checksum: text that is wrong will not be read as a workflow
        text = _READERS[kind](rest) if found else None
        if text is not None:
            yield name.decode("latin-1"), text


def _plain(rest: bytes) -> str | None:
    """The standard says Latin-1; most writers mean UTF-8."""
    return _decoded(rest)


def _packed(rest: bytes) -> str | None:
    unpacked = _unpacked(rest[1:]) if rest[:1] == b"\0" else None
    return _decoded(unpacked) if unpacked is not None else None


def _international(rest: bytes) -> str | None:
    """Flag and method of packing, language, the name translated, then UTF-8."""
    parts = rest[2:].split(b"\0", 2)
    if len(rest) < 2 or len(parts) < 3:
        return None
    body = _unpacked(parts[2]) if rest[0] else parts[2]
    return body.decode("utf-8", "replace") if body is not None else None


_READERS = {b"tEXt": _plain, b"zTXt": _packed, b"iTXt": _international, b"comf": _plain}


def _unpacked(packed: bytes) -> bytes | None:
    """None for what is damaged, or grows beyond the limit."""
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(packed, LARGEST_TEXT_BYTES)
    except zlib.error:
        return None
    return unpacked if unpacking.eof else None


def _pillow_text(path: Path) -> dict[str, str]:
    try:
        with Image.open(path, formats=FORMATS) as picture:
            found = {str(key): _text(value) for key, value in picture.info.items()}
            found["comment"] = _comment(picture.info.get("comment"))  # of GIF and JPEG
            exif = picture.getexif()
            for tag, value in {**exif.get_ifd(_EXIF_IFD), **exif}.items():
                found[f"0x{tag:04x}"] = _comment(value) if tag == _USER_COMMENT else _text(value)
    except (UnidentifiedImageError, Image.DecompressionBombError, *_DAMAGE):
        return {}
    return {key: value for key, value in found.items() if value}


def _text(value: object) -> str:
    """Pillow reads EXIF as Latin-1 where it is text at all; empty for numbers and binary parts."""
    if isinstance(value, str):
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return value
    return ""


def _comment(value: object) -> str:
    """EXIF's UserComment: eight bytes that name the encoding, then the text."""
    if not isinstance(value, bytes):
        return _text(value)
    name, text = value[:8], value[8:]
    if name.startswith(b"UNICODE"):
        order = "utf-16-be" if text[:1] == b"\0" else "utf-16-le"
        return text.decode(order, "replace").strip("\0 \ufeff")
    known = name.startswith(b"ASCII") or not name.strip(b"\0")
    return _decoded(text if known else value).strip("\0 ")


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")
