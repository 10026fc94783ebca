"""Which value of the editor's `widgets_values` belongs to which input of a node."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from restitch_app.comfy.workflows.conversion.editor_graph import EditorNode
from restitch_app.comfy.workflows.input_types import InputKind, InputType
from restitch_app.comfy.workflows.node_types import NodeType

CONTROL_WORDS = frozenset({"fixed", "randomize", "increment", "decrement", "increment-wrap"})
"""What the editor writes after a value that it changes by itself from run to run."""
UPLOAD_WORDS = frozenset({"image", "video", "audio"})
"""What an upload button leaves among the values."""


def widget_values(node: EditorNode, node_type: NodeType) -> dict[str, object]:
    """What the node's widgets hold, by input name. Links are not looked at.

    Required values that the file lacks are the server's defaults, and those it has too many are
    left out: both happen as node classes change over time.
    """
    found = {name: v for name, v in _by_place(node, node_type).items() if is_of_use(v)}
    for one in _widgets_now(node_type.inputs, node, found):
        value = node.named_values.get(one.name)
        if value is not None:
            found[one.name] = value
        elif one.is_required and one.name not in found:
            found[one.name] = one.default
    if node.has_only_names:
        found.update(_of_unknown_names(node, node_type))
    return {name: value for name, value in found.items() if is_of_use(value)}


def _by_place(node: EditorNode, node_type: NodeType) -> dict[str, object]:
    """The names the file itself gives its widgets count first, where they account for every value.

    Newer editors list all widgets of a node among its inputs, in their order: that tells the
    values apart even where the server's class has gained or lost some since.
    """
    values = _without_forced(node.values, node_type)
    saved = _saved_widgets(node)
    if saved:
        walk = _Walk(values)
        for name in saved:
            walk.take(name, node_type.input(name))
        if walk.is_even:
            return {name: v for name, v in walk.found.items() if node_type.input(name)}
    walk = _Walk(values)
    walk.take_all(node_type.inputs, node)
    return walk.found


class _Walk:
    """Goes through the values, one for every widget, past the words the editor puts between."""

    def __init__(self, values: Sequence[object]) -> None:
        self.found: dict[str, object] = {}
        self._values = values
        self._at = 0
        self._missing = False
        self._before: InputType | None = None
        self._uploads = False

    @property
    def is_even(self) -> bool:
        """Every widget had a value, and every value but the editor's words a widget."""
        rest = self._values[self._at :]
        return not self._missing and all(
            (isinstance(one, str) and one in CONTROL_WORDS | UPLOAD_WORDS) or one is None
            for one in rest
        )

    def take_all(self, inputs: Iterable[InputType], node: EditorNode) -> None:
        for one in inputs:
            if one.is_widget and not one.is_hidden:
                self.take(one.name, one)
            self.take_all(_inner(one, node, self.found), node)

    def take(self, name: str, one: InputType | None) -> None:
        self._skip_word(one)
        if self._at >= len(self._values):
            self._missing = True
            return
        self.found[name] = self._values[self._at]
        self._at += 1
        self._before = one
        self._uploads = self._uploads or (one is not None and bool(one.upload))

    def _skip_word(self, one: InputType | None) -> None:
        value = self._values[self._at] if self._at < len(self._values) else None
        if not isinstance(value, str):
            return
        before = self._before
        is_declared = before is not None and before.has_control_after_generate
        is_control = value in CONTROL_WORDS and (
            is_declared or (_is_controllable(before) and not _accepts(one, value))
        )
        is_upload = value in UPLOAD_WORDS and self._uploads and not _accepts(one, value)
        if is_control or is_upload:
            self._at += 1


def _widgets_now(
    inputs: Iterable[InputType], node: EditorNode, found: dict[str, object]
) -> list[InputType]:
    """All widgets the node has with these values, the inner ones of its choices included."""
    widgets: list[InputType] = []
    for one in inputs:
        if one.is_widget:
            widgets.append(one)
        named = {**found, **node.named_values}
        widgets += _widgets_now(_inner(one, node, named), node, found)
    return widgets


def _inner(one: InputType, node: EditorNode, found: dict[str, object]) -> tuple[InputType, ...]:
    """The inputs that a choice, a connected slot or a growing input brings with it."""
    if one.kind is InputKind.DYNAMIC and not one.is_hidden:
        choice = found.get(one.name)
        return one.options.get(str(one.default if choice is None else choice), ())
    if one.kind is InputKind.GROWING:
        return _grown(one, node)
    if one.kind is InputKind.LINK and any(
        slot.name == one.name and slot.link is not None for slot in node.inputs
    ):
        return one.options.get("", ())
    return ()


def _grown(one: InputType, node: EditorNode) -> tuple[InputType, ...]:
    """As many as the file lists, if they are widgets: links are told by the file's own inputs."""
    elements = one.options.get("", ())
    if not elements or not elements[0].is_widget:
        return ()
    names = (slot.name for slot in node.inputs if slot.widget is not None)
    return tuple(
        InputType(name, elements[0].kind, elements[0].types, is_required=False, is_widget=True)
        for name in names
        if name.startswith(f"{one.name}.")
    )


def _saved_widgets(node: EditorNode) -> tuple[str, ...]:
    """The names of all the node's widgets as the file has them; empty where it leaves some out.

    What ComfyUI writes into pictures and videos leaves out widgets that are neither linked nor
    labelled. One such in the list shows that nothing was left out.
    """
    widgets = [slot for slot in node.inputs if slot.widget is not None]
    is_whole = any(slot.link is None and not slot.is_labelled for slot in widgets)
    return tuple(slot.widget or slot.name for slot in widgets) if is_whole else ()


def _without_forced(values: Sequence[object], node_type: NodeType) -> Sequence[object]:
    """Before their version 1.16 editors kept a value for inputs that can only be connected."""
    places = []
    for one in node_type.inputs:
        if one.is_widget or one.is_forced:
            places.append(one.is_forced)
            if one.has_control_after_generate:
                places.append(False)
    if not any(places) or len(places) != len(values):
        return values
    return [value for value, forced in zip(values, places, strict=True) if not forced]


def _of_unknown_names(node: EditorNode, node_type: NodeType) -> dict[str, object]:
    """Values of widgets that `/object_info` does not tell of: VideoHelperSuite's formats have own.

    What is not a plain value there belongs to the editor (`videopreview`).
    """
    return {
        name: value
        for name, value in node.named_values.items()
        if isinstance(value, str | int | float)
        and not name.startswith("control_")
        and node_type.input(name) is None
    }


def _is_controllable(one: InputType | None) -> bool:
    kinds = (InputKind.WHOLE, InputKind.REAL, InputKind.CHOICE)
    return one is not None and one.kind in kinds


def _accepts(one: InputType | None, value: str) -> bool:
    """Whether a word can be this widget's value."""
    if one is None:
        return False
    if one.kind in (InputKind.CHOICE, InputKind.DYNAMIC):
        return value in one.choices
    return one.kind in (InputKind.TEXT, InputKind.OTHER)


def is_of_use(value: object) -> bool:
    """JSON has no NaN and no infinity, and null is no value of a widget."""
    return value is not None and not (isinstance(value, float) and not math.isfinite(value))
