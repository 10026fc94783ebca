"""Takes that may be looked at next: their frame at the playhead is decoded before it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.spans import Span
from restitch_app.domain.versions import Version
from restitch_app.services.playback.frames import FrameSource
from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.viewer.retired import RetiredSources

if TYPE_CHECKING:
    from restitch_app.services.playback.player import Playback

AFTER_MS = 120
"""The playhead has come to rest."""
MOST = 8
"""Each one keeps a decoder open."""


class WarmTakes(QObject):
    """What it decodes lies in the cache that all views share."""

    def __init__(self, state: ReviewState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._playback: Playback | None = None
        self._spans: tuple[Span, ...] = ()
        self._versions: tuple[Version, ...] = ()
        self._sources: list[FrameSource] = []
        self._retired = RetiredSources()
        self._wait = single_shot(self, AFTER_MS, self._want)
        state.playhead_moved.connect(self._moved)

    def set_scene(self, playback: Playback | None, spans: tuple[Span, ...]) -> None:
        self._retire()
        self._playback, self._spans = playback, spans
        self._open()

    def let_go(self) -> list[FrameSource]:
        """Returns what decodes still, to be waited for elsewhere before its project closes."""
        self._retire()
        self._playback, self._versions = None, ()
        return self._retired.take()

    def set_takes(self, versions: Sequence[Version]) -> None:
        """Nothing is kept warm with none."""
        if tuple(versions) != self._versions:
            self._retire()
            self._versions = tuple(versions)
            self._open()

    def _open(self) -> None:
        if self._playback is None:
            return
        for version in self._versions[:MOST]:
            frames = self._playback.version_frames(self._spans, version, _heard)
            self._sources.append(frames)
        self._want()

    def _retire(self) -> None:
        for source in self._sources:
            self._retired.add(source)
        self._sources = []

    @Slot()
    def _want(self) -> None:
        for source in self._sources:
            source.want((self._state.playhead,))

    @Slot(int)
    def _moved(self, _frame: int) -> None:
        if self._sources:
            self._wait.start()


def _heard(_frame: int) -> None:
    """The views ask the cache when they need it."""
