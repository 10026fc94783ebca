"""Opens the dialogs: reads what they show in the background, then shows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.export_dialog import ExportDialog
from restitch_app.ui.dialogs.new_scene_dialog import NewSceneDialog
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from restitch_app.ui.latest import Latest

if TYPE_CHECKING:
    from restitch_app.services.regeneration_plan import RegenerationPlan


class Dialogs(QObject):
    """One dialog at a time; its answer comes as one frozen value."""

    regeneration_asked = Signal(object)  # RegenerationRequest
    scene_asked = Signal(object)  # NewSceneRequest
    exported = Signal(Path)

    def __init__(self, context: PanelContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._shown: QDialog | None = None
        self._plan = Latest(context.runners.desk, self)
        self._plan.arrived.connect(self._show_plan)
        self._plan.failed.connect(lambda error: context.notices.fail(error, "Reading the segment"))
        self._scene_id: int | None = None
        context.session.closing.connect(self._close)
        context.state.scene_changed.connect(self._follow_scene)

    @property
    def shown(self) -> QDialog | None:
        return self._shown

    @Slot(int)
    def regenerate(self, sequence_index: int) -> None:
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is not None and overview is not None and self._shown is None:
            plans, scene = bench.plans, overview.scene
            self._plan.ask("Reading the segment", lambda _ctx: plans.plan(scene, sequence_index))

    @Slot(object)
    def _show_plan(self, plan: RegenerationPlan) -> None:
        bench = self._context.session.bench
        if bench is None or self._shown is not None:
            return
        dialog = RegenerateDialog(self._context, bench, plan, self._window)
        dialog.asked.connect(self.regeneration_asked)
        self._show(dialog)

    def export(self, suggested: Path) -> None:
        """`suggested`: the film's whole path, to be changed in the dialog."""
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is not None and overview is not None and self._shown is None:
            dialog = ExportDialog(self._context, bench, suggested, self._window)
            dialog.exported.connect(self.exported)
            self._show(dialog)

    def new_scene(self, paths: Sequence[Path], folder: Path) -> None:
        """`paths`: clips and folders of clips. `folder`: suggested for the project."""
        if self._shown is None:
            dialog = NewSceneDialog(self._context, paths, folder, self._window)
            dialog.asked.connect(self.scene_asked)
            self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        self._shown = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._gone)
        dialog.open()

    @Slot()
    def _gone(self) -> None:
        self._shown = None

    @Slot(object)
    def _follow_scene(self, _changes: Changes) -> None:
        """What was asked about a segment of another scene would be done to this one."""
        overview = self._context.state.overview
        scene_id = overview.scene.id if overview else None
        if scene_id != self._scene_id:
            self._scene_id = scene_id
            self._plan.drop()
            if isinstance(self._shown, RegenerateDialog):
                self._shown.reject()

    @Slot()
    def _close(self) -> None:
        """The project is let go of."""
        self._plan.drop()
        if self._shown is not None and not isinstance(self._shown, NewSceneDialog):
            self._shown.reject()
