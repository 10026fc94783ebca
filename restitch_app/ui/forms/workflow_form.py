"""The fields of the regenerate dialog: those a reviewer wants, and all others under More."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.preflight import PreflightProblem
from restitch_app.domain.workflows import FormField, Preset
from restitch_app.ui.forms.changed_dot import ChangedDot
from restitch_app.ui.forms.field_row import FieldRow, FormRow
from restitch_app.ui.forms.more_fields import MoreFields
from restitch_app.ui.forms.preset_button import PresetButton
from restitch_app.ui.forms.seed_row import SeedRow
from restitch_app.ui.forms.takes_row import TakesRow
from restitch_app.ui.forms.values import SEED, FormValues
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import label, row, set_word_icon
from restitch_app.ui.pieces.wording import counted
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_S

SECOND_LABEL_WIDTH = 72


class WorkflowForm(QWidget):
    changed = Signal()
    """Values or number of takes."""

    def __init__(
        self,
        theme: Theme,
        fields: Sequence[FormField],
        presets: Sequence[Preset],
        version_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workflow_form")
        self._theme = theme
        self.values = FormValues(fields, self)
        self._rows: dict[str, FormRow] = {}
        parts = {part for field in fields for part in field.parts}
        self._rest = [one for one in fields if not one.is_common and one.name not in parts]
        self._more: MoreFields | None = None
        self._problems: Mapping[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S)
        self.seed: SeedRow | None = None
        self.takes_row = TakesRow(theme, self.values)
        self._add_common([one for one in fields if one.is_common and one.name not in parts])
        self._add_legend(presets, version_name)
        self._add_more()
        self.values.changed.connect(self._changed)
        self.takes_row.edited.connect(self.changed)
        self._mark()

    @property
    def takes(self) -> int:
        return self.takes_row.takes.value()

    @property
    def is_complete(self) -> bool:
        return self.seed is None or self.seed.is_complete

    # building

    def _add_common(self, fields: Sequence[FormField]) -> None:
        for field in fields:
            if field.name == SEED:
                self.seed = SeedRow(self._theme, field, self.values)
                self._rows[SEED] = self.seed
                self._column.addWidget(self.seed)
        others = [FieldRow(self._theme, one, self.values) for one in fields if one.name != SEED]
        self._rows.update({one.name: one for one in others})
        small = [one for one in others if one.made.is_narrow]
        for first, second in zip(small[::2], [*small[1::2], None], strict=False):
            self._column.addLayout(_side_by_side(first, second))
        self._column.addWidget(self.takes_row)
        for one in others:
            if not one.made.is_narrow:
                self._column.addWidget(one)

    def _add_legend(self, presets: Sequence[Preset], version_name: str) -> None:
        self.presets = PresetButton(presets)
        self.presets.applied.connect(self._apply)
        self.reset = QPushButton(tr("Reset to {version}", version=version_name))
        self.reset.setObjectName("reset_parameters")
        self.reset.setProperty("kind", "link")
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self.put_back)
        told = label(tr("Changed since {version}", version=version_name), "detail", "2")
        self._legend = QWidget()
        self._legend.setLayout(row(ChangedDot(self._theme, is_on=True), told))
        self._note = label("", "detail", "2")
        self._note.setObjectName("form_note")
        self._note.setWordWrap(True)
        self._note.setVisible(False)
        line = FormRow(self._theme, "")
        line.put(row(self._legend, -1, self.presets, self.reset))
        line.under(self._note)
        self._column.addWidget(line)

    def _add_more(self) -> None:
        self.more_button = QPushButton("")
        self.more_button.setObjectName("more")
        self.more_button.setProperty("kind", "fold")
        self.more_button.setCheckable(True)
        self.more_button.setAutoDefault(False)
        self.more_button.toggled.connect(self._show_more)
        self._theme.changed.connect(self._tint)
        self._column.addWidget(self.more_button)
        self.more_button.setVisible(bool(self._rest))
        self._name_more()

    # more

    @Slot(bool)
    def _show_more(self, is_on: bool) -> None:
        if is_on:
            self._made_more()
        if self._more is not None:
            self._more.setVisible(is_on)
        self._name_more()

    def _made_more(self) -> MoreFields:
        if self._more is None:
            self._more = MoreFields(self._theme, self._rest, self.values)
            self._more.show_problems(self._problems)
            self._column.addWidget(self._more)
        return self._more

    @Slot()
    def _tint(self) -> None:
        sign = "chevron-down" if self.more_button.isChecked() else "chevron-right"
        set_word_icon(self.more_button, self._theme, sign, "text_2")

    def _name_more(self) -> None:
        self._tint()
        names = {field.name for field in self._rest}
        changed = sum(self.values.is_changed(name) for name in names)
        wrong = len(names & self._problems.keys())
        told = [tr(counted(len(names), "field"))]
        told += [tr("{count} changed", count=changed)] if changed else []
        told += [tr(counted(wrong, "problem"))] if wrong else []
        facts = ", ".join(told)
        self.more_button.setText(tr("More · {facts}", facts=facts))
        self.more_button.setAccessibleName(tr("More, {facts}", facts=facts))

    # what is wrong

    def show_problems(self, problems: Sequence[PreflightProblem]) -> tuple[PreflightProblem, ...]:
        """Each at its field, by key or place. Returns those that have no field here."""
        told: dict[str, list[str]] = {}
        homeless = []
        for problem in problems:
            name = self._name_of(problem)
            if name:
                told.setdefault(name, []).append(_at_field(problem))
            else:
                homeless.append(problem)
        self._problems = {name: "\n".join(lines) for name, lines in told.items()}
        for name, line in self._rows.items():
            line.show_problem(self._problems.get(name, ""))
        if self._more is not None:
            self._more.show_problems(self._problems)
        self._name_more()
        return tuple(homeless)

    def _name_of(self, problem: PreflightProblem) -> str:
        place = f"{problem.node_id}.{problem.input_name}"
        for name in (problem.key, place):
            if name and self.values.field(name) is not None:
                return name
        return ""

    def go_to(self, problem: PreflightProblem) -> QWidget | None:
        """Put the focus on the problem's field; None where it has none here."""
        name = self._name_of(problem)
        if name in self._rows:
            return _focused(self._rows[name], name)
        if not name:
            return None
        self.more_button.setChecked(True)
        found = self._made_more().need(name)
        return _focused(found, name) if found is not None else None

    # values

    @Slot(object)
    def _apply(self, preset: Preset) -> None:
        missing = self.values.apply(preset.values)
        told = tr(
            "The values of this preset that the workflow has no place for were left out: {names}",
            names=Verbatim(", ".join(missing)),
        )
        self._note.setText(told if missing else "")
        self._note.setVisible(bool(missing))

    @Slot()
    def put_back(self) -> None:
        self.values.put_back()
        self.takes_row.takes.setValue(1)

    @Slot()
    def _changed(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        names = self.values.parameters()
        self._legend.setVisible(any(self.values.is_changed(name) for name in names))
        self.reset.setVisible(bool(names))
        self.presets.set_can_save(bool(names), "" if names else "Nothing is changed")
        self._name_more()


def _side_by_side(first: FieldRow, second: FieldRow | None) -> QHBoxLayout:
    if second is None:
        return row(first, -1)
    second.set_label_width(SECOND_LABEL_WIDTH)
    made = row(first, SPACE_M, second, -1)
    for line in (first, second):
        made.setAlignment(line, Qt.AlignmentFlag.AlignTop)
    return made


def _focused(line: QWidget, name: str) -> QWidget | None:
    field = line.findChild(QWidget, f"field_{name}")
    if field is not None:
        field.setFocus()
    return field


def _at_field(problem: PreflightProblem) -> str:
    """As everywhere, without the place: the field is the place."""
    place = " ▸ ".join(part for part in (problem.node_title, problem.input_name) if part)
    return str(problem).removeprefix(f"{place}: ")
