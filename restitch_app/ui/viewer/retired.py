"""Frame sources that nobody shows any more, until their decoding has ended."""

from __future__ import annotations

from restitch_app.services.playback.frames import FrameSource


class RetiredSources:
    """On the GUI thread. Holds only what still decodes: pictures of the others are let go of."""

    def __init__(self) -> None:
        self._ending: list[FrameSource] = []

    def add(self, source: FrameSource) -> None:
        """Let it end by itself."""
        self._ending = [one for one in self._ending if not one.has_ended]
        source.retire()
        self._ending.append(source)

    def take(self) -> list[FrameSource]:
        """Those that have not ended: from now on the caller's, to wait for on another thread."""
        taken = [one for one in self._ending if not one.has_ended]
        self._ending.clear()
        return taken
