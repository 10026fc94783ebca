"""Who is let in, and how those who are not are told."""

from __future__ import annotations

import dataclasses
import http.client
import json
import logging
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from restitch_app.api.server import LoopbackServer
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.api.client import DOOR, TOKEN, ApiClient, error_of
from tests.services.scenes import bench_on

PROJECT = "/api/project"
PAGES = ("/", "/docs", "/openapi.json")


@pytest.fixture(scope="module")
def bench(made_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """One for all tests here: they are about the door, not about what is behind it."""
    folder = tmp_path_factory.mktemp("guard") / "project"
    shutil.copytree(made_project, folder)
    with open_project(folder) as project:
        yield bench_on(project)


@pytest.fixture(scope="module")
def api(bench: Workbench) -> Iterator[ApiClient]:
    with LoopbackServer(bench, DOOR) as server, ApiClient(server.url) as client:
        yield client


def ask(api: ApiClient, path: str = PROJECT, **headers: str | None) -> requests.Response:
    """Without the token, unless `Authorization` is given."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.get(api.url + path, headers=given, timeout=120)


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN.upper()}",
        f"Basic {TOKEN}",
        TOKEN,
    ],
)
@pytest.mark.parametrize(
    "path", [PROJECT, "/api", "/api/nothing", "/other", "/", "/docs", "/docs/", "/openapi.json"]
)
def test_without_the_token_nothing_is_told(
    api: ApiClient, path: str, authorization: str | None
) -> None:
    answer = ask(api, path, Authorization=authorization)
    assert error_of(answer, 401)["code"] == "no_token"
    scheme = "Basic" if path in PAGES else "Bearer"
    assert answer.headers["WWW-Authenticate"].startswith(scheme)


def test_the_scheme_may_be_written_in_any_case(api: ApiClient) -> None:
    assert ask(api, Authorization=f"bearer {TOKEN}").status_code == 200


@pytest.mark.parametrize("password", ["", "wrong", f"{TOKEN}x"])
def test_a_wrong_password_shows_no_page(api: ApiClient, password: str) -> None:
    answer = requests.get(f"{api.url}/docs", auth=("anybody", password), timeout=120)
    assert error_of(answer, 401)["code"] == "no_token"
    spoilt = ask(api, "/docs", Authorization="Basic =not=base64=")
    assert error_of(spoilt, 401)["code"] == "no_token"


def test_a_password_opens_pages_only(api: ApiClient) -> None:
    answer = requests.get(api.url + PROJECT, auth=("anybody", TOKEN), timeout=120)
    assert error_of(answer, 401)["code"] == "no_token"


def test_two_tokens_are_none(api: ApiClient) -> None:
    answer = raw(
        api,
        f"GET {PROJECT} HTTP/1.1\r\nHost: {netloc(api)}\r\nConnection: close\r\n"
        f"Authorization: Bearer {TOKEN}\r\nAuthorization: Bearer {TOKEN}\r\n\r\n",
    )
    assert answer.status == 401


@pytest.mark.parametrize("path", PAGES)
def test_the_description_holds_nothing_of_the_project(
    api: ApiClient, bench: Workbench, path: str
) -> None:
    """A browser asks for a name and a password, and sends the token as the latter."""
    answer = requests.get(api.url + path, auth=("anybody", TOKEN), timeout=120)
    assert answer.status_code == 200
    assert str(bench.project.folder) not in answer.text
    assert TOKEN not in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        "127.0.0.1.evil.example:{port}",
        "0.0.0.0:{port}",
        "127.1:{port}",
        "",
    ],
)
@pytest.mark.parametrize("path", [PROJECT, "/docs"])
def test_foreign_hosts_are_refused_even_with_the_token(
    api: ApiClient, path: str, host: str
) -> None:
    named = host.format(port=urlsplit(api.url).port)
    answer = raw(
        api,
        f"GET {path} HTTP/1.1\r\nHost: {named}\r\nAuthorization: Bearer {TOKEN}\r\n"
        "Connection: close\r\n\r\n",
    )
    assert (answer.status, answer.code) == (403, "foreign_host")


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_its_own_names_are_taken(api: ApiClient, host: str) -> None:
    named = host.format(port=urlsplit(api.url).port)
    assert ask(api, Host=named, Authorization=f"Bearer {TOKEN}").status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "{own}"])
@pytest.mark.parametrize("path", [PROJECT, "/docs"])
def test_browsers_are_refused_even_with_the_token(api: ApiClient, path: str, origin: str) -> None:
    headers = {"Origin": origin.format(own=api.url), "Authorization": f"Bearer {TOKEN}"}
    answer = requests.get(api.url + path, headers=headers, timeout=120)
    assert error_of(answer, 403)["code"] == "from_a_browser"
    preflight = requests.options(api.url + path, headers=headers, timeout=120)
    assert error_of(preflight, 403)["code"] == "from_a_browser"
    assert not any(name.startswith("Access-Control") for name in preflight.headers)


def test_a_body_over_a_mebibyte_is_refused_before_it_is_read(api: ApiClient) -> None:
    answer = raw(
        api,
        f"POST /api/segments/2/regenerate HTTP/1.1\r\nHost: {netloc(api)}\r\n"
        f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {(1 << 20) + 1}\r\n\r\n",
    )
    assert (answer.status, answer.code) == (413, "body_too_large")


def test_a_body_that_hides_its_length_is_counted(api: ApiClient, bench: Workbench) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"parameters": {"prompt": "'
        for _ in range(40):
            yield b"x" * (1 << 15)
        yield b'"}}'

    jobs = bench.project.store.jobs.list()
    connection = http.client.HTTPConnection(netloc(api), timeout=120)
    try:
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        try:
            connection.request("POST", "/api/segments/2/regenerate", chunks(), headers)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it may hang up before all is sent
        else:
            assert connection.getresponse().status == 413
    finally:
        connection.close()
    assert bench.project.store.jobs.list() == jobs


def test_a_chunked_body_of_fair_size_is_taken(api: ApiClient) -> None:
    parts = iter([b'{"takes"', b": 2}"])
    headers = {"Content-Type": "application/json"}
    answer = api.ask("POST", "/api/segments/2/regenerate", data=parts, headers=headers)
    assert answer.status_code == 202
    assert len(answer.json()["job_ids"]) == 2


def test_strangers_cannot_make_it_read_a_body(api: ApiClient) -> None:
    answer = raw(
        api,
        f"POST /api/segments/2/regenerate HTTP/1.1\r\nHost: {netloc(api)}\r\n"
        "Content-Length: 1000\r\n\r\n",
    )
    assert answer.status == 401


def test_unknown_addresses_and_methods(api: ApiClient) -> None:
    assert error_of(api.ask("GET", "/api/films"), 404)["code"] == "no_route"
    wrong = api.ask("DELETE", PROJECT)
    assert error_of(wrong, 405)["code"] == "wrong_method"
    assert wrong.headers["Allow"] == "GET"


class _Broken:
    def all(self) -> object:
        raise RuntimeError("secret detail of the code")


def test_a_bug_is_logged_and_not_shown(bench: Workbench, caplog: pytest.LogCaptureFixture) -> None:
    broken = dataclasses.replace(bench, jobs=_Broken())  # type: ignore[arg-type]
    with LoopbackServer(broken, DOOR) as server, ApiClient(server.url) as api:
        with caplog.at_level(logging.ERROR):
            answer = api.ask("GET", "/api/jobs")
        assert error_of(answer, 500)["code"] == "internal"
        assert "secret detail" not in answer.text
        assert api.ask("GET", "/api/scenes").status_code == 200
    assert "secret detail of the code" in caplog.text


def test_it_listens_on_loopback_only(api: ApiClient) -> None:
    port = urlsplit(api.url).port or 0
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as route:
        try:
            route.connect(("192.0.2.1", 9))  # sends nothing; says which address of ours would
        except OSError:
            pytest.skip("this machine has no other address than loopback")
        address = route.getsockname()[0]
    with pytest.raises(OSError, match=r"."), socket.create_connection((address, port), 2):
        pass


@dataclasses.dataclass(frozen=True)
class RawAnswer:
    status: int
    code: str


def netloc(api: ApiClient) -> str:
    return urlsplit(api.url).netloc


def raw(api: ApiClient, request: str) -> RawAnswer:
    """Send exactly these bytes, read one answer."""
    parts = urlsplit(api.url)
    with socket.create_connection((str(parts.hostname), parts.port or 0), timeout=120) as line:
        line.sendall(request.encode())
        answer = http.client.HTTPResponse(line)
        try:
            answer.begin()
            body = json.loads(answer.read())
        finally:
            answer.close()
    return RawAnswer(answer.status, body["error"]["code"] if "error" in body else "")
