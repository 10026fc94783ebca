"""The menu's and the keyboard's way to narrow the timeline down."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from restitch_app.ui.commands.actions import Act, Actions
from restitch_app.ui.state.filters import Filter
from restitch_app.ui.state.review_state import ReviewState

ACTS: dict[Act, Filter | None] = {
    Act.SHOW_EVERYTHING: None,
    Act.SHOW_VISIBLE: Filter.VISIBLE,
    Act.SHOW_BORDERLINE: Filter.BORDERLINE,
    Act.SHOW_SMOOTH: Filter.SMOOTH,
    Act.SHOW_NOT_CHECKED: Filter.NOT_CHECKED,
    Act.SHOW_STALE: Filter.STALE,
    Act.SHOW_NEEDS_WORK: Filter.NEEDS_WORK,
}


class FilterActions(QObject):
    """The same once more shows everything again, as in the header."""

    def __init__(self, state: ReviewState, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._actions = state, actions
        for act, wanted in ACTS.items():
            actions.answer(act, partial(self._choose, wanted))
        state.filter_changed.connect(self._show)
        self._show()

    def _choose(self, wanted: Filter | None, _is_on: bool) -> None:
        if wanted is None:
            self._state.set_filter(None)
        else:
            self._state.toggle_filter(wanted)
        self._show()  # also where nothing came of it: marks show what is

    @Slot()
    def _show(self) -> None:
        for act, wanted in ACTS.items():
            self._actions[act].setChecked(wanted is self._state.filter)
