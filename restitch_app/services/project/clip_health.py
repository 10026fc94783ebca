"""Whether a version's clip is still what was recorded, and how much of it can be played."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.errors import MediaError
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.media.index import build_index
from restitch_app.media.reader import open_reader

CHUNK_BYTES = 4 << 20
"""Read without a look at whether the computer is needed elsewhere; some milliseconds of hashing."""


@dataclass(frozen=True, slots=True)
class ClipHealth:
    is_whole: bool
    """Every byte is as it was recorded."""
    readable_frames: int = 0
    """Frames from the start that can be decoded; counted only where it is not whole."""
    size_px: tuple[int, int] | None = None
    """Width and height of those frames; None where there are none."""


def clip_health(
    folder: Path, version: Version, ctx: JobContext, wait_for_turn: Callable[[JobContext], object]
) -> ClipHealth:
    """Read the whole file; blocks as long as that takes, and while `wait_for_turn` holds it up.

    Raises JobCancelled. A file that cannot be opened has no readable frames.
    """
    path = folder / version.file
    try:
        is_whole = (
            path.stat().st_size == version.file_bytes
            and _sha256(path, ctx, wait_for_turn) == version.file_sha256
        )
    except OSError:
        return ClipHealth(is_whole=False)
    if is_whole:
        return ClipHealth(is_whole=True)
    return _readable_frames(path, version.facts.frame_count, ctx, wait_for_turn)


def _sha256(path: Path, ctx: JobContext, wait_for_turn: Callable[[JobContext], object]) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
            ctx.wait(0)
            wait_for_turn(ctx)
    return digest.hexdigest()


def _readable_frames(
    path: Path, expected: int, ctx: JobContext, wait_for_turn: Callable[[JobContext], object]
) -> ClipHealth:
    count, size_px = 0, None
    try:
        with open_reader(path, build_index(path)) as reader:
            for frame in reader.frames():
                count += 1
                size_px = size_px or (frame.width, frame.height)
                ctx.progress("Counting readable frames", count, max(count, expected))
                wait_for_turn(ctx)
    except (MediaError, OSError):
        pass  # what there is up to here is the answer
    return ClipHealth(False, count, size_px)
