"""Gives jobs that any server will do to servers, and takes them back while that is safe."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from restitch_app.comfy.errors import ComfyError, NodeOrModelMissing
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import JobProblem, JobRecord, JobState
from restitch_app.domain.servers import ANY_SERVER, ServerState
from restitch_app.services.jobs.dispatch import Waiting, give_out, place_of, reasons_against
from restitch_app.services.jobs.prompt_tries import PromptFailsServer
from restitch_app.services.project.project import Project
from restitch_app.services.servers.keys import KeyringTrouble
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.servers.status import sentence_of
from restitch_app.services.servers.survey import Answers, Survey

log = logging.getLogger(__name__)

AWAY_S = 6.0
"""A server that failed a job gets no other for so long, whatever it says of itself."""
UNPLACED = "Waiting for a free server"


@dataclass(frozen=True, slots=True)
class Round:
    """What became of the jobs that wait for any server."""

    given: Mapping[int, str] = field(default_factory=dict)
    """Server by job id."""
    refused: tuple[tuple[JobRecord, JobProblem], ...] = ()
    """Every server answers, and none can run them."""


class Dispatching:
    """`look` and `stop` are for the engine's thread, `take_back` for any worker's."""

    def __init__(self, project: Project, servers: ServerList) -> None:
        self._project = project
        self._survey = Survey(project, servers)
        self._lock = threading.Lock()
        self._away_until: dict[str, tuple[float, str]] = {}
        self._refused: dict[int, dict[str, str]] = {}

    def look(self, open_jobs: Sequence[JobRecord], recall: Callable[[JobRecord], object]) -> Round:
        """Which jobs go where now; notes on the others why they wait.

        `recall` is called for a job that waits behind a server which is away. Never blocks for a
        server. The caller gives the jobs out.
        """
        movable = sorted(filter(_is_movable, open_jobs), key=lambda job: (job.priority, job.id))
        answers = self._survey.answers(movable) if movable else None
        if answers is None:
            return Round()
        states = [self._seen(state) for state in answers.states if state.server.is_enabled]
        usable = {state.server.url for state in states if state.is_answering}
        for job in movable:
            if job.server_url != ANY_SERVER and job.server_url not in usable:
                recall(job)
        waiting = [job for job in movable if job.server_url == ANY_SERVER]
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
        self._forget(job for job, _why_not in refused)
        return Round(given, tuple(refused))

    def take_back(self, job_id: int, error: RestitchError) -> bool:
        """After its server failed the job. True: it was given away and is no longer there's.

        Only a job that any server will do, and whose prompt was surely not taken.
        """
        jobs = self._project.store.jobs
        job = jobs.get(job_id)
        if not job.any_server or job.cancel_requested or job.server_url == ANY_SERVER:
            return False
        if isinstance(error, NodeOrModelMissing | PromptFailsServer):
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
        """Ask no more; returns at once, whatever the servers do."""
        self._survey.stop()

    def _seen(self, state: ServerState) -> ServerState:
        """Away for a while after it failed a job, whatever it says of itself."""
        with self._lock:
            until, why = self._away_until.get(state.server.url, (0.0, ""))
        if state.is_answering and time.monotonic() < until:
            return replace(state, is_answering=False, problem=why)
        return state

    def _problems(self, job: JobRecord, answers: Answers) -> dict[str, str]:
        with self._lock:
            refused = dict(self._refused.get(job.id, {}))
        return {**answers.problems.get(job.id, {}), **refused}

    def _forget(self, refused: Iterable[JobRecord]) -> None:
        """Sent once more, they are looked at as if for the first time."""
        for job in refused:
            self._survey.forget()
            with self._lock:
                self._refused.pop(job.id, None)

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


def _is_movable(job: JobRecord) -> bool:
    return job.any_server and job.state is JobState.QUEUED and not job.cancel_requested


def _is_the_servers(error: RestitchError) -> bool:
    """It may pass, and another server may do meanwhile; a full disk here is another matter."""
    return isinstance(error, KeyringTrouble) or (isinstance(error, ComfyError) and error.retryable)


def _why(states: Sequence[ServerState], problems: Mapping[str, str]) -> JobProblem:
    reasons = reasons_against(states, problems)
    detail = "; ".join(f"{name}: {why}".rstrip(". ") for name, why in reasons)
    if not states:
        return JobProblem("no_server", "No server is turned on", "", "Turn one on in Settings")
    if not any(state.is_answering for state in states):
        hint = "The job goes on as soon as one of them answers"
        return JobProblem("no_server", "No server answers", detail, hint)
    hint = (
        "Install what is missing, add another server or change the workflow; "
        "a server that is chosen by name is tried all the same"
    )
    which = "" if all(state.is_answering for state in states) else " that answers"
    return JobProblem("no_server_can_run", f"No server{which} can run this", detail, hint)
