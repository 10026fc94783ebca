"""A hint as it is shown: a small card, and a line around what it explains."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.commands.actions import Actions, key_hint
from restitch_app.ui.focus.key_guard import claims
from restitch_app.ui.hints.texts import Hint
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import key_chip, label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_S

WIDTH = 340
LINE_PX = 2


class HintCard(QFrame):
    """Escape does what Next does."""

    next_asked = Signal()
    none_asked = Signal()  # no hint any more

    def __init__(self, actions: Actions, hint: Hint, place: str, parent: QWidget) -> None:
        """`place`: "2 of 5"; empty for the last, which says Done."""
        super().__init__(parent)
        self.setObjectName("hint")
        self.setProperty("kind", "card")
        self.setAccessibleName(f"{tr(hint.title)}. {tr(hint.text)}")
        self.hint = hint
        text = label(tr(hint.text), tone="2")
        text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        layout.setSpacing(SPACE_S)
        layout.addLayout(row(label(tr(hint.title), "strong"), -1, label(place, "detail", "3")))
        layout.addWidget(text)
        layout.addLayout(_keys(actions, hint))
        never = QPushButton(tr("No more hints"))
        never.setObjectName("no_hints")
        never.setProperty("kind", "quiet")
        never.clicked.connect(self.none_asked)
        self.go = QPushButton(tr("Next") if place else tr("Done"))
        self.go.setObjectName("next_hint")
        self.go.clicked.connect(self.next_asked)
        layout.addLayout(row(never, -1, self.go))
        for button in (never, self.go):
            button.ensurePolished()
        width = max(WIDTH, layout.minimumSize().width())  # large text, long words
        self.setFixedWidth(width)
        self.adjustSize()
        self.resize(width, layout.totalHeightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Escape is the card's while the keyboard is on it, whatever else it does in the window."""
        return claims(event, (Qt.Key.Key_Escape,)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class Ring(QWidget):
    """Around an area; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.color("accent"), LINE_PX))
        inset = LINE_PX / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.end()


def _keys(actions: Actions, hint: Hint) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_S)
    named = [(key_hint(actions, act), what) for act, what in hint.keys if actions.is_answered(act)]
    for number, (key, what) in enumerate((key, what) for key, what in named if key):
        grid.addWidget(key_chip(key), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(tr(what), "detail", "2"), number, 1)
    grid.setColumnStretch(1, 1)
    return grid
