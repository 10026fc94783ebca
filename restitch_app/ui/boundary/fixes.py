"""The selected boundary and what could mend it, worked out in the background.

Page and inspector tab show one and the same of these.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import RestitchError
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.boundary.bridging import Bridge
from restitch_app.ui.boundary.comparing import Comparing, Trying
from restitch_app.ui.boundary.own_length import OwnLength
from restitch_app.ui.boundary.playing import played
from restitch_app.ui.context import PanelContext
from restitch_app.ui.pieces.timers import single_shot

if TYPE_CHECKING:
    from restitch_app.services.boundaries.pictures import BoundaryLook
    from restitch_app.services.remedies.forecast import Forecast
    from restitch_app.services.remedies.values import Comparison

SETTLE_MS = 150
"""Stepping from boundary to boundary decodes only where the reviewer stays."""
NOT_READ = "The boundary could not be read. The log has the details."


class BoundaryFixes(QObject):
    changed = Signal()  # another boundary, a new look, a fix that was tried
    preview_ready = Signal(object)  # Played
    failed = Signal(object)  # the exception
    apply_asked = Signal(object)  # Forecast
    remove_asked = Signal(int)  # left index: take the treatment away
    accept_asked = Signal(int, str)  # left index, reason
    cut_asked = Signal(int)  # left index: declare it a cut
    take_back_asked = Signal(int)  # left index: what was decided
    regenerate_asked = Signal(int)  # sequence index

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self.left_index: int | None = None
        self.look: BoundaryLook | None = None
        self.problem = ""
        self.comparing = Comparing(context, self)
        self.comparing.changed.connect(self._compared)
        self.bridge = Bridge(context, self)
        self.bridge.changed.connect(self._bridged)
        self.own_length = OwnLength(context, self)
        self.own_length.arrived.connect(self._length_tried)
        self.own_length.failed.connect(self._length_failed)
        self._selected = ""
        self._has_chosen = False
        self._applies_when_ready = False
        self._is_asked = False
        """Somebody wants to see every fix of this boundary, whatever becomes of it."""
        pixels = context.runners.pixels
        self._look = Latest(pixels, self)
        self._look.arrived.connect(self._take_look)
        self._look.failed.connect(self._no_look)
        self._preview = Latest(pixels, self)
        self._preview.arrived.connect(self.preview_ready)
        self._preview.failed.connect(self.failed)
        self._settle = single_shot(self, SETTLE_MS, self._load)
        self._state.selection_changed.connect(self._selection_changed)
        self._state.scene_changed.connect(self._scene_changed)
        context.session.closing.connect(self._let_go)
        self._selection_changed()

    # what is shown

    @property
    def boundary(self) -> Boundary | None:
        return None if self.left_index is None else self._state.boundary(self.left_index)

    @property
    def fixes(self) -> tuple[Forecast, ...]:
        """Offered ones first, the best at the top; of a length chosen by hand where there is."""
        usual = self.comparing.found
        if self.comparing.state is not Trying.DONE:
            usual = tuple(sorted(usual, key=_rank))
        known = tuple(self.own_length.of(one) for one in usual)
        made = self.bridge.forecast
        if made is None:
            return known
        found = self.comparison
        if found is None:
            return (*known, made)
        order = [one.name for one in found.candidates]
        if made.candidate.name not in order:
            return (*known, made)
        return tuple(sorted((*known, made), key=lambda one: order.index(one.candidate.name)))

    @property
    def selected(self) -> Forecast | None:
        return next((one for one in self.fixes if one.candidate.name == self._selected), None)

    @property
    def comparison(self) -> Comparison | None:
        """Of all that were tried, with the bridge if there is one; None until all are."""
        from restitch_app.services.remedies.choice import compared_with

        found, made = self.comparing.comparison, self.bridge.forecast
        return compared_with(found, made.candidate) if found and made else found

    @property
    def recommended(self) -> str:
        """Name of the remedy; empty where none is recommended, or not all are tried."""
        found = self.comparison
        return found.recommended.name if found and found.recommended else ""

    @property
    def is_regeneration_better(self) -> bool:
        found = self.comparison
        return found is not None and found.is_regeneration_better

    @property
    def is_working(self) -> bool:
        return self.comparing.state is Trying.WORKING

    @property
    def has_chosen(self) -> bool:
        """The reviewer has; what is recommended later does not take the place of that."""
        return self._has_chosen

    @property
    def is_applying(self) -> bool:
        """Apply was asked for before it was known what is best."""
        return self._applies_when_ready

    @property
    def can_decide(self) -> bool:
        boundary = self.boundary
        return boundary is not None and not boundary.is_cut and not self._state.is_read_only

    def is_applied(self, fix: Forecast) -> bool:
        """Whether the boundary already has what this fix would give it."""
        from restitch_app.services.remedies.forecast import is_applied

        return self.boundary is not None and is_applied(fix.candidate, self.boundary.join)

    # what a reviewer does

    def select(self, name: str) -> None:
        self._has_chosen = True
        if name != self._selected and any(one.candidate.name == name for one in self.fixes):
            self._selected = name
            self._applies_when_ready = False
            self.own_length.stop()
            self.changed.emit()

    def set_length(self, name: str, frames: int | None) -> None:
        """Frames a side; None lets the remedy choose."""
        self.select(name)
        if frames is None:
            self.own_length.reset(name)
        elif self.left_index is not None:
            self.own_length.start(self.left_index, name, frames)
        self.changed.emit()

    @Slot()
    def try_all(self) -> None:
        """Also where nothing is wrong, and to go on after it was stopped."""
        boundary = self.boundary
        if boundary is not None:
            self._is_asked = True
            self.comparing.start(boundary, is_wanted=True)

    @Slot()
    def apply(self) -> None:
        """Store the selected fix; the recommended one as soon as it is known what that is."""
        fix = self.selected
        if not self.can_decide:
            return
        is_open = self.is_working and not self._has_chosen
        if is_open or self.own_length.frames is not None:
            self._applies_when_ready = True
            self.changed.emit()
        elif fix is not None and fix.can_be_applied and not self.is_applied(fix):
            self._applies_when_ready = False
            self.apply_asked.emit(fix)

    @Slot()
    def remove(self) -> None:
        if self.left_index is not None and self.can_decide:
            self.remove_asked.emit(self.left_index)

    def accept(self, reason: str = "") -> None:
        if self.left_index is not None and self.can_decide:
            self.accept_asked.emit(self.left_index, reason)

    @Slot()
    def declare_cut(self) -> None:
        if self.left_index is not None and self.can_decide:
            self.cut_asked.emit(self.left_index)

    @Slot()
    def take_back(self) -> None:
        if self.left_index is not None and not self._state.is_read_only:
            self.take_back_asked.emit(self.left_index)

    @Slot()
    def regenerate(self) -> None:
        """The segment right of the boundary."""
        if self.left_index is not None:
            self.regenerate_asked.emit(self.left_index + 1)

    def play(self, name: str) -> None:
        """Prepare the frames around the boundary with a fix, or as it is (no name)."""
        bench, overview = self._context.session.bench, self._state.overview
        boundary = self.boundary
        if bench is None or overview is None or boundary is None:
            return
        if name:
            self.select(name)
        work = partial(played, bench, overview.scene, boundary, self.selected if name else None)
        self._preview.ask("Preparing a preview", work, priority=3)

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
        for latest in (self._look, self._preview):
            latest.drop()
        self.own_length.forget()
        self.comparing.forget()
        self.bridge.forget()
        self.look, self.problem, self._selected = None, "", ""
        self._has_chosen = self._applies_when_ready = self._is_asked = False

    @Slot()
    def _load(self) -> None:
        bench, overview = self._context.session.bench, self._state.overview
        boundary = self.boundary
        if bench is None or overview is None or boundary is None:
            return
        work = partial(bench.pictures.look, overview.scene, boundary.left_index)
        self._look.ask("Reading the boundary", work, priority=2)
        is_open = boundary.needs_smoothing and boundary.join.decision is None
        if self.can_decide and boundary.ssim is not None:
            self.bridge.look(boundary.left_index)
        if self.can_decide and self.comparing.state is not Trying.STOPPED:
            self.comparing.start(boundary, is_wanted=is_open or self._is_asked)

    # what came of it

    @Slot(object)
    def _take_look(self, look: BoundaryLook) -> None:
        self.look, self.problem = look, ""
        self.changed.emit()

    @Slot(object)
    def _no_look(self, error: Exception) -> None:
        self.look, self.problem = None, _problem(error)
        self.changed.emit()

    @Slot()
    def _compared(self) -> None:
        if self.selected is None:
            self._selected = ""
        if not self._has_chosen:
            self._selected = self._proposed()
        if self._applies_when_ready and not self.is_working:
            self._applies_when_ready = False
            if self.recommended:
                self.apply()
        self.changed.emit()

    @Slot()
    def _bridged(self) -> None:
        """A bridge that is there is proposed by the same rule as every other fix."""
        if self.selected is None:
            self._selected = ""
        if not self._has_chosen and self.comparing.state is not Trying.WORKING:
            self._selected = self._proposed()
        self.changed.emit()

    def _proposed(self) -> str:
        """What is applied already; else what is recommended; while that is open, the best yet."""
        applied = next((one for one in self.fixes if self.is_applied(one)), None)
        if applied is not None:
            return applied.candidate.name
        if self.comparing.state is Trying.DONE:
            return self.recommended
        best = next(iter(self.fixes), None)
        return best.candidate.name if best is not None and best.is_offered else ""

    @Slot()
    def _length_tried(self) -> None:
        if self._applies_when_ready:
            self.apply()
        self.changed.emit()

    @Slot()
    def _length_failed(self) -> None:
        self._applies_when_ready = False
        self.changed.emit()


def _problem(error: Exception) -> str:
    """What is wrong and what to do; where the file lies is the log's affair."""
    if not isinstance(error, RestitchError):
        return NOT_READ
    return " ".join(f"{part.rstrip('.')}." for part in (error.title, error.hint) if part)


def _rank(fix: Forecast) -> tuple[bool, float]:
    return not fix.is_offered, fix.candidate.cost or 0.0
