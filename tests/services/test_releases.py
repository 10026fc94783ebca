"""The check for a newer release: what it asks, and what it makes of the answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from restitch_app.services.releases import ReleasesUnknown, newer_release


class _Place(BaseHTTPRequestHandler):
    location = ""
    asked: list[tuple[str, str]] = []  # noqa: RUF012 - of the test at hand

    def do_HEAD(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        self.send_response(302 if self.location else 200)
        if self.location:
            self.send_header("Location", self.location)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def home() -> Iterator[str]:
    _Place.location, _Place.asked = "", []
    with HTTPServer(("127.0.0.1", 0), _Place) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/us/restitch"
        server.shutdown()
        thread.join(30)


@pytest.mark.parametrize(
    ("newest", "is_newer"),
    [("v0.2.0", True), ("v0.10.0", True), ("v0.1.0", False), ("0.0.9", False)],
)
def test_a_newer_release_is_told_by_its_number(home: str, newest: str, is_newer: bool) -> None:
    _Place.location = f"{home}/releases/tag/{newest}"
    found = newer_release(home, "0.1.0")
    assert (found is not None) is is_newer
    if found is not None:
        assert found.page == _Place.location
    assert _Place.asked == [("/us/restitch/releases/latest", "Restitch/0.1.0")]


@pytest.mark.parametrize("location", ["", "{home}/releases", "https://elsewhere.example/v9.0.0"])
def test_any_other_answer_is_not_believed(home: str, location: str) -> None:
    _Place.location = location.format(home=home)
    with pytest.raises(ReleasesUnknown):
        newer_release(home, "0.1.0")


def test_nobody_there_is_told_as_such() -> None:
    with pytest.raises(ReleasesUnknown):
        newer_release("http://127.0.0.1:9/us", "0.1.0")
