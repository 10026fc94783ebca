"""Paints a look: one picture, two side by side, a wipe, a difference, and what is pinned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QRegion

from restitch_app.services.playback.frames import FrameFault
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.ink import CENTRE, LEFT, RIGHT, Ink, LabelForm
from restitch_app.ui.viewer.layout import MARGIN, Panel
from restitch_app.ui.viewer.look import Look, Pinned
from restitch_app.ui.viewer.shown import View
from restitch_app.ui.viewer.wording import seed_text

PAIR_LABEL_PX = 460
"""Two names with their scores, and a few words between them."""
CROSS_FROM_PX, CROSS_TO_PX = 4, 10


@dataclass(frozen=True, slots=True)
class Enlarged:
    """A panel with how its picture is sampled."""

    panel: Panel
    is_by_pixel: bool
    """1:1 or beyond: every pixel as it is."""


class CanvasPainter:
    """For one paint event."""

    def __init__(self, painter: QPainter, ink: Ink, look: Look, dirty: QRegion) -> None:
        """`dirty`: all that needs painting; what lies outside it may be left."""
        self._painter, self._ink, self._look, self._dirty = painter, ink, look, dirty

    def ground(self, ground: QRegion, color: QColor) -> None:
        """Around the pictures, as far as it needs painting."""
        dirty = ground & self._dirty
        self._painter.setClipRegion(dirty)
        self._painter.fillRect(dirty.boundingRect(), color)
        self._painter.setClipping(False)

    def views(self, places: Sequence[Enlarged]) -> None:
        look = self._look
        if not look.is_pair:
            self._one(places[0], look.views[-1], look.captions[-1])
        elif look.mode is CompareMode.SIDE_BY_SIDE:
            for place, view, caption in zip(places, look.views, look.captions, strict=True):
                self._one(place, view, caption)
        elif look.mode is CompareMode.TOGGLE:
            number = 1 if look.shows_b else 0
            self._one(places[0], look.views[number], look.captions[number])
        elif look.mode is CompareMode.WIPE:
            self._wipe(places[0])
        else:
            self._difference(places[0])

    def pinned(self, place: Enlarged, pinned: Pinned) -> None:
        panel = place.panel
        self._picture(place, pinned.image, panel.visible)
        self._ink.caption(
            self._painter, panel.label, tr("Reference  {name}", name=Verbatim(pinned.name)), LEFT
        )
        size = pinned.image.size()
        self._ink.caption(self._painter, panel.caption, f"{size.width()}×{size.height()}", LEFT)

    def crosses(self, panels: Sequence[Panel]) -> None:
        """Around the pixel in the middle, light on dark so that they read on any picture."""
        painter = self._painter
        for width, color in ((3.0, QColor(0, 0, 0, 160)), (1.0, QColor("white"))):
            painter.setPen(QPen(color, width))
            for panel in panels:
                middle = panel.visible.center()
                for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    along = QPointF(x, y)
                    painter.drawLine(middle + along * CROSS_FROM_PX, middle + along * CROSS_TO_PX)

    def loader(self, panels: Sequence[Panel], picture: QPixmap, turned: float) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for panel in panels:
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 150))
            painter.drawEllipse(panel.visible.center(), 26, 26)
            painter.translate(panel.visible.center())
            painter.rotate(turned)
            painter.drawPixmap(QPointF(-16, -16), picture)
            painter.restore()

    def _one(self, place: Enlarged, view: View, caption: str) -> None:
        panel = place.panel
        self._view(place, view, panel.visible)
        self._ink.caption(self._painter, panel.caption, caption, RIGHT)
        left = QRectF(panel.caption)
        left.setWidth(left.width() - self._ink.caption_width(caption))
        if self._dirty.intersects(panel.label.toRect()):
            self._ink.label(self._painter, panel.label, view.side, LabelForm.WIDE)
        self._seed(left, view, LEFT)

    def _seed(self, area: QRectF, view: View, align: Qt.AlignmentFlag) -> None:
        side = view.side
        if side.version is None or side.is_blind:
            return
        told = seed_text(side.version)
        if self._ink.caption_width(told) <= area.width():  # where the frame's number leaves room
            self._ink.caption(self._painter, area, told, align)

    def _view(self, place: Enlarged, view: View, clip: QRectF) -> None:
        if view.image is not None:
            self._picture(place, view.image, clip)
        elif isinstance(view.result, FrameFault):
            self._painter.save()
            self._painter.setClipRect(clip)
            self._ink.fault(self._painter, place.panel.visible, view.result)
            self._painter.restore()

    def _picture(self, place: Enlarged, image: QImage, clip: QRectF) -> None:
        """On whole device pixels, so that what is shown 1:1 is not sampled at all."""
        painter = self._painter
        is_smooth = not place.is_by_pixel and not self._look.is_moving
        is_whole = clip == place.panel.picture
        painter.save()
        if not is_whole:
            painter.setClipRect(clip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        target = painter.deviceTransform().mapRect(place.panel.picture)
        ratio = painter.device().devicePixelRatioF()
        start = painter.deviceTransform().map(QPointF(0, 0))
        painter.scale(1 / ratio, 1 / ratio)
        corner = QPointF(round(target.left()) - start.x(), round(target.top()) - start.y())
        size = QSizeF(round(target.width()), round(target.height()))
        whole = QRectF(corner, size)
        if is_whole:
            painter.setClipRect(whole)  # in one rectangle Qt scales more than twice as quickly
        painter.drawImage(whole, image)
        painter.restore()

    def _wipe(self, place: Enlarged) -> None:
        a, b = self._look.views
        panel = place.panel
        x = wipe_x(self._look, panel)
        left, right = QRectF(panel.visible), QRectF(panel.visible)
        left.setRight(x)
        right.setLeft(x)
        self._view(place, a, left)
        self._view(place, b, right)
        self._ink.wipe_line(self._painter, x, panel.visible)
        self._pair_labels(panel, "Drag to wipe")

    def _difference(self, place: Enlarged) -> None:
        difference = self._look.difference
        assert difference is not None
        found = difference.found
        if isinstance(found, FrameFault):
            self._ink.fault(self._painter, place.panel.visible, found)
        else:
            self._picture(place, found[1], place.panel.visible)
        a, b = (view.side.letter for view in self._look.views)
        self._pair_labels(place.panel, f"{a} − {b}, ×{self._look.gain}")

    def _pair_labels(self, panel: Panel, middle: str) -> None:
        a, b = self._look.views
        label = self._wide_enough(panel.label)
        self._ink.label(self._painter, label, a.side, LabelForm.LEFT)
        self._ink.label(self._painter, label, b.side, LabelForm.RIGHT)
        if label.width() >= PAIR_LABEL_PX:
            self._ink.caption(self._painter, label, middle, CENTRE)
        below = self._wide_enough(panel.caption)
        self._ink.caption(self._painter, below, self._look.captions[1], CENTRE)
        self._seed(below, a, LEFT)
        self._seed(below, b, RIGHT)

    def _wide_enough(self, label: QRectF) -> QRectF:
        """For both names or seeds and what stands between them, where the canvas has the room."""
        room = self._painter.window().width() - 2 * MARGIN
        width = min(PAIR_LABEL_PX, room)
        if label.width() >= width:
            return label
        left = min(max(MARGIN, label.center().x() - width / 2), MARGIN + room - width)
        return QRectF(left, label.top(), width, label.height())


def wipe_x(look: Look, panel: Panel) -> float:
    """Where the wipe's line stands on the canvas."""
    return panel.visible.left() + look.wipe * panel.visible.width()
