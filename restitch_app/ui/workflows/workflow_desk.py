"""Reads and changes the project's workflows in the background, for the dialog that shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.bridge.pools import Runners
from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.domain.workflows import WorkflowRecord
from restitch_app.ui.background.latest import Latest

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench
    from restitch_app.services.workflows.library import WorkflowView

Change = Callable[[JobContext], int | None]
"""Returns the id of the workflow to be shown then; None: the first."""


@dataclass(frozen=True, slots=True)
class Shown:
    records: tuple[WorkflowRecord, ...]
    view: WorkflowView | None
    """Of the selected one; None where the project has none."""
    of_scene: int | None


class WorkflowDesk(QObject):
    """Changes come one after the other, in the order they were asked for."""

    arrived = Signal(object)  # Shown
    failed = Signal(object)  # the exception
    busy_changed = Signal()

    def __init__(self, runners: Runners, bench: Workbench, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._runners, self._bench, self._scene = runners, bench, scene
        self._looks = Latest(runners.network, self)
        self._looks.arrived.connect(self._take)
        self._looks.failed.connect(self._fail)
        self._changes = 0

    @property
    def is_busy(self) -> bool:
        return self._looks.is_waiting or self._changes > 0

    def look(self, workflow_id: int | None) -> None:
        """Show this one; only the newest wish counts."""
        self._looks.ask(
            "Reading a workflow", partial(_shown, self._bench, self._scene, workflow_id)
        )
        self.busy_changed.emit()

    def drop(self) -> None:
        self._looks.drop()

    # changes

    def add_file(self, path: Path) -> None:
        library = self._bench.workflows
        self._change("Adding a workflow", lambda ctx: library.add_file(path, ctx).id)

    def add_bundled(self, name: str) -> None:
        library = self._bench.workflows
        self._change("Adding a workflow", lambda _ctx: library.add_bundled(name).id)

    def add_from_history(self, url: str, prompt_id: str) -> None:
        library = self._bench.workflows
        self._change("Adding a workflow", lambda _ctx: library.add_from_history(url, prompt_id).id)

    def rename(self, workflow_id: int, name: str) -> None:
        library = self._bench.workflows
        self._change("Renaming a workflow", lambda _ctx: library.rename(workflow_id, name).id)

    def remove(self, workflow_id: int) -> None:
        def remove(_ctx: JobContext) -> None:
            self._bench.workflows.remove(workflow_id)

        self._change("Removing a workflow", remove)

    def choose(self, workflow_id: int, choice: BindingChoice) -> None:
        library = self._bench.workflows
        self._change(
            "Keeping the inputs", lambda _ctx: library.choose(workflow_id, choice).record.id
        )

    def convert(self, workflow_id: int) -> None:
        library = self._bench.workflows
        self._change("Converting a workflow", lambda _ctx: library.convert(workflow_id).id)

    def use_for_scene(self, workflow_id: int, is_used: bool) -> None:
        def use(_ctx: JobContext) -> int:
            self._bench.workflows.use_for_scene(self._scene, workflow_id if is_used else None)
            return workflow_id

        self._change("Choosing the scene's workflow", use)

    def _change(self, title: str, change: Change) -> None:
        self._looks.drop()
        self._changes += 1
        work = partial(_changed, self._bench, self._scene, change)
        job = self._runners.decisions.submit(title, work)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._ended)
        self.busy_changed.emit()

    @Slot(object)
    def _take(self, shown: Shown) -> None:
        self.arrived.emit(shown)
        self.busy_changed.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self.busy_changed.emit()

    @Slot()
    def _ended(self) -> None:
        self._changes -= 1
        self.busy_changed.emit()


def _shown(bench: Workbench, scene: Scene, workflow_id: int | None, _ctx: JobContext) -> Shown:
    records = bench.workflows.list()
    ids = [one.id for one in records]
    if workflow_id not in ids:
        workflow_id = ids[0] if ids else None
    view = bench.workflows.view(workflow_id) if workflow_id is not None else None
    of_scene = bench.project.scene(scene.name).workflow_id
    return Shown(bench.workflows.list(), view, of_scene)


def _changed(bench: Workbench, scene: Scene, change: Change, ctx: JobContext) -> Shown:
    return _shown(bench, scene, change(ctx), ctx)
