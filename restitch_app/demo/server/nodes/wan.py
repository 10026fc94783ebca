"""Wan's latent nodes, the samplers and the decoder, which is where the picture is really drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from restitch_app.demo.pixels import Batch, Rgb
from restitch_app.demo.render import Shot, preview, render
from restitch_app.demo.server.graph import (
    Bench,
    Conditioning,
    InputSpec,
    NodeClass,
    Result,
    given,
)

SAMPLERS = ("euler", "euler_ancestral", "heun", "dpmpp_2m", "dpmpp_2m_sde", "lcm", "uni_pc")
SCHEDULERS = ("simple", "sgm_uniform", "karras", "exponential", "beta", "normal")
MAX_SEED = 2**64 - 1
SPATIAL, TEMPORAL = 8, 4  # how much Wan's VAE shrinks: sizes and lengths come back rounded


def _to_video(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    positive = given(inputs, "positive", Conditioning)
    return Result((positive, given(inputs, "negative", Conditioning), to_shot(inputs)))


def to_shot(inputs: Mapping[str, object]) -> Shot:
    length = given(inputs, "length", int)
    return Shot(
        width=max(SPATIAL, given(inputs, "width", int) // SPATIAL * SPATIAL),
        height=max(SPATIAL, given(inputs, "height", int) // SPATIAL * SPATIAL),
        length=TEMPORAL * ((length - 1) // TEMPORAL) + 1,
        start=first_picture(inputs.get("start_image")),
        end=first_picture(inputs.get("end_image")),
        steps=0,
        cfg=0.0,
    )


def first_picture(images: object) -> Rgb | None:
    """Of a batch; None where nothing is connected."""
    return images[0].astype(np.uint8, copy=False) if isinstance(images, np.ndarray) else None


@dataclass(frozen=True, slots=True)
class Guidance:
    positive: str
    negative: str
    cfg: float


def _sample(bench: Bench, inputs: Mapping[str, object]) -> Result:
    seed = given(inputs, "seed", int)
    steps = given(inputs, "steps", int)
    return Result((run_steps(bench, inputs, _guidance(inputs), seed, steps),))


def _sample_advanced(bench: Bench, inputs: Mapping[str, object]) -> Result:
    total = given(inputs, "steps", int)
    begin = min(given(inputs, "start_at_step", int), total)
    end = min(given(inputs, "end_at_step", int), total)
    fresh = given(inputs, "add_noise", str) == "enable"
    seed = given(inputs, "noise_seed", int) if fresh else None
    return Result((run_steps(bench, inputs, _guidance(inputs), seed, max(0, end - begin)),))


def _guidance(inputs: Mapping[str, object]) -> Guidance:
    positive = given(inputs, "positive", Conditioning)
    negative = given(inputs, "negative", Conditioning)
    return Guidance(positive.text, negative.text, given(inputs, "cfg", float))


def run_steps(
    bench: Bench, inputs: Mapping[str, object], guided: Guidance, seed: int | None, steps: int
) -> Shot:
    """Take `latent_image` so many steps further. `seed` None: its own noise is gone on with."""
    before = given(inputs, "latent_image", Shot)
    total = before.steps + steps
    spent = before.cfg * before.steps + guided.cfg * steps
    shot = replace(
        before,
        prompt=guided.positive,
        negative=guided.negative,
        seed=before.seed if seed is None else seed,
        steps=total,
        cfg=spent / total if total else guided.cfg,
    )
    for done in range(1, steps + 1):
        part = (before.steps + done) / max(1, total)
        bench.step(done, steps, lambda part=part: preview(shot, part))  # type: ignore[misc]
    return shot


def _decode(bench: Bench, inputs: Mapping[str, object]) -> Result:
    shot = given(inputs, "samples", Shot)
    extra = bench.fault("extra_frames")
    if isinstance(extra, int):
        shot = replace(shot, length=max(1, shot.length + extra))
    size = bench.fault("output_size")
    if isinstance(size, tuple):
        shot = replace(shot, width=size[0], height=size[1])
    return Result((_stacked(shot),))


def _stacked(shot: Shot) -> Batch:
    frames = np.empty((shot.length, shot.height, shot.width, 3), np.uint8)
    for number, frame in enumerate(render(shot)):
        frames[number] = frame
    return frames


def _to_latent(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((to_shot(inputs),))


_SIZE = {
    "width": InputSpec("INT", {"default": 832, "min": 16, "max": 16384, "step": 16}),
    "height": InputSpec("INT", {"default": 480, "min": 16, "max": 16384, "step": 16}),
    "length": InputSpec("INT", {"default": 81, "min": 1, "max": 16384, "step": 4}),
    "batch_size": InputSpec("INT", {"default": 1, "min": 1, "max": 4096}),
}
_CONDITIONED = {
    "positive": InputSpec("CONDITIONING"),
    "negative": InputSpec("CONDITIONING"),
    "vae": InputSpec("VAE"),
}
_SEED = {
    "default": 0,
    "min": 0,
    "max": MAX_SEED,
    "control_after_generate": True,
    "tooltip": "Another number moves the camera another way.",
}
_CFG = {
    "default": 8.0,
    "min": 0.0,
    "max": 100.0,
    "step": 0.1,
    "round": 0.01,
    "tooltip": "How far the picture moves, and how strong its contrast becomes.",
}
_STEPS = {
    "default": 20,
    "min": 1,
    "max": 10000,
    "tooltip": "How often the picture is refined. Few steps leave it soft and grainy.",
}
_STEP_RANGE = {"min": 0, "max": 10000, "advanced": True}

WAN = (
    NodeClass(
        "WanImageToVideo",
        _to_video,
        {**_CONDITIONED, **_SIZE},
        {
            "clip_vision_output": InputSpec("CLIP_VISION_OUTPUT"),
            "start_image": InputSpec("IMAGE"),
        },
        outputs=("CONDITIONING", "CONDITIONING", "LATENT"),
        output_names=("positive", "negative", "latent"),
        category="model/conditioning/wan",
    ),
    NodeClass(
        "WanFirstLastFrameToVideo",
        _to_video,
        {**_CONDITIONED, **_SIZE},
        {
            "clip_vision_start_image": InputSpec("CLIP_VISION_OUTPUT"),
            "clip_vision_end_image": InputSpec("CLIP_VISION_OUTPUT"),
            "start_image": InputSpec("IMAGE"),
            "end_image": InputSpec("IMAGE"),
        },
        outputs=("CONDITIONING", "CONDITIONING", "LATENT"),
        output_names=("positive", "negative", "latent"),
        category="model/conditioning/wan",
    ),
    NodeClass(
        "Wan22ImageToVideoLatent",
        _to_latent,
        {"vae": InputSpec("VAE"), **_SIZE},
        {"start_image": InputSpec("IMAGE")},
        outputs=("LATENT",),
        category="model/conditioning/wan",
    ),
    NodeClass(
        "KSampler",
        _sample,
        {
            "model": InputSpec("MODEL"),
            "seed": InputSpec("INT", dict(_SEED)),
            "steps": InputSpec("INT", dict(_STEPS)),
            "cfg": InputSpec("FLOAT", dict(_CFG)),
            "sampler_name": InputSpec(SAMPLERS),
            "scheduler": InputSpec(SCHEDULERS),
            "positive": InputSpec("CONDITIONING"),
            "negative": InputSpec("CONDITIONING"),
            "latent_image": InputSpec("LATENT"),
            "denoise": InputSpec("FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0, "step": 0.01}),
        },
        outputs=("LATENT",),
        category="model/sampling",
    ),
    NodeClass(
        "KSamplerAdvanced",
        _sample_advanced,
        {
            "model": InputSpec("MODEL"),
            "add_noise": InputSpec(("enable", "disable"), {"advanced": True}),
            "noise_seed": InputSpec("INT", dict(_SEED)),
            "steps": InputSpec("INT", dict(_STEPS)),
            "cfg": InputSpec("FLOAT", dict(_CFG)),
            "sampler_name": InputSpec(SAMPLERS),
            "scheduler": InputSpec(SCHEDULERS),
            "positive": InputSpec("CONDITIONING"),
            "negative": InputSpec("CONDITIONING"),
            "latent_image": InputSpec("LATENT"),
            "start_at_step": InputSpec("INT", {"default": 0, **_STEP_RANGE}),
            "end_at_step": InputSpec("INT", {"default": 10000, **_STEP_RANGE}),
            "return_with_leftover_noise": InputSpec(("disable", "enable"), {"advanced": True}),
        },
        outputs=("LATENT",),
        category="model/sampling",
        display_name="KSampler (Advanced)",
    ),
    NodeClass(
        "VAEDecode",
        _decode,
        {"samples": InputSpec("LATENT"), "vae": InputSpec("VAE")},
        outputs=("IMAGE",),
        category="model/latent",
        display_name="VAE Decode",
    ),
)
