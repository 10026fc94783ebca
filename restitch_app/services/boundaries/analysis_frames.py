"""Pictures at the analysis height of exactly the frames that a list of spans holds."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import av

from restitch_app.analysis.arrays import Gray, Rgb
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.media.luma import luma, small_rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.project.project import Project

HELD_FRAMES = 256  # about 100 MB at 360 lines: the ends of some ten segments


@dataclass(frozen=True, slots=True, eq=False)
class Small:
    """One frame at the analysis height."""

    luma: Gray
    half_rgb: Rgb
    """At half of it: enough to compare colours."""

    @property
    def picture(self) -> SeamPicture:
        """A new one each time: what it works out is several times as large as the frame."""
        return SeamPicture(self.luma, self.half_rgb)


def small_of(frame: av.VideoFrame, height: int) -> Small:
    return with_colour(to_analysis_size(luma(frame), height), frame)


def with_colour(luma_at_height: Gray, frame: av.VideoFrame) -> Small:
    """The same of a frame whose luma is worked out already."""
    rows, columns = luma_at_height.shape
    return Small(luma_at_height, small_rgb(frame, columns // 2, rows // 2))


class AnalysisFrames:
    """Remembers the latest pictures, so that what one step decoded the next need not."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._held: OrderedDict[tuple[str, int, int], Small] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, file: str, frame: int, small: Small, height: int) -> None:
        """Take a picture that was decoded anyway. Files never change, so it stays right."""
        with self._lock:
            self._held[(file, frame, height)] = small
            self._held.move_to_end((file, frame, height))
            while len(self._held) > HELD_FRAMES:
                self._held.popitem(last=False)

    def forget(self, file: str) -> None:
        """Decode this file again when it is next asked for."""
        with self._lock:
            for key in [key for key in self._held if key[0] == file]:
                del self._held[key]

    def lumas(self, spans: Sequence[Span], scene_frames: FrameRange, height: int) -> list[Gray]:
        """Luma of these scene frames, in order. Raises MediaError."""
        return [small.luma for small in self._of_scene(spans, scene_frames, height)]

    def pictures(
        self, spans: Sequence[Span], scene_frames: FrameRange, height: int
    ) -> list[SeamPicture]:
        """The same with colour, as `analysis.seam` takes them."""
        return [small.picture for small in self._of_scene(spans, scene_frames, height)]

    def of_file(self, file: str, frames: FrameRange, height: int) -> list[Gray]:
        """Luma of one file's frames, by its own count. Raises MediaError."""
        return [small.luma for small in self._of_file(file, frames, height)]

    def _of_scene(
        self, spans: Sequence[Span], scene_frames: FrameRange, height: int
    ) -> Iterator[Small]:
        for file, frames in file_ranges(spans, scene_frames):
            yield from self._of_file(file, frames, height)

    def _of_file(self, file: str, frames: FrameRange, height: int) -> list[Small]:
        with self._lock:
            found = {
                frame: small
                for frame in frames
                if (small := self._held.get((file, frame, height))) is not None
            }
        missing = [frame for frame in frames if frame not in found]
        if missing:
            found |= self._decode(file, FrameRange(missing[0], missing[-1] + 1), height)
        return [found[frame] for frame in frames]

    def _decode(self, file: str, frames: FrameRange, height: int) -> dict[int, Small]:
        index = self._project.frame_index(file)
        path = self._project.path(file)
        with open_reader(path, index) as reader:
            shown = reader.frames(frames.start, frames.stop)
            pictures = {
                number: small_of(frame, height) for number, frame in zip(frames, shown, strict=True)
            }
        for number, small in pictures.items():
            self.keep(file, number, small, height)
        return pictures


def file_ranges(
    spans: Sequence[Span], scene_frames: FrameRange
) -> Iterator[tuple[str, FrameRange]]:
    """Which frames of which files make up these scene frames, in scene order."""
    for span in spans:
        start = max(span.scene_start, scene_frames.start)
        stop = min(span.scene_stop, scene_frames.stop)
        if start < stop:
            offset = span.frames.start - span.scene_start
            yield span.file, FrameRange(start + offset, stop + offset)
