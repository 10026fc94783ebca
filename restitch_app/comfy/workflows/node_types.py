"""What every node class of a server takes and gives, from its `/object_info`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from restitch_app.comfy.loose import as_array, as_object, as_text
from restitch_app.comfy.workflows.input_types import InputKind, InputType, read_inputs

__all__ = ["InputKind", "InputType", "NodeType", "NodeTypes", "OutputType"]


@dataclass(frozen=True, slots=True)
class OutputType:
    name: str
    types: tuple[str, ...]
    """More than one where it may be either; "*" where the inputs decide."""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class NodeType:
    """One class. Its inputs are in the editor's order: required, then optional."""

    name: str
    display_name: str
    inputs: tuple[InputType, ...]
    outputs: tuple[OutputType, ...]
    is_output_node: bool
    category: str = ""
    python_module: str = ""
    """Where it comes from: "nodes", "comfy_extras...", "custom_nodes.PACK"."""

    def input(self, name: str) -> InputType | None:
        """By its name in a prompt, those of dynamic choices and growing inputs included."""
        return _find(self.inputs, name)

    @property
    def required(self) -> tuple[InputType, ...]:
        return tuple(one for one in self.inputs if one.is_required)


class NodeTypes:
    """All classes of one server. Read once, then only looked at; safe on any thread."""

    def __init__(self, types: Mapping[str, NodeType]) -> None:
        self._types = dict(types)

    @classmethod
    def from_object_info(cls, raw: object) -> NodeTypes:
        """Of the answer to `/object_info`. What makes no sense is left out: a custom pack's
        nonsense costs that input, at worst that class. Never raises.
        """
        return cls(
            {
                name: _read_type(name, as_object(described))
                for name, described in as_object(raw).items()
                if isinstance(described, dict)
            }
        )

    def get(self, class_name: str) -> NodeType | None:
        return self._types.get(class_name)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._types)

    def __contains__(self, class_name: object) -> bool:
        return class_name in self._types

    def __len__(self) -> int:
        return len(self._types)


def _read_type(name: str, described: dict[str, object]) -> NodeType:
    return NodeType(
        name=name,
        display_name=as_text(described.get("display_name")) or name,
        inputs=tuple(read_inputs(described.get("input"), described.get("input_order"))),
        outputs=_outputs(described),
        is_output_node=described.get("output_node") is True,
        category=as_text(described.get("category")),
        python_module=as_text(described.get("python_module")),
    )


def _outputs(described: dict[str, object]) -> tuple[OutputType, ...]:
    names = as_array(described.get("output_name"))
    lists = as_array(described.get("output_is_list"))
    return tuple(
        OutputType(
            name=(as_text(names[slot]) if slot < len(names) else "") or " ".join(types),
            types=types,
            is_list=slot < len(lists) and lists[slot] is True,
        )
        for slot, types in enumerate(map(_output_types, as_array(described.get("output"))))
    )


def _output_types(declared: object) -> tuple[str, ...]:
    """An output may name its type, several, or the choices of a combo."""
    if isinstance(declared, list):
        return ("COMBO",)
    text = as_text(declared)
    if text.startswith("COMFY_MATCHTYPE"):
        return ("*",)
    return tuple(part.strip() for part in text.split(",") if part.strip()) or ("*",)


def _find(inputs: Iterable[InputType], name: str) -> InputType | None:
    for one in inputs:
        if one.name == name:
            return one
        if name.startswith(f"{one.name}."):
            if one.kind is InputKind.GROWING:
                return _grown(one, name)
            found = _find((inner for some in one.options.values() for inner in some), name)
            if found is not None:
                return found
    return None


def _grown(one: InputType, name: str) -> InputType | None:
    """`values.a` of `values`; all of them take what the template takes."""
    element = next(iter(one.options.get("", ())), None)
    if element is None:
        return None
    return InputType(
        name=name,
        kind=element.kind,
        types=element.types,
        is_required=False,
        is_widget=element.is_widget,
        default=element.default,
        least=element.least,
        most=element.most,
        step=element.step,
        choices=element.choices,
        tooltip=element.tooltip,
    )
