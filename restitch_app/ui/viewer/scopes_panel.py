"""Histogram and waveform of what is on the screen, at the players' side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.services.playback.frames import Picture
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DARK, SPACE_S
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
LEVELS, PLOT_HEIGHT = 256, 128
LIGHT = 0.6
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
        self._images: list[tuple[QImage, QImage]] = []
        self._asked: tuple[object, ...] = ()
        self._latest = Latest(runner, self)
        self._latest.arrived.connect(self._take)
        self._pause = single_shot(self, BETWEEN_MS, self.refresh)
        self.setObjectName("scopes")
        self.setAccessibleName(tr("Histogram and waveform"))
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
    def _take(self, found: list[Found]) -> None:
        self._measured = [(one.letter, one.scopes) for one in found]
        self._images = [(one.histogram, one.waveform) for one in found]
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.color("players"))
        painter.setPen(QPen(QColor(DARK.line_strong), 1))
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
        count = max(1, len(self._measured))
        height = self.height() / count
        for number, (letter, _) in enumerate(self._measured):
            area = QRectF(SPACE_S + 1, number * height, self.width() - 2 * SPACE_S, height)
            self._paint_one(painter, area, letter, self._images[number])
        painter.end()

    def _paint_one(
        self, painter: QPainter, area: QRectF, letter: str, images: tuple[QImage, QImage]
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
            painter.drawText(
                foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, tr(word)
            )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for box, image in zip(boxes, images, strict=True):
            painter.drawImage(box.adjusted(0, 0, 0, -FOOT), image)

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


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    letter: str
    scopes: Scopes
    histogram: QImage
    waveform: QImage


def _measure(
    looking: Looking, frame: int, views: tuple[View, ...], _ctx: JobContext
) -> list[Found]:
    from restitch_app.services.playback.scopes import scopes_of

    found = []
    for view in views:
        side = view.side
        luma = looking.luma(side.version if side.letter else None, frame)
        if isinstance(view.result, Picture) and luma is not None:
            scopes = scopes_of(view.result, luma)
            images = _histogram_image(scopes), _waveform_image(scopes)
            found.append(Found(side.letter, scopes, *images))
    return found


def _waveform_image(scopes: Scopes) -> QImage:
    """Brighter where more pixels are; the root lets single ones be seen."""
    import numpy as np  # loaded with the pictures

    rows = np.pad(scopes.waveform, ((1, 1), (0, 0)))
    even = (rows[:-2] + rows[1:-1] + rows[2:]) / 3
    light = np.sqrt(np.clip(even / 0.15, 0, 1)) * 255
    levels = np.ascontiguousarray(np.rint(light).astype(np.uint8))
    height, width = levels.shape
    image = QImage(levels.data, width, height, width, QImage.Format.Format_Grayscale8)
    return image.copy()


def _histogram_image(scopes: Scopes) -> QImage:
    """Red, green and blue as light that adds up, Y as a line; made on a worker, for painting such
    shapes took the window 50 ms."""
    import numpy as np  # loaded with the pictures

    rows = np.pad(scopes.histogram, ((0, 0), (2, 2)), mode="edge")
    # For the eye: 219 levels of limited range, spread over 255, leave gaps that mean nothing.
    even = sum(rows[:, by : by + LEVELS] for by in range(5)) / 5
    tall = np.rint(np.sqrt(np.clip(even / HIGHEST_SHARE, 0, 1)) * PLOT_HEIGHT).astype(int)
    above = np.arange(PLOT_HEIGHT, 0, -1)[:, np.newaxis]
    light = np.zeros((PLOT_HEIGHT, LEVELS, 3))
    for height, color in zip(tall, COLORS, strict=False):
        inside = (above <= height)[..., np.newaxis]
        light += inside * np.array([color.red(), color.green(), color.blue()]) * LIGHT
    last = np.concatenate([tall[3][:1], tall[3][:-1]])
    low, high = np.minimum(last, tall[3]), np.maximum(last, tall[3])
    light[(above >= np.maximum(low, 1)) & (above <= np.maximum(high, 1))] = Y_COLOR.red()
    levels = np.ascontiguousarray(np.clip(light, 0, 255).astype(np.uint8))
    return QImage(levels.data, LEVELS, PLOT_HEIGHT, LEVELS * 3, QImage.Format.Format_RGB888).copy()
