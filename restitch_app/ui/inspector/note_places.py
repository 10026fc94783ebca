"""Where notes hang, and where that plays: a version's own frames against the scene's."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.domain.notes import NewNote, Note
from restitch_app.domain.versions import Version
from restitch_app.ui.state.review_state import ReviewState


class NotePlaces:
    """Of the segment that is shown. On the GUI thread."""

    def __init__(self, state: ReviewState) -> None:
        self._state = state

    @property
    def here(self) -> NewNote | None:
        """The current version's frame under the playhead; with a boundary selected, its last one
        before it; None while the playhead is elsewhere.
        """
        state = self._state
        index = state.focused_segment
        current = state.current(index) if index is not None else None
        frames = state.ranges.get(current.sequence_index) if current else None
        if current is None or frames is None:
            return None
        at_boundary = state.selected_boundary is not None
        playhead = frames.stop - 1 if at_boundary else state.playhead
        if playhead not in frames:
            return None
        own = playhead - frames.start + self._trimmed_head(current.sequence_index)
        return NewNote(current.id, min(own, current.facts.frame_count - 1), "", at_boundary)

    @property
    def words(self) -> str:
        """What a new note would be about."""
        place = self.here
        if place is None:
            return "Note: put the playhead into this segment"
        if place.at_boundary:
            return f"Note at boundary {self._boundary_name()}"
        return f"Note at frame {self._state.playhead + 1}"

    def scene_frame(self, sequence_index: int, segment_frame: int) -> int | None:
        """Where it plays, or the nearest frame that does; None outside the scene."""
        frames = self._state.ranges.get(sequence_index)
        if frames is None:
            return None
        own = segment_frame - self._trimmed_head(sequence_index)
        return max(frames.start, min(frames.stop - 1, frames.start + own))

    def stamp(self, sequence_index: int, versions: Sequence[Version], note: Note) -> str:
        """`Frame 78`, `Boundary 5 | 6`; with the version where that is not the current one."""
        frame = self.scene_frame(sequence_index, note.segment_frame)
        version = next((one for one in versions if one.id == note.version_id), None)
        told = f"Frame {frame + 1}" if frame is not None else f"Frame {note.segment_frame + 1}"
        if note.at_boundary:
            told = f"Boundary {self._boundary_name()}"
        is_other = version is not None and not version.is_current
        return f"{told} · v{version.number}" if version and is_other else told

    def _boundary_name(self) -> str:
        left = self._state.focused_segment or 0
        return f"{left + 1} | {left + 2}"

    def _trimmed_head(self, index: int) -> int:
        boundary = self._state.boundary(index - 1) if index > 0 else None
        return boundary.join.treatment.trim_right if boundary else 0
