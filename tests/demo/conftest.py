"""A demo server on a loopback port, and a client that does nothing but talk to it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
import requests
import websocket
from websocket import WebSocket

from restitch_app.demo.pixels import Rgb
from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, Workflow, demo_workflow

TIMEOUT_S = 120.0
SMALL = DemoSettings(image="seed.png", seed=7, steps=4, length=9, width=96, height=64)


def seed_picture(width: int = 96, height: int = 64) -> Rgb:
    """Soft blobs: enough detail to see motion, little enough for H.264 to keep."""
    rng = np.random.default_rng(3)
    coarse = rng.integers(30, 226, (height // 8, width // 8, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def png_bytes(picture: Rgb) -> bytes:
    return bytes(cv2.imencode(".png", np.ascontiguousarray(picture[:, :, ::-1]))[1].tobytes())


def decoded(data: bytes) -> list[Rgb]:
    with av.open(BytesIO(data), "r") as clip:
        return [
            np.asarray(one.to_ndarray(format="rgb24"), np.uint8) for one in clip.decode(video=0)
        ]


@dataclass
class Heard:
    """What one socket received, in order."""

    socket: WebSocket
    messages: list[dict[str, object]] = field(default_factory=list)
    binary: list[bytes] = field(default_factory=list)

    def until(self, kind: str, **facts: object) -> dict[str, object]:
        """Listen until a message of that type whose data holds `facts`; returns its data."""
        while True:
            code, raw = self.socket.recv_data()
            if code == websocket.ABNF.OPCODE_BINARY:
                self.binary.append(raw)
                continue
            if code == websocket.ABNF.OPCODE_CLOSE:
                raise websocket.WebSocketConnectionClosedException("closed")
            message = json.loads(raw)
            self.messages.append(message)
            data = message["data"]
            assert isinstance(data, dict)
            if message["type"] == kind and facts.items() <= data.items():
                return data

    def until_done(self, prompt_id: str) -> list[str]:
        """The types heard until the prompt's last message, `progress_state` left out."""
        self.until("executing", node=None, prompt_id=prompt_id)
        return [str(one["type"]) for one in self.messages if one["type"] != "progress_state"]


@dataclass
class Talk:
    server: DemoServer
    sockets: list[WebSocket] = field(default_factory=list)

    def get(self, path: str, **params: str) -> requests.Response:
        return requests.get(self.server.url + path, params=params, timeout=TIMEOUT_S)

    def post(self, path: str, body: object) -> requests.Response:
        return requests.post(self.server.url + path, json=body, timeout=TIMEOUT_S)

    def upload(self, data: bytes, name: str = "seed.png", **fields: str) -> requests.Response:
        files = {"image": (name, data, "image/png")}
        return requests.post(
            f"{self.server.url}/upload/image", files=files, data=fields, timeout=TIMEOUT_S
        )

    def submit(self, workflow: Workflow, **fields: object) -> str:
        answer = self.post("/prompt", {"prompt": workflow, **fields})
        assert answer.status_code == 200, answer.text
        return str(answer.json()["prompt_id"])

    def listen(self, client_id: str, *, flags: bool = False) -> Heard:
        address = self.server.url.replace("http", "ws") + f"/ws?clientId={client_id}"
        socket = websocket.create_connection(address, timeout=TIMEOUT_S)
        self.sockets.append(socket)
        if flags:
            data = {"supports_preview_metadata": True}
            socket.send(json.dumps({"type": "feature_flags", "data": data}))
        return Heard(socket)

    def run(self, workflow: Workflow, **fields: object) -> tuple[str, Heard, list[str]]:
        """Submit, listen to the end; returns prompt id, what was heard, and the message types."""
        client_id = str(uuid.uuid4())
        heard = self.listen(client_id)
        prompt_id = self.submit(workflow, client_id=client_id, **fields)
        return prompt_id, heard, heard.until_done(prompt_id)

    def history(self, prompt_id: str) -> dict[str, object]:
        return dict(self.get(f"/history/{prompt_id}").json()[prompt_id])

    def output(self, prompt_id: str, node: str = "12") -> dict[str, str]:
        outputs = self.history(prompt_id)["outputs"]
        assert isinstance(outputs, dict)
        return dict(outputs[node]["images"][0])

    def download(self, entry: dict[str, str]) -> bytes:
        return self.get("/view", **entry).content


@pytest.fixture
def server(tmp_path: Path) -> Iterator[DemoServer]:
    with DemoServer(tmp_path / "comfy", step_delay_s=0.01) as running:
        yield running


@pytest.fixture
def talk(server: DemoServer) -> Iterator[Talk]:
    """A client whose seed frame is uploaded."""
    client = Talk(server)
    assert client.upload(png_bytes(seed_picture())).status_code == 200
    yield client
    for socket in client.sockets:
        socket.close()


def workflow(**changes: object) -> Workflow:
    return demo_workflow(replace(SMALL, **changes))  # type: ignore[arg-type]
