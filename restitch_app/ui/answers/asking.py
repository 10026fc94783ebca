"""Which segment a wish to regenerate is about."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.state.review_state import ReviewState


class Asking(QObject):
    def __init__(self, state: ReviewState, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._dialogs = state, dialogs

    @Slot()
    def regenerate_selected(self) -> None:
        """The selected segment; of a boundary the one after it, made from the last frame before."""
        self._ask(is_cascade=False)

    @Slot()
    def cascade_selected(self) -> None:
        """The same, with everything after it."""
        self._ask(is_cascade=True)

    def _ask(self, *, is_cascade: bool) -> None:
        state = self._state
        if state.selected_boundary is not None:
            self._dialogs.regenerate(state.selected_boundary + 1, is_cascade=is_cascade)
        elif state.selected_segment is not None:
            self._dialogs.regenerate(state.selected_segment, is_cascade=is_cascade)
