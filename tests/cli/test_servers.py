"""`restitch servers`: the list, the keys, the tests; and jobs that any of them will do."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from restitch_app.demo.server import DemoServer
from restitch_app.demo.server.manner import Manner
from tests.cli.running import Cli

KEY = "sk-only-for-this-test"
NOBODY = "http://127.0.0.1:9"


class SafeKeyring(KeyringBackend):
    """A keyring in memory that a system could recommend."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def safe() -> Iterator[SafeKeyring]:
    before = keyring.get_keyring()
    made = SafeKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def unusable() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{KEY}\n"))


def test_the_list_begins_with_this_computer(cli: Cli) -> None:
    (only,) = cli("servers", "--json").json["servers"]
    assert (only["url"], only["name"]) == ("http://127.0.0.1:8188", "This computer")
    assert cli("servers", "list").out == cli("servers").out


def test_servers_are_added_changed_and_removed(cli: Cli, tmp_path: Path) -> None:
    assert cli("servers", "add", "GPU-Box:8188/", "--name", "Cellar").code == 0
    names = [one["name"] for one in cli("servers", "--json").json["servers"]]
    assert names == ["This computer", "Cellar"]
    cli("servers", "add", "http://gpu-box:8188", "--off")
    cellar = cli("servers", "list", "--json").json["servers"][1]
    assert (cellar["name"], cellar["is_enabled"]) == ("Cellar", False)
    assert "off" in cli("servers").out
    assert cli("servers", "remove", "gpu-box:8188").code == 0
    again = cli("servers", "remove", "gpu-box:8188")
    assert again.code == 2
    assert "not in the list" in again.err


def test_a_key_goes_to_the_keyring_and_from_there_to_its_server(
    cli: Cli, safe: SafeKeyring, typed: None, tmp_path: Path
) -> None:
    with DemoServer(manner=Manner(api_key=KEY)) as server:
        added = cli("servers", "add", server.url, "--key-stdin")
        assert (added.code, added.err) == (0, "")
        assert safe.kept == {("Restitch", server.url): KEY}
        assert cli("servers", "--json").json["servers"][1]["has_key"] is True
        assert cli("servers", "test", server.url).code == 0
        told = cli("servers", "test", server.url, "--json").json["servers"][0]
        assert (told["is_answering"], told["version"]) == (True, "0.33.0")
        cli("servers", "add", server.url, "--no-key")
        assert safe.kept == {}
        refused = cli("servers", "test", server.url)
        assert refused.code == 1
        assert "wants an API key" in refused.out
    everything = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert everything
    assert not any(KEY.encode() in data for data in everything)


def test_without_a_keyring_it_says_so_and_names_the_way_out(
    cli: Cli, typed: None, unusable: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DemoServer(manner=Manner(api_key=KEY)) as server:
        added = cli("servers", "add", server.url, "--key-stdin")
        assert added.code == 3
        variable = f"RESTITCH_API_KEY_127_0_0_1_{server.port}"
        assert variable in added.err
        assert KEY not in added.err + added.out
        monkeypatch.setenv(variable, KEY)
        assert cli("servers", "test", server.url).code == 0


@pytest.mark.parametrize(("made", "words"), [(False, "No such file"), (True, "no PEM file")])
def test_a_certificate_file_that_is_none_is_refused_at_once(
    cli: Cli, tmp_path: Path, made: bool, words: str
) -> None:
    file = tmp_path / "studio.pem"
    if made:
        file.write_text("not a certificate\n", encoding="utf-8")
    result = cli("servers", "add", "https://gpu-box", "--ca", file)
    assert result.code == 2
    assert words in result.err
    assert str(file) in result.err
    assert len(cli("servers", "--json").json["servers"]) == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://me:secret@gpu-box:8188", "no name and no password"),
        ("ftp://gpu-box", "not a server address"),
        ("gpu box:8188", "not a server address"),
    ],
)
def test_an_address_that_is_none_is_refused_without_repeating_a_password(
    cli: Cli, address: str, words: str
) -> None:
    result = cli("servers", "add", address)
    assert result.code == 2
    assert words in result.err
    assert "secret" not in result.err
    assert len(cli("servers", "--json").json["servers"]) == 1


def test_a_key_that_is_none_is_refused_without_repeating_it(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("two words\n"))
    result = cli("servers", "add", "gpu-box:8188", "--key-stdin")
    assert result.code == 2
    assert "two words" not in result.err
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert cli("servers", "add", "gpu-box:8188", "--key-stdin").code == 2


def test_the_test_asks_all_and_says_who_is_away(cli: Cli, server: DemoServer) -> None:
    cli("servers", "add", server.url, "--name", "here")
    cli("servers", "add", NOBODY, "--name", "away")
    cli("servers", "remove", "http://127.0.0.1:8188")
    result = cli("servers", "test")
    assert result.code == 1
    here, away = result.out.splitlines()[1:]
    assert "0 running, 0 waiting" in here
    assert "connection refused" in away
    cli("servers", "add", NOBODY, "--off")
    assert cli("servers", "test").code == 0


def test_a_damaged_list_is_set_aside_and_said(cli: Cli, tmp_path: Path) -> None:
    cli("servers", "add", "gpu-box:8188")
    (file,) = tmp_path.rglob("servers.json")
    file.write_text("{", "utf-8")
    result = cli("servers", "--json")
    assert result.code == 0
    assert "set aside" in result.err
    assert len(result.json["servers"]) == 1
    assert [path.read_text("utf-8") for path in tmp_path.rglob("servers.damaged-*")] == ["{"]
