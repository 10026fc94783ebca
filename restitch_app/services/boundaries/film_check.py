"""Measures boundaries on the frames that an exported film really holds."""

from __future__ import annotations

from pathlib import Path

from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.errors import MediaError, NotFound
from restitch_app.domain.versions import Scene
from restitch_app.media.luma import luma
from restitch_app.media.reader import open_reader
from restitch_app.services.project.project import Project


class FilmCheck:
    def __init__(self, project: Project) -> None:
        self._project = project

    def boundary_ssim(self, scene: Scene, film: Path, left_index: int) -> float:
        """SSIM of the two frames of `film` that meet at a boundary: luma, at the analysis height.

        The film must be the scene's export as the scene is now. Raises MediaError where it has
        another length, NotFound for no such boundary.
        """
        ranges = self._project.segment_ranges(scene)
        seam = ranges.get(left_index + 1)
        if left_index < 0 or seam is None:
            raise NotFound(f"There is no boundary after segment {left_index + 1}", scene.name)
        frames = max(frames.stop for frames in ranges.values())
        height = self._project.settings().analysis_height
        with open_reader(film) as reader:
            if reader.frame_count != frames:
                raise MediaError(
                    "The film is not this scene as it is now",
                    f"{film.name} has {reader.frame_count} frames, the scene {frames}",
                    "Export it again",
                )
            left, right = (
                to_analysis_size(luma(frame), height)
                for frame in reader.frames(seam.start - 1, seam.start + 1)
            )
        return ssim(left, right)
