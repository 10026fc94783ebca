"""The progress socket. It may be deaf or gone at any time: `watch` never relies on it."""

from __future__ import annotations

import json
import logging
import socket as sockets
from types import TracebackType
from urllib.parse import urlencode, urlsplit, urlunsplit

import websocket

from restitch_app.comfy.errors import comfy_errors
from restitch_app.comfy.server.access import NO_ACCESS, Access, tls_context
from restitch_app.comfy.server.messages import SocketMessage, parse_binary, parse_text
from restitch_app.comfy.server.wire import Timeouts, is_loopback

_log = logging.getLogger(__name__)

LARGEST_MESSAGE_BYTES = 64 << 20
"""As much as is taken in one answer over HTTP; a preview has some ten kilobytes."""

# Sent first or it is ignored: previews then say which prompt they belong to.
_FEATURES = {"type": "feature_flags", "data": {"supports_preview_metadata": True}}


class _BoundedSocket(websocket.WebSocket):
    """Breaks off before a message, whole or in pieces, that would fill the memory."""

    _before_bytes = 0
    """Of the pieces of the message so far."""

    def recv_frame(self) -> websocket.ABNF:
        frame: websocket.ABNF = super().recv_frame()  # type: ignore[no-untyped-call]
        if not frame.fin:
            self._before_bytes += len(frame.data)
        elif frame.opcode in (frame.OPCODE_CONT, frame.OPCODE_TEXT, frame.OPCODE_BINARY):
            self._before_bytes = 0
        return frame

    def _recv(self, bufsize: int) -> bytes:
        announced_bytes = self.frame_buffer.length or 0
        if self._before_bytes + announced_bytes > LARGEST_MESSAGE_BYTES:
            raise websocket.WebSocketPayloadException("a message larger than any of ComfyUI's")
        read: bytes = super()._recv(bufsize)  # type: ignore[no-untyped-call]
        return read


class Listener:
    """One open socket, for one thread. Never open a second one with the same client id before
    this one is closed: the server would leave the second deaf."""

    def __init__(
        self, url: str, client_id: str, timeouts: Timeouts, access: Access = NO_ACCESS
    ) -> None:
        """Connects; raises ComfyUnreachable."""
        self._url = url
        tls = tls_context(url, access)
        with comfy_errors(url):
            self._socket = websocket.create_connection(
                socket_url(url, client_id),
                timeout=timeouts.connect_s,
                class_=_BoundedSocket,
                header=access.headers,
                sslopt={"context": tls} if tls is not None else None,
                suppress_origin=True,  # the server answers 403 to an Origin that is not its Host
                redirect_limit=0,
                skip_utf8_validation=True,  # one damaged text is not worth the socket
                http_no_proxy=["*"] if is_loopback(url) else None,
                sockopt=((sockets.SOL_SOCKET, sockets.SO_KEEPALIVE, 1),),
            )
            self._socket.send(json.dumps(_FEATURES))

    def __enter__(self) -> Listener:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def receive(self, timeout_s: float) -> tuple[SocketMessage, ...]:
        """What the next frame says; () after `timeout_s` of silence or for a frame of no use.

        Raises ComfyUnreachable when the socket is gone. A frame that is half here is kept.
        """
        with comfy_errors(self._url):
            self._socket.settimeout(timeout_s)
            try:
                opcode, data = self._socket.recv_data()
            except websocket.WebSocketTimeoutException:
                return ()
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                raise websocket.WebSocketConnectionClosedException("closed by the server")
        if opcode == websocket.ABNF.OPCODE_BINARY:
            preview = parse_binary(bytes(data))
            return (preview,) if preview is not None else ()
        return parse_text(bytes(data).decode("utf-8", "replace"))

    def close(self) -> None:
        """Close and wait for the server's end of it, 1 s at most."""
        self._socket.close(timeout=1)


def socket_url(url: str, client_id: str) -> str:
    parts = urlsplit(url)
    scheme = "wss" if parts.scheme == "https" else "ws"
    path = parts.path.rstrip("/") + "/ws"
    return urlunsplit((scheme, parts.netloc, path, urlencode({"clientId": client_id}), ""))
