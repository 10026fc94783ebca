"""What a run tells its client and everybody who listens, as ComfyUI words it."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.demo.pixels import Batch
from restitch_app.demo.server.graph import Json
from restitch_app.demo.server.hub import Hub
from restitch_app.demo.server.job import Ended, Job, now_ms


class Telling:
    """One for each run; what has to be kept of it goes into `ended`."""

    def __init__(self, job: Job, hub: Hub, ended: Ended, clock_off_s: float) -> None:
        self._job = job
        self._clock_off_ms = int(clock_off_s * 1000)
        self._hub = hub
        self._ended = ended
        self._states: dict[str, Json] = {}

    def say(self, kind: str, data: Json, *, keep: bool = False, to_all: bool = False) -> None:
        """To the client that asked for the prompt, if one did; `to_all` without one, too."""
        told = {**data, "prompt_id": self._job.prompt_id}
        if keep:
            told["timestamp"] = now_ms() + self._clock_off_ms
            self._ended.messages.append([kind, told])
        if self._job.client_id is not None or to_all:
            self._hub.post(kind, told, self._job.client_id)

    def state(self, node_id: str, value: float, top: float, state: str) -> None:
        """How far a node is; all nodes' states are told anew."""
        self._states[node_id] = {"value": value, "max": top, "state": state, **self._of(node_id)}
        self._post_states()

    def finished(self, node_id: str) -> None:
        state = self._states[node_id]
        self._states[node_id] = {**state, "value": state["max"], "state": "finished"}
        self._post_states()

    def preview(self, node_id: str, picture: Batch) -> None:
        """`picture`: RGB, uint8 (height, width, 3)."""
        _, jpeg = cv2.imencode(".jpg", np.ascontiguousarray(picture[:, :, ::-1]))
        self._hub.post_preview(jpeg.tobytes(), self._of(node_id), self._job.client_id)

    def _post_states(self) -> None:
        self.say("progress_state", {"nodes": dict(self._states)}, to_all=True)

    def _of(self, node_id: str) -> Json:
        return {
            "node_id": node_id,
            "prompt_id": self._job.prompt_id,
            "display_node_id": node_id,
            "parent_node_id": None,
            "real_node_id": node_id,
        }
