"""What the timeline can be narrowed down to."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.joins import Decision
from restitch_app.domain.versions import Version
from restitch_app.ui.theme.shapes import Shape, shape_of_class

if TYPE_CHECKING:
    from restitch_app.services.project.overview import SceneOverview


class Filter(StrEnum):
    VISIBLE = "visible"
    BORDERLINE = "borderline"
    SMOOTH = "smooth"
    NOT_CHECKED = "not_checked"
    STALE = "stale"
    NEEDS_WORK = "needs_work"

    @property
    def shape(self) -> Shape | None:
        """Of the boundaries that it shows; None where it shows segments."""
        return _SHAPES.get(self)

    @property
    def words(self) -> str:
        return _TITLES[self]


_SHAPES = {
    Filter.VISIBLE: Shape.VISIBLE,
    Filter.BORDERLINE: Shape.BORDERLINE,
    Filter.SMOOTH: Shape.SMOOTH,
    Filter.NOT_CHECKED: Shape.NOT_CHECKED,
}
_TITLES = {
    Filter.VISIBLE: "Visible jumps",
    Filter.BORDERLINE: "Borderline",
    Filter.SMOOTH: "Smooth",
    Filter.NOT_CHECKED: "Not checked",
    Filter.STALE: "Stale segments",
    Filter.NEEDS_WORK: "Needs work",
}


def shape_of(boundary: Boundary) -> Shape | None:
    """None for a cut, which has no class and needs none."""
    if boundary.join.decision is Decision.CUT:
        return None
    return shape_of_class(boundary.boundary_class)


def filter_of(shape: Shape) -> Filter:
    """The one that shows boundaries of this shape. Raises KeyError for one that none has."""
    return {wanted: one for one, wanted in _SHAPES.items()}[shape]


def shows_boundary(chosen: Filter, boundary: Boundary) -> bool:
    return chosen.shape is not None and shape_of(boundary) is chosen.shape


def shows_segment(chosen: Filter, version: Version) -> bool:
    if chosen is Filter.STALE:
        return version.is_stale
    return chosen is Filter.NEEDS_WORK and version.needs_work


def shown_by(chosen: Filter, overview: SceneOverview) -> list[int]:
    """Left indices of the boundaries, or sequence indices of the segments, that it shows."""
    if chosen.shape is not None:
        return [one.left_index for one in overview.boundaries if shows_boundary(chosen, one)]
    return [one.sequence_index for one in overview.current if shows_segment(chosen, one)]


def boundary_mask(chosen: Filter | None, boundaries: Iterable[Boundary]) -> bytes:
    """1 for each boundary that is shown, 0 for one that stands back; empty: all are shown."""
    if chosen is None or chosen.shape is None:
        return b""
    return bytes(shows_boundary(chosen, one) for one in boundaries)


def segment_mask(chosen: Filter | None, versions: Iterable[Version]) -> bytes:
    """The same for segments."""
    if chosen is None or chosen.shape is not None:
        return b""
    return bytes(shows_segment(chosen, one) for one in versions)
