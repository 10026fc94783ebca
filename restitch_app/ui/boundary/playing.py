"""What a preview plays: the boundary as it is, and beside it with a fix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene

if TYPE_CHECKING:
    from restitch_app.services.boundaries.pictures import PlainPicture
    from restitch_app.services.remedies.forecast import Forecast
    from restitch_app.services.remedies.loop import Loop
    from restitch_app.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Played:
    """Pairs of pictures to be shown one after another, over and over."""

    left: tuple[PlainPicture, ...]
    right: tuple[PlainPicture, ...]
    """As many, and the boundary at the same place."""
    title: str
    """Of the fix on the right; empty where both show the boundary as it is."""


def played(
    bench: Workbench, scene: Scene, boundary: Boundary, fix: Forecast | None, ctx: JobContext
) -> Played:
    """On the pool: decodes, and renders the fix. Raises WrongUse, MediaError, JobCancelled."""
    from restitch_app.services.remedies.loop import SHOWN_FRAMES

    if fix is None:
        now = bench.pictures.preview(boundary.join, SHOWN_FRAMES, ctx)
        return Played(now, now, "")
    without = bench.remedies.preview_untreated(scene, boundary.left_index, ctx)
    mended = bench.remedies.preview(fix.candidate, ctx)
    before = max(without.seam, mended.seam)
    after = max(len(one.pictures) - one.seam for one in (without, mended))
    places = range(-before, after)
    return Played(
        tuple(_at(without, place) for place in places),
        tuple(_at(mended, place) for place in places),
        fix.title,
    )


def _at(loop: Loop, place: int) -> PlainPicture:
    """`place`: counted from the first frame after the boundary; a shorter side waits at its end."""
    return loop.pictures[max(0, min(loop.seam + place, len(loop.pictures) - 1))]
