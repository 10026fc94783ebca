"""Records `transcripts/` from the demo server: `python -m tests.comfy.server.make_transcripts`.

They have the form of recordings of real servers, so that the same tests play them back.
"""

from __future__ import annotations

import json
import threading
import uuid
from dataclasses import dataclass, field
from io import BytesIO

import requests
import websocket
from PIL import Image

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.demo.server import OLD, DemoServer, Faults, Manner
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from tests.comfy.server.recorded import OWN

SETTINGS = DemoSettings(image="seed.png", seed=7, steps=3, length=5, width=96, height=64)


@dataclass
class Recorder:
    server: DemoServer
    client_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def ask(self, method: str, path: str, **sent: object) -> JsonObject:
        """One exchange as a recording has it."""
        answer = requests.request(method, self.server.url + path, timeout=10, **sent)  # type: ignore[arg-type]
        told: JsonObject = {"status": answer.status_code}
        kind = answer.headers.get("Content-Type", "")
        told["headers"] = {"Content-Type": kind}
        if "json" in kind:
            told["json"] = answer.json()
        elif kind.startswith("text") or not answer.content:
            told["text"] = answer.text
        else:
            told["body_bytes"] = len(answer.content)
            told["body_head_hex"] = answer.content[:16].hex()
        request: JsonObject = {"method": method, "path": path}
        request |= {"query" if key == "params" else key: value for key, value in sent.items()
                    if key in ("json", "params")}  # fmt: skip
        return {"request": request, "response": told}

    def run(self, prompt: JsonObject, *, flags: bool = True, stop_after: int = 0) -> JsonObject:
        """Submit and listen to the end; `stop_after` so many steps it is interrupted."""
        address = self.server.url.replace("http", "ws") + f"/ws?clientId={self.client_id}"
        socket = websocket.create_connection(address, timeout=10)
        if flags:
            data = {"supports_preview_metadata": True}
            socket.send(json.dumps({"type": "feature_flags", "data": data}))
        prompt_id = str(uuid.uuid4())
        body = {"prompt": prompt, "client_id": self.client_id, "prompt_id": prompt_id}
        submit = self.ask("POST", "/prompt", json=body)
        frames: list[JsonObject] = []
        while not frames or not _is_end(frames[-1]):
            frames.append(_frame(*socket.recv_data()))
            message = as_object(frames[-1].get("msg"))
            if stop_after and message.get("type") == "progress":
                stop_after -= 1
                if not stop_after:
                    self.ask("POST", "/interrupt", json={"prompt_id": prompt_id})
        socket.close()
        history = self.ask("GET", f"/history/{prompt_id}")
        return {"submit": submit, "ws": frames, "history": history}


def _frame(code: int, raw: bytes) -> JsonObject:
    if code != websocket.ABNF.OPCODE_BINARY:
        return {"dir": "server->client", "msg": json.loads(raw)}
    event = int.from_bytes(raw[:4], "big")
    frame: JsonObject = {"dir": "server->client", "binary": True, "event_type": event}
    if event == 4:
        size = int.from_bytes(raw[4:8], "big")
        frame["metadata"] = json.loads(raw[8 : 8 + size])
    else:
        frame["head_hex"] = raw[:24].hex()
    return frame


def _is_end(frame: JsonObject) -> bool:
    message = as_object(frame.get("msg"))
    data = as_object(message.get("data"))
    return message.get("type") == "executing" and data.get("node") is None


def _prompt(**changes: object) -> JsonObject:
    settings = DemoSettings(**{**_fields(SETTINGS), **changes})  # type: ignore[arg-type]
    return dict(demo_workflow(settings))


def _fields(settings: DemoSettings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in settings.__slots__}


def two_samplers() -> JsonObject:
    """The demo's workflow with its sampling cut in two, and the last frame as a picture."""
    prompt = _prompt()
    one = as_object(as_object(prompt.pop("9"))["inputs"])
    shared = {name: one[name] for name in ("cfg", "sampler_name", "scheduler", "model", "positive",
                                           "negative")}  # fmt: skip
    first = {**shared, "add_noise": "enable", "noise_seed": 7, "steps": 6, "start_at_step": 0,
             "end_at_step": 2, "return_with_leftover_noise": "enable",
             "latent_image": ["7", 2]}  # fmt: skip
    second = {**first, "add_noise": "disable", "noise_seed": 0, "start_at_step": 2,
              "end_at_step": 10000, "return_with_leftover_noise": "disable",
              "latent_image": ["20:9", 0]}  # fmt: skip
    prompt["20:9"] = _node("KSamplerAdvanced", "High noise", first)
    prompt["20:10"] = _node("KSamplerAdvanced", "Low noise", second)
    as_object(as_object(prompt["10"])["inputs"])["samples"] = ["20:10", 0]
    last = {"image": ["10", 0], "batch_index": -1, "length": 1}
    prompt["30"] = _node("ImageFromBatch", "Last frame", last)
    prompt["31"] = _node(
        "SaveImage", "Hand-off", {"images": ["30", 0], "filename_prefix": "restitch/last"}
    )
    return prompt


def _node(class_type: str, title: str, inputs: JsonObject) -> JsonObject:
    return {"class_type": class_type, "inputs": inputs, "_meta": {"title": title}}


def answers(recorder: Recorder) -> JsonObject:
    """Refusals, uploads and downloads."""
    picture = _picture()
    bad_value, bad_model, half = _prompt(steps=0), _prompt(), _prompt()
    as_object(as_object(bad_model["2"])["inputs"])["unet_name"] = "not_here.safetensors"
    half["40"] = _node("SaveImage", "No prefix", {"images": ["1", 0]})
    unknown = {**_prompt(), "40": _node("OfAPackNobodyHas", "Somebody's node", {})}
    file = {"image": ("restitch_1.png", picture, "image/png")}
    return {
        "system_stats": recorder.ask("GET", "/system_stats"),
        "value_below_least": recorder.ask("POST", "/prompt", json={"prompt": bad_value}),
        "model_missing": recorder.ask("POST", "/prompt", json={"prompt": bad_model}),
        "node_missing": recorder.ask("POST", "/prompt", json={"prompt": unknown}),
        "one_bad_output": recorder.ask("POST", "/prompt", json={"prompt": half}),
        "prompt_is_list": recorder.ask("POST", "/prompt", json={"prompt": []}),
        "queue": recorder.ask("GET", "/queue"),
        "upload": recorder.ask("POST", "/upload/image", files=file),
        "view": recorder.ask("GET", "/view", params={"filename": "seed.png", "type": "input"}),
        "view_missing": recorder.ask("GET", "/view", params={"filename": "nope.mp4"}),
        "cancel": recorder.ask("POST", f"/api/jobs/{uuid.uuid4()}/cancel"),
    }


def _picture() -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize((96, 64)).convert("RGB").save(file, "PNG")
    return file.getvalue()


def _write(name: str, value: JsonObject) -> None:
    path = OWN / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", "utf-8", newline="\n")


def _record(manner: Manner, folder: str) -> None:
    with DemoServer(step_delay_s=0.03, manner=manner) as server:
        recorder = Recorder(server)
        file = {"image": ("seed.png", _picture(), "image/png")}
        recorder.ask("POST", "/upload/image", files=file)
        _write(f"{folder}answers", answers(recorder))
        _write(f"{folder}two_samplers", recorder.run(two_samplers()))
        _write(f"{folder}two_samplers_again", recorder.run(two_samplers()))
        _write(f"{folder}previews_without_facts", recorder.run(_prompt(seed=8), flags=False))
        _write(f"{folder}interrupted", recorder.run(_prompt(seed=9, steps=50), stop_after=2))
        server.faults = Faults(fail_at_class="KSampler", fail_with="oom")
        _write(f"{folder}out_of_memory", recorder.run(_prompt(seed=10)))
        server.faults = Faults(fail_at_class="VAEDecode")
        _write(f"{folder}node_failed", recorder.run(_prompt(seed=11)))


def main() -> None:
    assert threading.active_count() == 1
    _record(Manner(), "")
    _record(Manner(OLD), "old/")


if __name__ == "__main__":
    main()
