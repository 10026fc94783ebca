"""One node's inputs against its class: what ComfyUI's validation would say of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.nearest import nearest
from restitch_app.comfy.workflows.node_types import InputKind, InputType, NodeTypes
from restitch_app.domain.bindings import InputName
from restitch_app.domain.preflight import PreflightProblem, ProblemKind

_MODELS = re.compile(
    r"\.(safetensors|sft|ckpt|pt|pt2|pth|bin|gguf|onnx|pkl|engine|trt|msgpack)$", re.IGNORECASE
)
_MEDIA = re.compile(
    r"\.(png|jpe?g|webp|gif|bmp|tiff?|exr|avif|mp4|mkv|webm|mov|avi|m4v|wav|mp3|flac|ogg|opus|m4a|aac"
    r"|latent|glb|gltf|obj)$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r" \[(output|temp)\]$")
"""How a name says that the file is in another folder than the one that was listed."""
_INPUT_FOLDER = re.compile(r" \[input\]$")
_WILD = "*"


class InputChecks:
    """`uploaded` inputs get their file before the prompt runs; `keys` tells bindings by input."""

    def __init__(
        self,
        graph: Graph,
        types: NodeTypes,
        uploaded: frozenset[InputName],
        keys: Mapping[InputName, str],
    ) -> None:
        self._graph = graph
        self._types = types
        self._uploaded = uploaded
        self._keys = keys

    def problems(self, node_id: str) -> Iterator[PreflightProblem]:
        """Of this node alone; none for a class that the server does not have."""
        node_type = self._types.get(self._graph.class_of(node_id))
        for one in node_type.inputs if node_type is not None else ():
            yield from self._input(node_id, one)

    def fed_by(self, node_id: str) -> set[str]:
        """The nodes connected to inputs that its class knows; others are ignored by ComfyUI."""
        node_type = self._types.get(self._graph.class_of(node_id))
        found: set[str] = set()
        for name in self._graph.inputs(node_id):
            link = self._graph.link(InputName(node_id, name))
            if link is not None and (node_type is None or node_type.input(name) is not None):
                found.add(link.node_id)
        return found

    def _input(
        self, node_id: str, one: InputType, inner: bool = False
    ) -> Iterator[PreflightProblem]:
        inputs = self._graph.inputs(node_id)
        place = InputName(node_id, one.name)
        if one.kind is InputKind.GROWING:
            yield from self._growing(place, one, inputs)
            return
        if one.name not in inputs:
            # ComfyUI does not miss a choice within a choice, and savers take it under a flat name.
            if one.is_required and not (inner and one.kind is InputKind.DYNAMIC):
                yield self._absent(place, one)
            return
        value = inputs[one.name]
        if isinstance(value, list):
            found = self._link(place, one, value)
        elif one.kind is InputKind.DYNAMIC and (inner or not one.is_required):
            found = None  # ComfyUI leaves an unknown one out, and the node does without
        else:
            found = self._value(place, one, value)
        if found is not None:
            yield found
        if one.kind is InputKind.DYNAMIC and isinstance(value, str):
            for below in one.options.get(value, ()):
                yield from self._input(node_id, below, inner=True)

    def _growing(
        self, place: InputName, one: InputType, inputs: JsonObject
    ) -> Iterator[PreflightProblem]:
        grown = [name for name in inputs if name.startswith(f"{one.name}.")]
        if len(grown) < (one.least or 0):
            yield self._absent(place, one)
        element = next(iter(one.options.get("", ())), None)
        for name in grown if element is not None else ():
            assert element is not None
            value, at = inputs[name], InputName(place.node_id, name)
            found = (
                self._link(at, element, value)
                if isinstance(value, list)
                else self._value(at, element, value)
            )
            if found is not None:
                yield found

    def _absent(self, place: InputName, one: InputType) -> PreflightProblem:
        if one.is_widget:
            return self._problem(ProblemKind.INPUT_MISSING, place, "it has no value.")
        wanted = " or ".join(name for name in one.types if name != _WILD)
        sentence = f"nothing is connected; it needs {wanted or 'something'}."
        return self._problem(ProblemKind.INPUT_MISSING, place, sentence)

    def _link(
        self, place: InputName, one: InputType, value: list[object]
    ) -> PreflightProblem | None:
        if len(value) != 2:
            sentence = "its connection is damaged."
            return self._problem(ProblemKind.BROKEN_LINK, place, sentence)
        source, slot = value
        if not isinstance(source, str) or source not in self._graph:
            sentence = f"it is connected to node {source}, which is not in the workflow."
            return self._problem(ProblemKind.BROKEN_LINK, place, sentence)
        source_type = self._types.get(self._graph.class_of(source))
        if source_type is None:
            return None  # told as a missing node
        outputs, title = source_type.outputs, self._graph.title(source)
        # A slot below 0 counts from the end, for ComfyUI as for Python.
        if not isinstance(slot, int) or not -len(outputs) <= slot < len(outputs):
            sentence = f"it is connected to output {slot} of {title}, which has {len(outputs)}."
            return self._problem(ProblemKind.BROKEN_LINK, place, sentence)
        given = outputs[slot].types
        if _fits(given, one.types):
            return None
        sentence = f"{title} gives {' or '.join(given)}; it needs {' or '.join(one.types)}."
        return self._problem(ProblemKind.WRONG_TYPE, place, sentence)

    def _value(self, place: InputName, one: InputType, value: object) -> PreflightProblem | None:
        if isinstance(value, dict) and "__value__" in value:  # how a list that is no link is sent
            value = value["__value__"]
        match one.kind:
            case InputKind.CHOICE:
                return self._choice(place, one, value)
            case InputKind.DYNAMIC if value not in one.choices:
                return self._not_offered(place, one, value)
            case InputKind.WHOLE | InputKind.REAL:
                return self._number(place, one, value)
        return None

    def _choice(self, place: InputName, one: InputType, value: object) -> PreflightProblem | None:
        if place in self._uploaded or one.has_open_choices:
            return None
        if isinstance(value, str) and (one.upload or _MEDIA.search(value)):
            return self._file(place, one, value)
        chosen = value if one.is_multiple and isinstance(value, list) else [value]
        absent = [part for part in chosen if part not in one.choices]
        return self._not_offered(place, one, absent[0]) if absent else None

    def _not_offered(self, place: InputName, one: InputType, value: object) -> PreflightProblem:
        names = tuple(str(choice) for choice in one.choices)
        told = "an empty value" if value in (None, "") else str(value)
        kind, sentence = ProblemKind.CHOICE_MISSING, f"this server does not offer {told}."
        if _is_model(value, names):
            kind, sentence = ProblemKind.MODEL_MISSING, f"{told} is not installed on this server."
        return self._problem(
            kind, place, sentence, missing=told, nearest=nearest(str(value), names)
        )

    def _file(self, place: InputName, one: InputType, value: str) -> PreflightProblem | None:
        """A file of the server's input folder. Only its top level is listed."""
        if _ELSEWHERE.search(value):
            return None
        name = _INPUT_FOLDER.sub("", value)
        if name in one.choices or value in one.choices:
            return None
        if _is_below(name):
            return None
        return self._problem(
            ProblemKind.FILE_MISSING,
            place,
            f"{name} is not in this server's input folder.",
            missing=name,
            nearest=nearest(name, tuple(str(choice) for choice in one.choices)),
        )

    def _number(self, place: InputName, one: InputType, value: object) -> PreflightProblem | None:
        number = _coerced(one, value)
        if number is None:
            wanted = "whole number" if one.kind is InputKind.WHOLE else "number"
            shown = "an empty value" if value is None else f"“{value}”"
            return self._problem(ProblemKind.WRONG_TYPE, place, f"{shown} is no {wanted}.")
        if one.least is not None and number < one.least:
            sentence = f"{number} is below {one.least}, the least it takes."
        elif one.most is not None and number > one.most:
            sentence = f"{number} is above {one.most}, the most it takes."
        else:
            return None
        return self._problem(ProblemKind.OUT_OF_RANGE, place, sentence)

    def _problem(
        self,
        kind: ProblemKind,
        place: InputName,
        sentence: str,
        *,
        missing: str = "",
        nearest: tuple[str, ...] = (),
    ) -> PreflightProblem:
        return PreflightProblem(
            kind=kind,
            node_id=place.node_id,
            node_title=self._graph.title(place.node_id),
            node_class=self._graph.class_of(place.node_id),
            input_name=place.input_name,
            missing=missing,
            sentence=sentence,
            nearest=nearest,
            key=self._keys.get(place, ""),
        )


def _fits(given: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """One type in common is enough. What is not told may be anything."""
    return not given or not wanted or _WILD in (*given, *wanted) or bool({*given} & {*wanted})


def _is_model(value: object, names: Sequence[str]) -> bool:
    """A file of the server's models folder: it is called like one, or the others are."""
    if isinstance(value, str) and _MODELS.search(value):
        return True
    return bool(names) and 2 * sum(bool(_MODELS.search(name)) for name in names) > len(names)


def _is_below(name: str) -> bool:
    """In a folder of the input folder, where files are found without being listed."""
    path = PureWindowsPath(name)  # takes both kinds of slash
    rooted = path.is_absolute() or bool(path.root) or PurePosixPath(name).is_absolute()
    return len(path.parts) > 1 and not rooted and ".." not in path.parts


def _coerced(one: InputType, value: object) -> int | float | None:
    """The number that ComfyUI makes of the value; None where it cannot."""
    try:
        if one.kind is InputKind.WHOLE:
            return int(value)  # type: ignore[call-overload, no-any-return]
        return float(value)  # type: ignore[arg-type]
    except (ValueError, TypeError, OverflowError):
        return None
