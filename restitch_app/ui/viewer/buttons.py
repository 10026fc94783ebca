"""Buttons of the viewer: with a quiet key behind the word, or with a chip before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S
from restitch_app.ui.theme.type import TextSize

KEY_GAP = 6
CHEVRON_PX = 14


class QuietKeyButton(QPushButton):
    """A checkable part of a group: icon, word and, behind it, its key in small."""

    def __init__(self, theme: Theme, icon: str, word: str, key: str = "") -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._word = f" {tr(word)}" if word else ""  # the style leaves no room after an icon
        self.setText(self._word)
        self._key = label(key, "caption", "3", self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("kind", "quiet")
        self.setAccessibleName(tr(word))
        self.set_key(key)
        theme.changed.connect(self._tint)
        self._tint()

    def set_key(self, key: str) -> None:
        self._key.setText(key)
        word = self.accessibleName()
        self.setToolTip(f"{word} ({key})" if key else word)
        self.updateGeometry()
        self.resizeEvent(QResizeEvent(self.size(), self.size()))

    def set_compact(self, is_compact: bool) -> None:
        """The icon alone."""
        self.setText("" if is_compact else self._word)
        self._key.setVisible(not is_compact)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._tint()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if not self._key.isHidden() and self._key.text():
            size.setWidth(size.width() + self._key.sizeHint().width() + KEY_GAP)
        return size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        left = self.width() - size.width() - SPACE_S
        self._key.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon, "text"))


class IconButton(QPushButton):
    """An icon alone; its name is what it does."""

    def __init__(
        self, theme: Theme, icon: str, name: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.setProperty("kind", "quiet")
        self.setAccessibleName(tr(name))
        self._key = ""
        self.set_key(key)
        theme.changed.connect(self._tint)
        self._tint()

    def set_name(self, name: str) -> None:
        """Another word for what it does now."""
        self.setAccessibleName(tr(name))
        self.set_key(self._key)

    def set_key(self, key: str) -> None:
        self._key = key
        name = self.accessibleName()
        self.setToolTip(f"{name} ({key})" if key else name)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._tint()

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon, "text"))


class MenuButton(QPushButton):
    """Opens a menu, and says so by a chevron behind its word."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        theme.changed.connect(self.update)

    def set_word(self, word: str) -> None:
        """The style leaves no room between icon and text: a space makes it."""
        self.setText(tr(word) if self.icon().isNull() else f" {tr(word)}")

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + CHEVRON_PX + KEY_GAP, size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect = option.rect.adjusted(0, 0, -CHEVRON_PX, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        chevron = self._theme.pixmap("chevron-down", "text_2", CHEVRON_PX)
        right = self.width() - CHEVRON_PX - SPACE_S
        painter.drawPixmap(right, (self.height() - CHEVRON_PX) // 2, chevron)
        painter.end()


def chip_icon(theme: Theme, letter: str) -> QIcon:
    """A or B on the ground that stands for it."""
    tokens = theme.tokens
    ground, ink = {
        "A": (tokens.chip_a, tokens.on_chip_a),
        "B": (tokens.primary, tokens.on_primary),
    }[letter]
    icon = QIcon()
    for ratio in (1.0, 2.0):
        picture = QPixmap(round(16 * ratio), round(16 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(0, 0, 16, 16), 3, 3)
        painter.setPen(QColor(ink))
        painter.setFont(theme.font(TextSize.CAPTION, is_strong=True))
        painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
        icon.addPixmap(picture)
    return icon
