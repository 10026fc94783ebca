"""Hard cuts in a film, by PySceneDetect's adaptive detector: colour and brightness of each frame
against the frame before, judged by what is usual around it."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from scenedetect.common import FrameTimecode
from scenedetect.detectors import AdaptiveDetector

from restitch_app.analysis.arrays import Rgb

SHORTEST_SHOT = 4
"""Frames between two cuts."""


class HardCuts:
    """Fed with every frame of a film in order; small pictures do.

    The detector looks two frames ahead: it tells of no cut before the last frames of a film.
    """

    def __init__(self, rate: Fraction) -> None:
        self._rate = rate
        self._detector = AdaptiveDetector(min_scene_len=SHORTEST_SHOT)
        self._fed = 0
        self.found: list[int] = []
        """First frames of shots, from 0."""

    def feed(self, picture: Rgb) -> None:
        """RGB uint8, shape (height, width, 3), the same for all."""
        time = FrameTimecode(self._fed, self._rate)
        self._fed += 1
        cuts = self._detector.process_frame(time, np.ascontiguousarray(picture[..., ::-1]))
        self.found += [cut.frame_num for cut in cuts]
