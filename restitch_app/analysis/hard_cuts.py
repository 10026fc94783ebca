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
    """Fed with every frame of a film in order; small pictures do."""

    def __init__(self, rate: Fraction) -> None:
        self._rate = rate
        self._detector = AdaptiveDetector(min_scene_len=SHORTEST_SHOT)
        self._fed = 0
        self._last: Rgb | None = None
        self.found: list[int] = []
        """First frames of shots, from 0."""

    def feed(self, picture: Rgb) -> None:
        """RGB uint8, shape (height, width, 3), the same for all."""
        self._last = picture
        time = FrameTimecode(self._fed, self._rate)
        self._fed += 1
        cuts = self._detector.process_frame(time, np.ascontiguousarray(picture[..., ::-1]))
        self.found += [cut.frame_num for cut in cuts]

    def end(self) -> None:
        """Call it after the last frame: the detector looks a few frames ahead."""
        fed = self._fed
        for _ in range(self._detector.event_buffer_length if self._last is not None else 0):
            assert self._last is not None
            self.feed(self._last)
        self.found = [cut for cut in self.found if cut < fed]
