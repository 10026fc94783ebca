"""The right of the regenerate dialog: workflow, server, values, and what it all sets off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.domain.preflight import PreflightProblem
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import line
from restitch_app.ui.dialogs.impact import ImpactBox
from restitch_app.ui.dialogs.preflight_box import PreflightBox
from restitch_app.ui.dialogs.server_picker import ServerPicker
from restitch_app.ui.dialogs.standing import Standing
from restitch_app.ui.dialogs.workflow_picker import WorkflowPick, WorkflowPicker
from restitch_app.ui.forms.field_row import FormRow
from restitch_app.ui.forms.workflow_form import WorkflowForm
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import RegenerationPlan
    from restitch_app.services.workbench import Workbench


class RightSide(QWidget):
    changed = Signal()
    """Values or number of takes."""
    field_shown = Signal(QWidget)
    """It has the focus, and may be out of sight."""

    def __init__(
        self,
        context: PanelContext,
        bench: Workbench,
        plan: RegenerationPlan,
        bundled: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__()
        self._theme = context.theme
        self.workflow = WorkflowPicker(context.theme, bundled)
        self.server = ServerPicker(
            context.theme, context.servers, context.runners.desk, bench, plan.server_url
        )
        self.standing = PreflightBox(context.theme)
        self.form = self._made_form(plan)
        self.impact = ImpactBox(context.theme, plan)
        self._problem = label("", "detail")
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[DIALOG_PADDING] * 4)
        self._column.setSpacing(SPACE_M)
        for name, content in (("Workflow", self.workflow), ("Server", self.server)):
            shown = FormRow(context.theme, name)
            shown.put(content)
            self._column.addWidget(shown)
        for part in (self.standing, self._problem, line(), self.form):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self.impact)
        self.standing.server_asked.connect(self.server.choose)
        self.standing.workflow_asked.connect(self._open_workflows)
        self.standing.field_asked.connect(self._go_to)

    def _made_form(self, plan: RegenerationPlan) -> WorkflowForm:
        version = f"v{plan.version.number}"
        made = WorkflowForm(self._theme, plan.fields, plan.presets, version)
        made.changed.connect(self.changed)
        return made

    def show_plan(self, plan: RegenerationPlan, pick: WorkflowPick) -> None:
        self.workflow.show_plan(plan, pick)
        self.show_problem(plan.refusal)

    def renew_form(self, plan: RegenerationPlan, *, is_same: bool) -> None:
        """Fields of another plan. What was typed stays, where the workflow has a place for it;
        "NODE.input" means something else in another workflow.
        """
        typed, takes = self.form.values.parameters(), self.form.takes
        is_unfolded = self.form.more_button.isChecked()
        focus: QWidget | None = self.focusWidget()
        is_inside = focus is not None and self.form.isAncestorOf(focus)
        focused = focus.objectName() if focus is not None and is_inside else ""
        was, self.form = self.form, self._made_form(plan)
        self._column.replaceWidget(was, self.form)
        was.hide()
        was.deleteLater()
        self.form.values.apply({k: v for k, v in typed.items() if is_same or "." not in k})
        self.form.takes_row.takes.setValue(takes)
        self.form.more_button.setChecked(is_unfolded and is_same)
        field = self.form.findChild(QWidget, focused) if focused else None
        if field is not None:
            field.setFocus()

    def show_problem(self, text: str) -> None:
        """Above the fields; empty takes it away."""
        self._problem.setText(tr(text))
        self._problem.setVisible(bool(text))

    def show_standing(self, standing: Standing) -> None:
        self.standing.show_standing(standing, self.form.show_problems(standing.problems))

    @Slot(object)
    def _go_to(self, problem: PreflightProblem) -> None:
        field = self.form.go_to(problem)
        if field is not None:
            self.field_shown.emit(field)

    @Slot()
    def _open_workflows(self) -> None:
        self.workflow.box.setFocus()
        self.workflow.box.showPopup()
