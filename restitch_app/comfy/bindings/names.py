"""What the name of an input says about it, where no server was asked."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_IMAGE_TO_VIDEO = re.compile(
    r"(?i:(?:image|img|frames?)[ _-]?(?:to|2)[ _-]?vid)|(?i:(?<![a-z])t?i2v)|I2V|F2V"
)

PICTURE = {"image", "images", "img", "pixels", "frame", "frames", "picture", "photo", "keyframe"}
EMBEDS = {"embeds", "embed", "embedding", "embeddings"}
LATENT = {"latent", "latents", "samples"}
_MASK = {"mask", "masks", "alpha"}
_VISION = {"vision", "clipvision"}
_CONDITIONING = {"positive", "negative", "cond", "conditioning", "conditionings"}
_COUNTED = {
    *("num", "number", "count", "rate", "idx", "index", "fps", "per", "length", "width", "height"),
    *("strength", "size", "load", "cap", "total", "skip", "amount", "weight", "prefix", "name"),
}  # fmt: skip
_PLAIN = {"vae", "model", "clip", "noise", "sigmas", "guider", "sampler", "audio", "video", "pipe"}

_START = {"start", "starting", "first", "init", "initial", "begin", "beginning"}
_END = {"end", "ending", "last", "final", "tail"}
_ABOUT_LOOKS = {
    *("reference", "references", "ref", "refs", "style", "subject", "subjects", "ip", "face"),
    *("pose", "character", "identity", "background", "bg", "depth", "canny", "phantom"),
    *("motion", "camera", "track", "lineart", "scribble", "garment", "palette", "overlay"),
}  # fmt: skip
_GENERIC = {
    "source",
    "main",
    "base",
    "image",
    "images",
    "img",
    "input",
    "pixels",
    "picture",
    "photo",
}


LENGTHS = (
    *("length", "video_frames", "num_frames", "frames_number", "video_length", "frame_count"),
    *("frames", "n_frames", "number_of_frames", "total_frames", "max_frames"),
)
"""What a number of frames is called."""


STEPS = ("steps", "num_inference_steps", "inference_steps", "sampling_steps", "num_steps")


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """ "first_frameImage2" is first, frame, image, 2; lower case."""
    return tuple(word.lower() for word in _WORD.findall(name))


def slot_type(name: str) -> str:
    """The type of a connected input as ComfyUI calls it; "" if its name says nothing."""
    said = set(words(name))
    if said & _MASK:
        return "MASK"
    if said & _VISION:
        return "CLIP_VISION_OUTPUT" if "output" in said else "CLIP_VISION"
    if said & EMBEDS:
        return "EMBEDS"  # of any of the packs that have types of their own
    if said & LATENT:
        return "LATENT"
    if said & _COUNTED:
        return ""
    if said & PICTURE or said == {"control", "video"}:
        return "IMAGE"
    if said & _CONDITIONING:
        return "CONDITIONING"
    plain = sorted(said & _PLAIN)
    return plain[0].upper() if plain else ""


def is_start(name: str) -> bool:
    """ "start_image", "first_frame", "init_image", "start_latent"."""
    said = set(words(name))
    return bool(said & _START and said & (PICTURE | LATENT)) and not said & _END


def is_end(name: str) -> bool:
    said = set(words(name))
    return bool(said & _END and said & (PICTURE | LATENT)) and not said & _START


def is_about_looks(name: str) -> bool:
    """A reference for how somebody or something looks or moves, not a frame of the video."""
    return bool(set(words(name)) & _ABOUT_LOOKS)


def is_generic_picture(name: str) -> bool:
    """ "image", "input_image", "image1": a picture, nothing said about what it is for."""
    said = [word for word in words(name) if not word.isdigit()]
    return bool(said) and set(said) <= _GENERIC


def makes_video_of_image(class_name: str) -> bool:
    """The class calls itself image-to-video in one of the usual ways."""
    return _IMAGE_TO_VIDEO.search(class_name) is not None
