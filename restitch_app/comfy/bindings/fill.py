"""Putting values into a workflow, and reading the ones it has."""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping
from fractions import Fraction

from restitch_app.comfy.bindings.bindings import KEYS, Bindings
from restitch_app.comfy.bindings.values import number_at, text_at
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.graph import REPLACED_LINKS, Graph
from restitch_app.domain.bindings import InputName
from restitch_app.domain.errors import WrongUse

Value = str | int | float | bool | Fraction

MAX_SEED = 2**64 - 1
_TEXT_KEYS = ("prompt", "negative_prompt", "seed_frame", "end_frame", "filename_prefix")
WHOLE_RANGES: Mapping[str, tuple[int, int]] = {
    "seed": (0, MAX_SEED),
    "steps": (1, 10_000),
    "length": (1, 100_000),
    "width": (16, 16_384),
    "height": (16, 16_384),
}
REAL_RANGES: Mapping[str, tuple[float, float]] = {
    "cfg": (0.0, 100.0),
    "denoise": (0.0, 1.0),
    "fps": (0.01, 1000.0),
}
# What depends on these by a formula in the graph must not move unless it was asked to.
_HELD = ("length", "width", "height", "steps")


def read_values(workflow: JsonObject, bindings: Bindings) -> dict[str, str | int | float]:
    """The values a render of this workflow would have, by key; formulas are worked out.

    A key is left out where the workflow has no such input or only the run decides its value.
    """
    graph = Graph(workflow)
    found: dict[str, str | int | float] = {}
    for key in bindings.keys:
        place = bindings.places(key)[0]
        if key in _TEXT_KEYS:
            text = text_at(graph, place)
            if text is not None:
                found[key] = text
            continue
        number = number_at(graph, place)
        if number is not None:
            found[key] = int(number) if key in WHOLE_RANGES else float(number)
    return found


def fill(workflow: JsonObject, bindings: Bindings, values: Mapping[str, Value]) -> JsonObject:
    """A copy of the workflow with these values in it; the workflow itself is not touched.

    Keys are those of `bindings.keys`, or `NODE.input` for any literal. Text is taken for a number
    where a number belongs. What was not asked for stays as it was, also where the graph works it
    out from something that was. WrongUse for an unknown key or a value that does not fit.
    """
    prompt = copy.deepcopy(workflow)
    named = {key: value for key, value in values.items() if key in KEYS}
    for key, value in named.items():
        if not bindings.places(key):
            raise WrongUse(f"This workflow has no {key}", "", _has(bindings))
        _put(prompt, bindings.places(key), checked_value(key, value))
    _hold_the_rest(prompt, workflow, bindings, named)
    for key, value in values.items():
        if key not in named:
            _put_literal(prompt, key, value, bindings)
    return prompt


def _hold_the_rest(
    prompt: JsonObject, workflow: JsonObject, bindings: Bindings, named: Mapping[str, Value]
) -> None:
    before = read_values(workflow, bindings)
    if "steps" in named and "steps" in before:
        _move_split_steps(prompt, workflow, bindings, int(before["steps"]))
    after = read_values(prompt, bindings)
    for key in _HELD:
        if key not in named and key in before and after.get(key) != before[key]:
            _put(prompt, bindings.places(key), before[key])


def checked_value(key: str, value: Value) -> str | int | float:
    """The value in the type and range its key needs; WrongUse says what is wrong with it."""
    if key in _TEXT_KEYS:
        if isinstance(value, str):
            return value
        raise WrongUse(f"{key} must be text", f"It is {value!r}")
    number = _number(key, value)
    if key in WHOLE_RANGES:
        low, high = WHOLE_RANGES[key]
        if number.denominator != 1 or not low <= number <= high:
            raise WrongUse(f"{key} must be a whole number from {low} to {high}", f"It is {value}")
        return int(number)
    least, most = REAL_RANGES[key]
    if not least <= number <= most:
        raise WrongUse(f"{key} must be a number from {least:g} to {most:g}", f"It is {value}")
    return float(number)


def _number(key: str, value: Value) -> Fraction:
    """Exact, so that a 64-bit seed keeps its last digit and a rate may be "24000/1001"."""
    if isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        raise WrongUse(f"{key} must be a number", f"It is {value}")
    try:
        return Fraction(value.strip() if isinstance(value, str) else value)
    except (ValueError, ZeroDivisionError) as error:
        raise WrongUse(f"{key} must be a number", f"It is {value!r}") from error


def _put(prompt: JsonObject, places: tuple[InputName, ...], value: str | int | float) -> None:
    for place in places:
        node = as_object(prompt[place.node_id])
        inputs = as_object(node["inputs"])
        held = inputs.get(place.input_name)
        if isinstance(held, list):
            meta = as_object(node.setdefault("_meta", {}))
            as_object(meta.setdefault(REPLACED_LINKS, {}))[place.input_name] = held
        inputs[place.input_name] = value


def _move_split_steps(
    prompt: JsonObject, workflow: JsonObject, bindings: Bindings, steps_before: int
) -> None:
    """Hand over at the same share of the way, or a shorter run would never reach the second."""
    graph, steps = Graph(workflow), read_values(prompt, bindings)["steps"]
    for place in bindings.split_steps:
        at = number_at(graph, place)
        if at is not None:
            moved = round(at * int(steps) / steps_before)
            _put(prompt, (place,), min(max(1, moved), max(1, int(steps) - 1)))


def _put_literal(prompt: JsonObject, key: str, value: Value, bindings: Bindings) -> None:
    """NODE.input: node ids hold no dot, input names may ("format.codec")."""
    node_id, dot, input_name = key.partition(".")
    if not dot or node_id not in prompt:
        raise WrongUse(f"There is no value called {key}", "", _has(bindings))
    inputs = as_object(as_object(prompt[node_id]).get("inputs"))
    if input_name not in inputs:
        names = ", ".join(name for name, held in inputs.items() if not isinstance(held, list))
        raise WrongUse(
            f"Node {node_id} has no input {input_name}", "", f"It has {names or 'no literals'}"
        )
    inputs[input_name] = _like(key, inputs[input_name], value)


def _like(key: str, held: object, value: Value) -> str | int | float | bool:
    """The value in the type that the input holds now."""
    match held:
        case bool():
            truth = {"true": True, "false": False}.get(str(value).strip().lower())
            if truth is None:
                raise WrongUse(f"{key} must be true or false", f"It is {value!r}")
            return truth
        case int():
            number = _number(key, value)
            # 1 in a file may be a float's value: only the server knows the input's type.
            return int(number) if number.denominator == 1 else float(number)
        case float():
            return float(_number(key, value))
        case str():
            return str(value)
    raise WrongUse(
        f"{key} is connected to another node", "", "Set the value of the node that feeds it"
    )


def _has(bindings: Bindings) -> str:
    return f"It has {', '.join(bindings.keys)}, and any input as NODE.input"
