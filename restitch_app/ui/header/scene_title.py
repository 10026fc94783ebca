"""The scene's name, which a double-click lets one change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent

from restitch_app.ui.pieces.one_line import OneLine
from restitch_app.ui.pieces.widgets import ElidedLabel

NAME_WIDTH_PX = 260


class SceneTitle(ElidedLabel):
    double_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("", "title")
        self.setObjectName("scene_title")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.double_clicked.emit()


class NameField(OneLine):
    """In place of the title: Enter gives the name, Esc or leaving it lets go."""

    given = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("scene_name", "Name of the scene")
        self.setFixedWidth(NAME_WIDTH_PX)
        self.returnPressed.connect(self._give)
        self.cancelled.connect(self._close)

    def start(self, name: str) -> None:
        self.setText(name)
        self.selectAll()
        self.show()
        self.setFocus()

    @Slot()
    def _give(self) -> None:
        name = self.text()
        self._close()
        self.given.emit(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # its own context menu
            self._close()

    @Slot()
    def _close(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()
