"""Nodes that cut, repeat and scale batches of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import cv2
import numpy as np

from restitch_app.demo.pixels import Batch, centre_crop
from restitch_app.demo.server.graph import Bench, InputSpec, NodeClass, Result, Video, given

METHODS = ("nearest-exact", "bilinear", "area", "bicubic", "lanczos")


def _from_batch(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    images = given(inputs, "image", np.ndarray)
    index = given(inputs, "batch_index", int)
    begin = min(max(index + len(images) if index < 0 else index, 0), len(images) - 1)
    return Result((images[begin : begin + given(inputs, "length", int)],))


def _repeat(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    images = given(inputs, "image", np.ndarray)
    return Result((np.repeat(images, given(inputs, "amount", int), axis=0),))


def _scale(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    images = given(inputs, "image", np.ndarray)
    size = given(inputs, "width", int), given(inputs, "height", int)
    if given(inputs, "crop", str) == "center":
        return Result((np.stack([centre_crop(one, *size) for one in images]),))
    return Result((_resized(images, *size),))


def _scale_by(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    images = given(inputs, "image", np.ndarray)
    factor = given(inputs, "scale_by", float)
    height, width = images.shape[1:3]
    return Result((_resized(images, round(width * factor), round(height * factor)),))


def _resized(images: Batch, width: int, height: int) -> Batch:
    return np.stack(
        [cv2.resize(one, (width, height), interpolation=cv2.INTER_AREA) for one in images]
    ).astype(np.uint8, copy=False)


def _size(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    count, height, width = given(inputs, "image", np.ndarray).shape[:3]
    return Result((width, height, count))


def _create_video(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    rate = Fraction(round(given(inputs, "fps", float) * 1000), 1000)  # 23.976 becomes 2997/125
    return Result((Video(given(inputs, "images", np.ndarray), rate),))


def _components(_bench: Bench, inputs: Mapping[str, object]) -> Result:
    video = given(inputs, "video", Video)
    return Result((video.images, None, float(video.rate)))


_METHOD = InputSpec(METHODS)
_PIXELS = {"default": 512, "min": 0, "max": 16384, "step": 1}

PICTURES = (
    NodeClass(
        "ImageFromBatch",
        _from_batch,
        {
            "image": InputSpec("IMAGE"),
            "batch_index": InputSpec("INT", {"default": 0, "min": -16384, "max": 16384}),
            "length": InputSpec("INT", {"default": 1, "min": 1, "max": 4096}),
        },
        outputs=("IMAGE",),
        category="image/batch",
        display_name="Get Image from Batch",
    ),
    NodeClass(
        "RepeatImageBatch",
        _repeat,
        {
            "image": InputSpec("IMAGE"),
            "amount": InputSpec("INT", {"default": 1, "min": 1, "max": 4096}),
        },
        outputs=("IMAGE",),
        category="image/batch",
        display_name="Repeat Image Batch",
    ),
    NodeClass(
        "ImageScale",
        _scale,
        {
            "image": InputSpec("IMAGE"),
            "upscale_method": _METHOD,
            "width": InputSpec("INT", dict(_PIXELS)),
            "height": InputSpec("INT", dict(_PIXELS)),
            "crop": InputSpec(("disabled", "center")),
        },
        outputs=("IMAGE",),
        category="image/upscaling",
        display_name="Upscale Image",
    ),
    NodeClass(
        "ImageScaleBy",
        _scale_by,
        {
            "image": InputSpec("IMAGE"),
            "upscale_method": _METHOD,
            "scale_by": InputSpec("FLOAT", {"default": 1.0, "min": 0.01, "max": 8.0, "step": 0.01}),
        },
        outputs=("IMAGE",),
        category="image/upscaling",
        display_name="Upscale Image By",
    ),
    NodeClass(
        "GetImageSize",
        _size,
        {"image": InputSpec("IMAGE")},
        outputs=("INT", "INT", "INT"),
        output_names=("width", "height", "batch_size"),
        category="image",
        display_name="Get Image Size",
    ),
    NodeClass(
        "CreateVideo",
        _create_video,
        {
            "images": InputSpec("IMAGE", {"tooltip": "The images to create a video from."}),
            "fps": InputSpec("FLOAT", {"default": 30.0, "min": 1.0, "max": 120.0, "step": 1.0}),
        },
        {
            "audio": InputSpec("AUDIO"),
            "bit_depth": InputSpec("INT", {"default": 8, "min": 8, "max": 10, "step": 2}),
        },
        outputs=("VIDEO",),
        category="video",
        display_name="Create Video",
    ),
    NodeClass(
        "GetVideoComponents",
        _components,
        {"video": InputSpec("VIDEO")},
        outputs=("IMAGE", "AUDIO", "FLOAT"),
        output_names=("images", "audio", "fps"),
        category="video",
        display_name="Get Video Components",
    ),
)
