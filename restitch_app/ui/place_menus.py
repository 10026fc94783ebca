"""The menus of a segment and of a boundary, where the mouse asks for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from restitch_app.ui.actions import Act, Actions
from restitch_app.ui.boundary_menu import WRONG_CALLS
from restitch_app.ui.navigation import Navigation

SEGMENT_ACTS = (Act.REGENERATE, Act.APPROVE, Act.ADD_NOTE)
BOUNDARY_ACTS = (Act.SMOOTH, Act.APPROVE, Act.ACCEPT_WITH_REASON, Act.DECLARE_CUT, Act.LOOP)


class PlaceMenus(QObject):
    def __init__(self, actions: Actions, navigation: Navigation, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._navigation, self._window = actions, navigation, parent

    @Slot(str, int, QPoint)
    def show(self, kind: str, index: int, where: QPoint) -> None:
        """`kind`: "segment" or "boundary"; `where` on the screen. It is selected first."""
        if kind == "segment":
            self._navigation.show_segment(index)
        else:
            self._navigation.show_boundary(index)
        menu = QMenu(self._window)
        menu.setObjectName(f"{kind}_menu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in SEGMENT_ACTS if kind == "segment" else BOUNDARY_ACTS:
            if self._actions.is_answered(act):
                menu.addAction(self._actions[act])
        if kind == "boundary":
            self._add_judging(menu)
        menu.popup(where)

    def _add_judging(self, menu: QMenu) -> None:
        menu.addSeparator()
        calls = menu.addMenu("Wrong call")
        calls.setObjectName("wrong_call_menu")
        calls.setToolTipsVisible(True)
        for act in WRONG_CALLS:
            calls.addAction(self._actions[act])
        calls.addSeparator()
        calls.addAction(self._actions[Act.CALL_BACK])
        menu.addAction(self._actions[Act.CHECK_AGAIN])
