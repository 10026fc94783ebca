"""The list of servers: its file, its keys, what servers say, and what is remembered of them."""

from __future__ import annotations

import errno
import gzip
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from filelock import FileLock
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from restitch_app.comfy.errors import ComfyUnreachable
from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from restitch_app.demo.server.manner import OLD, Manner
from restitch_app.domain.errors import JobCancelled, NotFound, StorageError, WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import Server
from restitch_app.services.servers import file as server_file
from restitch_app.services.servers import server_list as servers
from restitch_app.services.servers.keys import HeldKeys, KeyringKeys, KeyringTrouble, variable_of
from restitch_app.services.servers.server_list import THIS_COMPUTER, ServerList
from restitch_app.services.workflows import node_types_cache

KEY = "sk-0123-secret"
GPU = Server("http://gpu:8188", "gpu")
NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def listed(tmp_path: Path) -> ServerList:
    return ServerList(tmp_path, HeldKeys())


def again(tmp_path: Path) -> ServerList:
    """As another program sees the same folder."""
    return ServerList(tmp_path, HeldKeys())


def names(one: ServerList) -> list[str]:
    return [server.name for server in one.servers()]


# The list and its file


def test_an_empty_list_shows_this_computer_and_writes_nothing(
    listed: ServerList, tmp_path: Path
) -> None:
    assert listed.servers() == (THIS_COMPUTER,)
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_there_for_other_programs_at_once(
    listed: ServerList, tmp_path: Path
) -> None:
    other = again(tmp_path)
    assert names(other) == ["This computer"]
    listed.save(Server("GPU:8188/", " "))
    assert [(one.url, one.name) for one in other.servers()] == [
        (THIS_COMPUTER.url, THIS_COMPUTER.name),
        ("http://gpu:8188", "gpu:8188"),
    ]
    other.save(Server("http://gpu:8188", "Cellar", ca_file="/x.pem", is_enabled=False))
    assert listed.server("gpu:8188") == Server("http://gpu:8188", "Cellar", False, "/x.pem", False)


def test_servers_are_moved_and_removed(listed: ServerList) -> None:
    listed.save(GPU)
    listed.move(GPU.url, 0)
    assert names(listed) == ["gpu", "This computer"]
    listed.remove(THIS_COMPUTER.url)
    assert names(listed) == ["gpu"]
    listed.remove(GPU.url)
    assert listed.servers() == (THIS_COMPUTER,)
    with pytest.raises(NotFound):
        listed.remove(GPU.url)
    with pytest.raises(WrongUse):
        listed.remove(THIS_COMPUTER.url)


def test_what_a_newer_program_wrote_is_kept(listed: ServerList, tmp_path: Path) -> None:
    strange: list[object] = [{"address": "elsewhere"}, {"url": "http://me:pass@gpu:1"}, 7]
    newer = {
        "format": 9,
        "theme": "x",
        "servers": [{"url": GPU.url, "name": "gpu", "weight": 3}, *strange],
    }
    (tmp_path / server_file.NAME).write_text(json.dumps(newer), "utf-8")
    assert names(listed) == ["gpu"]
    listed.save(replace(GPU, is_enabled=False))
    listed.save(Server("http://b:1", "b"))
    written = json.loads((tmp_path / server_file.NAME).read_text("utf-8"))
    assert (written["format"], written["theme"]) == (9, "x")
    first, second, *others = written["servers"]
    assert (first["weight"], first["is_enabled"], second["name"]) == (3, False, "b")
    assert others == strange


DAMAGED = (b"", b"{", b"[]", b'{"servers": 3}', b"\xff\xfe\x00", b"[" * 100_000)


@pytest.mark.parametrize("data", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_set_aside_and_said(
    listed: ServerList, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / server_file.NAME).write_bytes(data)
    assert listed.servers() == (THIS_COMPUTER,)
    assert "set aside" in listed.notice
    (aside,) = tmp_path.glob("servers.damaged-*.json")
    assert aside.read_bytes() == data
    assert str(aside) in listed.notice
    listed.save(GPU)
    assert names(again(tmp_path)) == ["This computer", "gpu"]


def test_two_programs_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    urls = [f"http://host-{number}:1" for number in range(12)]

    def add(own: list[str]) -> None:
        one = again(tmp_path)
        for url in own:
            one.save(Server(url, url))

    threads = [threading.Thread(target=add, args=(urls[part::3],)) for part in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.url for one in again(tmp_path).servers()} == {THIS_COMPUTER.url, *urls}


def test_what_is_written_while_the_list_is_read_is_not_lost(
    listed: ServerList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program replaces the file just after its bytes were read."""
    again(tmp_path).save(GPU)
    real = Path.read_bytes

    def overtaken(path: Path) -> bytes:
        found = real(path)
        monkeypatch.undo()
        again(tmp_path).save(Server("http://new:1", "new"))
        return found

    monkeypatch.setattr(Path, "read_bytes", overtaken)
    assert names(listed) == ["This computer", "gpu"]
    assert names(listed) == ["This computer", "gpu", "new"]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    one = ServerList(tmp_path / "file" / "settings", HeldKeys())
    assert one.servers() == (THIS_COMPUTER,)
    with pytest.raises(StorageError):
        one.save(GPU)


def test_a_list_that_cannot_be_read_now_is_not_replaced(
    listed: ServerList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(tmp_path).save(GPU)
    kept = (tmp_path / server_file.NAME).read_bytes()
    with monkeypatch.context() as locked:
        locked.setattr(Path, "read_bytes", _no_access)
        assert listed.servers() == (THIS_COMPUTER,)
        with pytest.raises(StorageError) as caught:
            listed.save(Server("http://b:1", "b"))
        assert "cannot be read" in listed.notice
    assert "left as it is" in caught.value.detail
    assert (tmp_path / server_file.NAME).read_bytes() == kept
    assert names(listed) == ["This computer", "gpu"]  # though the file did not change
    assert listed.notice == ""


def _no_access(path: Path) -> bytes:
    raise PermissionError(errno.EACCES, "Permission denied", str(path))


def test_a_lock_that_cannot_be_had_is_a_sentence(
    listed: ServerList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_file, "LOCK_S", 0.05)
    with (
        FileLock(tmp_path / f"{server_file.NAME}.lock"),
        pytest.raises(StorageError, match="another program"),
    ):
        listed.save(GPU)
    (tmp_path / "other" / f"{server_file.NAME}.lock").mkdir(parents=True)
    with pytest.raises(StorageError):
        again(tmp_path / "other").save(GPU)


# Keys


class SlowKeys(HeldKeys):
    """As a keyring whose user has not yet unlocked it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.unlocked = threading.Event()

    def keep(self, url: str, key: str) -> bool:
        self.asked.set()
        self.unlocked.wait(10)
        return super().keep(url, key)


def test_a_keyring_that_waits_for_its_user_holds_nobody_else_up(tmp_path: Path) -> None:
    keys = SlowKeys()
    one = ServerList(tmp_path, keys)
    saving = threading.Thread(target=one.save, args=(GPU, KEY))
    saving.start()
    assert keys.asked.wait(10)
    listing = threading.Thread(target=one.servers)
    listing.start()
    listing.join(5)
    was_held_up = listing.is_alive()
    again(tmp_path).save(Server("http://b:1", "b"))
    keys.unlocked.set()
    saving.join()
    listing.join()
    assert not was_held_up
    assert names(one) == ["This computer", "b", "gpu"]


def test_a_key_is_in_no_file_and_told_as_a_fact_only(listed: ServerList, tmp_path: Path) -> None:
    saved = listed.save(GPU, KEY)
    assert saved.server.has_key
    assert not saved.is_key_kept
    assert any("held until Restitch ends" in note for note in saved.notes)
    assert any("https" in note for note in saved.notes)
    assert listed.server(GPU.url).has_key
    with listed.client(GPU.url) as client:
        assert client.access.key == KEY
    assert not again(tmp_path).server(GPU.url).has_key
    assert KEY not in repr(saved) + repr(listed.servers()) + repr(HeldKeys())
    for path in tmp_path.rglob("*"):
        assert KEY.encode() not in path.read_bytes()
    listed.save(GPU)
    assert listed.server(GPU.url).has_key
    listed.save(GPU, "")
    assert not listed.server(GPU.url).has_key


def test_a_key_is_given_to_its_own_server_only(listed: ServerList) -> None:
    listed.save(GPU, KEY)
    for url in ("http://gpu:8189", "https://gpu:8188", "http://gpu", "http://gpu:8188/other"):
        with listed.client(url) as client:
            assert client.access.key == ""


def test_a_wrong_key_changes_nothing(listed: ServerList, tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        listed.save(GPU, "two words")
    assert names(again(tmp_path)) == ["This computer"]


class OneKeyring(KeyringBackend):
    priority = 5.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.is_locked:
            raise KeyringLocked("no")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_locked:
            raise KeyringLocked("no")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class PlainFileKeyring(OneKeyring):
    """As those of keyrings.alt: it works, and is not recommended."""

    priority = 0.5


@pytest.fixture
def backend() -> Iterator[OneKeyring]:
    before = keyring.get_keyring()
    made = OneKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_keyring_keeps_a_key_for_every_run(tmp_path: Path, backend: OneKeyring) -> None:
    saved = ServerList(tmp_path, KeyringKeys({})).save(GPU, KEY)
    assert saved.is_key_kept
    assert backend.kept == {("Restitch", GPU.url): KEY}
    later = ServerList(tmp_path, KeyringKeys({}))
    assert later.server(GPU.url).has_key
    with later.client(GPU.url) as client:
        assert client.access.key == KEY
    later.remove(GPU.url)
    assert backend.kept == {}


def test_a_locked_keyring_is_said_and_may_pass(tmp_path: Path, backend: OneKeyring) -> None:
    ServerList(tmp_path, KeyringKeys({})).save(GPU, KEY)
    backend.is_locked = True
    later = ServerList(tmp_path, KeyringKeys({}))
    with pytest.raises(KeyringTrouble) as caught:
        later.client(GPU.url)
    assert variable_of(GPU.url) in caught.value.hint
    assert "keyring" in later.state(GPU.url).problem
    assert not later.save(Server("http://b:1", "b"), KEY).is_key_kept
    backend.is_locked = False
    with later.client(GPU.url) as client:
        assert client.access.key == KEY


@pytest.mark.parametrize("made", [fail.Keyring, null.Keyring, PlainFileKeyring])
def test_without_a_keyring_that_encrypts_the_key_is_held_for_this_run(
    tmp_path: Path, backend: OneKeyring, made: type[KeyringBackend]
) -> None:
    unusable = made()
    keyring.set_keyring(unusable)
    one = ServerList(tmp_path, KeyringKeys({}))
    assert not one.save(GPU, KEY).is_key_kept
    with one.client(GPU.url) as client:
        assert client.access.key == KEY
    assert getattr(unusable, "kept", {}) == {}
    assert not ServerList(tmp_path, KeyringKeys({})).server(GPU.url).has_key


def test_the_environment_goes_before_the_keyring(tmp_path: Path, backend: OneKeyring) -> None:
    ServerList(tmp_path, KeyringKeys({})).save(GPU, KEY)
    other = ServerList(tmp_path, KeyringKeys({"RESTITCH_API_KEY_GPU_8188": " sk-env\n"}))
    with other.client(GPU.url) as client:
        assert client.access.key == "sk-env"
    wrong = ServerList(tmp_path, KeyringKeys({"RESTITCH_API_KEY_GPU_8188": "two words"}))
    with pytest.raises(KeyringTrouble) as caught:
        wrong.client(GPU.url)
    assert "two words" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://gpu-box.lan:8443/comfy", "RESTITCH_API_KEY_GPU_BOX_LAN_8443"),
        ("https://gpu", "RESTITCH_API_KEY_GPU"),
        ("http://[::1]:8188", "RESTITCH_API_KEY_1_8188"),
    ],
)
def test_the_environments_names(url: str, name: str) -> None:
    assert variable_of(url) == name


# What servers say


def test_states_are_asked_all_at_once_in_the_lists_order(
    listed: ServerList, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "LONGEST_ANSWER_S", 1.5)
    with DemoServer(manner=Manner(OLD)) as hanging:
        hanging.faults = Faults(answers=(AnswerFault("", "stall", seconds=3, times=9),))
        for url, name in ((NOBODY, "away"), (hanging.url, "hangs"), (server.url, "here")):
            listed.save(Server(url, name))
        listed.remove(THIS_COMPUTER.url)
        away, hangs, here = listed.states(JobContext())
    assert (away.is_answering, hangs.is_answering, here.is_answering) == (False, False, True)
    assert "connection refused" in away.problem
    assert hangs.problem
    assert (here.version, here.running, here.queued) == ("0.33.0", 0, 0)
    assert here.vram_total_bytes >= here.vram_free_bytes > 0
    assert here.devices


def test_asking_can_be_stopped(listed: ServerList, server: DemoServer) -> None:
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(JobCancelled):
        listed.states(ctx)


# What their nodes take


def asked(server: DemoServer, listed: ServerList) -> bool:
    """Whether the server is asked for its node types; it answers that with an error."""
    server.faults = Faults(answers=(AnswerFault("/object_info", "status", times=1),))
    listed.node_types(server.url)
    taken = server._box.take_answer("GET", "/object_info") is None
    server.faults = Faults()
    return taken


def test_node_types_are_remembered_for_a_while_and_for_when_the_server_is_away(
    listed: ServerList, server: DemoServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    types = listed.node_types(server.url)
    assert "KSampler" in types.names
    assert not asked(server, listed)
    assert not asked(server, again(tmp_path))
    assert listed.state(server.url).node_count == len(types)
    monkeypatch.setattr(servers, "NODES_STAY_S", 0.0)
    assert asked(server, listed)
    server.stop()
    assert again(tmp_path).node_types(server.url).names == types.names


def test_without_an_answer_and_a_memory_it_is_an_error(listed: ServerList) -> None:
    with pytest.raises(ComfyUnreachable):
        listed.node_types(NOBODY)


def test_a_server_of_another_version_is_asked_anew(listed: ServerList) -> None:
    with DemoServer() as new:
        listed.node_types(new.url)
        port = new.port
    with DemoServer(port=port, manner=Manner(OLD)) as old:
        assert not asked(old, listed)
        assert listed.state(old.url).version == OLD
        assert asked(old, listed)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(b"{", mtime=0),
        gzip.compress(b"[]", mtime=0),
        gzip.compress(b'{"url": 1}', mtime=0),
    ],
)
def test_a_damaged_memory_is_replaced(
    listed: ServerList, server: DemoServer, tmp_path: Path, data: bytes
) -> None:
    listed.node_types(server.url)
    (kept,) = tmp_path.glob("cache/nodes_*.json.gz")
    kept.write_bytes(data)
    assert "KSampler" in again(tmp_path).node_types(server.url).names
    assert kept.read_bytes() != data


def test_a_memory_that_unpacks_to_too_much_is_not_unpacked(
    listed: ServerList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DemoServer() as gone:
        listed.node_types(gone.url)
    assert again(tmp_path).node_types(gone.url)
    monkeypatch.setattr(node_types_cache, "LARGEST_BYTES", 1000)
    with pytest.raises(ComfyUnreachable):
        again(tmp_path).node_types(gone.url)


def test_no_more_than_so_many_servers_are_remembered(tmp_path: Path) -> None:
    cache = node_types_cache.NodeTypesCache(tmp_path)
    for number in range(node_types_cache.KEPT_SERVERS + 5):
        cache.save(f"http://h{number}:1", node_types_cache.Remembered("1", 1.0, {"A": {}}))
    assert len(list(tmp_path.iterdir())) == node_types_cache.KEPT_SERVERS
    assert cache.load("http://h20:1") is not None


def test_where_nothing_can_be_remembered_it_works_all_the_same(
    tmp_path: Path, server: DemoServer
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    one = ServerList(tmp_path, HeldKeys(), cache=tmp_path / "file" / "cache")
    assert "KSampler" in one.node_types(server.url).names
