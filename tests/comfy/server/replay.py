"""A server that plays a recording back over real sockets, and what our client makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from restitch_app.comfy.errors import ExecutionFailed, JobInterrupted, JobLost
from restitch_app.comfy.loose import as_object
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.news import NodeStarted, Preview, Step, WatchMessage
from restitch_app.comfy.server.outputs import OutputRef, files_of
from restitch_app.comfy.server.watch import watch
from restitch_app.domain.progress import JobContext
from tests.comfy.conftest import PACE
from tests.comfy.fake_server import FakeComfy, Reply, Request, Socket
from tests.comfy.server.recorded import Exchange, Run, is_closing, send


def stage(server: FakeComfy, run: Run) -> None:
    """Let the server take the run's prompt, tell its transcripts and keep its history."""
    server.answers["/prompt"] = lambda _request: run.submit.reply()
    server.history = {}
    server.running = [[1, run.prompt_id, run.prompt, {}, []]]
    server.sockets.clear()

    def script(socket: Socket) -> None:
        number = len(server.sockets) - 1
        if number >= len(run.transcripts):
            return
        server.wait_until_asked()  # a watch asks the books as soon as a socket is open
        is_last = number == len(run.transcripts) - 1
        for frame in run.transcripts[number]:
            if is_closing(frame) and not is_last:
                socket.drop()
                return
            send(socket, frame)
        if is_last:
            server.running = []
            server.history = {key: as_object(value) for key, value in run.history.items()}
        else:
            socket.drop()

    server.on_socket = script


@dataclass
class Concluded:
    """`words` is the whole conclusion in one line: what a table can name."""

    words: str
    seen: list[WatchMessage] = field(default_factory=list)

    @property
    def steps(self) -> list[tuple[int, int]]:
        return [(one.done, one.total) for one in self.seen if isinstance(one, Step)]

    @property
    def titles(self) -> list[str]:
        return [one.title for one in self.seen if isinstance(one, NodeStarted)]

    @property
    def previews(self) -> int:
        return sum(isinstance(one, Preview) for one in self.seen)


def conclude(server: FakeComfy, client: ComfyClient, run: Run) -> Concluded:
    """Submit and watch, as the engine does."""
    stage(server, run)
    client.submit(run.prompt, run.prompt_id)
    return followed(client, run)


def followed(client: ComfyClient, run: Run) -> Concluded:
    seen: list[WatchMessage] = []
    try:
        entry = watch(client, run.prompt_id, run.prompt, JobContext(), seen.append, PACE)
    except ExecutionFailed as failure:
        memory = "out of memory" if failure.out_of_memory else "failed"
        return Concluded(f"{memory} at {failure.node_title}: {failure.message}", seen)
    except JobInterrupted as interruption:
        return Concluded(f"interrupted. {interruption.detail}".strip(), seen)
    except JobLost:
        return Concluded("lost", seen)
    made = {node: refs for node in entry.outputs if (refs := files_of(entry, node))}
    return Concluded("; ".join(f"{node}: {_named(refs)}" for node, refs in made.items()), seen)


def _named(refs: tuple[OutputRef, ...]) -> str:
    names = [f"{ref} [{ref.type}]" for ref in refs]
    return f"{names[0]} … {names[-1]}, {len(names)} files" if len(names) > 1 else names[0]


def answering(server: FakeComfy, one: Exchange) -> None:
    """Give the recorded answer at its path, with and without the prefix."""

    def answer(_request: Request) -> Reply:
        return one.reply()

    server.answers[one.path] = answer
    if one.path == "/api/prompt":  # the client asks without
        server.answers["/prompt"] = answer
