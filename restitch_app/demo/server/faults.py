"""What the demo server can be told to do wrong: each way of failing that a client must survive."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Literal

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class AnswerFault:
    """A wrong answer on one route. The first one that fits a request and is not used up acts."""

    route: str
    """Path without `/api`, by prefix: "/prompt", "/view", "" for every route."""
    does: Literal["status", "stall", "drop", "garbage", "slow"]
    """status: answer `status` with a text body. stall: say nothing for `seconds`, then hang up.
    drop: hang up at once. garbage: 200 with a body that is no JSON, or bytes that are no HTTP
    when `status` is 0. slow: the true answer after `seconds`."""
    method: str = ""
    """Empty: any."""
    status: int = 500
    seconds: float = 30.0
    times: int = 1


@dataclass(frozen=True, slots=True)
class Faults:
    """Faults of the work itself. Each field that is set happens `times` times, then is over."""

    times: int = 1
    answers: tuple[AnswerFault, ...] = ()
    drop_socket_at_step: int | None = None
    """Cut the client's WebSocket (1006) at this sampling step."""
    deaf_socket_at_step: int | None = None
    """Keep the WebSocket open, and never send anything on it again."""
    fail_at_class: str | None = None
    """A node class that raises."""
    fail_with: Literal["error", "oom"] = "error"
    stubborn_class: str | None = None
    """A node class that reports no step, shows no preview and does not stop before its end."""
    lose_job_at_step: int | None = None
    """As after a restart: history, queue and cache are empty; nobody is told."""
    crash_at_step: int | None = None
    """The same, with every connection cut and the port closed for `crash_down_s`."""
    crash_down_s: float = 0.5
    download: Literal["truncated", "half_file", "huge_length", "vanished"] | None = None
    """truncated: fewer bytes than Content-Length says. half_file: a shorter file, honestly sized.
    huge_length: a Content-Length of a tebibyte. vanished: 404."""
    extra_frames: int = 0
    """Added to the frame count of what is rendered; may be negative."""
    output_size: tuple[int, int] | None = None
    """Width and height of what is rendered, whatever was asked."""
    output_file: Literal["zero_bytes", "no_frames", "garbage"] | None = None
    output_name: str | None = None
    """Reported as the file's name: "../../x.mp4"."""
    late_history_ms: int = 0
    """The history entry appears this long after the last message."""
    cleared_history: bool = False
    """The history entry never appears, as when somebody clears it; the cache stays."""
    clock_off_s: float = 0.0
    """Every time that the server tells is off by so much, for as long as this is set."""
    node_errors: bool = False
    """200 for the prompt, with an error at every output node, which then never runs."""
    missing_output: bool = False
    """Success, with no outputs."""

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> Faults:
        """Raises ValueError for a name that is no fault, or a value that is none of its own."""
        unknown = data.keys() - {f.name for f in fields(cls)}
        if unknown:
            raise ValueError(f"no such fault: {', '.join(sorted(unknown))}")
        return _FAULTS.validate_python(dict(data))

    def as_json(self) -> dict[str, object]:
        return asdict(self)


_FAULTS = TypeAdapter(Faults)


@dataclass
class FaultBox:
    """The faults in force, and how often each may still happen. Safe on any thread."""

    faults: Faults = field(default_factory=Faults)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _left: dict[str, int] = field(default_factory=dict)
    _answers_left: list[int] = field(default_factory=list)

    def set(self, faults: Faults) -> None:
        with self._lock:
            self.faults = faults
            self._left = {f.name: faults.times for f in fields(Faults)}
            self._answers_left = [one.times for one in faults.answers]

    def take(self, name: str) -> bool:
        """Whether the fault of that field happens now; counts it."""
        blank = Faults()
        with self._lock:
            if getattr(self.faults, name) == getattr(blank, name) or self._left.get(name, 0) <= 0:
                return False
            self._left[name] -= 1
            return True

    def take_at_step(self, name: str, step: int) -> bool:
        return getattr(self.faults, name) == step and self.take(name)

    def take_answer(self, method: str, route: str) -> AnswerFault | None:
        with self._lock:
            for number, one in enumerate(self.faults.answers):
                fits = route.startswith(one.route) and one.method in ("", method)
                if fits and self._answers_left[number] > 0:
                    self._answers_left[number] -= 1
                    return one
        return None
