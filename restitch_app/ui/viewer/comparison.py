"""What is compared: the selected segment's versions, A and B among them, and the mode in effect."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.context import PanelContext
from restitch_app.ui.state.review_state import Compare, CompareMode
from restitch_app.ui.viewer.comparing import default_pair, find
from restitch_app.ui.viewer.shown import Side
from restitch_app.ui.viewer.wording import role_word

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


class Comparison(QObject):
    """Follows the selection. Versions are read on the desk, so they come a moment later."""

    changed = Signal()  # versions, A, B or the mode in effect

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state = context.state
        self._segment: int | None = None
        self._has_chosen_mode = False
        self.blind: tuple[int, int] | None = None
        """Version ids of what is shown as 1 and 2 without names, while that is so."""
        self.versions: tuple[Version, ...] = ()
        """Newest first."""
        self._state.scene_changed.connect(self._scene_changed)
        self._state.selection_changed.connect(self._follow_selection)
        self._state.compare_changed.connect(self.changed)
        self._state.mode_changed.connect(self.changed)

    @property
    def is_possible(self) -> bool:
        """Two versions of the selected segment are A and B."""
        known = {version.id for version in self.versions}
        return None not in self._state.compare and known.issuperset(self._state.compare)

    @property
    def pair(self) -> Compare:
        """Version ids of A and B; (None, None) where there is nothing to compare."""
        return self._state.compare if self.is_possible else (None, None)

    @property
    def mode(self) -> CompareMode:
        """The mode in effect: without two versions there is only one."""
        return self._state.mode if self.is_possible else CompareMode.SINGLE

    @property
    def sides(self) -> tuple[Side, ...]:
        """A and B, or the scene alone."""
        if self.mode is CompareMode.SINGLE:
            return (Side("", None),)
        if self.blind is not None:
            shown = [find(self.versions, version_id) for version_id in self.blind]
            return tuple(
                Side(letter, version, is_blind=True)
                for letter, version in zip("12", shown, strict=True)
                if version is not None
            )
        pair = [find(self.versions, version_id) for version_id in self._state.compare]
        return tuple(
            Side(letter, version, role_word(version, self.versions))
            for letter, version in zip("AB", pair, strict=True)
            if version is not None
        )

    def choose_mode(self, mode: CompareMode) -> None:
        """The reviewer's choice; it stays when another segment is selected."""
        if self.is_possible or mode is CompareMode.SINGLE:
            self._has_chosen_mode = True
            self._state.set_mode(mode)
        self.changed.emit()  # also where nothing came of it: buttons show what is

    def set_blind(self, order: tuple[int, int] | None) -> None:
        """Show these two as 1 and 2, or with their names again."""
        self.blind = order
        self.changed.emit()

    @Slot()
    def swap(self) -> None:
        a, b = self._state.compare
        if self.is_possible:
            self._state.set_compare(b, a)

    def compare(self, a: int, b: int) -> None:
        """Version ids; leaves the mode that shows the scene alone."""
        self._state.set_compare(a, b)
        if self.mode is CompareMode.SINGLE:
            self.choose_mode(CompareMode.SIDE_BY_SIDE)

    def clear(self) -> None:
        """The project is closing."""
        self._set_versions(None, ())

    @Slot()
    def load(self) -> None:
        """Read the versions of the selected segment."""
        segment, overview = self._segment_to_compare(), self._state.overview
        bench = self._context.session.bench
        if bench is None or segment is None or overview is None:
            self.clear()
            return
        work = partial(_history, bench, overview.scene, segment)
        job = self._context.runners.desk.submit("Reading the versions", work)
        job.succeeded.connect(partial(self._versions_came, segment))

    def _versions_came(self, segment: int, found: Sequence[Version]) -> None:
        if segment == self._segment_to_compare() and self._context.session.bench is not None:
            self._set_versions(segment, tuple(found))

    def _set_versions(self, segment: int | None, versions: tuple[Version, ...]) -> None:
        had_newest = self.versions[0].id if self.versions else None
        is_other = segment != self._segment
        self.versions, self._segment = versions, segment
        is_newer = bool(versions) and versions[0].id != had_newest
        known = {version.id for version in versions}
        if is_other or is_newer or not known.issuperset(self._state.compare):
            self._state.set_compare(*(default_pair(versions) or (None, None)))
        if self.is_possible and not self._has_chosen_mode:
            self._state.set_mode(CompareMode.SIDE_BY_SIDE)
        self.changed.emit()

    def _segment_to_compare(self) -> int | None:
        """The selected one; at a boundary of the segment that is being compared still that one."""
        boundary = self._state.selected_boundary
        if boundary is not None and self._segment in (boundary, boundary + 1):
            return self._segment
        return self._state.focused_segment

    @Slot(object)
    def _scene_changed(self, changes: Changes) -> None:
        if changes.scene or self._segment_to_compare() in changes.segments:
            self.load()

    @Slot()
    def _follow_selection(self) -> None:
        if self._segment_to_compare() != self._segment:
            self.load()


def _history(
    bench: Workbench, scene: Scene, sequence_index: int, _ctx: JobContext
) -> list[Version]:
    return bench.versions.history(scene, sequence_index)
