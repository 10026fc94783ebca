"""Paints the segments lane: tiles with as much detail as fits, or bars where there are too many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPixmap

from restitch_app.domain.versions import Picture
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.tokens import (
    DARK,
    PREVIEW_GROUND,
    RADIUS_CHIP,
    RADIUS_CONTROL,
    ColorRole,
)
from restitch_app.ui.timeline.ink import CENTRE, LEFT, Ink
from restitch_app.ui.timeline.layout import Detail
from restitch_app.ui.timeline.scene import Tile
from restitch_app.ui.timeline.status import StatusKind

PROGRESS_PX = 3.0
PADDING_PX, BORDER_PX, FRAME_GAP_PX = 8.0, 2.0, 2.0
ICON_PX = 12
DIMMED = 0.35
WIDEST_FRAME = 2.0
"""Of a frame in a tile: width by height."""
DASHES = [3.0, 2.0]

PREVIEW = "Preview"


class Look(Enum):
    PLAIN = 0
    CHOSEN = 1
    """Selected with others."""
    FOCUSED = 2
    """Selected, and the one that the rest of the window shows."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where tiles get theirs; None while there is none."""

    of_frame: Callable[[Picture], QPixmap | None]
    of_job: Callable[[int], QImage | None]
    """The latest preview of a job that renders."""


_ICONS: dict[StatusKind, tuple[str, ColorRole]] = {
    StatusKind.FAILED: ("circle-alert", "visible"),
    StatusKind.MISFIT: ("file-warning", "visible"),
    StatusKind.DAMAGED: ("file-warning", "visible"),
    StatusKind.GENERATING: ("loader", "accent"),
    StatusKind.QUEUED: ("clock", "text_2"),
    StatusKind.REVIEWED: ("eye", "accent"),
    StatusKind.CANDIDATE: ("eye", "text"),
    StatusKind.SEED_CHANGED: ("unlink", "text"),
    StatusKind.FOLLOWS: ("corner-down-right", "text_2"),
}
_TEXT: dict[StatusKind, ColorRole] = {
    StatusKind.RANGE: "text_3",
    StatusKind.FOLLOWS: "text_2",
    StatusKind.QUEUED: "text_2",
}


def paint_tile(
    painter: QPainter, ink: Ink, tile: Tile, rect: QRectF, detail: Detail, pictures: Pictures,
    look: Look,
) -> None:  # fmt: skip
    is_selected = look is not Look.PLAIN
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
    painter.fillPath(outline, ink.color("selection" if is_selected else "tile"))
    painter.setClipPath(outline)
    head = QRectF(rect.left(), rect.top(), rect.width(), ink.sizes.head)
    if tile.is_seed_changed:
        _paint_hatch(painter, ink, head.adjusted(1, 1, -1, 0))
    if detail is Detail.NUMBER:
        _paint_number_only(painter, ink, tile, rect)
    else:
        _paint_head(painter, ink, tile, head, detail, is_selected=is_selected)
        frames = rect.adjusted(BORDER_PX, ink.sizes.head, -BORDER_PX, -ink.sizes.foot)
        _paint_frames(painter, ink, tile, frames, detail, pictures)
        _paint_status(painter, ink, tile, rect)
    _paint_progress(painter, ink, tile, rect)
    painter.setClipping(False)
    _paint_edge(painter, ink, tile, outline, rect, look)
    painter.restore()


def _paint_head(
    painter: QPainter, ink: Ink, tile: Tile, head: QRectF, detail: Detail, *, is_selected: bool
) -> None:
    left = head.left() + PADDING_PX
    number = str(tile.index + 1)
    ink.text(painter, head.adjusted(PADDING_PX, 0, 0, 0), number, ink.number, "text")
    if tile.is_veiled:
        return
    left += ink.text_px(number, ink.number) + 6
    right = head.right() - PADDING_PX
    badge = f"v{tile.version_number}"
    score_px = ink.text_px(tile.score, ink.strong)
    width = ink.text_px(badge, ink.caption) + 9
    badge_rect = _in_head(head, left, width, ink.sizes.badge)
    if detail is not Detail.BOTH_FRAMES:
        ink.shape(painter, tile.shape, QPointF(right - 5, head.center().y()), 11)
        if left + width <= right - 16:
            _paint_badge(painter, ink, badge_rect, badge, is_selected)
        return
    quality = _in_head(head, right - score_px - 22, score_px + 26, ink.sizes.score)
    if left + width > quality.left() - 2:
        quality.setLeft(quality.right() - 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.color("hover" if is_selected else "raised"))
    if not ink.tokens.is_dark:
        painter.setBrush(ink.color("hover"))
    painter.drawRoundedRect(quality, RADIUS_CHIP, RADIUS_CHIP)
    ink.shape(painter, tile.shape, QPointF(quality.left() + 11, quality.center().y()), 11)
    if quality.width() > 18:
        ink.text(painter, quality.adjusted(20, 0, 8, 0), tile.score, ink.strong, "text")
    _paint_badge(painter, ink, badge_rect, badge, is_selected)


def _in_head(head: QRectF, left: float, width: float, height: int) -> QRectF:
    """In the middle of its height."""
    return QRectF(left, head.top() + (head.height() - height) / 2, width, height)


def _paint_badge(painter: QPainter, ink: Ink, rect: QRectF, text: str, is_selected: bool) -> None:
    painter.setPen(ink.pen("accent" if is_selected else "line_strong"))
    painter.setBrush(ink.color("selection" if is_selected else "tile"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    role: ColorRole = "accent" if is_selected else "text_2"
    ink.text(painter, rect, text, ink.caption, role, CENTRE)


def _paint_frames(
    painter: QPainter, ink: Ink, tile: Tile, rect: QRectF, detail: Detail, pictures: Pictures
) -> None:
    preview = pictures.of_job(tile.generating) if tile.generating is not None else None
    if tile.status.kind is StatusKind.GENERATING:
        painter.setOpacity(DIMMED)
    # In a wide tile a frame keeps its shape rather than becoming a strip of itself.
    half = min((rect.width() - FRAME_GAP_PX) / 2, rect.height() * WIDEST_FRAME)
    first, last = QRectF(rect), QRectF(rect)
    if detail is not Detail.ONE_FRAME:
        first.setWidth(half)
        last.setLeft(rect.right() - half)
    _paint_frame(painter, ink, tile.first, first, pictures)
    if detail is not Detail.ONE_FRAME:
        if tile.damage is not None:
            _paint_missing(painter, ink, last)
        elif preview is None:
            _paint_frame(painter, ink, tile.last, last, pictures)
    painter.setOpacity(1.0)
    if preview is not None and tile.damage is None:
        _paint_preview(painter, ink, preview, last)


def _paint_frame(
    painter: QPainter, ink: Ink, picture: Picture | None, rect: QRectF, pictures: Pictures
) -> None:
    """Fills the rectangle, cutting off what does not fit; a flat block while not loaded."""
    pixmap = pictures.of_frame(picture) if picture is not None else None
    if pixmap is None:
        painter.fillRect(rect, ink.color("hover"))
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(rect, pixmap, _filling(rect, QSizeF(pixmap.size())))


def _paint_preview(painter: QPainter, ink: Ink, image: QImage, rect: QRectF) -> None:
    """What is being rendered, edged in the colour of progress and named: it is no version."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(rect, image, _filling(rect, QSizeF(image.size())))
    painter.setPen(ink.pen("accent"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    width = ink.text_px(PREVIEW, ink.caption) + 6
    if width <= rect.width() - 2:
        height = max(15.0, ink.height_px(ink.caption))
        band = QRectF(rect.left() + 1, rect.bottom() - height - 1, width, height)
        painter.fillRect(band, QColor(PREVIEW_GROUND))
        painter.setFont(ink.caption)
        painter.setPen(QColor(DARK.text))
        painter.drawText(band, CENTRE, tr(PREVIEW))


def _filling(rect: QRectF, size: QSizeF) -> QRectF:
    """The part of a picture of this size that fills the rectangle."""
    scale = max(rect.width() / size.width(), rect.height() / size.height())
    width, height = rect.width() / scale, rect.height() / scale
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)


def _paint_missing(painter: QPainter, ink: Ink, rect: QRectF) -> None:
    painter.fillRect(rect, ink.color("window"))
    _paint_hatch(painter, ink, rect)
    ink.icon(painter, rect.left() + 4, rect.center().y(), "file-warning", "visible", 14)
    if rect.width() > 22 + ink.text_px("Missing", ink.caption):
        ink.text(painter, rect.adjusted(21, 0, 0, 0), "Missing", ink.caption, "text")


def _paint_hatch(painter: QPainter, ink: Ink, rect: QRectF) -> None:
    painter.setBrushOrigin(rect.topLeft())
    painter.fillRect(rect, QBrush(ink.hatch))


def _paint_status(painter: QPainter, ink: Ink, tile: Tile, rect: QRectF) -> None:
    foot = ink.sizes.foot
    line = QRectF(rect.left(), rect.bottom() - foot, rect.width(), foot)
    kind = tile.status.kind
    left = line.left() + PADDING_PX
    if kind in _ICONS:
        name, tint = _ICONS[kind]
        ink.icon(painter, left - 1, line.center().y(), name, tint, ICON_PX)
        left += ICON_PX + 4
    room = line.right() - 3 - left
    if verdict := _verdict_icon(tile):
        room -= ICON_PX + 5
        right = line.right() - ICON_PX - 5
        ink.icon(painter, right, line.center().y(), verdict, "text_2", ICON_PX)
    for text in tile.status.texts:
        if ink.text_px(text, ink.caption) <= room:
            where = QRectF(left, line.top(), room, line.height())
            ink.text(painter, where, text, ink.caption, _TEXT.get(kind, "text"), LEFT)
            return


def _verdict_icon(tile: Tile) -> str | None:
    """What a reviewer said of the version; nothing where a status wants attention first."""
    if tile.status.kind > StatusKind.REVIEWED:
        return None
    if tile.needs_work:
        return "message-square"
    return "check" if tile.is_approved else None


def _paint_number_only(painter: QPainter, ink: Ink, tile: Tile, rect: QRectF) -> None:
    number = str(tile.index + 1)
    font = ink.number if ink.text_px(number, ink.number) <= rect.width() - 6 else ink.caption
    if ink.text_px(number, font) <= rect.width() - 2:
        head = QRectF(rect.left(), rect.top(), rect.width(), ink.sizes.head)
        ink.text(painter, head, number, font, "text", CENTRE)
    ink.shape(painter, tile.shape, rect.center(), 11)
    if tile.status.kind in _ICONS:
        name, tint = _ICONS[tile.status.kind]
        middle = rect.bottom() - ink.sizes.foot / 2 - 2
        ink.icon(painter, rect.center().x() - ICON_PX / 2, middle, name, tint, ICON_PX)


def _paint_progress(painter: QPainter, ink: Ink, tile: Tile, rect: QRectF) -> None:
    if tile.status.kind is not StatusKind.GENERATING:
        return
    bar = QRectF(rect.left(), rect.bottom() - PROGRESS_PX - 1, rect.width(), PROGRESS_PX + 1)
    painter.fillRect(bar, ink.color("line_strong"))
    bar.setWidth(rect.width() * (tile.status.share or 0.0))
    painter.fillRect(bar, ink.color("accent"))


def _paint_edge(
    painter: QPainter, ink: Ink, tile: Tile, outline: QPainterPath, rect: QRectF, look: Look
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look is Look.FOCUSED:
        pen = ink.pen("accent", 2)
        outline = QPainterPath()
        outline.addRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
    elif look is Look.CHOSEN:
        pen = ink.pen("accent")
    else:
        pen = ink.pen("control" if tile.is_stale else "line_strong")
    if tile.is_stale:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.drawPath(outline)
