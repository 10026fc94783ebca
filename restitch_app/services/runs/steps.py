"""Moves a run on by the rule of `domain.runs`, a row at a time."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.comfy.errors import ComfyError
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import RestitchError, StorageError
from restitch_app.domain.jobs import (
    BecomesCurrent,
    JobProblem,
    JobRecord,
    RegenerationRequest,
)
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import Verdict
from restitch_app.domain.runs import (
    Look,
    Next,
    RunKind,
    RunRecord,
    RunState,
    Step,
    Take,
    Why,
    next_index,
    next_step,
)
from restitch_app.domain.splices import Splice
from restitch_app.domain.versions import Version
from restitch_app.services.actor import ENGINE
from restitch_app.services.chain.order import OrderChange, change_to_note
from restitch_app.services.jobs.deciding import Deciding, rank
from restitch_app.services.project.project import Project
from restitch_app.services.regeneration.asking import Regeneration
from restitch_app.services.review.staleness import Staleness
from restitch_app.services.review.versions import Versions, link_of
from restitch_app.services.runs.words import RUN_PAUSED, reason, run_name, saved

CASCADED, GENERATED = "cascaded", "generated"


class RunSteps:
    """Safe on any thread: a run that somebody else moved meanwhile is left alone."""

    def __init__(
        self,
        project: Project,
        regeneration: Regeneration,
        versions: Versions,
        staleness: Staleness,
        deciding: Deciding,
    ) -> None:
        self._project = project
        self._regeneration = regeneration
        self._versions = versions
        self._staleness = staleness
        self._deciding = deciding

    def advance(self, run_id: int, ctx: JobContext) -> None:
        """As far as it goes now. May ask servers, for seconds at most.

        Raises JobCancelled and JobSuspended from `ctx`, and what may pass: try again later.
        """
        while True:
            ctx.wait(0)
            run = self._project.store.runs.get(run_id)
            jobs = self.jobs_of(run)
            found = next_step(self._look(run, jobs))
            if found.step is Step.WAIT:
                return
            self._carry_out(run, jobs, found, ctx)

    def jobs_of(self, run: RunRecord) -> tuple[JobRecord, ...]:
        """Of its present request."""
        if run.request_id is None:
            return ()
        return self._project.store.jobs.of_request(run.request_id)

    def is_placed(self, run: RunRecord, jobs: Sequence[JobRecord]) -> bool:
        """Whether another version plays at its segment than when it was asked for."""
        current = self._project.store.versions.current_at(run.scene_id, run.at_index)
        return bool(jobs) and current is not None and current.id != jobs[0].previous_segment_id

    def needs_nothing_more(self, run: RunRecord) -> bool:
        """Whether a cascade waits where the frame before came back to what the segment rests on."""
        if run.reason is None or run.reason.code != Why.MOVED or run.at_index == run.first_index:
            return False
        return run.at_index not in self._project.store.versions.stale_indices(run.scene_id)

    def go_past(self, run: RunRecord) -> bool:
        """To the next segment that needs it, or to the end; False where the run has moved."""
        store = self._project.store
        with store.transaction():
            stale = store.versions.stale_indices(run.scene_id)
            index = next_index(run.kind, run.at_index, run.stop_index, stale)
            if index < run.stop_index:
                moved = store.runs.move(
                    run, state=RunState.RUNNING, at_index=index, request_id=None, reason=None
                )
            else:
                moved = self._ended(run)
        self._project.publish(Changes(jobs=True))
        return moved is not None

    def pause(self, run_id: int, problem: JobProblem) -> None:
        """Where something keeps it from going on; not where it has been moved meanwhile."""
        run = self._project.store.runs.get(run_id)
        if run.state is RunState.RUNNING:
            self._halt(run, Step.PAUSE, problem)

    def tell_switches(self, run: RunRecord) -> None:
        """Note in the audit trail what the run made current, so that one step undoes it.

        Call it in the transaction that ends the run.
        """
        store = self._project.store
        before: dict[int, int] = {}
        requests = set()
        for job in store.jobs.of_run(run.id):
            requests.add(job.request_id)
            if job.previous_segment_id is not None:
                before.setdefault(job.sequence_index, job.previous_segment_id)
        switched = []
        for index, old in before.items():
            now = store.versions.current_at(run.scene_id, index)
            if now is not None and now.id != old and now.request_id in requests:
                switched.append([old, now.id])
        detail: dict[str, object] = {
            "run": run.id,
            "name": run_name(run),
            "state": run.state.value,
            "switched": switched,
        }
        added = self._added_by(run) if run.kind is RunKind.GENERATION else ()
        if added:
            detail |= change_to_note(OrderChange(Splice(run.first_index, (), added)))
        about = switched[0][1] if switched else added[0] if added else None
        kind = CASCADED if run.kind is RunKind.CASCADE else GENERATED
        store.events.add(kind, run.created_by, version_id=about, detail=detail)

    def _added_by(self, run: RunRecord) -> tuple[int, ...]:
        """What plays in the places that it added to a scene; none where it began the scene.

        Nothing would be left of a scene whose generation is undone.
        """
        store = self._project.store
        count = store.versions.segment_count(run.scene_id)
        if run.first_index == 0 or count <= run.first_index:
            return ()
        return store.splices.names(run.scene_id)[run.first_index : run.stop_index]

    def _look(self, run: RunRecord, jobs: Sequence[JobRecord]) -> Look:
        store = self._project.store
        takes = tuple(self._take(job) for job in jobs)
        current = store.versions.current_at(run.scene_id, run.at_index)
        is_placed = self.is_placed(run, jobs)
        is_new = bool(jobs) and jobs[0].previous_segment_id is None
        asks = self._project.settings().becomes_current is BecomesCurrent.ASK
        if is_placed and current is not None:
            is_moved = current.stale_root_index == run.at_index and not current.is_seed_chosen
        else:
            has_ended = bool(jobs) and not any(job.state.is_open for job in jobs)
            is_moved = has_ended and self._deciding.before_changed(jobs[0])
        return Look(
            run.state,
            takes,
            is_placed=is_placed,
            placed_passes=current is not None and current.verdict is not Verdict.FAIL,
            is_moved=is_moved,
            # Where nothing played before, a take plays without anybody's choice.
            asks=asks and (is_new or not is_placed),
            on_failed_gate=run.wishes.on_failed_gate,
        )

    def _take(self, job: JobRecord) -> Take:
        made = self._made_by(job)
        if made is None or not made.can_play:
            return Take(job.state)
        return Take(job.state, is_usable=True, passes=made.verdict is not Verdict.FAIL)

    def _made_by(self, job: JobRecord) -> Version | None:
        result = job.result_segment_id
        return None if result is None else self._project.store.versions.get(result)

    def _carry_out(
        self, run: RunRecord, jobs: Sequence[JobRecord], found: Next, ctx: JobContext
    ) -> None:
        match found.step:
            case Step.ASK:
                self._ask(run, ctx)
            case Step.USE:
                self._use_best(run, jobs)
            case Step.ADVANCE:
                self.go_past(run)
            case Step.PAUSE | Step.STOP:
                assert found.why is not None
                plays = self.is_placed(run, jobs)
                faults = self._faults(run, jobs, plays=plays) if found.why is Why.GATE else ()
                told = reason(found.why, run, jobs, plays=plays, faults=faults)
                self._halt(run, found.step, told)
            case Step.WAIT:
                return

    def _faults(self, run: RunRecord, jobs: Sequence[JobRecord], *, plays: bool) -> tuple[str, ...]:
        """What the failed checks say, worst first: of what plays there, else of the best take."""
        store = self._project.store
        judged = store.versions.current_at(run.scene_id, run.at_index) if plays else None
        judged = judged or self._best(jobs)
        report = store.quality.report(judged.id)
        failed = [one for one in report.checks if one.verdict is Verdict.FAIL] if report else []
        return tuple(one.message for one in sorted(failed, key=lambda one: one.score))

    def _best(self, jobs: Sequence[JobRecord]) -> Version:
        """Of those that can play; there is one."""
        made = [version for job in jobs if (version := self._made_by(job)) and version.can_play]
        return min(made, key=rank)

    def request_at(self, run: RunRecord) -> RegenerationRequest:
        """What it asks for at its segment."""
        wishes, index = run.wishes, run.at_index
        count = self._project.store.versions.segment_count(run.scene_id)
        return RegenerationRequest(
            index,
            wishes.parameters_at(index),
            takes=wishes.takes,
            seeds=wishes.seeds_at(index, run.first_index),
            server_url=wishes.server_url,
            workflow_id=wishes.workflow_id,
            is_new_place=run.kind is RunKind.GENERATION and index >= count,
        )

    def _ask(self, run: RunRecord, ctx: JobContext) -> None:
        scene = self._project.store.scenes.get(run.scene_id)
        try:
            settled = self._regeneration.settle(scene, self.request_at(run), ctx)
        except RestitchError as error:
            if may_pass(error):
                raise
            problem = JobProblem(error.code, error.title, error.detail, error.hint)
            self._halt(run, Step.PAUSE, problem)
            return
        self._regeneration.queue(settled, run)

    def _use_best(self, run: RunRecord, jobs: Sequence[JobRecord]) -> None:
        """Although it failed a check, as the run was told to."""
        best = self._best(jobs)
        self._staleness.learn_if_current(run.scene_id, link_of(best), run.at_index)
        store = self._project.store
        with store.transaction():
            if store.runs.move(run, state=run.state) is None:
                return
            replaced = store.versions.current_at(run.scene_id, run.at_index)
            change = self._versions.switch(best)
            detail = {
                "replaced": replaced.id if replaced else None,
                "flagged": len(change.flagged),
            }
            store.events.add("became_current", ENGINE, version_id=best.id, detail=detail)
        index = run.at_index
        self._project.publish(
            Changes(frozenset({index, *change.changed}), frozenset({index - 1, index}), jobs=True)
        )

    def _halt(self, run: RunRecord, step: Step, problem: JobProblem) -> None:
        store = self._project.store
        state = RunState.PAUSED if step is Step.PAUSE else RunState.STOPPED
        with store.transaction():
            halted = store.runs.move(run, state=state, reason=problem)
            if halted is not None and halted.state.is_open:
                detail = {"run": run.id, "name": run_name(run), "reason": problem.title}
                store.events.add(RUN_PAUSED, ENGINE, detail=detail)
            elif halted is not None:
                self.tell_switches(halted)
        self._project.publish(Changes(jobs=True))

    def _ended(self, run: RunRecord) -> RunRecord | None:
        store, after = self._project.store, run.at_index + 1
        moved = store.runs.move(run, state=RunState.DONE, at_index=after, reason=None)
        if moved is None:
            return None
        told = saved(moved)
        if told is not None:
            moved = store.runs.move(moved, reason=told) or moved
        self.tell_switches(moved)
        return moved


def may_pass(error: RestitchError) -> bool:
    """A full disk is emptied, a server comes back: the run goes on by itself then."""
    return isinstance(error, StorageError) or (isinstance(error, ComfyError) and error.retryable)
