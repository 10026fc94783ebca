"""Gives jobs that any server will do to servers. Servers are asked on a thread of its own."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from statistics import median

from restitch_app.comfy.errors import ComfyError, NodeOrModelMissing
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.preflight import preflight
from restitch_app.domain.bindings import InputName
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import JobCancelled, RestitchError
from restitch_app.domain.jobs import JobProblem, JobRecord, JobState
from restitch_app.domain.preflight import ProblemKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER, Server, ServerState
from restitch_app.services.dispatch import Waiting, give_out, place_of, reasons_against
from restitch_app.services.project import Project
from restitch_app.services.server_keys import KeyringTrouble
from restitch_app.services.server_status import sentence_of
from restitch_app.services.servers import ServerList

log = logging.getLogger(__name__)

LOOK_EVERY_S = 3.0
"""Between two rounds of questions while jobs wait for a server."""
STALE_AFTER_S = 12.0
"""What servers said longer ago decides nothing."""
AWAY_S = 6.0
"""A server that failed a job gets no other for so long, whatever it says of itself."""
ASK_NODES_AGAIN_S = 20.0
"""What a server lacks is believed for so long, then its node types are asked for anew."""
END_GRACE_S = 0.5
UNPLACED = "Waiting for a free server"


@dataclass(frozen=True, slots=True)
class Round:
    """What became of the jobs that wait for any server."""

    given: Mapping[int, str] = field(default_factory=dict)
    """Server by job id."""
    refused: tuple[tuple[JobRecord, JobProblem], ...] = ()
    """Every server answers, and none can run them."""


@dataclass(frozen=True)
class _Answers:
    """What was found out in one round."""

    at: float
    states: tuple[ServerState, ...] = ()
    problems: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """By job id and address: why a server that answers would refuse the job."""

    def knows(self, jobs: Iterable[JobRecord], servers: Iterable[Server]) -> bool:
        """False also where the list of servers was changed since."""
        asked = tuple(state.server for state in self.states)
        return asked == tuple(servers) and all(job.id in self.problems for job in jobs)


_NOTHING_KNOWN = _Answers(at=float("-inf"))


class Dispatching:
    """`look` and `stop` are for the engine's thread, `take_back` for any worker's."""

    def __init__(self, project: Project, servers: ServerList) -> None:
        self._project = project
        self._servers = servers
        self._lock = threading.Lock()
        self._answers = _NOTHING_KNOWN
        self._thread: threading.Thread | None = None
        self._ctx = JobContext()
        self._away_until: dict[str, tuple[float, str]] = {}
        self._refused: dict[int, dict[str, str]] = {}
        self._checked: dict[tuple[str, str], tuple[NodeTypes, str]] = {}
        self._nodes_asked_at: dict[str, float] = {}

    def look(self, open_jobs: Sequence[JobRecord], recall: Callable[[JobRecord], object]) -> Round:
        """Which jobs go where now; notes on the others why they wait.

        `recall` is called for a job that waits behind a server which is away. Never blocks for a
        server. The caller gives the jobs out.
        """
        movable = [job for job in open_jobs if _is_movable(job)]
        self._forget_ended(open_jobs)
        if not movable:
            return Round()
        waiting = [job for job in movable if job.server_url == ANY_SERVER]
        answers = self._fresh_answers(movable)
        if answers is None:
            return Round()
        states = [self._seen(state) for state in answers.states if state.server.is_enabled]
        usable = {state.server.url for state in states if state.is_answering}
        for job in movable:
            if job.server_url != ANY_SERVER and job.server_url not in usable:
                recall(job)
        problems = {job.id: self._problems(job, answers) for job in waiting}
        able = [Waiting(job.id, frozenset(usable - problems[job.id].keys())) for job in waiting]
        places = [place_of(state, open_jobs) for state in states if state.is_answering]
        given = give_out(able, places)
        refused = []
        for job, one in zip(waiting, able, strict=True):
            if one.can_run:
                if job.id not in given:
                    self._note(job, None)
            elif states and len(usable) == len(states):
                refused.append((job, _why(states, problems[job.id])))
            else:
                self._note(job, _why(states, problems[job.id]))
        self._forget_refused(refused)
        return Round(given, tuple(refused))

    def take_back(self, job_id: int, error: RestitchError) -> bool:
        """After its server failed the job. True: it was given away and is no longer there's.

        Only a job that any server will do, and whose prompt was surely not taken.
        """
        jobs = self._project.store.jobs
        job = jobs.get(job_id)
        if not job.any_server or job.cancel_requested or job.server_url == ANY_SERVER:
            return False
        if isinstance(error, NodeOrModelMissing):
            if job.state is JobState.SUBMITTED:  # refused as a whole: nothing was queued
                job = jobs.move(job.id, JobState.QUEUED, prompt_id=None)
            with self._lock:
                self._refused.setdefault(job.id, {})[job.server_url] = sentence_of(error)
        elif _is_the_servers(error):
            until = time.monotonic() + AWAY_S
            with self._lock:
                self._away_until[job.server_url] = until, sentence_of(error)
        else:
            return False
        if not jobs.assign(job.id, ANY_SERVER):
            return False
        log.info("job %s leaves %s: %s", job.id, job.server_url, error)
        self._project.publish(Changes(jobs=True))
        return True

    def stop(self) -> None:
        """Ask no more. A server that keeps the thread waiting keeps it from nothing else."""
        self._ctx.cancel()
        if self._thread is not None:
            self._thread.join(END_GRACE_S)
            self._thread = None
        self._ctx = JobContext()

    # Asking

    def _forget_refused(self, refused: Sequence[tuple[JobRecord, JobProblem]]) -> None:
        """Sent once more, they are looked at as if for the first time."""
        if refused:
            with self._lock:
                self._answers = _NOTHING_KNOWN
                for job, _why in refused:
                    self._refused.pop(job.id, None)

    def _fresh_answers(self, movable: Sequence[JobRecord]) -> _Answers | None:
        """None while there is nothing to go by; asks anew where that is due."""
        with self._lock:
            answers = self._answers
        age_s = time.monotonic() - answers.at
        is_whole = answers.knows(movable, self._servers.servers())
        if age_s > LOOK_EVERY_S or not is_whole:
            self._ask(tuple(movable))
        return answers if age_s < STALE_AFTER_S and is_whole else None

    def _ask(self, jobs: tuple[JobRecord, ...]) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = threading.Thread(
            target=self._find_out, args=(jobs, self._ctx), name="asking servers", daemon=True
        )
        self._thread.start()

    def _find_out(self, jobs: Sequence[JobRecord], ctx: JobContext) -> None:
        try:
            states = timed(self._servers.states(ctx), self._project)
            problems = {job.id: self._check(job, states, ctx) for job in jobs}
        except JobCancelled:
            return
        except RestitchError as error:
            log.warning("servers could not be asked: %s", error)
            return
        with self._lock:
            self._answers = _Answers(time.monotonic(), states, problems)

    def _check(
        self, job: JobRecord, states: Iterable[ServerState], ctx: JobContext
    ) -> dict[str, str]:
        found = {}
        for state in states:
            if state.is_answering and state.server.is_enabled:
                problem = self._problem_on(job, state.server.url, ctx)
                if problem:
                    found[state.server.url] = problem
        return found

    def _problem_on(self, job: JobRecord, url: str, ctx: JobContext) -> str:
        """Empty where nothing is known to speak against it: the server has the last word."""
        try:
            problem = self._checked_with(self._servers.node_types(url), job, url, ctx)
            asked_at = self._nodes_asked_at.get(url, float("-inf"))
            if problem and time.monotonic() - asked_at > ASK_NODES_AGAIN_S:
                self._nodes_asked_at[url] = time.monotonic()  # it may just have been installed
                types = self._servers.node_types(url, fresh=True)
                problem = self._checked_with(types, job, url, ctx)
        except RestitchError as error:
            log.info("the job is tried on %s unchecked: %s", url, error)
            return ""
        return problem

    def _checked_with(self, types: NodeTypes, job: JobRecord, url: str, ctx: JobContext) -> str:
        ctx.wait(0)  # the project may be closed once this was stopped
        key = job.request_id, url  # takes differ in their random seeds only
        known = self._checked.get(key)
        if known is not None and known[0] is types:
            return known[1]
        uploaded = frozenset(place for places in job.uploads.values() for place in places)
        prompt = dict(self._project.store.jobs.prompt(job.id))
        found = preflight(prompt, types, _Output(job.output_node), uploaded=uploaded)
        # A job of an older Restitch does not say which of its files are sent.
        told = [str(one) for one in found if uploaded or one.kind is not ProblemKind.FILE_MISSING]
        self._checked[key] = types, "; ".join(told)
        return self._checked[key][1]

    # What is known

    def _seen(self, state: ServerState) -> ServerState:
        """Away for a while after it failed a job, whatever it says of itself."""
        with self._lock:
            until, why = self._away_until.get(state.server.url, (0.0, ""))
        if state.is_answering and time.monotonic() < until:
            return replace(state, is_answering=False, problem=why)
        return state

    def _problems(self, job: JobRecord, answers: _Answers) -> dict[str, str]:
        with self._lock:
            refused = dict(self._refused.get(job.id, {}))
        return {**answers.problems.get(job.id, {}), **refused}

    def _note(self, job: JobRecord, why: JobProblem | None) -> None:
        jobs = self._project.store.jobs
        if why is not None and why != job.problem:
            since = job.waiting_since or datetime.now(UTC).isoformat(timespec="seconds")
            jobs.note_waiting(job.id, since, why)
        elif why is None and (job.waiting_since is not None or job.stage != UNPLACED):
            jobs.note_waiting(job.id, None, None)
            jobs.note_progress(job.id, UNPLACED, 0, 0)
        else:
            return
        self._project.publish(Changes(jobs=True))

    def _forget_ended(self, open_jobs: Iterable[JobRecord]) -> None:
        open_ids = {job.id for job in open_jobs}
        requests = {job.request_id for job in open_jobs}
        with self._lock:
            self._refused = {k: v for k, v in self._refused.items() if k in open_ids}
        if len(self._checked) > 8 * len(requests) + 64:
            self._checked = {k: v for k, v in self._checked.items() if k[0] in requests}


@dataclass(frozen=True, slots=True)
class _Output:
    """What preflight needs of the bindings."""

    output_node: str

    def places(self, _key: str) -> tuple[InputName, ...]:
        return ()


def timed(states: Iterable[ServerState], project: Project) -> tuple[ServerState, ...]:
    """With the median time of the project's finished renders on each server."""
    return tuple(
        replace(state, seconds_per_take=_median(project.store.jobs.durations(state.server.url)))
        for state in states
    )


def _median(seconds: Sequence[float]) -> float | None:
    return median(seconds) if seconds else None


def _is_movable(job: JobRecord) -> bool:
    return job.any_server and job.state is JobState.QUEUED and not job.cancel_requested


def _is_the_servers(error: RestitchError) -> bool:
    """It may pass, and another server may do meanwhile; a full disk here is another matter."""
    return isinstance(error, KeyringTrouble) or (isinstance(error, ComfyError) and error.retryable)


def _why(states: Sequence[ServerState], problems: Mapping[str, str]) -> JobProblem:
    detail = "; ".join(
        f"{name}: {why}".rstrip(". ") for name, why in reasons_against(states, problems)
    )
    if not states:
        return JobProblem("no_server", "No server is turned on", "", "Turn one on in Settings")
    if not any(state.is_answering for state in states):
        hint = "The job goes on as soon as one of them answers"
        return JobProblem("no_server", "No server answers", detail, hint)
    hint = (
        "Install what is missing, add another server or change the workflow; "
        "a server that is chosen by name is tried all the same"
    )
    return JobProblem("no_server_can_run", "No server can run this", detail, hint)
