"""How long a remedy is, chosen by hand; and the short names that buttons have for them."""

from __future__ import annotations

from collections.abc import Mapping

LENGTHS = (2, 4, 6, 8, 12, 16, 24)
"""Frames a side that can be chosen."""
WITHOUT_LENGTH = ("drop_repeat", "comfy_bridge")
SEARCHES = ("reextract", "reextract_keep_length")
SHORT: Mapping[str, str] = {
    "drop_repeat": "frame drop",
    "colour_ramp": "ramp",
    "sharpness_ramp": "ramp",
    "flow_morph": "morph",
    "flow_morph_head": "morph",
    "residual_fade": "fade",
    "bridge": "in-betweens",
    "comfy_bridge": "bridge",
    "reextract": "frame",
    "reextract_keep_length": "frame",
    "blend": "fade",
    "blend_overlap": "fade",
    "dissolve": "dissolve",
}


def has_length(name: str) -> bool:
    return name not in WITHOUT_LENGTH


def unit(name: str) -> str:
    """Before the slider."""
    return "Search" if name in SEARCHES else "Length"


def short_name(name: str) -> str:
    """ "morph"; of a chain the step that does most of it, its last."""
    return SHORT.get(name.split("+")[-1], "fix")
