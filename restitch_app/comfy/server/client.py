"""One ComfyUI server, as the engine speaks to it."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from restitch_app.comfy.errors import (
    ComfyRefused,
    NodeReason,
    PromptRejected,
    unreachable,
)
from restitch_app.comfy.loose import JsonObject, as_array, as_number, as_object, as_text
from restitch_app.comfy.server import download
from restitch_app.comfy.server.access import NO_ACCESS, Access
from restitch_app.comfy.server.history import (
    Finished,
    Pending,
    PromptState,
    Running,
    Unknown,
    entry_in,
    state_in,
)
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.comfy.server.refusals import refusal_for_output, refusal_of
from restitch_app.comfy.server.wire import Limits, Timeouts, Wire


@dataclass(frozen=True, slots=True)
class ServerFacts:
    version: str
    """ComfyUI's own version, "" if it does not say."""
    devices: tuple[str, ...]
    vram_free_bytes: int
    """Of all devices together; 0 where unknown."""
    vram_total_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Submitted:
    prompt_id: str
    number: float
    """The server's order of execution: the lowest runs first."""


class ComfyClient:
    """Blocking; for one thread at a time. Every method raises ComfyUnreachable when the server
    is away and ComfyRefused when it keeps us out."""

    def __init__(
        self,
        base_url: str,
        client_id: str = "",
        timeouts: Timeouts | None = None,
        limits: Limits | None = None,
        access: Access = NO_ACCESS,
    ) -> None:
        """`client_id`: progress of a prompt goes only to the id it was submitted with, so keep it
        with the job; an empty one means a new one. WrongUse for an address that is none."""
        self.client_id = client_id or str(uuid.uuid4())
        self.timeouts = timeouts or Timeouts()
        self.limits = limits or Limits()
        self.access = access
        self._wire = Wire(base_url, self.timeouts, self.limits, access)

    @property
    def url(self) -> str:
        return self._wire.url

    def __enter__(self) -> ComfyClient:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._wire.close()

    def abort(self) -> None:
        """From any thread: end the request that hangs. See `Wire.abort`."""
        self._wire.abort()

    def health(self) -> ServerFacts:
        """Ask whether a ComfyUI answers here, and which."""
        stats = self._wire.get_object("/system_stats")
        if not isinstance(stats.get("system"), dict):
            raise unreachable(self.url, "something answers there that is not ComfyUI")
        devices = [as_object(device) for device in as_array(stats.get("devices"))]
        return ServerFacts(
            as_text(as_object(stats["system"]).get("comfyui_version")),
            tuple(as_text(device.get("name")) for device in devices),
            sum(int(as_number(device.get("vram_free")) or 0) for device in devices),
            sum(int(as_number(device.get("vram_total")) or 0) for device in devices),
        )

    def queue_counts(self) -> tuple[int, int]:
        """How many prompts run and how many wait, whoever sent them."""
        queue = self._wire.get_object("/queue")
        running, waiting = queue.get("queue_running"), queue.get("queue_pending")
        return len(as_array(running)), len(as_array(waiting))

    def all_object_info(self) -> JsonObject:
        """What the server says about all its node classes: a megabyte, ten with many packs."""
        return self._wire.get_object("/object_info")

    def upload_image(self, name: str, png_bytes: bytes) -> str:
        """Store a picture on the server; returns the value for `LoadImage.image`.

        Use `upload_name` for a name. ComfyRefused for a picture over the limit.
        """
        if not re.fullmatch(r"[A-Za-z0-9_.-]+", name):
            raise ValueError(f"not a plain ASCII file name: {name!r}")
        if len(png_bytes) > self.limits.upload_bytes:
            raise _too_large_upload(name, len(png_bytes))
        answer = self._wire.post_file("/upload/image", name, png_bytes, {"type": "input"})
        if answer.status == 413:
            raise _too_large_upload(name, len(png_bytes), self._wire.said(answer))
        reply = as_object(answer.json())
        stored = as_text(reply.get("name"))
        if answer.status != 200 or not stored:
            raise self._wire.failure("/upload/image", answer)
        subfolder = as_text(reply.get("subfolder"))
        return f"{subfolder}/{stored}" if subfolder else stored

    def submit(self, prompt: JsonObject, prompt_id: str, *, output_node: str = "") -> Submitted:
        """Queue a prompt under an id of our own, a lower-case UUID written down beforehand.

        `output_node`: if the server accepts the rest but this node would never run, that is a
        refusal too, and the prompt is cancelled. Raises PromptRejected or NodeOrModelMissing. After
        ComfyUnreachable the prompt may have been queued all the same: ask `state_of` before
        submitting the id again, for the server would run it twice.
        """
        if prompt_id != str(uuid.UUID(prompt_id)):
            raise ValueError(f"not a lower-case UUID: {prompt_id!r}")
        body: JsonObject = {
            "prompt": prompt,
            "prompt_id": prompt_id,
            "client_id": self.client_id,
        }
        answer = self._wire.post("/prompt", body, silence_s=self.timeouts.submit_s)
        reply = as_object(answer.json())
        if answer.status == 400 and ("error" in reply or "node_errors" in reply):
            raise refusal_of(reply, prompt)
        if answer.status != 200 or "prompt_id" not in reply:
            raise self._wire.failure("/prompt", answer)
        self._check_accepted(reply, prompt, prompt_id, output_node)
        return Submitted(prompt_id, as_number(reply.get("number")) or 0)

    def _check_accepted(
        self, reply: JsonObject, prompt: JsonObject, prompt_id: str, output_node: str
    ) -> None:
        given_id = as_text(reply["prompt_id"])
        refusal: PromptRejected | None = None
        if given_id != prompt_id:  # a server so old that it makes its own ids
            refusal = PromptRejected(
                (NodeReason("prompt_id_ignored", "The server gave the prompt another id"),),
                hint="This ComfyUI is too old for Restitch. Update it",
            )
        elif output_node:
            refusal = refusal_for_output(reply.get("node_errors"), prompt, output_node)
        if refusal is not None:
            if given_id:  # an interrupt without an id would stop whatever runs
                self.cancel(given_id)
            raise refusal

    def state_of(self, prompt_id: str) -> PromptState:
        """Where the prompt is now. History is asked twice: it may end between the questions."""
        if (entry := self._entry(prompt_id)) is not None:
            return entry
        queue = self._wire.get_object("/queue")
        waiting: Pending | Running | None = state_in(queue, prompt_id)
        return waiting or self._entry(prompt_id) or Unknown()

    def _entry(self, prompt_id: str) -> Finished | None:
        entry = entry_in(self._wire.get_object(f"/history/{prompt_id}"), prompt_id)
        return Finished(entry) if entry is not None else None

    def recent_history(self, count: int) -> JsonObject:
        """The newest entries of the server's history, by prompt id; see `past_prompts`."""
        return self._wire.get_object(f"/history?max_items={count}")

    def history_of(self, prompt_id: str) -> JsonObject:
        """The raw entry of one prompt; {} while it has not ended, or where it is not known."""
        return as_object(self._wire.get_object(f"/history/{prompt_id}").get(prompt_id))

    def cancel(self, prompt_id: str) -> None:
        """Take the prompt out of the queue, or stop it, and never anybody else's.

        Takes `cancel_s` a request at most. A running node that reports no progress ends first.
        A prompt that has ended, or is not known, is left as it is.
        """
        answer = self._post_cancel(f"/api/jobs/{prompt_id}/cancel", {})
        if answer == 200:
            return
        # 0.3.64 has no jobs interface and answers 405.
        self._post_cancel("/queue", {"delete": [prompt_id]})
        self._post_cancel("/interrupt", {"prompt_id": prompt_id})

    def _post_cancel(self, path: str, body: JsonObject) -> int:
        return self._wire.post(path, body, silence_s=self.timeouts.cancel_s).status

    def fetch_output(
        self,
        ref: OutputRef,
        target: Path,
        limit_bytes: int | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> download.Fetched:
        """See `download.fetch_output`; the limit is the client's own unless given."""
        limit = self.limits.output_bytes if limit_bytes is None else limit_bytes
        return download.fetch_output(self._wire, ref, target, limit, on_progress)


def upload_name(data: bytes, suffix: str = ".png") -> str:
    """A name on the server that only the same bytes get, in ASCII."""
    return f"restitch_{hashlib.sha256(data).hexdigest()[:24]}{suffix}"


def _too_large_upload(name: str, size_bytes: int, said: str = "") -> ComfyRefused:
    return ComfyRefused(
        "The picture is too large for the server",
        f"{name}, {size_bytes / (1 << 20):.0f} MiB" + (f": {said}" if said else ""),
        "Use a smaller picture, or start ComfyUI with a larger --max-upload-size",
    )
