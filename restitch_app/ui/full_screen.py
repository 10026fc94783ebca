"""The players over the whole screen: everything around them leaves until Esc or F, or until the
system ends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from restitch_app.ui.commands.actions import Act, Actions


class FullScreen(QObject):
    left = Signal()

    def __init__(self, window: QMainWindow, actions: Actions, around: Sequence[QWidget]) -> None:
        """`around`: what leaves beside the menu and the status bar."""
        super().__init__(window)
        self._window = window
        self._around = (window.menuBar(), window.statusBar(), *around)
        self._hidden: list[QWidget] = []
        self._was_maximized = False
        actions.answer(Act.FULL_SCREEN, self.toggle)
        window.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        return self._window.isFullScreen()

    @Slot()
    def toggle(self) -> None:
        if self.is_on:
            self.leave()
        else:
            self._enter()

    def _enter(self) -> None:
        self._was_maximized = self._window.isMaximized()
        self._hidden = [part for part in self._around if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)

    @Slot()
    def leave(self) -> None:
        """As it was before; does nothing when it is not on."""
        if self.is_on:
            state = Qt.WindowState.WindowMaximized if self._was_maximized else Qt.WindowState(0)
            self._window.setWindowState(state)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange and not self.is_on and self._hidden:
            hidden, self._hidden = self._hidden, []
            for part in hidden:
                part.show()
            self.left.emit()
        return False
