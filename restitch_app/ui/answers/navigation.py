"""Going from segment to segment and from boundary to boundary."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.ui.commands.actions import Act, Actions
from restitch_app.ui.language.translating import tr
from restitch_app.ui.notices.notices import Notices
from restitch_app.ui.state.filters import shown_by
from restitch_app.ui.state.review_state import ReviewState


class Navigation(QObject):
    def __init__(
        self, state: ReviewState, actions: Actions, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state, self._notices = state, notices
        actions.answer(Act.NEXT_SEGMENT, lambda: self.step_segment(1))
        actions.answer(Act.PREVIOUS_SEGMENT, lambda: self.step_segment(-1))
        actions.answer(Act.NEXT_OPEN, lambda: self.go_to_open(1))
        actions.answer(Act.PREVIOUS_OPEN, lambda: self.go_to_open(-1))

    def show_segment(self, sequence_index: int) -> None:
        self._state.show_segment(sequence_index)

    def show_boundary(self, left_index: int) -> None:
        self._state.show_boundary(left_index)

    def show_with_others(self, sequence_index: int) -> None:
        """The same, unless it is one of several that are selected together: they stay so."""
        if sequence_index not in self._state.several:
            self._state.show_segment(sequence_index)

    def show_frame(self, scene_frame: int) -> None:
        self._state.set_playhead(scene_frame)

    def step_segment(self, step: int) -> None:
        here = self._state.focused_segment
        if self._state.segment_count == 0:
            return
        wanted = 0 if here is None else here + step
        self.show_segment(max(0, min(wanted, self._state.segment_count - 1)))

    def go_to_open(self, step: int) -> None:
        """The nearest visible jump that nobody accepted, round the end; then borderline ones.

        Where the timeline is narrowed down, the nearest of what it shows.
        """
        if self._state.filter is not None and self._state.overview is not None:
            self._go_to_shown(shown_by(self._state.filter, self._state.overview), step)
            return
        boundaries = self._state.overview.boundaries if self._state.overview else ()
        for is_wanted in (_is_visible, _is_borderline):
            found = _nearest(boundaries, is_wanted, self._from(step), step)
            if found is not None:
                self.show_boundary(found)
                return
        self._notices.say(tr("No boundary is left to look at"), "check")

    def _go_to_shown(self, shown: list[int], step: int) -> None:
        chosen = self._state.filter
        if chosen is None or not shown:
            self._notices.say(tr("Nothing is left of what the timeline shows"), "check")
        elif chosen.shape is not None:
            self.show_boundary(_next_of(shown, self._from(step), step))
        else:
            here = self._state.focused_segment
            self.show_segment(_next_of(shown, -1 if here is None else here, step))

    def go_on_from(self, left_index: int) -> None:
        """The next open boundary but this one, if there is any: a visible jump, else a borderline.

        What was decided about this one may not be read again yet.
        """
        boundaries = self._state.overview.boundaries if self._state.overview else ()
        others = tuple(one for one in boundaries if one.left_index != left_index)
        for is_wanted in (_is_visible, _is_borderline):
            found = _nearest(others, is_wanted, left_index, 1)
            if found is not None:
                self.show_boundary(found)
                return

    def _from(self, step: int) -> float:
        """Left index to start after; between two boundaries where a segment is selected."""
        if self._state.selected_boundary is not None:
            return self._state.selected_boundary
        segment = self._state.segment_at(self._state.playhead) or 0
        return segment - 0.5


def _nearest(
    boundaries: tuple[Boundary, ...],
    is_wanted: Callable[[Boundary], bool],
    start: float,
    step: int,
) -> int | None:
    found = [one.left_index for one in boundaries if is_wanted(one)]
    return _next_of(found, start, step) if found else None


def _next_of(found: list[int], start: float, step: int) -> int:
    """Round the end; `found`: in scene order, not empty."""
    ordered = found if step > 0 else found[::-1]
    return next((one for one in ordered if (one - start) * step > 0), ordered[0])


def _is_visible(boundary: Boundary) -> bool:
    return boundary.is_open


def _is_borderline(boundary: Boundary) -> bool:
    return boundary.boundary_class is BoundaryClass.YELLOW and boundary.join.decision is None
