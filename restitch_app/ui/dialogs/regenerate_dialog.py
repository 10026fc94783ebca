"""Regenerate a segment: everything is asked here, and nothing later."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.runs import RunWishes
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.dialogs.impact import estimate_words, segments_from
from restitch_app.ui.dialogs.left_side import PICTURE_SUFFIXES, WIDTH, LeftSide
from restitch_app.ui.dialogs.planning import Planning
from restitch_app.ui.dialogs.preflight_watch import PreflightWatch
from restitch_app.ui.dialogs.preset_keeper import PresetKeeper
from restitch_app.ui.dialogs.right_side import RightSide
from restitch_app.ui.dialogs.standing import Standing, standing_of
from restitch_app.ui.dialogs.workflow_picker import OWN, WORKFLOW_FILES, WorkflowPick
from restitch_app.ui.forms.workflow_form import WorkflowForm
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import scrolling
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.welcome.drop_area import dropped_paths

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import Estimate, RegenerationPlan
    from restitch_app.services.workbench import Workbench

SIZE = (960, 684)


class RegenerateDialog(QDialog):
    """`asked` hands over the whole request; then the dialog is closed."""

    asked = Signal(object)  # RegenerationRequest
    cascade_asked = Signal(int, object)  # sequence index, RunWishes
    inputs_asked = Signal(int)  # workflow id; call `read_again` when they were looked at

    def __init__(
        self,
        context: PanelContext,
        bench: Workbench,
        scene: Scene,
        plan: RegenerationPlan,
        bundled: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`bundled`: name and title of the workflows that come with Restitch."""
        super().__init__(parent)
        self._context, self._bench, self._plan = context, bench, plan
        self._estimate: Estimate | None = plan.estimate
        self._own_url = plan.server_url
        self._index = plan.version.sequence_index
        self._number = self._index + 1
        runners = context.runners
        self.setObjectName("regenerate_dialog")
        self.setWindowTitle(tr("Regenerate segment {number}", number=self._number))
        self.setModal(True)
        self.setAcceptDrops(True)
        self.pick = OWN
        self.left = LeftSide(context, bench, scene, plan)
        self.right = RightSide(context, bench, plan, bundled)
        self.preflight = PreflightWatch(runners.network, bench, scene, self._request_now, self)
        self._planning = Planning(runners.requests, bench, scene, self._index, self)
        self._presets = PresetKeeper(runners.decisions, bench, self)
        self._estimates = Latest(runners.desk, self)
        self._build()
        self._connect()
        self._show_plan(plan)
        self.resize(*self._fitting())
        (self.form.findChild(QWidget, "field_prompt") or self.go).setFocus()

    @property
    def form(self) -> WorkflowForm:
        return self.right.form

    # building

    def _build(self) -> None:
        left, self._scroll = scrolling(QWidget()), scrolling(QWidget())
        left.setFixedWidth(WIDTH)
        middle = row(left, line(vertical=True), self._scroll)
        middle.setSpacing(0)
        middle.setStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(line())
        layout.addWidget(self._made_foot())
        # Last: each time a tree of widgets gets another parent, all of it is styled anew.
        left.setWidget(self.left)
        self._scroll.setWidget(self.right)

    def _made_foot(self) -> QWidget:
        theme = self._context.theme
        self._estimate_words = label("", "detail", "2")
        self._estimate_words.setObjectName("estimate_words")
        self._checking = label("", "detail", "3")
        self._checking.setObjectName("checking")
        self.cancel = cancel_button(self, theme)
        self.go = confirm_button(self, theme, self._what(), "refresh-cw", "regenerate")
        self.go.clicked.connect(self._ask)
        return foot(self._estimate_words, self._checking, -1, self.cancel, self.go)

    def _connect(self) -> None:
        workflow, server = self.right.workflow, self.right.server
        self.left.changed.connect(self._changed)
        self.left.taken.connect(lambda: self._refuse(""))
        self.left.refused.connect(self._refuse)
        self.right.changed.connect(self._changed)
        self.right.field_shown.connect(self._scroll_to, Qt.ConnectionType.QueuedConnection)
        workflow.picked.connect(self._read)
        workflow.file_asked.connect(self._ask_workflow)
        workflow.inputs_asked.connect(self._ask_inputs)
        self._planning.arrived.connect(self._take_plan)
        self._planning.failed.connect(self._refuse)
        self._presets.failed.connect(self._refuse)
        server.picked.connect(self._server_picked)
        server.came_or_went.connect(self.preflight.ask_again)
        self.preflight.changed.connect(self._show_standing)
        self._estimates.arrived.connect(self._take_estimate)

    def _fitting(self) -> tuple[int, int]:
        room = self.screen().availableGeometry()
        return min(SIZE[0], room.width()), min(SIZE[1], room.height())

    # the plan, and the workflow it is of

    @Slot(object, object)
    def _take_plan(self, plan: RegenerationPlan, pick: WorkflowPick) -> None:
        is_same = pick == self.pick
        self._plan, self.pick = plan, pick
        self.right.renew_form(plan, is_same=is_same)
        self.left.show_pin(plan.pin_end)
        self.left.keep.tell(self._request_now())
        self._show_plan(plan)

    def _show_plan(self, plan: RegenerationPlan) -> None:
        record = next((one for one in plan.workflows if one.id == plan.workflow_id), None)
        self._presets.serve(self.form, record.shape if record else "")
        self.right.show_plan(plan, self.pick)
        self.preflight.ask_again()
        self._refresh()

    @Slot()
    def read_again(self) -> None:
        """The workflow's inputs may mean something else now."""
        self._read(self.pick)

    @Slot(object)
    def _read(self, pick: WorkflowPick) -> None:
        self._planning.ask(pick, self.right.server.url)
        self._refresh()

    @Slot()
    def _ask_inputs(self) -> None:
        if self._plan.workflow_id is not None:
            self.inputs_asked.emit(self._plan.workflow_id)

    @Slot()
    def _ask_workflow(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Add workflow"), "", tr(WORKFLOW_FILES))
        if chosen:
            self.take_workflow(Path(chosen))

    def take_workflow(self, path: Path) -> None:
        """Add the workflow of a file to the project, and use it."""
        self._read(WorkflowPick(file=path))

    # the request

    def request(self) -> RegenerationRequest:
        """As it stands now."""
        request = self._request_now()
        assert request is not None, "the button is off without a seed frame"
        return request

    def _request_now(self) -> RegenerationRequest | None:
        seed, kept = self.left.seed.seed, self.left.keep.frame
        if (seed is None and kept is None) or not self.form.is_complete:
            return None
        url = self.right.server.url
        return RegenerationRequest(
            sequence_index=self._index,
            parameters=self.form.values.parameters(),
            takes=self.form.takes,
            seed_frame=seed.choice if seed is not None and kept is None else "current",
            server_url=url if url != self._own_url else None,
            workflow_id=self.pick.record_id,
            pin_end=self.left.pin.choice,
            from_frame=kept,
        )

    @Slot()
    def _ask(self) -> None:
        if not self.go.isEnabled():
            return
        request, is_cascade = self.request(), self.left.cascade.is_on
        self.accept()
        if is_cascade:
            self.cascade_asked.emit(self._index, wishes_from(request))
        else:
            self.asked.emit(request)

    def _what(self) -> str:
        """The action's name."""
        if self.left.cascade.is_on:
            named = segments_from(self._index, self._plan.segment_count)
            return tr("Regenerate {segments}", segments=named)
        kept, number = self.left.keep.frame, self._number
        if kept is None:
            return tr("Regenerate segment {number}", number=number)
        return tr("Regenerate segment {number} from frame {frame}", number=number, frame=kept + 1)

    def _why_no_cascade(self) -> str:
        """A run takes the frames that are there when it gets to a segment, and all of it."""
        if self.left.keep.frame is not None:
            return "A cascade makes whole segments anew; keep no frames to begin one."
        seed = self.left.seed.seed
        usual = "original" if self._index == 0 else "current"
        if seed is not None and seed.choice != usual:
            return "A cascade begins with the last frame before; choose that as the seed frame."
        return ""

    # what stands against it

    @Slot()
    def _changed(self) -> None:
        self.preflight.ask()
        self.left.keep.tell(self._request_now())
        self._refresh()

    @property
    def _stands(self) -> Standing:
        if self.preflight.refusal:
            return Standing(self.preflight.refusal, can_ask=False)
        return standing_of(self.right.server.url, self.preflight.checked)

    @Slot()
    def _show_standing(self) -> None:
        self.right.show_standing(self._stands)
        self._refresh()

    @Slot(QWidget)
    def _scroll_to(self, field: QWidget) -> None:
        """After it has got its place."""
        self._scroll.ensureWidgetVisible(field)

    @Slot()
    def _refresh(self) -> None:
        cascade = self.left.cascade
        cascade.allow(self._why_no_cascade())
        self.right.impact.show_estimate(self._estimate, self.form.takes, is_cascade=cascade.is_on)
        self.go.setText(self._what())
        self._estimate_words.setText(estimate_words(self._estimate, self.right.server.name))
        self._checking.setText(tr("Checking…") if self.preflight.is_checking else "")
        reason = self._reason()
        self.go.setEnabled(not reason)
        self.go.setToolTip(tr(reason))

    def _reason(self) -> str:
        """Why it cannot be asked for; empty where it can."""
        if self._plan.refusal and not self._plan.fields:
            return self._plan.refusal
        if self._planning.is_reading:
            return "The workflow is being read"
        if self.left.seed.seed is None and self.left.keep.frame is None:
            return "Choose a seed frame first"
        if not self.form.is_complete:
            return "Give a seed, or open the lock"
        return "" if self._stands.can_ask else self._stands.told

    @Slot(object)
    def _refuse(self, reason: object) -> None:
        self.right.show_problem(str(reason))
        self._refresh()

    # the server

    @Slot()
    def _server_picked(self) -> None:
        plans, url = self._bench.plans, self.right.server.url
        self._estimates.ask("Estimating", lambda _ctx: plans.estimate(url))
        self._show_standing()
        self._read(self.pick)

    @Slot(object)
    def _take_estimate(self, estimate: Estimate | None) -> None:
        self._estimate = estimate
        self._refresh()

    # files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A picture on the left is the seed frame; anything else carries a workflow."""
        path = dropped_paths(event.mimeData())[0]
        event.acceptProposedAction()
        if path.suffix.lower() in PICTURE_SUFFIXES and event.position().x() < WIDTH:
            self.left.take_file(path)
        else:
            self.take_workflow(path)

    def done(self, result: int) -> None:
        for part in (self._estimates, self._planning, self.preflight, self.right.server):
            part.drop()
        self.left.close_down()
        super().done(result)


def wishes_from(request: RegenerationRequest) -> RunWishes:
    """A cascade that begins with this request; what comes after keeps its own values."""
    return RunWishes(
        each={request.sequence_index: request.parameters},
        takes=request.takes,
        server_url=request.server_url,
        workflow_id=request.workflow_id,
    )
