"""What a refused or failed request gets: one shape for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from restitch_app.domain.errors import (
    JobCancelled,
    NotFound,
    ProjectBusy,
    RestitchError,
    WrongUse,
)

REFUSED_BY_STATE = "refused"
"""Code of errors that say: not as things stand now."""
HINT = "GET /docs shows what it takes."
TYPE_HINT = "Send it with Content-Type: application/json."


class ProblemText(BaseModel):
    code: str = Field(description="A stable word for programs.", examples=["not_found"])
    title: str = Field(description="What happened.", examples=["There is no version with id 77"])
    detail: str = Field(description="What it is about, and what was kept.", examples=[""])
    hint: str = Field(description="What to do next.", examples=[""])


class ProblemAnswer(BaseModel):
    """Every answer with a status of 400 or more."""

    error: ProblemText


@dataclass(frozen=True, slots=True)
class Problem:
    status: int
    code: str
    title: str
    detail: str = ""
    hint: str = ""
    headers: Mapping[str, str] | None = None

    def answer(self) -> JSONResponse:
        text = {"code": self.code, "title": self.title, "detail": self.detail, "hint": self.hint}
        return JSONResponse({"error": text}, self.status, headers=self.headers)


NO_TOKEN = Problem(
    401,
    "no_token",
    "This needs the token",
    "The header Authorization is missing, or holds another token",
    'Send "Authorization: Bearer TOKEN"; `restitch serve` shows the token when it starts.',
    {"WWW-Authenticate": 'Bearer realm="restitch"'},
)
NO_TOKEN_FOR_PAGE = replace(
    NO_TOKEN,
    hint='Send "Authorization: Bearer TOKEN"; in a browser, any name, and it as the password.',
    headers={"WWW-Authenticate": 'Basic realm="restitch"'},
)
FOREIGN_HOST = Problem(
    403,
    "foreign_host",
    "This address is not ours",
    "The header Host names neither 127.0.0.1, localhost nor [::1] with our port",
    "Call the address that `restitch serve` shows.",
)
FROM_A_BROWSER = Problem(
    403,
    "from_a_browser",
    "Web pages are kept out",
    "The request has an Origin header",
    "Call from a program of this machine.",
)
BODY_TOO_LARGE = Problem(
    413,
    "body_too_large",
    "The request is too large",
    "At most 1 MiB is read",
    "Send less.",
    {"Connection": "close"},
)
INTERNAL = Problem(
    500,
    "internal",
    "Restitch made a mistake",
    "The log has the details",
    "Try again; report it if it happens twice.",
)
ENDING = Problem(
    503, "ending", "Restitch is ending", "The request was given up", "Start `restitch serve` again."
)

_RESPONSES: dict[int, str] = {
    400: "It cannot be done as asked, or the body is no JSON.",
    401: "The token is missing or wrong.",
    403: "From a web page, or to a foreign host name.",
    404: "There is no such row.",
    409: "Not as things stand now.",
    413: "The body is larger than 1 MiB.",
    415: "The body is not sent as application/json.",
    422: "A value is missing, unknown or out of range.",
    500: "A mistake of Restitch itself; see its log.",
    503: "A file, disk or database failed, or Restitch is ending. The title says which.",
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": ProblemAnswer, "description": text} for status, text in _RESPONSES.items()
}
"""Documents every route's refusals."""


def problem_of(error: RestitchError) -> Problem:
    headers = {"Retry-After": "1"} if isinstance(error, ProjectBusy) else None
    return Problem(_status(error), error.code, error.title, error.detail, error.hint, headers)


def _status(error: RestitchError) -> int:
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, WrongUse):
        return 409 if error.code == REFUSED_BY_STATE else 400
    return 503


def add_problem_handlers(app: FastAPI) -> None:
    """A bug is answered here and goes on to the guard, which logs it."""
    app.add_exception_handler(RestitchError, _on_restitch_error)
    app.add_exception_handler(JobCancelled, _on_cancelled)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_bug)


def _on_restitch_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RestitchError)
    return problem_of(error).answer()


def _on_cancelled(_request: Request, _error: Exception) -> JSONResponse:
    return ENDING.answer()


def _on_invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = error.errors()
    if isinstance(error.body, bytes) and error.body:
        kind = request.headers.get("content-type", "none")
        return Problem(
            415, "not_json", "The body is not sent as JSON", f"Type: {kind}", TYPE_HINT
        ).answer()
    if any(fault["type"] == "json_invalid" for fault in faults):
        return Problem(400, "no_json", "The body is not JSON", "", HINT).answer()
    detail = "; ".join(f"{_place(fault['loc'])}: {_reason(fault['msg'])}" for fault in faults[:8])
    return Problem(422, "invalid", "The request is not as it should be", detail, HINT).answer()


def _place(loc: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in loc)


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ")


def _on_http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    path = request.url.path
    known = {
        404: Problem(404, "no_route", "There is nothing at this address", path, HINT),
        405: Problem(
            405, "wrong_method", f"{request.method} is not done here", path, HINT, error.headers
        ),
        400: Problem(400, "no_json", "The body is not JSON", "", HINT),
    }
    told = known.get(error.status_code) or Problem(
        error.status_code, "http", str(error.detail), path, HINT, error.headers
    )
    return told.answer()


def _on_bug(_request: Request, _error: Exception) -> JSONResponse:
    return INTERNAL.answer()
