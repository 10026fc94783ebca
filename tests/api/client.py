"""A small client of the API, as a script would write one."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Any, Self, TypeAlias

import requests

from restitch_app.services.project.api_tokens import OneToken

TOKEN = "a-token-for-tests"
DOOR = OneToken(TOKEN)
TIMEOUT_S = 120.0

Json: TypeAlias = Any
"""What an answer holds; tests look into it."""


class ApiClient:
    def __init__(self, url: str) -> None:
        self.url = url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {TOKEN}"

    def ask(self, method: str, path: str, **kwargs: Json) -> requests.Response:
        return self._session.request(method, self.url + path, timeout=TIMEOUT_S, **kwargs)

    def get(self, path: str) -> Json:
        """The answer of a call that must succeed."""
        answer = self.ask("GET", path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: object = None, status: int = 200) -> Json:
        """The same, with a JSON body unless it is None."""
        answer = self.ask("POST", path, **({} if body is None else {"json": body}))
        assert answer.status_code == status, answer.text
        return answer.json()

    def ended(self, job_id: int) -> Json:
        """Poll the job until it has ended."""
        until = time.monotonic() + TIMEOUT_S
        while (job := self.get(f"/api/jobs/{job_id}"))["is_open"]:
            assert time.monotonic() < until, job
            time.sleep(0.05)
        return job

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.close()


def error_of(answer: requests.Response, status: int) -> dict[str, str]:
    """The error of a refused call; checks its shape."""
    assert answer.status_code == status, answer.text
    data = answer.json()
    assert set(data) == {"error"}
    error: dict[str, str] = data["error"]
    assert set(error) == {"code", "title", "detail", "hint"}
    assert all(isinstance(value, str) for value in error.values())
    assert "Traceback" not in answer.text
    return error
