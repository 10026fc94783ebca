"""One export as it is asked for: a film or master of a scene or a part of it, and lists with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.masters import MasterKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.editorial.handing_over import Editorial, Wanted
from restitch_app.services.exporting import Exported, Exporting, Mastered


@dataclass(frozen=True, slots=True)
class ExportOrder:
    film: Path | None = None
    """None: lists only."""
    kind: MasterKind | None = None
    """None: what nothing touched is copied."""
    frames: FrameRange | None = None
    """Scene frames of the film; None for all. Lists are always of the whole scene."""
    lists: Wanted = field(default_factory=Wanted)


@dataclass(frozen=True, slots=True)
class CarriedOut:
    film: Exported | Mastered | None
    lists: tuple[Path, ...]


def carry_out(
    exporting: Exporting, editorial: Editorial, scene: Scene, order: ExportOrder, ctx: JobContext
) -> CarriedOut:
    """The film first, then the lists; what was written stays when a later one fails.

    Blocks. Raises as `Exporting.export`, `Exporting.master` and `Editorial.write`.
    """
    film: Exported | Mastered | None = None
    if order.film is not None and order.kind is None:
        film = exporting.export(scene, order.film, ctx, order.frames)
    elif order.film is not None and order.kind is not None:
        film = exporting.master(scene, order.film, order.kind, ctx, order.frames)
    return CarriedOut(film, editorial.write(scene, order.lists, ctx) if order.lists.paths else ())
