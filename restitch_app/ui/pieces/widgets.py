"""Small pieces that several parts of the window are made of."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.shapes import Shape, paint_shape
from restitch_app.ui.theme.theme import WORD_ICON_SIZE, Theme
from restitch_app.ui.theme.tokens import ICON_PX, SPACE_S, ColorRole

LOADER_STEP_MS = 100
LOADER_STEPS = 8
CHIP_HEIGHT = 18


def label(text: str = "", type_: str = "", tone: str = "", parent: QWidget | None = None) -> QLabel:
    """`type_` and `tone` as the style sheet knows them. Plain text only."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if type_:
        made.setProperty("type", type_)
    if tone:
        made.setProperty("tone", tone)
    return made


def key_chip(text: str, tone: str = "", parent: QWidget | None = None) -> QLabel:
    chip = label(text, "", tone, parent)
    chip.setProperty("kind", "key")
    chip.setFixedHeight(CHIP_HEIGHT)
    chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return chip


def restyled(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet asks for, and let it be asked again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def set_word_icon(
    button: QAbstractButton, theme: Theme, name: str, role: ColorRole = "text"
) -> None:
    """An icon with room to the button's word. Set it again when the theme changes."""
    button.setIconSize(WORD_ICON_SIZE)
    button.setIcon(theme.word_icon(name, role))


class IconLabel(QWidget):
    """An icon that takes the theme's colours by itself; `loader` turns while it is shown."""

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        role: ColorRole = "text_2",
        size_px: int = ICON_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._role, self._size_px = theme, name, role, size_px
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOADER_STEP_MS)
        self._timer.timeout.connect(self._turn)
        self.setFixedSize(size_px, size_px)
        theme.changed.connect(self.update)
        self.set_icon(name, role)

    def set_icon(self, name: str, role: ColorRole = "text_2") -> None:
        self._name, self._role = name, role
        if name == "loader":
            self._timer.start()
        else:
            self._timer.stop()
            self._step = 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        ratio = self.devicePixelRatioF()
        picture = self._theme.pixmap(self._name, self._role, self._size_px, ratio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        middle = QPointF(self._size_px / 2, self._size_px / 2)
        painter.translate(middle)
        painter.rotate(360 / LOADER_STEPS * self._step)
        painter.drawPixmap(-middle, picture)
        painter.end()

    def _turn(self) -> None:
        self._step = (self._step + 1) % LOADER_STEPS
        if self.isVisible():
            self.update()


class ShapeMark(QWidget):
    """A verdict's shape."""

    def __init__(
        self, theme: Theme, shape: Shape, size_px: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._shape = theme, shape
        self.setFixedSize(size_px, size_px)
        self.setAccessibleName(tr(shape.word))
        theme.changed.connect(self.update)

    def set_shape(self, shape: Shape) -> None:
        if shape is not self._shape:
            self._shape = shape
            self.setAccessibleName(tr(shape.word))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_shape(painter, self._shape, QRectF(self.rect()), self._theme.tokens)
        painter.end()


class ElidedLabel(QLabel):
    """A line that ends in "…" where the room ends; the whole text is its tooltip then."""

    def __init__(self, text: str = "", type_: str = "", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if type_:
            self.setProperty("type", type_)
        if tone:
            self.setProperty("tone", tone)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        shortest = min(len(self._whole), 8)
        width = self.fontMetrics().horizontalAdvance(self._whole[:shortest] + "…")
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, mode, max(self.width(), 1))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class ClickFrame(QFrame):
    """A frame that is pressed as a whole."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside:
            self.clicked.emit()


class KeyButton(QPushButton):
    """A button with an icon, a word and a key chip; the chip is what the keyboard does."""

    def __init__(
        self, theme: Theme, text: str, icon: str = "", key: str = "", kind: str = ""
    ) -> None:
        super().__init__(tr(text))
        self._theme, self._icon, self._kind = theme, icon, kind
        self._chip = key_chip("", "on-primary" if kind == "primary" else "", self)
        if kind:
            self.setProperty("kind", kind)
        self.set_key(key)
        theme.changed.connect(self._tint)
        self._tint()

    def set_key(self, key: str) -> None:
        """Empty: no chip."""
        self._key = key
        self._chip.setText(key)
        self._chip.setVisible(bool(key))
        self._make_room()

    def _make_room(self) -> None:
        """Keys have names of all lengths, and a style sheet knows only one padding."""
        self._chip.ensurePolished()
        room = self._chip.sizeHint().width() + SPACE_S + 6
        wanted = f"QPushButton {{ padding-right: {room}px; }}" if self._key else ""
        restyled(self, "chip", bool(self._key))
        if self.styleSheet() != wanted:
            self.setStyleSheet(wanted)
        self._place_chip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_chip()

    def _place_chip(self) -> None:
        if self._key:
            width = self._chip.sizeHint().width()
            left = self.width() - width - SPACE_S
            self._chip.setGeometry(left, (self.height() - CHIP_HEIGHT) // 2, width, CHIP_HEIGHT)

    def _tint(self) -> None:
        if self._icon:
            role: ColorRole = "on_primary" if self._kind == "primary" else "text"
            set_word_icon(self, self._theme, self._icon, role)


def paragraph(text: str = "", name: str = "") -> QLabel:
    """An English text that takes as many lines as it needs."""
    made = label(tr(text), "detail", "2")
    made.setObjectName(name)
    made.setWordWrap(True)
    return made


def row(*widgets: QWidget | int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Side by side, 8 apart; an int is room in pixels, -1 takes what is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(SPACE_S)
    for widget in widgets:
        if isinstance(widget, QWidget):
            layout.addWidget(widget)
        elif widget < 0:
            layout.addStretch(1)
        else:
            layout.addSpacing(widget)
    return layout
