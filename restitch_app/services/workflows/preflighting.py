"""Whether the servers at hand would take a request, asked before anything is queued."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from restitch_app.comfy.errors import KeyRefused
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.older_servers import as_taken
from restitch_app.comfy.workflows.preflight import Bound, CheckedPrompt, check_prompt
from restitch_app.domain.bindings import InputName
from restitch_app.domain.errors import RestitchError, WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.preflight import Preflight, PreflightProblem, ProblemKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER, Server, ServerState
from restitch_app.domain.versions import Scene
from restitch_app.services.servers.status import SILENT, sentence_of

LONGEST_WAIT_S = 8.0
"""A server that says nothing for so long is told as silent; its answer may help the next check."""
REST_WAITS_S = 1.5
"""For servers that would only be nice to know, once one that can run it has answered."""
STATE_STAYS_S = 5.0
"""Somebody who types asks many times a minute."""
ASK_NODES_AGAIN_S = 20.0
"""What is missing may just have been installed: node types older than this are asked for anew."""
INSTALLABLE = frozenset(
    {
        ProblemKind.NODE_MISSING,
        ProblemKind.MODEL_MISSING,
        ProblemKind.CHOICE_MISSING,
        ProblemKind.FILE_MISSING,
    }
)


class PreparedPrompt(Protocol):
    """What of `services.segment_workflow.Prepared` is needed here."""

    @property
    def bindings(self) -> Bound: ...

    @property
    def uploaded(self) -> frozenset[InputName]: ...

    def filled(self) -> JsonObject: ...


class Prepares(Protocol):
    def prepare(self, scene: Scene, request: RegenerationRequest) -> PreparedPrompt: ...


class AsksServers(Protocol):
    """What of `services.servers.ServerList` is needed here."""

    def servers(self) -> tuple[Server, ...]: ...

    def server(self, url: str) -> Server: ...

    def state(self, url: str) -> ServerState: ...

    def node_types(self, url: str, *, fresh: bool = False) -> NodeTypes: ...


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one server came to."""

    preflight: Preflight
    types: NodeTypes | None = None


class WouldBeRefused(WrongUse):
    """No server that answers would take it. `preflights` say why, a server each."""

    code = "preflight"

    def __init__(self, preflights: tuple[Preflight, ...]) -> None:
        only = preflights[0].server_name if len(preflights) == 1 else ""
        super().__init__(
            f"{only} cannot run this" if only else "No server can run this",
            " ".join(_told(one, with_name=not only) for one in preflights),
            "Nothing was queued. Change what is named, or choose another server or workflow",
        )
        self.preflights = preflights


class Preflighting:
    """Safe on any thread; blocks for `LONGEST_WAIT_S` at most."""

    def __init__(
        self,
        workflows: Prepares,
        servers: AsksServers,
        project_server: Callable[[], str] = lambda: ANY_SERVER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`project_server`: the address that a request means which names none."""
        self._workflows = workflows
        self._servers = servers
        self._project_server = project_server
        self._clock = clock
        self._lock = threading.Lock()
        self._states: dict[str, tuple[float, ServerState]] = {}
        self._asked_nodes: dict[str, float] = {}

    def check(
        self,
        scene: Scene,
        request: RegenerationRequest,
        servers: Sequence[Server] | None = None,
        ctx: JobContext | None = None,
    ) -> tuple[Preflight, ...]:
        """One for each server: those given, else all enabled ones and the one asked for.

        Raises WrongUse for what the workflow cannot take whatever the server, and JobCancelled.
        """
        return self.check_prepared(
            self._workflows.prepare(scene, request), request.server_url, servers, ctx
        )

    def check_prepared(
        self,
        prepared: PreparedPrompt,
        server_url: str | None = None,
        servers: Sequence[Server] | None = None,
        ctx: JobContext | None = None,
    ) -> tuple[Preflight, ...]:
        """The same for what a request was made into already.

        Raises WrongUse for an address that is none.
        """
        prompt = prepared.filled()
        server_url = self._project_server() if server_url is None else server_url
        if server_url != ANY_SERVER:
            server_url = self._servers.server(server_url).url  # as the list writes it

        def judge(types: NodeTypes) -> CheckedPrompt:
            told = as_taken(prompt, types)
            return check_prompt(told, types, prepared.bindings, uploaded=prepared.uploaded)

        wanted = tuple(servers) if servers is not None else self._wanted(server_url)
        known = {one.url: one for one in (*wanted, *self._enabled())}
        answers = self._ask_all(tuple(known.values()), judge, server_url, ctx or JobContext())
        return tuple(_with_others(answers, one) for one in wanted)

    def _enabled(self) -> tuple[Server, ...]:
        return tuple(one for one in self._servers.servers() if one.is_enabled)

    def _wanted(self, server_url: str) -> tuple[Server, ...]:
        listed = self._enabled()
        if not server_url or any(one.url == server_url for one in listed):
            return listed
        return (self._servers.server(server_url), *listed)

    def _ask_all(
        self,
        servers: Sequence[Server],
        judge: Callable[[NodeTypes], CheckedPrompt],
        server_url: str,
        ctx: JobContext,
    ) -> dict[str, _Answer]:
        arrived: queue.SimpleQueue[tuple[str, _Answer | Exception]] = queue.SimpleQueue()

        def ask(server: Server) -> None:
            try:
                arrived.put((server.url, self._ask(server, judge)))
            except Exception as error:  # noqa: BLE001 - handed over to the thread that waits
                arrived.put((server.url, error))

        for server in servers:
            # A daemon: a server that says nothing must not hold up the end of the program.
            threading.Thread(
                target=ask, args=(server,), name=f"preflight {server.url}", daemon=True
            ).start()
        found: dict[str, _Answer] = {}
        until = time.monotonic() + LONGEST_WAIT_S
        while len(found) < len(servers) and time.monotonic() < until:
            ctx.wait(0)
            try:
                url, answer = arrived.get(timeout=0.05)
            except queue.Empty:
                continue
            if isinstance(answer, Exception):
                raise answer
            found[url] = answer
            if url == server_url or (not server_url and answer.preflight.can_run):
                until = min(until, time.monotonic() + REST_WAITS_S)
        silent = {one.url: _Answer(_silent(one)) for one in servers}
        return {**silent, **found}

    def _ask(self, server: Server, judge: Callable[[NodeTypes], CheckedPrompt]) -> _Answer:
        state = self._state(server.url)
        try:
            types = self._servers.node_types(server.url)
            checked = judge(types)
            if state.is_answering and _may_be_installed(checked) and self._may_ask(server.url):
                types = self._servers.node_types(server.url, fresh=True)
                checked = judge(types)
        except RestitchError as error:
            unchecked = state.problem or sentence_of(error)
            is_answering = state.is_answering and not isinstance(error, KeyRefused)
            return _Answer(Preflight(server.name, server.url, is_answering, unchecked=unchecked))
        unchecked = "" if state.is_answering else state.problem
        return _Answer(
            Preflight(
                server.name,
                server.url,
                state.is_answering,
                checked.problems,
                unchecked,
                is_from_memory=not state.is_answering,
                warnings=checked.warnings,
            ),
            types,
        )

    def _state(self, url: str) -> ServerState:
        with self._lock:
            known = self._states.get(url)
        if known is not None and self._clock() - known[0] < STATE_STAYS_S:
            return known[1]
        state = self._servers.state(url)
        with self._lock:
            self._states[url] = (self._clock(), state)
        return state

    def _may_ask(self, url: str) -> bool:
        """True once in a while; whoever gets it asks."""
        with self._lock:
            last = self._asked_nodes.get(url)
            if last is not None and self._clock() - last < ASK_NODES_AGAIN_S:
                return False
            self._asked_nodes[url] = self._clock()
        return True


def raise_for(preflights: Sequence[Preflight], server_url: str | None = ANY_SERVER) -> None:
    """Raises WouldBeRefused where every server that answers would refuse, and no other may come.

    `server_url` names the only one that may get the job, if it is not open. One that is away
    leaves its jobs waiting; only if it lacked something when it last answered, it counts for none.
    """
    eligible = [one for one in preflights if not server_url or one.server_url == server_url]
    answering = tuple(one for one in eligible if one.is_answering)
    if answering and all(one.problems for one in eligible):
        raise WouldBeRefused(answering)


def _may_be_installed(checked: CheckedPrompt) -> bool:
    return any(one.kind in INSTALLABLE for one in checked.problems)


def _silent(server: Server) -> Preflight:
    return Preflight(server.name, server.url, is_answering=False, unchecked=SILENT)


def _with_others(answers: Mapping[str, _Answer], server: Server) -> Preflight:
    """With the names of servers that have what this one lacks."""
    preflight = answers[server.url].preflight
    others = [one for url, one in answers.items() if url != server.url]
    problems = tuple(
        replace(
            problem,
            also_on=tuple(one.preflight.server_name for one in others if _has(one, problem)),
        )
        for problem in preflight.problems
    )
    return replace(preflight, problems=problems)


def _has(other: _Answer, problem: PreflightProblem) -> bool:
    if problem.kind not in INSTALLABLE or other.types is None or not other.preflight.is_answering:
        return False
    if problem.node_class not in other.types:
        return False
    place = (problem.kind, problem.node_id, problem.input_name)
    told = (*other.preflight.problems, *other.preflight.warnings)
    return all((one.kind, one.node_id, one.input_name) != place for one in told)


def _told(preflight: Preflight, *, with_name: bool) -> str:
    words = " ".join(map(str, preflight.problems))
    return f"{preflight.server_name}: {words}" if with_name else words
