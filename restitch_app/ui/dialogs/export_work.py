"""An export as the dialog hands it to a worker, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.masters import MasterKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.dialogs.export_options import Form
from restitch_app.ui.pieces.wording import about

if TYPE_CHECKING:  # they load what decodes: a worker does that when it is needed
    from restitch_app.services.estimating import Estimate
    from restitch_app.services.export_order import CarriedOut, ExportOrder
    from restitch_app.services.workbench import Workbench

MEGA = 1_000_000
SOON_S = 10.0


@dataclass(frozen=True, slots=True)
class Part:
    frames: FrameRange | None
    """Scene frames; None for all."""
    segment: int | None
    """Sequence index of the only segment, whose frames are looked up by whoever exports."""

    def of(self, bench: Workbench, scene: Scene) -> FrameRange | None:
        if self.segment is not None:
            return bench.exporting.frames_of(scene, self.segment)
        return self.frames


def estimate_words(found: Estimate) -> str:
    size = _size_text(found.size_bytes)
    told = f"About {size}"
    if found.seconds is not None:
        told = f"About {size}, {_moment(found.seconds)} on this computer"
    if not 0 < found.encoded_frames < found.frames:
        return told
    again = f"{found.encoded_frames} of {found.frames} frames are encoded again"
    return " · ".join((told, again))


def _moment(seconds: float) -> str:
    """Many films are copied in no time: those are told to the second."""
    return f"≈ {max(1, round(seconds))} s" if seconds < SOON_S else about(seconds)


def endings(form: Form) -> str:
    *most, last = form.suffixes
    names = f"{', '.join(most)} or {last}" if most else last
    return f"The name must end in {names}"


def estimated(
    bench: Workbench, scene: Scene, kind: MasterKind | None, part: Part, ctx: JobContext
) -> Estimate:
    return bench.estimating.estimate(scene, kind, part.of(bench, scene), ctx)


def exported(
    bench: Workbench, scene: Scene, order: ExportOrder, part: Part, ctx: JobContext
) -> CarriedOut:
    from restitch_app.services.export_order import carry_out

    placed = replace(order, frames=part.of(bench, scene))
    return carry_out(bench.exporting, bench.editorial, scene, placed, ctx)


def _size_text(size_bytes: int) -> str:
    megabytes = size_bytes / MEGA
    if megabytes >= 1000:
        return f"{megabytes / 1000:.1f} GB"
    return f"{megabytes:.0f} MB" if megabytes >= 10 else f"{megabytes:.1f} MB"
