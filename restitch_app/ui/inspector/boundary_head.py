"""The upper part of the Boundary tab: verdict, what is wrong, four measures, what was decided."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.boundaries import Boundary
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.inspector.boundary_words import (
    LEAVES_AS_IS,
    Measure,
    call_line,
    call_moment,
    decision_line,
    four_measures,
    sentence,
    shape_of,
    treatment_line,
    value_line,
    verdict,
)
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import TIGHT_FROM
from restitch_app.ui.pieces.widgets import IconLabel, KeyButton, ShapeMark, label, row
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_M, SPACE_S, SPACE_XS

LEAST_WIDTH = 326
"""From this width on verdict and natural range stand beside each other, if they fit."""


class BoundaryHead(QWidget):
    inspect_asked = Signal(int)  # left index: show the boundary page

    def __init__(self, context: PanelContext, fixes: BoundaryFixes) -> None:
        super().__init__()
        self._context, self._state, self._fixes = context, context.state, fixes
        theme = context.theme
        self._mark = ShapeMark(theme, Shape.NOT_CHECKED, 14)
        self._verdict = label("", "heading")
        self._verdict.setObjectName("boundary_verdict")
        self._value = label("", "detail", "2")
        self._value.setObjectName("boundary_value")
        self._below = label("", "detail", "2")
        self._below.setObjectName("boundary_value_below")
        self._sentence = label("")
        self._sentence.setObjectName("boundary_sentence")
        self._sentence.setWordWrap(True)
        self._measures = FourMeasures(context)
        self._treatment, self.remove = _line("boundary_treatment", "Remove", "remove_fix")
        self.remove.clicked.connect(fixes.remove)
        self._decision, self.take_back = _line("boundary_decision", "Take back", "take_back")
        self.take_back.clicked.connect(fixes.take_back)
        self._call, self.call_back = _line("boundary_call", "Take back", "call_back")
        self.call_back.setAccessibleName(tr("Take back wrong call"))
        self.call_back.clicked.connect(context.actions[Act.CALL_BACK].trigger)
        self.inspect = KeyButton(theme, "Inspect boundary", "spline")
        live_key(context.actions, Act.SMOOTH, self.inspect)
        self.inspect.setObjectName("inspect_boundary")
        self.inspect.clicked.connect(self._ask_inspect)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL_PADDING, SPACE_M, PANEL_PADDING, SPACE_S)
        column.setSpacing(SPACE_XS)
        column.addLayout(row(self._mark, self._verdict, -1, self._value))
        column.addWidget(self._below)
        column.addWidget(self._sentence)
        column.addWidget(self._measures)
        for words, button in (
            (self._treatment, self.remove),
            (self._decision, self.take_back),
            (self._call, self.call_back),
        ):
            line = row(words, button)
            line.setStretch(0, 1)
            column.addLayout(line)
        column.addLayout(row(self.inspect, -1))

    def _fit_inspect(self) -> None:
        """Its one button is as wide as its words: what is below would be cut off with it."""
        is_tight = self._context.theme.text.factor >= TIGHT_FROM
        self.inspect.setText(tr("Inspect") if is_tight else tr("Inspect boundary"))

    def set_page_open(self, is_open: bool) -> None:
        """The boundary page shows what `Inspect boundary` would open."""
        self.inspect.setVisible(not is_open)
        self._keep_room()

    def show_boundary(self, boundary: Boundary) -> None:
        right = self._state.current(boundary.left_index + 1)
        self._mark.setVisible(not boundary.is_cut)
        self._mark.set_shape(shape_of(boundary))
        self._verdict.setText(tr(verdict(boundary)))
        self._show_value(boundary)
        told = self._fixes.problem or sentence(boundary, right)
        self._sentence.setText(tr(told))
        self._sentence.setToolTip(tr(told))
        self._fit_inspect()
        self._measures.show_measures(() if boundary.is_cut else four_measures(boundary))
        _show_line(self._treatment, self.remove, self._treatment_words(boundary))
        if boundary.join.treatment.method in LEAVES_AS_IS or not self._fixes.can_decide:
            _hide(self.remove)
        _show_line(self._decision, self.take_back, decision_line(boundary))
        self.take_back.setEnabled(not self._state.is_read_only)
        call = None if boundary.is_cut else self._state.call(boundary.left_index)
        _show_line(self._call, self.call_back, call_line(call))
        self._call.setToolTip(tr(call_moment(call)))
        self.call_back.setEnabled(not self._state.is_read_only)
        self._keep_room()

    def _treatment_words(self, boundary: Boundary) -> str:
        """With what it does that it should not, where that was known and it was applied anyway."""
        told, fixes = treatment_line(boundary), self._fixes
        applied = (fix for fix in fixes.fixes if fix.why_not and fixes.is_applied(fix))
        harms = [fix.why_not.split(":")[0] for fix in applied]  # its number was a prediction
        return f"{tr(told)} {tr('It {harm}.', harm=harms[0])}" if told and harms else told

    def _show_value(self, boundary: Boundary) -> None:
        """Never the value without its natural range: below the verdict where it is narrow."""
        told = value_line(boundary)
        needed = self._value.fontMetrics().horizontalAdvance(told)
        needed += self._verdict.sizeHint().width() + self._mark.width() + 2 * SPACE_S
        is_wide = self.width() - 2 * PANEL_PADDING >= max(LEAST_WIDTH, needed)
        self._value.setText(tr(told) if is_wide else "")
        self._below.setText("" if is_wide else tr(told))
        self._below.setVisible(not is_wide and bool(told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        boundary = self._fixes.boundary
        if boundary is not None:
            self._show_value(boundary)
        self._keep_room()

    def _keep_room(self) -> None:
        """A scroll area asks only for the least height, and wrapped lines claim hardly any."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    @Slot()
    def _ask_inspect(self) -> None:
        boundary = self._fixes.boundary
        if boundary is not None:
            self.inspect_asked.emit(boundary.left_index)


class FourMeasures(QWidget):
    """Brightness, sharpness, shift and colour beside their icons."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.setObjectName("four_measures")
        self._theme = context.theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_XS)
        self._parts = [
            (IconLabel(self._theme, "", "text_2", 14), label("", "detail", "2")) for _ in range(4)
        ]
        self._theme.changed.connect(self._lay_out)
        self._lay_out()

    @Slot()
    def _lay_out(self) -> None:
        """In one line, or with large text in two."""
        in_line = 2 if self._theme.text.factor >= TIGHT_FROM else 4
        for number, (icon, text) in enumerate(self._parts):
            line, column = divmod(number, in_line)
            self._grid.addWidget(icon, line, 3 * column)
            self._grid.addWidget(text, line, 3 * column + 1)
        for column in range(4):
            self._grid.setColumnMinimumWidth(3 * column + 2, SPACE_S if column < in_line - 1 else 0)
            self._grid.setColumnStretch(3 * column + 2, int(column == in_line - 1))

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        self.setVisible(bool(measures))
        self.setAccessibleName(tr(". ".join(measure.told for measure in measures)))
        for (icon, text), measure in zip(self._parts, measures, strict=False):
            icon.set_icon(measure.icon)
            text.setText(tr(measure.text))
            for part in (icon, text):
                part.setToolTip(tr(measure.told))


def _line(name: str, act: str, act_name: str) -> tuple[QLabel, QPushButton]:
    words = label("", "detail", "2")
    words.setObjectName(name)
    words.setWordWrap(True)
    button = QPushButton(tr(act))
    button.setObjectName(act_name)
    return words, button


def _show_line(words: QLabel, button: QPushButton, text: str) -> None:
    words.setText(tr(text))
    words.setToolTip(tr(text))  # a short window has no room for all lines
    words.setVisible(bool(text))
    if text:
        button.show()
    else:
        _hide(button)


def _hide(button: QPushButton) -> None:
    """The focus stays in the tab: with none, the keyboard would do nothing any more."""
    parent = button.parentWidget()
    if button.hasFocus() and parent is not None:
        parent.setFocus()
    button.hide()
