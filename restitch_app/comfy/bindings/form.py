"""The values of a workflow that a reviewer may change, as fields of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from restitch_app.comfy.bindings.bindings import Bindings
from restitch_app.comfy.bindings.fill import REAL_RANGES, WHOLE_RANGES, read_values
from restitch_app.comfy.bindings.form_values import Scalar, field_kind, shown_choices, shown_value
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.node_types import InputKind, InputType, NodeTypes
from restitch_app.domain.bindings import InputName
from restitch_app.domain.workflows import FieldKind, FormField


@dataclass(frozen=True, slots=True)
class _Key:
    label: str
    is_common: bool = True
    step: float | int | None = None
    """Where the server says nothing."""


_KEYS: Mapping[str, _Key] = {
    "seed": _Key("Seed"),
    "cfg": _Key("CFG", step=0.5),
    "steps": _Key("Steps", step=1),
    "denoise": _Key("Denoise", step=0.05),
    "length": _Key("Length", step=1),
    "prompt": _Key("Prompt"),
    "negative_prompt": _Key("Negative"),
    # A segment has the size and rate of its scene: to change these is rarely meant.
    "width": _Key("Width", is_common=False, step=8),
    "height": _Key("Height", is_common=False, step=8),
    "fps": _Key("Frame rate", is_common=False, step=1.0),
}
"""In the order of the form. Files that Restitch sends and fetches are not among them."""

_FILES = ("seed_frame", "end_frame", "filename_prefix")


def form_fields(
    prompt: JsonObject, bindings: Bindings, types: NodeTypes | None = None
) -> tuple[FormField, ...]:
    """First what a reviewer knows by name, then every other literal that the output depends on.

    The latter are called NODE.input, are not common, and stand together by node. `types` are a
    server's and bring ranges, choices and tooltips; without them the literals' own types decide.
    A value that a formula works out is shown worked out. Never raises.
    """
    return tuple(_Form(prompt, bindings, types).fields())


class _Form:
    def __init__(self, prompt: JsonObject, bindings: Bindings, types: NodeTypes | None) -> None:
        self._graph = Graph(prompt)
        self._bindings = bindings
        self._types = types
        self._values = read_values(prompt, bindings)
        needed = self._graph.upstream(bindings.output_node)
        self._nodes = [node_id for node_id in self._graph if node_id in needed]
        self._titles = _titles(self._graph, self._nodes)
        self._decided = self._decided_inputs()

    def fields(self) -> Iterator[FormField]:
        for key in _KEYS:
            if self._bindings.places(key):
                yield self._key_field(key)
        taken = {place for key in _KEYS for place in self._bindings.places(key)}
        taken |= {place for key in _FILES for place in self._bindings.places(key)}
        seeds = self._parts("seed")
        for node_id in self._nodes:
            for name, value in self._graph.inputs(node_id).items():
                place = InputName(node_id, name)
                is_offered = place not in taken or str(place) in seeds
                if is_offered and name != "filename_prefix" and isinstance(value, Scalar):
                    yield self._input_field(place, value)

    def _key_field(self, key: str) -> FormField:
        places, words = self._bindings.places(key), _KEYS[key]
        known = [one for place in places for one in self._types_at(place)]
        least, most = self._range(key, known)
        is_number = key in WHOLE_RANGES or key in REAL_RANGES
        steps = [one.step for one in known if one.step] if is_number else []
        kind = FieldKind.WHOLE if key in WHOLE_RANGES else FieldKind.REAL
        return FormField(
            name=key,
            label=words.label,
            node_title=self._titles.get(places[0].node_id, ""),
            kind=kind if is_number else FieldKind.TEXT,
            value=self._values.get(key),
            is_common=words.is_common,
            least=least,
            most=most,
            step=max(steps, default=words.step),
            is_multiline=not is_number,
            tooltip=next((one.tooltip for one in known if one.tooltip), ""),
            parts=self._parts(key) if key == "seed" else (),
        )

    def _range(
        self, key: str, known: Iterable[InputType]
    ) -> tuple[float | int | None, float | int | None]:
        """What every input it is written to takes."""
        bounds = WHOLE_RANGES.get(key) or REAL_RANGES.get(key)
        if bounds is None:
            return None, None
        numbers = [one for one in known if one.kind in (InputKind.WHOLE, InputKind.REAL)]
        least = max((one.least for one in numbers if one.least is not None), default=bounds[0])
        most = min((one.most for one in numbers if one.most is not None), default=bounds[1])
        return max(least, bounds[0]), min(most, bounds[1])

    def _parts(self, key: str) -> tuple[str, ...]:
        """The literals behind the key, where there are several."""
        literals = [
            str(place)
            for place in self._bindings.places(key)
            if isinstance(self._graph.value(place), int | float)
        ]
        return tuple(literals) if len(literals) > 1 else ()

    def _input_field(self, place: InputName, value: str | int | float | bool) -> FormField:
        own = self._own_type(place)
        known = self._types_at(place)
        kind = field_kind(own, value)
        is_number = kind in (FieldKind.WHOLE, FieldKind.REAL)
        leasts = [one.least for one in known if one.least is not None] if is_number else []
        mosts = [one.most for one in known if one.most is not None] if is_number else []
        return FormField(
            name=str(place),
            label=(own.label if own else "") or place.input_name,
            node_title=self._titles[place.node_id],
            kind=kind,
            value=shown_value(kind, value),
            is_common=False,
            least=max(leasts, default=None),
            most=min(mosts, default=None),
            step=next((one.step for one in known if one.step), None) if is_number else None,
            choices=shown_choices(own, value) if kind is FieldKind.CHOICE else (),
            is_multiline=own.is_multiline if own else "\n" in str(value),
            tooltip=own.tooltip if own else "",
        )

    def _own_type(self, place: InputName) -> InputType | None:
        node_type = self._types.get(self._graph.class_of(place.node_id)) if self._types else None
        return node_type.input(place.input_name) if node_type else None

    def _types_at(self, place: InputName) -> list[InputType]:
        """Of the input and of those that get its value through a primitive or a switch."""
        found = (self._own_type(one) for one in (place, *self._decided.get(place, ())))
        return [one for one in found if one is not None]

    def _decided_inputs(self) -> dict[InputName, list[InputName]]:
        found: dict[InputName, list[InputName]] = {}
        for node_id in self._nodes:
            for name in self._graph.inputs(node_id):
                place = InputName(node_id, name)
                source = self._graph.source(place)
                if source != place:
                    found.setdefault(source, []).append(place)
        return found


def _titles(graph: Graph, nodes: Iterable[str]) -> dict[str, str]:
    """By node. Those that share a title are told apart by their ids."""
    titles = {node_id: graph.title(node_id) for node_id in nodes}
    counted: dict[str, int] = {}
    for title in titles.values():
        counted[title] = counted.get(title, 0) + 1
    return {
        node_id: f"{title} ({node_id})" if counted[title] > 1 else title
        for node_id, title in titles.items()
    }
