"""What stands against a request, in one place: to read, to copy, and with ways on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.preflight import PreflightProblem
from restitch_app.ui.dialogs.standing import Standing
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import empty
from restitch_app.ui.pieces.widgets import IconLabel, label, restyled, row
from restitch_app.ui.pieces.wording import breakable
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS

MOST_LINES = 5
MOST_SERVERS = 3


class PreflightBox(QFrame):
    workflow_asked = Signal()
    server_asked = Signal(str)  # url
    field_asked = Signal(object)  # PreflightProblem

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standing = Standing()
        self.setObjectName("preflight")
        self.setProperty("kind", "card")
        self._icon = IconLabel(theme, "circle-alert", "visible")
        self.told = label("", "strong")
        self.told.setObjectName("preflight_told")
        self.told.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_XS)
        self.copy = _button("Copy list", "copy_problems")
        self.copy.clicked.connect(self._copy)
        self.another = _button("Another workflow", "another_workflow")
        self.another.clicked.connect(self.workflow_asked)
        self._servers = row()
        self._ways = QWidget()
        ways = row(self.copy, self.another)
        ways.addLayout(self._servers)
        ways.addStretch(1)
        self._ways.setLayout(ways)
        head = row(self._icon, self.told)
        head.setStretch(1, 1)
        head.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        layout.setSpacing(SPACE_S)
        layout.addLayout(head)
        layout.addLayout(self._lines)
        layout.addWidget(self._ways)
        self.setVisible(False)

    def show_standing(self, standing: Standing, elsewhere: Sequence[PreflightProblem]) -> None:
        """`elsewhere`: the problems that no field of the dialog shows."""
        self._standing = standing
        self.setVisible(bool(standing.told))
        self.told.setText(tr(standing.told))
        is_wrong = not standing.can_ask
        self._icon.set_icon(
            "circle-alert" if is_wrong else "clock", "visible" if is_wrong else "text_2"
        )
        restyled(self, "state", "failed" if is_wrong else "")
        self._show_lines(elsewhere)
        empty(self._servers)
        for one in standing.others[:MOST_SERVERS]:
            use = _button(tr("Use {server}", server=one.server_name), "use_server")
            use.setToolTip(tr("It can run this as it is"))
            use.clicked.connect(partial(self._ask_server, one.server_url))
            self._servers.addWidget(use)
        self.copy.setVisible(bool(standing.problems))
        self.another.setVisible(bool(standing.problems))
        self._ways.setVisible(bool(standing.problems or standing.others))

    def _show_lines(self, elsewhere: Sequence[PreflightProblem]) -> None:
        empty(self._lines)
        problems = self._standing.problems
        first = [one for one in problems if one in elsewhere]
        ordered = [*first, *(one for one in problems if one not in elsewhere)]
        for problem in ordered[:MOST_LINES]:
            self._lines.addWidget(self._line(problem, has_field=problem not in elsewhere))
        if len(ordered) > MOST_LINES:
            count = len(ordered) - MOST_LINES
            rest = tr("{count} more; Copy list has them all.", count=count)
            self._lines.addWidget(label(rest, "detail", "2"))

    def _line(self, problem: PreflightProblem, *, has_field: bool) -> QWidget:
        told = label(breakable(_words(problem)), "detail")
        told.setObjectName("preflight_problem")
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if not has_field:
            return told
        show = _button("Show", "show_field")
        show.setProperty("kind", "link")
        show.setAccessibleName(tr("Show the field: {problem}", problem=_words(problem)))
        show.clicked.connect(partial(self._ask_field, problem))
        both = QWidget()
        line = row(told, show)
        line.setStretch(0, 1)
        line.setAlignment(show, Qt.AlignmentFlag.AlignTop)
        both.setLayout(line)
        return both

    @Slot()
    def _copy(self) -> None:
        lines = [tr(self._standing.told), *map(_words, self._standing.problems)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _ask_server(self, url: str, _is_on: bool = False) -> None:
        self.server_asked.emit(url)

    def _ask_field(self, problem: PreflightProblem, _is_on: bool = False) -> None:
        self.field_asked.emit(problem)


def _words(problem: PreflightProblem) -> str:
    """Its place is named as the workflow names it."""
    place = " ▸ ".join(part for part in (problem.node_title, problem.input_name) if part)
    where = f"{place}: " if place else ""
    return f"{where}{tr(str(problem).removeprefix(where))}"


def _button(text: str, name: str) -> QPushButton:
    made = QPushButton(tr(text))
    made.setObjectName(name)
    made.setAutoDefault(False)
    return made
