"""What our client makes of one recorded answer, in one line."""

from __future__ import annotations

import re
import uuid
from pathlib import Path

from restitch_app.comfy.errors import ComfyError, ComfyUnreachable
from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.history import HistoryEntry, Pending, entry_in, state_in
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.comfy.server.refusals import refusal_for_output
from restitch_app.domain.errors import RestitchError
from tests.comfy.fake_server import FakeComfy
from tests.comfy.server.recorded import Exchange
from tests.comfy.server.replay import answering

ANY_ID = "0b5ec0de-0000-4000-8000-000000000001"


def made_of(server: FakeComfy, client: ComfyClient, one: Exchange, folder: Path) -> str:
    """Ask for it as the client does, and say what came of it or which error was raised."""
    answering(server, one)
    try:
        return _asked(server, client, one, folder)
    except RestitchError as error:
        return _error_words(error)


def _error_words(error: RestitchError) -> str:
    taken = ""
    if isinstance(error, ComfyUnreachable):
        taken = ", surely not taken" if error.surely_not_taken else ", nobody knows whether taken"
    detail = re.sub(r"http://127\.0\.0\.1:\d+", "SERVER", error.detail)
    assert "Traceback" not in str(error)
    return f"{type(error).__name__}{taken}: {error.title}. {detail}"


def _asked(server: FakeComfy, client: ComfyClient, one: Exchange, folder: Path) -> str:
    path = one.path.removeprefix("/api")
    match one.method, path.strip("/").split("/"):
        case "POST", ["prompt"]:
            return _submitted(client, one)
        case "GET", ["history", *_]:
            whole = client._wire.get_object(one.path)
            return "; ".join(_history_words(whole, known) for known in whole) or "no entry"
        case "GET", ["queue"]:
            return _queue_words(client._wire.get_object(one.path))
        case "POST", ["upload", "image"]:
            return client.upload_image("restitch_1.png", b"a picture")
        case "GET", ["view"]:
            return _fetched(client, one, folder)
        case "POST", ["jobs", prompt_id, "cancel"]:
            client.cancel(prompt_id)
            return "asked " + " ".join(each.path for each in server.requests)
        case "GET", ["system_stats"]:
            facts = client.health()
            return f"ComfyUI {facts.version} on {', '.join(facts.devices)}"
        case "GET", ["object_info", name]:
            info = as_object(client._wire.get_object(one.path).get(name))
            return f"described by {', '.join(info)}" if info else "no such class"
        case "GET", _:
            whole = client._wire.get_object(one.path)
            return f"an object of {len(whole)}"
    answer = client._wire.post(one.path, one.sent)
    return f"{answer.status}, no JSON" if answer.json() is None else f"{answer.status}, JSON"


def _submitted(client: ComfyClient, one: Exchange) -> str:
    prompt = one.sent.get("prompt")
    if not isinstance(prompt, dict):
        answer = client._wire.post("/prompt", one.sent)
        raise client._wire.failure("/prompt", answer)
    given_id = as_text(one.body.get("prompt_id"))
    ours = given_id if _is_uuid(given_id) else ANY_ID
    taken = client.submit(prompt, ours)
    errors = as_object(one.body.get("node_errors"))
    outputs = {as_text(out) for entry in errors.values() for out in as_array(
        as_object(entry).get("dependent_outputs"))}  # fmt: skip
    words = [f"taken as {taken.number:g}"]
    for output in sorted(outputs):
        refusal = refusal_for_output(errors, prompt, output)
        words.append(f"but not {output}: {refusal.detail if refusal else ''}")
    return ", ".join(words)


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _history_words(history: JsonObject, prompt_id: str) -> str:
    entry = entry_in(history, prompt_id)
    assert isinstance(entry, HistoryEntry)
    return f"{entry.outcome.value}, outputs of {', '.join(entry.outputs) or 'none'}"


def _queue_words(queue: JsonObject) -> str:
    items = [as_array(one) for name in ("queue_running", "queue_pending")
             for one in as_array(queue.get(name))]  # fmt: skip
    states = [state_in(queue, as_text(item[1])) for item in items]
    return ", ".join(
        f"{one.ahead} ahead" if isinstance(one, Pending) else "running" for one in states
    ) or "empty"  # fmt: skip


def _fetched(client: ComfyClient, one: Exchange, folder: Path) -> str:
    query = as_object(one.request.get("query"))
    ref = OutputRef(
        as_text(query.get("filename")),
        as_text(query.get("subfolder")),
        as_text(query.get("type")) or "output",
    )
    target = folder / "fetched"
    try:
        return f"{client.fetch_output(ref, target).size_bytes} bytes"
    except ComfyError:
        assert not list(folder.iterdir()), "nothing is left of a failed download"
        raise
    finally:
        target.unlink(missing_ok=True)
