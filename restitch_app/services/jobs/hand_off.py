"""The last frame as the model made it: asked for beside the video, checked, kept as a picture."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.psnr import psnr
from restitch_app.comfy.bindings.bindings import Bindings
from restitch_app.comfy.bindings.hand_off import add_hand_off
from restitch_app.comfy.errors import BadOutput
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.history import HistoryEntry
from restitch_app.comfy.server.outputs import OutputRef, files_of
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.errors import MediaError, RestitchError
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Picture
from restitch_app.media.atomic import sync_folder
from restitch_app.media.pictures import read_png
from restitch_app.services.imports.clip_scan import ClipScanner, ScannedClip
from restitch_app.services.project.project import CLIPS, Project

log = logging.getLogger(__name__)

SAME_FRAME_DB = 30.0
"""An encode apart, at the qualities that video is saved with."""
LARGEST_BYTES = 256 << 20


class HandOffs:
    """Nothing here fails a job: without the picture, the last frame is decoded from the clip."""

    def __init__(self, project: Project, scanner: ClipScanner) -> None:
        self._project = project
        self._scanner = scanner

    def added(
        self, prompt: JsonObject, bindings: Bindings, types: NodeTypes | None
    ) -> tuple[JsonObject, str | None]:
        """The prompt with a node that saves the last frame, and its id; as it was, and None, where
        the server's nodes (`types`) do not allow that or are not known."""
        found = add_hand_off(prompt, bindings, types) if types is not None else None
        return found if found is not None else (prompt, None)

    def output(self, job: JobRecord, entry: HistoryEntry) -> Mapping[str, str] | None:
        """The picture as the server names it; None where there is none."""
        if job.hand_off_node is None:
            return None
        try:
            files = files_of(entry, job.hand_off_node)
        except BadOutput as error:
            log.warning("job %s: the last frame is decoded: %s", job.id, error)
            return None
        ref = next((one for one in files if one.filename.lower().endswith(".png")), None)
        return None if ref is None else {
            "filename": ref.filename, "subfolder": ref.subfolder, "type": ref.type
        }  # fmt: skip

    def fetch(self, job: JobRecord, client: ComfyClient, ctx: JobContext) -> None:
        """Raises JobCancelled and JobSuspended only."""
        if job.hand_off_output is None:
            return
        told = job.hand_off_output
        ref = OutputRef(told["filename"], told["subfolder"], told["type"])
        ctx.progress("Downloading the last frame")
        try:
            client.fetch_output(ref, self._path(job), LARGEST_BYTES)
        except RestitchError as error:
            log.warning("job %s: the last frame is decoded: %s", job.id, error)

    def kept(self, job: JobRecord, clip: ScannedClip) -> Picture | None:
        """The fetched picture among the project's, if it shows the clip's last frame."""
        path = self._path(job)
        if not path.is_file():
            return None
        try:
            handed = read_png(path)
            is_last = self._is_last(handed, clip)
        except MediaError as error:
            log.warning("job %s: the last frame is decoded: %s", job.id, error)
            return None
        if not is_last:
            log.warning("job %s: what was handed off is not the clip's last frame", job.id)
            return None
        return self._scanner.keep_picture(handed)

    def _is_last(self, handed: Rgb, clip: ScannedClip) -> bool:
        """An encode apart from it, and no nearer to the frame before: in a calm scene that one is
        not far either."""
        last = read_png(self._project.path(clip.last_frame.file))
        if handed.shape != last.shape:
            return False
        if psnr(handed, last) < SAME_FRAME_DB:
            return False
        return self._scanner.is_nearest_to_last(handed, clip)

    def discard(self, job: JobRecord) -> None:
        """Remove what was fetched: it is kept by now, or of no use.

        Synced, or it would be back after a power cut, when its job has ended and asks for it no
        more.
        """
        path = self._path(job)
        with suppress(OSError):
            if path.exists():
                path.unlink()
                sync_folder(path.parent)

    def _path(self, job: JobRecord) -> Path:
        stem = f"segment_{job.sequence_index + 1:03}_job_{job.id}"
        return self._project.path(f"{CLIPS}/{stem}_last.png")
