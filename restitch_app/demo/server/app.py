"""The ASGI application: routes under both prefixes, the guard against browsers, and the faults."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from restitch_app.demo.server.answers import Json, ServerTrouble, empty, trouble
from restitch_app.demo.server.engine import Engine, status_of
from restitch_app.demo.server.faults import FaultBox, Faults
from restitch_app.demo.server.folders import Folders
from restitch_app.demo.server.guards import (
    CONTROL,
    BrowserGuard,
    FaultyAnswers,
    HangUp,
    KeyGuard,
    Lines,
)
from restitch_app.demo.server.hub import Ear, Hub, encode
from restitch_app.demo.server.manner import Manner
from restitch_app.demo.server.routes_about import FEATURES, HONEST_WORDS, AboutRoutes, JobRoutes
from restitch_app.demo.server.routes_files import FileRoutes
from restitch_app.demo.server.routes_prompt import PromptRoutes


@dataclass(frozen=True)
class Parts:
    """What the application is made of."""

    engine: Engine
    hub: Hub
    folders: Folders
    faults: FaultBox
    lines: Lines
    refuse: Callable[[float], None]
    """Close the port for that many seconds."""
    crash: Callable[[float], None]
    manner: Manner


def build_app(parts: Parts) -> ASGIApp:
    routes = _routes(parts)
    control = ControlRoutes(parts)
    steering: list[BaseRoute] = [
        Route("/counters", control.counters),
        Route("/faults", control.faults, methods=["GET", "POST"]),
        Route("/forget", control.forget, methods=["POST"]),
        Route("/refuse", control.refuse, methods=["POST"]),
        Route("/crash", control.crash, methods=["POST"]),
    ]
    app = Starlette(
        routes=[
            *routes,
            Mount("/api", routes=[*routes, *_only_under_api(parts)]),
            Mount(CONTROL, routes=steering),
        ],
        exception_handlers={ServerTrouble: _in_trouble, HTTPException: _http_error},
    )
    guarded = KeyGuard(BrowserGuard(app), parts.manner.api_key)
    return HangUp(FaultyAnswers(guarded, parts.faults, parts.lines), parts.lines)


def _only_under_api(parts: Parts) -> list[BaseRoute]:
    jobs = JobRoutes(parts.engine)
    if parts.manner.is_old:
        return [Route("/jobs/{prompt_id}/cancel", _not_by_post)]
    return [
        Route("/jobs", jobs.jobs),
        Route("/jobs/cancel", jobs.cancel_several, methods=["POST"]),
        Route("/jobs/{prompt_id}", jobs.job),
        Route("/jobs/{prompt_id}/cancel", jobs.cancel, methods=["POST"]),
    ]


async def _not_by_post(_request: Request) -> Response:
    """0.3.64 serves its page at any path that it does not know, to GET alone."""
    return empty(404)


def _routes(parts: Parts) -> list[BaseRoute]:
    prompts = PromptRoutes(parts.engine, parts.folders, parts.faults, parts.manner)
    files = FileRoutes(parts.folders, parts.faults)
    about = AboutRoutes(parts.folders, parts.manner)
    return [
        Route("/prompt", prompts.get_prompt, methods=["GET"]),
        Route("/prompt", prompts.post_prompt, methods=["POST"]),
        Route("/queue", prompts.get_queue, methods=["GET"]),
        Route("/queue", prompts.post_queue, methods=["POST"]),
        Route("/interrupt", prompts.interrupt, methods=["POST"]),
        Route("/free", prompts.free, methods=["POST"]),
        Route("/history", prompts.get_history, methods=["GET"]),
        Route("/history", prompts.post_history, methods=["POST"]),
        Route("/history/{prompt_id}", prompts.get_history_entry),
        Route("/upload/image", files.upload, methods=["POST"]),
        Route("/view", files.view),
        Route("/system_stats", about.system_stats),
        Route("/features", about.features),
        Route("/object_info", about.object_info),
        Route("/object_info/{name}", about.object_info_of),
        WebSocketRoute("/ws", SocketRoute(parts).serve),
    ]


@dataclass(frozen=True, slots=True)
class ControlRoutes:
    """How another process steers the demo server; no part of ComfyUI."""

    parts: Parts

    async def counters(self, _request: Request) -> Response:
        engine = self.parts.engine
        return Json(
            {
                "prompts_received": engine.received,
                "prompts_executed": engine.executed,
                "about": HONEST_WORDS,
            }
        )

    async def faults(self, request: Request) -> Response:
        if request.method == "POST":
            try:
                wanted = Faults.from_json(json.loads(await request.body() or b"{}"))
            except (ValueError, TypeError) as error:
                return Json({"error": str(error)}, 400)
            self.parts.faults.set(wanted)
        return Json(self.parts.faults.faults.as_json())

    async def forget(self, _request: Request) -> Response:
        await asyncio.to_thread(self.parts.engine.forget)
        return empty()

    async def refuse(self, request: Request) -> Response:
        self.parts.refuse(float(json.loads(await request.body())["seconds"]))
        return empty()

    async def crash(self, request: Request) -> Response:
        seconds = float(json.loads(await request.body())["seconds"])
        await asyncio.to_thread(self.parts.crash, seconds)
        return empty()


@dataclass(frozen=True, slots=True)
class SocketRoute:
    parts: Parts

    async def serve(self, socket: WebSocket) -> None:
        hub, engine = self.parts.hub, self.parts.engine
        await socket.accept()
        ear = hub.open(socket.query_params.get("clientId", ""))
        hello = {**status_of(engine.remaining()), "sid": ear.sid}
        ear.messages.put_nowait(encode("status", hello))
        node = engine.running_node_of(ear.sid)
        if node is not None:
            ear.messages.put_nowait(encode("executing", {"node": node}))
        sending = asyncio.create_task(self._send_all(socket, ear))
        try:
            await self._listen(socket, ear)
        finally:
            hub.close(ear)
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    async def _listen(self, socket: WebSocket, ear: Ear) -> None:
        first = True
        while True:
            message = await socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            if first:
                self._read_flags(message.get("text"), ear)
            first = False

    def _read_flags(self, text: str | None, ear: Ear) -> None:
        """Feature flags count only as the first message of a socket."""
        try:
            message = json.loads(text or "")
        except ValueError:
            return
        if isinstance(message, dict) and message.get("type") == "feature_flags":
            flags = message.get("data") or {}
            ear.previews_with_facts = bool(flags.get("supports_preview_metadata"))
            ear.messages.put_nowait(encode("feature_flags", FEATURES))

    async def _send_all(self, socket: WebSocket, ear: Ear) -> None:
        while True:
            message = await ear.messages.get()
            if message is None:
                self.parts.lines.cut(socket.scope)
                return
            try:
                if isinstance(message, str):
                    await socket.send_text(message)
                else:
                    await socket.send_bytes(message)
            except (WebSocketDisconnect, RuntimeError):  # the other side has gone
                return


async def _in_trouble(_request: Request, _error: Exception) -> Response:
    return trouble()


async def _http_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return PlainTextResponse("405: Method Not Allowed", 405, error.headers)
    return empty(error.status_code)
