"""`/object_info` of a small server: the few classes that our tests' and bundled workflows use.

Written in the shapes of both node schemas: plain lists of choices, and `COMBO` with options.
"""

from __future__ import annotations

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.bundled import bundled_workflows
from restitch_app.comfy.workflows.node_types import NodeTypes

SAMPLERS = ["euler", "euler_ancestral", "heun", "dpmpp_2m", "uni_pc"]
SCHEDULERS = ["simple", "karras", "normal", "beta"]
ON_OFF = [["enable", "disable"]]
SEED = ["INT", {"default": 0, "min": 0, "max": 2**64 - 1, "control_after_generate": True}]
STEPS = ["INT", {"default": 20, "min": 1, "max": 10000}]
CFG = ["FLOAT", {"default": 8.0, "min": 0.0, "max": 100.0, "step": 0.1}]
SIDE = ["INT", {"default": 832, "min": 16, "max": 16384, "step": 16}]
AT_STEP = ["INT", {"default": 0, "min": 0, "max": 10000}]


def small_object_info(*, models: bool = True) -> JsonObject:
    """`models`: the files that the bundled workflows name are installed."""
    files = sorted({model.file for one in bundled_workflows() for model in one.models})

    def in_folder(word: str) -> list[object]:
        return [[file for file in files if word in file] if models else []]

    video: JsonObject = {
        "positive": ["CONDITIONING", {}],
        "negative": ["CONDITIONING", {}],
        "vae": ["VAE", {}],
        "width": SIDE,
        "height": SIDE,
        "length": ["INT", {"default": 81, "min": 1, "max": 16384, "step": 4}],
        "batch_size": ["INT", {"default": 1, "min": 1, "max": 4096}],
    }
    conditioned = ["CONDITIONING", "CONDITIONING", "LATENT"]
    return {
        "LoadImage": _node(
            {"image": [["example.png", "lake.png"], {"image_upload": True}]}, ["IMAGE", "MASK"]
        ),
        "UNETLoader": _node(
            {"unet_name": in_folder("_14B_"), "weight_dtype": [["default", "fp8_e4m3fn"]]},
            ["MODEL"],
            title="Load Diffusion Model",
        ),
        "CheckpointLoaderSimple": _node(
            {"ckpt_name": in_folder("ltx")}, ["MODEL", "CLIP", "VAE"], title="Load Checkpoint"
        ),
        "CLIPLoader": _node(
            {"clip_name": in_folder("xxl"), "type": [["wan", "ltxv", "sd3"]]},
            ["CLIP"],
            {"device": [["default", "cpu"]]},
        ),
        "VAELoader": _node({"vae_name": in_folder("vae")}, ["VAE"]),
        "CLIPTextEncode": _node(
            {
                "text": ["STRING", {"multiline": True, "tooltip": "The text to be encoded."}],
                "clip": ["CLIP", {}],
            },
            ["CONDITIONING"],
        ),
        "WanImageToVideo": _node(video, conditioned, {"start_image": ["IMAGE", {}]}),
        "WanFirstLastFrameToVideo": _node(
            video, conditioned, {"start_image": ["IMAGE", {}], "end_image": ["IMAGE", {}]}
        ),
        "ModelSamplingSD3": _node(
            {"model": ["MODEL"], "shift": ["FLOAT", {"default": 3.0, "min": 0.0, "max": 100.0}]},
            ["MODEL"],
        ),
        "KSampler": _node(
            {
                "model": ["MODEL"],
                "seed": SEED,
                "steps": STEPS,
                "cfg": CFG,
                "sampler_name": [SAMPLERS],
                "scheduler": [SCHEDULERS],
                "positive": ["CONDITIONING"],
                "negative": ["CONDITIONING"],
                "latent_image": ["LATENT"],
                "denoise": ["FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0, "step": 0.01}],
            },
            ["LATENT"],
        ),
        "KSamplerAdvanced": _node(
            {
                "model": ["MODEL"],
                "add_noise": ON_OFF,
                "noise_seed": SEED,
                "steps": STEPS,
                "cfg": CFG,
                "sampler_name": [SAMPLERS],
                "scheduler": [SCHEDULERS],
                "positive": ["CONDITIONING"],
                "negative": ["CONDITIONING"],
                "latent_image": ["LATENT"],
                "start_at_step": AT_STEP,
                "end_at_step": AT_STEP,
                "return_with_leftover_noise": ON_OFF,
            },
            ["LATENT"],
            title="KSampler (Advanced)",
        ),
        "LTXVPreprocess": _node(
            {
                "image": ["IMAGE", {}],
                "img_compression": ["INT", {"default": 35, "min": 0, "max": 100}],
            },
            ["IMAGE"],
        ),
        "LTXVImgToVideo": _node(
            {
                **video,
                "image": ["IMAGE", {}],
                "strength": ["FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0}],
            },
            conditioned,
        ),
        "LTXVConditioning": _node(
            {
                "positive": ["CONDITIONING", {}],
                "negative": ["CONDITIONING", {}],
                "frame_rate": ["FLOAT", {"default": 25.0, "min": 0.0, "max": 1000.0}],
            },
            ["CONDITIONING", "CONDITIONING"],
        ),
        "LTXVScheduler": _node(
            {
                "steps": STEPS,
                "max_shift": ["FLOAT", {"default": 2.05, "min": 0.0, "max": 100.0}],
                "base_shift": ["FLOAT", {"default": 0.95, "min": 0.0, "max": 100.0}],
                "stretch": ["BOOLEAN", {"default": True}],
                "terminal": ["FLOAT", {"default": 0.1, "min": 0.0, "max": 0.99}],
            },
            ["SIGMAS"],
            {"latent": ["LATENT", {}]},
        ),
        "KSamplerSelect": _node(
            {"sampler_name": ["COMBO", {"multiselect": False, "options": SAMPLERS}]}, ["SAMPLER"]
        ),
        "SamplerCustom": _node(
            {
                "model": ["MODEL", {}],
                "add_noise": ["BOOLEAN", {"default": True}],
                "noise_seed": SEED,
                "cfg": CFG,
                "positive": ["CONDITIONING", {}],
                "negative": ["CONDITIONING", {}],
                "sampler": ["SAMPLER", {}],
                "sigmas": ["SIGMAS", {}],
                "latent_image": ["LATENT", {}],
            },
            ["LATENT", "LATENT"],
        ),
        "VAEDecode": _node({"samples": ["LATENT", {}], "vae": ["VAE", {}]}, ["IMAGE"]),
        "CreateVideo": _node(
            {
                "images": ["IMAGE", {}],
                "fps": ["FLOAT", {"default": 30.0, "min": 1.0, "max": 120.0, "step": 1.0}],
            },
            ["VIDEO"],
            {"audio": ["AUDIO", {}]},
        ),
        "SaveVideo": _node(
            {
                "video": ["VIDEO", {}],
                "filename_prefix": ["STRING", {"default": "video/ComfyUI"}],
                "format": ["COMFY_DYNAMICCOMBO_V3", {"options": [_mp4(), _plain("auto")]}],
            },
            ["VIDEO"],
            {
                "codec": [
                    "COMFY_DYNAMICCOMBO_V3",
                    {"hidden": True, "options": [_plain("auto"), _plain("h264")]},
                ]
            },
            is_output=True,
            title="Save Video",
        ),
        "PreviewImage": _node({"images": ["IMAGE"]}, [], is_output=True),
        "ImageScale": _node(
            {
                "image": ["IMAGE"],
                "upscale_method": [["nearest-exact", "bilinear"]],
                "width": ["INT", {"default": 512, "min": 0, "max": 16384}],
                "height": ["INT", {"default": 512, "min": 0, "max": 16384}],
                "crop": [["disabled", "center"]],
            },
            ["IMAGE"],
        ),
        "PrimitiveInt": _node(
            {"value": ["INT", {"min": -(2**63) + 1, "max": 2**63 - 1}]}, ["INT"], title="Int"
        ),
        "PrimitiveFloat": _node({"value": ["FLOAT", {}]}, ["FLOAT"], title="Float"),
        "ComfySwitchNode": _node(
            {
                "switch": ["BOOLEAN", {}],
                "on_false": ["COMFY_MATCHTYPE_V3", {"template": {"allowed_types": "*"}}],
                "on_true": ["COMFY_MATCHTYPE_V3", {"template": {"allowed_types": "*"}}],
            },
            ["COMFY_MATCHTYPE_V3"],
        ),
        "ComfyMathExpression": _node(
            {
                "expression": ["STRING", {"multiline": True}],
                "values": [
                    "COMFY_AUTOGROW_V3",
                    {
                        "template": {
                            "input": {"required": {"value": ["FLOAT,INT,BOOLEAN", {}]}},
                            "names": ["a", "b", "c"],
                            "min": 1,
                        }
                    },
                ],
            },
            ["FLOAT", "INT", "BOOLEAN"],
        ),
    }


def small_node_types(*, models: bool = True) -> NodeTypes:
    return NodeTypes.from_object_info(small_object_info(models=models))


def _node(
    required: JsonObject,
    outputs: list[str],
    optional: JsonObject | None = None,
    *,
    is_output: bool = False,
    title: str | None = None,
) -> JsonObject:
    return {
        "input": {"required": required, "optional": optional or {}},
        "output": outputs,
        "output_node": is_output,
        "display_name": title,
        "python_module": "nodes",
    }


def _plain(key: str) -> JsonObject:
    return {"key": key, "inputs": {"required": {}}}


def _mp4() -> JsonObject:
    codec = {"options": [_plain("auto"), {"key": "h264", "inputs": {"required": {"crf": CFG}}}]}
    return {"key": "mp4", "inputs": {"required": {"codec": ["COMFY_DYNAMICCOMBO_V3", codec]}}}
