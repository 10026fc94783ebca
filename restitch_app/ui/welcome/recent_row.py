"""A recent project as a row: pictures, facts, counts; or that it cannot be found."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import is_english, tr
from restitch_app.ui.memory.memory import Recent
from restitch_app.ui.pieces.widgets import ClickFrame, ElidedLabel, ShapeMark, label, row
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import RADIUS_IMAGE

ROW_HEIGHT = 91
PICTURE_WIDTH, PICTURE_HEIGHT = 118, 68
NARROW_BELOW = 720
"""A narrower row has smaller pictures, so that its words and buttons stay whole."""
NARROW_SHARE = 0.66


class FramePair(QWidget):
    """First and last frame of the scene; hatched where the project is gone."""

    def __init__(self, theme: Theme, is_missing: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._is_missing = theme, is_missing
        self._images: tuple[QImage, ...] = ()
        self.set_narrow(False)
        theme.changed.connect(self.update)

    def set_narrow(self, is_narrow: bool) -> None:
        share = NARROW_SHARE if is_narrow else 1.0
        self._picture = QSizeF(round(share * PICTURE_WIDTH), round(share * PICTURE_HEIGHT))
        self.setFixedSize(int(2 * self._picture.width()) + 2, int(self._picture.height()))

    def set_images(self, images: tuple[QImage, ...]) -> None:
        self._images = images
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if self._is_missing:
            self._paint_missing(painter)
        else:
            for number in range(2):
                left = number * (self._picture.width() + 2)
                self._paint_picture(painter, QRectF(QPointF(left, 0), self._picture), number)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRectF, number: int) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(place, RADIUS_IMAGE, RADIUS_IMAGE)
        painter.fillPath(shape, self._theme.tokens.color("hover"))
        if number < len(self._images) and not self._images[number].isNull():
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(place, self._images[number])
            painter.restore()

    def _paint_missing(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(place, tokens.color("lane"))
        painter.save()
        painter.setClipRect(place)
        painter.setPen(QPen(tokens.color("line"), 3))
        for left in range(-self.height(), self.width(), 12):
            painter.drawLine(left, self.height(), left + self.height(), 0)
        painter.restore()
        painter.setPen(QPen(tokens.color("control"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(place)
        painter.setPen(tokens.color("text_2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tr("Not there now"))


class RecentRow(ClickFrame):
    open_asked = Signal(str)  # folder, as in all of these
    locate_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(
        self, theme: Theme, recent: Recent, is_missing: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setProperty("kind", "recent")
        self.setFixedHeight(ROW_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.recent = recent
        self.is_missing = is_missing
        self._pictures = FramePair(theme, self.is_missing)
        self._cannot = label(tr("Can't be found"), tone="2", parent=self)
        self._cannot.setVisible(self.is_missing)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(ElidedLabel(recent.name, "heading"))
        words.addWidget(ElidedLabel(tr(recent.facts), tone="2"))
        words.addWidget(ElidedLabel(_short_place(recent.folder), "detail", "3"))
        words.addStretch(1)
        layout = row(self._pictures, 4, margins=(14, 0, 14, 0))
        layout.addLayout(words, 1)
        for widget in self._missing_ways() if self.is_missing else self._counts(theme):
            layout.addWidget(widget)
        when = label(_when(recent.opened_at), "detail", "2")
        when.setMinimumWidth(64)
        when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(when)
        self.setLayout(layout)
        state = tr("can't be found") if self.is_missing else tr("open")
        self.setAccessibleName(f"{recent.name}, {tr(recent.facts)}, {state}")
        self.clicked.connect(self._open)

    def set_images(self, images: tuple[QImage, ...]) -> None:
        self._pictures.set_images(images)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_BELOW
        self._pictures.set_narrow(is_narrow)
        self._cannot.setVisible(self.is_missing and not is_narrow)  # the picture says so as well

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        signal = self.locate_asked if self.is_missing else self.open_asked
        signal.emit(self.recent.folder)

    def _counts(self, theme: Theme) -> list[QWidget]:
        counts = (
            (Shape.VISIBLE, self.recent.visible),
            (Shape.BORDERLINE, self.recent.borderline),
            (Shape.SMOOTH, self.recent.smooth),
        )
        widgets: list[QWidget] = []
        for shape, count in counts:
            widgets += [ShapeMark(theme, shape), label(str(count), "strong")]
        return widgets

    def _missing_ways(self) -> list[QWidget]:
        locate, remove = QPushButton(tr("Locate…")), QPushButton(tr("Remove"))
        locate.setObjectName("locate")
        remove.setObjectName("remove")
        locate.clicked.connect(lambda: self.locate_asked.emit(self.recent.folder))
        remove.clicked.connect(lambda: self.remove_asked.emit(self.recent.folder))
        return [self._cannot, locate, remove]


def _short_place(folder: str) -> str:
    return " / ".join(Path(folder).parts[-2:])


def _when(opened_at: str) -> str:
    """14:35 today, Yesterday, 18 Nov, 18 Nov 2025."""
    try:
        at = datetime.fromisoformat(opened_at)
    except ValueError:
        return ""
    today = date.today()
    days = (today - at.date()).days
    if days == 0:
        return f"{at:%H:%M}"
    if days == 1:
        return tr("Yesterday")
    if not is_english():
        return at.date().isoformat()
    return f"{at.day} {at:%b}" if at.year == today.year else f"{at.day} {at:%b %Y}"
