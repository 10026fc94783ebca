"""How many pixels a screen has to each logical one, on the screens that are there now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen


class Screens(QObject):
    """Follows screens that come, go or are scaled anew."""

    changed = Signal()  # other pixel ratios

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self.ratios = self._now()
        """Each one once, the smallest first."""
        for screen in app.screens():
            self._watch(screen)
        app.screenAdded.connect(self._watch)
        app.screenAdded.connect(self._look)
        app.screenRemoved.connect(self._look)

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        """A new scale comes with another size in logical pixels."""
        screen.geometryChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        before, self.ratios = self.ratios, self._now()
        if self.ratios != before:
            self.changed.emit()

    def _now(self) -> tuple[float, ...]:
        return tuple(sorted({one.devicePixelRatio() for one in self._app.screens()})) or (1.0,)
