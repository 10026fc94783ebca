"""Whether a bridge can be offered at a boundary, why not, and what it would cost."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from restitch_app.comfy.workflows.steps import StepCount
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import BridgeRequest, JobKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import Scene
from restitch_app.services.bridging.asking import chosen_window, fitting_length
from restitch_app.services.bridging.workflows import BridgeWorkflows, Chosen
from restitch_app.services.jobs.step_pace import PAST_RENDERS, past_step_seconds
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.trying import Remedies
from restitch_app.services.servers.server_list import THIS_COMPUTER, ServerList

NO_SERVER = "No ComfyUI server answers"


@dataclass(frozen=True, slots=True)
class BridgeOffer:
    can: bool
    reason: str
    """Why not, in a sentence or two; empty where it can."""
    is_server_set: bool
    """False: nobody has set up a server here, and none answers at the usual address."""
    workflow_name: str = ""
    window: int = 0
    """Frames on each side."""
    new_frames: int = 0
    gpu_seconds: float | None = None
    """By earlier renders on that server; None where there are none, or any server may do it."""
    is_at_most: bool = False
    """Only longer renders are known: it takes less than `gpu_seconds`."""


class BridgeOffers:
    """For a pool thread: servers are asked, for seconds at most."""

    def __init__(
        self,
        project: Project,
        remedies: Remedies,
        workflows: BridgeWorkflows,
        servers: ServerList,
    ) -> None:
        self._project = project
        self._remedies = remedies
        self._workflows = workflows
        self._servers = servers

    def offer(self, scene: Scene, request: BridgeRequest, ctx: JobContext) -> BridgeOffer:
        """What `Bridging.request` would do with the same. Raises JobCancelled only."""
        wanted = request.server_url
        server = self._project.settings().server_url if wanted is None else wanted
        try:
            place = self._remedies.place(scene, request.left_index, ctx)
            window = chosen_window(request.window, place)
            chosen = self._workflows.choose(
                scene, request, lambda steps: fitting_length(window, place, steps), server, ctx
            )
        except RestitchError as error:
            return BridgeOffer(can=False, reason=str(error), is_server_set=self._is_set())
        able = [one.server_url for one in chosen.preflights if one.can_run]
        urls = [url for url in able if server in (ANY_SERVER, url)]
        if not urls:
            return BridgeOffer(can=False, reason=_silent(chosen), is_server_set=self._is_set())
        seconds, is_at_most = self._cost(urls[0], chosen)
        return BridgeOffer(
            can=True,
            reason="",
            is_server_set=True,
            workflow_name=chosen.prepared.name,
            window=window,
            new_frames=chosen.length - 2,
            gpu_seconds=seconds,
            is_at_most=is_at_most,
        )

    def _is_set(self) -> bool:
        listed = tuple(one for one in self._servers.servers() if one.is_enabled)
        is_usual = all(one.url == THIS_COMPUTER.url for one in listed)
        return not is_usual or self._project.settings().server_url != ANY_SERVER

    def _cost(self, url: str, chosen: Chosen) -> tuple[float | None, bool]:
        """Seconds of earlier bridges there; else what its steps would take in a whole segment."""
        store = self._project.store
        bridges = store.jobs.finished_renders(url, PAST_RENDERS, JobKind.BRIDGE)
        if bridges:
            return median(seconds for _, seconds in bridges), False
        step_s = past_step_seconds(store, url)
        steps = StepCount(chosen.prepared.unchanged()).total
        if step_s is None or steps <= 0:
            return None, False
        return step_s * steps, True


def _silent(chosen: Chosen) -> str:
    told = [one.blind_spot for one in chosen.preflights if one.blind_spot]
    return told[0] if told else f"{NO_SERVER}."
