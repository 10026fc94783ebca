"""How long a remedy is, chosen by hand; and the short names that buttons have for them."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.ui.language.translating import mark

LENGTHS = (2, 4, 6, 8, 12, 16, 24)
"""Frames a side that can be chosen."""
WITHOUT_LENGTH = ("drop_repeat", "comfy_bridge")
SEARCHES = ("reextract", "reextract_keep_length")
SHORT: Mapping[str, str] = {
    "drop_repeat": mark("frame drop"),
    "colour_ramp": mark("ramp"),
    "sharpness_ramp": mark("ramp"),
    "flow_morph": mark("morph"),
    "flow_morph_head": mark("morph"),
    "residual_fade": mark("fade"),
    "bridge": mark("in-betweens"),
    "comfy_bridge": mark("bridge"),
    "reextract": mark("frame"),
    "reextract_keep_length": mark("frame"),
    "blend": mark("fade"),
    "blend_overlap": mark("fade"),
    "dissolve": mark("dissolve"),
}


def has_length(name: str) -> bool:
    return name not in WITHOUT_LENGTH


def unit(name: str) -> str:
    """Before the slider."""
    return "Search" if name in SEARCHES else "Length"


def short_name(name: str) -> str:
    """ "morph"; of a chain the step that does most of it, its last."""
    return SHORT.get(name.split("+")[-1], mark("fix"))
