"""The two frames of every boundary as small JPEGs, exactly those that meet in the export."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import cv2

from restitch_app.analysis.arrays import Rgb
from restitch_app.domain.errors import MediaError
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span
from restitch_app.media.luma import thumbnail_rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.project.project import Project

HEIGHT_PX = 240
JPEG_QUALITY = 82


@dataclass(frozen=True, slots=True)
class FramePair:
    """`data:` addresses; empty where the file cannot be read."""

    left: str = ""
    right: str = ""


def boundary_frames(
    project: Project, spans: Sequence[Span], scene_frames: Sequence[int], ctx: JobContext
) -> list[FramePair]:
    """For each scene frame that begins a segment, the frame before it and itself.

    Reads each file once. Raises JobCancelled; a file that is gone or damaged leaves its frames out.
    """
    wanted = sorted({one for frame in scene_frames for one in (frame - 1, frame)})
    places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for scene_frame in wanted:
        span = _span_at(spans, scene_frame)
        file_frame = span.frames.start + scene_frame - span.scene_start
        places[span.file][file_frame].append(scene_frame)
    pictures: dict[int, str] = {}
    for number, (file, frames) in enumerate(places.items()):
        ctx.progress("Reading the boundaries' frames", number, len(places))
        try:
            _read(project, file, frames, pictures)
        except MediaError:
            continue
    return [
        FramePair(pictures.get(frame - 1, ""), pictures.get(frame, "")) for frame in scene_frames
    ]


def _span_at(spans: Sequence[Span], scene_frame: int) -> Span:
    return next(span for span in spans if span.scene_start <= scene_frame < span.scene_stop)


def _read(
    project: Project, file: str, frames: dict[int, list[int]], pictures: dict[int, str]
) -> None:
    with open_reader(project.path(file), project.frame_index(file)) as reader:
        for file_frame, scene_frames in sorted(frames.items()):
            (frame,) = reader.frames(file_frame, file_frame + 1)
            address = _address(thumbnail_rgb(frame, min(HEIGHT_PX, frame.height)))
            pictures.update(dict.fromkeys(scene_frames, address))


def _address(picture: Rgb) -> str:
    _, encoded = cv2.imencode(
        ".jpg",
        cv2.cvtColor(picture, cv2.COLOR_RGB2BGR),
        [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY],
    )
    return "data:image/jpeg;base64," + base64.b64encode(encoded.tobytes()).decode("ascii")
