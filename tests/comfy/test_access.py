"""Keys and certificates: who gets the key, who is believed, and what is said where it fails."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from restitch_app.comfy.errors import CertificateRefused, ComfyUnreachable, KeyRefused, Redirected
from restitch_app.comfy.server.access import Access
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.listen import Listener
from restitch_app.comfy.server.wire import Limits, Timeouts, Wire, checked_url
from restitch_app.demo.server import DemoServer
from restitch_app.demo.server.manner import Manner
from restitch_app.domain.errors import WrongUse
from tests.tls_door import AUTHORITY, CERTIFICATES, TlsDoor

KEY = "sk-0123-secret"
TIMEOUTS = Timeouts(connect_s=2, read_s=2, answer_s=4, submit_s=2, cancel_s=1)


@dataclass
class Seen:
    """What a plain HTTP server was sent."""

    port: int = 0
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def plain(status: int, body: bytes = b"{}", **answer: str) -> Iterator[Seen]:
    seen = Seen()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.headers.append({name.lower(): text for name, text in self.headers.items()})
            self.send_response(status)
            for name, text in answer.items():
                self.send_header(name, text)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        seen.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield seen
        server.shutdown()
        thread.join()


def wire(url: str, access: Access) -> Wire:
    return Wire(url, TIMEOUTS, Limits(), access)


def client(url: str, access: Access) -> ComfyClient:
    return ComfyClient(url, "tester", TIMEOUTS, access=access)


@pytest.fixture
def keyed() -> Iterator[DemoServer]:
    with DemoServer(manner=Manner(api_key=KEY)) as running:
        yield running


def test_the_key_goes_out_on_http_and_on_the_socket(keyed: DemoServer) -> None:
    with client(keyed.url, Access(KEY)) as one:
        assert one.health().version
        Listener(one.url, one.client_id, TIMEOUTS, one.access).close()


@pytest.mark.parametrize(
    ("access", "title"),
    [
        (Access(), "The server wants an API key"),
        (Access("sk-wrong"), "The server does not accept the API key"),
    ],
)
def test_without_the_right_key_it_says_so_and_may_be_tried_again(
    keyed: DemoServer, access: Access, title: str
) -> None:
    with client(keyed.url, access) as one, pytest.raises(KeyRefused) as caught:
        one.health()
    assert caught.value.title == title
    assert caught.value.retryable
    assert caught.value.surely_not_taken
    assert "restitch servers add" in caught.value.hint
    with pytest.raises(ComfyUnreachable) as socket_error:
        Listener(keyed.url, "tester", TIMEOUTS, access)
    assert "401" in str(socket_error.value)
    assert "sk-wrong" not in str(caught.value) + str(socket_error.value)


def test_a_key_is_not_sent_on_to_where_the_server_points(monkeypatch: pytest.MonkeyPatch) -> None:
    with plain(200) as other, plain(302, Location="/elsewhere") as same:
        with plain(307, Location=f"{other.url}/login?from=us") as first:
            one = wire(first.url, Access(KEY))
            with pytest.raises(Redirected) as caught:
                one.get("/system_stats")
            one.close()
        assert f"points to {other.url};" in caught.value.detail
        assert "login" not in caught.value.detail
        assert first.headers[0]["authorization"] == f"Bearer {KEY}"
        assert other.headers == []
        two = wire(same.url, Access(KEY))
        with pytest.raises(Redirected):
            two.get("/system_stats")
        two.close()
        assert len(same.headers) == 1


def test_what_a_netrc_of_the_user_holds_is_never_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password other-secret\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setattr("restitch_app.comfy.server.wire.is_loopback", lambda _url: False)
    with plain(200) as server:
        for access in (Access(), Access(KEY)):
            one = wire(server.url, access)
            one.get("/queue")
            one.close()
    without, with_key = server.headers
    assert "authorization" not in without
    assert with_key["authorization"] == f"Bearer {KEY}"


def test_a_server_that_repeats_the_key_does_not_bring_it_into_a_message() -> None:
    with plain(418, json.dumps({"you sent": f"Bearer {KEY}"}).encode()) as server:
        one = wire(server.url, Access(KEY))
        with pytest.raises(Exception, match="418") as caught:
            one.get_object("/queue")
        one.close()
    assert "you sent" in str(caught.value)
    assert KEY not in str(caught.value)


def test_the_key_is_in_no_repr() -> None:
    assert KEY not in repr(Access(KEY))


@pytest.mark.parametrize("key", ["two words", "line\nend", "schlüssel", " "])
def test_a_key_that_no_header_can_carry_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(WrongUse) as caught:
        Access(key)
    assert key.strip() == "" or key not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "http://me:pass@gpu:8188",
        "https://pass@gpu",
        "me:pass@gpu:8188",
        "http://me:pass@gpu:port",
        "http://me:pass@[gpu",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(WrongUse) as caught:
        checked_url(url)
    assert "pass" not in str(caught.value).replace("password", "")
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("url", "checked"),
    [
        ("GPU-Box:8188/", "http://gpu-box:8188"),
        (" https://gpu/Comfy/?a=b#c ", "https://gpu/Comfy"),
        ("http://[::1]:8188", "http://[::1]:8188"),
    ],
)
def test_an_address_has_one_form(url: str, checked: str) -> None:
    assert checked_url(url) == checked
    assert checked_url(checked) == checked


def test_with_its_authority_a_server_is_believed(keyed: DemoServer) -> None:
    access = Access(KEY, str(AUTHORITY))
    with TlsDoor(keyed.port, "vouched") as door, client(door.url, access) as one:
        assert one.health().version
        with Listener(one.url, one.client_id, TIMEOUTS, access) as listener:
            assert listener.receive(2.0)


def test_a_self_signed_one_is_believed_when_its_own_file_is_given(keyed: DemoServer) -> None:
    access = Access(KEY, str(CERTIFICATES / "self_signed_public.pem"))
    with TlsDoor(keyed.port, "self_signed") as door, client(door.url, access) as one:
        assert one.health().version


@pytest.mark.parametrize(
    ("certificate", "ca_file", "reason", "way_out"),
    [
        ("self_signed", "", "self-signed", "--ca FILE"),
        ("vouched", "", "no authority known here vouches for it", "--ca FILE"),
        ("vouched", str(CERTIFICATES / "self_signed_public.pem"), "no authority", "--ca FILE"),
        ("other_name", str(AUTHORITY), "made out to another name", "name that the certificate"),
    ],
)
def test_a_certificate_that_is_not_trusted_is_refused_with_the_way_out(
    keyed: DemoServer, certificate: str, ca_file: str, reason: str, way_out: str
) -> None:
    access = Access(KEY, ca_file)
    with TlsDoor(keyed.port, certificate) as door:
        with client(door.url, access) as one, pytest.raises(CertificateRefused) as caught:
            one.health()
        with pytest.raises(CertificateRefused):
            Listener(door.url, "tester", TIMEOUTS, access)
    assert reason in caught.value.detail
    assert way_out in caught.value.hint
    assert caught.value.surely_not_taken


def test_the_own_file_of_a_server_counts_whatever_the_environment_says(
    keyed: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATES / "self_signed_public.pem"))
    monkeypatch.setattr("restitch_app.comfy.server.wire.is_loopback", lambda _url: False)
    access = Access(KEY, str(AUTHORITY))
    with TlsDoor(keyed.port, "vouched") as door, client(door.url, access) as one:
        assert one.health().version


def test_http_where_https_was_meant_and_the_other_way_round(keyed: DemoServer) -> None:
    with (
        client(keyed.url.replace("http:", "https:"), Access(KEY)) as one,
        pytest.raises(ComfyUnreachable) as caught,
    ):
        one.health()
    assert caught.value.retryable


def test_a_request_through_a_proxy_is_ended_from_another_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{silent.getsockname()[1]}")
        monkeypatch.setenv("NO_PROXY", "")
        patient = Wire("http://gpu.test:8188", Timeouts(connect_s=2, read_s=30), Limits())
        caught: list[Exception] = []

        def ask() -> None:
            try:
                patient.get("/queue")
            except ComfyUnreachable as error:
                caught.append(error)

        asking = threading.Thread(target=ask)
        asking.start()
        through, _ = silent.accept()
        with through:
            assert through.recv(1000).startswith(b"GET http://gpu.test:8188/queue")
            patient.abort()
            asking.join(10)
            assert not asking.is_alive()
        patient.close()
    assert len(caught) == 1


def test_a_certificate_file_that_is_none_is_named(tmp_path: Path) -> None:
    no_pem = tmp_path / "no.pem"
    no_pem.write_text("hello", "utf-8")
    for path in (no_pem, tmp_path / "missing.pem"):
        with pytest.raises(CertificateRefused) as caught:
            Wire("https://gpu", TIMEOUTS, Limits(), Access(ca_file=str(path)))
        assert str(path) in caught.value.detail
