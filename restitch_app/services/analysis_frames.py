"""Luma at the analysis height of exactly the frames that a list of spans holds."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.media.luma import luma
from restitch_app.media.reader import open_reader
from restitch_app.services.project import Project

HELD_FRAMES = 256  # about 60 MB at 360 lines: the ends of some ten segments


class AnalysisFrames:
    """Remembers the latest pictures, so that what one step decoded the next need not."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._held: OrderedDict[tuple[str, int, int], Gray] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, file: str, frame: int, luma_at_height: Gray, height: int) -> None:
        """Take a picture that was decoded anyway. Files never change, so it stays right."""
        with self._lock:
            self._held[(file, frame, height)] = luma_at_height
            self._held.move_to_end((file, frame, height))
            while len(self._held) > HELD_FRAMES:
                self._held.popitem(last=False)

    def lumas(self, spans: Sequence[Span], scene_frames: FrameRange, height: int) -> list[Gray]:
        """Pictures of these scene frames, in order. Raises MediaError."""
        return [
            picture
            for file, frames in file_ranges(spans, scene_frames)
            for picture in self.of_file(file, frames, height)
        ]

    def of_file(self, file: str, frames: FrameRange, height: int) -> list[Gray]:
        """The same of one file, by its own count."""
        with self._lock:
            found = {
                frame: picture
                for frame in frames
                if (picture := self._held.get((file, frame, height))) is not None
            }
        missing = [frame for frame in frames if frame not in found]
        if missing:
            found |= self._decode(file, FrameRange(missing[0], missing[-1] + 1), height)
        return [found[frame] for frame in frames]

    def _decode(self, file: str, frames: FrameRange, height: int) -> dict[int, Gray]:
        index = self._project.frame_index(file)
        path = self._project.path(file)
        with open_reader(path, index) as reader:
            shown = reader.frames(frames.start, frames.stop)
            pictures = {
                number: to_analysis_size(luma(frame), height)
                for number, frame in zip(frames, shown, strict=True)
            }
        for number, picture in pictures.items():
            self.keep(file, number, picture, height)
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
