"""HTTP with one ComfyUI server: bounded in time and size, foreign errors converted."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import requests

from restitch_app.comfy.errors import (
    ComfyRefused,
    ComfyUnreachable,
    comfy_errors,
    not_reached,
    unreachable,
)
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.lines import Lines, NotingAdapter
from restitch_app.domain.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. A whole answer may take `answer_s`; each silence in it at most `read_s`."""

    connect_s: float = 5.0
    read_s: float = 10.0
    answer_s: float = 60.0
    submit_s: float = 60.0
    """Validation hashes the input files before POST /prompt answers."""
    cancel_s: float = 3.0
    """Each request of a cancel: the reviewer is waiting."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes."""

    answer_bytes: int = 64 << 20
    upload_bytes: int = 100 << 20
    """ComfyUI's own default limit for a request body."""
    output_bytes: int = 4 << 30


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace").strip()

    def json(self) -> object:
        """The body as JSON; None if it is none. A 64-bit seed stays an int."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


def checked_url(url: str) -> str:
    """The server's address without a slash at its end; WrongUse if it is no http address."""
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, an unclosed bracket
        usable = False
    if not usable:
        raise WrongUse("This is not a server address", url, "Use http://HOST:PORT")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


class Wire:
    """Requests to one server. For one thread at a time, but `abort`; close it when done."""

    def __init__(self, url: str, timeouts: Timeouts, limits: Limits) -> None:
        self.url = checked_url(url)
        self.timeouts = timeouts
        self.limits = limits
        self._lines = Lines()
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, NotingAdapter(self._lines))
        # A company's proxy cannot reach this computer's own ComfyUI.
        self._session.trust_env = not is_loopback(self.url)
        # The length of a file must be the length of its bytes on the wire.
        self._session.headers["Accept-Encoding"] = "identity"

    def close(self) -> None:
        self._session.close()

    def abort(self) -> None:
        """From any thread: whatever waits for the server ends at once with ComfyUnreachable.

        Nothing can be asked with this object any more.
        """
        self._lines.cut()

    def get(self, path: str, params: dict[str, str] | None = None) -> Answer:
        return self._whole(self.stream("GET", path, params=params), self.timeouts.answer_s)

    def get_object(self, path: str) -> JsonObject:
        """A JSON object from a path that every ComfyUI answers with 200 and one."""
        answer = self.get(path)
        value = answer.json()
        if answer.status != 200 or not isinstance(value, dict):
            raise self.failure(path, answer)
        return value

    def post(self, path: str, body: JsonObject, *, silence_s: float | None = None) -> Answer:
        """`silence_s` replaces the usual limit for connecting and for each silence."""
        # NaN is not JSON; ComfyUI would answer 500 to it.
        data = json.dumps(body, allow_nan=False).encode()
        headers = {"Content-Type": "application/json"}
        response = self.stream("POST", path, data=data, headers=headers, silence_s=silence_s)
        return self._whole(response, silence_s or self.timeouts.answer_s)

    def post_file(self, path: str, name: str, data: bytes, fields: dict[str, str]) -> Answer:
        files = {"image": (name, data, "application/octet-stream")}
        response = self.stream("POST", path, data=fields, files=files)
        return self._whole(response, self.timeouts.answer_s)

    def stream(
        self,
        method: str,
        path: str,
        *,
        params: dict[str, str] | None = None,
        data: bytes | dict[str, str] | None = None,
        files: dict[str, tuple[str, bytes, str]] | None = None,
        headers: dict[str, str] | None = None,
        silence_s: float | None = None,
    ) -> requests.Response:
        """An answer whose body has not been read. 5xx is ComfyUnreachable. Close it."""
        read_s = silence_s or self.timeouts.read_s
        if self._lines.is_cut:
            raise not_reached(self.url, "nothing is asked any more")
        with comfy_errors(self.url):
            response = self._session.request(
                method,
                self.url + path,
                params=params,
                data=data,
                files=files,
                headers=headers,
                timeout=(min(self.timeouts.connect_s, read_s), read_s),
                stream=True,
                allow_redirects=False,
            )
        if response.status_code >= 500 or response.status_code in (408, 429):
            with response:
                raise self._trouble(path, response)
        return response

    def _trouble(self, path: str, response: requests.Response) -> ComfyUnreachable:
        error = ComfyUnreachable(
            "ComfyUI is in trouble",
            f"{self.url}{path} answered {response.status_code} {response.reason}",
            "Restitch tries again; look at ComfyUI's own window if it goes on",
        )
        # ComfyUI answers 500 where it failed before queueing. A gateway (502, 504) cannot know
        # what became of the request behind it.
        error.surely_not_taken = response.status_code in (408, 429, 500, 503)
        return error

    def _whole(self, response: requests.Response, seconds: float) -> Answer:
        """Read the body within a time and a size: a server that drips must not hold us."""
        until = time.monotonic() + seconds
        parts: list[bytes] = []
        size = 0
        with response, comfy_errors(self.url):
            for part in response.iter_content(1 << 16):
                parts.append(part)
                size += len(part)
                if size > self.limits.answer_bytes:
                    raise unreachable(self.url, f"an answer over {self.limits.answer_bytes} bytes")
                if time.monotonic() > until:
                    raise unreachable(self.url, "no whole answer in time")
        return Answer(response.status_code, b"".join(parts))

    def failure(self, path: str, answer: Answer) -> ComfyRefused | ComfyUnreachable:
        """The error for an answer that should have been 200 and JSON."""
        said = answer.text[:200]
        if answer.status == 200 or answer.status == 404:
            return unreachable(self.url, f"{path} does not answer as ComfyUI does")
        return ComfyRefused(
            "The server refused",
            f"{self.url}{path} answered {answer.status}" + (f": {said}" if said else ""),
            "Check the server's address and its access rules",
        )
