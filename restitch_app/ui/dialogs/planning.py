"""Reads the plan again for another workflow; a file or a bundled one is added first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.dialogs.workflow_picker import OWN, WorkflowPick

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import RegenerationPlan
    from restitch_app.services.workbench import Workbench


class Planning(QObject):
    arrived = Signal(object, object)  # RegenerationPlan, WorkflowPick
    failed = Signal(object)  # the exception; the plan before stays

    def __init__(
        self,
        runner: JobRunner,
        bench: Workbench,
        scene: Scene,
        sequence_index: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bench, self._scene, self._index = bench, scene, sequence_index
        self._plans = Latest(runner, self)
        self._plans.arrived.connect(self._take)
        self._plans.failed.connect(self.failed)

    @property
    def is_reading(self) -> bool:
        return self._plans.is_waiting

    def ask(self, pick: WorkflowPick, server_url: str) -> None:
        """The fields are what this server says of its nodes."""
        work = partial(_planned, self._bench, self._scene, self._index, pick, server_url)
        self._plans.ask("Reading the workflow", work)

    def drop(self) -> None:
        self._plans.drop()

    @Slot(object)
    def _take(self, found: tuple[RegenerationPlan, WorkflowPick]) -> None:
        self.arrived.emit(*found)


def _planned(
    bench: Workbench,
    scene: Scene,
    index: int,
    pick: WorkflowPick,
    server_url: str,
    ctx: JobContext,
) -> tuple[RegenerationPlan, WorkflowPick]:
    if pick.file is not None:
        pick = WorkflowPick(bench.workflows.add_file(pick.file, ctx).id)
    elif pick.bundled:
        pick = WorkflowPick(bench.workflows.add_bundled(pick.bundled).id)
    plan = bench.plans.plan(scene, index, workflow_id=pick.record_id, server_url=server_url)
    if pick != OWN and not any(one.id == pick.record_id for one in plan.workflows):
        pick = OWN  # it was removed meanwhile
    return plan, pick
