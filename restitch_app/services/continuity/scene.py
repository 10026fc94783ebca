"""Similarity of every neighbouring pair of a scene, as it will be exported."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.natural_band import PERCENTILES
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.drift import Quantity, SegmentTone
from restitch_app.domain.errors import MediaError, StorageError
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span, scene_frame_count
from restitch_app.domain.versions import Scene
from restitch_app.media.atomic import storage_errors
from restitch_app.services.boundaries.analysis_frames import AnalysisFrames
from restitch_app.services.boundaries.seam_values import Seam, SeamValues
from restitch_app.services.continuity.clip_curves import ClipCurves, MeasuredClip
from restitch_app.services.continuity.scene_curve import Piece, SceneCurve
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.project.project import Project

STAGE = "Comparing frames"
HELD_HASHES = 4096

Turn = Callable[[], object]
"""Called before each frame; it waits while something else is more urgent."""
Batch = tuple[Piece, ...]
Pictures = Mapping[tuple[str, int], Gray]
"""By file and frame."""
_Key = tuple[int, bool]
"""Scene frame at which a span begins, and whether the seam there is meant or the span itself."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A span with what its file holds."""

    span: Span
    clip: MeasuredClip

    @property
    def ends(self) -> tuple[int, int]:
        return self.span.frames.start, self.span.frames.stop - 1


class SceneContinuity:
    """Decodes a file once in its life; then only what a fix changed. Safe on any thread."""

    def __init__(self, project: Project, frames: AnalysisFrames) -> None:
        self._project = project
        self._frames = frames
        self._curves = ClipCurves(project)
        self._seams = SeamValues(project)
        self._patch_hash = lru_cache(maxsize=HELD_HASHES)(self._hashed)

    def known(self, scene: Scene) -> SceneCurve:
        """What is known by now. Decodes nothing."""
        spans = self._project.spans(scene)
        curve = SceneCurve(scene_frame_count(spans))
        curve.fill(self._known(self._places(scene, spans), self._height()).values())
        curve.summarised()
        return curve

    def measured(self, scene: Scene, ctx: JobContext) -> SceneCurve:
        """All of it. Blocks for as long as decoding what is new takes; cancelling keeps what is
        measured. Files that cannot be read stay gaps.
        """
        spans = self._project.spans(scene)
        curve = SceneCurve(scene_frame_count(spans))
        for batch in self.batches(scene, spans, ctx):
            curve.fill(batch)
        curve.summarised()
        return curve

    def batches(
        self, scene: Scene, spans: Sequence[Span], ctx: JobContext, turn: Turn | None = None
    ) -> Generator[Batch, None, None]:
        """First, in one batch, what is known; then what is measured, file by file in scene order.

        `spans`: the scene's, in whose frames the pieces are counted. Meant for a thread that nobody
        waits for. Raises JobCancelled.
        """
        places, height = self._places(scene, spans), self._height()
        known = self._known(places, height)
        yield tuple(known.values())
        try:
            yield from self._missing(places, height, known.keys(), ctx, turn or (lambda: None))
        finally:
            self._seams.keep()

    def _height(self) -> int:
        return self._project.settings().analysis_height

    def _places(self, scene: Scene, spans: Sequence[Span]) -> list[_Place]:
        clips = {
            one.file: MeasuredClip(one.file, one.file_sha256, one.facts.frame_count)
            for one in self._project.store.versions.current(scene.id)
        }
        places = []
        for span in spans:
            clip = clips.get(span.file) or self._patch(span.file)
            if clip is not None:
                places.append(_Place(span, clip))
        return places

    def _patch(self, file: str) -> MeasuredClip | None:
        """None where it is missing or damaged: a gap, like that of a clip."""
        try:
            return MeasuredClip(file, self._patch_hash(file), len(self._project.frame_index(file)))
        except (MediaError, StorageError):
            return None

    def _hashed(self, file: str) -> str:
        path = self._project.path(file)
        with storage_errors(path):
            return file_sha256(path)

    def _known(self, places: Sequence[_Place], height: int) -> dict[_Key, Piece]:
        found = {}
        for place in places:
            rows = self._curves.known(place.clip, height)
            if rows is not None:
                found[_inside(place)] = _piece(place, rows)
        for left, right in _meeting(places):
            similarity = self._seams.find(_seam(left, right, height))
            if similarity is not None:
                found[_at_start(right)] = _seam_piece(right, similarity)
        return found

    def _missing(
        self,
        places: Sequence[_Place],
        height: int,
        known: Set[_Key],
        ctx: JobContext,
        turn: Turn,
    ) -> Iterator[Batch]:
        """`known`: of the pieces that were told already."""
        todo = [place for place in places if _inside(place) not in known]
        total = sum({place.clip.sha256: place.clip.frame_count for place in todo}.values())
        done = 0

        def before_frame() -> None:
            nonlocal done
            ctx.progress(STAGE, min(done, total), total)
            turn()
            done += 1

        before: _Place | None = None
        ends: dict[tuple[str, int], Gray] = {}
        for place in places:
            ends = {key: one for key, one in ends.items() if before and key[0] == before.clip.file}
            pieces = []
            if _inside(place) not in known:
                pieces += self._of_file(place, height, before_frame, ends)
            is_met = before is not None and before.span.scene_stop == place.span.scene_start
            if before is not None and is_met and _at_start(place) not in known:
                pieces += self._of_seam(before, place, height, ctx, ends)
            if pieces:
                yield tuple(pieces)
            before = place

    def _of_file(
        self,
        place: _Place,
        height: int,
        before_frame: Callable[[], object],
        ends: dict[tuple[str, int], Gray],
    ) -> list[Piece]:
        """Nothing where the file cannot be read."""
        rows = self._curves.known(place.clip, height)  # its other part, or a copy, came before
        if rows is None:
            try:
                rows, pictures = self._curves.measured(place.clip, height, before_frame, place.ends)
            except MediaError:  # the scene has a gap there; the timeline says what is damaged
                return []
            ends.update({(place.clip.file, frame): one for frame, one in pictures.items()})
        return [_piece(place, rows)]

    def _of_seam(
        self, left: _Place, right: _Place, height: int, ctx: JobContext, ends: Pictures
    ) -> list[Piece]:
        seam = _seam(left, right, height)
        similarity = self._seams.find(seam)
        if similarity is not None:
            return [_seam_piece(right, similarity)]
        ctx.progress(STAGE)
        try:
            before = self._picture(left.clip.file, left.ends[1], height, ends)
            after = self._picture(right.clip.file, right.ends[0], height, ends)
        except MediaError:
            return []
        similarity = ssim(before, after)
        self._seams.add(seam, similarity)
        return [_seam_piece(right, similarity)]

    def _picture(self, file: str, frame: int, height: int, ends: Pictures) -> Gray:
        found = ends.get((file, frame))
        if found is not None:
            return found
        return self._frames.of_file(file, FrameRange(frame, frame + 1), height)[0]


def _inside(place: _Place) -> _Key:
    return place.span.scene_start, False


def _at_start(place: _Place) -> _Key:
    return place.span.scene_start, True


def _meeting(places: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    for left, right in pairwise(places):
        if left.span.scene_stop == right.span.scene_start:
            yield left, right


def _seam(left: _Place, right: _Place, height: int) -> Seam:
    return Seam(left.clip.sha256, left.ends[1], right.clip.sha256, right.ends[0], height)


def _seam_piece(right: _Place, similarity: float) -> Piece:
    return Piece(right.span.scene_start - 1, np.array([similarity], dtype=np.float32))


def _piece(place: _Place, rows: Floats) -> Piece:
    span = place.span
    used = rows[span.frames.start : span.frames.stop]
    tone = None if span.is_patch else _tone(span.sequence_index, used[:, 1:])
    return Piece(span.scene_start, used[1:, 0].copy(), tone)


def _tone(sequence_index: int, figures: Floats) -> SegmentTone:
    low, middle, high = np.percentile(figures, PERCENTILES, axis=0)
    return SegmentTone(
        sequence_index,
        {one: float(value) for one, value in zip(Quantity, middle, strict=True)},
        {one: float(value) for one, value in zip(Quantity, high - low, strict=True)},
    )
