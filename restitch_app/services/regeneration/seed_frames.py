"""Other seed frames than the last one before a segment: what there is to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.quality.stats import FrameStats
from restitch_app.analysis.scale import middle_crop, to_analysis_size
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import Picture, Scene, Version
from restitch_app.media.luma import luma, rgb, thumbnail_rgb
from restitch_app.media.pictures import read_png
from restitch_app.media.reader import open_reader
from restitch_app.services.boundaries.pictures import PlainPicture, plain_picture
from restitch_app.services.imports.clip_scan import THUMBNAIL_PX, ClipScanner
from restitch_app.services.project.project import Project

CANDIDATES = 12
PREVIEW_PX = 352
"""Twice as high as the window shows it."""


@dataclass(frozen=True, slots=True)
class SeedCandidate:
    """One of the last frames before a boundary."""

    back: int
    """So many frames before the last one; 0 is that one."""
    choice: str
    """What a `RegenerationRequest.seed_frame` says for it."""
    scene_frame: int | None
    """From 0; None where it does not play."""
    picture: Picture | None
    """None where it is not kept before it is asked for."""
    preview: PlainPicture
    """At most `PREVIEW_PX` high."""
    sharpness: float
    """Beside the sharpest of the candidates, 0 to 1."""
    similarity: float
    """SSIM with the last frame, at the analysis height."""


class SeedFrames:
    """Decodes on the calling thread: use a worker."""

    def __init__(self, project: Project, scanner: ClipScanner) -> None:
        self._project = project
        self._scanner = scanner

    def candidates(
        self, scene: Scene, sequence_index: int, most: int = CANDIDATES, *, keeps: bool = True
    ) -> tuple[SeedCandidate, ...]:
        """The last frames of the current version before the segment, the very last one first.

        None for the first segment. `keeps`: each as a picture of the project; a request keeps its
        own all the same. Raises NotFound, MediaError.
        """
        if sequence_index == 0:
            return ()
        before = self._project.current(scene, sequence_index - 1)
        total = before.facts.frame_count
        start = max(1, total - most)  # one frame of the segment before has to play
        height = self._project.settings().analysis_height
        stats, small = FrameStats(), list[Gray]()
        pictures, previews = list[Picture | None](), list[PlainPicture]()
        path = self._project.path(before.file)
        with open_reader(path, self._project.frame_index(before.file)) as reader:
            for frame in reader.frames(start, total):
                picture = to_analysis_size(luma(frame), height)
                stats.feed(picture, thumbnail_rgb(frame, THUMBNAIL_PX))
                small.append(picture)
                pictures.append(self._scanner.keep_picture(rgb(frame)) if keeps else None)
                shown = thumbnail_rgb(frame, min(frame.height, PREVIEW_PX))
                previews.append(plain_picture(shown))
        crisp = [float(one) for one in stats.crispness]
        sharpest = max(crisp)
        played = self._project.segment_ranges(scene).get(sequence_index - 1, FrameRange(0, 0))
        ends = self._scene_end(scene, before, played, total)
        found = []
        for back in range(len(small)):
            at = len(small) - 1 - back
            found.append(
                SeedCandidate(
                    back,
                    "current" if back == 0 else f"-{back}",
                    ends - back if ends - back >= 0 and ends - back in played else None,
                    pictures[at],
                    previews[at],
                    2.0 ** (crisp[at] - sharpest),
                    ssim(small[at], small[-1]),
                )
            )
        return tuple(found)

    def _scene_end(self, scene: Scene, before: Version, played: FrameRange, total: int) -> int:
        """The scene frame at which the file's last frame would play."""
        for span in reversed(self._project.spans(scene)):
            if span.file == before.file and not span.is_patch:
                return span.scene_start + total - 1 - span.frames.start
        return played.stop - 1

    def back_of(self, choice: str) -> int | None:
        """How many frames before the last one; None where the choice says something else."""
        if choice.startswith("-") and choice[1:].isdecimal():
            return int(choice[1:])
        return None

    def before_end(self, before: Version, back: int) -> Picture:
        """The frame so many before the version's last one. Raises WrongUse, MediaError."""
        total = before.facts.frame_count
        if not 0 <= back < total - 1:
            raise WrongUse(
                f"There is no seed frame {back} frames before the end",
                f"Segment {before.sequence_index + 1} has {total} frames, and one has to play",
                f"Choose 0 to {total - 2}",
            )
        if back == 0 and before.next_seed is not None:
            return before.next_seed
        return self.frame_of(before, total - 1 - back)

    def frame_of(self, version: Version, number: int) -> Picture:
        """A frame of the version's file, from 0, kept as a picture. Raises MediaError."""
        path = self._project.path(version.file)
        with open_reader(path, self._project.frame_index(version.file)) as reader:
            return self._scanner.keep_picture(rgb(reader.frame(number)))

    def shown(self, version: Version, number: int) -> PlainPicture:
        """The same only to be looked at: nothing is kept. Raises MediaError."""
        path = self._project.path(version.file)
        with open_reader(path, self._project.frame_index(version.file)) as reader:
            return plain_picture(rgb(reader.frame(number)))

    def from_file(self, scene: Scene, path: Path, *, scaled: bool = False) -> Picture:
        """A picture of the scene's size; `scaled`: of any size, cropped at its middle to fit.

        Raises WrongUse for another size, MediaError for what is no picture.
        """
        pixels = read_png(path)
        height, width = pixels.shape[:2]
        if (width, height) != (scene.width, scene.height):
            if not scaled:
                raise WrongUse(
                    "The seed frame has another size than the scene",
                    f"{path.name} is {width}×{height}, the scene {scene.width}×{scene.height}",
                    "Crop or scale the picture first",
                )
            pixels = middle_crop(pixels, scene.width, scene.height)
        return self._scanner.keep_picture(pixels)
