"""Try every remedy on a boundary's real frames, and say which helps; see `applying`."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from restitch_app.analysis.arrays import Rgb
from restitch_app.domain.boundaries import Boundary, judge_boundary
from restitch_app.domain.jobs import BridgeSpan
from restitch_app.domain.joins import Decision, Join
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.measuring import join_measures
from restitch_app.services.bridging.generated_frames import GeneratedFrames
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.applying import Applied, RemedyApplying, has_changed, is_a_cut
from restitch_app.services.remedies.choice import compared
from restitch_app.services.remedies.frames import JoinPlace, RemedyFrames, no_room
from restitch_app.services.remedies.loop import SHOWN_FRAMES, Loop, loop_of
from restitch_app.services.remedies.names import COMFY_BRIDGE
from restitch_app.services.remedies.results import RemedyResults, Results
from restitch_app.services.remedies.trial import RemedyTrial, names, recipe_of
from restitch_app.services.remedies.values import (
    Candidate,
    Comparison,
    WhyNot,
)
from restitch_app.smoothing.recipes import Rendered

COMPARED_HEIGHT_PX = 540
"""Larger pictures are compared at this height: they are judged at 360 px, and a remedy looks the
same there, at a fifth of the time and memory of 1080 lines. Applied is what is rendered at full
size, and what is told afterwards is measured on that."""
HELD_PREVIEWS = 4  # some 20 MB each

OnCandidate = Callable[[Candidate], object]


class Remedies:
    """Compares on a pool thread, some seconds a boundary; `known` and `find` cost nothing."""

    def __init__(self, project: Project, boundaries: Boundaries, frames: RemedyFrames) -> None:
        self._project = project
        self._boundaries = boundaries
        self._frames = frames
        self._results = RemedyResults(project)
        self._applying = RemedyApplying(project, boundaries, frames)
        self._lock = threading.Lock()
        self._previews: OrderedDict[tuple[str, str, int | None, str], Loop] = OrderedDict()
        self._generated = GeneratedFrames(project)

    def compare(
        self,
        scene: Scene,
        left_index: int,
        ctx: JobContext,
        on_candidate: OnCandidate | None = None,
        *,
        window: int | None = None,
    ) -> Comparison:
        """Try everything that was not tried on these frames before.

        `on_candidate` is told each one as soon as it is there, on this thread. `window`: one length
        for all, frames a side; None lets each choose. Raises NotFound for no such boundary,
        WrongUse for no such length, MediaError, JobCancelled; what was tried until then is not
        lost.
        """
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.join.decision is Decision.CUT:
            return _declared_cut(boundary)
        place = self._place(boundary.join)
        results = self._results.find(place.key)
        for candidate in _of_length(results, window):
            _tell(on_candidate, self._owned(candidate, place))
        if results is None or self._missing(place, results, window):
            self._try(place, boundary.label, window, ctx, on_candidate)
            self._results.keep(place.key)
            results = self._results.find(place.key)
        assert results is not None, "tried just now"
        return self._compared(boundary, place, results, window)

    def known(self, scene: Scene, left_index: int, ctx: JobContext) -> Comparison | None:
        """The comparison, if everything was tried before; decodes nothing then."""
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.join.decision is Decision.CUT:
            return _declared_cut(boundary)
        place = self._place(boundary.join)
        results = self._results.find(place.key)
        if results is None or self._missing(place, results, None):
            return None
        return self._compared(boundary, place, results, None)

    def by_hand(
        self, scene: Scene, left_index: int, name: str, window: int | None, ctx: JobContext
    ) -> Candidate:
        """One remedy that somebody chose, with a length of their own if they like.

        `window`: frames a side, 1 to 48. Raises WrongUse for a cut, for an unknown name and where
        it does not fit; NotFound, MediaError, JobCancelled.
        """
        recipe_of(name, window)
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.join.decision is Decision.CUT:
            raise is_a_cut(boundary.label)
        place = self._place(boundary.join)
        results = self._results.find(place.key)
        candidate = results.candidates.get((name, window)) if results else None
        if candidate is None:
            ctx.progress(f"Trying remedies for {boundary.label}")
            trial = self._trial(place, ctx)
            candidate = trial.candidate(name, window)
            self._results.add(place.key, trial.untreated, candidate)
        if candidate.refusal is WhyNot.NO_ROOM:
            raise no_room(left_index)
        return self._owned(candidate, place)

    def place(self, scene: Scene, left_index: int, ctx: JobContext) -> JoinPlace:
        """The frames that remedies work on there. Raises WrongUse for a cut, NotFound, MediaError,
        JobCancelled."""
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.join.decision is Decision.CUT:
            raise is_a_cut(boundary.label)
        return self._place(boundary.join)

    def bridged(self, scene: Scene, span: BridgeSpan, ctx: JobContext) -> Candidate:
        """Frames that ComfyUI made for this boundary, judged as every remedy is.

        Raises WrongUse where other frames meet there by now and for a cut; NotFound, MediaError,
        JobCancelled.
        """
        left = self._project.store.versions.get(span.left_id)
        place = self.place(scene, left.sequence_index, ctx)
        if place.key != span.key:
            raise has_changed(f"{left.sequence_index + 1}|{left.sequence_index + 2}")
        results_key = f"{place.key}_{PurePosixPath(span.file).stem}"
        results, name = self._results.find(results_key), (COMFY_BRIDGE, span.window)
        if results is None or name not in results.candidates:
            ctx.progress(f"Measuring the bridge {left.sequence_index + 1}|{place.left_index + 2}")
            trial = self._trial(place, ctx)
            tail, head = trial.sides
            made = self._generated.fitted(span, tail, head, ctx)
            candidate = replace(trial.judged(*name, made), file=span.file)
            results = self._results.add(results_key, trial.untreated, candidate)
            self._results.keep(results_key)
        return self._owned(results.candidates[name], place)

    def preview(self, candidate: Candidate, ctx: JobContext) -> Loop:
        """The frames around the boundary as they would play with it.

        Raises WrongUse where other frames meet there by now, MediaError, JobCancelled.
        """
        key = (candidate.key, candidate.name, candidate.window, candidate.file)
        with self._lock:
            known = self._previews.get(key)
        if known is not None:
            return known
        place = self._place_of(candidate)
        ctx.progress("Preparing the preview")
        rendered = self._rendered(place, candidate, ctx)
        loop = loop_of(rendered.left_frames, rendered.right_frames)
        with self._lock:
            self._previews[key] = loop
            while len(self._previews) > HELD_PREVIEWS:
                self._previews.popitem(last=False)
        return loop

    def preview_untreated(self, scene: Scene, left_index: int, ctx: JobContext) -> Loop:
        """The same without any remedy, to compare with."""
        boundary = self._boundaries.at(scene, left_index, ctx)
        return loop_of(*self._read(self._place(boundary.join), ctx))

    def apply(self, candidate: Candidate, ctx: JobContext) -> Applied:
        """Make it the treatment of the join, and measure what will be exported.

        No version's file changes. A candidate that is not offered is applied all the same: it was
        chosen by somebody who was told. Raises WrongUse for a cut and where other frames meet there
        by now; MediaError, StorageError, JobCancelled: nothing has changed then.
        """
        self._project.check_writable()
        return self._applying.apply(self._place_of(candidate), candidate, ctx)

    def untreated(self, scene: Scene, left_index: int, ctx: JobContext) -> Boundary:
        """The boundary as `remove` would leave it; changes nothing."""
        boundary = self._boundaries.at(scene, left_index, ctx)
        place = self._place(boundary.join)
        join = self._boundaries.with_treatment(place.left, place.right, place.base)
        return judge_boundary(left_index, join, self._project.settings().boundary_policy)

    def remove(self, scene: Scene, left_index: int, ctx: JobContext) -> Boundary:
        """Take the treatment away; only a repeated seed frame stays left out."""
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.join.decision is Decision.CUT:
            raise is_a_cut(boundary.label)
        place = self._place(boundary.join)
        return self._applying.store(place, place.base, {"method": "none", "window": 0})

    def _place_of(self, candidate: Candidate) -> JoinPlace:
        """Where it was tried. Raises WrongUse where other versions or frames meet there by now."""
        versions = self._project.store.versions
        left, right = versions.get(candidate.left_id), versions.get(candidate.right_id)
        join = self._boundaries.measured(left, right)
        place = self._place(join)
        if not (left.is_current and right.is_current) or place.key != candidate.key:
            raise has_changed(f"{left.sequence_index + 1}|{left.sequence_index + 2}")
        if join.decision is Decision.CUT:
            raise is_a_cut(f"{left.sequence_index + 1}|{left.sequence_index + 2}")
        return place

    @property
    def _height(self) -> int:
        return self._project.settings().analysis_height

    def _place(self, join: Join) -> JoinPlace:
        versions = self._project.store.versions
        left, right = versions.get(join.left_id), versions.get(join.right_id)
        repeat = join.measures.repeat if join.measures else 0.0
        return self._frames.place(left, right, self._boundaries.default(left, right, repeat))

    def _read(self, place: JoinPlace, ctx: JobContext) -> tuple[list[Rgb], list[Rgb]]:
        return self._frames.sides(place, COMPARED_HEIGHT_PX, ctx)

    def _rendered(self, place: JoinPlace, candidate: Candidate, ctx: JobContext) -> Rendered:
        if candidate.file:
            return self._generated.rendered(candidate, *self._read(place, ctx), ctx)
        trial = self._trial(place, ctx)
        return trial.rendered(candidate.name, candidate.window, within=SHOWN_FRAMES)

    def _trial(self, place: JoinPlace, ctx: JobContext) -> RemedyTrial:
        return RemedyTrial(place, *self._read(place, ctx), self._height, ctx)

    def _missing(self, place: JoinPlace, results: Results, window: int | None) -> list[str]:
        every = names(results.untreated, drops_repeat=bool(place.base.trim_left))
        return [name for name in every if (name, window) not in results.candidates]

    def _try(
        self,
        place: JoinPlace,
        label: str,
        window: int | None,
        ctx: JobContext,
        on_candidate: OnCandidate | None,
    ) -> None:
        stage = f"Trying remedies for {label}"
        ctx.progress(stage)
        trial = self._trial(place, ctx)
        known = self._results.add(place.key, trial.untreated)
        missing = self._missing(place, known, window)
        for done, name in enumerate(missing):
            ctx.progress(stage, done, len(missing))
            candidate = trial.candidate(name, window)
            self._results.add(place.key, trial.untreated, candidate)
            _tell(on_candidate, self._owned(candidate, place))
        ctx.progress(stage, len(missing), len(missing))

    def _owned(self, candidate: Candidate, place: JoinPlace) -> Candidate:
        """With what its files do not know: whose they are, and how the project judges."""
        predicted = None
        if candidate.figures is not None:
            join = self._boundaries.measured(place.left, place.right)
            assert join.measures is not None
            raw = join.measures.raw or candidate.figures
            foretold = replace(join.undecided(), measures=join_measures(raw, candidate.figures))
            policy = self._project.settings().boundary_policy
            predicted = judge_boundary(place.left_index, foretold, policy).boundary_class
        return replace(
            candidate,
            left_id=place.left.id,
            right_id=place.right.id,
            predicted_class=predicted,
        )

    def _compared(
        self, boundary: Boundary, place: JoinPlace, results: Results, window: int | None
    ) -> Comparison:
        owned = [self._owned(each, place) for each in _of_length(results, window)]
        return compared(boundary, results.untreated, owned)


def _of_length(results: Results | None, window: int | None) -> list[Candidate]:
    if results is None:
        return []
    return [each for (_, length), each in results.candidates.items() if length == window]


def _declared_cut(boundary: Boundary) -> Comparison:
    return Comparison(
        boundary, None, (), None, "It is declared a cut, and cuts are never smoothed.", False
    )


def _tell(on_candidate: OnCandidate | None, candidate: Candidate) -> None:
    if on_candidate is not None:
        on_candidate(candidate)
