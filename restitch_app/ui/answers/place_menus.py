"""The menus of a segment, a boundary and a moment, wherever they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from restitch_app.ui.answers.navigation import Navigation
from restitch_app.ui.commands.actions import Act, Actions

TIME_ACTS = (
    (Act.PLAY, Act.GO_TO, Act.ADD_NOTE),
    (Act.MARK_IN, Act.MARK_OUT, Act.CLEAR_MARKS, Act.LOOP_MARKED),
    (Act.ZOOM_IN, Act.ZOOM_OUT, Act.FIT_TIMELINE),
)
"""What can be done at a moment of the scene; the menu draws a line between groups."""


class PlaceMenus(QObject):
    """A segment has the window's Segment menu, a boundary its Boundary menu."""

    def __init__(self, actions: Actions, navigation: Navigation, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._navigation, self._window = actions, navigation, parent

    @Slot(str, int, QPoint)
    def show(self, kind: str, index: int, where: QPoint) -> None:
        """`kind`: "segment", "boundary", or "time", whose index is a scene frame. It is gone to
        first; `where` on the screen.
        """
        menu = QMenu(self._window)
        menu.setObjectName(f"{kind}_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if kind == "segment":
            self._navigation.show_with_others(index)
            self._actions.fill(menu, "Segment")
        elif kind == "boundary":
            self._navigation.show_boundary(index)
            self._actions.fill(menu, "Boundary")
            # The window has it beside approving a segment: one key for both.
            menu.insertAction(self._actions[Act.ACCEPT_WITH_REASON], self._actions[Act.APPROVE])
        else:
            self._navigation.show_frame(index)
            self._add_time(menu)
        menu.popup(where)

    def _add_time(self, menu: QMenu) -> None:
        menu.setToolTipsVisible(True)
        for group in TIME_ACTS:
            menu.addSeparator()
            menu.addActions([self._actions[one] for one in group if self._actions.is_answered(one)])
