"""The open connections of one client, so that another thread can end what hangs on them."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from typing import Any
from weakref import WeakSet

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import ProxyManager


class Lines:
    """Safe on any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: WeakSet[HTTPConnection] = WeakSet()
        self._is_cut = False

    @property
    def is_cut(self) -> bool:
        return self._is_cut

    def note(self, connection: HTTPConnection) -> None:
        with self._lock:
            self._open.add(connection)
            is_cut = self._is_cut
        if is_cut:
            _shut(connection)

    def cut(self) -> None:
        """End every request that runs, and each that comes, as if the server had hung up.

        One that is still connecting ends with its own time limit.
        """
        with self._lock:
            self._is_cut = True
            connections = tuple(self._open)
        for connection in connections:
            _shut(connection)


class NotingAdapter(HTTPAdapter):
    """Notes each connection of a requests session in `lines`; https uses `tls`."""

    def __init__(self, lines: Lines, tls: ssl.SSLContext | None = None) -> None:
        self._lines = lines
        self._tls = tls
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as requests has it
        super().init_poolmanager(*args, **kwargs, ssl_context=self._tls)
        self.poolmanager.pool_classes_by_scheme = _pools(self._lines)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> ProxyManager:  # noqa: ANN401 - as above
        manager: ProxyManager = super().proxy_manager_for(proxy, **kwargs, ssl_context=self._tls)
        if not proxy.lower().startswith("socks"):  # which has connections of its own
            manager.pool_classes_by_scheme = _pools(self._lines)
        return manager


def _pools(lines: Lines) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            lines.note(self)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            lines.note(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _shut(connection: HTTPConnection) -> None:
    """Wakes a thread that waits for the socket; closing it alone would not."""
    used = connection.sock
    if used is not None:
        with suppress(OSError):
            # The plain socket's own: that of TLS takes its state away under the waiting thread.
            socket.socket.shutdown(used, socket.SHUT_RDWR)
