"""Answers as the real server words them."""

from __future__ import annotations

from starlette.responses import JSONResponse, PlainTextResponse, Response


class ServerTrouble(Exception):
    """Stands for an exception that the real server does not handle: 500 with a text body."""


class Json(JSONResponse):
    media_type = "application/json; charset=utf-8"


def trouble() -> Response:
    return PlainTextResponse("500 Internal Server Error\n\nServer got itself in trouble", 500)


def empty(status: int = 200) -> Response:
    return Response(status_code=status)
