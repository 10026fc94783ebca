"""The selected boundary and what could mend it, worked out in the background.

Page and inspector tab show one and the same of these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.joins import Decision
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.boundary.remedies import WINDOWS, Remedy
from restitch_app.ui.context import PanelContext
from restitch_app.ui.latest import Latest

if TYPE_CHECKING:
    from restitch_app.services.boundary_pictures import BoundaryLook, Curve
    from restitch_app.services.smoothing import Smoothed
    from restitch_app.services.workbench import Workbench

SETTLE_MS = 150
"""Stepping from boundary to boundary decodes only where the reviewer stays."""
PREVIEW_FRAMES = 12
REMEDY_TREATMENTS = ("blend", "reextract")


@dataclass(frozen=True, slots=True)
class Fix:
    """One row of the list."""

    remedy: Remedy
    window: int
    """Frames a side; 0 where the remedy has none."""
    smoothed: Smoothed | None = None
    curve: Curve | None = None
    cost: str = ""
    problem: str = ""
    """Why it cannot be done here; empty where it can, or is still being worked out."""

    @property
    def is_working(self) -> bool:
        return self.smoothed is None and not self.problem


class BoundaryFixes(QObject):
    changed = Signal()  # another boundary, a new look, a prediction that is ready
    preview_ready = Signal(object)  # tuple[PlainPicture, ...], in scene order
    failed = Signal(object)  # the exception
    smooth_asked = Signal(object)  # Smoothed
    accept_asked = Signal(int)  # left index
    regenerate_asked = Signal(int)  # sequence index

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self.left_index: int | None = None
        self.look: BoundaryLook | None = None
        self.problem = ""
        self._fixes: dict[Remedy, Fix] = {}
        self._windows = {remedy: windows[1] for remedy, windows in WINDOWS.items()}
        self._selected: Remedy | None = None
        self._has_chosen = False
        self._best: Remedy | None = None
        self._applies_when_ready = False
        pixels = context.runners.pixels
        self._look = Latest(pixels, self)
        self._look.arrived.connect(self._take_look)
        self._look.failed.connect(self._no_look)
        self._preview = Latest(pixels, self)
        self._preview.arrived.connect(self.preview_ready)
        self._preview.failed.connect(self.failed)
        self._tries = {remedy: Latest(pixels, self) for remedy in Remedy}
        for remedy, latest in self._tries.items():
            latest.arrived.connect(partial(self._take_fix, remedy))
            latest.failed.connect(partial(self._no_fix, remedy))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._load)
        self._state.selection_changed.connect(self._selection_changed)
        self._state.scene_changed.connect(self._scene_changed)
        context.session.closing.connect(self._let_go)
        self._selection_changed()

    # what is shown

    @property
    def boundary(self) -> Boundary | None:
        return None if self.left_index is None else self._state.boundary(self.left_index)

    @property
    def fixes(self) -> tuple[Fix, ...]:
        return tuple(self._fixes.values())

    @property
    def selected(self) -> Fix | None:
        return self._fixes.get(self._selected) if self._selected else None

    @property
    def recommended(self) -> Remedy | None:
        return self._best

    @property
    def is_applying(self) -> bool:
        """Apply was asked for before the prediction was there."""
        return self._applies_when_ready

    @property
    def can_decide(self) -> bool:
        boundary = self.boundary
        is_cut = boundary is not None and boundary.join.decision is Decision.CUT
        return boundary is not None and not is_cut and not self._state.is_read_only

    def is_applied(self, fix: Fix) -> bool:
        """Whether the boundary already has what this fix would give it."""
        boundary, smoothed = self.boundary, fix.smoothed
        return (
            boundary is not None
            and smoothed is not None
            and boundary.join.treatment == smoothed.after.join.treatment
            and fix.remedy is not Remedy.NONE
        )

    # what a reviewer does

    def select(self, remedy: Remedy) -> None:
        self._has_chosen = True
        if remedy is not self._selected and remedy in self._fixes:
            self._selected = remedy
            self._applies_when_ready = False
            self.changed.emit()

    def set_window(self, remedy: Remedy, window: int) -> None:
        if self._windows.get(remedy) == window:
            return
        self._windows[remedy] = window
        self.select(remedy)
        self._try(remedy)
        self.changed.emit()

    @Slot()
    def apply(self) -> None:
        """Store the selected fix; as soon as it is worked out, where it is not yet."""
        fix = self.selected
        if fix is None or not self.can_decide:
            return
        if fix.smoothed is not None:
            self._applies_when_ready = False
            self.smooth_asked.emit(fix.smoothed)
        elif fix.is_working:
            self._applies_when_ready = True
            self.changed.emit()

    @Slot()
    def accept(self) -> None:
        if self.left_index is not None and self.can_decide:
            self.accept_asked.emit(self.left_index)

    @Slot()
    def regenerate(self) -> None:
        """The segment right of the boundary."""
        if self.left_index is not None:
            self.regenerate_asked.emit(self.left_index + 1)

    def play(self, remedy: Remedy | None) -> None:
        """Prepare the frames around the boundary with a fix, or as it is (None)."""
        bench, boundary = self._context.session.bench, self.boundary
        if bench is None or boundary is None:
            return
        join = boundary.join
        if remedy is not None:
            self.select(remedy)
            smoothed = self._fixes[remedy].smoothed
            if smoothed is None:
                return
            join = smoothed.after.join
        pictures = bench.pictures
        self._preview.ask(
            "Preparing a preview", lambda ctx: pictures.preview(join, PREVIEW_FRAMES, ctx)
        )

    # when something changes

    @Slot()
    def _selection_changed(self) -> None:
        left = self._state.selected_boundary
        if left != self.left_index:
            self._forget()
            self.left_index = left
            self.changed.emit()
            if left is not None:
                self._settle.start()

    @Slot(object)
    def _scene_changed(self, changes: Changes) -> None:
        self._selection_changed()
        left = self.left_index
        if left is None:
            return
        touched = {left, left + 1} & changes.segments or left in changes.boundaries
        if touched or changes.scene:
            self._settle.start()
            self.changed.emit()

    @Slot()
    def _let_go(self) -> None:
        self._forget()
        self.left_index = None
        self.changed.emit()

    def _forget(self) -> None:
        self._settle.stop()
        for latest in (self._look, self._preview, *self._tries.values()):
            latest.drop()
        self.look, self.problem = None, ""
        self._fixes = {}
        self._selected = self._best = None
        self._has_chosen = self._applies_when_ready = False

    @Slot()
    def _load(self) -> None:
        bench, overview = self._context.session.bench, self._state.overview
        boundary = self.boundary
        if bench is None or overview is None or boundary is None:
            return
        work = partial(bench.pictures.look, overview.scene, boundary.left_index)
        self._look.ask("Reading the boundary", work, priority=2)
        if not self.can_decide:
            return
        self._take_over_window(boundary)
        treated = boundary.join.treatment.method in REMEDY_TREATMENTS
        wanted = [one for one in Remedy if one is not Remedy.NONE or treated]
        self._fixes = {
            one: self._fixes.get(one) or Fix(one, self._windows.get(one, 0)) for one in wanted
        }
        if self._selected not in self._fixes:
            self._selected = wanted[0]
        for remedy in wanted:
            self._try(remedy)
        self.changed.emit()

    def _take_over_window(self, boundary: Boundary) -> None:
        """Begin with what is applied, so that its row says so."""
        patch = boundary.join.treatment.patch
        if self._has_chosen or patch is None:
            return
        if patch.left_frames in WINDOWS[Remedy.BLEND]:
            self._windows[Remedy.BLEND] = patch.left_frames

    def _try(self, remedy: Remedy) -> None:
        bench, overview = self._context.session.bench, self._state.overview
        if bench is None or overview is None or self.left_index is None:
            return
        window = self._windows.get(remedy, 0)
        self._fixes[remedy] = Fix(remedy, window)
        work = partial(_tried, bench, overview.scene, self.left_index, remedy, window)
        self._tries[remedy].ask(f"Trying: {remedy}", work, priority=1)

    # what came of it

    @Slot(object)
    def _take_look(self, look: BoundaryLook) -> None:
        self.look, self.problem = look, ""
        self.changed.emit()

    @Slot(object)
    def _no_look(self, error: Exception) -> None:
        self.look, self.problem = None, str(error)
        self.changed.emit()

    def _take_fix(self, remedy: Remedy, tried: tuple[Smoothed, Curve, str]) -> None:
        if remedy not in self._fixes:
            return
        smoothed, curve, cost = tried
        self._fixes[remedy] = replace(
            self._fixes[remedy], smoothed=smoothed, curve=curve, cost=cost
        )
        self._recommend()
        if self._applies_when_ready and remedy is self._selected:
            self.apply()
        self.changed.emit()

    def _no_fix(self, remedy: Remedy, error: Exception) -> None:
        if remedy in self._fixes:
            told = error.title if isinstance(error, RestitchError) else str(error)
            self._fixes[remedy] = replace(self._fixes[remedy], problem=told)
            self._applies_when_ready = False
            self.changed.emit()

    def _recommend(self) -> None:
        """Once all are worked out; the reviewer's own choice is left alone."""
        from restitch_app.services.remedy_advice import recommended

        if any(fix.is_working for fix in self._fixes.values()):
            return
        best = recommended([fix.smoothed for fix in self.fixes if fix.smoothed is not None])
        self._best = Remedy(best.method.value) if best else None
        if self._best and not self._has_chosen:
            self._selected = self._best


def _tried(
    bench: Workbench, scene: Scene, left_index: int, remedy: Remedy, window: int, ctx: JobContext
) -> tuple[Smoothed, Curve, str]:
    from restitch_app.services.remedy_advice import cost
    from restitch_app.services.smoothing import Method

    smoothed = bench.smoothing.preview(scene, left_index, Method(remedy), window or None, ctx)
    return smoothed, bench.pictures.curve(smoothed.after.join, ctx), cost(smoothed)
