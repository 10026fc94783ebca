"""The workflow that ComfyUI wrote into a file it made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.workflow import WorkflowUnusable, parse_workflow

_EXIF_PREFIX = "prompt:"  # WEBP: EXIF 0x0110 holds "prompt:{...}"


def workflow_from_metadata(tags: Mapping[str, str]) -> JsonObject | None:
    """The embedded prompt in API format; None if there is none or it cannot be read.

    `tags`: container tags of a video (mp4 `prompt`, mkv and webm `PROMPT`), text chunks of a PNG,
    or EXIF values of a WEBP under any key. Seed and seed frame are those of the file's own render.
    """
    for text in _candidates(tags):
        try:
            workflow = parse_workflow(text)
        except WorkflowUnusable:
            continue
        for node in workflow.values():
            as_object(node).pop("is_changed", None)  # the server's own note, no part of the prompt
        return workflow
    return None


def _candidates(tags: Mapping[str, str]) -> Iterator[str]:
    for key, value in tags.items():
        if key.lower() == "prompt" or value.startswith(_EXIF_PREFIX):
            yield value.removeprefix(_EXIF_PREFIX)
