"""Output nodes: files in the output or temp folder, with the prompt inside them."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, PngImagePlugin

from restitch_app.demo.pixels import Batch, write_mp4, write_sound_only
from restitch_app.demo.server.folders import OutsideFolder, content_hash
from restitch_app.demo.server.graph import (
    Bench,
    InputSpec,
    Json,
    NodeClass,
    NodeFailed,
    Result,
    Video,
    given,
)

FORMATS = ("auto", "mp4")
TEMP_PREFIX = "ComfyUI_temp_" + "".join(
    np.random.default_rng().choice(list(string.ascii_lowercase), 5)
)


def _save_video(bench: Bench, inputs: Mapping[str, object]) -> Result:
    wanted = inputs.get("format", "auto")
    if wanted not in FORMATS:
        raise NodeFailed(
            "SaveVideo.execute() missing 1 required positional argument: 'format'\n", "TypeError"
        )
    video = given(inputs, "video", Video)
    height, width = video.images.shape[1:3]
    if width % 2 or height % 2:
        raise NodeFailed(
            "[Errno 542398533] Generic error in an external library: "
            "'avcodec_open2(\"libx264\", {})'\n",
            "av.error.ExternalError",
        )
    path, subfolder = _free_path(bench, given(inputs, "filename_prefix", str), ".mp4", video.images)
    _write_video(bench, path, video)
    name = bench.fault("output_name")
    entry = {
        "filename": name if isinstance(name, str) else path.name,
        "subfolder": subfolder,
        "type": "output",
    }
    return Result((video,), {"images": [entry], "animated": [True]})


def _write_video(bench: Bench, path: Path, video: Video) -> None:
    height, width = video.images.shape[1:3]
    fault = bench.fault("output_file")
    if fault == "zero_bytes":
        path.write_bytes(b"")
    elif fault == "garbage":
        path.write_bytes(b"\x00\x00\x00\x20ftypisom" + bytes(4000))
    elif fault == "no_frames":
        write_sound_only(path)
    else:
        write_mp4(path, video.images, (width, height), video.rate, _tags(bench))


def _tags(bench: Bench) -> dict[str, str]:
    extra = {key: json.dumps(value) for key, value in bench.extra_pnginfo.items()}
    return {**extra, "prompt": json.dumps(_with_is_changed(bench))}


def _with_is_changed(bench: Bench) -> dict[str, object]:
    marked: dict[str, object] = {}
    for node_id, node in bench.prompt.items():
        inputs = node["inputs"]
        if node["class_type"] == "LoadImage" and isinstance(inputs, dict):
            path = bench.folders.annotated(str(inputs["image"]))
            marked[node_id] = {**node, "is_changed": [content_hash(path)]}
        else:
            marked[node_id] = node
    return marked


def _save_images(bench: Bench, inputs: Mapping[str, object]) -> Result:
    return _write_images(bench, inputs, given(inputs, "filename_prefix", str), "output")


def _preview_images(bench: Bench, inputs: Mapping[str, object]) -> Result:
    return _write_images(bench, inputs, TEMP_PREFIX, "temp")


def _write_images(bench: Bench, inputs: Mapping[str, object], prefix: str, kind: str) -> Result:
    images = given(inputs, "images", np.ndarray)
    entries: list[object] = []
    for picture in images:
        path, subfolder = _free_path(bench, prefix, ".png", images, kind)
        info = PngImagePlugin.PngInfo()
        for key, value in _tags(bench).items():
            info.add_text(key, value)
        Image.fromarray(picture).save(path, pnginfo=info, compress_level=1)
        entries.append({"filename": path.name, "subfolder": subfolder, "type": kind})
    return Result((images,), {"images": entries})


def _free_path(
    bench: Bench, prefix: str, suffix: str, images: Batch, kind: str = "output"
) -> tuple[Path, str]:
    height, width = images.shape[1:3]
    try:
        return bench.folders.next_output(kind, prefix, suffix, (width, height))
    except OutsideFolder as error:
        raise NodeFailed(
            "**** ERROR: Saving image outside the output folder is not allowed.\n", "Exception"
        ) from error


_CODEC: list[object] = [
    "COMFY_DYNAMICCOMBO_V3",
    {
        "tooltip": "The output video codec.",
        "options": [{"key": name, "inputs": {"required": {}}} for name in ("auto", "h264")],
    },
]
_FORMATS: Json = {
    "tooltip": "The output container.",
    "options": [{"key": name, "inputs": {"required": {"codec": _CODEC}}} for name in FORMATS],
}
_TO_SAVE = {
    "video": InputSpec("VIDEO", {"tooltip": "The video to save."}),
    "filename_prefix": InputSpec("STRING", {"default": "video/ComfyUI", "multiline": False}),
}


SAVERS = (
    NodeClass(
        "SaveVideo",
        _save_video,
        {**_TO_SAVE, "format": InputSpec("COMFY_DYNAMICCOMBO_V3", _FORMATS)},
        outputs=("VIDEO",),
        output_names=("video",),
        is_output=True,
        category="video",
        display_name="Save Video",
    ),
    NodeClass(
        "SaveImage",
        _save_images,
        {
            "images": InputSpec("IMAGE", {"tooltip": "The images to save."}),
            "filename_prefix": InputSpec("STRING", {"default": "ComfyUI"}),
        },
        outputs=("IMAGE",),
        output_names=("images",),
        is_output=True,
        category="image",
        display_name="Save Image",
    ),
    NodeClass(
        "PreviewImage",
        _preview_images,
        {"images": InputSpec("IMAGE")},
        outputs=("IMAGE",),
        output_names=("images",),
        is_output=True,
        category="image",
        display_name="Preview Image",
    ),
)

OLD_SAVE_VIDEO = replace(
    next(node for node in SAVERS if node.name == "SaveVideo"),
    required={
        **_TO_SAVE,
        "format": InputSpec("COMBO", {"default": "auto", "options": list(FORMATS)}),
        "codec": InputSpec("COMBO", {"default": "auto", "options": ["auto", "h264"]}),
    },
    outputs=(),
    output_names=(),
)
"""As ComfyUI had it before its choices could have inputs of their own: `codec` is required, and
what is chosen is not checked."""
