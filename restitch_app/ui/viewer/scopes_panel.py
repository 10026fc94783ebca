"""Histogram and waveform of what is on the screen, at the players' side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.services.playback.frames import Picture
from restitch_app.ui.latest import Latest
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S
from restitch_app.ui.theme.type import TextSize
from restitch_app.ui.viewer.canvas import Canvas
from restitch_app.ui.viewer.ink import CHIPS
from restitch_app.ui.viewer.shown import View

if TYPE_CHECKING:
    from restitch_app.services.playback.looking import Looking
    from restitch_app.services.playback.scopes import Scopes

WIDTH = 236
BETWEEN_MS = 300
"""While pictures change, scopes follow three times a second."""
HEAD, FOOT, CHIP_PX = 26, 18, 18
SOON_PRIORITY = 10
COLORS = (QColor("#FF6B5E"), QColor("#4CD07D"), QColor("#5B9DFF"))
"""Red, green and blue as light on the dark ground of the players; they stand for no verdict."""
Y_COLOR = QColor("#C8C8C8")
HIGHEST_SHARE = 0.04
"""Of a picture's pixels at one level: what reaches the top of the histogram. More is cut off."""


class ScopesPanel(QWidget):
    """Measured on a worker, from the decoder's own Y and the picture that is shown."""

    def __init__(
        self,
        theme: Theme,
        canvas: Canvas,
        looking: Callable[[], Looking | None],
        runner: JobRunner,
    ) -> None:
        super().__init__()
        self._theme, self._canvas, self._looking = theme, canvas, looking
        self._measured: list[tuple[str, Scopes]] = []
        self._images: list[QImage] = []
        self._asked: tuple[object, ...] = ()
        self._latest = Latest(runner, self)
        self._latest.arrived.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(BETWEEN_MS)
        self._pause.timeout.connect(self.refresh)
        self.setObjectName("scopes")
        self.setAccessibleName("Histogram and waveform")
        self.setFixedWidth(WIDTH)
        self.hide()
        canvas.look_changed.connect(self._expect)
        theme.changed.connect(self.update)

    def set_on(self, is_on: bool) -> None:
        self.setVisible(is_on)
        if is_on:
            self.refresh()
        else:
            self._latest.drop()
            self._asked = ()

    @property
    def measured(self) -> list[tuple[str, Scopes]]:
        """What is shown: letter (empty for the scene) and figures."""
        return self._measured

    def forget(self) -> None:
        """The project is closing."""
        self._latest.drop()
        self._pause.stop()
        self._asked = ()
        self._measured, self._images = [], []
        self.update()

    @Slot()
    def _expect(self) -> None:
        """Not at every frame: while some are measured or were a moment ago, the next ones wait."""
        if not self.isHidden() and not self._pause.isActive():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        looking, frame = self._looking(), self._canvas.shown_frame
        if self.isHidden() or looking is None or frame is None:
            return
        look = self._canvas.look
        views = look.views if look.is_pair else look.views[-1:]
        asked = tuple(view.result for view in views)
        if asked == self._asked:
            return
        if self._latest.is_waiting:
            self._pause.start()
            return
        self._asked = asked
        self._pause.start()
        work = partial(_measure, looking, frame, views)
        self._latest.ask("Measuring tones", work, priority=SOON_PRIORITY)

    @Slot(object)
    def _take(self, found: list[tuple[str, Scopes]]) -> None:
        self._measured = found
        self._images = [_waveform_image(one) for _, one in found]
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.color("players"))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
        count = max(1, len(self._measured))
        height = self.height() / count
        for number, (letter, scopes) in enumerate(self._measured):
            area = QRectF(SPACE_S + 1, number * height, self.width() - 2 * SPACE_S, height)
            self._paint_one(painter, area, letter, scopes, self._images[number])
        painter.end()

    def _paint_one(
        self, painter: QPainter, area: QRectF, letter: str, scopes: Scopes, waveform: QImage
    ) -> None:
        self._head(painter, area, letter)
        inner = area.adjusted(0, HEAD, 0, -SPACE_S)
        if inner.height() < 220:  # beside each other where they would be too flat
            half = (inner.width() - SPACE_S) / 2
            boxes = [
                QRectF(inner.left() + n * (half + SPACE_S), inner.top(), half, inner.height())
                for n in range(2)
            ]
        else:
            half = (inner.height() - SPACE_S) / 2
            boxes = [
                QRectF(inner.left(), inner.top() + n * (half + SPACE_S), inner.width(), half)
                for n in range(2)
            ]
        for box, word in zip(boxes, ("Histogram", "Waveform"), strict=True):
            foot = QRectF(box.left(), box.bottom() - FOOT, box.width(), FOOT)
            painter.setFont(self._theme.font(TextSize.CAPTION))
            painter.setPen(self._theme.tokens.color("player_caption"))
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, word)
        plots = [box.adjusted(0, 0, 0, -FOOT) for box in boxes]
        for plot in plots:
            painter.fillRect(plot, QColor("black"))
        _paint_histogram(painter, plots[0], scopes)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(plots[1], waveform)

    def _head(self, painter: QPainter, area: QRectF, letter: str) -> None:
        x = area.left()
        if letter:
            ground, ink = CHIPS[letter]
            box = QRectF(x, area.top() + (HEAD - CHIP_PX) / 2, CHIP_PX, CHIP_PX)
            painter.fillRect(box, QColor(ground))
            painter.setFont(self._theme.font(TextSize.CAPTION, is_strong=True))
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
            x += CHIP_PX + SPACE_S
        painter.setFont(self._theme.font(TextSize.DETAIL))
        for word, color in zip("RGBY", (*COLORS, Y_COLOR), strict=True):
            painter.setPen(color)
            painter.drawText(
                QRectF(x, area.top(), 16, HEAD),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                word,
            )
            x += 16


def _measure(
    looking: Looking, frame: int, views: tuple[View, ...], _ctx: JobContext
) -> list[tuple[str, Scopes]]:
    from restitch_app.services.playback.scopes import scopes_of

    found = []
    for view in views:
        side = view.side
        luma = looking.luma(side.version if side.letter else None, frame)
        if isinstance(view.result, Picture) and luma is not None:
            found.append((side.letter, scopes_of(view.result, luma)))
    return found


def _waveform_image(scopes: Scopes) -> QImage:
    """Brighter where more pixels are; the root lets single ones be seen."""
    import numpy as np  # loaded with the pictures

    rows = np.pad(scopes.waveform, ((1, 1), (0, 0)))
    even = (rows[:-2] + rows[1:-1] + rows[2:]) / 3  # see _even
    light = np.sqrt(np.clip(even / 0.15, 0, 1)) * 255
    levels = np.ascontiguousarray(np.rint(light).astype(np.uint8))
    height, width = levels.shape
    image = QImage(levels.data, width, height, width, QImage.Format.Format_Grayscale8)
    return image.copy()


def _paint_histogram(painter: QPainter, plot: QRectF, scopes: Scopes) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(plot)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.setPen(Qt.PenStyle.NoPen)
    for row, color in zip(scopes.histogram[:3], COLORS, strict=True):
        fill = QColor(color)
        fill.setAlpha(150)
        painter.setBrush(fill)
        points = _outline(plot, _even(row.tolist()))
        painter.drawPolygon(QPolygonF([plot.bottomLeft(), *points, plot.bottomRight()]))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(Y_COLOR, 1))
    painter.drawPolyline(QPolygonF(_outline(plot, _even(scopes.histogram[3].tolist()))))
    painter.restore()


def _even(shares: list[float]) -> list[float]:
    """For the eye: 219 levels of limited range, spread over 255, leave gaps that mean nothing."""
    reach = range(-2, 3)
    last = len(shares) - 1
    return [
        sum(shares[min(last, max(0, level + by))] for by in reach) / len(reach)
        for level in range(len(shares))
    ]


def _outline(plot: QRectF, shares: list[float]) -> list[QPointF]:
    step = plot.width() / (len(shares) - 1)
    return [
        QPointF(
            plot.left() + level * step,
            plot.bottom() - min(1.0, share / HIGHEST_SHARE) ** 0.5 * plot.height(),
        )
        for level, share in enumerate(shares)
    ]
