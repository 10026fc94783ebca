"""HTTP with one ComfyUI server: bounded in time and size, foreign errors converted."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import requests

from restitch_app.comfy.errors import (
    ComfyRefused,
    ComfyUnreachable,
    KeyRefused,
    Redirected,
    comfy_errors,
    not_reached,
    unreachable,
)
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.access import NO_ACCESS, Access, KeyHeader, tls_context
from restitch_app.comfy.server.lines import Lines, NotingAdapter
from restitch_app.domain.errors import WrongUse

LONGEST_WORDS = 200
"""Characters of a server's own that an error repeats."""


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
        except (ValueError, RecursionError):
            return None


def checked_url(url: str) -> str:
    """The server's address without a slash at its end; WrongUse if it is no http address.

    A password in it is refused, and not repeated: addresses are shown, logged and kept in projects.
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, an unclosed bracket
        raise _no_address(text) from None
    if "@" in parts.netloc:
        raise WrongUse(
            "An address holds no name and no password",
            f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}; nothing was kept",
            "Leave them out, and give the server's API key under Settings ▸ Servers, "
            "or with: restitch servers add URL --key-stdin",
        )
    if not usable or re.search(r"[\s\x00-\x1f\x7f\\]", parts.netloc + parts.path):
        raise _no_address(text)
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"


def _no_address(text: str) -> WrongUse:
    shown = text if "@" not in text else text.rpartition("@")[2]
    return WrongUse("This is not a server address", shown, "Use http://HOST:PORT")


def is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


class Wire:
    """Requests to one server. For one thread at a time, but `abort`; close it when done."""

    def __init__(
        self, url: str, timeouts: Timeouts, limits: Limits, access: Access = NO_ACCESS
    ) -> None:
        """WrongUse for an address that is none; CertificateRefused for an unusable file."""
        self.url = checked_url(url)
        self.timeouts = timeouts
        self.limits = limits
        self.access = access
        self._lines = Lines()
        self._session = requests.Session()
        self._session.auth = KeyHeader(access)
        tls = tls_context(self.url, access)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, NotingAdapter(self._lines, tls))
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
                # Said with each request, or REQUESTS_CA_BUNDLE would replace the server's own file.
                verify=self.access.ca_file or True,
                # A key is for this origin alone, and a prompt must not be sent on as a GET.
                allow_redirects=False,
            )
        if response.status_code == 401 or (response.status_code == 403 and self.access.key):
            with response:
                raise KeyRefused(self.url, response.status_code, had_key=bool(self.access.key))
        if response.is_redirect:
            with response:
                raise Redirected(self.url, response.headers.get("Location", ""))
        if response.status_code >= 500 or response.status_code in (408, 429):
            with response:
                raise self._trouble(path, response)
        return response

    def _trouble(self, path: str, response: requests.Response) -> ComfyUnreachable:
        error = ComfyUnreachable(
            "ComfyUI is in trouble",
            f"{self.url}{path} answered {response.status_code} "
            + self.access.hide(response.reason or "")[:LONGEST_WORDS],
            "Restitch tries again; look at ComfyUI's own window if it goes on",
        )
        error.status = response.status_code
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

    def said(self, answer: Answer) -> str:
        """The first line of a refusal in plain text, without the key; empty for a page."""
        words = self.access.hide(answer.text).partition("\n")[0].strip()
        return "" if words.startswith("<") else words[:LONGEST_WORDS]

    def failure(self, path: str, answer: Answer) -> ComfyRefused | ComfyUnreachable:
        """The error for an answer that should have been 200 and JSON."""
        said = self.said(answer)
        if answer.status == 200 or answer.status == 404:
            return unreachable(self.url, f"{path} does not answer as ComfyUI does")
        return ComfyRefused(
            "The server refused",
            f"{self.url}{path} answered {answer.status}" + (f": {said}" if said else ""),
            "Check the server's address and its access rules",
        )
