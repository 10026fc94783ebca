"""A part of the inspector with its heading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.tokens import PANEL_PADDING, SECTION_HEADING_HEIGHT, SPACE_S

TIGHT_FROM = 1.25
"""Text so much larger than usual leaves the inspector less room than it has words."""


class Section(QWidget):
    """Heading, a line above, and `body` for what belongs in it."""

    def __init__(self, title: str, *ends: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label(tr(title), "detail-strong")
        self.count = label("", "detail", "3")
        heading = QWidget()
        heading.setFixedHeight(SECTION_HEADING_HEIGHT)
        heading.setLayout(
            row(self._title, self.count, -1, *ends, margins=(PANEL_PADDING, 0, PANEL_PADDING, 0))
        )
        self.body = QVBoxLayout()
        self.body.setContentsMargins(PANEL_PADDING, 0, PANEL_PADDING, SPACE_S)
        self.body.setSpacing(SPACE_S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addLayout(self.body)

    def clear(self) -> None:
        empty(self.body)


class _Upright(QScrollArea):
    """Never wider inside than it is: one long word must not push all other lines out of sight."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        inside = self.widget()
        if inside is not None:
            inside.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)


def scrolling(inside: QWidget, *, is_narrowing: bool = False) -> QScrollArea:
    """Scrolls up and down; what is too wide gets narrower instead, down to its longest word.

    `is_narrowing`: further, as wide as there is room.
    """
    scroll = _Upright() if is_narrowing else QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()  # or Qt shows what was just added once more, as a window of its own
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
