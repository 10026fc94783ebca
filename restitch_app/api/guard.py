"""Stands before every route: only programs of this machine that hold the token come through."""

from __future__ import annotations

import base64
import binascii
import logging
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from restitch_app.api.problems import (
    BODY_TOO_LARGE,
    FOREIGN_HOST,
    FROM_A_BROWSER,
    INTERNAL,
    NO_TOKEN,
    NO_TOKEN_FOR_PAGE,
    Problem,
)
from restitch_app.services.project.api_tokens import Doorkeeper

log = logging.getLogger(__name__)

LARGEST_BODY_BYTES = 1 << 20
PAGES = frozenset({"/", "/docs", "/openapi.json"})
"""What the API is. A person reads them in a browser, which asks for a password: the token."""


class Guard:
    """Refuses browsers (any `Origin`), foreign names (DNS rebinding), strangers and huge bodies."""

    def __init__(self, app: ASGIApp, door: Doorkeeper) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        problem = self._refusal(scope)
        if problem is not None:
            await problem.answer()(scope, receive, send)
            return
        body = await _read_body(scope, receive)
        if isinstance(body, Problem):
            await body.answer()(scope, receive, send)
        elif body is not None:
            await self._pass_on(scope, _Replayed(body, receive), send)

    def _refusal(self, scope: Scope) -> Problem | None:
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        if _values(headers, b"host") not in [[host] for host in _own_hosts(scope)]:
            return FOREIGN_HOST
        if _values(headers, b"origin"):
            return FROM_A_BROWSER
        is_page = scope["path"] in PAGES
        if not self._is_authorized(headers, is_page=is_page):
            return NO_TOKEN_FOR_PAGE if is_page else NO_TOKEN
        return None

    def _is_authorized(self, headers: Iterable[tuple[bytes, bytes]], *, is_page: bool) -> bool:
        given = _values(headers, b"authorization")
        if len(given) != 1:
            return False
        scheme, _, token = given[0].partition(b" ")
        if is_page and scheme.lower() == b"basic":
            return self._door.allows(_password(token))
        return scheme.lower() == b"bearer" and self._door.allows(token.strip())

    async def _pass_on(self, scope: Scope, receive: _Replayed, send: Send) -> None:
        """An error of our own is logged; the caller learns that it was ours, and nothing else."""
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception:
            log.exception("%s %s failed", scope["method"], scope["path"])
            if not started:
                await INTERNAL.answer()(scope, receive, send)


class _Replayed:
    """Hands a body that was read already to the app, then what else comes: the end of the line."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


async def _read_body(scope: Scope, receive: Receive) -> bytes | Problem | None:
    """The whole body; None when the caller went away. Counts it, whatever its headers say."""
    declared = _values(scope["headers"], b"content-length")
    if declared and int(declared[0]) > LARGEST_BODY_BYTES:
        return BODY_TOO_LARGE
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY_BYTES:
            return BODY_TOO_LARGE
        more = message.get("more_body", False)
    return bytes(body)


def _password(credentials: bytes) -> bytes:
    try:
        return base64.b64decode(credentials.strip(), validate=True).partition(b":")[2]
    except binascii.Error:
        return b""


def _own_hosts(scope: Scope) -> list[bytes]:
    """Under which names this very port may be called. The address alone is never enough: a page
    can point a name of its own at 127.0.0.1."""
    port = scope["server"][1]
    names = (b"127.0.0.1", b"localhost", b"[::1]")
    return [name + b":%d" % port for name in names] + (list(names) if port == 80 else [])


def _values(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> list[bytes]:
    """Of a header by its lower-case name; names of hosts have no case, so `host` is lowered."""
    found = [value for key, value in headers if key == name]
    return [value.lower() for value in found] if name == b"host" else found
