"""A field above the timecode: go to a frame or a timecode."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from restitch_app.ui.focus.key_guard import claims
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_S
from restitch_app.ui.viewer.going import FORMS, Refused

FIELD_WIDTH = 300


class GoTo(QFrame):
    """Opens over the lower left of its parent; Enter goes there, Esc and a click elsewhere close.

    What cannot be reached is refused in a sentence, and the field stays open.
    """

    frame_asked = Signal(int)

    def __init__(self, frame_of: Callable[[str], int], parent: QWidget) -> None:
        """`frame_of` gives the scene frame that a text means, or raises Refused."""
        super().__init__(parent)
        self._viewer = parent
        self._bottom = 0
        self._frame_of = frame_of
        self.setObjectName("go_to")
        self.setProperty("ground", "panel")
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(FIELD_WIDTH)
        self._field = _Field()
        self._field.setObjectName("go_to_field")
        self._field.setAccessibleName(tr("Go to frame or timecode"))
        self._field.setAccessibleDescription(tr(FORMS))
        self._field.setPlaceholderText(tr("405, +10 or 00:00:25:01"))
        self._field.returnPressed.connect(self._go)
        self._field.left.connect(self.hide)
        self._field.given_up.connect(self._leave)
        self._field.textEdited.connect(self._forgive)
        self._refusal = label("", "detail", "2")
        self._refusal.setObjectName("go_to_refusal")
        self._refusal.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_S)
        column.setSpacing(SPACE_S)
        column.addWidget(label(tr("Go to frame or timecode"), "detail", "2"))
        column.addWidget(self._field)
        column.addWidget(self._refusal)
        self.hide()

    def ask(self, bottom: int) -> None:
        """Open with its lower edge at `bottom` of the parent, ready to be written in."""
        self._field.clear()
        self._forgive()
        self._bottom = bottom
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _go(self) -> None:
        try:
            frame = self._frame_of(self._field.text())
        except Refused as refused:
            self._refusal.setText(tr(str(refused)))
            self._refusal.show()
            self._field.setAccessibleDescription(tr(str(refused)))
            self._place()
            self._field.selectAll()
            return
        self._leave()
        self.frame_asked.emit(frame)

    @Slot()
    def _forgive(self) -> None:
        self._refusal.clear()
        self._refusal.hide()
        self._field.setAccessibleDescription(tr(FORMS))
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = max(layout.totalHeightForWidth(FIELD_WIDTH), layout.totalSizeHint().height())
        self.setGeometry(PANEL_PADDING, self._bottom - height - SPACE_S, FIELD_WIDTH, height)

    @Slot()
    def _leave(self) -> None:
        self._viewer.setFocus()
        self.hide()


class _Field(QLineEdit):
    """Takes Esc for itself, which the window would answer otherwise."""

    given_up = Signal()
    left = Signal()  # the focus went elsewhere

    def event(self, event: QEvent) -> bool:
        return claims(event, (Qt.Key.Key_Escape,)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
