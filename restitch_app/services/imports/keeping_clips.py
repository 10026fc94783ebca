"""A clip's way into the project: copied, linked, referenced, cut out of a longer one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.media.atomic import atomic_file, storage_errors, sync_folder
from restitch_app.media.conform import Shape, conform_clip
from restitch_app.media.hidden_cut import hidden_cut
from restitch_app.media.index import build_index
from restitch_app.media.lossless import write_lossless_copy
from restitch_app.media.sequence import PICTURE_RATE
from restitch_app.services.imports.source_clips import SourceClip
from restitch_app.services.imports.wishes import ImportWishes, Link
from restitch_app.services.project.project import CLIPS, Project

COPY_CHUNK_BYTES = 1 << 20
COPIED, LINKED, REFERENCED = "copied", "hard-linked", "referenced"
SAME_BYTES = frozenset({COPIED, LINKED, REFERENCED})
"""Ways of keeping a clip whose file is the original's, byte for byte."""


@dataclass(frozen=True, slots=True)
class KeptClip:
    path: Path
    """What plays; in the project's folder unless it was referenced."""
    how: str
    """In one or two words: copied, hard-linked, referenced, cut, ..."""
    note: str = ""
    """Where something else was done than was wished for; one sentence."""


class ClipKeeper:
    def __init__(self, project: Project, wishes: ImportWishes) -> None:
        self._project = project
        self._wishes = wishes
        self._picture_rate = wishes.picture_rate or PICTURE_RATE

    def keep(self, stem: str, clip: SourceClip, made: list[Path], ctx: JobContext) -> KeptClip:
        """`made` collects the files made, for taking them back; an original is never among them.

        Raises MediaError for what cannot be read, StorageError from the project's disk.
        """
        if clip.conform is not None:
            return self._conformed(stem, clip, clip.conform, made, ctx)
        if clip.frames is not None:
            return self._cut(stem, clip, clip.frames, made, ctx)
        if clip.lossless_reason is not None:
            return self._lossless(stem, clip, made, ctx)
        if self._wishes.link is Link.REFERENCE:
            return KeptClip(clip.path.absolute(), REFERENCED)
        if self._wishes.link is Link.HARD:
            return self._linked(stem, clip, made)
        return KeptClip(self._copied(stem, clip, made), COPIED)

    def _cut(
        self, stem: str, clip: SourceClip, frames: FrameRange, made: list[Path], ctx: JobContext
    ) -> KeptClip:
        """By packet copy; where packets cannot stand alone, a lossless copy of those frames."""
        if clip.lossless_reason is None:
            piece = self._place(stem, ".mp4", made)
            if hidden_cut(clip.path, build_index(clip.path), frames, piece, ctx):
                return KeptClip(piece, "cut")
        playable = self._place(f"{stem}_lossless", ".mkv", made)
        with self._playable(stem, clip, made, ctx) as whole:
            write_lossless_copy(whole, playable, ctx, frames)
        return KeptClip(playable, "cut without loss")

    def _conformed(
        self, stem: str, clip: SourceClip, shape: Shape, made: list[Path], ctx: JobContext
    ) -> KeptClip:
        """The original is not kept; where it lies, and its hash, are."""
        target = self._project.path(f"{CLIPS}/{stem}")
        with self._playable(stem, clip, made, ctx) as whole:
            converted = conform_clip(whole, build_index(whole), target, shape, ctx, clip.frames)
        made.append(converted)
        told = f"{shape.width}×{shape.height} at {float(shape.rate):g} fps"
        note = f"It was converted to {told}"
        if clip.drops_sound:
            note += "; its sound, which would not last as long, was left out"
        return KeptClip(converted, f"converted to {told}", note)

    @contextmanager
    def _playable(
        self, stem: str, clip: SourceClip, made: list[Path], ctx: JobContext
    ) -> Iterator[Path]:
        """The clip, or an upright lossless copy of all of it that goes again."""
        if not clip.is_of_pictures and (clip.conform is None or clip.lossless_reason is None):
            yield clip.path
            return
        whole = self._place(f"{stem}_whole", ".mkv", made)
        try:
            write_lossless_copy(clip.path, whole, ctx, picture_rate=self._picture_rate)
            yield whole
        finally:
            whole.unlink(missing_ok=True)
            made.remove(whole)

    def _lossless(self, stem: str, clip: SourceClip, made: list[Path], ctx: JobContext) -> KeptClip:
        """The original is kept beside it, unless it is to stay where it is."""
        source = clip.path
        is_one_file = clip.sequence is None
        if self._wishes.link is Link.COPY and is_one_file:
            source = self._copied(stem, clip, made)
        elif self._wishes.link is Link.HARD and is_one_file:
            source = self._linked(stem, clip, made).path
        playable = self._place(f"{stem}_lossless", ".mkv", made)
        write_lossless_copy(source, playable, ctx, picture_rate=self._picture_rate)
        return KeptClip(playable, "kept without loss")

    def _linked(self, stem: str, clip: SourceClip, made: list[Path]) -> KeptClip:
        target = self._place(stem, clip.path.suffix.lower(), made)
        try:
            os.link(clip.path, target)
        except OSError as error:  # another file system, one without links, or no right to
            reason = error.strerror or type(error).__name__
            copied = self._copied(stem, clip, made)
            return KeptClip(copied, COPIED, f"It was copied, not hard-linked: {reason}")
        with storage_errors(target), suppress(FileNotFoundError):
            sync_folder(target.parent)
        return KeptClip(target, LINKED)

    def _copied(self, stem: str, clip: SourceClip, made: list[Path]) -> Path:
        target = self._place(stem, clip.path.suffix.lower(), made)
        with (
            _opened(clip.path) as source,
            atomic_file(target) as unfinished,
            unfinished.open("wb") as copy,
        ):
            shutil.copyfileobj(source, copy, COPY_CHUNK_BYTES)
        return target

    def _place(self, stem: str, suffix: str, made: list[Path]) -> Path:
        place = self._project.path(f"{CLIPS}/{stem}{suffix}")
        made.append(place)
        return place


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The source's own trouble is MediaError, so that it is not taken for the project's disk."""
    try:
        source = path.open("rb")
    except OSError as error:
        raise MediaError(
            f"{path.name} cannot be read", error.strerror or str(error), "Import it again"
        ) from error
    with source:
        yield source
