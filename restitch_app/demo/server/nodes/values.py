"""Numbers, texts, switches and small sums, as templates use them to hold settings together."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping

from restitch_app.demo.server.graph import Bench, InputSpec, NodeClass, NodeFailed, Result, given

_BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_CALLS: dict[str, Callable[..., float]] = {
    "floor": math.floor,
    "ceil": math.ceil,
    "round": round,
    "abs": abs,
    "min": min,
    "max": max,
    "int": int,
}


def _value(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((inputs["value"],))


def _switch(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((inputs["on_true" if inputs["switch"] else "on_false"],))


def _join(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    parts = (given(inputs, "string_a", str), given(inputs, "string_b", str))
    return Result((given(inputs, "delimiter", str).join(parts),))


def _calculate(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    names = {
        name.removeprefix("values."): float(value)
        for name, value in inputs.items()
        if name.startswith("values.") and isinstance(value, int | float)
    }
    text = given(inputs, "expression", str)
    try:
        found = _evaluate(ast.parse(text, mode="eval").body, names)
    except (SyntaxError, KeyError, TypeError, ZeroDivisionError, OverflowError) as error:
        raise NodeFailed(f"cannot evaluate {text!r}: {error}\n", "ValueError") from error
    return Result((float(found), int(found), bool(found)))


def _evaluate(node: ast.expr, names: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    if isinstance(node, ast.Name):
        return names[node.id]
    if isinstance(node, ast.BinOp):
        act = _BINARY[type(node.op)]
        return act(_evaluate(node.left, names), _evaluate(node.right, names))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_evaluate(node.operand, names)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _CALLS[node.func.id](*(_evaluate(one, names) for one in node.args))
    raise TypeError(f"{type(node).__name__} is not understood")


def _primitive(name: str, kind: str, title: str, options: dict[str, object]) -> NodeClass:
    return NodeClass(
        name,
        _value,
        {"value": InputSpec(kind, options)},
        outputs=(kind,),
        category="utilities/primitive",
        display_name=title,
    )


_WIDE = {"min": -(2**63) + 1, "max": 2**63 - 1}

VALUES = (
    _primitive("PrimitiveInt", "INT", "Int", {**_WIDE, "control_after_generate": "fixed"}),
    _primitive("PrimitiveFloat", "FLOAT", "Float", {**_WIDE, "step": 0.1}),
    _primitive("PrimitiveBoolean", "BOOLEAN", "Boolean", {}),
    _primitive("PrimitiveString", "STRING", "Text", {"multiline": False}),
    _primitive("PrimitiveStringMultiline", "STRING", "Text (Multiline)", {"multiline": True}),
    NodeClass(
        "ComfySwitchNode",
        _switch,
        {
            "switch": InputSpec("BOOLEAN"),
            "on_false": InputSpec("*", {"lazy": True}),
            "on_true": InputSpec("*", {"lazy": True}),
        },
        outputs=("*",),
        output_names=("output",),
        category="utilities/logic",
        display_name="If/Else Switch",
    ),
    NodeClass(
        "StringConcatenate",
        _join,
        {
            "string_a": InputSpec("STRING", {"multiline": True}),
            "string_b": InputSpec("STRING", {"multiline": True}),
            "delimiter": InputSpec("STRING", {"default": "", "multiline": False}),
        },
        outputs=("STRING",),
        category="utilities/string",
        display_name="Concatenate Text",
    ),
    NodeClass(
        "ComfyMathExpression",
        _calculate,
        {"expression": InputSpec("STRING", {"default": "a + b", "multiline": True})},
        {f"values.{letter}": InputSpec("FLOAT,INT,BOOLEAN") for letter in "abcdefgh"},
        outputs=("FLOAT", "INT", "BOOLEAN"),
        output_names=("FLOAT", "INT", "BOOL"),
        category="utilities/logic",
        display_name="Math Expression",
    ),
)
