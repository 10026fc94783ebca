"""One workflow: its name, what stands against it, and what its inputs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.pieces.section import scrolling
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M, SPACE_S
from restitch_app.ui.workflows.bindings_view import BindingsView
from restitch_app.ui.workflows.words import origin_words

if TYPE_CHECKING:
    from restitch_app.services.workflows.library import WorkflowView

WAITS_WORDS = (
    "This workflow is in the editor's format. A server has to say what its nodes take before "
    "its inputs are known."
)


class WorkflowPage(QWidget):
    renamed = Signal(str)
    chosen = Signal(object)  # BindingChoice
    convert_asked = Signal()
    scene_use_asked = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._record_name = ""
        self.name = QLineEdit()
        self.name.setObjectName("workflow_name")
        self.name.setAccessibleName(tr("Name of the workflow"))
        self.name.editingFinished.connect(self._named)
        self._origin = ElidedLabel("", "detail", "3")
        self._origin.setObjectName("workflow_origin")
        self.for_scene = QCheckBox(tr("Use it for segments whose clips carry no workflow"))
        self.for_scene.setObjectName("use_for_scene")
        self.for_scene.clicked.connect(self.scene_use_asked)
        self._icon = IconLabel(theme, "circle-alert", "visible")
        self._problem = label("")
        self._problem.setObjectName("workflow_problem")
        self._problem.setWordWrap(True)
        self.convert = QPushButton(tr("Convert now"))
        self.convert.setObjectName("convert_now")
        self.convert.setAutoDefault(False)
        self.convert.clicked.connect(self.convert_asked)
        self._trouble = QWidget()
        trouble = row(self._icon, self._problem, self.convert)
        trouble.setStretch(1, 1)
        for top in (self._icon, self.convert):
            trouble.setAlignment(top, Qt.AlignmentFlag.AlignTop)
        self._trouble.setLayout(trouble)
        self.bindings = BindingsView(theme)
        self.bindings.chosen.connect(self.chosen)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[DIALOG_PADDING] * 4)
        column.setSpacing(SPACE_M)
        column.addWidget(self.bindings)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, DIALOG_PADDING, 0, 0)
        layout.setSpacing(SPACE_S)
        for part in (self.name, self._origin, self.for_scene, self._trouble):
            held = row(part, margins=(DIALOG_PADDING, 0, DIALOG_PADDING, 0))
            layout.addLayout(held)
        self._scroll = scrolling(inside)
        layout.addWidget(self._scroll, 1)
        self._shown_id: int | None = None

    def show_view(self, view: WorkflowView, *, is_of_scene: bool, can_change: bool) -> None:
        record = view.record
        self._record_name = record.name
        if not self.name.hasFocus() or not self.name.isModified():
            self.name.setText(record.name)
            self.name.setCursorPosition(0)
        self._origin.setText(_told(view))
        self.for_scene.setChecked(is_of_scene)
        waits = not record.is_converted
        self._icon.set_icon("clock" if waits else "circle-alert", "text_2" if waits else "visible")
        words = [WAITS_WORDS] if waits else []
        words += [view.problem] if view.problem else []
        self._problem.setText("\n".join(tr(one) for one in words))
        self._trouble.setVisible(bool(words))
        self.convert.setVisible(waits)
        self.bindings.show_view(view)
        if record.id != self._shown_id:
            self._shown_id = record.id
            self._scroll.verticalScrollBar().setValue(0)
        for part in (self.name, self.for_scene, self.convert, self.bindings):
            part.setEnabled(can_change)

    @Slot()
    def _named(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setText(self._record_name)
        elif name != self._record_name:
            self._record_name = name
            self.name.setModified(False)
            self.renamed.emit(name)


def _told(view: WorkflowView) -> str:
    changed = len(view.record.choice.places) + (view.record.choice.output_node is not None)
    corrected = tr_n("{count} input chosen", "{count} inputs chosen", changed) if changed else ""
    return " · ".join(part for part in (origin_words(view.record), corrected) if part)
