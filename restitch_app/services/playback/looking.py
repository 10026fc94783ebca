"""The decoder's own samples of frames that are on the screen; nothing is decoded for them."""

from __future__ import annotations

from collections.abc import Sequence

import av

from restitch_app.analysis.arrays import Gray, Rgb
from restitch_app.domain.spans import Span
from restitch_app.domain.versions import Version
from restitch_app.media.luma import luma, rgb
from restitch_app.services.playback.frames import FrameFault
from restitch_app.services.playback.places import Places, ScenePlaces, VersionPlaces
from restitch_app.services.playback.player import Playback


class Looking:
    """Of one scene as it is now. Safe on any thread.

    `version`: None for what is in the scene. Answers are None where the frame has left the cache
    of decoded frames, or where there is none.
    """

    def __init__(self, playback: Playback, spans: Sequence[Span]) -> None:
        self._playback, self._spans = playback, spans
        self._places: dict[int | None, Places] = {}

    def luma(self, version: Version | None, scene_frame: int) -> Gray | None:
        """The Y plane at full range, uint8, shape (height, width)."""
        frame = self._frame(version, scene_frame)
        return luma(frame) if frame is not None else None

    def rgb(self, version: Version | None, scene_frame: int) -> Rgb | None:
        """Exactly converted, uint8, shape (height, width, 3); 4.5 ms CPU at 720p."""
        frame = self._frame(version, scene_frame)
        return rgb(frame) if frame is not None else None

    def _frame(self, version: Version | None, scene_frame: int) -> av.VideoFrame | None:
        key = version.id if version is not None else None
        if key not in self._places:
            self._places[key] = (
                VersionPlaces(self._spans, version) if version else ScenePlaces(self._spans)
            )
        place = self._places[key].at(scene_frame)
        return None if isinstance(place, FrameFault) else self._playback.cache.get(place)
