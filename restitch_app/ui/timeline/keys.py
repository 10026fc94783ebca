"""What a key means while the timeline has the focus and no shortcut of the window takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from restitch_app.ui.timeline.scene import TimelineScene

FAR_STEP_FRAMES = 10


class Steered(Protocol):
    """What the keys move."""

    @property
    def scene(self) -> TimelineScene: ...

    def step_segment(self, step: int) -> None: ...
    def step_boundary(self, step: int) -> None: ...
    def step_frame(self, step: int) -> None: ...
    def go_to_frame(self, scene_frame: int) -> None: ...
    def open_selected(self) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def fit(self) -> None: ...


Wish = Callable[[Steered], None]

_WISHES: dict[Qt.Key, Wish] = {
    Qt.Key.Key_Up: lambda view: view.step_segment(-1),
    Qt.Key.Key_Down: lambda view: view.step_segment(1),
    Qt.Key.Key_BracketLeft: lambda view: view.step_boundary(-1),
    Qt.Key.Key_PageUp: lambda view: view.step_boundary(-1),
    Qt.Key.Key_BracketRight: lambda view: view.step_boundary(1),
    Qt.Key.Key_PageDown: lambda view: view.step_boundary(1),
    Qt.Key.Key_Left: lambda view: view.step_frame(-1),
    Qt.Key.Key_Right: lambda view: view.step_frame(1),
    Qt.Key.Key_Home: lambda view: view.go_to_frame(0),
    Qt.Key.Key_End: lambda view: view.go_to_frame(view.scene.frames),
    Qt.Key.Key_Return: lambda view: view.open_selected(),
    Qt.Key.Key_Enter: lambda view: view.open_selected(),
    Qt.Key.Key_Plus: lambda view: view.zoom_in(),
    Qt.Key.Key_Equal: lambda view: view.zoom_in(),
    Qt.Key.Key_Minus: lambda view: view.zoom_out(),
}
_SHIFTED: dict[Qt.Key, Wish] = {
    Qt.Key.Key_Left: lambda view: view.step_frame(-FAR_STEP_FRAMES),
    Qt.Key.Key_Right: lambda view: view.step_frame(FAR_STEP_FRAMES),
    Qt.Key.Key_Z: lambda view: view.fit(),
}


def wish_of(event: QKeyEvent) -> Wish | None:
    """None where the timeline has no use for the key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return _SHIFTED.get(key) or (_WISHES.get(key) if key == Qt.Key.Key_Plus else None)
    return _WISHES.get(key) if modifiers == Qt.KeyboardModifier.NoModifier else None
