"""Which workflow renders it: the version's own, another of the project, or one that comes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.workflows.words import origin_words

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import RegenerationPlan

ADD_WORDS = "Add workflow…"
WORKFLOW_FILES = "Workflows (*.json *.png *.webp *.mp4 *.mkv *.webm *.mov);;All files (*)"


@dataclass(frozen=True, slots=True)
class WorkflowPick:
    """One of them; none of them is the version's own."""

    record_id: int | None = None
    bundled: str = ""
    file: Path | None = None


OWN = WorkflowPick()


class WorkflowPicker(QWidget):
    picked = Signal(object)  # WorkflowPick
    file_asked = Signal()
    inputs_asked = Signal()

    def __init__(self, theme: Theme, bundled: Sequence[tuple[str, str]]) -> None:
        """`bundled`: name and title of those that come with Restitch."""
        super().__init__()
        self._bundled = tuple(bundled)
        self._now = OWN
        self.box = ChoiceBox(theme)
        self.box.setObjectName("workflow")
        self.box.setAccessibleName(tr("Workflow"))
        self.box.activated.connect(self._activated)
        self.inputs = QPushButton(tr("Inputs…"))
        self.inputs.setObjectName("workflow_inputs")
        self.inputs.setAutoDefault(False)
        self.inputs.setAccessibleName(tr("Workflow inputs…"))
        self.inputs.clicked.connect(self.inputs_asked)
        layout = row(self.box, self.inputs)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    @property
    def now(self) -> WorkflowPick:
        return self._now

    def show_plan(self, plan: RegenerationPlan, now: WorkflowPick) -> None:
        self._now = now
        box = self.box
        box.clear()
        own = next((one for one in plan.workflows if one.id == plan.workflow_id), None)
        version = f"v{plan.version.number}"
        is_own = now == OWN
        if is_own and own is not None:
            box.addItem(tr("{name} · of {version}", name=Verbatim(own.name), version=version), OWN)
        elif not is_own or plan.fields or plan.parameters:
            box.addItem(tr("The one {version} was made with", version=version), OWN)
        else:
            box.addItem(tr("No workflow"), OWN)
        self._add_records([one for one in plan.workflows if not (is_own and one is own)])
        self._add_bundled({one.origin_detail for one in plan.workflows if _is_bundled(one)})
        box.insertSeparator(box.count())
        box.addItem(tr(ADD_WORDS))
        self._show(now)
        self.inputs.setEnabled(own is not None)
        told = "See and correct what its inputs mean" if own else "There is no workflow to look at"
        self.inputs.setToolTip(tr(told))

    def _add_records(self, records: Sequence[WorkflowRecord]) -> None:
        for number, record in enumerate(records):
            if number == 0:
                self.box.insertSeparator(self.box.count())
            waits = tr("{name} · waits for a server", name=Verbatim(record.name))
            name = record.name if record.is_converted else waits
            self.box.addItem(name, WorkflowPick(record_id=record.id))
            tip = origin_words(record)
            self.box.setItemData(self.box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def _add_bundled(self, there: set[str]) -> None:
        left = [(name, title) for name, title in self._bundled if name not in there]
        for number, (name, title) in enumerate(left):
            if number == 0:
                self.box.insertSeparator(self.box.count())
            self.box.addItem(
                tr("{title} · comes with Restitch", title=title), WorkflowPick(bundled=name)
            )

    def _show(self, pick: WorkflowPick) -> None:
        found = [n for n in range(self.box.count()) if self.box.itemData(n) == pick]
        self.box.setCurrentIndex(found[0] if found else 0)
        self.box.setToolTip(self.box.currentText())

    @Slot(int)
    def _activated(self, number: int) -> None:
        pick = self.box.itemData(number)
        self._show(self._now)  # until it is there
        if isinstance(pick, WorkflowPick):
            if pick != self._now:
                self.picked.emit(pick)
        elif number == self.box.count() - 1:  # to add one
            self.file_asked.emit()


def _is_bundled(record: WorkflowRecord) -> bool:
    return record.origin is WorkflowOrigin.BUNDLED
