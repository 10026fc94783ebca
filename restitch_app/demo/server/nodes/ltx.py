"""LTX's nodes: its latents shrink by 32 in space and by 8 in time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from restitch_app.demo.render import Shot
from restitch_app.demo.server.graph import Bench, Conditioning, InputSpec, NodeClass, Result, given
from restitch_app.demo.server.nodes.wan import first_picture

SPATIAL, TEMPORAL = 32, 8


def _shot(inputs: Mapping[str, object]) -> Shot:
    length = given(inputs, "length", int)
    return Shot(
        width=max(SPATIAL, given(inputs, "width", int) // SPATIAL * SPATIAL),
        height=max(SPATIAL, given(inputs, "height", int) // SPATIAL * SPATIAL),
        length=TEMPORAL * ((length - 1) // TEMPORAL) + 1,
        start=first_picture(inputs.get("image")),
        steps=0,
        cfg=0.0,
    )


def _to_video(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    positive = given(inputs, "positive", Conditioning)
    negative = given(inputs, "negative", Conditioning)
    return Result((positive, negative, _shot(inputs)))


def _empty(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((_shot(inputs),))


def _condition(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    positive = given(inputs, "positive", Conditioning)
    return Result((positive, given(inputs, "negative", Conditioning)))


def _preprocess(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((given(inputs, "image", np.ndarray),))  # nothing here needs a worse picture


_BOTH = {"positive": InputSpec("CONDITIONING"), "negative": InputSpec("CONDITIONING")}
_SIZE = {
    "width": InputSpec("INT", {"default": 768, "min": 64, "max": 16384, "step": 32}),
    "height": InputSpec("INT", {"default": 512, "min": 64, "max": 16384, "step": 32}),
    "length": InputSpec("INT", {"default": 97, "min": 1, "max": 16384, "step": 8}),
    "batch_size": InputSpec("INT", {"default": 1, "min": 1, "max": 4096}),
}

LTX = (
    NodeClass(
        "LTXVPreprocess",
        _preprocess,
        {
            "image": InputSpec("IMAGE"),
            "img_compression": InputSpec(
                "INT",
                {
                    "default": 35,
                    "min": 0,
                    "max": 100,
                    "tooltip": "How much a real server would compress the picture.",
                },
            ),
        },
        outputs=("IMAGE",),
        output_names=("output_image",),
        category="video/preprocessors",
        display_name="LTXV Preprocess",
    ),
    NodeClass(
        "LTXVImgToVideo",
        _to_video,
        {
            **_BOTH,
            "vae": InputSpec("VAE"),
            "image": InputSpec("IMAGE"),
            **_SIZE,
            "strength": InputSpec("FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0}),
        },
        outputs=("CONDITIONING", "CONDITIONING", "LATENT"),
        output_names=("positive", "negative", "latent"),
        category="model/conditioning/ltxv",
    ),
    NodeClass(
        "EmptyLTXVLatentVideo",
        _empty,
        _SIZE,
        outputs=("LATENT",),
        category="model/latent/ltxv",
    ),
    NodeClass(
        "LTXVConditioning",
        _condition,
        {
            **_BOTH,
            "frame_rate": InputSpec(
                "FLOAT", {"default": 25.0, "min": 0.0, "max": 1000.0, "step": 0.01}
            ),
        },
        outputs=("CONDITIONING", "CONDITIONING"),
        output_names=("positive", "negative"),
        category="model/conditioning/ltxv",
    ),
)
