"""The workflow that ComfyUI wrote into a file it made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.found import FoundWorkflow, gather

# EXIF has no room for names, so they stand before the text: "prompt:{...}", "Workflow: {...}".
_NAMED = re.compile(r"\s*(prompt|workflow)\s*:\s*(?=[{\[])", re.IGNORECASE)


def embedded_workflow(tags: Mapping[str, str]) -> FoundWorkflow | None:
    """The embedded workflow in the formats that are there and whole; None if there is none.

    `tags`: container tags of a video (mp4 `prompt` and `workflow`, mkv and webm in upper case, a
    `comment` that holds both), text chunks of a PNG, or EXIF values under any key. Seed and seed
    frame are those of the file's own render. A damaged prompt beside a whole `workflow` leaves the
    latter.
    """
    prompt: JsonObject | None = None
    editor: JsonObject | None = None
    for text in _candidates(tags):
        found = gather(text)
        if found is not None:
            prompt = prompt or found.prompt
            editor = editor or found.editor
    return FoundWorkflow(prompt, editor) if prompt or editor else None


def _candidates(tags: Mapping[str, str]) -> Iterator[str]:
    """Those that say they are a workflow first, then whatever else may hold one."""
    named = [value for key, value in tags.items() if key.lower() in ("prompt", "workflow")]
    others = [value for key, value in tags.items() if key.lower() not in ("prompt", "workflow")]
    yield from named
    for value in others:
        yield _NAMED.sub("", value, count=1) if _NAMED.match(value) else value
