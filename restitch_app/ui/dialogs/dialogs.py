"""Opens the dialogs: reads what they show in the background, then shows them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext

if TYPE_CHECKING:
    from restitch_app.services.imports.wishes import ClipPiece, ImportWishes
    from restitch_app.services.regeneration.plan import RegenerationPlan, SeedChoice
    from restitch_app.services.workbench import Workbench
    from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog

Titles = tuple[tuple[str, str], ...]
"""Name and title of the workflows that come with Restitch."""


class Dialogs(QObject):
    """One dialog at a time; its answer comes as one frozen value.

    Their modules are loaded when they are asked for, or by `ui.background.later` once the window
    is shown.
    """

    regeneration_asked = Signal(object)  # RegenerationRequest
    cascade_asked = Signal(int, object)  # sequence index, RunWishes
    extension_asked = Signal(int, object)  # number of segments, RunWishes
    scene_asked = Signal(object)  # NewSceneRequest
    insertion_asked = Signal(int, object)  # sequence index, InsertRequest
    generation_asked = Signal(object)  # GenerateRequest
    exported = Signal(Path)

    def __init__(self, context: PanelContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._shown: QDialog | None = None
        self._is_of_scene = self._is_of_project = self._is_cascade = False
        self._from_frame: int | None = None
        # Its fields are what a server says of its nodes, where that is not remembered.
        self._plan = Latest(context.runners.network, self)
        self._plan.arrived.connect(self._show_plan)
        self._plan.failed.connect(lambda error: context.notices.fail(error, "Reading the segment"))
        self._lists = Latest(context.runners.desk, self)
        self._lists.arrived.connect(self._show_workflows)
        self._lists.failed.connect(
            lambda error: context.notices.fail(error, "Reading the workflows")
        )
        self._scene_id: int | None = None
        context.actions.answer(Act.WORKFLOWS, self.workflows)
        context.actions.answer(Act.REGENERATE_FROM_HERE, self.regenerate_from_here)
        context.session.closing.connect(self._close)
        context.state.scene_changed.connect(self._follow_scene)

    @property
    def shown(self) -> QDialog | None:
        return self._shown

    @Slot(int)
    def regenerate(
        self,
        sequence_index: int,
        seed: SeedChoice | None = None,
        *,
        is_cascade: bool = False,
        from_frame: int | None = None,
    ) -> None:
        """`seed`: a picture that is chosen when the dialog opens; the others stay on offer.

        `is_cascade`: what comes after it is chosen, too, when the dialog opens; `from_frame`: so
        are the segment's own frames before this one (from 0) to be kept.
        """
        self._is_cascade, self._from_frame = is_cascade, from_frame
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is not None and overview is not None and self._shown is None:
            work = partial(_planned, bench, overview.scene, sequence_index, seed)
            self._plan.ask("Reading the segment", work)

    @Slot()
    def regenerate_from_here(self) -> None:
        """Keep what plays before the playhead in its segment; the dialog tells what comes of it."""
        state = self._context.state
        index, frame = state.segment_at(state.playhead), state.segment_frame(state.playhead)
        if index is not None:
            self.regenerate(index, from_frame=frame)

    @Slot(object)
    def _show_plan(self, found: tuple[Scene, RegenerationPlan, Titles, SeedChoice | None]) -> None:
        bench = self._context.session.bench
        if bench is None or self._shown is not None:
            return
        from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog

        scene, plan, bundled, seed = found
        dialog = RegenerateDialog(self._context, bench, scene, plan, bundled, self._window)
        if seed is not None:
            dialog.left.seed.add(seed)
        dialog.left.cascade.box.setChecked(self._is_cascade)
        if self._from_frame is not None:
            dialog.left.keep.keep_before(self._from_frame)
        dialog.asked.connect(self.regeneration_asked)
        dialog.cascade_asked.connect(self.cascade_asked)
        dialog.inputs_asked.connect(partial(self._show_inputs, dialog, scene, bundled))
        self._show(dialog, is_of_scene=True)

    def _show_inputs(
        self, asking: RegenerateDialog, scene: Scene, bundled: Titles, workflow_id: int
    ) -> None:
        """In front of the dialog that asks, which reads its plan again after."""
        from restitch_app.ui.workflows.workflows_dialog import WorkflowsDialog

        bench = self._context.session.bench
        if bench is not None:
            dialog = WorkflowsDialog(self._context, bench, scene, bundled, workflow_id, asking)
            dialog.finished.connect(asking.read_again)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    @Slot()
    def workflows(self) -> None:
        """Of the project; first the one of the segment that is selected."""
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is not None and overview is not None and self._shown is None:
            work = partial(_listed, bench, overview.scene, self._context.state.focused_segment)
            self._lists.ask("Reading the workflows", work)

    @Slot(object)
    def _show_workflows(self, found: tuple[Scene, int | None, Titles]) -> None:
        bench = self._context.session.bench
        if bench is not None and self._shown is None:
            from restitch_app.ui.workflows.workflows_dialog import WorkflowsDialog

            scene, selected, bundled = found
            dialog = WorkflowsDialog(self._context, bench, scene, bundled, selected, self._window)
            self._show(dialog, is_of_scene=True)

    @Slot()
    def extend(self) -> None:
        """Generate more segments after the scene's last one."""
        bench, count = self._context.session.bench, self._context.state.segment_count
        if bench is not None and count and self._shown is None:
            from restitch_app.ui.dialogs.extend_dialog import ExtendDialog

            dialog = ExtendDialog(self._context, bench, count, self._window)
            dialog.asked.connect(self.extension_asked)
            self._show(dialog, is_of_scene=True)

    def export(self, suggested: Path) -> None:
        """`suggested`: the film's whole path, to be changed in the dialog."""
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is not None and overview is not None and self._shown is None:
            from restitch_app.ui.dialogs.export_dialog import ExportDialog

            dialog = ExportDialog(self._context, bench, suggested, self._window)
            dialog.exported.connect(self.exported)
            self._show(dialog)

    def new_scene(
        self,
        clips: Sequence[Path | ClipPiece],
        folder: Path,
        name: str = "",
        wishes: ImportWishes | None = None,
    ) -> None:
        """`clips`: clips, pieces of them, and folders of clips. `folder`: suggested for the
        project, whose name is also the scene's unless `name` says otherwise.
        """
        if self._shown is None:
            from restitch_app.ui.dialogs.new_scene_dialog import NewSceneDialog

            dialog = NewSceneDialog(self._context, clips, folder, self._window, wishes)
            if name:
                dialog.name.setText(name)
            dialog.asked.connect(self.scene_asked)
            self._show(dialog, is_of_project=False)

    def insert_clips(self, sequence_index: int, clips: Sequence[Path]) -> None:
        """Before this segment of the scene that is shown."""
        overview = self._context.state.overview
        if overview is not None and self._shown is None:
            from restitch_app.ui.dialogs.insert_dialog import InsertDialog

            dialog = InsertDialog(
                self._context, overview.scene, sequence_index, clips, self._window
            )
            dialog.asked.connect(partial(self.insertion_asked.emit, sequence_index))
            self._show(dialog, is_of_scene=True)

    def generate(self, picture: Path, folder: Path) -> None:
        """`folder`: suggested for the project, whose name is also the scene's."""
        if self._shown is None:
            from restitch_app.ui.dialogs.generate_dialog import GenerateDialog

            dialog = GenerateDialog(self._context, picture, folder, self._window)
            dialog.asked.connect(self.generation_asked)
            self._show(dialog, is_of_project=False)

    def _show(
        self, dialog: QDialog, *, is_of_scene: bool = False, is_of_project: bool = True
    ) -> None:
        """It goes when another scene is shown, or with the project it asks about."""
        self._shown = dialog
        self._is_of_scene, self._is_of_project = is_of_scene, is_of_project
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
            self._lists.drop()
            if self._shown is not None and self._is_of_scene:
                self._shown.reject()

    @Slot()
    def _close(self) -> None:
        """The project is let go of."""
        self._plan.drop()
        self._lists.drop()
        if self._shown is not None and self._is_of_project:
            self._shown.reject()


def _planned(
    bench: Workbench,
    scene: Scene,
    sequence_index: int,
    seed: SeedChoice | None,
    _ctx: JobContext,
) -> tuple[Scene, RegenerationPlan, Titles, SeedChoice | None]:
    return scene, bench.plans.plan(scene, sequence_index), _titles(bench), seed


def _listed(
    bench: Workbench, scene: Scene, sequence_index: int | None, _ctx: JobContext
) -> tuple[Scene, int | None, Titles]:
    record = None
    if sequence_index is not None:
        record = bench.workflows.of_segment(scene, sequence_index)
    return scene, record.id if record else None, _titles(bench)


def _titles(bench: Workbench) -> Titles:
    return tuple((one.name, one.title) for one in bench.workflows.bundled())
