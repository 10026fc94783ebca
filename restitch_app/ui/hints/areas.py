"""Where the parts of the window lie that hints explain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from restitch_app.ui.hints.texts import Area

if TYPE_CHECKING:
    from restitch_app.ui.main_window import MainWindow

Where = Callable[[], QRect | None]
"""In the window's pixels; None while it is not shown."""


def areas_of(window: MainWindow) -> dict[Area, Where]:
    whole = {
        Area.PLAYERS: window.viewer,
        Area.TIMELINE: window.timeline,
        Area.INSPECTOR: window.inspector,
        Area.JOBS: window.jobs,
    }
    found: dict[Area, Where] = {
        area: partial(_rect_of, widget, window) for area, widget in whole.items()
    }
    found[Area.BOUNDARIES] = partial(_boundary_lane, window)
    return found


def _rect_of(widget: QWidget, window: QWidget) -> QRect | None:
    if not widget.isVisible():
        return None
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _boundary_lane(window: MainWindow) -> QRect | None:
    view = window.timeline.view
    if not view.isVisible() or window.state.segment_count < 2:
        return None
    lane = view.layout_now().boundaries.toAlignedRect()
    return lane.translated(view.mapTo(window, QPoint(0, 0)))
