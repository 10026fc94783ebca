"""What of a prompt a reviewer is shown and chooses."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.comfy.bindings.bindings import Bindings, find_bindings
from restitch_app.comfy.bindings.fill import read_values
from restitch_app.comfy.loose import JsonObject
from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.errors import RestitchError

Parameters = Mapping[str, str | int | float | bool]

FILE_KEYS = frozenset({"seed_frame", "end_frame", "filename_prefix"})


def shown_parameters(prompt: JsonObject, bindings: Bindings) -> Parameters:
    """By binding key; not the names of files that go to and fro."""
    values = read_values(prompt, bindings)
    return {key: value for key, value in values.items() if key not in FILE_KEYS}


def parameters_of(prompt: JsonObject, choice: BindingChoice) -> Parameters:
    """The same; nothing where the workflow is of a kind that cannot be filled."""
    try:
        return shown_parameters(prompt, find_bindings(prompt, choice=choice))
    except RestitchError:
        return {}
