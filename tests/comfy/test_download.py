from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from restitch_app.comfy.errors import BadOutput, ComfyUnreachable, TruncatedDownload
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.domain.errors import JobCancelled, StorageError
from tests.comfy.fake_server import FakeComfy, Reply

REF = OutputRef("segment_00001_.mp4", "restitch")
VIDEO = bytes(range(256)) * 3000


def serve(server: FakeComfy, reply: Reply) -> None:
    server.answers["/view"] = lambda _request: reply


def test_a_file_arrives_whole_with_its_hash(
    server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    serve(server, Reply(body=VIDEO))
    seen: list[tuple[int, int]] = []
    target = tmp_path / "segment_012_v3.mp4"
    fetched = client.fetch_output(REF, target, on_progress=lambda *each: seen.append(each))
    assert target.read_bytes() == VIDEO
    assert (fetched.size_bytes, fetched.sha256) == (len(VIDEO), hashlib.sha256(VIDEO).hexdigest())
    assert seen[-1] == (len(VIDEO), len(VIDEO))
    assert list(tmp_path.iterdir()) == [target]
    assert server.requests[0].query == {
        "filename": ["segment_00001_.mp4"], "subfolder": ["restitch"], "type": ["output"]
    }  # fmt: skip
    assert server.requests[0].headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("reply", "error", "words"),
    [
        (Reply(404), BadOutput, "no longer on the server"),
        (Reply(403), BadOutput, "answered 403"),
        (Reply(body=b""), BadOutput, "empty file"),
        (Reply(body=VIDEO, announced_length=len(VIDEO) + 9), TruncatedDownload, "stopped early"),
        (Reply(body=bytes(2 << 20)), BadOutput, "larger than allowed"),
        (Reply(body=b"", announced_length=1 << 40), BadOutput, "larger than allowed"),
        (Reply(503), ComfyUnreachable, "503"),
    ],
    ids=["gone", "forbidden", "empty", "cut short", "huge", "announced huge", "5xx"],
)
def test_what_is_not_the_whole_file_leaves_nothing_behind(
    server: FakeComfy,
    client: ComfyClient,
    tmp_path: Path,
    reply: Reply,
    error: type[Exception],
    words: str,
) -> None:
    serve(server, reply)
    with pytest.raises(error, match=words):
        client.fetch_output(REF, tmp_path / "new.mp4")
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_of_the_same_name_survives_a_broken_download(
    server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    target = tmp_path / "new.mp4"
    target.write_bytes(b"the one that is there")
    serve(server, Reply(body=VIDEO, announced_length=len(VIDEO) + 9))
    with pytest.raises(TruncatedDownload) as caught:
        client.fetch_output(REF, target)
    assert caught.value.retryable
    assert target.read_bytes() == b"the one that is there"


@pytest.mark.parametrize(
    ("filename", "subfolder"),
    [
        ("../x.mp4", ""),
        ("half \ud800.mp4", ""),
        ("..", ""),
        ("a/b.mp4", ""),
        ("a\\b.mp4", ""),
        ("C:evil.mp4", ""),
        ("x.mp4", "../up"),
        ("x.mp4", "a/../../up"),
        ("x.mp4", "a\\..\\up"),
        ("x.mp4", "/etc"),
        ("x.mp4", "C:\\Windows"),
        ("x.mp4\0.png", ""),
    ],
)
def test_a_name_that_leaves_its_folder_is_never_asked_for(
    server: FakeComfy, client: ComfyClient, tmp_path: Path, filename: str, subfolder: str
) -> None:
    with pytest.raises(BadOutput, match="outside its folder"):
        client.fetch_output(OutputRef(filename, subfolder), tmp_path / "new.mp4")
    assert not server.requests


def test_a_windows_servers_subfolder_goes_back_as_it_came(
    server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    serve(server, Reply(body=VIDEO))
    client.fetch_output(OutputRef("x.mp4", "video\\restitch"), tmp_path / "new.mp4")
    assert server.requests[0].query["subfolder"] == ["video\\restitch"]


def test_cancelling_in_the_middle_removes_the_part(
    server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    def stop(_done: int, _total: int) -> None:
        assert (tmp_path / "new.mp4.part").exists()
        raise JobCancelled

    serve(server, Reply(body=VIDEO))
    with pytest.raises(JobCancelled):
        client.fetch_output(REF, tmp_path / "new.mp4", on_progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_our_disks_fault(
    server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    serve(server, Reply(body=VIDEO))
    with pytest.raises(StorageError, match="could not be saved"):
        client.fetch_output(REF, tmp_path / "no such folder" / "new.mp4")
