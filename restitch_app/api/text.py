"""Strings and numbers as they may come in."""

from __future__ import annotations

import math
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

LONGEST_TEXT = 100_000
LARGEST_EXACT = float(2**53)
"""Above it, floating point numbers leave whole numbers out: a seed would be another one."""


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("it holds a NUL")
    try:
        text.encode()
    except UnicodeEncodeError as error:  # JSON can spell half of a surrogate pair
        raise ValueError("it is not Unicode text") from error
    return text


def _setting(value: object) -> object:
    """Told in one sentence, where a union would complain once for each of its parts."""
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise ValueError(f"it is longer than {LONGEST_TEXT} characters")
        return _storable(value)
    if not isinstance(value, bool | int | float):
        raise ValueError("it is neither text, nor a number, nor true or false")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("it is no finite number")
    if isinstance(value, float) and abs(value) > LARGEST_EXACT:
        raise ValueError(
            "a number with a point or an exponent is not exact above 2^53 (9007199254740992); "
            "write it as a whole number, with all its digits"
        )
    return value


Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(_storable)]
"""Unicode that a database, a file name and a ComfyUI server can hold."""

Setting = Annotated[bool | int | float | str, BeforeValidator(_setting)]
"""An integer stays one: a seed has up to 64 bits."""
