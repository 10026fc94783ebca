"""Patches are named by what they were made of and by their bytes: an altered one is known by it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from restitch_app.media.atomic import storage_errors, sync_folder, unfinished_name

DIGITS = 16
"""Of the SHA-256, in hex: 64 bits."""
SUFFIX = ".mkv"

_BY_CONTENT = re.compile(rf".+_(?P<content>[0-9a-f]{{{DIGITS}}}){re.escape(SUFFIX)}")


def known_patch(folder: Path, stem: str) -> Path | None:
    """A whole patch made of what `stem` says, as Restitch names it now or did once.

    One with other bytes than its name says is none: made anew it gets its name back. Reads it.
    """
    named = sorted(folder.glob(f"{stem}_{'[0-9a-f]' * DIGITS}{SUFFIX}"))
    once = folder / f"{stem}{SUFFIX}"
    whole = (path for path in named if _is_whole(path))
    return next(whole, once if once.exists() else None)


def being_made(folder: Path, stem: str) -> Path:
    """Where one is written to until its bytes are known; left behind it is half-written."""
    return unfinished_name(folder / f"{stem}{SUFFIX}")


def named_by_content(path: Path, stem: str) -> Path:
    """Give a whole file its lasting name beside it. Raises StorageError where the disk refuses."""
    with storage_errors(path):
        named = path.with_name(f"{stem}_{_digits(path)}{SUFFIX}")
        path.replace(named)
        sync_folder(path.parent)
    return named


def is_altered(path: Path) -> bool:
    """False where its name does not say, as of patches of earlier versions. Raises OSError."""
    told = _BY_CONTENT.fullmatch(path.name)
    return told is not None and told["content"] != _digits(path)


def _is_whole(path: Path) -> bool:
    try:
        return not is_altered(path)
    except OSError:
        return False


def _digits(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:DIGITS]
