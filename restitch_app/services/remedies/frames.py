"""The frames around a join that its remedies work on, and how many of them may be used."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.scale import resized
from restitch_app.analysis.seam import WINDOW_FRAMES
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import UNTREATED, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import (
    ChainClip,
    Span,
    TreatmentsOverlap,
    build_spans,
    segment_ranges,
)
from restitch_app.domain.versions import Version
from restitch_app.media.luma import rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.boundaries.analysis_frames import file_ranges
from restitch_app.services.project.project import Project
from restitch_app.smoothing.lengths import LONGEST_RAMP
from restitch_app.smoothing.methods import Room

FRAMES_A_SIDE = 26
"""Enough to leave out a dozen frames and still see ten pairs, or to stretch twenty frames."""

FRAMES_VERSION = 1
"""Goes up whenever other frames could be handed to a remedy for the same join."""

FileRange = tuple[str, FrameRange]


@dataclass(frozen=True, slots=True)
class JoinPlace:
    """A pair of versions that meet, and what of them a remedy may use."""

    left: Version
    right: Version
    base: Treatment
    """What holds without any remedy."""
    room: Room
    """The most frames that may be changed or left out beyond `base`."""
    tail: tuple[FileRange, ...]
    """Where the last frames of the left are, as exported with `base`; scene order."""
    head: tuple[FileRange, ...]
    key: str
    """By content of the files: the same frames with the same room give the same key."""

    @property
    def left_index(self) -> int:
        return self.left.sequence_index


class RemedyFrames:
    """Decodes; use it on a pool thread."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def place(self, left: Version, right: Version, base: Treatment) -> JoinPlace:
        """Reads a few rows and decodes nothing.

        Raises WrongUse where the treatments beside it leave no frame of a segment.
        """
        chain = self._chain(left, right)
        room = chain.room(base)
        frames = max(FRAMES_A_SIDE, room.left + 1, room.right + 1)
        tail, head = chain.around(base, frames)
        height = self._project.settings().analysis_height
        told = (chain.contents(tail), chain.contents(head), base, room, height, FRAMES_VERSION)
        key = hashlib.sha256(repr(told).encode()).hexdigest()[:24]
        return JoinPlace(left, right, base, room, tail, head, key)

    def sides(
        self, place: JoinPlace, largest_height_px: int | None, ctx: JobContext
    ) -> tuple[list[Rgb], list[Rgb]]:
        """RGB frames of both sides at the left clip's size, or shrunk to this height.

        Raises MediaError, JobCancelled.
        """
        facts = place.left.facts
        width, height = facts.width, facts.height
        if largest_height_px is not None and height > largest_height_px:
            width, height = analysis_size(place.left, largest_height_px)
        return self.read(place.tail, width, height, ctx), self.read(place.head, width, height, ctx)

    def read(
        self, ranges: Sequence[FileRange], width_px: int, height_px: int, ctx: JobContext
    ) -> list[Rgb]:
        """RGB frames at this size. Raises MediaError, JobCancelled."""
        pictures = []
        for file, frames in ranges:
            index = self._project.frame_index(file)
            with open_reader(self._project.path(file), index) as reader:
                for frame in reader.frames(frames.start, frames.stop):
                    ctx.wait(0)
                    pictures.append(resized(rgb(frame), width_px, height_px))
        return pictures

    def window(
        self, place: JoinPlace, treatment: Treatment, ctx: JobContext
    ) -> tuple[list[Rgb], list[Rgb]]:
        """What is judged: twelve frames a side as exported with `treatment`, at analysis size."""
        size = analysis_size(place.left, self._project.settings().analysis_height)
        tail, head = self._chain(place.left, place.right).around(treatment, WINDOW_FRAMES)
        return self.read(tail, *size, ctx), self.read(head, *size, ctx)

    def _chain(self, left: Version, right: Version) -> _Chain:
        store = self._project.store
        first, _ = store.versions.neighbours(left.scene_id, left.sequence_index)
        _, last = store.versions.neighbours(right.scene_id, right.sequence_index)
        before = store.joins.get(first.id, left.id) if first else None
        after = store.joins.get(right.id, last.id) if last else None
        return _Chain(
            first,
            left,
            right,
            last,
            before.treatment if before else UNTREATED,
            after.treatment if after else UNTREATED,
        )


@dataclass(frozen=True, slots=True)
class _Chain:
    """Two segments, the ones beside them, and how these are joined to them."""

    first: Version | None
    left: Version
    right: Version
    last: Version | None
    before: Treatment
    after: Treatment

    def room(self, base: Treatment) -> Room:
        """Half of a segment at most, so that the other boundary has as much; and only frames that
        no other treatment uses, one of which stays as it is."""
        return Room(
            _free(self.left.facts.frame_count, base.left_taken, self.before.right_taken),
            _free(self.right.facts.frame_count, base.right_taken, self.after.left_taken),
        )

    def around(
        self, treatment: Treatment, frames: int
    ) -> tuple[tuple[FileRange, ...], tuple[FileRange, ...]]:
        """Where up to `frames` frames of either segment are, as exported with this treatment."""
        spans = self._spans(treatment)
        ranges = segment_ranges(spans)
        position = 1 if self.first else 0
        seam = ranges[position + 1].start
        tail = FrameRange(max(ranges[position].start, seam - frames), seam)
        head = FrameRange(seam, min(ranges[position + 1].stop, seam + frames))
        return tuple(file_ranges(spans, tail)), tuple(file_ranges(spans, head))

    def contents(self, ranges: Sequence[FileRange]) -> list[tuple[str, int, int]]:
        """The same by what is in the files; the name of a patch stands for its content."""
        hashes = {self.left.file: self.left.file_sha256, self.right.file: self.right.file_sha256}
        return [(hashes.get(file, file), frames.start, frames.stop) for file, frames in ranges]

    def _spans(self, treatment: Treatment) -> tuple[Span, ...]:
        treatments = {(self.left.id, self.right.id): treatment}
        if self.first:
            treatments[(self.first.id, self.left.id)] = self.before
        if self.last:
            treatments[(self.right.id, self.last.id)] = self.after
        clips = [
            ChainClip.of(version)
            for version in (self.first, self.left, self.right, self.last)
            if version is not None
        ]
        try:
            return build_spans(clips, treatments)
        except TreatmentsOverlap as error:
            raise no_room(self.left.sequence_index) from error


def no_room(left_index: int) -> WrongUse:
    return WrongUse(
        "The remedy needs more frames than there are",
        f"Segments {left_index + 1} and {left_index + 2} are too short, or the boundary on their "
        "other side uses the same frames",
        "Choose a smaller window",
    )


def _free(count: int, own: int, taken: int) -> int:
    return max(0, min(LONGEST_RAMP, count // 2 - own, count - own - taken - 1))


def analysis_size(version: Version, height_px: int) -> tuple[int, int]:
    """Width and height of its frames at the analysis height; see `analysis.scale`."""
    facts = version.facts
    return max(2, 2 * round(facts.width * height_px / facts.height / 2)), height_px
