"""The API as a thing to start and stop, on 127.0.0.1 and nowhere else."""

from __future__ import annotations

import os
import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn

from restitch_app.api.app import build_app
from restitch_app.api.underway import Underway
from restitch_app.domain.errors import PortTaken
from restitch_app.services.project.api_tokens import Doorkeeper
from restitch_app.services.workbench import Workbench

HOST = "127.0.0.1"
START_TIMEOUT_S = 30.0
SLOWEST_GOODBYE_S = 5
"""How long a client may take to end its request once the program ends."""


class LoopbackServer:
    """Answers on a thread of its own. `start` and `stop`, or use it as a context manager.

    `port` 0 takes a free one. It runs no jobs: see `serve`. A stopped server is not started again.
    """

    def __init__(self, workbench: Workbench, door: Doorkeeper, port: int = 0) -> None:
        self._underway = Underway(workbench)
        self._wanted_port = port
        self._ready = threading.Event()
        self._server = _Server(
            uvicorn.Config(
                build_app(workbench, door, self._underway),
                http="h11",
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=SLOWEST_GOODBYE_S,
            ),
            self._ready,
        )
        self._socket: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="loopback API")
        self.port = port

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def start(self) -> Self:
        """Returns when it answers. Raises PortTaken."""
        self._socket = _listening(self._wanted_port)
        self.port = int(self._socket.getsockname()[1])
        self._thread.start()
        if not self._ready.wait(START_TIMEOUT_S) or not self._server.started:
            self.stop()
            raise RuntimeError("the API did not start; the log says why")
        return self

    def stop(self) -> None:
        """Stops long requests, answers them, and ends. Idempotent."""
        self._underway.end()
        self._server.should_exit = True
        if self._thread.ident is not None:
            self._thread.join()

    def join(self, timeout_s: float) -> None:
        self._thread.join(timeout_s)

    def _run(self) -> None:
        assert self._socket is not None
        with self._socket:
            try:
                self._server.run(sockets=[self._socket])
            finally:
                self._ready.set()  # also when it failed: nobody should wait for it

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "nt":  # there SO_REUSEADDR would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortTaken(
            f"Port {port} cannot be used",
            str(error),
            "Choose another one with --port, or leave it out for a free one",
        ) from error
    return listener
