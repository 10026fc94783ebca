"""All the rest a workflow takes, grouped by node; built piece by piece, so that nothing waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from restitch_app.domain.workflows import FormField
from restitch_app.ui.forms.field_row import FieldRow
from restitch_app.ui.forms.values import FormValues
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import ElidedLabel, label
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS

SLICE_MS = 8
"""At a time, between two turns of the event loop."""
LABEL_WIDTH = 168
INDENT = 8


class MoreFields(QWidget):
    """`problems` are shown at their fields as soon as these are there."""

    built = Signal()  # every field is there

    def __init__(self, theme: Theme, fields: Sequence[FormField], values: FormValues) -> None:
        super().__init__()
        self.setObjectName("more_fields")
        self._theme, self._values = theme, values
        self._groups = [_Group(title, inside) for title, inside in _by_node(fields)]
        self._waiting = [(group, field) for group in self._groups for field in group.fields]
        self._problems: Mapping[str, str] = {}
        self.filter = QLineEdit()
        self.filter.setObjectName("filter_fields")
        self.filter.setPlaceholderText(tr("Filter by node, field or value"))
        self.filter.setAccessibleName(tr("Filter the fields"))
        self.filter.textChanged.connect(self._filter)
        self._none = label(tr("Nothing by that name"), "detail", "3")
        self._none.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.filter)
        layout.addWidget(self._none)
        for group in self._groups:
            layout.addWidget(group)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_some)
        self._timer.start()

    def row(self, name: str) -> FieldRow | None:
        """None while it is not built, or there is none."""
        for group in self._groups:
            if name in group.rows:
                return group.rows[name]
        return None

    def need(self, name: str) -> FieldRow | None:
        """The field's row, built at once if it has to be."""
        for number, (group, field) in enumerate(self._waiting):
            if field.name == name:
                del self._waiting[number]
                self._build(group, field)
                break
        return self.row(name)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """By field name."""
        self._problems = problems
        for group in self._groups:
            for name, row in group.rows.items():
                row.show_problem(problems.get(name, ""))

    @Slot()
    def _build_some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < SLICE_MS:
            self._build(*self._waiting.pop(self._next()))
        if not self._waiting:
            self._timer.stop()
            self.built.emit()

    def _next(self) -> int:
        """What is looked for comes first."""
        for number, (group, _field) in enumerate(self._waiting):
            if group.isVisible():
                return number
        return 0

    def _build(self, group: _Group, field: FormField) -> None:
        row = FieldRow(self._theme, field, self._values, label_width=LABEL_WIDTH)
        row.show_problem(self._problems.get(field.name, ""))
        group.add(row, field)
        row.setVisible(_fits(field, self._wanted))

    @property
    def _wanted(self) -> str:
        return self.filter.text().strip().casefold()

    @Slot()
    def _filter(self) -> None:
        wanted = self._wanted
        found = [group.show_fitting(wanted) for group in self._groups]
        self._none.setVisible(not any(found))


class _Group(QWidget):
    """The fields of one node, in the node's own order."""

    def __init__(self, title: str, fields: Sequence[FormField]) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(INDENT, 0, 0, 0)
        self._column.setSpacing(SPACE_XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(ElidedLabel(title, "detail-strong", "2"))
        layout.addLayout(self._column)

    def add(self, row: FieldRow, field: FormField) -> None:
        order = [one.name for one in self.fields]
        before = sum(name in self.rows for name in order[: order.index(field.name)])
        self._column.insertWidget(before, row)
        self.rows[field.name] = row

    def show_fitting(self, wanted: str) -> bool:
        """Whether any field fits."""
        fitting = {field.name for field in self.fields if _fits(field, wanted)}
        for name, row in self.rows.items():
            row.setVisible(name in fitting)
        self.setVisible(bool(fitting))
        return bool(fitting)


def _fits(field: FormField, wanted: str) -> bool:
    texts = (field.node_title, field.label, field.name, str(field.value))
    return any(wanted in text.casefold() for text in texts)


def _by_node(fields: Sequence[FormField]) -> list[tuple[str, list[FormField]]]:
    """Titles tell nodes apart: the service adds to those that would be the same."""
    groups: dict[str, list[FormField]] = {}
    for field in fields:
        groups.setdefault(field.node_title, []).append(field)
    return list(groups.items())
