"""One value of a workflow as a field of a form shows it."""

from __future__ import annotations

from restitch_app.comfy.workflows.node_types import InputKind, InputType
from restitch_app.domain.workflows import FieldKind

Scalar = str | int | float | bool

_KINDS = {
    InputKind.WHOLE: FieldKind.WHOLE,
    InputKind.REAL: FieldKind.REAL,
    InputKind.TEXT: FieldKind.TEXT,
    InputKind.SWITCH: FieldKind.SWITCH,
    InputKind.CHOICE: FieldKind.CHOICE,
    InputKind.DYNAMIC: FieldKind.CHOICE,
}


def field_kind(known: InputType | None, value: Scalar) -> FieldKind:
    """As the server says; as the literal is where it says nothing, or the value does not fit it."""
    kind = _KINDS.get(known.kind) if known is not None else None
    if kind is FieldKind.CHOICE and known is not None and not known.choices:
        kind = None  # asked for elsewhere by the browser, or nothing is installed
    if kind is None or not _fits(kind, value):
        return _kind_of_literal(value)
    return kind


def _kind_of_literal(value: Scalar) -> FieldKind:
    match value:
        case bool():
            return FieldKind.SWITCH
        case int():
            return FieldKind.WHOLE
        case float():
            return FieldKind.REAL
    return FieldKind.TEXT


def _fits(kind: FieldKind, value: Scalar) -> bool:
    if kind is FieldKind.SWITCH:
        return isinstance(value, bool)
    if kind in (FieldKind.WHOLE, FieldKind.REAL):
        return _number(kind, value) is not None
    return True


def shown_value(kind: FieldKind, value: Scalar) -> Scalar:
    """In the type of the field, as ComfyUI would bring it to its own: 3 of "3" for a number."""
    if kind in (FieldKind.WHOLE, FieldKind.REAL):
        number = _number(kind, value)
        return value if number is None else number
    return str(value) if kind in (FieldKind.TEXT, FieldKind.CHOICE) else value


def shown_choices(known: InputType | None, value: Scalar) -> tuple[str, ...]:
    """As the server lists them; the value itself before them where it is not among them."""
    choices = tuple(str(choice) for choice in known.choices) if known is not None else ()
    return choices if str(value) in choices else (str(value), *choices)


def _number(kind: FieldKind, value: Scalar) -> int | float | None:
    try:
        return int(value) if kind is FieldKind.WHOLE else float(value)
    except (ValueError, OverflowError):
        return None
