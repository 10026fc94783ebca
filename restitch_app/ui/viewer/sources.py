"""The frame sources of the views that are open, kept while what they show stays the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from restitch_app.domain.spans import ChainClip, Span, build_spans
from restitch_app.services.playback.frames import FrameSource
from restitch_app.ui.viewer.retired import RetiredSources
from restitch_app.ui.viewer.shown import Side

if TYPE_CHECKING:
    from restitch_app.services.playback.player import Playback
    from restitch_app.services.project.overview import SceneOverview

Source = tuple[Side, FrameSource]


def spans_of(overview: SceneOverview) -> tuple[Span, ...]:
    """The scene's list of spans as `Project.spans` makes it, from the same snapshot as all else."""
    chain = [ChainClip.of(version) for version in overview.current]
    joins = (boundary.join for boundary in overview.boundaries)
    return build_spans(chain, {(j.left_id, j.right_id): j.treatment for j in joins})


class Sources:
    """On the GUI thread. Sources that are not needed any more end by themselves."""

    def __init__(self, on_ready: Callable[[int], object]) -> None:
        """`on_ready(frame)` is called on decoding threads."""
        self._on_ready = on_ready
        self._playback: Playback | None = None
        self._spans: tuple[Span, ...] = ()
        self._open: dict[int | None, FrameSource] = {}
        self._retired = RetiredSources()

    def set_playback(self, playback: Playback | None) -> list[FrameSource]:
        """Returns what decodes still, to be waited for elsewhere before its project closes."""
        self._retire(tuple(self._open))
        self._playback = playback
        return self._retired.take()

    def of(self, spans: tuple[Span, ...], sides: Sequence[Side]) -> tuple[Source, ...]:
        """A source for each side; an empty scene has none. The scene's own stays open."""
        if spans != self._spans:
            self._retire(tuple(self._open))
            self._spans = spans
        if self._playback is None or not spans:
            return ()
        wanted = {None, *(_key(side) for side in sides)}
        self._retire([key for key in self._open if key not in wanted])
        return tuple((side, self._source(side)) for side in sides)

    def _source(self, side: Side) -> FrameSource:
        assert self._playback is not None
        key = _key(side)
        if key not in self._open:
            self._open[key] = (
                self._playback.scene_frames(self._spans, self._on_ready)
                if key is None or side.version is None
                else self._playback.version_frames(self._spans, side.version, self._on_ready)
            )
        return self._open[key]

    def _retire(self, keys: Sequence[int | None]) -> None:
        for key in keys:
            self._retired.add(self._open.pop(key))


def _key(side: Side) -> int | None:
    return side.version.id if side.letter and side.version else None
