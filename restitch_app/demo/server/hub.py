"""The open WebSockets, addressed by client id as ComfyUI does it, habits included.

Messages are posted from any thread and reach each socket in the order they were posted. Everything
else here runs on the event loop.
"""

from __future__ import annotations

import asyncio
import json
import struct
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

Message = str | bytes | None
"""Text frame, binary frame, or None: hang up."""

JPEG_EVENT, JPEG_WITH_FACTS_EVENT = 1, 4
JPEG_FORMAT = 1


@dataclass(eq=False)
class Ear:
    """One socket's side of the hub."""

    sid: str
    messages: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)
    previews_with_facts: bool = False


class Hub:
    def __init__(self) -> None:
        self._ears: dict[str, Ear] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    def attach(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """The loop that serves the sockets, or None when it ends: messages are then dropped."""
        self._loop = loop
        self._ears.clear()

    def open(self, client_id: str) -> Ear:
        """A second socket with the same id takes the id over."""
        ear = Ear(client_id or uuid.uuid4().hex)
        self._ears[ear.sid] = ear
        return ear

    def close(self, ear: Ear) -> None:
        # By id, not by socket, as ComfyUI does: the first socket's end leaves a second one deaf.
        self._ears.pop(ear.sid, None)

    def post(self, kind: str, data: dict[str, object], to: str | None = None) -> None:
        """To one client id, or to everybody with `to` None."""
        if not self._ears:  # a long chain's states are megabytes
            return
        text = encode(kind, data)
        self._run(lambda: self._deliver(text, to))

    def post_preview(self, jpeg: bytes, facts: dict[str, object], to: str | None) -> None:
        """The same picture in the form each socket asked for."""
        plain = struct.pack(">II", JPEG_EVENT, JPEG_FORMAT) + jpeg
        words = json.dumps({**facts, "image_type": "image/jpeg"}).encode()
        rich = struct.pack(">II", JPEG_WITH_FACTS_EVENT, len(words)) + words + jpeg

        def deliver() -> None:
            for ear in self._heard(to):
                ear.messages.put_nowait(rich if ear.previews_with_facts else plain)

        self._run(deliver)

    def hang_up(self, to: str) -> None:
        self._run(lambda: self._deliver(None, to))

    def deafen(self, to: str) -> None:
        self._run(lambda: self._ears.pop(to, None))

    def _deliver(self, message: Message, to: str | None) -> None:
        for ear in self._heard(to):
            ear.messages.put_nowait(message)

    def _heard(self, to: str | None) -> list[Ear]:
        if to is None:
            return list(self._ears.values())
        return [self._ears[to]] if to in self._ears else []

    def _run(self, work: Callable[[], object]) -> None:
        loop = self._loop
        if loop is not None:
            try:
                loop.call_soon_threadsafe(work)
            except RuntimeError:  # the loop closed between the two lines: nobody is listening
                self._loop = None


def encode(kind: str, data: dict[str, object]) -> str:
    return json.dumps({"type": kind, "data": data})
