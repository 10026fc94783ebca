"""What the server knows about one prompt: waiting, running, finished or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from restitch_app.comfy.errors import ExecutionFailed, JobInterrupted
from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text
from restitch_app.comfy.workflows.graph import Graph


class Outcome(Enum):
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A prompt that has ended, from `/history/{id}`."""

    prompt_id: str
    outcome: Outcome
    outputs: JsonObject
    """By node id. After a failure it still holds what was finished before: do not use it."""
    prompt: JsonObject
    """The graph as it ran, with the values as the server coerced them."""
    error: JsonObject
    """`execution_error`'s or `execution_interrupted`'s data; {} after a success."""

    def failure(self) -> ExecutionFailed | JobInterrupted | None:
        """The error to raise for this entry; None after a success."""
        if self.outcome is Outcome.SUCCEEDED:
            return None
        node_id = as_text(self.error.get("node_id"))
        title = Graph(self.prompt).title(node_id) or as_text(self.error.get("node_type"))
        if self.outcome is Outcome.INTERRUPTED:
            return JobInterrupted(f"It had come to {title}" if title else "")
        kind = as_text(self.error.get("exception_type"))
        message = as_text(self.error.get("exception_message"))
        no_memory = "OutOfMemory" in kind or "out of memory" in message.lower()
        # What follows the first line is advice for the window of ComfyUI itself.
        first_line = next((line for line in message.splitlines() if line.strip()), kind)
        return ExecutionFailed(
            title, first_line.strip() or "No reason was given", node_id=node_id,
            out_of_memory=no_memory,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pending:
    ahead: int
    """How many prompts will run before it, the running one included."""


@dataclass(frozen=True, slots=True)
class Running:
    pass


@dataclass(frozen=True, slots=True)
class Finished:
    entry: HistoryEntry


@dataclass(frozen=True, slots=True)
class Unknown:
    """In neither history nor queue at this moment. Ask again before calling it lost."""


PromptState = Pending | Running | Finished | Unknown


def entry_in(history: JsonObject, prompt_id: str) -> HistoryEntry | None:
    """The prompt's entry in an answer of `/history/{id}`; None while it has not ended."""
    raw = history.get(prompt_id)
    if not isinstance(raw, dict):
        return None
    status = as_object(raw.get("status"))
    messages = {
        as_text(message[0]): as_object(message[1])
        for message in map(as_array, as_array(status.get("messages")))
        if len(message) == 2
    }
    prompt = as_array(raw.get("prompt"))
    if "execution_interrupted" in messages:
        outcome, error = Outcome.INTERRUPTED, messages["execution_interrupted"]
    elif "execution_error" in messages or as_text(status.get("status_str")) == "error":
        outcome, error = Outcome.FAILED, messages.get("execution_error", {})
    else:
        outcome, error = Outcome.SUCCEEDED, {}
    return HistoryEntry(
        prompt_id,
        outcome,
        as_object(raw.get("outputs")),
        as_object(prompt[2]) if len(prompt) > 2 else {},
        error,
    )


def state_in(queue: JsonObject, prompt_id: str) -> Pending | Running | None:
    """The prompt's place in an answer of `/queue`; None if it is not there."""
    running = [as_array(item) for item in as_array(queue.get("queue_running"))]
    if any(len(item) > 1 and item[1] == prompt_id for item in running):
        return Running()
    pending = [as_array(item) for item in as_array(queue.get("queue_pending"))]
    order = sorted(  # the server keeps a heap: its order in the list means nothing
        (item[0], item[1])
        for item in pending
        if len(item) > 1 and isinstance(item[0], int | float) and isinstance(item[1], str)
    )
    for position, (_number, waiting_id) in enumerate(order):
        if waiting_id == prompt_id:
            return Pending(position + len(running))
    return None
