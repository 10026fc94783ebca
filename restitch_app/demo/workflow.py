"""The Wan 2.2 image-to-video workflow, in ComfyUI's API format, that the demo's clips carry."""

from __future__ import annotations

from dataclasses import dataclass

Node = dict[str, object]
Workflow = dict[str, Node]

UNET = "wan2.2_ti2v_5B_fp16.safetensors"
TEXT_ENCODER = "umt5_xxl_fp8_e4m3fn_scaled.safetensors"
VAE = "wan2.2_vae.safetensors"

PROMPT = (
    "a calm mountain lake at golden hour, drifting clouds, trees moving in a light wind, "
    "slow camera move, soft warm light"
)
NEGATIVE = "blurry, flicker, low quality, static"


@dataclass(frozen=True, slots=True)
class DemoSettings:
    """What differs between the demo's prompts. `length` counts frames, the seed frame included."""

    image: str
    """The seed frame's name in the server's input folder."""
    seed: int
    steps: int = 20
    cfg: float = 5.0
    length: int = 49
    prompt: str = PROMPT
    negative: str = NEGATIVE
    width: int = 832
    height: int = 480
    rate: float = 16.0
    prefix: str = "restitch/segment"


def demo_workflow(settings: DemoSettings) -> Workflow:
    """A fresh graph: seed frame to Wan latent, one sampler, decoder, video file."""
    return {
        "1": _node("LoadImage", "Seed frame", image=settings.image),
        "2": _node("UNETLoader", "Load Diffusion Model", unet_name=UNET, weight_dtype="default"),
        "3": _node("CLIPLoader", "Load CLIP", clip_name=TEXT_ENCODER, type="wan", device="default"),
        "4": _node("VAELoader", "Load VAE", vae_name=VAE),
        "5": _node("CLIPTextEncode", "Positive prompt", text=settings.prompt, clip=["3", 0]),
        "6": _node("CLIPTextEncode", "Negative prompt", text=settings.negative, clip=["3", 0]),
        "7": _node(
            "WanImageToVideo",
            "Wan image to video",
            width=settings.width,
            height=settings.height,
            length=settings.length,
            batch_size=1,
            positive=["5", 0],
            negative=["6", 0],
            vae=["4", 0],
            start_image=["1", 0],
        ),
        "8": _node("ModelSamplingSD3", "Model sampling", shift=8.0, model=["2", 0]),
        "9": _node(
            "KSampler",
            "Sampler",
            seed=settings.seed,
            steps=settings.steps,
            cfg=settings.cfg,
            sampler_name="uni_pc",
            scheduler="simple",
            denoise=1.0,
            model=["8", 0],
            positive=["7", 0],
            negative=["7", 1],
            latent_image=["7", 2],
        ),
        "10": _node("VAEDecode", "Decode", samples=["9", 0], vae=["4", 0]),
        "11": _node("CreateVideo", "Create video", fps=settings.rate, images=["10", 0]),
        "12": _node(
            "SaveVideo",
            "Save video",
            filename_prefix=settings.prefix,
            format="auto",
            codec="auto",
            video=["11", 0],
        ),
    }


def _node(class_type: str, title: str, **inputs: object) -> Node:
    return {"class_type": class_type, "inputs": inputs, "_meta": {"title": title}}
