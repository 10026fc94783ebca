"""The Boundary tab: verdict, remedies and the decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.joins import Decision
from restitch_app.ui.actions import Act, key_hint
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.boundary.remedies import WORDS, Remedy
from restitch_app.ui.context import PanelContext
from restitch_app.ui.inspector.boundary_words import (
    sentence,
    shape_of,
    treatment_line,
    value_line,
    verdict,
)
from restitch_app.ui.inspector.fix_row import FixRow
from restitch_app.ui.inspector.section import Section, scrolling
from restitch_app.ui.inspector.segment_head import READ_ONLY
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_M, SPACE_S
from restitch_app.ui.widgets import IconLabel, KeyButton, ShapeMark, label, row

WHOLE_FROM = 350
"""Width from which the natural range stands beside the value."""


class BoundaryTab(QWidget):
    inspect_asked = Signal(int)  # left index: show the boundary page

    def __init__(
        self, context: PanelContext, fixes: BoundaryFixes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("boundary_tab")
        self._context, self._state, self._fixes = context, context.state, fixes
        self.rows = {remedy: FixRow(context.theme, remedy) for remedy in Remedy}
        self._none = label("Select a boundary in the timeline.", "", "2")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._head = self._made_head()
        self._foot = self._made_foot()
        self._list = self._made_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._none, 1)
        layout.addWidget(self._head)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._foot)
        fixes.changed.connect(self.refresh)
        self._state.scene_changed.connect(self.refresh)
        for remedy, shown in self.rows.items():
            shown.clicked.connect(lambda remedy=remedy: fixes.select(remedy))
            shown.play_asked.connect(lambda remedy=remedy: fixes.play(remedy))
            shown.step_asked.connect(lambda step, remedy=remedy: self._step_from(remedy, step))
            shown.window_asked.connect(lambda size, remedy=remedy: fixes.set_window(remedy, size))
        self.refresh()

    def _made_head(self) -> QWidget:
        theme = self._context.theme
        self._mark = ShapeMark(theme, Shape.NOT_CHECKED, 14)
        self._verdict = label("", "heading")
        self._verdict.setObjectName("boundary_verdict")
        self._value = label("", "detail", "2")
        self._value.setObjectName("boundary_value")
        self._sentence = label("")
        self._sentence.setObjectName("boundary_sentence")
        self._sentence.setWordWrap(True)
        self._treatment = label("", "detail", "2")
        self._treatment.setWordWrap(True)
        self.inspect = KeyButton(
            theme, "Inspect boundary", "spline", key_hint(self._context.actions, Act.SMOOTH)
        )
        self.inspect.setObjectName("inspect_boundary")
        self.inspect.clicked.connect(self._ask_inspect)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(PANEL_PADDING, SPACE_M, PANEL_PADDING, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addLayout(row(self._mark, self._verdict, -1, self._value))
        column.addWidget(self._sentence)
        column.addWidget(self._treatment)
        column.addLayout(row(self.inspect, -1))
        return head

    def _made_list(self) -> QWidget:
        section = Section("Fix", label("Predicted SSIM · preview", "caption", "3"))
        for shown in self.rows.values():
            section.body.addWidget(shown)
        section.body.addWidget(self._made_regenerate())
        section.body.addStretch(1)
        scroll = scrolling(section)
        scroll.setObjectName("fixes")
        return scroll

    def _made_regenerate(self) -> QWidget:
        self._regenerate_words = label("", "detail", "2")
        self._regenerate_words.setWordWrap(True)
        self.regenerate = KeyButton(self._context.theme, "Regenerate…")
        self.regenerate.setObjectName("regenerate_right")
        self.regenerate.clicked.connect(self._fixes.regenerate)
        self._seed_icon = IconLabel(self._context.theme, "refresh-cw", "text_2")
        frame = QFrame()
        frame.setProperty("kind", "dashed")
        frame.setLayout(
            row(
                self._seed_icon,
                self._regenerate_words,
                self.regenerate,
                margins=(SPACE_S, SPACE_S, SPACE_S, SPACE_S),
            )
        )
        frame.layout().setStretch(1, 1)  # type: ignore[union-attr] # it was just set
        return frame

    def _made_foot(self) -> QWidget:
        actions = self._context.actions
        self.apply = KeyButton(
            self._context.theme,
            "Apply",
            "",
            key_hint(actions, Act.APPLY).replace("Return", "Enter"),
            "primary",
        )
        self.apply.setObjectName("apply_fix")
        self.apply.clicked.connect(self._fixes.apply)
        self.accept = KeyButton(
            self._context.theme, "Accept as is", "", key_hint(actions, Act.APPROVE)
        )
        self.accept.setObjectName("accept")
        self.accept.clicked.connect(self._fixes.accept)
        foot = QWidget()
        foot.setProperty("edge", "top")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(foot)
        column.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addWidget(label("Clips are not changed. You can undo this.", "detail", "3"))
        buttons = row(self.apply, self.accept)
        buttons.setStretch(0, 1)
        column.addLayout(buttons)
        return foot

    def set_page_open(self, is_open: bool) -> None:
        """The boundary page shows what `Inspect boundary` would open."""
        self.inspect.setVisible(not is_open)

    @Slot()
    def refresh(self) -> None:
        boundary, settings = self._fixes.boundary, self._state.settings
        is_shown = boundary is not None and settings is not None
        self._none.setVisible(not is_shown)
        for part in (self._head, self._list, self._foot):
            part.setVisible(is_shown)
        if boundary is None or settings is None:
            return
        right = self._state.current(boundary.left_index + 1)
        self._mark.set_shape(shape_of(boundary))
        self._verdict.setText(verdict(boundary))
        self._show_value()
        self._sentence.setText(self._fixes.problem or sentence(boundary, right, settings))
        self._treatment.setText(treatment_line(boundary))
        self._treatment.setVisible(bool(self._treatment.text()))
        self._show_regenerate(boundary)
        self._show_fixes()
        self._show_foot(boundary)

    def _show_value(self) -> None:
        boundary = self._fixes.boundary
        if boundary is not None:
            whole = value_line(boundary)
            self._value.setText(whole if self.width() >= WHOLE_FROM else whole.partition(" · ")[0])
            self._value.setToolTip(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_value()

    def _show_regenerate(self, boundary: Boundary) -> None:
        number = boundary.left_index + 2
        right = self._state.current(boundary.left_index + 1)
        is_stale = right is not None and right.stale_root_index == right.sequence_index
        self._seed_icon.set_icon("unlink" if is_stale else "refresh-cw", "text_2")
        self._regenerate_words.setText(
            f"Or regenerate segment {number} from this frame"
            if is_stale
            else f"Or regenerate segment {number}"
        )
        self.regenerate.setText(f"Regenerate {number}…")
        self.regenerate.setEnabled(not self._state.is_read_only)

    def _show_fixes(self) -> None:
        known = {fix.remedy: fix for fix in self._fixes.fixes}
        selected = self._fixes.selected
        for remedy, shown in self.rows.items():
            fix = known.get(remedy)
            shown.setVisible(fix is not None)
            if fix is not None:
                shown.show_fix(
                    fix,
                    is_selected=selected is fix,
                    is_recommended=self._fixes.recommended is remedy,
                    is_applied=self._fixes.is_applied(fix),
                )

    def _show_foot(self, boundary: Boundary) -> None:
        fix = self._fixes.selected
        can = self._fixes.can_decide
        is_applied = fix is not None and self._fixes.is_applied(fix)
        words = WORDS[fix.remedy].apply if fix else "Apply"
        self.apply.setText("Working…" if self._fixes.is_applying else words)
        self.apply.setEnabled(can and fix is not None and not fix.problem and not is_applied)
        is_accepted = boundary.join.decision is Decision.ACCEPTED
        self.accept.setText("Accepted" if is_accepted else "Accept as is")
        self.accept.setEnabled(can and not is_accepted)
        reason = READ_ONLY if self._state.is_read_only else ""
        self.apply.setToolTip(reason or ("It is applied already" if is_applied else ""))
        self.accept.setToolTip(reason or "Leave it as it is; its value stays visible")

    def _step_from(self, remedy: Remedy, step: int) -> None:
        """The row before or after becomes the chosen one."""
        shown = [one for one, row_ in self.rows.items() if not row_.isHidden()]
        wanted = shown[max(0, min(shown.index(remedy) + step, len(shown) - 1))]
        self._fixes.select(wanted)
        self.rows[wanted].setFocus()

    def _ask_inspect(self) -> None:
        boundary = self._fixes.boundary
        if boundary is not None:
            self.inspect_asked.emit(boundary.left_index)
