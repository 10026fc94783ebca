"""Recordings of servers as values: exchanges, runs and their WebSocket transcripts."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text
from tests.comfy.fake_server import Reply, Socket

OWN = Path(__file__).parent / "transcripts"
"""Small recordings of the demo server, in the same form; they are always there."""
_JPEG = b"\xff\xd8\xff\xe0"


def load(folder: Path, name: str) -> JsonObject:
    value = json.loads((folder / f"{name}.json").read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def names_in(folder: Path) -> tuple[str, ...]:
    """Every recording, by its path without suffix."""
    found = (path.relative_to(folder).with_suffix("") for path in folder.rglob("*.json"))
    return tuple(sorted(path.as_posix() for path in found))


@dataclass(frozen=True)
class Exchange:
    label: str
    request: JsonObject
    response: JsonObject

    @property
    def method(self) -> str:
        return as_text(self.request["method"])

    @property
    def path(self) -> str:
        return as_text(self.request["path"])

    @property
    def status(self) -> int:
        status = self.response["status"]
        assert isinstance(status, int)
        return status

    @property
    def sent(self) -> JsonObject:
        return as_object(self.request.get("json"))

    @property
    def body(self) -> JsonObject:
        return as_object(self.response.get("json"))

    def reply(self) -> Reply:
        """What the server answered; of a file's bytes the first ones are true."""
        content_type = as_object(self.response.get("headers")).get("Content-Type")
        headers = {"Content-Type": content_type} if isinstance(content_type, str) else {}
        if "json" in self.response:
            return Reply(self.status, json=self.response["json"], headers=headers)
        if "text" in self.response:
            return Reply(self.status, body=as_text(self.response["text"]).encode(), headers=headers)
        size = self.response.get("body_bytes", 0)
        assert isinstance(size, int)
        head = bytes.fromhex(as_text(self.response.get("body_head_hex")))
        return Reply(self.status, body=head.ljust(size, b"\0"), headers=headers)


def exchange(value: object, label: str = "") -> Exchange:
    raw = as_object(value)
    return Exchange(label, as_object(raw["request"]), as_object(raw["response"]))


def exchanges(value: object, label: str = "") -> Iterator[Exchange]:
    """All in the recording, however deep, transcripts left out."""
    if isinstance(value, dict):
        if "request" in value and "response" in value:
            yield exchange(value, label)
            return
        for name, part in value.items():
            if not name.startswith("ws"):
                yield from exchanges(part, f"{label}/{name}".strip("/"))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from exchanges(part, f"{label}[{number}]")


@dataclass
class Run:
    """A prompt that a server took, with everything that it said about it."""

    label: str
    submit: Exchange
    transcripts: list[list[JsonObject]]
    """One for each socket, in the order they were opened."""
    history: JsonObject = field(default_factory=dict)

    @property
    def prompt(self) -> JsonObject:
        return as_object(self.submit.sent["prompt"])

    @property
    def prompt_id(self) -> str:
        return as_text(self.submit.body["prompt_id"])

    def frames(self, kind: str) -> list[JsonObject]:
        """The data of all messages of a type about this prompt."""
        messages = (as_object(frame.get("msg")) for each in self.transcripts for frame in each)
        found = (as_object(one["data"]) for one in messages if one.get("type") == kind)
        return [data for data in found if data.get("prompt_id") == self.prompt_id]


def run_of(
    submit: object, transcripts: list[object], history: object = None, label: str = ""
) -> Run:
    frames = [list(map(as_object, as_array(one))) for one in transcripts]
    run = Run(label, exchange(submit), frames)
    if history is not None:
        run.history = exchange(history).body
    else:
        run.history = {run.prompt_id: _as_kept(run)}
    return run


def runs(value: object, label: str = "") -> Iterator[Run]:
    """Each prompt of the recording that was alone when it ran."""
    if not isinstance(value, dict):
        return
    if "submit" in value and exchange(value["submit"]).status == 200:
        keys = [name for name in ("ws", "ws_first", "ws_second", "ws_bystander") if name in value]
        if keys:
            yield run_of(
                value["submit"], [value[name] for name in keys], value.get("history"), label
            )
        return
    for name, part in value.items():
        yield from runs(part, f"{label}/{name}".strip("/"))


def _as_kept(run: Run) -> JsonObject:
    """The history entry of a successful run whose recording has none."""
    outputs = {as_text(one["node"]): one["output"] for one in run.frames("executed")}
    return {
        "prompt": [0, run.prompt_id, run.prompt, {}, []],
        "outputs": outputs,
        "status": {"status_str": "success", "completed": True, "messages": []},
    }


def send(socket: Socket, frame: JsonObject) -> None:
    """One frame of a transcript; notes of the recorder are passed over."""
    if "msg" in frame and frame.get("dir") == "server->client":
        socket.send_frame(1, json.dumps(frame["msg"]).encode())
    elif frame.get("event_type") == 4:
        about = json.dumps(frame["metadata"]).encode()
        socket.send_frame(2, struct.pack(">II", 4, len(about)) + about + _JPEG)
    elif frame.get("event_type") == 1:
        socket.send_frame(2, bytes.fromhex(as_text(frame["head_hex"])))


def is_closing(frame: JsonObject) -> bool:
    return frame.get("dir") == "closed"
