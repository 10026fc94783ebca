"""How many boundaries are visible, borderline, smooth and not checked; a click on one shows those
alone in the timeline.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from restitch_app.domain.boundaries import Boundary
from restitch_app.ui.language.translating import mark, tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.pieces.wording import counted
from restitch_app.ui.state.filters import Filter, filter_of, shape_of
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import CONTROL_HEIGHT

SHOWN = (Shape.VISIBLE, Shape.BORDERLINE, Shape.SMOOTH, Shape.NOT_CHECKED)
_WORDS = {
    Shape.VISIBLE: mark("visible"),
    Shape.BORDERLINE: mark("borderline"),
    Shape.SMOOTH: mark("smooth"),
    Shape.NOT_CHECKED: mark("not checked"),
}
_NOUNS = {
    Shape.VISIBLE: "visible jump",
    Shape.BORDERLINE: "borderline boundary",
    Shape.SMOOTH: "smooth boundary",
    Shape.NOT_CHECKED: "boundary not checked",
}
_PLURALS = {
    Shape.BORDERLINE: "borderline boundaries",
    Shape.SMOOTH: "smooth boundaries",
    Shape.NOT_CHECKED: "boundaries not checked",
}


class BoundaryCounts(QFrame):
    picked = Signal(object)  # Filter

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boundary_counts")
        self.setProperty("kind", "group")
        self.setFixedHeight(CONTROL_HEIGHT)
        self._theme = theme
        self._is_compact = False
        self._filter: Filter | None = None
        self._counts = dict.fromkeys(SHOWN, 0)
        self._title = label(tr("Boundaries"), tone="2")
        self._buttons = {shape: QPushButton() for shape in SHOWN}
        for shape, button in self._buttons.items():
            button.setObjectName(f"count_{shape.value}")
            button.setProperty("kind", "count")
            button.setCheckable(True)
            chosen = filter_of(shape)
            button.clicked.connect(lambda _on=False, chosen=chosen: self.picked.emit(chosen))
        layout = row(self._title, *self._buttons.values(), margins=(10, 0, 6, 0))
        layout.setSpacing(4)
        self.setLayout(layout)
        theme.changed.connect(self._tint)
        self._tint()
        self._write()

    def count(self, shape: Shape) -> int:
        return self._counts[shape]

    def show_boundaries(self, boundaries: tuple[Boundary, ...]) -> None:
        shapes = [shape_of(boundary) for boundary in boundaries]
        self._counts = {shape: shapes.count(shape) for shape in SHOWN}
        self._write()

    def set_compact(self, is_compact: bool) -> None:
        """Shapes and numbers only."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._write()

    def show_filter(self, chosen: Filter | None) -> None:
        """What the timeline is narrowed down to."""
        self._filter = chosen
        self._write()

    def _write(self) -> None:
        self._title.setVisible(not self._is_compact)
        for shape, button in self._buttons.items():
            count = self._counts[shape]
            button.setText(str(count) if self._is_compact else f"{count} {tr(_WORDS[shape])}")
            button.setVisible(count > 0 or shape is not Shape.NOT_CHECKED)
            is_on = self._filter is not None and self._filter.shape is shape
            button.setChecked(is_on)
            button.setEnabled(count > 0 or is_on)
            told = counted(count, _NOUNS[shape], _PLURALS.get(shape, ""))
            button.setAccessibleName(tr(told))
            button.setToolTip(tr(_tip(told, is_on)) if button.isEnabled() else tr(told))

    def _tint(self) -> None:
        for shape, button in self._buttons.items():
            button.setIcon(self._theme.shape_icon(shape))


def _tip(told: str, is_on: bool) -> str:
    if is_on:
        return f"{told}. The timeline shows these; click to show everything again"
    return f"{told}. Click to show these in the timeline; “Next shown” goes from one to the next"
