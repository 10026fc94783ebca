"""Reading JSON that somebody else wrote: a wrong shape becomes an empty value, never a crash."""

from __future__ import annotations

from math import isfinite

JsonObject = dict[str, object]


def as_object(value: object) -> JsonObject:
    """The value if it is a JSON object, else {}."""
    return value if isinstance(value, dict) else {}


def as_array(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """The value if it is a string, else ""."""
    return value if isinstance(value, str) else ""


def as_number(value: object) -> float | None:
    """An int or float; None for everything else, truth values, NaN and infinity included."""
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        return None
    return value if isinstance(value, int | float) else None


def as_count(value: object) -> int:
    """A whole number from 0 up; 0 for anything else, NaN and Infinity included."""
    number = as_number(value)
    return max(0, int(number)) if number is not None else 0
