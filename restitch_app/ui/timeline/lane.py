"""The continuity lane as the timeline's surface holds it: its curve, its picture and its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from restitch_app.ui.pieces.wording import boundary_name, ssim_text
from restitch_app.ui.timeline.ink import Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.paint_continuity import paint_continuity
from restitch_app.ui.timeline.pairs import Pairs
from restitch_app.ui.timeline.scene import Marker, TimelineScene

if TYPE_CHECKING:  # loads numpy, which opening a project has done already
    from restitch_app.services.continuity.scene_curve import SceneCurve


class ContinuityLane:
    def __init__(self) -> None:
        self._curve: SceneCurve | None = None
        self.is_changed = False
        """It has to be painted again."""

    def show(self, curve: SceneCurve | None) -> None:
        """The same one again, where more of it is known."""
        self._curve = curve
        self.is_changed = True

    def paint(self, painter: QPainter, ink: Ink, layout: Layout, marks: Iterable[Marker]) -> None:
        """Nothing where the window is too low for it."""
        self.is_changed = False
        if not layout.continuity.isEmpty():
            paint_continuity(painter, ink, layout, self._of(layout.scene), marks)

    def pair_at(self, scene: TimelineScene, pairs: Pairs) -> int:
        """The lowest of some pairs; the first of them while none is known."""
        curve = self._of(scene)
        found = curve.lowest_pair(pairs.start, pairs.stop) if curve is not None else None
        return pairs.start if found is None else found

    def name_of(self, scene: TimelineScene, pairs: Pairs) -> str:
        """Like `Boundary 5 | 6, frames 405 → 406, SSIM 0.75, natural here 0.94–0.97`."""
        pair = self.pair_at(scene, pairs)
        told = [f"Frames {pair + 1} → {pair + 2}"]
        left_index = scene.segment_at(pair)
        if scene.starts[left_index + 1] == pair + 1:
            told = [f"Boundary {boundary_name(left_index)}", f"frames {pair + 1} → {pair + 2}"]
        curve = self._of(scene)
        similarity = curve.at(pair) if curve is not None else None
        if similarity is None:
            return ", ".join((*told, "not compared yet"))
        told.append(f"SSIM {ssim_text(similarity)}")
        if scene.versions[left_index].id in scene.damage:
            told.append("as it was before the file changed")
        if curve is not None and curve.summary is not None:
            band = curve.summary.band
            told.append(f"natural here {band.low:.2f}–{band.high:.2f}")
        return ", ".join(told)

    def summary(self, scene: TimelineScene) -> str:
        """For who cannot see the lane; empty while nothing is known."""
        curve = self._of(scene)
        if curve is None or curve.summary is None:
            return ""
        found = curve.summary
        return (
            f"neighbouring frames SSIM {found.band.low:.2f}–{found.band.high:.2f}, lowest "
            f"{ssim_text(found.low)} at frames {found.lowest_pair + 1} → {found.lowest_pair + 2}"
        )

    def _of(self, scene: TimelineScene) -> SceneCurve | None:
        """None for the curve of what the scene was before it changed."""
        curve = self._curve
        return curve if curve is not None and len(curve) == scene.frames - 1 else None
