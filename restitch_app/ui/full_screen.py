"""The players over the whole screen: everything around them leaves until Esc or F."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
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
        if not self.is_on:
            return
        state = Qt.WindowState.WindowMaximized if self._was_maximized else Qt.WindowState(0)
        self._window.setWindowState(state)
        for part in self._hidden:
            part.show()
        self._hidden = []
        self.left.emit()
