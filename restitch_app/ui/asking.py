"""What is asked before a segment is regenerated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.review_actions import ReviewActions

if TYPE_CHECKING:
    from restitch_app.ui.main_window import MainWindow


class Asking(QObject):
    """One question, one complete request; nothing is asked again later."""

    def __init__(self, context: PanelContext, review: ReviewActions, window: MainWindow) -> None:
        super().__init__(window)
        self._state, self._review, self._window = context.state, review, window

    @Slot()
    def regenerate_selected(self) -> None:
        """The selected segment; of a boundary the one after it, made from the last frame before."""
        state = self._state
        if state.selected_boundary is not None:
            self.regenerate(state.selected_boundary + 1)
        elif state.selected_segment is not None:
            self.regenerate(state.selected_segment)

    @Slot(int)
    def regenerate(self, sequence_index: int) -> None:
        from restitch_app.services.advice import regeneration_notice

        told = regeneration_notice(sequence_index, self._state.segment_count)
        text = f"{told}\n\nWith the same settings and a new random seed."
        name = f"Regenerate segment {sequence_index + 1}"
        if self._window.choice.agrees(name, text, name):
            self._review.regenerate(RegenerationRequest(sequence_index))
