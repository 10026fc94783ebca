"""An https door before a server of a test: it speaks TLS outside and passes the bytes on."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

CERTIFICATES = Path(__file__).parent / "data" / "tls"
"""Made for tests, valid for a hundred years; the authority's own key was thrown away."""
AUTHORITY = CERTIFICATES / "authority.pem"


class TlsDoor:
    """`certificate`: a name in `data/tls`: "vouched" by the authority, "self_signed",
    "other_name"."""

    def __init__(self, port: int, certificate: str) -> None:
        self._inner_port = port
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="tls door")
        self._connections: set[asyncio.Task[None]] = set()
        self._port = 0

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self._thread.start()
        opened = asyncio.run_coroutine_threadsafe(self._open(), self._loop)
        self._port = opened.result(timeout=120)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(timeout=120)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _open(self) -> int:
        self._loop.set_exception_handler(lambda _loop, _context: None)  # refused handshakes
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", 0, ssl=self._tls)
        return int(self._server.sockets[0].getsockname()[1])

    async def _close(self) -> None:
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _pass_on(self, near: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        far, inward = await asyncio.open_connection("127.0.0.1", self._inner_port)
        try:
            async with asyncio.TaskGroup() as pumps:
                pumps.create_task(_pump(near, inward))
                pumps.create_task(_pump(far, out))
        finally:
            for end in (inward, out):
                end.transport.abort()
                with contextlib.suppress(OSError, ssl.SSLError):
                    await end.wait_closed()
            self._connections.discard(task)


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, ssl.SSLError):
        while data := await source.read(1 << 16):
            target.write(data)
            await target.drain()
    target.close()
