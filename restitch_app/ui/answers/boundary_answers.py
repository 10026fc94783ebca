"""Answers what a reviewer decides about a boundary, and goes on to the next one."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.jobs import BridgeRequest, JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.answers.navigation import Navigation
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import SEEN, boundary_name, counted, ssim_text
from restitch_app.ui.theme.shapes import shape_of_class

if TYPE_CHECKING:
    from restitch_app.services.remedies.applying import Applied
    from restitch_app.services.remedies.forecast import Forecast
    from restitch_app.services.workbench import Workbench


_CALLS = {
    Act.CALL_SMOOTH: BoundaryClass.GREEN,
    Act.CALL_BORDERLINE: BoundaryClass.YELLOW,
    Act.CALL_VISIBLE: BoundaryClass.RED,
}


class BoundaryAnswers(QObject):
    """Every wish is a plain call on the GUI thread that returns at once.

    After a decision the next open boundary is shown, unless the reviewer went elsewhere meanwhile.
    """

    bridge_answered = Signal(int, object)  # left index; its JobRecord, None where that failed
    checking_changed = Signal(object)  # frozenset of left indices that are measured now

    def __init__(self, context: PanelContext, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._notices = context.state, context.notices
        self._navigation, self._pixels = navigation, context.runners.pixels
        self._requests = context.runners.requests
        self._run = Running(context)
        self._checking: Counter[int] = Counter()
        actions = self._actions = context.actions
        actions.answer(Act.DECLARE_CUT, self.turn_cut_over)
        actions.answer(Act.CALL_BACK, self.call_back)
        for act, says in _CALLS.items():
            actions.answer(act, partial(self.call, says))

    @Slot(object)
    def apply(self, fix: Forecast) -> None:
        """Store a remedy as it was previewed."""

        def apply(bench: Workbench, _scene: Scene, ctx: JobContext) -> object:
            return bench.remedies.apply(fix.candidate, ctx)

        self._run.decide("Smoothing a boundary", apply, self._applied)

    @Slot(object)
    def bridge(self, request: BridgeRequest) -> None:
        """Have ComfyUI make frames for it; the engine that holds the project runs the job."""
        left_index = request.left_index

        def ask(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.bridging.request(scene, request, ctx)

        name = boundary_name(left_index)
        job = self._run.submit(self._requests, f"Making new frames for {name}", ask)
        if job is not None:
            job.succeeded.connect(partial(self._bridging, left_index))
            job.ended.connect(partial(self.bridge_answered.emit, left_index, None))

    @Slot(int)
    def remove(self, left_index: int) -> None:
        """Take the remedy away."""

        def remove(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.remedies.remove(scene, left_index, ctx)

        name = boundary_name(left_index)
        told = partial(self._notices.say, f"The fix of boundary {name} is taken away", "undo-2")
        self._run.decide(f"Taking the fix of {name} away", remove, lambda _boundary: told())

    @Slot(int)
    def accept(self, left_index: int, reason: str = "") -> None:
        def accept(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.decisions.accept(scene, left_index, ctx, reason)

        self._run.decide(f"Accepting boundary {boundary_name(left_index)}", accept, self._accepted)

    @Slot(int)
    def declare_cut(self, left_index: int) -> None:
        def declare(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.decisions.declare_cut(scene, left_index, ctx)

        name = boundary_name(left_index)
        self._run.decide(f"Declaring {name} a cut", declare, self._cut)

    @Slot(int)
    def take_back(self, left_index: int) -> None:
        """What was decided about it."""

        def take_back(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.decisions.take_back(scene, left_index, ctx)

        name = boundary_name(left_index)
        told = partial(self._notices.say, f"Boundary {name} is open again", "undo-2")
        self._run.decide(f"Opening {name} again", take_back, lambda _boundary: told())

    @Slot()
    def turn_cut_over(self) -> None:
        """Declare the selected boundary a cut, or take that back."""
        left = self._state.selected_boundary
        boundary = None if left is None else self._state.boundary(left)
        if left is not None and boundary is not None:
            (self.take_back if boundary.is_cut else self.declare_cut)(left)

    def call(self, says: BoundaryClass) -> None:
        """Keep what the reviewer sees at the selected boundary. Its class stays as it is."""
        left = self._state.selected_boundary
        if left is None:
            return

        def call(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.decisions.call(scene, left, says, ctx)

        doing = f"Noting your verdict on {boundary_name(left)}"
        self._run.decide(doing, call, partial(self._called, left))

    @Slot()
    def call_back(self) -> None:
        """Take back what a reviewer said they see at the selected boundary."""
        left = self._state.selected_boundary
        if left is None:
            return

        def take_back(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.decisions.call(scene, left, None, ctx)

        name = boundary_name(left)
        told = partial(self._notices.say, f"The verdict on boundary {name} is taken back", "undo-2")
        self._run.decide(f"Taking back the verdict on {name}", take_back, lambda _call: told())

    @Slot()
    def check_again(self) -> None:
        """Measure the selected boundary anew; with none selected, all of them."""
        left = self._state.selected_boundary
        if left is None:
            self._actions[Act.CHECK_ALL].trigger()
            return

        def check(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.boundaries.check_again(scene, left, ctx)

        name = f"Checking boundary {boundary_name(left)}"
        if (job := self._run.submit(self._pixels, name, check)) is not None:
            self._run.follow(job, name)
            self._mark_checking((left,), 1)
            job.ended.connect(partial(self._mark_checking, (left,), -1))
            job.succeeded.connect(self._checked)

    def check_several(self, left_indices: tuple[int, ...]) -> None:
        """Measure these boundaries anew, in scene order; can be cancelled."""

        def check(bench: Workbench, scene: Scene, ctx: JobContext) -> list[Boundary]:
            found = []
            for done, left in enumerate(left_indices):
                ctx.progress("Checking boundaries", done, len(left_indices))
                found.append(bench.boundaries.check_again(scene, left, ctx))
            return found

        name = f"Checking {counted(len(left_indices), 'boundary', 'boundaries')}"
        if (job := self._run.submit(self._pixels, name, check)) is not None:
            self._run.follow(job, name)
            self._mark_checking(left_indices, 1)
            job.ended.connect(partial(self._mark_checking, left_indices, -1))
            job.succeeded.connect(self._checked_several)

    def _mark_checking(self, left_indices: tuple[int, ...], step: int) -> None:
        for left_index in left_indices:
            self._checking[left_index] += step
        self.checking_changed.emit(frozenset(+self._checking))

    # what came of it

    def _called(self, left_index: int, call: BoundaryCall) -> None:
        seen = SEEN[call.says]
        told = f"Noted: you see boundary {boundary_name(left_index)} as {seen}"
        if not call.is_wrong:
            told += ", and so does Restitch"
        self._notices.say(tr(told), "message-square")

    def _checked(self, boundary: Boundary) -> None:
        words = "cut" if boundary.is_cut else shape_of_class(boundary.boundary_class).word.lower()
        value = f"SSIM {ssim_text(boundary.ssim)}"
        self._notices.say(
            tr(
                "Boundary {label} checked: {words}, {value}",
                label=boundary.label,
                words=words,
                value=value,
            ),
            "activity",
        )

    @Slot(object)
    def _checked_several(self, found: object) -> None:
        boundaries = cast("list[Boundary]", found)
        visible = sum(one.is_open for one in boundaries)
        jumps = counted(visible, "visible jump") if visible else "no visible jump"
        count = counted(len(boundaries), "boundary", "boundaries")
        self._notices.say(tr("{count} checked, {jumps}", count=count, jumps=jumps), "activity")

    def _applied(self, applied: Applied) -> None:
        from restitch_app.services.remedies.words import harm as harm_of

        boundary = applied.boundary
        told = f"Measured {ssim_text(boundary.ssim)}"
        if boundary.boundary_class is not applied.candidate.predicted_class:
            told += f", predicted {ssim_text(applied.predicted.ssim)}"
        if harm := harm_of(applied.candidate, applied.measured):
            told += f". It {harm}"
        self._notices.say(
            tr("Boundary {label} is smoothed. {told}", label=boundary.label, told=told), "spline"
        )
        self._go_on_from(boundary)

    def _accepted(self, boundary: Boundary) -> None:
        value = f"SSIM {ssim_text(boundary.ssim)}"
        self._notices.say(
            tr("Boundary {label} is accepted as is, {value}", label=boundary.label, value=value),
            "check",
        )
        self._go_on_from(boundary)

    def _bridging(self, left_index: int, job: JobRecord) -> None:
        if job.state.is_open:
            name = boundary_name(left_index)
            self._notices.say(
                tr("New frames for boundary {name} are being made", name=name), "refresh-cw"
            )
        self.bridge_answered.emit(left_index, job)

    def _cut(self, boundary: Boundary) -> None:
        self._notices.say(tr("Boundary {label} is a cut now", label=boundary.label), "check")
        self._go_on_from(boundary)

    def _go_on_from(self, boundary: Boundary) -> None:
        if self._state.selected_boundary == boundary.left_index:
            self._navigation.go_on_from(boundary.left_index)
