"""Keeps the Boundary menu to what can be done with the boundary that is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.joins import Decision
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr

WRONG_CALLS = (Act.CALL_SMOOTH, Act.CALL_BORDERLINE, Act.CALL_VISIBLE)
NEED_A_BOUNDARY = (Act.ACCEPT_WITH_REASON, Act.DECLARE_CUT, *WRONG_CALLS, Act.CALL_BACK)
NOT_SELECTED = "Select a boundary first"
NOBODY_SAID = "Nobody has said how they see this boundary"


class BoundaryMenu(QObject):
    """What is off says why in its tooltip."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._actions = context.state, context.actions
        self._state.selection_changed.connect(self.refresh)
        self._state.scene_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        left = self._state.selected_boundary
        boundary = None if left is None else self._state.boundary(left)
        is_cut = boundary is not None and boundary.is_cut
        self._actions[Act.DECLARE_CUT].setText(tr("Not a cut" if is_cut else "Declare a cut"))
        accepts = "Accept as is" if boundary is not None else "Approve"
        self._actions[Act.APPROVE].setText(tr(accepts))
        again = "Check this boundary again" if boundary is not None else "Check all again"
        self._actions[Act.CHECK_AGAIN].setText(tr(again))
        self._actions.set_off(_reasons(boundary, has_call=self._state.call(left) is not None))


def _reasons(boundary: Boundary | None, *, has_call: bool) -> dict[Act, str]:
    if boundary is None:
        return dict.fromkeys(NEED_A_BOUNDARY, NOT_SELECTED)
    if boundary.is_cut:
        off = dict.fromkeys((*WRONG_CALLS, Act.CALL_BACK), "It is a cut, which is not judged")
        return off | dict.fromkeys((Act.ACCEPT_WITH_REASON, Act.APPROVE), "It is a cut")
    off = {} if has_call else {Act.CALL_BACK: NOBODY_SAID}
    if boundary.boundary_class is None:
        off |= dict.fromkeys(WRONG_CALLS, "It has not been checked yet")
    if boundary.join.decision is Decision.ACCEPTED:
        off |= dict.fromkeys((Act.ACCEPT_WITH_REASON, Act.APPROVE), "It is accepted as is already")
    return off
