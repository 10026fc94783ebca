"""What the window shows: the one truth that all its panels read and listen to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.runs import RunRecord
from restitch_app.domain.versions import ProjectSettings, Scene, Version
from restitch_app.ui.state.filters import Filter
from restitch_app.ui.state.selection import Selection

if TYPE_CHECKING:  # services load cv2 and av, which the first worker does after the window is shown
    from restitch_app.services.project.overview import SceneOverview

Compare = tuple[int | None, int | None]
"""Version ids of A and B."""


class CompareMode(StrEnum):
    SIDE_BY_SIDE = "side_by_side"
    WIPE = "wipe"
    DIFFERENCE = "difference"
    TOGGLE = "toggle"
    SINGLE = "single"


class ReviewState(QObject):
    """Lives on the GUI thread. Panels change it only through its setters, which emit once and only
    where something really changed.

    Selecting a segment keeps the boundary selection empty and the other way round. Several segments
    can be selected together; one of them is then the one that is looked at.
    """

    scene_changed = Signal(object)  # Changes: what to draw again; `scene=True` means everything
    jobs_changed = Signal()
    runs_changed = Signal()
    selection_changed = Signal()
    filter_changed = Signal()
    playhead_moved = Signal(int)  # scene frame, from 0
    compare_changed = Signal()
    mode_changed = Signal()
    blind_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._overview: SceneOverview | None = None
        self._ranges: Mapping[int, FrameRange] = {}
        self._settings: ProjectSettings | None = None
        self._is_read_only = False
        self._scenes: tuple[Scene, ...] = ()
        self._jobs: tuple[JobRecord, ...] = ()
        self._runs: tuple[RunRecord, ...] = ()
        self._starts: list[tuple[int, int]] | None = None
        self._chosen = Selection()
        self._filter: Filter | None = None
        self._playhead = 0
        self._compare: Compare = (None, None)
        self._mode = CompareMode.SINGLE
        self._blind_segment: int | None = None

    # what is stored

    @property
    def overview(self) -> SceneOverview | None:
        """None while no project is open, or while it is being opened."""
        return self._overview

    @property
    def ranges(self) -> Mapping[int, FrameRange]:
        """Scene frames of each segment, by sequence index, as the export will have them."""
        return self._ranges

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """All of the project, the shown one among them."""
        return self._scenes

    @property
    def settings(self) -> ProjectSettings | None:
        return self._settings

    @property
    def is_read_only(self) -> bool:
        """Another window holds the project: deciding is not possible here."""
        return self._is_read_only

    def set_scene(
        self,
        overview: SceneOverview | None,
        ranges: Mapping[int, FrameRange],
        settings: ProjectSettings | None,
        changes: Changes,
        *,
        is_read_only: bool = False,
        scenes: tuple[Scene, ...] = (),
    ) -> None:
        """Show this scene; `changes` says what differs from what was shown before."""
        is_other = _scene_id(overview) != _scene_id(self._overview)
        self._overview, self._ranges, self._settings = overview, ranges, settings
        self._is_read_only, self._scenes = is_read_only, scenes
        self._starts = None
        if is_other:
            self.set_filter(None)
            changes |= Changes(scene=True)
            self._playhead, self._compare = 0, (None, None)
            self._chosen = Selection(0 if overview and overview.current else None)
        else:
            self._keep_in_bounds()
        self.scene_changed.emit(changes)
        if is_other:
            self.selection_changed.emit()
            self.compare_changed.emit()
            self.playhead_moved.emit(0)

    @property
    def jobs(self) -> tuple[JobRecord, ...]:
        """All jobs of the project, oldest first."""
        return self._jobs

    def set_jobs(self, jobs: tuple[JobRecord, ...]) -> None:
        if jobs != self._jobs:
            self._jobs = jobs
            self.jobs_changed.emit()

    @property
    def runs(self) -> tuple[RunRecord, ...]:
        """All generations and cascades of the project, oldest first."""
        return self._runs

    def set_runs(self, runs: tuple[RunRecord, ...]) -> None:
        if runs != self._runs:
            self._runs = runs
            self.runs_changed.emit()

    # what is looked at

    @property
    def selected_segment(self) -> int | None:
        """Sequence index, from 0."""
        return self._chosen.segment

    @property
    def several(self) -> frozenset[int]:
        """Sequence indices of two or more segments that are selected together, else empty."""
        return self._chosen.several

    @property
    def selected_segments(self) -> tuple[int, ...]:
        """Sequence indices in scene order: several, one or none."""
        return self._chosen.segments

    @property
    def selected_boundary(self) -> int | None:
        """Sequence index of the segment left of it."""
        return self._chosen.boundary

    def select_segment(self, sequence_index: int | None) -> None:
        """Raises IndexError for a segment that the scene does not have."""
        if sequence_index is not None and not 0 <= sequence_index < self.segment_count:
            raise IndexError(f"the scene has no segment {sequence_index}")
        self._choose(Selection(sequence_index))

    def select_boundary(self, left_index: int | None) -> None:
        """Raises IndexError for a boundary that the scene does not have."""
        if left_index is not None and not 0 <= left_index < self.segment_count - 1:
            raise IndexError(f"the scene has no boundary after segment {left_index}")
        self._choose(Selection(boundary=left_index))

    def show_segment(self, sequence_index: int) -> None:
        """Select it; the playhead goes to its first frame unless it is in it already."""
        self.select_segment(sequence_index)
        frames = self._ranges.get(sequence_index)
        if frames is not None and self._playhead not in frames:
            self.set_playhead(frames.start)

    def show_boundary(self, left_index: int) -> None:
        """Select it; the playhead goes to the last frame before it."""
        self.select_boundary(left_index)
        frames = self._ranges.get(left_index)
        if frames is not None:
            self.set_playhead(frames.stop - 1)

    # several together

    def toggle_segment(self, sequence_index: int) -> None:
        """Take it into the selection, or out of it; the last one stays."""
        self._choose(self._chosen.toggled(sequence_index))

    def extend_to(self, sequence_index: int) -> None:
        """Select everything from where the selection began to this segment, and look at it.
        Outside the scene: to its end.
        """
        if self.segment_count:
            self._choose(self._chosen.extended(sequence_index, self.segment_count))

    def select_all(self) -> None:
        """Every segment of the scene; what is looked at stays."""
        if self.segment_count:
            self._choose(self._chosen.all(self.segment_count))

    def let_go_of_several(self) -> bool:
        """Back to the one that is looked at; False where no more were selected."""
        had_several = bool(self._chosen.several)
        self._choose(self._chosen.alone)
        return had_several

    def _choose(self, chosen: Selection) -> None:
        looks_other = not chosen.looks_as(self._chosen)
        self._chosen = chosen
        if looks_other:
            self.selection_changed.emit()

    @property
    def filter(self) -> Filter | None:
        """What the timeline is narrowed down to; None: everything."""
        return self._filter

    def set_filter(self, wanted: Filter | None) -> None:
        if wanted is not self._filter:
            self._filter = wanted
            self.filter_changed.emit()

    def toggle_filter(self, wanted: Filter) -> None:
        """The same once more shows everything again."""
        self.set_filter(None if self._filter is wanted else wanted)

    @property
    def playhead(self) -> int:
        """Scene frame, from 0."""
        return self._playhead

    def set_playhead(self, scene_frame: int) -> None:
        """Frames outside the scene become its first or last one."""
        frame = max(0, min(scene_frame, self.frame_count - 1))
        if frame != self._playhead:
            self._playhead = frame
            self.playhead_moved.emit(frame)

    @property
    def compare(self) -> Compare:
        return self._compare

    def set_compare(self, a_version_id: int | None, b_version_id: int | None) -> None:
        """(None, None): nothing to compare, the scene itself plays."""
        if (a_version_id, b_version_id) != self._compare:
            self._compare = (a_version_id, b_version_id)
            self.compare_changed.emit()

    @property
    def mode(self) -> CompareMode:
        return self._mode

    def set_mode(self, mode: CompareMode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self.mode_changed.emit()

    @property
    def is_blind(self) -> bool:
        """A and B are compared without names: nothing may tell which is which."""
        return self._blind_segment is not None

    @property
    def blind_segment(self) -> int | None:
        """Sequence index of the segment whose versions are compared without names."""
        return self._blind_segment

    def set_blind(self, segment: int | None) -> None:
        """None: names may be told again."""
        if segment != self._blind_segment:
            self._blind_segment = segment
            self.blind_changed.emit()

    # what follows from it

    @property
    def segment_count(self) -> int:
        return len(self._overview.current) if self._overview else 0

    @property
    def frame_count(self) -> int:
        return self._overview.frames if self._overview else 0

    @property
    def focused_segment(self) -> int | None:
        """The selected segment; with a boundary selected the one left of it."""
        return self._chosen.focus

    def current(self, sequence_index: int) -> Version | None:
        """The segment's current version; None outside the scene."""
        if self._overview and 0 <= sequence_index < self.segment_count:
            return self._overview.current[sequence_index]
        return None

    def boundary(self, left_index: int) -> Boundary | None:
        if self._overview and 0 <= left_index < len(self._overview.boundaries):
            return self._overview.boundaries[left_index]
        return None

    def call(self, left_index: int | None) -> BoundaryCall | None:
        """What a reviewer said they see there; None where nobody did."""
        if self._overview is None or left_index is None:
            return None
        return self._overview.calls.get(left_index)

    def scene_frame(self, sequence_index: int, segment_frame: int) -> int:
        """Where the current version's own frame plays; the nearest that does, for one left out."""
        frames = self._ranges[sequence_index]
        before = self.boundary(sequence_index - 1) if sequence_index > 0 else None
        trimmed = before.join.treatment.trim_right if before else 0
        return max(frames.start, min(frames.stop - 1, frames.start + segment_frame - trimmed))

    def segment_frame(self, scene_frame: int) -> int | None:
        """The same the other way round, in the count of the version that plays there; None
        outside the scene."""
        index = self.segment_at(scene_frame)
        if index is None:
            return None
        before = self.boundary(index - 1) if index > 0 else None
        trimmed = before.join.treatment.trim_right if before else 0
        own = scene_frame - self._ranges[index].start + trimmed
        current = self.current(index)
        return min(own, current.facts.frame_count - 1) if current is not None else own

    def segment_at(self, scene_frame: int) -> int | None:
        """Sequence index of the segment that plays at that frame."""
        if self._starts is None:  # asked for at every step of the playhead
            self._starts = sorted((frames.start, index) for index, frames in self._ranges.items())
        at = bisect_right(self._starts, (scene_frame, len(self._starts))) - 1
        if at < 0:
            return None
        index = self._starts[at][1]
        return index if scene_frame in self._ranges[index] else None

    def _keep_in_bounds(self) -> None:
        self._choose(self._chosen.within(self.segment_count))
        self.set_playhead(self._playhead)


def _scene_id(overview: SceneOverview | None) -> int | None:
    return overview.scene.id if overview else None
