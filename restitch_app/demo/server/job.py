"""A prompt that was asked for, and what the history keeps of its run."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from restitch_app.demo.server.graph import Json, Prompt


@dataclass(frozen=True, slots=True)
class Job:
    number: float
    prompt_id: str
    prompt: Prompt
    extra_data: Json
    outputs: list[str]

    @property
    def client_id(self) -> str | None:
        wanted = self.extra_data.get("client_id")
        return None if wanted is None else str(wanted)

    def as_item(self) -> list[object]:
        number = int(self.number) if float(self.number).is_integer() else self.number
        return [number, self.prompt_id, self.prompt, self.extra_data, self.outputs]


@dataclass
class Ended:
    """What the history keeps of a run."""

    outputs: Json = field(default_factory=dict)
    meta: Json = field(default_factory=dict)
    messages: list[object] = field(default_factory=list)
    status: str = "success"


def now_ms() -> int:
    return int(time.time() * 1000)
