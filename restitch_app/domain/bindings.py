"""What the inputs of a workflow mean to a reviewer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Confidence(StrEnum):
    """How sure it is that an input means what it is taken for."""

    CHOSEN = "chosen"
    """A reviewer said so, or the workflow declares it."""
    CERTAIN = "certain"
    """Node class and links leave no other reading."""
    LIKELY = "likely"
    """The usual reading; another one is possible."""
    UNSURE = "unsure"
    """Several inputs fit equally well: ask."""


KEYS = (
    "seed_frame",
    "end_frame",
    "seed",
    "cfg",
    "steps",
    "denoise",
    "prompt",
    "negative_prompt",
    "length",
    "width",
    "height",
    "fps",
    "filename_prefix",
)
"""What an input can mean; the names of the parameters everywhere."""


@dataclass(frozen=True, slots=True, order=True)
class InputName:
    """One input of one node."""

    node_id: str
    input_name: str

    def __str__(self) -> str:
        return f"{self.node_id}.{self.input_name}"

    @classmethod
    def parse(cls, text: str) -> InputName:
        """From "NODE.input": node ids hold no dot, input names may ("format.codec").

        Raises ValueError for text without both.
        """
        node_id, dot, input_name = text.partition(".")
        if not (node_id and dot and input_name):
            raise ValueError(f"not NODE.input: {text!r}")
        return cls(node_id, input_name)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One input that may be what a key means."""

    at: InputName
    node_title: str
    node_class: str
    value: str | int | float | bool | None
    """What it holds or works out to; None where only a run will tell."""
    confidence: Confidence
    reason: str
    """In a few words: "feeds start_image of Wan image to video"."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Where one key goes."""

    key: str
    places: tuple[InputName, ...]
    """All are written with the same value; empty: the workflow has no such input."""
    confidence: Confidence
    candidates: tuple[Candidate, ...] = ()
    """Everything that could be meant, the best first; what a reviewer may choose from."""


@dataclass(frozen=True, slots=True)
class BindingChoice:
    """A reviewer's corrections; kept with the workflow. Only what was changed is in it."""

    places: Mapping[str, tuple[InputName, ...]] = field(default_factory=dict)
    """By key; an empty tuple says that there is no such input."""
    output_node: str | None = None

    @property
    def is_empty(self) -> bool:
        return not self.places and self.output_node is None

    def with_places(self, key: str, places: Iterable[InputName]) -> BindingChoice:
        return replace(self, places={**self.places, key: tuple(places)})

    def without(self, key: str) -> BindingChoice:
        """Back to what is found by itself."""
        return replace(self, places={k: v for k, v in self.places.items() if k != key})

    def to_note(self) -> dict[str, object]:
        """As JSON can hold it; empty where nothing was chosen."""
        note: dict[str, object] = {}
        if self.places:
            note["places"] = {
                key: [str(one) for one in names] for key, names in self.places.items()
            }
        if self.output_node is not None:
            note["output_node"] = self.output_node
        return note

    @classmethod
    def from_note(cls, note: Mapping[str, Any]) -> BindingChoice:
        """Raises ValueError for what `to_note` did not write."""
        places, output_node = note.get("places", {}), note.get("output_node")
        if not isinstance(places, Mapping) or not isinstance(output_node, str | None):
            raise ValueError(f"not a choice of bindings: {note!r}")
        return cls(
            {key: tuple(InputName.parse(name) for name in names) for key, names in places.items()},
            output_node,
        )
