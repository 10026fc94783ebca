"""What quality checks warn of and fail at, in the open project."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.quality_gates import (
    GATES,
    Gate,
    Preset,
    gate_problem,
    limit_of,
    preset_limits,
    preset_of,
    with_limit,
)
from restitch_app.ui.background.running import Running
from restitch_app.ui.context import PanelContext
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.forms.number_fields import RealField
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.settings.page import FieldNote, SettingsPage, heading, not_changeable
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS

if TYPE_CHECKING:
    from restitch_app.domain.progress import JobContext
    from restitch_app.domain.versions import Scene
    from restitch_app.services.workbench import Workbench

PRESETS = {
    Preset.STRICT: "Strict",
    Preset.NORMAL: "Normal",
    Preset.LENIENT: "Lenient",
    Preset.OFF: "Off: only the format is checked",
}
OWN = "Own limits"
ABOUT = (
    "A check warns from the first limit on and fails from the second on. Results that are here "
    "already keep what was said about them."
)
NO_PROJECT = "Open a project to see its quality gates."
CHANGING = "Changing quality gates"
NOT_KEPT = "It is not kept."
PRESET_WIDTH = 260
DECIMALS = 3


class QualityPage(SettingsPage):
    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context, self._state = context, context.state
        self._run = Running(context)
        self._shown = QualityLimits()
        self._note, self._problem = FieldNote("quality_note"), FieldNote("quality_problem")
        self._preset = ChoiceBox(context.theme)
        self._preset.setObjectName("quality_preset")
        self._preset.setAccessibleName(tr("Preset"))
        self._preset.setFixedWidth(PRESET_WIDTH)
        self._preset.addItems([tr(words) for words in (*PRESETS.values(), OWN)])
        self._preset.activated.connect(self._choose_preset)
        self._reset = QPushButton(tr("Reset to defaults"))
        self._reset.setObjectName("reset_quality")
        self._reset.clicked.connect(lambda: self._keep(QualityLimits()))
        self.fields: dict[str, RealField] = {}
        """By the limit's name."""
        self._inside = self._built()
        self.body.addWidget(self._note)
        self.body.addWidget(self._inside)
        self.body.addStretch(1)
        self.body.addWidget(label(tr("These are kept in the project."), "detail", "3"))
        self._state.scene_changed.connect(self._write)
        self._write()

    def leave(self) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def _built(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(heading(tr("What quality checks pass"), ABOUT))
        column.addLayout(row(self._preset, self._reset, -1))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(4, 1)
        for number, words in enumerate(("Warns from", "Fails from", "Unit · defaults"), 1):
            grid.addWidget(label(tr(words), "detail", "2"), 0, number)
        for number, gate in enumerate(GATES, 1):
            self._add(grid, number, gate)
        column.addLayout(grid)
        column.addWidget(self._problem)
        return inside

    def _add(self, grid: QGridLayout, number: int, gate: Gate) -> None:
        grid.addWidget(label(tr(gate.words)), number, 0)
        for column, name in enumerate((gate.warn, gate.fail), 1):
            if name:
                told = "warns from" if column == 1 else "fails from"
                grid.addWidget(self._made(gate, name, told), number, column)
        usual = QualityLimits()
        names = [name for name in (gate.warn, gate.fail) if name]
        figures = [f"{limit_of(usual, name):g}" for name in names]
        defaults = figures[0]
        if len(figures) > 1:
            defaults = tr("{warn} and {fail}", warn=figures[0], fail=figures[1])
        grid.addWidget(label(f"{tr(gate.unit)} · {defaults}", "detail", "3"), number, 3)

    def _made(self, gate: Gate, name: str, told: str) -> RealField:
        field = RealField(self._context.theme)
        field.setObjectName(f"gate_{name}")
        parts = (gate.words, told, gate.unit) if gate.has_presets else (gate.words, gate.unit)
        field.setAccessibleName(", ".join(tr(part) for part in parts))
        field.setDecimals(DECIMALS)
        field.setRange(gate.least, gate.most)
        field.setSingleStep(0.01 if gate.most <= 1 else 0.05)
        field.editingFinished.connect(partial(self._leave, name))
        self.fields[name] = field
        return field

    # what is shown

    @Slot()
    def _write(self) -> None:
        if self.is_closed:
            return
        settings = self._state.settings
        why_not = not_changeable(self._context, NO_PROJECT)
        self._inside.setEnabled(not why_not)
        self._note.say(why_not)
        if settings is not None:
            self._shown = settings.quality
        self._problem.say("")
        preset = preset_of(self._shown)
        with QSignalBlocker(self._preset):
            shown = list(PRESETS).index(preset) if preset is not None else len(PRESETS)
            self._preset.setCurrentIndex(shown)
        self._reset.setEnabled(self._shown != QualityLimits())
        for name, field in self.fields.items():
            field.setEnabled(not self._shown.is_off)
            with QSignalBlocker(field):
                field.setValue(limit_of(self._shown, name))

    # what is done

    @Slot(int)
    def _choose_preset(self, number: int) -> None:
        """Own limits begin as those that are shown."""
        if number < len(PRESETS):
            self._keep(preset_limits(list(PRESETS)[number]))
        else:
            self._write()

    def _leave(self, name: str) -> None:
        value = round(self.fields[name].value(), DECIMALS)
        if value == round(limit_of(self._shown, name), DECIMALS):
            return
        wanted = with_limit(self._shown, name, value)
        problem = gate_problem(wanted)
        self._problem.refuse(f"{tr(problem)} {tr(NOT_KEPT)}" if problem else "")
        if not problem:
            self._keep(wanted)

    def _keep(self, limits: QualityLimits) -> None:
        def change(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            from restitch_app.services.project.settings import change_quality

            return change_quality(bench.project, limits)

        self._run.decide(CHANGING, change)
