"""Facts in a row; those that find no room are left out whole, and are in the tooltip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from restitch_app.ui.language.translating import tr

BETWEEN = "  ·  "


class FactsLabel(QLabel):
    """The first fact is the one that matters most."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "2")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._facts: tuple[str, ...] = ()

    def set_facts(self, facts: Sequence[str]) -> None:
        self._facts = tuple(tr(fact) for fact in facts)
        self.setAccessibleName(BETWEEN.join(self._facts))
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._facts), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = len(self._facts)
        while count and self._width(self._facts[:count]) > self.width():
            count -= 1
        self.setText(BETWEEN.join(self._facts[:count]))
        self.setToolTip(BETWEEN.join(self._facts) if count < len(self._facts) else "")

    def _width(self, facts: tuple[str, ...]) -> int:
        return self.fontMetrics().horizontalAdvance(BETWEEN.join(facts)) + 2
