"""Gives every tile and mark of the painted timeline a name that a screen reader can find."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.timeline.layout import BoundaryAt, Segment
from restitch_app.ui.timeline.view import TimelineView

# Where an interface is asked for, Qt takes None for "there is none"; its stubs do not say so.

_held: list[QAccessibleInterface] = []
"""Qt deletes the C++ side with the widget; the Python side must not go before. One per window."""


class TimelineItems(QAccessibleWidget):
    """Children in scene order: segment 1, boundary 1 to 2, segment 2, ... made when asked for."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._children: dict[int, TimelineItem] = {}

    @property
    def view(self) -> TimelineView:
        return self._view

    def childCount(self) -> int:
        scene = self._view.scene
        return len(scene) + len(scene.boundaries)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._children:
            self._children[index] = TimelineItem(self, index)
            QAccessible.registerAccessibleInterface(self._children[index])
        return self._children[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self._view.mapFromGlobal(QPointF(x, y))
        hit = self._view.layout_now().hit(point)
        if isinstance(hit, Segment):
            return self.child(2 * hit.index)
        return self.child(2 * hit.left_index + 1) if isinstance(hit, BoundaryAt) else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        hit = self._view.selected()
        if isinstance(hit, Segment):
            return self.child(2 * hit.index)
        return self.child(2 * hit.left_index + 1) if isinstance(hit, BoundaryAt) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, TimelineItem) else -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._view.accessibleName()
        return self._view.accessibleDescription() if kind == QAccessible.Text.Description else ""


class TimelineItem(QAccessibleInterface):
    """One tile or mark; reads what it says from the view at the moment it is asked."""

    def __init__(self, items: TimelineItems, index: int) -> None:
        super().__init__()
        self._items = items
        self.index = index

    @property
    def _what(self) -> Segment | BoundaryAt:
        position, is_boundary = divmod(self.index, 2)
        return BoundaryAt(position) if is_boundary else Segment(position)

    def isValid(self) -> bool:
        return self.index < self._items.childCount()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._items

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        """On the screen; empty while it is scrolled out of sight."""
        view = self._items.view
        shown = self._painted().intersected(view.layout_now().lane).toAlignedRect()
        return (
            QRect(view.mapToGlobal(shown.topLeft()), shown.size()) if shown.isValid() else QRect()
        )

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.focusable = True
        state.multiSelectable = isinstance(self._what, Segment)
        state.focused = self._items.view.selected() == self._what
        state.selected = state.focused or self._is_selected_with_others()
        state.offscreen = self.rect().isEmpty()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        return tr(self._items.view.name_of(self._what))

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names follow from the scene."""

    def _is_selected_with_others(self) -> bool:
        return isinstance(self._what, Segment) and self._what.index in self._items.view.several

    def _painted(self) -> QRectF:
        layout, what = self._items.view.layout_now(), self._what
        if not self.isValid():
            return QRectF()
        if isinstance(what, Segment):
            return layout.tile_rect(what.index)
        return layout.mark_rect(what.left_index)


@cache
def name_painted_items() -> None:
    """Teach Qt once that timelines have children. On the GUI thread, before one is asked for."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, TimelineView):
        return None
    _held.append(TimelineItems(thing))
    return _held[-1]
