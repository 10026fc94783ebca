"""Keeps the keyboard where it is when the part that has it is taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a widget is, by the names of it and of what it lies in."""

    widget: QWidget
    names: tuple[str, ...]
    """From the widget outwards, without those that have none."""
    around: tuple[QWidget, ...]
    """What the widget lies in, the innermost first."""

    @property
    def is_gone(self) -> bool:
        """Gone, hidden or no longer to be used."""
        shown = self.widget
        return not isValid(shown) or not shown.isVisible() or not shown.isEnabled()

    def found_again(self) -> QWidget | None:
        """What has taken its place under the same names."""
        if not self.names:
            return None
        for outer in self.around:
            if isValid(outer) and outer.isVisible():
                return self._under(outer)
        return None

    def _under(self, outer: QWidget) -> QWidget | None:
        known = self.names
        if outer.objectName() in known:
            known = known[: known.index(outer.objectName())]
        found: QWidget | None = outer
        for name in reversed(known):
            found = found.findChild(QWidget, name) if found is not None else None
        if found is None or found is outer or not found.isVisible() or not found.isEnabled():
            return None
        return found if found.focusPolicy() is not Qt.FocusPolicy.NoFocus else None


class FocusKeeper(QObject):
    """Gives the focus to what comes in the place of the part that had it, under the same name, or
    else to the page: left to itself it would go to a neighbour, which the next Space would press.
    """

    def __init__(
        self, app: QApplication, page: Callable[[], QWidget | None], window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._page, self._window = page, window
        self._held: _Place | None = None
        self._lost: _Place | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # what replaces it is made in the same event
        self._soon.timeout.connect(self._give_back)
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):  # its last part takes the focus along
            return
        held = self._held
        self._held = _place_of(new) if new is not None and new.window() is self._window else None
        self._soon.stop()
        if held is not None and self._window.isActiveWindow() and (new is None or held.is_gone):
            self._lost = held
            self._soon.start()

    @Slot()
    def _give_back(self) -> None:
        lost, self._lost = self._lost, None
        is_elsewhere = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if lost is None or is_elsewhere or not lost.is_gone or not self._window.isActiveWindow():
            return
        found = lost.found_again() or self._page()
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)


def _place_of(widget: QWidget) -> _Place:
    names, around = [], []
    shown: QWidget | None = widget
    while shown is not None and not shown.isWindow():
        if shown.objectName():
            names.append(shown.objectName())
        shown = shown.parentWidget()
        if shown is not None:
            around.append(shown)
    return _Place(widget, tuple(names), tuple(around))
