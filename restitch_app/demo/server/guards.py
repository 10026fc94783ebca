"""What lies around the application: who is let in, wrong answers, connections that break."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from restitch_app.demo.server.answers import empty
from restitch_app.demo.server.faults import AnswerFault, FaultBox

CONTROL = "/restitch-demo"


@dataclass
class Lines:
    """The open connections, so that one can be cut hard: no goodbye, code 1006 for a WebSocket."""

    transports: dict[tuple[str, int], asyncio.Transport] = field(default_factory=dict)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def cut(self, scope: Scope) -> None:
        self.write_and_cut(scope, b"")

    def write_and_cut(self, scope: Scope, data: bytes) -> None:
        transport = self.transports.get(tuple(scope["client"]))
        if transport is not None:
            transport.write(data)
            transport.close() if data else transport.abort()

    def cut_all(self) -> None:
        for transport in list(self.transports.values()):
            transport.abort()


@dataclass(frozen=True, slots=True)
class BrowserGuard:
    """403 for a page of another origin, as loopback ComfyUI servers do."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _is_foreign(Headers(scope=scope)):
            await empty(403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


@dataclass(frozen=True, slots=True)
class KeyGuard:
    """401 without the API key, for requests and sockets alike."""

    app: ASGIApp
    api_key: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_steering = str(scope.get("path", "")).startswith(CONTROL)
        if not self.api_key or scope["type"] not in ("http", "websocket") or is_steering:
            await self.app(scope, receive, send)
            return
        if Headers(scope=scope).get("authorization") == f"Bearer {self.api_key}":
            await self.app(scope, receive, send)
            return
        refusal = PlainTextResponse("401: Unauthorized", 401)
        if scope["type"] == "websocket":
            await WebSocket(scope, receive, send).send_denial_response(refusal)
        else:
            await refusal(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    if headers.get("sec-fetch-site") == "cross-site":
        return True
    origin = urlsplit(headers.get("origin", "")).netloc
    return bool(origin) and origin != headers.get("host")


@dataclass(frozen=True, slots=True)
class FaultyAnswers:
    app: ASGIApp
    faults: FaultBox
    lines: Lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope.get("path", "")).removeprefix("/api")
        fault = None
        if scope["type"] in ("http", "websocket") and not path.startswith(CONTROL):
            fault = self.faults.take_answer(str(scope.get("method", "")), path)
        if fault is None:
            await self.app(scope, receive, send)
        elif fault.does == "slow":
            await self._wait(fault.seconds)
            await self.app(scope, receive, send)
        else:
            await self._misbehave(fault, scope, receive, send)

    async def _misbehave(
        self, fault: AnswerFault, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if fault.does == "status":
            words = f"{fault.status}: told to fail"
            await PlainTextResponse(words, fault.status)(scope, receive, send)
        elif fault.does == "garbage" and fault.status:
            await PlainTextResponse("<html>not json {", 200)(scope, receive, send)
        elif fault.does == "garbage":
            self.lines.write_and_cut(scope, b"\x16\x03\x01 this is no HTTP\r\n\r\n")
            await _after_the_cut(receive)
        else:
            if fault.does == "stall":
                await self._wait(fault.seconds)
            self.lines.cut(scope)
            await _after_the_cut(receive)

    async def _wait(self, seconds: float) -> None:
        """Seconds, or until the server is told to stop."""
        try:
            await asyncio.wait_for(self.lines.closing.wait(), seconds)
        except TimeoutError:
            return


@dataclass(frozen=True, slots=True)
class HangUp:
    """Cuts the connection under an answer that promised more bytes than it has."""

    app: ASGIApp
    lines: Lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        promised = 0
        sent = 0

        async def counting(message: Message) -> None:
            nonlocal promised, sent
            if message["type"] == "http.response.start":
                headers = Headers(raw=message["headers"])
                promised = int(headers.get("content-length", 0))
            elif message["type"] == "http.response.body":
                sent += len(message.get("body", b""))
                if scope["method"] != "HEAD" and sent < promised and not message.get("more_body"):
                    await send({**message, "more_body": True})
                    self.lines.write_and_cut(scope, b"")
                    return
            await send(message)

        await self.app(scope, receive, counting if scope["type"] == "http" else send)
        if sent < promised and scope["type"] == "http" and scope["method"] != "HEAD":
            await _after_the_cut(receive)


async def _after_the_cut(receive: Receive) -> None:
    """Wait until the server has noticed that the connection is gone."""
    while True:
        message = await receive()
        if message["type"].endswith("disconnect"):
            return
