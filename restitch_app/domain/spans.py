"""The one list of spans that the player shows, the measures read and the export writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import UNTREATED, Treatment
from restitch_app.domain.versions import Version


@dataclass(frozen=True, slots=True)
class ChainClip:
    """A current version as the span list needs it."""

    version_id: int
    file: str
    """Relative to the project folder."""
    frame_count: int

    @classmethod
    def of(cls, version: Version) -> ChainClip:
        return cls(version.id, version.file, version.facts.frame_count)


@dataclass(frozen=True, slots=True)
class Span:
    """Consecutive frames of one file that play one after another."""

    file: str
    frames: FrameRange
    """In the file's own count."""
    sequence_index: int
    """The segment these frames stand for."""
    is_patch: bool
    scene_start: int
    """Scene frame at which the span begins."""

    @property
    def scene_stop(self) -> int:
        return self.scene_start + len(self.frames)


class TreatmentsOverlap(ValueError):
    """The treatments at the two ends of a segment would use the same frames."""

    def __init__(self, sequence_index: int) -> None:
        super().__init__(f"treatments overlap in segment {sequence_index + 1}")
        self.sequence_index = sequence_index


def build_spans(
    chain: Sequence[ChainClip], treatments: Mapping[tuple[int, int], Treatment]
) -> tuple[Span, ...]:
    """Spans of the whole chain, in scene order; empty ranges are left out.

    `treatments` by (left version id, right version id); a pair that is missing is untreated.
    Raises TreatmentsOverlap when a segment's two joins claim the same frame or leave none.
    """
    joins = [
        treatments.get((left.version_id, right.version_id), UNTREATED)
        for left, right in pairwise(chain)
    ]
    spans: list[Span] = []
    scene_frame = 0

    def add(file: str, start: int, stop: int, sequence_index: int, is_patch: bool) -> None:
        nonlocal scene_frame
        if stop > start:
            frames = FrameRange(start, stop)
            spans.append(Span(file, frames, sequence_index, is_patch, scene_frame))
            scene_frame += len(frames)

    for index, clip in enumerate(chain):
        before = joins[index - 1] if index > 0 else UNTREATED
        after = joins[index] if index < len(joins) else UNTREATED
        start, stop = before.right_taken, clip.frame_count - after.left_taken
        kept = clip.frame_count - before.trim_right - after.trim_left
        if start > stop or kept < 1:
            raise TreatmentsOverlap(index)
        if before.patch:
            left = before.patch.left_frames
            add(before.patch.file, left, left + before.patch.right_frames, index, is_patch=True)
        add(clip.file, start, stop, index, is_patch=False)
        if after.patch:
            add(after.patch.file, 0, after.patch.left_frames, index, is_patch=True)
    return tuple(spans)


def sliced(spans: Sequence[Span], frames: FrameRange) -> tuple[Span, ...]:
    """Only these scene frames, counted from the first of them. Frames that are not there are none
    of them."""
    kept = []
    for span in spans:
        start, stop = max(span.scene_start, frames.start), min(span.scene_stop, frames.stop)
        if start < stop:
            offset = span.frames.start - span.scene_start
            inside = FrameRange(start + offset, stop + offset)
            kept.append(replace(span, frames=inside, scene_start=start - frames.start))
    return tuple(kept)


def scene_frame_count(spans: Sequence[Span]) -> int:
    return spans[-1].scene_stop if spans else 0


def segment_ranges(spans: Sequence[Span]) -> dict[int, FrameRange]:
    """Scene frames that each segment (by sequence index) covers."""
    ranges: dict[int, FrameRange] = {}
    for span in spans:
        known = ranges.get(span.sequence_index)
        start = known.start if known else span.scene_start
        ranges[span.sequence_index] = FrameRange(start, span.scene_stop)
    return ranges
