"""Where the frames of a view lie: scene frame to file and frame of that file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span, scene_frame_count, segment_ranges
from restitch_app.domain.versions import Version
from restitch_app.services.playback.frames import FrameFault


class Place(NamedTuple):
    file: str
    """Relative to the project folder."""
    frame: int
    """In the file's own count."""


class Places(Protocol):
    def at(self, scene_frame: int) -> Place | FrameFault: ...


class ScenePlaces:
    """What is in the scene now, treatments included."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = tuple(spans)
        self._starts = [span.scene_start for span in spans]

    def at(self, scene_frame: int) -> Place | FrameFault:
        if not 0 <= scene_frame < scene_frame_count(self._spans):
            return FrameFault("The scene has no such frame", f"Frame {scene_frame + 1}")
        span = self._spans[bisect_right(self._starts, scene_frame) - 1]
        return Place(span.file, span.frames.start + scene_frame - span.scene_start)


class VersionPlaces:
    """One version's own file where its segment plays, the scene around it.

    Two versions of a segment seen this way show the same segment frame at every scene frame.
    Treatments of the segment's joins are left aside: they belong to the pair that is current.
    """

    def __init__(self, spans: Sequence[Span], version: Version) -> None:
        self._scene = ScenePlaces(spans)
        self._version = version
        self._range = segment_ranges(spans).get(version.sequence_index, FrameRange(0, 0))
        self._first = first_own_frame(spans, version.sequence_index)

    def at(self, scene_frame: int) -> Place | FrameFault:
        if scene_frame not in self._range:
            return self._scene.at(scene_frame)
        own = scene_frame - self._range.start + self._first
        version = self._version
        if version.purged_at is not None:
            return FrameFault(f"The file of v{version.number} was purged", version.file)
        count = version.facts.frame_count
        if own >= count:
            detail = f"It has {count} frames; the segment in the scene goes on."
            return FrameFault(f"v{version.number} ends before this frame", detail)
        return Place(version.file, own)


def first_own_frame(spans: Sequence[Span], sequence_index: int) -> int:
    """Which frame of its version's file the segment begins with in the scene.

    A patch at its head stands for just as many frames of the file, so those count as shown.
    """
    patched = 0
    for span in spans:
        if span.sequence_index != sequence_index:
            continue
        if not span.is_patch:
            return span.frames.start - patched
        patched += len(span.frames)
    return 0
