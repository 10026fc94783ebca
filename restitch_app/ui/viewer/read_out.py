"""The line below the players that says what the pixel under the pointer is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from restitch_app.services.playback.frames import Picture
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_S
from restitch_app.ui.theme.type import TextSize
from restitch_app.ui.viewer.canvas import Canvas
from restitch_app.ui.viewer.ink import CHIPS
from restitch_app.ui.viewer.layout import pixel_at
from restitch_app.ui.viewer.shown import View

if TYPE_CHECKING:
    from restitch_app.services.playback.looking import Looking
    from restitch_app.services.playback.pixels import Luma, PixelValue

LINE_HEIGHT = 28
SWATCH_PX, CHIP_PX, GAP = 14, 18, 20
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReadOut(QWidget):
    """`x 312  y 188  A R 120 G 98 B 77 Y 103  B ...  ΔE 3.2`, counted from 0 at the top left.

    With the pointer elsewhere it reads the pixel in the middle of what is seen, which the canvas
    marks with a cross: so keys alone reach every pixel.
    """

    def __init__(self, theme: Theme, canvas: Canvas, looking: Callable[[], Looking | None]) -> None:
        super().__init__()
        self._theme, self._canvas, self._looking = theme, canvas, looking
        self._place: QPoint | None = None
        self._values: list[tuple[str, PixelValue]] = []
        self._delta: float | None = None
        self._luma: dict[tuple[int, str], Luma | None] = {}
        self.setObjectName("read_out")
        self.setFixedHeight(LINE_HEIGHT)
        self.hide()
        canvas.pointed.connect(self.refresh)
        canvas.look_changed.connect(self.refresh)
        canvas.zoom_changed.connect(self.refresh)
        theme.changed.connect(self.update)

    def set_on(self, is_on: bool) -> None:
        self.setVisible(is_on)
        self._luma.clear()
        self.refresh()

    def forget(self) -> None:
        """The project is closing."""
        self._luma.clear()
        self._place, self._values, self._delta = None, [], None
        self.update()

    @property
    def text(self) -> str:
        """All that it says."""
        if self._place is None:
            return "No picture here"
        told = [f"x {self._place.x()}  y {self._place.y()}"]
        told += [f"{letter}  {_words(value)}".strip() for letter, value in self._values]
        if self._delta is not None:
            told.append(f"ΔE {self._delta:.1f}")
        return "   ".join(told)

    @Slot()
    def refresh(self) -> None:
        is_on = not self.isHidden()
        self._canvas.set_cross(is_on and self._canvas.pointer is None)
        if not is_on:
            return
        self._place, views = self._pointed()
        self._values = [found for view in views if (found := self._value(view)) is not None]
        self._delta = None
        if len(self._values) == 2:
            from restitch_app.services.playback.pixels import delta_e  # loaded with the pictures

            self._delta = delta_e(self._values[0][1], self._values[1][1])
        self.setAccessibleName(tr("Pixel: {what}", what=self.text))
        self.update()

    def _pointed(self) -> tuple[QPoint | None, tuple[View, ...]]:
        canvas, look = self._canvas, self._canvas.look
        views = look.views if look.is_pair else look.views[-1:]
        for number, panel in enumerate(canvas.panels()):
            place = canvas.pointer or panel.visible.center()
            found = pixel_at(panel, canvas.picture_size(number), place)
            if found is not None:
                return found, views
        return None, ()

    def _value(self, view: View) -> tuple[str, PixelValue] | None:
        from restitch_app.services.playback.pixels import pixel_value

        picture, place = view.result, self._place
        if place is None or not isinstance(picture, Picture):
            return None
        height, width = picture.pixels.shape[:2]
        if place.x() >= width or place.y() >= height:
            return None
        luma = self._luma_of(view)
        return view.side.letter, pixel_value(picture, luma, place.x(), place.y())

    def _luma_of(self, view: View) -> Luma | None:
        """Of the frame in view; kept while it is, for a pointer moves often."""
        frame, looking = self._canvas.shown_frame, self._looking()
        if frame is None or looking is None:
            return None
        version = view.side.version if view.side.letter else None
        key = (frame, f"{view.side.letter} {version.id if version else ''}")
        if self._luma.get(key) is None:
            self._luma = {known: kept for known, kept in self._luma.items() if known[0] == frame}
            self._luma[key] = looking.luma(version, frame)
        return self._luma[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.color("players"))
        place = self._place
        told = f"x {place.x()}  y {place.y()}" if place else "No picture here"
        x = self._write(painter, PANEL_PADDING, told, is_strong=True) + GAP
        for letter, value in self._values:
            x = self._paint_value(painter, x, letter, value) + GAP
        if self._delta is not None:
            self._write(painter, x, f"ΔE {self._delta:.1f}", is_strong=True)
        painter.end()

    def _paint_value(self, painter: QPainter, x: float, letter: str, value: PixelValue) -> float:
        top = (self.height() - CHIP_PX) / 2
        if letter:
            ground, ink = CHIPS[letter]
            box = QRectF(x, top, CHIP_PX, CHIP_PX)
            painter.fillRect(box, QColor(ground))
            painter.setFont(self._theme.font(TextSize.CAPTION, is_strong=True))
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
            x += CHIP_PX + SPACE_S
        swatch = QRectF(x, (self.height() - SWATCH_PX) / 2, SWATCH_PX, SWATCH_PX)
        painter.fillRect(swatch, QColor(value.red, value.green, value.blue))
        painter.setPen(self._theme.tokens.color("player_caption"))
        painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5))
        return self._write(painter, x + SWATCH_PX + SPACE_S, _words(value), is_strong=False)

    def _write(self, painter: QPainter, x: float, text: str, *, is_strong: bool) -> float:
        """Where the text ends."""
        font = self._theme.font(TextSize.DETAIL, is_strong=is_strong)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.color("player_label"))
        text = tr(text)
        width = QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QRectF(x, 0, width + 1, self.height()), LEFT, text)
        return x + width


def _words(value: PixelValue) -> str:
    about = "" if value.is_exact else "≈ "
    level = "" if value.luma is None else f"  Y {value.luma}"
    return f"{about}R {value.red}  G {value.green}  B {value.blue}{level}"
