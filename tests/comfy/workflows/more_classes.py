"""Node classes that the recorded `/object_info` leaves out and the real workflows use.

Written by hand from what those workflows connect and hold.
"""

from __future__ import annotations

import json
from typing import cast

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.node_types import NodeTypes
from tests.shared import shared_folder

Specs = dict[str, list[object]]


def described(required: Specs, output: list[str], optional: Specs | None = None) -> JsonObject:
    """One class as `/object_info` has it."""
    return cast("JsonObject", {
        "input": {"required": required, "optional": optional or {}},
        "input_order": {"required": list(required), "optional": list(optional or {})},
        "output": output,
    })  # fmt: skip


def whole(default: int = 0, **more: object) -> list[object]:
    return ["INT", {"default": default, **more}]


def real(default: float = 0.0, **more: object) -> list[object]:
    return ["FLOAT", {"default": default, **more}]


def dynamic(**options: Specs) -> list[object]:
    listed = [
        {"key": key.replace("_", " "), "inputs": {"required": inputs}}
        for key, inputs in options.items()
    ]
    return ["COMFY_DYNAMICCOMBO_V3", {"options": listed}]


SAMPLING: Specs = {
    "temperature": real(0.7),
    "top_k": whole(64),
    "top_p": real(0.95),
    "min_p": real(0.05),
    "repetition_penalty": real(1.05),
    "seed": whole(0),
    "presence_penalty": real(0.0),
}
MORE: JsonObject = {
    "FluxGuidance": described(
        {"conditioning": ["CONDITIONING"], "guidance": real(3.5)}, ["CONDITIONING"]
    ),
    "EmptyLatentImage": described(
        {"width": whole(512), "height": whole(512), "batch_size": whole(1)}, ["LATENT"]
    ),
    "NormalizeVideoLatentStart": described(
        {"latent": ["LATENT"], "start_frame_count": whole(4), "reference_frame_count": whole(5)},
        ["LATENT"],
    ),
    "MaskToImage": described({"mask": ["MASK"]}, ["IMAGE"]),
    "ImageToMask": described(
        {"image": ["IMAGE"], "channel": [["red", "green", "blue", "alpha"]]}, ["MASK"]
    ),
    "SolidMask": described(
        {"value": real(1.0), "width": whole(512), "height": whole(512)}, ["MASK"]
    ),
    "BatchImagesNode": described(
        {"images": ["COMFY_AUTOGROW_V3", {"template": {
            "input": {"required": {"image": ["IMAGE"]}}, "prefix": "image", "min": 2, "max": 50,
        }}]}, ["IMAGE"],
    ),
    "LTXVAudioVAELoader": described({"ckpt_name": ["COMBO", {"options": []}]}, ["VAE"]),
    "ResizeImagesByLongerEdge": described(
        {"images": ["IMAGE"], "longer_edge": whole(1024)}, ["IMAGE"]
    ),
    "LTXVLatentUpsampler": described(
        {"samples": ["LATENT"], "upscale_model": ["LATENT_UPSCALE_MODEL"], "vae": ["VAE"]},
        ["LATENT"],
    ),
    "ResizeImageMaskNode": described(
        {
            "input": ["COMFY_MATCHTYPE_V3", {"template": {"allowed_types": "IMAGE,MASK"}}],
            "resize_type": dynamic(
                scale_by_multiplier={"multiplier": real(1.0)},
                scale_dimensions={
                    "width": whole(512), "height": whole(512),
                    "crop": ["COMBO", {"options": ["disabled", "center"]}],
                },
            ),
            "scale_method": ["COMBO", {"options": ["nearest-exact", "lanczos"]}],
        },
        ["COMFY_MATCHTYPE_V3"],
    ),
    "TextGenerateLTX2Prompt": described(
        {
            "clip": ["CLIP"],
            "prompt": ["STRING", {"multiline": True}],
            "max_length": whole(256),
            "sampling_mode": dynamic(on=SAMPLING, off={}),
        },
        ["STRING"],
        {
            "image": ["IMAGE"], "video": ["IMAGE"], "audio": ["AUDIO"],
            "thinking": ["BOOLEAN", {"default": False}],
            "use_default_template": ["BOOLEAN", {"default": True}],
        },
    ),
    "WanCameraEmbedding": described(
        {
            "camera_pose": [["Static", "Zoom In", "Zoom Out"]],
            "width": whole(832), "height": whole(480), "length": whole(81),
        },
        ["WAN_CAMERA_EMBEDDING", "INT", "INT", "INT"],
        {"speed": real(1.0), "fx": real(0.5), "fy": real(0.5), "cx": real(0.5), "cy": real(0.5)},
    ),
    "PreviewAny": described({"source": ["*"]}, ["STRING"]),
}  # fmt: skip


def recorded_types(version: str) -> NodeTypes:
    """What a server of that version said, and the classes above. Skips without the recordings."""
    file = shared_folder() / "comfyui-contract" / "object_info" / f"object_info_{version}.json"
    return NodeTypes.from_object_info({**MORE, **json.loads(file.read_text(encoding="utf-8"))})
