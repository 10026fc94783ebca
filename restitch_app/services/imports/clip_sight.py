"""Frames of one clip that is no project's yet, to look at while it is cut."""

from __future__ import annotations

import threading
from collections.abc import Collection
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.progress import JobContext
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.services.imports.clip_look import pictures_of
from restitch_app.services.imports.source_clips import SourceClip, whole_clip
from restitch_app.services.playback.thumbnails import Thumbnail


class ClipSight:
    """Any thread; the file is gone through once."""

    def __init__(self, path: Path, picture_rate: Fraction | None = None) -> None:
        self._path, self._picture_rate = path, picture_rate
        self._lock = threading.Lock()
        self._known: tuple[SourceClip, FrameIndex | None] | None = None

    def pictures(
        self, frames: Collection[int], height_px: int, ctx: JobContext
    ) -> dict[int, Thumbnail]:
        """By frame, from 0, no higher than `height_px`. Raises MediaError, JobCancelled."""
        clip, index = self._opened()
        wanted = sorted(frames)
        return dict(zip(wanted, pictures_of(clip, wanted, height_px, index, ctx), strict=True))

    def _opened(self) -> tuple[SourceClip, FrameIndex | None]:
        with self._lock:
            if self._known is None:
                clip = whole_clip(self._path, self._picture_rate)
                index = None if clip.is_of_pictures else build_index(self._path)
                self._known = clip, index
            return self._known
