"""One pass over a new clip: everything later steps want to know of it, decoded once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.psnr import psnr
from restitch_app.analysis.quality.judge import judge
from restitch_app.analysis.quality.stats import FrameStats, SeedPicture
from restitch_app.analysis.scale import middle_crop, to_analysis_size
from restitch_app.analysis.ssim import SMALLEST_SIDE_PX
from restitch_app.analysis.window import WINDOW_FRAMES
from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import ClipFacts, FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import ExpectedFormat, QualityLimits, QualityReport
from restitch_app.domain.versions import Picture
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.luma import luma, rgb, thumbnail_rgb
from restitch_app.media.pictures import read_png, write_png
from restitch_app.media.reader import open_reader
from restitch_app.services.boundaries.analysis_frames import AnalysisFrames, with_colour
from restitch_app.services.project.project import PICTURES, Project

THUMBNAIL_PX = 64
KEPT_FRAMES = WINDOW_FRAMES + 1  # one more than a boundary looks at: a repeated one is left out
NARROWEST_PX = 2 * SMALLEST_SIDE_PX
"""At the analysis height: neighbouring frames are compared at half of it."""
HASH_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ScannedClip:
    file: str
    """Relative to the project folder."""
    sha256: str
    size_bytes: int
    facts: ClipFacts
    index: FrameIndex
    first_frame: Picture
    last_frame: Picture
    stats: FrameStats

    def quality(
        self, expected: ExpectedFormat, limits: QualityLimits, seed: SeedPicture | None
    ) -> QualityReport:
        return judge(self.stats, self.facts, expected, limits, seed)


class ClipScanner:
    def __init__(self, project: Project, frames: AnalysisFrames) -> None:
        self._project = project
        self._frames = frames

    def scan(
        self, path: Path, ctx: JobContext, stage: str, made: list[Path] | None = None
    ) -> ScannedClip:
        """Read a clip inside the project folder. Raises MediaError for one that cannot be read.

        `made` collects the picture files that were not there before, for taking them back.
        """
        settings = self._project.settings()
        height = settings.analysis_height
        file = self._project.relative(path)
        index = build_index(path)
        stats = FrameStats(settings.quality.black_level)
        first: Picture | None = None
        last: av.VideoFrame | None = None
        with open_reader(path, index) as reader:
            total = reader.frame_count
            for number, frame in enumerate(reader.frames()):
                ctx.progress(stage, number, total)
                if last is not None:
                    _check_same_size(frame, last, path, number)
                picture = to_analysis_size(luma(frame), height)
                if min(picture.shape) < NARROWEST_PX:
                    raise _too_narrow(frame, path)
                stats.feed(picture, thumbnail_rgb(frame, THUMBNAIL_PX))
                if number < KEPT_FRAMES or number >= total - KEPT_FRAMES:
                    self._frames.keep(file, number, with_colour(picture, frame), height)
                if first is None:
                    first = self.keep_picture(rgb(frame), made)
                last = frame
            facts = reader.facts
        if first is None or last is None:
            raise MediaError(f"{path.name} has no frames", str(path), "Render or export it again")
        return ScannedClip(
            file,
            file_sha256(path),
            path.stat().st_size,
            facts,
            index,
            first,
            self.keep_picture(rgb(last), made),
            stats,
        )

    def keep_picture(self, picture: Rgb, made: list[Path] | None = None) -> Picture:
        stored = write_png(picture, self._project.path(PICTURES))
        if stored.is_new and made is not None:
            made.append(stored.path)
        return Picture(stored.hash, self._project.relative(stored.path))

    def seed_picture(self, picture: Picture, facts: ClipFacts) -> SeedPicture:
        """A stored seed frame in the forms in which the checks compare it with that clip.

        A start image of another size is scaled and cropped at its middle, as ComfyUI's nodes do.
        """
        pixels = read_png(self._project.path(picture.file))
        frame = _frame_of(middle_crop(pixels, facts.width, facts.height))
        height = self._project.settings().analysis_height
        return SeedPicture(
            to_analysis_size(luma(frame), height), thumbnail_rgb(frame, THUMBNAIL_PX)
        )

    def is_nearest_to_last(self, picture: Rgb, clip: ScannedClip) -> bool:
        """Whether a picture of the clip's size is no nearer to the frame before the last one.

        By luma at the analysis height; decodes nothing that was just scanned.
        """
        count, height = clip.facts.frame_count, self._project.settings().analysis_height
        ends = self._frames.of_file(clip.file, FrameRange(max(0, count - 2), count), height)
        shown = to_analysis_size(luma(_frame_of(picture)), height)
        return psnr(shown, ends[-1]) >= psnr(shown, ends[0])


def _frame_of(pixels: Rgb) -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")


def file_sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(HASH_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _check_same_size(frame: av.VideoFrame, before: av.VideoFrame, path: Path, number: int) -> None:
    if (frame.width, frame.height) != (before.width, before.height):
        raise MediaError(
            f"The pictures of {path.name} change their size",
            f"Frame {number + 1} is {frame.width}×{frame.height}, the ones before are "
            f"{before.width}×{before.height}",
            "Convert the clip to one size first",
        )


def _too_narrow(frame: av.VideoFrame, path: Path) -> MediaError:
    return MediaError(
        f"The pictures of {path.name} are too narrow to be compared",
        f"{frame.width}×{frame.height}",
        "Convert the clip to another shape first",
    )
