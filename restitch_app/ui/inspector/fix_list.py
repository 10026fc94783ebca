"""The list of remedies: those worth a look first, the others on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.boundary.comparing import Trying
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.context import PanelContext
from restitch_app.ui.inspector.fix_row import FixRow
from restitch_app.ui.inspector.trying_row import TryingRow
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.tokens import SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.remedies.forecast import Forecast

SHOWN_FIRST = 4


class FixList(QWidget):
    def __init__(self, context: PanelContext, fixes: BoundaryFixes) -> None:
        super().__init__()
        self._context, self._fixes = context, fixes
        self.rows: dict[str, FixRow] = {}
        self._left_index: int | None = None
        self._shows_all = False
        self._in_tab_order: list[FixRow] = []
        self.trying = TryingRow(context.theme, fixes)
        self.more = QPushButton()
        self.more.setObjectName("more_fixes")
        self.more.setProperty("kind", "link")
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.clicked.connect(self._turn_over)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_S)
        self._layout.addWidget(self.trying)
        self._layout.addWidget(self.more)

    def refresh(self) -> None:
        if self._fixes.left_index != self._left_index:
            self._left_index, self._shows_all = self._fixes.left_index, False
        self.trying.refresh()
        fixes = self._fixes.fixes if self._fixes.can_decide else ()
        shown = self._shown(fixes)
        self._drop_rows({one.candidate.name for one in shown})
        for place, fix in enumerate(shown, start=1):
            self._show(fix, place)
        self._order_tabs([self.rows[fix.candidate.name] for fix in shown])
        hidden = len(fixes) - len(shown)
        is_ready = self._fixes.comparing.state is not Trying.WORKING
        self.more.setVisible(is_ready and (hidden > 0 or (self._shows_all and bool(fixes))))
        self.more.setText(
            tr("Show fewer")
            if self._shows_all
            else tr("Show {hidden} more that were tried", hidden=hidden)
        )

    def step_from(self, name: str, step: int) -> None:
        """The row before or after becomes the chosen one."""
        shown = [one.candidate.name for one in self._shown(self._fixes.fixes)]
        if name not in shown:
            return
        wanted = shown[max(0, min(shown.index(name) + step, len(shown) - 1))]
        self._fixes.select(wanted)
        self.rows[wanted].setFocus()

    def _shown(self, fixes: tuple[Forecast, ...]) -> list[Forecast]:
        if self._shows_all:
            return list(fixes)
        offered = [one for one in fixes if one.is_offered][:SHOWN_FIRST]
        extra = (self._fixes.bridge.forecast, self._fixes.selected)
        for fix in extra:  # frames that were paid for, and what is chosen
            if fix is not None and fix in fixes and fix not in offered:
                offered.append(fix)
        return offered

    def _show(self, fix: Forecast, place: int) -> None:
        name, fixes = fix.candidate.name, self._fixes
        shown = self.rows.get(name) or self._made(name)
        if self._layout.indexOf(shown) != place:
            self._layout.removeWidget(shown)
            self._layout.insertWidget(place, shown)
        is_selected = fix is fixes.selected
        shown.show_fix(
            fix,
            is_selected=is_selected,
            is_recommended=fixes.recommended == name,
            is_applied=fixes.is_applied(fix),
            tried_length=fixes.own_length.frames if is_selected else None,
            problem=fixes.own_length.problem if is_selected else "",
        )

    def _order_tabs(self, rows: list[FixRow]) -> None:
        """As they stand: new rows would come after everything else in the window."""
        if rows == self._in_tab_order:
            return
        self._in_tab_order = rows
        last: QWidget = self.trying.go
        for shown in rows:
            for part in (shown, shown.play, shown.length.slider):
                QWidget.setTabOrder(last, part)
                last = part
        QWidget.setTabOrder(last, self.more)

    def _made(self, name: str) -> FixRow:
        made = self.rows[name] = FixRow(self._context.theme, name)
        made.clicked.connect(lambda: self._fixes.select(name))
        made.play_asked.connect(lambda: self._fixes.play(name))
        made.step_asked.connect(lambda step: self.step_from(name, step))
        made.length_asked.connect(lambda frames: self._fixes.set_length(name, frames))
        return made

    def _drop_rows(self, kept: set[str]) -> None:
        for name in set(self.rows) - kept:
            gone = self.rows.pop(name)
            if gone.hasFocus():
                self.setFocus()
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    @Slot()
    def _turn_over(self) -> None:
        self._shows_all = not self._shows_all
        self.refresh()
