"""The project's workflows, and what the inputs of each mean. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.versions import Scene
from restitch_app.domain.workflows import WorkflowRecord
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import foot, line
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import KeyButton, label, row
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M, SPACE_S
from restitch_app.ui.welcome.drop_area import dropped_paths
from restitch_app.ui.workflows.add_button import AddButton
from restitch_app.ui.workflows.history_dialog import HistoryDialog
from restitch_app.ui.workflows.workflow_desk import Shown, WorkflowDesk
from restitch_app.ui.workflows.workflow_list import WorkflowList
from restitch_app.ui.workflows.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

SIZE = (1000, 684)
LIST_WIDTH = 300
JSON_FILES = "Workflows (*.json);;All files (*)"
CLIP_FILES = "Clips and pictures (*.mp4 *.mkv *.webm *.mov *.png *.webp *.gif);;All files (*)"
EMPTY_WORDS = (
    "The project has no workflow yet. Add one from a file, a clip that ComfyUI made, or a "
    "server's history, or drop it here."
)


class WorkflowsDialog(QDialog):
    changed = Signal()
    """A workflow was added, renamed, removed, or its inputs mean something else."""

    def __init__(
        self,
        context: PanelContext,
        bench: Workbench,
        scene: Scene,
        bundled: Sequence[tuple[str, str]],
        selected: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`bundled`: name and title of those that come with Restitch. `selected`: a workflow id."""
        super().__init__(parent)
        self._context, self._bench = context, bench
        self.setObjectName("workflows_dialog")
        self.setWindowTitle(tr("Workflow inputs"))
        self.setModal(True)
        self.setAcceptDrops(True)
        self.list = WorkflowList(context.theme)
        self.page = WorkflowPage(context.theme)
        self.add = AddButton(context.theme, bundled)
        self.remove = QPushButton(tr("Remove"))
        self.remove.setObjectName("remove_workflow")
        self.remove.setAutoDefault(False)
        self._told = label("", "detail", "2")
        self._told.setObjectName("workflows_told")
        self._told.setWordWrap(True)
        self._desk = WorkflowDesk(context.runners, bench, scene, self)
        self._build()
        self._connect()
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        self._is_first = True
        self._records: tuple[WorkflowRecord, ...] = ()
        self._desk.look(selected)

    # building

    def _build(self) -> None:
        self.list.setFixedWidth(LIST_WIDTH - 2 * DIALOG_PADDING)
        left = QVBoxLayout()
        left.setContentsMargins(*[DIALOG_PADDING] * 4)
        left.setSpacing(SPACE_S)
        left.addWidget(self.list, 1)
        left.addLayout(row(self.add, self.remove, -1))
        left.addWidget(self._made_question())
        left.addWidget(self._told)
        nothing = label(tr(EMPTY_WORDS), "", "2")
        nothing.setObjectName("no_workflows")
        nothing.setWordWrap(True)
        nothing.setContentsMargins(*[DIALOG_PADDING] * 4)
        self._right = QStackedWidget()
        self._right.addWidget(nothing)
        self._right.addWidget(self.page)
        middle = row()
        middle.setSpacing(0)
        middle.addLayout(left)
        middle.addWidget(line(vertical=True))
        middle.addWidget(self._right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(line())
        kept = label(tr("Changes are kept at once."), "detail", "2")
        self._busy = label("", "detail", "3")
        self._busy.setObjectName("workflows_busy")
        self.close_button = KeyButton(self._context.theme, "Close", "", "Esc")
        self.close_button.setObjectName("close_workflows")
        layout.addWidget(foot(kept, self._busy, -1, self.close_button))

    def _made_question(self) -> QWidget:
        """In place of a box in front of everything."""
        self._question_words = label("", "detail")
        self._question_words.setWordWrap(True)
        self._yes = QPushButton(tr("Remove it"))
        self._yes.setObjectName("remove_for_good")
        self._no = QPushButton(tr("Keep it"))
        self._no.setObjectName("keep_workflow")
        self.question = QWidget()
        self.question.setObjectName("remove_question")
        column = QVBoxLayout(self.question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(self._question_words)
        column.addLayout(row(self._yes, self._no, -1))
        for button in (self._yes, self._no):
            button.setAutoDefault(False)
        self.question.setVisible(False)
        return self.question

    def _connect(self) -> None:
        self._desk.arrived.connect(self._show)
        self._desk.failed.connect(self._not_done)
        self._desk.busy_changed.connect(self._refresh)
        self.list.picked.connect(self._look)
        self.add.file_asked.connect(lambda: self._ask_file(JSON_FILES))
        self.add.clip_asked.connect(lambda: self._ask_file(CLIP_FILES))
        self.add.history_asked.connect(self._ask_history)
        self.add.bundled_asked.connect(self._add_bundled)
        self.remove.clicked.connect(self._ask_remove)
        self._yes.clicked.connect(self._remove)
        self._no.clicked.connect(lambda: self.question.setVisible(False))
        self.page.renamed.connect(self._rename)
        self.page.chosen.connect(self._choose)
        self.page.convert_asked.connect(self._convert)
        self.page.scene_use_asked.connect(self._use)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("F2"), self).activated.connect(self._edit_name)
        QShortcut(QKeySequence("Delete"), self.list).activated.connect(self._ask_remove)

    # what is shown

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        view = shown.view
        selected = view.record.id if view else None
        self.list.show_records(shown.records, selected, shown.of_scene)
        self._right.setCurrentIndex(1 if view else 0)
        if view is not None:
            can_change = not self._context.state.is_read_only
            is_of_scene = view.record.id == shown.of_scene
            self.page.show_view(view, is_of_scene=is_of_scene, can_change=can_change)
            if self._is_first:
                self.page.bindings.focus_first()
        if not self._is_first and shown.records != self._records:
            self.changed.emit()
        self._is_first, self._records = False, shown.records
        self._refresh()

    @Slot(object)
    def _not_done(self, error: Exception) -> None:
        """What is on the screen was not kept: show what is, and why."""
        self._told.setText(tr(str(error)))
        if self.list.record is not None:
            self._desk.look(self.list.record.id)

    @Slot()
    def _refresh(self) -> None:
        is_read_only = self._context.state.is_read_only
        self.add.setEnabled(not is_read_only)
        self.remove.setEnabled(self.list.record is not None and not is_read_only)
        self._busy.setText(tr("Working…") if self._desk.is_busy else "")

    # what the hands do

    @Slot()
    def _edit_name(self) -> None:
        self.page.name.setFocus()
        self.page.name.selectAll()

    def _ask_file(self, files: str) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Add workflow"), "", tr(files))
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """A workflow file of either format, or what ComfyUI made with one."""
        self._told.setText("")
        self._desk.add_file(path)

    @Slot()
    def _ask_history(self) -> None:
        dialog = HistoryDialog(self._context, self._bench, self)
        dialog.asked.connect(self._desk.add_from_history)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _ask_remove(self) -> None:
        record = self.list.record
        if record is not None and self.remove.isEnabled():
            self._question_words.setText(
                tr(
                    "Remove {name}? Versions that were made with it keep their own.",
                    name=record.name,
                )
            )
            self.question.setVisible(True)
            self._no.setFocus()

    @Slot(int)
    def _look(self, workflow_id: int) -> None:
        self.question.setVisible(False)
        self._told.setText("")
        self._desk.look(workflow_id)

    @Slot(str)
    def _add_bundled(self, name: str) -> None:
        self._told.setText("")
        self._desk.add_bundled(name)

    @Slot()
    def _remove(self) -> None:
        self.question.setVisible(False)
        self._with_selected(self._desk.remove)

    @Slot(str)
    def _rename(self, name: str) -> None:
        self._with_selected(lambda selected: self._desk.rename(selected, name))

    @Slot(object)
    def _choose(self, choice: BindingChoice) -> None:
        self._with_selected(lambda selected: self._desk.choose(selected, choice))

    @Slot()
    def _convert(self) -> None:
        self._with_selected(self._desk.convert)

    @Slot(bool)
    def _use(self, is_used: bool) -> None:
        self._with_selected(lambda selected: self._desk.use_for_scene(selected, is_used))

    def _with_selected(self, change: Callable[[int], None]) -> None:
        record = self.list.record
        if record is not None:
            self._told.setText("")
            change(record.id)

    # files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in dropped_paths(event.mimeData()):
            self.take_file(path)

    def done(self, result: int) -> None:
        self._desk.drop()
        super().done(result)
