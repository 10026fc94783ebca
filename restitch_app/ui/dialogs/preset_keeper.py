"""Keeps and removes presets of the workflow that a form shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.domain.workflows import Preset
from restitch_app.ui.forms.values import Value
from restitch_app.ui.forms.workflow_form import WorkflowForm

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


class PresetKeeper(QObject):
    failed = Signal(object)  # the exception

    def __init__(self, runner: JobRunner, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._bench = runner, bench
        self._form: WorkflowForm | None = None
        self._shape = ""

    def serve(self, form: WorkflowForm, shape: str) -> None:
        """`shape`: of its workflow; empty where the project does not keep it."""
        self._form, self._shape = form, shape
        form.presets.save_asked.connect(self._save)
        form.presets.remove_asked.connect(self._remove)
        form.presets.setVisible(bool(shape))

    @Slot(str)
    def _save(self, name: str) -> None:
        if self._form is not None:
            values = self._form.values.parameters()
            self._run("Keeping a preset", partial(_saved, self._bench, name, self._shape, values))

    @Slot(object)
    def _remove(self, preset: Preset) -> None:
        self._run("Removing a preset", partial(_removed, self._bench, self._shape, preset.id))

    def _run(self, title: str, work: partial[tuple[Preset, ...]]) -> None:
        job = self._runner.submit(title, work)
        job.succeeded.connect(partial(self._show, self._form))
        job.failed.connect(self.failed)

    def _show(self, form: WorkflowForm | None, presets: tuple[Preset, ...]) -> None:
        if form is not None and form is self._form:
            form.presets.show_presets(presets)


def _saved(
    bench: Workbench, name: str, shape: str, values: dict[str, Value], _ctx: JobContext
) -> tuple[Preset, ...]:
    bench.workflows.save_preset(name, shape, values)
    return bench.workflows.presets(shape)


def _removed(bench: Workbench, shape: str, preset_id: int, _ctx: JobContext) -> tuple[Preset, ...]:
    bench.workflows.remove_preset(preset_id)
    return bench.workflows.presets(shape)
