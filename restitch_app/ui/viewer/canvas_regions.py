"""Which parts of a canvas are painted when: worked out once for as long as nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from restitch_app.ui.viewer.layout import Panel


class CanvasRegions:
    """While it plays these are asked for at every frame, for the same panels."""

    def __init__(self) -> None:
        self._moving_of: list[Panel] | None = None
        self._moving = QRegion()
        self._ground_of: tuple[QRect, list[Panel]] | None = None
        self._ground = QRegion()

    def moving(self, panels: list[Panel]) -> QRegion:
        """The pictures and what is said of their frames: labels and ground stay while it plays."""
        if panels is not self._moving_of:
            self._moving_of, self._moving = panels, QRegion()
            for panel in panels:
                self._moving += panel.visible.toAlignedRect()
                self._moving += panel.caption.toAlignedRect()
        return self._moving

    def ground(self, whole: QRect, covered: list[Panel]) -> QRegion:
        """All that no picture covers: filling below them too would cost as much as painting one."""
        if (whole, covered) != self._ground_of:
            self._ground_of, self._ground = (whole, covered), QRegion(whole)
            for panel in covered:
                self._ground -= QRegion(panel.visible.toAlignedRect().adjusted(1, 1, -1, -1))
        return self._ground
