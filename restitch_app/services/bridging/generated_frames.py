"""The frames that ComfyUI made for a boundary, put in the place of those around it."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.scale import resized
from restitch_app.domain.errors import MediaError
from restitch_app.domain.jobs import BridgeSpan
from restitch_app.domain.progress import JobContext
from restitch_app.media.luma import rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.values import Candidate
from restitch_app.smoothing.new_frames import between_anchors
from restitch_app.smoothing.recipes import Rendered
from restitch_app.smoothing.workspace import Workspace

GONE_HINT = "Make the bridge again"


class GeneratedFrames:
    """Decodes; use it on a pool thread."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def fitted(
        self, span: BridgeSpan, tail: Sequence[Rgb], head: Sequence[Rgb], ctx: JobContext
    ) -> Rendered:
        """The two sides with the span's frames made anew, at the sides' size; as long as before.

        Raises MediaError, JobCancelled; ValueError where a side has no frame to stand on.
        """
        return self._put(span.file, span.left_frames, span.right_frames, tail, head, ctx)

    def rendered(
        self, candidate: Candidate, tail: Sequence[Rgb], head: Sequence[Rgb], ctx: JobContext
    ) -> Rendered:
        """The same of a candidate that was made of it."""
        touched = candidate.touched_left, candidate.touched_right
        return self._put(candidate.file, *touched, tail, head, ctx)

    def _put(
        self,
        file: str,
        left: int,
        right: int,
        tail: Sequence[Rgb],
        head: Sequence[Rgb],
        ctx: JobContext,
    ) -> Rendered:
        if len(tail) <= left or len(head) <= right:
            raise ValueError("a bridge needs a frame to stand on at either end")
        start, end = tail[-1 - left], head[right]
        height, width = start.shape[:2]
        run = self._read(file, width, height, ctx)
        new = between_anchors(run, start, end, left + right, Workspace(lambda: ctx.wait(0)))
        kept = len(tail) - left
        return Rendered(
            (*tail[:kept], *new[:left]), (*new[left:], *head[right:]), 0, 0, left, right, ()
        )

    def _read(self, file: str, width_px: int, height_px: int, ctx: JobContext) -> list[Rgb]:
        path = self._project.path(file)
        if not path.is_file():
            raise MediaError("The new frames of the bridge have vanished", file, GONE_HINT)
        pictures = []
        with open_reader(path, self._project.frame_index(file)) as reader:
            for frame in reader.frames():
                ctx.wait(0)
                pictures.append(resized(rgb(frame), width_px, height_px))
        return pictures
