"""What servers say of themselves and would say of waiting jobs, asked on a thread of its own."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.older_servers import as_taken
from restitch_app.comfy.workflows.preflight import preflight
from restitch_app.domain.bindings import InputName
from restitch_app.domain.errors import JobCancelled, RestitchError
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.preflight import ProblemKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import Server, ServerState
from restitch_app.services.project.project import Project
from restitch_app.services.servers.server_list import ServerList

log = logging.getLogger(__name__)

LOOK_EVERY_S = 3.0
"""Between two rounds of questions while jobs wait for a server."""
STALE_AFTER_S = 12.0
"""What servers said longer ago decides nothing."""
ASK_NODES_AGAIN_S = 20.0
"""What a server lacks is believed for so long, then its node types are asked for anew."""
END_GRACE_S = 0.5
KEPT_CHECKS = 64


@dataclass(frozen=True, slots=True)
class Answers:
    """What was found out in one round."""

    at: float
    states: tuple[ServerState, ...] = ()
    problems: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """By job id and address: why a server that answers would refuse the job."""

    def knows(self, jobs: Iterable[JobRecord], servers: Iterable[Server]) -> bool:
        """False also where the list of servers was changed since."""
        asked = tuple(state.server for state in self.states)
        return asked == tuple(servers) and all(job.id in self.problems for job in jobs)


_NOTHING_KNOWN = Answers(at=float("-inf"))


class Survey:
    """For one thread, which it never keeps waiting for a server."""

    def __init__(self, project: Project, servers: ServerList) -> None:
        self._project = project
        self._servers = servers
        self._answers = _NOTHING_KNOWN
        self._thread: threading.Thread | None = None
        self._ctx = JobContext()
        self._checked: dict[tuple[str, str], tuple[NodeTypes, str]] = {}
        self._nodes_asked_at: dict[str, float] = {}

    def answers(self, jobs: Sequence[JobRecord]) -> Answers | None:
        """None while there is nothing to go by; asks anew where that is due."""
        answers = self._answers
        age_s = time.monotonic() - answers.at
        is_whole = answers.knows(jobs, self._servers.servers())
        if age_s > LOOK_EVERY_S or not is_whole:
            self._ask(tuple(jobs))
        return answers if age_s < STALE_AFTER_S and is_whole else None

    def forget(self) -> None:
        """Decide nothing more by what was said until now."""
        self._answers = _NOTHING_KNOWN

    def stop(self) -> None:
        """Ask no more. A server that keeps the thread waiting keeps it from nothing else."""
        self._ctx.cancel()
        if self._thread is not None:
            self._thread.join(END_GRACE_S)
            self._thread = None
        self._ctx = JobContext()

    # On the thread of its own

    def _ask(self, jobs: tuple[JobRecord, ...]) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = threading.Thread(
            target=self._find_out, args=(jobs, self._ctx), name="asking servers", daemon=True
        )
        self._thread.start()

    def _find_out(self, jobs: Sequence[JobRecord], ctx: JobContext) -> None:
        try:
            asked = self._servers.states(ctx)
            ctx.wait(0)  # the project may be closed once this was stopped
            states = timed(asked, self._project)
            problems = {job.id: self._check(job, states, ctx) for job in jobs}
        except JobCancelled:
            return
        except RestitchError as error:
            log.warning("servers could not be asked: %s", error)
            return
        except Exception:  # a mistake of ours: jobs wait, and the next round may do
            log.exception("servers could not be asked")
            return
        if len(self._checked) > KEPT_CHECKS:
            requests = {job.request_id for job in jobs}
            self._checked = {k: v for k, v in self._checked.items() if k[0] in requests}
        self._answers = Answers(time.monotonic(), states, problems)

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
            log.info("job %s is tried on %s unchecked: %s", job.id, url, error)
            return ""
        except JobCancelled:
            raise
        except Exception:  # a mistake of ours in checking must not keep a job from its server
            log.exception("job %s could not be checked for %s", job.id, url)
            return ""
        return problem

    def _checked_with(self, types: NodeTypes, job: JobRecord, url: str, ctx: JobContext) -> str:
        ctx.wait(0)  # as in `_find_out`
        key = job.request_id, url  # takes differ in their random seeds only
        known = self._checked.get(key)
        if known is not None and known[0] is types:
            return known[1]
        uploaded = frozenset(place for places in job.uploads.values() for place in places)
        prompt = as_taken(dict(self._project.store.jobs.prompt(job.id)), types)
        found = preflight(prompt, types, _Output(job.output_node), uploaded=uploaded)
        # A job of an older Restitch does not say which of its files are sent.
        told = [str(one) for one in found if uploaded or one.kind is not ProblemKind.FILE_MISSING]
        self._checked[key] = types, "; ".join(told)
        return self._checked[key][1]


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
