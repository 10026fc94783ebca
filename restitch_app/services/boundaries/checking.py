"""Measures boundaries on the frames that the export will hold, and judges them by the policy."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.seam import (
    SEAM_MEASURE_VERSION,
    WINDOW_FRAMES,
    SeamPicture,
    measure_seam,
)
from restitch_app.domain.boundaries import JUST_VISIBLE, Boundary, judge_boundary
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import MediaError, NotFound
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import FROM_SEED_FRAME, UNTREATED, Join, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.seams import Channel, SeamFigures
from restitch_app.domain.spans import (
    ChainClip,
    Span,
    TreatmentsOverlap,
    build_spans,
    scene_frame_count,
    segment_ranges,
)
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.actor import ENGINE
from restitch_app.services.boundaries.analysis_frames import AnalysisFrames
from restitch_app.services.boundaries.measuring import figures_of, join_measures
from restitch_app.services.project.project import Project

Window: TypeAlias = tuple[list[Gray], list[Gray]]
"""Pictures before and after a boundary, both in scene order."""

HELD_PAIRS = 72
"""Three boundaries' worth, some 35 MB of flow at 360 lines: one and its treatments."""

DROP_REPEAT = Treatment("drop_repeat", trim_left=1)
"""The cut tail leaves the left clip's earlier packets intact; a cut head would lose a key frame."""


class Boundaries:
    def __init__(self, project: Project, frames: AnalysisFrames) -> None:
        self._project = project
        self._frames = frames
        self._pairs = PairCache(held=HELD_PAIRS)

    def check(
        self, scene: Scene, ctx: JobContext, only: Collection[int] | None = None
    ) -> list[Boundary]:
        """Boundaries in scene order, measured where that was not done yet.

        `only`: sequence indices of left segments; None for the whole scene. Costs nothing for pairs
        of versions that were measured before.
        """
        chain = self._project.store.versions.current(scene.id)
        pairs = [
            (index, left, right)
            for index, (left, right) in enumerate(pairwise(chain))
            if only is None or index in only
        ]
        known = self._project.store.joins.for_scene(scene.id)
        policy = self._project.settings().boundary_policy
        boundaries = []
        for done, (index, left, right) in enumerate(pairs):
            ctx.progress("Checking boundaries", done, len(pairs))
            join = known.get((left.id, right.id))
            if join is None or not _is_fresh(join):
                join = self.measured(left, right)
            boundaries.append(judge_boundary(index, join, policy))
        return boundaries

    def known(self, scene: Scene) -> list[Boundary]:
        """All boundaries as they stand; unmeasured ones have no class. Decodes nothing."""
        policy = self._project.settings().boundary_policy
        joins = self._project.store.joins.for_scene(scene.id)
        chain = self._project.store.versions.chain_clips(scene.id)
        return [
            judge_boundary(
                index,
                joins.get((left.version_id, right.version_id))
                or Join(left.version_id, right.version_id, None),
                policy,
            )
            for index, (left, right) in enumerate(pairwise(chain))
        ]

    def renew(self, ctx: JobContext) -> None:
        """Measure again what only an older measure looked at, in every scene of the project.

        Meant for the background: files of an earlier release open at once and are judged anew
        bit by bit. Boundaries that were never measured stay so; a project that is only read stays
        as it is. A clip that cannot be read stops nothing: its MediaError is raised at the end.
        """
        if self._project.is_read_only:
            return
        unreadable: MediaError | None = None
        for scene in self._project.store.scenes.list():
            outdated = [
                boundary.left_index
                for boundary in self.known(scene)
                if boundary.join.measures is not None and not _is_fresh(boundary.join)
            ]
            chain = self._project.store.versions.current(scene.id) if outdated else ()
            for done, index in enumerate(outdated):
                ctx.progress("Checking boundaries", done, len(outdated))
                try:
                    self.measured(chain[index], chain[index + 1])
                except MediaError as error:
                    unreadable = unreadable or error
        if unreadable is not None:
            raise unreadable

    def at(self, scene: Scene, left_index: int, ctx: JobContext) -> Boundary:
        """Raises NotFound where no boundary follows that segment."""
        found = self.check(scene, ctx, only={left_index})
        if not found:
            place = f"after segment {left_index + 1}" if left_index >= 0 else "before segment 1"
            raise NotFound(
                f"There is no boundary {place}",
                f"{scene.name} has {self._project.store.versions.segment_count(scene.id)} segments",
                "Choose a segment that has a neighbour on that side",
            )
        return found[0]

    def measured(self, left: Version, right: Version) -> Join:
        """The pair's join with measures; new ones get the default treatment of a repeated frame."""
        join = self._project.store.joins.get(left.id, right.id)
        if join and _is_fresh(join):
            return join
        raw = self._measure(left, right, UNTREATED)
        # What was carried over from a segment that was split is treated, and measured here.
        keeps = join is not None and (join.measures is not None or join.treatment != UNTREATED)
        repeat = raw.channels.get(Channel.REPEAT, 0.0)
        treatment = join.treatment if join and keeps else self.default(left, right, repeat)
        treated = self._measure(left, right, treatment) if treatment != UNTREATED else raw
        known = join or Join(
            left.id, right.id, None, is_chained=right.seed_from_version_id == left.id
        )
        now = replace(known, measures=join_measures(raw, treated), treatment=treatment)
        return self._first_measured(now, left.sequence_index)

    def check_again(self, scene: Scene, left_index: int, ctx: JobContext) -> Boundary:
        """Decoded and measured anew, whatever is known; treatment and decision stay.

        Raises NotFound where no boundary follows that segment, MediaError.
        """
        known = self.at(scene, left_index, ctx).join
        left = self._project.current(scene, left_index)
        right = self._project.current(scene, left_index + 1)
        patch = known.treatment.patch
        for file in (left.file, right.file, *([patch.file] if patch else [])):
            self._frames.forget(file)
        raw = self._measure(left, right, UNTREATED)
        treated = raw
        if known.treatment != UNTREATED:
            treated = self._measure(left, right, known.treatment)
        store = self._project.store
        with store.transaction():
            now = store.joins.get(known.left_id, known.right_id)
            if now is not None and now.treatment == known.treatment:
                known = self.save(replace(now, measures=join_measures(raw, treated)), ENGINE)
        self.tell(left_index)
        return judge_boundary(left_index, known, self._project.settings().boundary_policy)

    def check_all_again(
        self, scene: Scene, ctx: JobContext, first: int | None = None
    ) -> list[Boundary]:
        """The same for every boundary of the scene, in scene order; `first` is measured first."""
        count = self._project.store.versions.segment_count(scene.id) - 1
        found: dict[int, Boundary] = {}
        for left_index in sorted(range(count), key=lambda index: index != first):
            ctx.progress("Checking boundaries", len(found), count)
            found[left_index] = self.check_again(scene, left_index, ctx)
        return [found[left_index] for left_index in range(count)]

    def _first_measured(self, join: Join, left_index: int) -> Join:
        """Store it, unless somebody else measured the pair meanwhile and may have treated it."""
        store = self._project.store
        with store.transaction():
            known = store.joins.get(join.left_id, join.right_id)
            if known and _is_fresh(known):
                return known
            stored = self.save(join, ENGINE)
        self.tell(left_index)
        return stored

    def with_treatment(self, left: Version, right: Version, treatment: Treatment) -> Join:
        """The join as it would be exported with this treatment: measured, not yet stored."""
        known = self.measured(left, right)
        assert known.measures is not None
        assert known.measures.raw is not None
        treated = self._measure(left, right, treatment)
        return known.treated(treatment, join_measures(known.measures.raw, treated))

    def as_it_is(self, left: Version, right: Version) -> Join:
        """The pair with no treatment at all: measured, not yet stored."""
        raw = self._measure(left, right, UNTREATED)
        return Join(left.id, right.id, join_measures(raw, raw))

    def inside(self, file: str, frame: int, frame_count: int) -> SeamFigures:
        """Figures of a place inside one clip, before `frame` (from 0): as if two clips met there.

        Raises MediaError.
        """
        span = Span(file, FrameRange(0, frame_count), 0, is_patch=False, scene_start=0)
        height = self._project.settings().analysis_height
        before = FrameRange(max(0, frame - WINDOW_FRAMES), frame)
        after = FrameRange(frame, min(frame_count, frame + WINDOW_FRAMES))
        return figures_of(
            measure_seam(
                self._frames.pictures([span], before, height),
                self._frames.pictures([span], after, height),
                cache=self._pairs,
            ),
            1.0,
        )

    def without_remedy(self, scene: Scene, left_index: int) -> Join:
        """The boundary's join as it is before anybody smooths it: measured, not yet stored."""
        left = self._project.current(scene, left_index)
        right = self._project.current(scene, left_index + 1)
        known = self.measured(left, right)
        assert known.measures is not None
        assert known.measures.raw is not None
        treatment = self.default(left, right, known.measures.repeat)
        return self.with_treatment(left, right, treatment)

    def save(self, join: Join, by: str) -> Join:
        """Store the join, and its SSIM with the two versions that meet there; as it is stored.

        Call it inside a transaction, and `tell` after that: who is told reads what is committed.
        """
        assert join.measures is not None
        stored = self._project.store.joins.save(join, by)
        self._note_ssim(stored)
        return stored

    def tell(self, left_index: int) -> None:
        """Let everybody know that the boundary after this segment was saved."""
        self._project.publish(
            Changes(
                segments=frozenset({left_index, left_index + 1}), boundaries=frozenset({left_index})
            )
        )

    def rejoin(self, left: Version, right: Version) -> Join | None:
        """Take up what is known of a pair that meets now. Call inside a transaction.

        Returns the join as it was, where its treatment had to be set aside; else None.

        A treatment that needs frames which the treatment on a segment's other side uses by now is
        set aside; the boundary is then measured again when it is next looked at.
        """
        store = self._project.store
        join = store.joins.get(left.id, right.id)
        if join is None:
            self._note_ssim(Join(left.id, right.id, None))  # what was noted is another pair's
            return None
        set_aside = None if self.fits(left, right, join.treatment) else join
        if set_aside is not None:
            join = Join(left.id, right.id, None)
            store.joins.save(join, ENGINE)
            store.events.add("treatment_set_aside", ENGINE, join=(left.id, right.id))
        self._note_ssim(join)
        return set_aside

    def _note_ssim(self, join: Join) -> None:
        """Copy the join's SSIM into both versions' rows, where the other one is current."""
        versions = self._project.store.versions
        left, right = versions.get(join.left_id), versions.get(join.right_id)
        ssim = join.measures.ssim if join.measures else None
        if right.is_current:
            versions.set_boundary_ssim(left.id, after=ssim)
        if left.is_current:
            versions.set_boundary_ssim(right.id, before=ssim)

    def window(self, left: Version, right: Version, treatment: Treatment, frames: int) -> Window:
        """Up to `frames` pictures on each side of the boundary, as the export will hold them."""
        spans, before, after = _around(left, right, treatment, frames)
        height = self._project.settings().analysis_height
        return (
            self._frames.lumas(spans, before, height)[-frames:],
            self._frames.lumas(spans, after, height)[:frames],
        )

    def pictures(
        self, left: Version, right: Version, treatment: Treatment, frames: int
    ) -> tuple[list[SeamPicture], list[SeamPicture]]:
        """The same with colour, as `analysis.seam` takes them."""
        spans, before, after = _around(left, right, treatment, frames)
        height = self._project.settings().analysis_height
        return (
            self._frames.pictures(spans, before, height)[-frames:],
            self._frames.pictures(spans, after, height)[:frames],
        )

    def _measure(self, left: Version, right: Version, treatment: Treatment) -> SeamFigures:
        before, after = self.pictures(left, right, treatment, WINDOW_FRAMES)
        scale = right.facts.height / self._project.settings().analysis_height
        return figures_of(measure_seam(before, after, cache=self._pairs), scale)

    def default(self, left: Version, right: Version, repeat: float) -> Treatment:
        """What holds without any remedy: a repeated frame is left out, where that can be.

        `repeat`: strength of the repeat in the files, see `JoinMeasures`.
        """
        if right.seed_back and right.seed_from_version_id == left.id:
            return self._to_the_seed_frame(left, right)
        if repeat < JUST_VISIBLE or not self._project.settings().trim_repeats:
            return UNTREATED
        return DROP_REPEAT if self.fits(left, right, DROP_REPEAT) else UNTREATED

    def _to_the_seed_frame(self, left: Version, right: Version) -> Treatment:
        """Made from an earlier frame of the left version: what comes after that one is left out,
        and it too where the right version begins by repeating it."""
        treatment = Treatment(FROM_SEED_FRAME, trim_left=right.seed_back)
        if not self.fits(left, right, treatment):
            return UNTREATED
        repeat = self._measure(left, right, treatment).channels.get(Channel.REPEAT, 0.0)
        if repeat < JUST_VISIBLE or not self._project.settings().trim_repeats:
            return treatment
        dropped = Treatment(FROM_SEED_FRAME, trim_left=right.seed_back + 1)
        return dropped if self.fits(left, right, dropped) else treatment

    def fits(self, left: Version, right: Version, treatment: Treatment) -> bool:
        """Whether the treatment leaves the frames alone that the neighbouring joins use."""
        store = self._project.store
        before, _ = store.versions.neighbours(left.scene_id, left.sequence_index)
        _, after = store.versions.neighbours(right.scene_id, right.sequence_index)
        chain = [version for version in (before, left, right, after) if version is not None]
        treatments = {(left.id, right.id): treatment}
        for first, second in ((before, left), (right, after)):
            if first and second and (join := store.joins.get(first.id, second.id)):
                treatments[(first.id, second.id)] = join.treatment
        try:
            build_spans([ChainClip.of(version) for version in chain], treatments)
        except TreatmentsOverlap:
            return False
        return True


def _is_fresh(join: Join) -> bool:
    return join.measures is not None and join.measures.version == SEAM_MEASURE_VERSION


def _around(
    left: Version, right: Version, treatment: Treatment, frames: int
) -> tuple[Sequence[Span], FrameRange, FrameRange]:
    """The pair as it will be exported, and the scene frames before and after its boundary.

    One more a side than asked: leaving out a repeated frame moves the window by one, and the same
    stretch is not decoded twice.
    """
    spans = build_spans([ChainClip.of(left), ChainClip.of(right)], {(left.id, right.id): treatment})
    seam = segment_ranges(spans)[1].start
    before = FrameRange(max(0, seam - frames - 1), seam)
    return spans, before, FrameRange(seam, min(scene_frame_count(spans), seam + frames + 1))
