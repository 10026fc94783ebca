"""Regenerate the segment on the right: the real cure where no fix helps."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QFrame

from restitch_app.domain.boundaries import Boundary
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import TIGHT_FROM
from restitch_app.ui.pieces.widgets import IconLabel, KeyButton, label, restyled, row
from restitch_app.ui.theme.tokens import SPACE_S


class RegenerateRow(QFrame):
    def __init__(self, context: PanelContext, fixes: BoundaryFixes) -> None:
        super().__init__()
        self._state = context.state
        self._icon = IconLabel(context.theme, "refresh-cw", "text_2")
        self._words = label("", "detail", "2")
        self._words.setObjectName("regenerate_words")
        self._words.setWordWrap(True)
        self.button = KeyButton(context.theme, "Regenerate…")
        self.button.setObjectName("regenerate_right")
        self.button.clicked.connect(fixes.regenerate)
        self.setProperty("kind", "dashed")
        words = row(self._icon, self._words)
        words.setStretch(1, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        self._row.setSpacing(SPACE_S)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button)
        self._theme = context.theme
        self._theme.changed.connect(self._turn)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        """With large text the button stands below its words."""
        is_large = self._theme.text.factor >= TIGHT_FROM
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if is_large else beside)

    def show_boundary(self, boundary: Boundary, *, leads: bool) -> None:
        """`leads`: nothing that was tried mends it better."""
        number = boundary.left_index + 2
        right = self._state.current(boundary.left_index + 1)
        is_stale = right is not None and right.stale_root_index == right.sequence_index
        self._icon.set_icon("unlink" if is_stale else "refresh-cw", "text_2")
        self._words.setText(_words(number, leads=leads or boundary.is_cut, is_stale=is_stale))
        self.button.setText(tr("Regenerate {number}…", number=number))
        self.button.setEnabled(not self._state.is_read_only)
        restyled(self.button, "kind", "primary" if leads else "")


def _words(number: int, *, leads: bool, is_stale: bool) -> str:
    if is_stale:
        told = "Regenerate segment {number} from this frame"
        other = "Or regenerate segment {number} from this frame"
    else:
        told, other = "Regenerate segment {number}", "Or regenerate segment {number}"
    return tr(told if leads else other, number=number)
