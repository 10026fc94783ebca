"""What all inputs of a workflow mean, the open questions first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.domain.bindings import Binding, BindingChoice, Candidate, Confidence, InputName
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.inspector.parameters import name_of
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.section import empty
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M
from restitch_app.ui.workflows.binding_row import NAME_WIDTH, BindingRow

if TYPE_CHECKING:
    from restitch_app.services.workflows.library import WorkflowView

FOUND_WORDS = "The one that is found"


class BindingsView(QWidget):
    chosen = Signal(object)  # BindingChoice, whole

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bindings")
        self._theme = theme
        self._choice = BindingChoice()
        self._shown: tuple[object, ...] = ()
        self._rows: dict[str, BindingRow] = {}
        self.output = ChoiceBox(theme)
        self.output.setObjectName("output_node")
        self.output.setAccessibleName(tr("Result, the node whose video is taken"))
        self.output.activated.connect(self._output_picked)
        self._outputs: list[str | None] = []
        self._output_row = QWidget()
        name = label(tr("Result"))
        name.setFixedWidth(NAME_WIDTH)
        line = row(name, self.output)
        line.setStretch(1, 1)
        self._output_row.setLayout(line)
        self._places = QVBoxLayout()
        self._places.setSpacing(SPACE_M)
        self._absent = label("", "detail", "3")
        self._absent.setObjectName("absent_inputs")
        self._absent.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addLayout(self._places)
        layout.addWidget(self._output_row)
        layout.addWidget(self._absent)

    def show_view(self, view: WorkflowView) -> None:
        """In place where it is the same workflow, so that the focus stays."""
        self._choice = view.record.choice
        listed = [one for one in view.bindings if one.places or one.candidates]
        shown = (view.record.id, *sorted(one.key for one in listed))
        if shown != self._shown:
            self._shown = shown
            self._build(listed)
        for binding in listed:
            self._rows[binding.key].show_binding(binding)
        self._show_outputs(view.outputs, view.output_node)
        self._output_row.setVisible(bool(view.bindings))
        absent = ", ".join(tr(name_of(one.key)) for one in view.bindings if one not in listed)
        self._absent.setText(tr("Not in this workflow: {names}", names=absent) if absent else "")

    def focus_first(self) -> None:
        """An open question where there is one."""
        first = next(iter(self._rows.values()), None)
        if first is not None:
            first.box.setFocus()

    def _build(self, listed: list[Binding]) -> None:
        empty(self._places)
        open_first = sorted(listed, key=lambda one: one.confidence is not Confidence.UNSURE)
        self._rows = {one.key: BindingRow(self._theme, one) for one in open_first}
        for line in self._rows.values():
            line.chosen.connect(self._chosen)
            line.reset_asked.connect(self._reset)
            self._places.addWidget(line)

    def _show_outputs(self, outputs: tuple[Candidate, ...], taken: str) -> None:
        self.output.clear()
        self._outputs = [None]
        found = next((one for one in outputs if one.at.node_id == taken), None)
        title = f": {found.node_title}" if found and self._choice.output_node is None else ""
        self.output.addItem(tr(FOUND_WORDS) + title)
        for one in outputs:
            self._outputs.append(one.at.node_id)
            self.output.addItem(
                tr(
                    "{title} · {kind}, node {node}",
                    title=Verbatim(one.node_title),
                    kind=Verbatim(one.node_class),
                    node=one.at.node_id,
                )
            )
        chosen = self._choice.output_node
        self.output.setCurrentIndex(self._outputs.index(chosen) if chosen in self._outputs else 0)
        self.output.setEnabled(len(outputs) > 1)
        self.output.setToolTip(
            self.output.currentText() if len(outputs) > 1 else tr("There is no other")
        )

    # what is chosen

    def _choose(self, choice: BindingChoice) -> None:
        self._choice = choice
        self.chosen.emit(choice)

    @Slot(str, object)
    def _chosen(self, key: str, places: tuple[InputName, ...]) -> None:
        self._choose(self._choice.with_places(key, places))

    @Slot(str)
    def _reset(self, key: str) -> None:
        self._choose(self._choice.without(key))

    @Slot(int)
    def _output_picked(self, number: int) -> None:
        node = self._outputs[number]
        if node != self._choice.output_node:
            self._choose(replace(self._choice, output_node=node))
