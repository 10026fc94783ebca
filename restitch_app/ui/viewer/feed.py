"""Where the players' frames come from: a project's playback, for as long as it is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span
from restitch_app.ui.context import PanelContext
from restitch_app.ui.viewer.comparison import Comparison
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.sources import Sources, spans_of

if TYPE_CHECKING:
    from restitch_app.services.playback.frames import FrameSource
    from restitch_app.services.playback.player import Playback
    from restitch_app.services.playback.sound import Sound


class Fed(Protocol):
    """A part that shows or plays the scene."""

    def set_scene(self, playback: Playback | None, spans: tuple[Span, ...], /) -> None: ...

    def let_go(self) -> Sequence[FrameSource | Sound]:
        """End all decoding; returns what has not ended yet."""


class Feed(QObject):
    refreshed = Signal()  # the scene, and so maybe what plays
    emptied = Signal()  # nothing can be shown

    def __init__(self, context: PanelContext, player: Player, comparison: Comparison) -> None:
        super().__init__(player)
        self._context, self._state = context, context.state
        self._player, self._comparison = player, comparison
        self.sources = Sources(player.notice)
        self.playback: Playback | None = None
        self.spans: tuple[Span, ...] = ()
        """What plays now."""
        self._cache_limit_bytes: int | None = None
        self._parts: tuple[Fed, ...] = ()

    def to(self, *parts: Fed) -> None:
        """These show or play it; call once, when all are there."""
        self._parts = parts
        self._context.session.opened.connect(self._opened)
        self._context.session.closing.connect(self._closing)
        self._state.scene_changed.connect(self._refresh)

    def set_cache_limit(self, limit_bytes: int) -> None:
        """Memory for frames and pictures: kept from now on, in this project and the next ones."""
        self._cache_limit_bytes = limit_bytes
        if self.playback is not None:
            self.playback.set_limit(limit_bytes)

    @property
    def cache_fill(self) -> float | None:
        """How full the frame cache is, 0.0 to 1.0; None without a project."""
        return self.playback.cache.fill if self.playback else None

    def refresh_sources(self) -> None:
        """Other versions are compared, or another list of spans plays."""
        self._player.set_sources(self.sources.of(self.spans, self._comparison.sides))
        if not self.spans:
            self.emptied.emit()

    @Slot()
    def _opened(self) -> None:
        bench = self._context.session.bench
        if bench is not None:
            from restitch_app.services.playback.player import Playback  # loaded by now

            playback = Playback(bench.project)
            if self._cache_limit_bytes is not None:
                playback.set_limit(self._cache_limit_bytes)
            self._take(playback)
            self._comparison.load()

    @Slot()
    def _closing(self) -> None:
        self._take(None)

    def _take(self, playback: Playback | None) -> None:
        """None lets go of all frames. Decoding ends on the desk's time."""
        self._player.pause()
        self._player.set_sources(())
        ending: list[FrameSource | Sound] = [*self.sources.set_playback(playback)]
        for part in self._parts:
            ending += part.let_go()
        self.playback = playback
        if ending:  # the project is closed on the desk as well, after this
            self._context.runners.desk.submit("Ending playback", partial(_wait_for, ending))
        if playback is None:
            self._comparison.clear()
            self.emptied.emit()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        overview = self._state.overview
        spans = spans_of(overview) if overview and self.playback else ()
        if spans != self.spans or not spans:
            self.spans = spans
            for part in self._parts:
                part.set_scene(self.playback, spans)
        self.refreshed.emit()


def _wait_for(ending: Sequence[FrameSource | Sound], _ctx: JobContext) -> None:
    for one in ending:
        one.close()
