"""Strings and numbers as they may come in."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("it holds a NUL")
    try:
        text.encode()
    except UnicodeEncodeError as error:  # JSON can spell half of a surrogate pair
        raise ValueError("it is not Unicode text") from error
    return text


Text = Annotated[str, StringConstraints(max_length=100_000), AfterValidator(_storable)]
"""Unicode that a database, a file name and a ComfyUI server can hold."""

JsonNumber = int | Annotated[float, Field(allow_inf_nan=False)]
"""An integer stays one: a seed has up to 64 bits."""
