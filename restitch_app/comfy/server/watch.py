"""Following one prompt to its end. The socket brings the news, history and queue the truth."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from restitch_app.comfy.errors import ComfyError, ComfyUnreachable, JobLost
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.history import (
    Finished,
    HistoryEntry,
    Pending,
    PromptState,
    Running,
    Unknown,
)
from restitch_app.comfy.server.listen import Listener
from restitch_app.comfy.server.messages import (
    Cached,
    NodeBegan,
    NodeStep,
    PreviewImage,
    PromptEnded,
    QueueChanged,
    SocketMessage,
)
from restitch_app.comfy.server.news import NodeStarted, Preview, Queued, Step, WatchMessage
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.steps import StepCount
from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often to look, in seconds."""

    poll_s: float = 5.0
    """Between questions to the server while the socket talks to us."""
    poll_without_socket_s: float = 1.0
    ending_poll_s: float = 0.1
    """After the socket said it is over, until history shows it."""
    late_history_s: float = 15.0
    """How long it may take to show it before the prompt counts as lost."""
    lost_after_s: float = 2.0
    """A prompt must be unknown twice, this far apart, to be lost."""
    socket_retry_s: float = 5.0
    quiet_socket_s: float = 30.0
    """A socket silent for longer while the prompt runs may be deaf: it is opened anew."""
    tick_s: float = 0.2
    """A cancel is noticed within this time."""
    report_s: float = 0.5
    """Between two reports of which node runs: short ones pass unmentioned."""


def watch(
    client: ComfyClient,
    prompt_id: str,
    prompt: JsonObject,
    ctx: JobContext,
    on_message: Callable[[WatchMessage], object] | None = None,
    pace: Pace | None = None,
) -> HistoryEntry:
    """Block until the prompt has succeeded and return its history entry.

    `prompt` is the graph as submitted: it gives titles and the number of steps. Raises
    ExecutionFailed, JobInterrupted, JobLost; ComfyUnreachable when the server goes away: watch the
    same id again later, the prompt goes on there. On JobCancelled the prompt is cancelled on the
    server first, if that can be reached within a few seconds. Nothing is ever submitted here.
    """
    watching = _Watch(client, prompt_id, prompt, ctx, on_message, pace or Pace())
    try:
        entry = watching.run()
    except JobCancelled:
        cancel_quietly(client, prompt_id)
        raise
    finally:
        watching.close()
    failure = entry.failure()
    if failure is not None:
        raise failure
    return entry


def cancel_quietly(client: ComfyClient, prompt_id: str) -> bool:
    """Cancel for somebody who will not wait for the server; False if it could not be reached."""
    try:
        client.cancel(prompt_id)
    except ComfyError as error:
        _log.warning("prompt %s could not be cancelled on the server: %s", prompt_id, error)
        return False
    return True


class _Watch:
    def __init__(
        self,
        client: ComfyClient,
        prompt_id: str,
        prompt: JsonObject,
        ctx: JobContext,
        on_message: Callable[[WatchMessage], object] | None,
        pace: Pace,
    ) -> None:
        self._client = client
        self._prompt_id = prompt_id
        self._graph = Graph(prompt)
        self._steps = StepCount(prompt)
        self._ctx = ctx
        self._server_name = urlsplit(client.url).netloc
        self._tell = on_message or (lambda _message: None)
        self._pace = pace
        self._listener: Listener | None = None
        self._next_connect = 0.0
        self._last_frame = time.monotonic()
        self._next_poll = 0.0
        self._unknown_since: float | None = None
        self._ahead: int | None = None
        self._running = False
        self._ended_at: float | None = None
        self._title = "Rendering"
        self._reported = ""
        self._reported_at = 0.0

    def run(self) -> HistoryEntry:
        self._ctx.progress("Waiting for the server")
        while True:
            self._keep_socket()
            self._catch_up()
            if time.monotonic() >= self._next_poll:
                state = self._client.state_of(self._prompt_id)
                if isinstance(state, Finished):
                    return state.entry
                self._note(state)
            self._listen()

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    # What the server's own books say

    def _note(self, state: PromptState) -> None:
        now = time.monotonic()
        if isinstance(state, Unknown):
            if self._unknown_since is None:
                self._unknown_since = now
            elif now - self._unknown_since >= self._patience_s():
                raise JobLost(self._prompt_id, self._client.url)
        else:
            self._unknown_since = None
        if isinstance(state, Pending) and state.ahead != self._ahead:
            self._ahead = state.ahead
            self._tell(Queued(state.ahead))
            self._ctx.progress(f"{state.ahead} before it on {self._server_name}")
        if isinstance(state, Running):
            self._begin()
        self._next_poll = now + self._poll_wait_s()

    def _patience_s(self) -> float:
        """A prompt that the socket said has ended is not lost: its history entry may be late."""
        ended = self._ended_at is not None
        return self._pace.late_history_s if ended else self._pace.lost_after_s

    def _poll_wait_s(self) -> float:
        if self._ended_at is not None:
            ended_s = time.monotonic() - self._ended_at
            return max(self._pace.ending_poll_s, min(ended_s / 4, self._pace.poll_s))
        if self._unknown_since is not None:
            return min(self._pace.lost_after_s, self._pace.poll_without_socket_s)
        if self._listener is None:
            return self._pace.poll_without_socket_s
        return self._pace.poll_s

    def _poll_within(self, seconds: float) -> None:
        self._next_poll = min(self._next_poll, time.monotonic() + seconds)

    def _begin(self) -> None:
        if not self._running:
            self._running = True
            self._report()

    def _report(self) -> None:
        """Say which node runs and how many steps are done; a title that is new not at once."""
        now = time.monotonic()
        if self._title != self._reported:
            if now - self._reported_at < self._pace.report_s:
                return
            self._reported, self._reported_at = self._title, now
        self._ctx.progress(self._title, self._steps.done, self._steps.total)

    def _catch_up(self) -> None:
        if self._running and self._title != self._reported:
            self._report()

    # What the socket says

    def _keep_socket(self) -> None:
        now = time.monotonic()
        if self._listener is not None:
            quiet_s = now - self._last_frame
            if not self._running or quiet_s < self._pace.quiet_socket_s:
                return
            self.close()  # before a new one is opened: see Listener
        if now < self._next_connect:
            return
        self._next_connect = now + self._pace.socket_retry_s
        try:
            self._listener = Listener(
                self._client.url,
                self._client.client_id,
                self._client.timeouts,
                self._client.access,
            )
        except ComfyUnreachable as error:
            _log.info("no progress socket, asking instead: %s", error)
            return
        self._last_frame = time.monotonic()
        self._next_poll = 0.0  # what happened before it was open is not told again

    def _listen(self) -> None:
        if self._listener is None:
            self._ctx.wait(self._pace.tick_s)
            return
        self._ctx.wait(0)
        until_poll_s = max(0.001, self._next_poll - time.monotonic())
        try:
            messages = self._listener.receive(min(self._pace.tick_s, until_poll_s))
        except ComfyUnreachable as error:
            _log.info("the progress socket broke, asking instead: %s", error)
            self.close()
            self._next_poll = 0.0
            return
        if messages:
            self._last_frame = time.monotonic()
        for message in messages:
            self._hear(message)

    def _hear(self, message: SocketMessage) -> None:
        if isinstance(message, QueueChanged):
            if not self._running:
                self._poll_within(0.5)
            return
        if not self._is_ours(message):
            return
        if isinstance(message, PromptEnded):
            self._ended_at = self._ended_at or time.monotonic()
            self._poll_within(0)
            return
        self._begin()
        match message:
            case Cached(nodes=nodes):
                self._steps.leave_out(nodes)
            case NodeBegan(node_id=node_id, display_id=display_id):
                self._title = self._title_of(node_id, display_id)
                self._tell(NodeStarted(node_id, self._title))
                self._report()
            case NodeStep(node_id=node_id, value=value, maximum=maximum, display_id=display_id):
                if self._steps.note(node_id, value, maximum, display_id):
                    done, total = self._steps.done, self._steps.total
                    self._tell(Step(node_id, value, maximum, done, total))
                    self._report()
            case PreviewImage(data=data, media_type=media_type):
                self._tell(Preview(data, media_type))

    def _title_of(self, node_id: str, display_id: str) -> str:
        """A node that came up while the prompt ran is called like the one it stands behind."""
        outer = node_id.split(":", 1)[0]
        titles = (self._graph.title(one) for one in (node_id, display_id, outer))
        return next(filter(None, titles), node_id)

    def _is_ours(self, message: SocketMessage) -> bool:
        """The old preview frame and the first message after a reconnect name no prompt: they are
        ours if ours is the one that runs."""
        if isinstance(message, QueueChanged):
            return False
        return message.prompt_id == self._prompt_id or (not message.prompt_id and self._running)
