"""What a server rendered before, to take a workflow from."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.comfy.errors import BadOutput
from restitch_app.comfy.loose import JsonObject, as_array, as_number, as_object, as_text
from restitch_app.comfy.server.history import HistoryEntry, Outcome, entry_in
from restitch_app.comfy.server.outputs import files_of


@dataclass(frozen=True, slots=True)
class PastPrompt:
    """One entry of a server's history that succeeded."""

    prompt_id: str
    files: tuple[str, ...]
    """What it made, as the server names it; videos and pictures."""
    node_count: int
    ended_at_ms: int | None
    """Since the epoch; None where the server does not say."""


def past_prompts(history: JsonObject) -> tuple[PastPrompt, ...]:
    """The finished ones of an answer of `/history`, newest first. Never raises."""
    numbered = []
    for prompt_id, raw in history.items():
        entry = entry_in(history, prompt_id)
        if entry is None or entry.outcome is not Outcome.SUCCEEDED or not entry.prompt:
            continue
        item = as_array(as_object(raw).get("prompt"))
        number = as_number(item[0]) if item else None
        past = PastPrompt(prompt_id, _files(entry), len(entry.prompt), _ended_at_ms(raw))
        numbered.append((past.ended_at_ms or 0, number or 0, past))
    numbered.sort(key=lambda one: one[:2], reverse=True)
    return tuple(past for _, _, past in numbered)


def _files(entry: HistoryEntry) -> tuple[str, ...]:
    found: list[str] = []
    for node_id in entry.outputs:
        try:
            found += [str(ref) for ref in files_of(entry, node_id) if ref.type == "output"]
        except BadOutput:  # a name that leaves its folder is not worth showing
            continue
    return tuple(found)


def _ended_at_ms(raw: object) -> int | None:
    messages = as_array(as_object(as_object(raw).get("status")).get("messages"))
    for message in map(as_array, messages):
        if len(message) == 2 and as_text(message[0]) == "execution_success":
            stamp = as_number(as_object(message[1]).get("timestamp"))
            return int(stamp) if stamp is not None else None
    return None
