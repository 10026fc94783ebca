"""Choosing the result among a prompt's outputs, always by node id."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from restitch_app.comfy.errors import BadOutput
from restitch_app.comfy.loose import as_array, as_object, as_text
from restitch_app.comfy.server.history import HistoryEntry, Outcome

VIDEO_SUFFIXES = (".mp4", ".mkv", ".webm", ".mov", ".avi", ".m4v", ".gif", ".webp", ".apng")
_LISTS = ("videos", "gifs", "images")  # SaveVideo lists its mp4 under `images`, VHS under `gifs`


@dataclass(frozen=True, slots=True)
class OutputRef:
    """A file in one of the server's folders, as `/view` takes it."""

    filename: str
    subfolder: str = ""
    type: str = "output"

    def __str__(self) -> str:
        return f"{self.subfolder}/{self.filename}" if self.subfolder else self.filename


def files_of(entry: HistoryEntry, node_id: str) -> tuple[OutputRef, ...]:
    """All files the node made, in the server's order. BadOutput after a failed run.

    A file comes with a cached rerun too: it is then the same old file.
    """
    if entry.outcome is not Outcome.SUCCEEDED:
        raise BadOutput(
            "This render did not finish",
            f"prompt {entry.prompt_id}: what it made before it stopped is not used",
        )
    output = as_object(entry.outputs.get(node_id))
    found: list[OutputRef] = []
    for name in _LISTS:
        for raw in as_array(output.get(name)):
            item = as_object(raw)
            ref = OutputRef(
                as_text(item.get("filename")),
                as_text(item.get("subfolder")),
                as_text(item.get("type")) or "output",
            )
            if ref.filename:
                checked_ref(ref)
                found.append(ref)
    return tuple(found)


def video_of(entry: HistoryEntry, node_id: str) -> OutputRef:
    """The video that this output node made; BadOutput if it made none."""
    if node_id not in entry.outputs:
        raise BadOutput(
            "The output node did not run",
            f"prompt {entry.prompt_id}, node {node_id}",
            "Run the workflow in ComfyUI itself to see why, then submit the job again",
        )
    files = files_of(entry, node_id)
    animated = True in as_array(as_object(entry.outputs.get(node_id)).get("animated"))
    suffixes = (*VIDEO_SUFFIXES, ".png") if animated else VIDEO_SUFFIXES
    for ref in files:
        if ref.filename.lower().endswith(suffixes):
            return ref
    raise BadOutput(
        "The output node made no video",
        f"node {node_id} made {', '.join(map(str, files)) or 'no file'}",
        "Make the scene with a workflow whose last node saves a video, such as Save Video",
    )


def checked_ref(ref: OutputRef) -> OutputRef:
    """BadOutput for a name that leaves its folder. Backslashes divide on a Windows server.

    Also for one that no file can have.
    """
    name_ok = PureWindowsPath(ref.filename).name == ref.filename and ref.filename not in ("", "..")
    folder = PureWindowsPath(ref.subfolder)
    folder_ok = (
        not folder.anchor
        and ".." not in folder.parts
        and not PurePosixPath(ref.subfolder).is_absolute()
    )
    if name_ok and folder_ok and _is_text(ref.filename + ref.subfolder + ref.type):
        return ref
    raise BadOutput(
        "The server named a file outside its folder",
        f"{ref.subfolder!r}, {ref.filename!r}",
        "It was not fetched. Look at the server before using it again",
    )


def _is_text(name: str) -> bool:
    """No NUL, and no half of a character, which an address cannot hold either."""
    return "\0" not in name and not any("\ud800" <= one <= "\udfff" for one in name)
