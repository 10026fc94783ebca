"""Lucide icons, tinted with the theme's colours and sharp on every screen."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from restitch_app.ui.theme.tokens import ICON_PX

FOLDER = Path(__file__).parents[2] / "resources" / "icons"
DISABLED_OPACITY = 0.4


@lru_cache(maxsize=1024)  # all icons in two themes
def pixmap(
    name: str,
    color: str,
    size_px: int = ICON_PX,
    pixel_ratio: float = 1.0,
    opacity: float = 1.0,
    room_px: int = 0,
) -> QPixmap:
    """Sizes are in logical pixels; `room_px` stays empty on the right of the icon.

    Raises FileNotFoundError for an icon that is not shipped.
    """
    renderer = QSvgRenderer(QByteArray(_svg(name, color).encode()))
    side = round(size_px * pixel_ratio)
    picture = QPixmap(side + round(room_px * pixel_ratio), side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(pixel_ratio)
    return picture


@lru_cache(maxsize=512)
def icon(
    name: str,
    color: str,
    size_px: int,
    pixel_ratios: tuple[float, ...],
    *,
    on: str | None = None,
    room_px: int = 0,
) -> QIcon:
    """`on`: another icon for the checked state. Ask again when the theme changes.

    Drawn for these pixel ratios alone: drawing takes most of the time of making a button.
    """
    made = QIcon()
    for ratio in pixel_ratios:
        for shown, state in ((name, QIcon.State.Off), (on or name, QIcon.State.On)):
            clear = pixmap(shown, color, size_px, ratio, room_px=room_px)
            made.addPixmap(clear, QIcon.Mode.Normal, state)
            made.addPixmap(clear, QIcon.Mode.Selected, state)
            faint = pixmap(shown, color, size_px, ratio, DISABLED_OPACITY, room_px)
            made.addPixmap(faint, QIcon.Mode.Disabled, state)
    return made


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def _svg(name: str, color: str) -> str:
    # Qt draws currentColor as black.
    return _source(name).replace("currentColor", color)
