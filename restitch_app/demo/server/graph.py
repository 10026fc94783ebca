"""Node classes as the server describes them, and the values that travel along a graph's links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol, TypeGuard, TypeVar

from restitch_app.demo.pixels import Batch
from restitch_app.demo.server.folders import Folders

Prompt = dict[str, dict[str, object]]
"""API format, coerced: {node id: {"class_type", "inputs", "_meta"}}."""
Json = dict[str, object]
MISSING = object()


@dataclass(frozen=True, slots=True)
class Video:
    images: Batch
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Conditioning:
    text: str


class Interrupted(Exception):
    """Somebody stopped the running prompt."""


class NodeFailed(Exception):
    """A node raised. `kind` is the exception type the client is told."""

    def __init__(self, message: str, kind: str = "RuntimeError") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


class Bench(Protocol):
    """What a node may use while it runs."""

    folders: Folders
    prompt: Prompt
    extra_pnginfo: Mapping[str, object]

    def step(self, value: int, total: int, picture: Callable[[], Batch] | None) -> None:
        """One step is done: report it, show the preview, wait a step's time. Raises Interrupted."""

    def fault(self, name: str) -> object:
        """The fault's value if it happens now, else None."""


@dataclass(frozen=True, slots=True)
class Result:
    values: tuple[object, ...] = ()
    ui: Json | None = None
    """What an output node shows: becomes the node's entry in `outputs`."""


Run = Callable[["Bench", Mapping[str, object]], Result]


@dataclass(frozen=True, slots=True)
class InputSpec:
    kind: str | tuple[str, ...]
    """A link or widget type, or the values of a combo."""
    options: Json = field(default_factory=dict)

    def described(self, choices: list[str] | None = None) -> list[object]:
        kind = list(self.kind) if isinstance(self.kind, tuple) else self.kind
        return [kind if choices is None else choices, dict(self.options)]


@dataclass(frozen=True, slots=True)
class NodeClass:
    name: str
    run: Run
    required: Mapping[str, InputSpec] = field(default_factory=dict)
    optional: Mapping[str, InputSpec] = field(default_factory=dict)
    outputs: tuple[str, ...] = ()
    output_names: tuple[str, ...] = ()
    is_output: bool = False
    file_input: str = ""
    """The input that names a file of the input folder."""
    category: str = "demo"
    display_name: str | None = None

    @property
    def inputs(self) -> dict[str, InputSpec]:
        return {**self.required, **self.optional}


def is_link(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def deepest_first(start: str, sources: Callable[[str], Iterable[str]]) -> list[str]:
    """`start` and all that it needs, each after its own `sources`; in a ring, where it closes.

    Chains of thousands of nodes are no recursion.
    """
    found: list[str] = []
    seen = {start}
    path: list[tuple[str, Iterator[str]]] = [(start, iter(sources(start)))]
    while path:
        node_id, rest = path[-1]
        following = next((one for one in rest if one not in seen), None)
        if following is None:
            path.pop()
            found.append(node_id)
        else:
            seen.add(following)
            path.append((following, iter(sources(following))))
    return found


T = TypeVar("T")


def given(inputs: Mapping[str, object], name: str, kind: type[T]) -> T:
    """The input's value, which validation has already brought to that type."""
    value = inputs[name]
    if kind is float and isinstance(value, int):
        value = float(value)
    if not isinstance(value, kind):
        raise NodeFailed(
            f"{name}: expected {kind.__name__}, got {type(value).__name__}", "TypeError"
        )
    return value
