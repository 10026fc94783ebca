"""A workflow file of either format, or what ComfyUI made with one; given by hand or dropped."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.dialogs.workflow_picker import WORKFLOW_FILES
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import ElidedLabel, row

WORKFLOW_SUFFIXES = frozenset({".json", ".png"})
"""Of dropped files that are no clips."""
NONE_WORDS = "Each clip brings its own. Drop a file here for clips without one."


class WorkflowFileRow(QWidget):
    changed = Signal()

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self.path: Path | None = None
        self._problem = ""
        self._told = ElidedLabel(tr(NONE_WORDS), "detail", "2")
        self._told.setObjectName("workflow_told")
        self._looking = Latest(runner, self)
        self._looking.arrived.connect(self._show)
        self._looking.failed.connect(self._refuse)
        browse = QPushButton(tr("Choose…"))
        browse.setObjectName("choose_workflow")
        browse.clicked.connect(self._ask)
        self.clear = QPushButton(tr("Remove"))
        self.clear.setObjectName("clear_workflow")
        self.clear.clicked.connect(self.forget)
        self.clear.setVisible(False)
        for button in (browse, self.clear):
            button.setAutoDefault(False)
        layout = row(self._told, self.clear, browse)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    @property
    def reason(self) -> str:
        """Why the scene cannot be made with it; empty where it can."""
        if self._looking.is_waiting:
            return "The workflow is being read"
        return self._problem

    def take(self, path: Path) -> None:
        self.path, self._problem = path, ""
        self._told.setText(tr("{name} · reading…", name=Verbatim(path.name)))
        self.clear.setVisible(True)
        self._looking.ask("Reading a workflow", partial(_looked, path))
        self.changed.emit()

    @Slot()
    def forget(self) -> None:
        self._looking.drop()
        self.path, self._problem = None, ""
        self._told.setText(tr(NONE_WORDS))
        self.clear.setVisible(False)
        self.changed.emit()

    def drop(self) -> None:
        self._looking.drop()

    @Slot()
    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Workflow"), "", tr(WORKFLOW_FILES))
        if chosen:
            self.take(Path(chosen))

    @Slot(object)
    def _show(self, words: object) -> None:
        assert self.path is not None
        self._told.setText(f"{self.path.name} · {tr(str(words))}")
        self.changed.emit()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._problem = str(error)
        self._told.setText(tr(self._problem))
        self.changed.emit()


def _looked(path: Path, _ctx: JobContext) -> str:
    from restitch_app.services.imports.clip_look import look_at_workflow

    return look_at_workflow(path)
