"""What the workflow of the selected segment is, and why it cannot be used where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class WorkflowNote:
    name: str = ""
    """Empty where there is none."""
    problem: str = ""


class WorkflowNotes(QObject):
    """Reads it again where the scene or the selection changes; a server may be asked for it."""

    changed = Signal(object)  # WorkflowNote

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = Latest(context.runners.network, self)
        self._reading.arrived.connect(self.changed)
        context.state.scene_changed.connect(self._read)
        context.state.selection_changed.connect(self._read)
        context.session.closing.connect(self._reading.drop)

    @Slot()
    def _read(self) -> None:
        bench, overview = self._context.session.bench, self._context.state.overview
        index = self._context.state.focused_segment
        if bench is not None and overview is not None and index is not None:
            work = partial(_noted, bench, overview.scene, index)
            self._reading.ask("Reading a workflow", work)


def _noted(bench: Workbench, scene: Scene, index: int, _ctx: JobContext) -> WorkflowNote:
    record = bench.workflows.of_segment(scene, index)
    if record is None:
        return WorkflowNote()
    return WorkflowNote(record.name, bench.workflows.view(record.id).problem)
