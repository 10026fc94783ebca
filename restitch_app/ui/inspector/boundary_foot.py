"""The lower part of the Boundary tab: what is decided there. It stays in view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.joins import Decision
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.boundary.lengths import short_name
from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.one_line import OneLine
from restitch_app.ui.pieces.widgets import ElidedLabel, KeyButton, row
from restitch_app.ui.pieces.wording import READ_ONLY
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_M, SPACE_S

WHOLE_FROM = 350
"""Width from which both buttons have room for all their words."""
KEPT = "Clips are not changed. You can undo this."


class BoundaryFoot(QWidget):
    def __init__(self, context: PanelContext, fixes: BoundaryFixes) -> None:
        super().__init__()
        self._context, self._state, self._fixes = context, context.state, fixes
        theme, actions = context.theme, context.actions
        self.apply = KeyButton(theme, "Apply", kind="primary")
        live_key(actions, Act.APPLY, self.apply)
        self.apply.setObjectName("apply_fix")
        self.apply.clicked.connect(fixes.apply)
        self.accept = KeyButton(theme, "Accept as is")
        live_key(actions, Act.APPROVE, self.accept)
        self.accept.setObjectName("accept")
        self.accept.clicked.connect(lambda: fixes.accept())
        self.more = QToolButton()
        self.more.setObjectName("more_decisions")
        self.more.setProperty("kind", "quiet")
        self.more.setToolTip(tr("Accept with a reason, declare a cut"))
        self.more.setAccessibleName(tr("More decisions"))
        self.more.clicked.connect(self._show_menu)
        told = "Reason to accept the boundary as it is"
        self.reason = OneLine("accept_reason", told, "Why? Enter accepts, Esc cancels")
        self.reason.returnPressed.connect(self._accept_with_reason)
        self.reason.cancelled.connect(self._close_reason)
        self._kept = ElidedLabel(tr(KEPT), "detail", "3")
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_M)
        column.setSpacing(SPACE_S)
        head = row(self._kept, self.reason, self.more)
        head.setStretch(0, 1)
        head.setStretch(1, 1)
        column.addLayout(head)
        self._buttons = row(self.apply, self.accept)
        self._buttons.setStretch(0, 1)
        column.addLayout(self._buttons)
        theme.changed.connect(self._tint)
        self._tint()

    def show_boundary(self, boundary: Boundary) -> None:
        fixes, fix = self._fixes, self._fixes.selected
        is_applied = fix is not None and fixes.is_applied(fix)
        self.apply.setText(tr(self._apply_words()))
        self.apply.setEnabled(self._can_apply())
        read_only = READ_ONLY if self._state.is_read_only else ""
        self.apply.setToolTip(tr(read_only) or tr(self._why_not_apply(boundary, is_applied)))
        is_accepted = boundary.join.decision is Decision.ACCEPTED
        is_narrow = self.width() < WHOLE_FROM
        accept = tr("Accept") if is_narrow else tr("Accept as is")
        self.accept.setText(tr("Accepted") if is_accepted else accept)
        self.accept.setEnabled(fixes.can_decide and not is_accepted)
        self.accept.setToolTip(tr(read_only) or tr("Leave it as it is; its value stays visible"))
        self.more.setEnabled(not self._state.is_read_only)
        self._fit_buttons()
        if is_accepted or not fixes.can_decide:
            self._close_reason()

    def _fit_buttons(self) -> None:
        """Beside each other with all their words, or with the fewest, or one below the other."""
        if self._is_too_wide() and self.apply.isEnabled():
            self.apply.setText(tr("Apply"))
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.TopToBottom if self._is_too_wide() else way.LeftToRight)

    def _is_too_wide(self) -> bool:
        buttons = self.apply.sizeHint().width() + SPACE_S + self.accept.sizeHint().width()
        return buttons > self.width() - 2 * PANEL_PADDING

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        boundary = self._fixes.boundary
        if boundary is not None:
            self.show_boundary(boundary)

    def ask_reason(self) -> None:
        """In place of the line above the buttons; Enter accepts, Esc lets go."""
        if self.accept.isEnabled():
            self._kept.hide()
            self.reason.clear()
            self.reason.show()
            self.reason.setFocus()

    def _can_apply(self) -> bool:
        fixes, fix = self._fixes, self._fixes.selected
        if not fixes.can_decide or fixes.is_applying:
            return False
        if fixes.is_working and not fixes.has_chosen:
            return True
        return fix is not None and fix.can_be_applied and not fixes.is_applied(fix)

    def _apply_words(self) -> str:
        fix = self._fixes.selected
        if self._fixes.is_applying:
            return "Working…"
        if self._fixes.is_working and not self._fixes.has_chosen:
            if self.width() >= WHOLE_FROM * self._context.theme.text.factor:
                return "Apply the best"
            return "Apply best" if self._context.theme.text.factor <= 1 else "Apply"
        if fix is None:
            return "Apply"
        what = short_name(fix.candidate.name)
        if fix.is_offered:
            return tr("Apply {what}", what=what)
        if self.width() < WHOLE_FROM:
            return "Apply anyway"
        return tr("Apply {what} anyway", what=what)

    def _why_not_apply(self, boundary: Boundary, is_applied: bool) -> str:
        if boundary.is_cut:
            return "A cut is never smoothed"
        if is_applied:
            return "It is applied already"
        fix = self._fixes.selected
        if fix is None:
            return "No fix is chosen"
        return tr("It {harm}", harm=fix.why_not) if fix.why_not else ""

    @Slot()
    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("decisions_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        boundary, can = self._fixes.boundary, self._fixes.can_decide
        is_decided = boundary is not None and boundary.join.decision is not None
        with_reason = menu.addAction(tr("Accept with a reason…"), self.ask_reason)
        with_reason.setEnabled(can and self.accept.isEnabled())
        menu.addAction(tr("Declare a cut"), self._fixes.declare_cut).setEnabled(can)
        menu.addAction(tr("Take the decision back"), self._fixes.take_back).setEnabled(is_decided)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @Slot()
    def _accept_with_reason(self) -> None:
        reason = self.reason.text().strip()
        self._close_reason()
        self._fixes.accept(reason)

    @Slot()
    def _close_reason(self) -> None:
        if self.reason.hasFocus():
            self.more.setFocus()  # or Qt hands it on to whatever comes next
        self.reason.hide()
        self._kept.show()

    def _tint(self) -> None:
        self.more.setIcon(self._context.theme.icon("ellipsis", "text"))
