"""Finds texts on the screen that their place is too small for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from restitch_app.ui.pieces.widgets import KeyButton

SLACK_PX = 2
"""Side bearings: what a font's metrics count beyond its ink."""


def clipped(root: QWidget) -> list[str]:
    """`name: text (why)` of every visible label and button whose words are cut and that has no
    tooltip which holds them.
    """
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        text, why = _cut(widget)
        why = why or _beyond(widget)
        if why and (why.endswith("panel") or not _holds(widget.toolTip(), text)):
            place = widget.objectName() or type(widget).__name__
            found.append(f"{place}: {text!r} ({why})")
    return found


def _beyond(widget: QWidget) -> str:
    """A button that reaches beyond what its panel shows of it: half of it cannot be pressed."""
    if not isinstance(widget, QAbstractButton) or widget.parentWidget() is None:
        return ""
    return _less(_seen_px(widget), widget.width(), "beyond its panel")


def _seen_px(widget: QWidget) -> int:
    """How wide a part of it lies inside of all it lies in; what scrolls sideways counts whole."""
    left, right = 0, widget.width()
    around = widget.parentWidget()
    while around is not None:
        scroll = around.parentWidget()
        if isinstance(scroll, QScrollArea) and scroll.horizontalScrollBar().maximum() > 0:
            is_off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if scroll.horizontalScrollBarPolicy() is not is_off:
                return widget.width()
        corner = widget.mapTo(around, QPoint(0, 0)).x()
        left, right = max(left, -corner), min(right, around.width() - corner)
        around = None if around.isWindow() else around.parentWidget()
    return right - left


def _holds(tip: str, text: str) -> bool:
    """The tooltip may say more, and says at least something where the text itself is cut."""
    return text.rstrip("…").strip() in tip


def _cut(widget: QWidget) -> tuple[str, str]:
    if isinstance(widget, QLabel):
        return widget.text(), _cut_label(widget)
    if isinstance(widget, QAbstractButton):
        return widget.text(), _cut_button(widget)
    return "", ""


def _cut_label(label: QLabel) -> str:
    text, room = label.text(), label.contentsRect()
    if not text:
        return ""
    if text.endswith("…") and "…" not in label.accessibleName() and label.accessibleName():
        return "elided"
    if label.wordWrap():
        flags = Qt.TextFlag.TextWordWrap
        needed = label.fontMetrics().boundingRect(0, 0, room.width(), 10_000, flags, text)
        return _less(room.height(), needed.height(), "high")
    metrics = label.fontMetrics()
    wide = max(metrics.horizontalAdvance(line) for line in text.splitlines())
    return _less(room.width(), wide, "wide") or _less(room.height(), metrics.ascent(), "high")


def _cut_button(button: QAbstractButton) -> str:
    text = button.text().replace("&", "")
    if not text.strip():
        return ""
    if isinstance(button, QToolButton):
        is_icon = button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        if is_icon and not button.icon().isNull():
            return ""  # its text is for screen readers
    wide = button.fontMetrics().horizontalAdvance(text)
    if isinstance(button, QCheckBox | QRadioButton):
        wide = button.sizeHint().width()
    elif not button.icon().isNull():
        wide += button.iconSize().width()
    if isinstance(button, KeyButton):
        wide += sum(chip.width() for chip in button.findChildren(QLabel) if chip.isVisible())
    height = button.fontMetrics().ascent()
    return _less(button.width(), wide, "wide") or _less(button.height(), height, "high")


def _less(room: int, needed: int, direction: str) -> str:
    return f"{room} of {needed} px {direction}" if room + SLACK_PX < needed else ""
