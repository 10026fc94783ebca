"""One execution of one prompt: nodes in order, results cached."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from restitch_app.demo.pixels import Batch
from restitch_app.demo.server.faults import FaultBox
from restitch_app.demo.server.folders import Folders
from restitch_app.demo.server.graph import (
    Interrupted,
    Json,
    NodeFailed,
    Result,
    deepest_first,
    is_link,
)
from restitch_app.demo.server.hub import Hub
from restitch_app.demo.server.job import Ended, Job
from restitch_app.demo.server.node_keys import NodeKeys
from restitch_app.demo.server.nodes import NODES
from restitch_app.demo.server.telling import Telling

OUT_OF_MEMORY = (
    "CUDA out of memory. Tried to allocate 20.00 GiB.\n"
    "This error means you ran out of memory on your GPU.\n\n"
    "TIPS: If the workflow worked before you might have accidentally set the batch_size "
    "to a large number."
)
LAZY_SWITCH = "ComfySwitchNode"


class JobForgotten(Exception):
    """The server lost its memory while this prompt ran."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every run shares."""

    folders: Folders
    hub: Hub
    faults: FaultBox
    step_delay_s: float
    stop: threading.Event
    """Set to interrupt the running prompt."""
    lost: threading.Event
    """Set when the server has lost its memory of the running prompt."""
    forget: Callable[[], None]
    crash: Callable[[float], None]


class PromptRun:
    """`go` runs the job to its end on the caller's thread. `cache` maps a node's content key to its
    result, and keeps only this prompt's nodes, as ComfyUI's default cache does."""

    def __init__(self, job: Job, shop: Workshop, cache: dict[str, Result]) -> None:
        self._job = job
        self._shop = shop
        self._cache = cache
        self._keys = NodeKeys(job.prompt, shop.folders)
        self._done: dict[str, Result] = {}
        self._executed: list[str] = []
        self.node: str | None = None
        """The node that runs now."""
        self.ended = Ended()
        self._telling = Telling(job, shop.hub, self.ended, shop.faults.faults.clock_off_s)
        self.folders = shop.folders
        self.prompt = job.prompt
        pnginfo = job.extra_data.get("extra_pnginfo")
        self.extra_pnginfo: Mapping[str, object] = pnginfo if isinstance(pnginfo, dict) else {}

    def go(self) -> Ended:
        """Raises JobForgotten when a fault makes the server lose it."""
        self._telling.say("execution_start", {}, keep=True)
        self._forget_other_nodes()
        cached = [one for one in self.prompt if self._keys.of(one) in self._cache]
        self._done = {one: self._cache[self._keys.of(one)] for one in cached}
        self._telling.say("execution_cached", {"nodes": cached}, keep=True)
        try:
            for output in self._job.outputs:
                self._show_cached(output) if output in self._done else self._walk(output)
        except Interrupted:
            if self._shop.lost.is_set():
                raise JobForgotten from None
            self._end_badly("execution_interrupted", {})
        except NodeFailed as failure:
            self._end_badly("execution_error", self._failure(failure))
        else:
            self._telling.say("execution_success", {}, keep=True)
        self.node = None
        return self.ended

    # The bench that nodes work at

    def step(self, value: int, total: int, picture: Callable[[], Batch] | None) -> None:
        node = self.node or ""
        self._act_on_step_faults(value)
        stubborn = self._shop.faults.faults.stubborn_class
        if stubborn is not None and self.prompt[node]["class_type"] == stubborn:
            time.sleep(self._shop.step_delay_s)
            return
        if self._shop.stop.wait(self._shop.step_delay_s):
            raise Interrupted
        self._telling.state(node, value, total, "running")
        if picture is not None and self._job.extra_data.get("preview_method") != "none":
            self._telling.preview(node, picture())
        self._telling.say("progress", {"value": value, "max": total, "node": node}, to_all=True)

    def fault(self, name: str) -> object:
        box = self._shop.faults
        return getattr(box.faults, name) if box.take(name) else None

    # Walking the graph

    def _walk(self, node_id: str) -> None:
        for one in deepest_first(node_id, self._undone_sources):
            if one not in self._done:  # a switch may have needed it meanwhile
                self._work(one)

    def _undone_sources(self, node_id: str) -> list[str]:
        """What must be there before the node begins; of a switch, what it switches on."""
        inputs = self.prompt[node_id]["inputs"]
        assert isinstance(inputs, dict)
        kind = NODES[str(self.prompt[node_id]["class_type"])]
        names = ("switch",) if kind.name == LAZY_SWITCH else kind.inputs
        links = [
            str(value[0]) for name, value in inputs.items() if name in names and is_link(value)
        ]
        return [source for source in links if source not in self._done]

    def _work(self, node_id: str) -> None:
        node = self.prompt[node_id]
        inputs = node["inputs"]
        assert isinstance(inputs, dict)
        self._begin(node_id)
        if node["class_type"] == LAZY_SWITCH:
            chosen = inputs["on_true" if self._resolved(inputs["switch"]) else "on_false"]
            if is_link(chosen) and str(chosen[0]) not in self._done:
                self._walk(str(chosen[0]))
                self._begin(node_id)  # a lazy node is announced again once its input is there
        self._finish(node_id, self._run(node_id, inputs))

    def _begin(self, node_id: str) -> None:
        if self._shop.stop.is_set():
            raise Interrupted
        self.node = node_id
        self._telling.state(node_id, 0.0, 1.0, "running")
        self._telling.say("executing", {"node": node_id, "display_node": node_id})

    def _run(self, node_id: str, inputs: Json) -> Result:
        kind = NODES[str(self.prompt[node_id]["class_type"])]
        faults = self._shop.faults
        if faults.faults.fail_at_class == kind.name and faults.take("fail_at_class"):
            if faults.faults.fail_with == "oom":
                raise NodeFailed(OUT_OF_MEMORY, "torch.OutOfMemoryError")
            raise NodeFailed(f"{kind.name} failed because it was told to\n", "ValueError")
        values = {
            name: self._resolved(value)
            for name, value in inputs.items()
            if not is_link(value) or str(value[0]) in self._done
        }
        try:
            return kind.run(self, values)
        except (NodeFailed, Interrupted):
            raise
        except Exception as error:  # whatever a node raises ends its prompt and no other
            raise NodeFailed(str(error), type(error).__name__) from error

    def _resolved(self, value: object) -> object:
        if isinstance(value, list):
            return self._done[str(value[0])].values[int(value[1])]
        return value

    def _finish(self, node_id: str, result: Result) -> None:
        self._done[node_id] = result
        self._cache[self._keys.of(node_id)] = result
        self._executed.append(node_id)
        self._show(node_id, result)
        self._telling.finished(node_id)

    def _show_cached(self, node_id: str) -> None:
        self._show(node_id, self._done[node_id])
        self._telling.state(node_id, 1, 1, "finished")

    def _show(self, node_id: str, result: Result) -> None:
        if result.ui is None or self.fault("missing_output"):
            return
        self.ended.outputs[node_id] = result.ui
        self.ended.meta[node_id] = {
            "node_id": node_id,
            "display_node": node_id,
            "parent_node": None,
            "real_node_id": node_id,
        }
        self._telling.say(
            "executed", {"node": node_id, "display_node": node_id, "output": result.ui}
        )

    # The cache

    def _forget_other_nodes(self) -> None:
        kept = {self._keys.of(one) for one in self.prompt}
        for key in [one for one in self._cache if one not in kept]:
            del self._cache[key]

    # Ends and faults

    def _end_badly(self, kind: str, facts: Json) -> None:
        self.ended.status = "error"
        node = self.node or ""
        where = {
            "node_id": node,
            "node_type": self.prompt[node]["class_type"] if node else "",
            "executed": list(reversed(self._executed)),
        }
        self._telling.say(kind, {**where, **facts}, keep=True)

    def _failure(self, failure: NodeFailed) -> Json:
        inputs = self.prompt[self.node or ""]["inputs"]
        assert isinstance(inputs, dict)
        return {
            "exception_message": failure.message,
            "exception_type": failure.kind,
            "traceback": [f'  File "demo server", in {self.node}\n', f"{failure.message}\n"],
            "current_inputs": {name: [repr(value)] for name, value in inputs.items()},
            "current_outputs": list(self._done),
        }

    def _act_on_step_faults(self, step: int) -> None:
        faults, hub, client = self._shop.faults, self._shop.hub, self._job.client_id
        if client is not None and faults.take_at_step("drop_socket_at_step", step):
            hub.hang_up(client)
        if client is not None and faults.take_at_step("deaf_socket_at_step", step):
            hub.deafen(client)
        if faults.take_at_step("lose_job_at_step", step):
            self._shop.forget()
        if faults.take_at_step("crash_at_step", step):
            self._shop.crash(faults.faults.crash_down_s)
