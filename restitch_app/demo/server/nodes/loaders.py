"""Loaders. Models are names only: nothing is loaded, and no weights exist."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np

from restitch_app.demo.server.graph import (
    Bench,
    Conditioning,
    InputSpec,
    NodeClass,
    NodeFailed,
    Result,
    given,
)

UNETS = (
    "wan2.2_ti2v_5B_fp16.safetensors",
    "wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors",
    "wan2.2_i2v_low_noise_14B_fp8_scaled.safetensors",
    "wan2.1_i2v_480p_14B_fp16.safetensors",
)
LORAS = (
    "wan2.2_i2v_lightx2v_4steps_lora_v1_high_noise.safetensors",
    "wan2.2_i2v_lightx2v_4steps_lora_v1_low_noise.safetensors",
)
CHECKPOINTS = ("ltx-video-2b-v0.9.5.safetensors",)
VAES = ("wan2.2_vae.safetensors", "wan_2.1_vae.safetensors")
TEXT_ENCODERS = (
    "umt5_xxl_fp8_e4m3fn_scaled.safetensors",
    "umt5_xxl_fp16.safetensors",
    "t5xxl_fp16.safetensors",
)
CLIP_VISIONS = ("clip_vision_h.safetensors",)
DTYPES = ("default", "fp8_e4m3fn", "fp8_e4m3fn_fast", "fp8_e5m2")
CLIP_TYPES = ("stable_diffusion", "sd3", "wan", "hunyuan_video", "ltxv")


def _load_image(bench: Bench, inputs: Mapping[str, object]) -> Result:
    path = bench.folders.annotated(given(inputs, "image", str))
    raw = np.frombuffer(path.read_bytes(), np.uint8)
    picture = cv2.imdecode(raw, cv2.IMREAD_COLOR) if raw.size else None
    if picture is None:
        raise NodeFailed(f"cannot identify image file '{path}'\n", "PIL.UnidentifiedImageError")
    rgb = np.ascontiguousarray(picture[:, :, ::-1], np.uint8)
    return Result((rgb[None], np.zeros(rgb.shape[:2], np.uint8)))


def _checkpoint(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    name = given(inputs, "ckpt_name", str)
    return Result((name, name, name))


def _model(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((given(inputs, "unet_name", str),))


def _clip(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((given(inputs, "clip_name", str),))


def _vae(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((given(inputs, "vae_name", str),))


def _same_model(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((given(inputs, "model", str),))


def _seen(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((given(inputs, "clip_vision", str),))


def _encode(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    return Result((Conditioning(given(inputs, "text", str)),))


def _zeroed(_bench: Bench, _inputs: Mapping[str, object]) -> Result:
    return Result((Conditioning(""),))


LOADERS = (
    NodeClass(
        "LoadImage",
        _load_image,
        {"image": InputSpec((), {"image_upload": True})},
        outputs=("IMAGE", "MASK"),
        file_input="image",
        category="image",
        display_name="Load Image",
    ),
    NodeClass(
        "CheckpointLoaderSimple",
        _checkpoint,
        {"ckpt_name": InputSpec(CHECKPOINTS, {"tooltip": "The name of the model."})},
        outputs=("MODEL", "CLIP", "VAE"),
        category="model/loaders",
        display_name="Load Checkpoint",
    ),
    NodeClass(
        "UNETLoader",
        _model,
        {"unet_name": InputSpec(UNETS), "weight_dtype": InputSpec(DTYPES, {"advanced": True})},
        outputs=("MODEL",),
        category="loaders",
        display_name="Load Diffusion Model",
    ),
    NodeClass(
        "LoraLoaderModelOnly",
        _same_model,
        {
            "model": InputSpec("MODEL"),
            "lora_name": InputSpec(LORAS),
            "strength_model": InputSpec(
                "FLOAT", {"default": 1.0, "min": -100.0, "max": 100.0, "step": 0.01}
            ),
        },
        outputs=("MODEL",),
        category="loaders",
        display_name="Load LoRA",
    ),
    NodeClass(
        "ModelSamplingSD3",
        _same_model,
        {
            "model": InputSpec("MODEL"),
            "shift": InputSpec("FLOAT", {"default": 3.0, "min": 0.0, "max": 100.0, "step": 0.01}),
        },
        outputs=("MODEL",),
        category="model/sampling",
    ),
    NodeClass(
        "CLIPLoader",
        _clip,
        {"clip_name": InputSpec(TEXT_ENCODERS), "type": InputSpec(CLIP_TYPES)},
        {"device": InputSpec(("default", "cpu"), {"advanced": True})},
        outputs=("CLIP",),
        category="loaders",
        display_name="Load CLIP",
    ),
    NodeClass(
        "VAELoader",
        _vae,
        {"vae_name": InputSpec(VAES)},
        outputs=("VAE",),
        category="loaders",
        display_name="Load VAE",
    ),
    NodeClass(
        "CLIPVisionLoader",
        _clip,
        {"clip_name": InputSpec(CLIP_VISIONS)},
        outputs=("CLIP_VISION",),
        category="loaders",
        display_name="Load CLIP Vision",
    ),
    NodeClass(
        "CLIPVisionEncode",
        _seen,
        {
            "clip_vision": InputSpec("CLIP_VISION"),
            "image": InputSpec("IMAGE"),
            "crop": InputSpec(("center", "none")),
        },
        outputs=("CLIP_VISION_OUTPUT",),
        category="conditioning",
        display_name="CLIP Vision Encode",
    ),
    NodeClass(
        "CLIPTextEncode",
        _encode,
        {
            "text": InputSpec("STRING", {"multiline": True, "dynamicPrompts": True}),
            "clip": InputSpec("CLIP"),
        },
        outputs=("CONDITIONING",),
        category="conditioning",
        display_name="CLIP Text Encode (Prompt)",
    ),
    NodeClass(
        "ConditioningZeroOut",
        _zeroed,
        {"conditioning": InputSpec("CONDITIONING")},
        outputs=("CONDITIONING",),
        category="conditioning",
    ),
)
