"""A scene with three visible jumps of different causes, and two boundaries that run smoothly."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.clips import write_clip
from tests.services.scenes import FRAMES, Picture, imported, new_workbench, panned_pictures

BRIGHTER, SMOOTH, SKIPPED, CUT = 0, 1, 2, 3
"""Left indices of its boundaries."""
ELSEWHERE = 900
SKIPPED_FRAMES = 9


def make_faulty(folder: Path) -> Path:
    """A project of five segments. Returns its folder."""
    clips = folder / "clips"
    clips.mkdir(parents=True)
    segments = [
        panned_pictures(0, FRAMES),
        _brighter(panned_pictures(FRAMES, FRAMES)),
        _brighter(panned_pictures(2 * FRAMES, FRAMES)),
        _brighter(panned_pictures(3 * FRAMES + SKIPPED_FRAMES, FRAMES)),
        panned_pictures(ELSEWHERE, FRAMES),
    ]
    paths = [
        write_clip(clips / f"part_{number}.mp4", pictures, gop=8, options={"crf": "12"})
        for number, pictures in enumerate(segments, start=1)
    ]
    bench = new_workbench(folder / "project")
    imported(bench, paths)
    bench.project.close()
    return folder / "project"


def _brighter(pictures: list[Picture]) -> list[Picture]:
    return [np.clip(picture * 1.2, 0, 255).astype(np.uint8) for picture in pictures]
