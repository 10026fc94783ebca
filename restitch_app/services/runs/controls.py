"""What a person can do about runs: plan, start, pause, continue, end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunKind, RunRecord, RunState, RunWishes
from restitch_app.domain.versions import Picture, Scene, Version
from restitch_app.media.pictures import read_png
from restitch_app.services.actor import current_actor
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.project.project import Project
from restitch_app.services.regeneration.asking import Regeneration, Settled
from restitch_app.services.runs.first_size import FirstSizes, with_size
from restitch_app.services.runs.planning import CascadePlan, Cost, RunPlanning
from restitch_app.services.runs.steps import RunSteps
from restitch_app.services.runs.words import CHOOSE, RUN_PAUSED, paused_by, run_name
from restitch_app.store.errors import Refused

MOST_SEGMENTS = 1000
"""Of one generation: a slip of the finger must not cost a year of a GPU."""
USUAL_RATE = Fraction(16)
"""Until the first clip says what it is, where the workflow does not."""

Tell = Callable[[str], object]


class Runs:
    def __init__(
        self,
        project: Project,
        regeneration: Regeneration,
        scanner: ClipScanner,
        steps: RunSteps,
        sizes: FirstSizes,
    ) -> None:
        self._project = project
        self._regeneration = regeneration
        self._scanner = scanner
        self._steps = steps
        self._sizes = sizes
        self._planning = RunPlanning(project)

    def list(self) -> tuple[RunRecord, ...]:
        """Oldest first."""
        return self._project.store.runs.list()

    def open(self) -> tuple[RunRecord, ...]:
        """Running or paused."""
        return self._project.store.runs.list(open_only=True)

    def get(self, run_id: int) -> RunRecord:
        """Raises NotFound."""
        return self._project.store.runs.get(run_id)

    def open_in(self, scene: Scene) -> RunRecord | None:
        return self._project.store.runs.open_in(scene.id)

    def jobs_at(self, run: RunRecord) -> tuple[JobRecord, ...]:
        """Those that it asked for at the segment it is at."""
        return self._steps.jobs_of(run)

    def made_by(self, run: RunRecord) -> tuple[Version, ...]:
        """Every version that it made, unusable ones too, as they came."""
        results = [job.result_segment_id for job in self._project.store.jobs.of_run(run.id)]
        versions = self._project.store.versions
        return tuple(versions.get(result) for result in results if result is not None)

    def prompts_of(self, run: RunRecord) -> int:
        """How many were sent for it."""
        jobs = self._project.store.jobs.of_run(run.id)
        return sum(job.prompt_id is not None for job in jobs)

    def seconds_left(self, run: RunRecord) -> float | None:
        """At most, by this project's earlier renders; None while none is known, or it is over."""
        if not run.state.is_open:
            return None
        return self._planning.cost(run.left, run.wishes).seconds

    def plan_cascade(
        self, scene: Scene, from_index: int, wishes: RunWishes, servers: int = 1
    ) -> CascadePlan:
        """See `RunPlanning.cascade`."""
        return self._planning.cascade(scene, from_index, wishes, servers)

    def cost(self, segments: int, wishes: RunWishes, servers: int = 1) -> Cost:
        """Of a generation."""
        return self._planning.cost(segments, wishes, servers)

    def cascade(
        self,
        scene: Scene,
        from_index: int,
        wishes: RunWishes,
        ctx: JobContext | None = None,
        tell: Tell | None = None,
    ) -> RunRecord:
        """Begin it; an engine carries it out.

        Asks the servers first whether they can run its first segment, for seconds at most. Raises
        as `Regeneration.settle`, and WrongUse where a run is under way in the scene.
        """
        count = self._project.store.versions.segment_count(scene.id)
        self._settled(scene, RunKind.CASCADE, from_index, wishes, ctx, tell)
        return self._begun(scene, RunKind.CASCADE, from_index, count, wishes, count)

    def extend(
        self,
        scene: Scene,
        segments: int,
        wishes: RunWishes,
        ctx: JobContext | None = None,
        tell: Tell | None = None,
    ) -> RunRecord:
        """Generate so many more segments at the scene's end, the first from its last frame.

        Raises as `cascade`. An empty scene, as a generation leaves it that never got a usable
        take, is begun from its start image again.
        """
        _check_count(segments)
        count = self._project.store.versions.segment_count(scene.id)
        self._settled(scene, RunKind.GENERATION, count, wishes, ctx, tell)
        return self._begun(scene, RunKind.GENERATION, count, count + segments, wishes, count)

    def generate(
        self,
        name: str,
        start_image: Path,
        segments: int,
        wishes: RunWishes,
        ctx: JobContext | None = None,
        tell: Tell | None = None,
    ) -> RunRecord:
        """A new scene of so many segments, the first from that picture, of any size.

        The scene has its shape, as near as the workflow can make it, unless `wishes` give a width
        or height; `tell` gets a sentence of that too. `wishes.workflow_id` becomes the scene's
        workflow. Raises as `cascade`, MediaError for a file that is no picture, Refused where there
        is a scene of that name; nothing is left behind then but the kept picture.
        """
        _check_count(segments)
        if any(scene.name == name for scene in self._project.store.scenes.list()):
            raise Refused(f"There is already a scene named {name}", "", "Choose another name")
        pixels = read_png(start_image)
        picture = self._scanner.keep_picture(pixels)
        draft = Scene(0, name, USUAL_RATE, 2, 2, wishes.workflow_id, picture)
        size_px = pixels.shape[1], pixels.shape[0]
        first = self._sizes.proposed(draft, wishes, start_image.name, size_px)
        if first is not None:
            wishes = with_size(wishes, first)
            if tell is not None:
                tell(first.told)
        settled = self._settled(draft, RunKind.GENERATION, 0, wishes, ctx, tell)
        store = self._project.store
        with store.transaction():
            scene = self._added(draft, settled, picture)
            run = self._added_run(scene, RunKind.GENERATION, 0, segments, wishes)
        self._project.publish(Changes(scene=True, jobs=True))
        return run

    def pause(self, run_id: int) -> RunRecord:
        """After what is being rendered now: that is finished and kept. Idempotent."""
        run = self.get(run_id)
        while run.state is RunState.RUNNING:
            with self._project.store.transaction():
                reason = paused_by(current_actor())
                moved = self._project.store.runs.move(run, state=RunState.PAUSED, reason=reason)
                if moved is not None:
                    self._note(RUN_PAUSED, moved)
            run = moved or self.get(run_id)
        self._project.publish(Changes(jobs=True))
        return run

    def end(self, run_id: int) -> RunRecord:
        """For good, with what is being rendered now. What was made stays. Idempotent."""
        run = self.get(run_id)
        store = self._project.store
        while run.state.is_open:
            with store.transaction():
                moved = store.runs.move(run, state=RunState.CANCELLED, reason=None)
                if moved is not None:
                    for job in self._steps.jobs_of(moved):
                        store.jobs.request_cancel(job.id)
                    self._steps.tell_switches(moved)
            run = moved or self.get(run_id)
        self._project.publish(Changes(jobs=True))
        return run

    def go_on(
        self, run_id: int, wishes: RunWishes | None = None, *, again: bool = False
    ) -> RunRecord:
        """Continue a paused run, with other wishes where given.

        Where another version plays at its segment than when that was asked for, as one that a
        person used, or nothing is stale there any more, it goes on after it, unless `again`; else
        it renders that segment again.
        Raises NotFound, and WrongUse where it is not paused, or a take has to be chosen first.
        """
        run = self.get(run_id)
        if run.state is not RunState.PAUSED:
            raise WrongUse(
                f"{run_name(run)} cannot be continued",
                f"It is {run.state}",
                "Only a paused one can",
            )
        jobs = self._steps.jobs_of(run)
        waits = any(job.state.is_open and not job.cancel_requested for job in jobs)
        is_over_there = self._steps.is_placed(run, jobs) or self._steps.needs_nothing_more(run)
        goes_past = is_over_there and not again and not waits
        is_choice = run.reason is not None and run.reason.code == CHOOSE
        if is_choice and not (goes_past or again or wishes):
            assert run.reason is not None
            raise WrongUse(run.reason.title, run.reason.detail, run.reason.hint)
        store = self._project.store
        with store.transaction():
            moved = store.runs.move(
                run,
                state=RunState.RUNNING,
                reason=None,
                wishes=wishes or run.wishes,
                request_id=run.request_id if goes_past or waits else None,
            )
            if moved is None:
                raise WrongUse(f"{run_name(run)} has moved on meanwhile", "", "Look at it again")
            self._note("run_continued", moved)
            if goes_past:
                self._steps.go_past(moved)
        self._project.publish(Changes(jobs=True))
        return self.get(run_id)

    def _settled(
        self,
        scene: Scene,
        kind: RunKind,
        index: int,
        wishes: RunWishes,
        ctx: JobContext | None,
        tell: Tell | None,
    ) -> Settled:
        """What its first segment would send; raises before anything is written."""
        self._check_alone(scene)
        first = RunRecord(
            0, scene.id, kind, RunState.RUNNING, index, index + 1, index, None, wishes, None,
            "", "", "", None,
        )  # fmt: skip
        return self._regeneration.settle(scene, self._steps.request_at(first), ctx, tell)

    def _begun(
        self,
        scene: Scene,
        kind: RunKind,
        first_index: int,
        stop_index: int,
        wishes: RunWishes,
        count: int,
    ) -> RunRecord:
        """`count`: segments of the scene, as they were counted before the servers were asked."""
        store = self._project.store
        with store.transaction():
            if store.versions.segment_count(scene.id) != count:
                raise WrongUse(
                    f"{scene.name} has another number of segments by now",
                    "Nothing was begun",
                    "Look at the scene again",
                )
            run = self._added_run(scene, kind, first_index, stop_index, wishes)
        self._project.publish(Changes(jobs=True))
        return run

    def _added_run(
        self, scene: Scene, kind: RunKind, first_index: int, stop_index: int, wishes: RunWishes
    ) -> RunRecord:
        """Tells nobody: what is around it may not be written yet."""
        store = self._project.store
        with store.transaction():
            self._check_alone(scene)
            run = store.runs.add(scene.id, kind, first_index, stop_index, wishes, current_actor())
            self._note("run_started", run)
        return run

    def _check_alone(self, scene: Scene) -> None:
        other = self._project.store.runs.open_in(scene.id)
        if other is not None:
            raise WrongUse(
                f"A run is under way in {scene.name}",
                f"{run_name(other)} is {other.state}",
                "Wait for it, or end it first",
            )

    def _added(self, draft: Scene, settled: Settled, picture: Picture) -> Scene:
        """With the measures that the workflow says, until the first clip settles them."""
        told = settled.prepared.shown
        width, height, rate = told.get("width"), told.get("height"), told.get("fps")
        return self._project.store.scenes.add(
            draft.name,
            Fraction(rate).limit_denominator(1001)
            if isinstance(rate, int | float) and rate > 0
            else USUAL_RATE,
            width if isinstance(width, int) else draft.width,
            height if isinstance(height, int) else draft.height,
            workflow_id=draft.workflow_id,
            start_image=picture,
        )

    def _note(self, kind: str, run: RunRecord) -> None:
        detail: dict[str, object] = {"run": run.id, "name": run_name(run)}
        if run.reason is not None:
            detail["reason"] = run.reason.title
        self._project.store.events.add(kind, current_actor(), detail=detail)


def merged(wishes: RunWishes, parameters: dict[str, str | int | float | bool]) -> RunWishes:
    """With these values for every segment from now on, over what was said for single ones."""
    each = {
        index: {key: value for key, value in values.items() if key not in parameters}
        for index, values in wishes.each.items()
    }
    return replace(wishes, parameters={**wishes.parameters, **parameters}, each=each)


def _check_count(segments: int) -> None:
    if not 1 <= segments <= MOST_SEGMENTS:
        raise WrongUse(f"{segments} segments cannot be generated", f"Choose 1 to {MOST_SEGMENTS}")
