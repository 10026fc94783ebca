"""Sampling in parts: noise, guider, sampler and sigmas are nodes of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from restitch_app.demo.server.graph import (
    Bench,
    Conditioning,
    InputSpec,
    NodeClass,
    Result,
    given,
)
from restitch_app.demo.server.nodes.wan import MAX_SEED, SAMPLERS, SCHEDULERS, Guidance, run_steps


@dataclass(frozen=True, slots=True)
class Noise:
    seed: int


@dataclass(frozen=True, slots=True)
class Sigmas:
    steps: int


def _noise(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((Noise(given(inputs, "noise_seed", int)),))


def _no_noise(_bench: Bench, _inputs: Mapping[str, object]) -> Result:
    return Result((None,))


def _sampler(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((given(inputs, "sampler_name", str),))


def _sigmas(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((Sigmas(given(inputs, "steps", int)),))


def _guided(inputs: Mapping[str, object]) -> Guidance:
    positive = given(inputs, "positive", Conditioning)
    negative = given(inputs, "negative", Conditioning)
    return Guidance(positive.text, negative.text, given(inputs, "cfg", float))


def _guider(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((_guided(inputs),))


def _unguided(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((Guidance(given(inputs, "conditioning", Conditioning).text, "", 1.0),))


def _sample_custom(bench: Bench, inputs: Mapping[str, object]) -> Result:
    seed = given(inputs, "noise_seed", int) if inputs["add_noise"] else None
    steps = given(inputs, "sigmas", Sigmas).steps
    done = run_steps(bench, inputs, _guided(inputs), seed, steps)
    return Result((done, done))


def _sample_advanced(bench: Bench, inputs: Mapping[str, object]) -> Result:
    noise = inputs["noise"]
    seed = noise.seed if isinstance(noise, Noise) else None
    steps = given(inputs, "sigmas", Sigmas).steps
    done = run_steps(bench, inputs, given(inputs, "guider", Guidance), seed, steps)
    return Result((done, done))


_SEED = {"default": 0, "min": 0, "max": MAX_SEED, "control_after_generate": True}
_CFG = {"default": 8.0, "min": 0.0, "max": 100.0, "step": 0.1, "round": 0.01}
_STEPS = {"default": 20, "min": 1, "max": 10000}
_PART = {"min": 0.0, "max": 1.0, "step": 0.01}
_BOTH = {"positive": InputSpec("CONDITIONING"), "negative": InputSpec("CONDITIONING")}
_SHIFT = {"min": 0.0, "max": 100.0, "step": 0.01}

CUSTOM_SAMPLING = (
    NodeClass(
        "RandomNoise",
        _noise,
        {"noise_seed": InputSpec("INT", dict(_SEED))},
        outputs=("NOISE",),
        category="model/sampling/noise",
    ),
    NodeClass("DisableNoise", _no_noise, outputs=("NOISE",), category="model/sampling/noise"),
    NodeClass(
        "KSamplerSelect",
        _sampler,
        {"sampler_name": InputSpec(SAMPLERS)},
        outputs=("SAMPLER",),
        category="model/sampling/samplers",
    ),
    NodeClass(
        "BasicScheduler",
        _sigmas,
        {
            "model": InputSpec("MODEL"),
            "scheduler": InputSpec(SCHEDULERS),
            "steps": InputSpec("INT", dict(_STEPS)),
            "denoise": InputSpec("FLOAT", {"default": 1.0, **_PART}),
        },
        outputs=("SIGMAS",),
        category="model/sampling/schedulers",
    ),
    NodeClass(
        "LTXVScheduler",
        _sigmas,
        {
            "steps": InputSpec("INT", dict(_STEPS)),
            "max_shift": InputSpec("FLOAT", {"default": 2.05, **_SHIFT}),
            "base_shift": InputSpec("FLOAT", {"default": 0.95, **_SHIFT}),
            "stretch": InputSpec("BOOLEAN", {"default": True, "advanced": True}),
            "terminal": InputSpec(
                "FLOAT", {"default": 0.1, **_PART, "max": 0.99, "advanced": True}
            ),
        },
        {"latent": InputSpec("LATENT")},
        outputs=("SIGMAS",),
        category="model/sampling/schedulers",
    ),
    NodeClass(
        "CFGGuider",
        _guider,
        {"model": InputSpec("MODEL"), **_BOTH, "cfg": InputSpec("FLOAT", dict(_CFG))},
        outputs=("GUIDER",),
        category="model/sampling/guiders",
        display_name="CFG Guider",
    ),
    NodeClass(
        "BasicGuider",
        _unguided,
        {"model": InputSpec("MODEL"), "conditioning": InputSpec("CONDITIONING")},
        outputs=("GUIDER",),
        category="model/sampling/guiders",
        display_name="Basic Guider",
    ),
    NodeClass(
        "SamplerCustom",
        _sample_custom,
        {
            "model": InputSpec("MODEL"),
            "add_noise": InputSpec("BOOLEAN", {"default": True, "advanced": True}),
            "noise_seed": InputSpec("INT", dict(_SEED)),
            "cfg": InputSpec("FLOAT", dict(_CFG)),
            **_BOTH,
            "sampler": InputSpec("SAMPLER"),
            "sigmas": InputSpec("SIGMAS"),
            "latent_image": InputSpec("LATENT"),
        },
        outputs=("LATENT", "LATENT"),
        output_names=("output", "denoised_output"),
        category="model/sampling/custom",
    ),
    NodeClass(
        "SamplerCustomAdvanced",
        _sample_advanced,
        {
            "noise": InputSpec("NOISE"),
            "guider": InputSpec("GUIDER"),
            "sampler": InputSpec("SAMPLER"),
            "sigmas": InputSpec("SIGMAS"),
            "latent_image": InputSpec("LATENT"),
        },
        outputs=("LATENT", "LATENT"),
        output_names=("output", "denoised_output"),
        category="model/sampling/custom",
    ),
)
