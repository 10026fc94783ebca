"""What one draws with, and the words that go with the drawing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QToolButton, QWidget

from restitch_app.domain.notes import Ink, Pen
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.one_line import OneLine
from restitch_app.ui.pieces.widgets import row
from restitch_app.ui.viewer.strokes import color_of

PENS = {Pen.FREE: "Pen", Pen.ARROW: "Arrow", Pen.BOX: "Rectangle"}
INKS = {Ink.YELLOW: "Yellow", Ink.RED: "Red", Ink.BLUE: "Blue"}
SWATCH_PX = 14


class DrawBar(QFrame):
    """Over the picture while one draws."""

    saved = Signal()
    cancelled = Signal()
    undone = Signal()
    """Take the last stroke back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("draw_bar")
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pens = QButtonGroup(self)
        self._inks = QButtonGroup(self)
        pens = [_choice(self._pens, number, word) for number, word in enumerate(PENS.values())]
        inks = [_choice(self._inks, number, word) for number, word in enumerate(INKS.values())]
        for button, ink in zip(inks, INKS, strict=True):
            button.setIcon(_swatch(ink))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        pens[0].setChecked(True)
        inks[0].setChecked(True)
        undo = QToolButton()
        undo.setObjectName("undo_stroke")
        undo.setText(tr("Undo"))
        undo.setToolTip(tr("Take the last stroke back"))
        undo.clicked.connect(lambda: self.undone.emit())
        self.text = OneLine("drawing_text", "Text of the note", "Note; Enter saves, Esc cancels")
        self.text.show()
        self.text.returnPressed.connect(self.saved)
        self.text.cancelled.connect(self.cancelled)
        save, cancel = QPushButton(tr("Save note")), QPushButton(tr("Cancel"))
        save.setObjectName("save_drawing")
        cancel.setObjectName("cancel_drawing")
        save.clicked.connect(lambda: self.saved.emit())
        cancel.clicked.connect(lambda: self.cancelled.emit())
        parts = row(*pens, 8, *inks, 8, undo, self.text, save, cancel, margins=(8, 4, 8, 4))
        self.setLayout(parts)

    @property
    def pen(self) -> Pen:
        return list(PENS)[self._pens.checkedId()]

    @property
    def ink(self) -> Ink:
        return list(INKS)[self._inks.checkedId()]


def _choice(group: QButtonGroup, number: int, word: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"draw_{word.lower()}")
    button.setText(tr(word))
    button.setAccessibleName(tr(word))
    button.setToolTip(tr(word))
    button.setCheckable(True)
    group.addButton(button, number)
    return button


def _swatch(ink: Ink) -> QIcon:
    picture = QPixmap(SWATCH_PX, SWATCH_PX)
    picture.fill(color_of(ink))
    return QIcon(picture)
