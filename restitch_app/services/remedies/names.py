"""What the remedies are called in commands, in answers and in what is stored. Imports nothing."""

from __future__ import annotations

AUTO, NONE, DISSOLVE = "auto", "none", "dissolve"
"""Try all and keep the best; take a treatment away; a cross-fade that is meant to be seen."""

NAMES = (
    "drop_repeat",
    "colour_ramp",
    "sharpness_ramp",
    "flow_morph",
    "flow_morph_head",
    "residual_fade",
    "bridge",
    "reextract",
    "reextract_keep_length",
    "flow_morph+residual_fade",
    "colour_ramp+flow_morph",
    "colour_ramp+sharpness_ramp",
    "colour_ramp+sharpness_ramp+flow_morph",
    "colour_ramp+flow_morph+residual_fade",
    "sharpness_ramp+flow_morph",
    "colour_ramp+bridge",
    "bridge+residual_fade",
    "blend",
    "blend_overlap",
    DISSOLVE,
)
"""Those of `smoothing.recipes`, and the dissolve."""
COMFY_BRIDGE = "comfy_bridge"
"""New frames from ComfyUI: never tried by itself, for it costs GPU time."""
SMALLEST_BRIDGE, USUAL_BRIDGE, LARGEST_BRIDGE = 2, 8, 10
"""Frames a side. The frames where a bridge stands on must be among the twelve a side that are
judged: a jump there would go unnoticed."""
LARGEST_WINDOW = 48
"""Frames a side that somebody may ask for; `smoothing.lengths.LONGEST_RAMP`."""
