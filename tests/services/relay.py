"""A relay before a server that spoils the answers to one kind of request."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

CHUNK_BYTES = 4096


class Relay:
    """Forwards bytes both ways. `spoils`: how the requests begin, as b"POST /prompt".

    Of their answers only the first `passes_bytes` come through; then the connection is cut, or,
    with `holds`, nothing more is said until `release`. The request itself always gets there, with
    `late_s` only after that time, even if nobody waits for its answer any more.
    """

    def __init__(
        self,
        port: int,
        spoils: bytes,
        *,
        times: int = 1,
        passes_bytes: int = 0,
        holds: bool = False,
        late_s: float = 0.0,
    ) -> None:
        self._port = port
        self._spoils = spoils
        self._times = times
        self._passes_bytes = passes_bytes
        self._holds = holds
        self._late_s = late_s
        self._released = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.spoiled = threading.Event()
        """Set once an answer has been spoiled."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def release(self) -> None:
        self._released.set()

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._released.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in list(self._open):
            _cut(one)
        for thread in self._threads:
            thread.join()

    def _start(self, work: object, *args: object) -> None:
        thread = threading.Thread(target=work, args=args)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._port))
            except OSError:
                near.close()
                continue
            self._open |= {near, far}
            is_spoiled = threading.Event()
            self._start(self._requests, near, far, is_spoiled)
            self._start(self._answers, far, near, is_spoiled)

    def _requests(
        self, near: socket.socket, far: socket.socket, is_spoiled: threading.Event
    ) -> None:
        with suppress(OSError):
            while data := near.recv(CHUNK_BYTES):
                if self._times and data.startswith(self._spoils):
                    self._times -= 1
                    is_spoiled.set()
                    self._released.wait(self._late_s)
                far.sendall(data)
        if not (self._late_s and is_spoiled.is_set()):  # a server may drop what nobody waits for
            _cut(far)

    def _answers(
        self, far: socket.socket, near: socket.socket, is_spoiled: threading.Event
    ) -> None:
        passed = 0
        with suppress(OSError):
            while data := far.recv(CHUNK_BYTES):
                if is_spoiled.is_set():
                    near.sendall(data[: max(0, self._passes_bytes - passed)])
                    passed += len(data)
                    if passed > self._passes_bytes:
                        self.spoiled.set()
                        if not self._holds:
                            break
                        self._released.wait()
                        near.sendall(data)
                        is_spoiled.clear()
                else:
                    near.sendall(data)
        _cut(near)
        _cut(far)


def _cut(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
