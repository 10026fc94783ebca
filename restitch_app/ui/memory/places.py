"""Where the window and its parts lie: kept for each screen size, and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from restitch_app.ui.theme.tokens import INSPECTOR_WIDTH, NARROW_BELOW, NARROW_INSPECTOR_WIDTH

if TYPE_CHECKING:
    from restitch_app.ui.memory.memory import WindowMemory

USUAL_SIZE = (1600, 1000)


def put_back(window: QMainWindow, memory: WindowMemory) -> None:
    """Where the window was left; a place that is off the screen is not taken."""
    geometry = memory.geometry()
    if geometry is None or not window.restoreGeometry(geometry):
        free = window.screen().availableGeometry()
        wide, high = USUAL_SIZE
        window.resize(min(wide, free.width()), min(high, free.height()))


class Places(QObject):
    def __init__(self, window: QMainWindow, inspector: QDockWidget, memory: WindowMemory) -> None:
        super().__init__(window)
        self._window, self._inspector, self._memory = window, inspector, memory
        self._is_narrow: bool | None = None

    def restore(self) -> None:
        """The parts lie as they were left on a screen of this size."""
        layout = self._memory.layout(self._screen_name())
        if layout is not None:
            self._window.restoreState(layout)

    def keep(self) -> None:
        self._memory.set_geometry(self._window.saveGeometry())
        self._memory.set_layout(self._screen_name(), self._window.saveState())

    def reset(self) -> None:
        """As at the very first start."""
        self._memory.forget_layouts()
        self._is_narrow = None
        self.follow_width()

    def follow_width(self) -> None:
        """The inspector narrows in a narrow window; between, it is as wide as it was dragged."""
        is_narrow = self._window.width() < NARROW_BELOW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            width = NARROW_INSPECTOR_WIDTH if is_narrow else INSPECTOR_WIDTH
            horizontal = Qt.Orientation.Horizontal
            self._window.resizeDocks([self._inspector], [width], horizontal)

    def _screen_name(self) -> str:
        size = self._window.screen().size()
        return f"{size.width()}x{size.height()}"
