"""A scriptable stand-in for ComfyUI on a real loopback socket: it keeps books and does as told."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

JsonObject = dict[str, object]


@dataclass
class Reply:
    status: int = 200
    json: object = None
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    announced_length: int | None = None
    """Content-Length when it should be a lie."""

    def data(self) -> bytes:
        return self.body if self.json is None else json.dumps(self.json).encode()


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> JsonObject:
        value = json.loads(self.body)
        assert isinstance(value, dict)
        return value


class Socket:
    """The server's end of one WebSocket."""

    def __init__(self, handler: BaseHTTPRequestHandler, client_id: str) -> None:
        self._handler = handler
        self.client_id = client_id
        self.first_message: object = None
        self.closed = threading.Event()

    def send(self, kind: str, **data: object) -> None:
        self.send_frame(1, json.dumps({"type": kind, "data": data}).encode())

    def send_frame(self, opcode: int, payload: bytes, *, is_last: bool = True) -> None:
        size = len(payload)
        first = opcode | (0x80 if is_last else 0)
        if size < 126:
            head = struct.pack(">BB", first, size)
        elif size < 1 << 16:
            head = struct.pack(">BBH", first, 126, size)
        else:
            head = struct.pack(">BBQ", first, 127, size)
        with suppress(OSError):
            self._handler.wfile.write(head + payload)

    def receive(self) -> tuple[int, bytes]:
        """The next frame; opcode 8 for a close or a broken connection."""
        try:
            first, second = self._exactly(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack(">H", self._exactly(2))
            mask = self._exactly(4)
            data = self._exactly(size)
        except (OSError, ValueError):
            return 8, b""
        return first & 0xF, bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))

    def _exactly(self, size: int) -> bytes:
        data = self._handler.rfile.read(size)
        if len(data) != size:
            raise OSError("the connection ended")
        return data

    def drop(self) -> None:
        """End the connection without a closing handshake."""
        with suppress(OSError):
            self._handler.connection.shutdown(2)


class FakeComfy:
    """Its books may be changed by the test at any time; `answers` overrides whole paths."""

    def __init__(self) -> None:
        self.history: dict[str, JsonObject] = {}
        self.running: list[list[object]] = []
        self.pending: list[list[object]] = []
        self.requests: list[Request] = []
        self.answers: dict[str, Callable[[Request], Reply]] = {}
        self.on_socket: Callable[[Socket], object] = lambda _socket: None
        self.refuse_sockets = False
        self.sockets: list[Socket] = []
        self.has_jobs = True
        self._stopping = threading.Event()
        self._queue_asked = threading.Event()
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                if self.headers.get("Upgrade", "").lower() == "websocket":
                    fake._serve_socket(self)
                else:
                    self._answer()

            def do_POST(self) -> None:
                self._answer()

            def _answer(self) -> None:
                parts = urlsplit(self.path)
                size = int(self.headers.get("Content-Length", "0"))
                request = Request(
                    self.command,
                    parts.path,
                    parse_qs(parts.query, keep_blank_values=True),
                    dict(self.headers.items()),
                    self.rfile.read(size),
                )
                fake.requests.append(request)
                reply = fake._reply(request)
                data = reply.data()
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                length = len(data) if reply.announced_length is None else reply.announced_length
                self.send_header("Content-Length", str(length))
                if length != len(data):
                    self.close_connection = True
                    self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                pass  # a client that hangs up is part of these tests

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        for socket in self.sockets:
            socket.drop()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def posts(self, path: str) -> list[Request]:
        return [each for each in self.requests if each.method == "POST" and each.path == path]

    def wait_until_asked(self) -> None:
        """Until the client has seen the books as they are now."""
        self._queue_asked.clear()
        assert self._queue_asked.wait(5)

    def wait_stalled(self, seconds: float) -> None:
        """Hold an answer back; ends early when the server stops."""
        self._stopping.wait(seconds)

    def finish(self, prompt_id: str, outputs: JsonObject | None = None) -> None:
        self.end(prompt_id, {"status_str": "success", "completed": True, "messages": []}, outputs)

    def end(self, prompt_id: str, status: JsonObject, outputs: JsonObject | None = None) -> None:
        self.running = [item for item in self.running if item[1] != prompt_id]
        self.history[prompt_id] = {
            "prompt": [0, prompt_id, GRAPH, {}, ["12"]],
            "outputs": outputs or {},
            "status": status,
        }

    def _reply(self, request: Request) -> Reply:
        if (answer := self.answers.get(request.path)) is not None:
            return answer(request)
        match request.method, request.path.strip("/").split("/"):
            case "GET", ["history", prompt_id]:
                entry = self.history.get(prompt_id)
                return Reply(json={prompt_id: entry} if entry else {})
            case "GET", ["queue"]:
                self._queue_asked.set()
                return Reply(json={"queue_running": self.running, "queue_pending": self.pending})
            case "POST", ["queue" | "interrupt"]:
                return Reply()
            case "POST", ["api", "jobs", _, "cancel"]:
                return Reply(json={"cancelled": True}) if self.has_jobs else Reply(405)
            case "POST", ["prompt"]:
                given_id = request.json["prompt_id"]
                self.running.append([1, given_id, request.json["prompt"], {}, []])
                return Reply(json={"prompt_id": given_id, "number": 1, "node_errors": {}})
        return Reply(404)

    def _run_script(self, socket: Socket) -> None:
        try:
            self.on_socket(socket)
        except BaseException:
            self.answers["/queue"] = lambda _request: Reply(500)  # the watch must not go on
            raise

    def _serve_socket(self, handler: BaseHTTPRequestHandler) -> None:
        if self.refuse_sockets:
            handler.send_error(503)
            return
        key = handler.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        handler.send_response(101)
        handler.send_header("Upgrade", "websocket")
        handler.send_header("Connection", "Upgrade")
        accept = base64.b64encode(hashlib.sha1(key.encode()).digest()).decode()
        handler.send_header("Sec-WebSocket-Accept", accept)
        handler.end_headers()
        client_id = parse_qs(urlsplit(handler.path).query)["clientId"][0]
        socket = Socket(handler, client_id)
        _, first = socket.receive()
        socket.first_message = json.loads(first) if first else None
        self.sockets.append(socket)
        script = threading.Thread(target=self._run_script, args=(socket,), daemon=True)
        script.start()
        while True:  # until the client closes
            opcode, data = socket.receive()
            if opcode == 8:
                socket.send_frame(8, data)
                break
        socket.closed.set()
        handler.close_connection = True


GRAPH: JsonObject = {
    "1": {"class_type": "LoadImage", "inputs": {"image": "seed.png"}},
    "5": {"class_type": "CLIPTextEncode", "inputs": {"text": "a lake", "clip": ["3", 0]}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["3", 0]}},
    "3": {"class_type": "CLIPLoader", "inputs": {"clip_name": "umt5.safetensors"}},
    "7": {
        "class_type": "WanImageToVideo",
        "inputs": {
            "width": 832, "height": 480, "length": 49, "batch_size": 1,
            "positive": ["5", 0], "negative": ["6", 0], "start_image": ["1", 0],
        },
    },
    "9": {
        "class_type": "KSampler",
        "inputs": {
            "seed": 2**63 + 1, "steps": 20, "cfg": 5.0, "denoise": 1.0,
            "positive": ["7", 0], "negative": ["7", 1], "latent_image": ["7", 2],
        },
        "_meta": {"title": "Sampler of the lake"},
    },
    "10": {"class_type": "VAEDecode", "inputs": {"samples": ["9", 0]}},
    "11": {"class_type": "CreateVideo", "inputs": {"fps": 16.0, "images": ["10", 0]}},
    "12": {
        "class_type": "SaveVideo",
        "inputs": {"filename_prefix": "restitch/segment", "video": ["11", 0]},
    },
}  # fmt: skip
"""A small image-to-video workflow: seed frame in 1, sampler 9, output 12."""
