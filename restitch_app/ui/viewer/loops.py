"""What plays again and again: around a boundary, or between the in and out points."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.frames import FrameRange
from restitch_app.ui.commands.actions import Act, Actions
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.viewer.looping import LoopReach, loop_range, nearest_boundary
from restitch_app.ui.viewer.marks import Marks
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.transport import Transport


class Loops(QObject):
    changed = Signal(object)  # the scene frames that play again and again, or None

    def __init__(
        self,
        state: ReviewState,
        actions: Actions,
        player: Player,
        transport: Transport,
        marks: Marks,
    ) -> None:
        super().__init__(player)
        self._state, self._actions = state, actions
        self._player, self._transport, self._marks = player, transport, marks
        self._reach = self._around = LoopReach.TWELVE
        self.is_on = False
        marks.changed.connect(self.refresh)
        state.selection_changed.connect(self.refresh)
        state.playhead_moved.connect(self._follow)

    def set_on(self, is_on: bool) -> None:
        """Around the selected boundary, or else the one nearest to the playhead."""
        self.is_on = is_on
        self.refresh()
        self._enter()

    def set_reach(self, reach: LoopReach) -> None:
        self._reach = reach
        if reach is not LoopReach.MARKED:
            self._around = reach
        self.refresh()

    def toggle_marked(self) -> None:
        """Between the points, or no longer."""
        if self._marks.frames(self._state.frame_count) is None:
            self._actions[Act.LOOP_MARKED].setChecked(False)
            return
        was_marked = self.is_on and self._reach is LoopReach.MARKED
        self._reach = LoopReach.MARKED
        self.set_on(not was_marked)

    @Slot()
    def refresh(self) -> None:
        marked = self._marks.frames(self._state.frame_count)
        if marked is None and self._reach is LoopReach.MARKED:  # the points are gone
            self._reach, self.is_on = self._around, False
        frames = self._frames()
        loop = frames if self.is_on else None
        if loop != self._player.loop:
            self._player.set_loop(loop)
            self.changed.emit(loop)
        is_on, can_loop = self.is_on and frames is not None, frames is not None
        self._transport.set_marked(marked is not None)
        self._transport.set_loop(is_on, self._reach, can_loop=can_loop)
        is_marked = self._reach is LoopReach.MARKED
        self._actions[Act.LOOP].setChecked(is_on and not is_marked)
        self._actions[Act.LOOP_MARKED].setChecked(is_on and is_marked)

    @Slot(int)
    def _follow(self, _frame: int) -> None:
        if self.is_on and self._reach is not LoopReach.MARKED and not self._player.is_playing:
            self.refresh()

    def _enter(self) -> None:
        if self._player.loop is not None and self._state.playhead not in self._player.loop:
            self._state.set_playhead(self._player.loop.start)

    def _frames(self) -> FrameRange | None:
        if self._reach is LoopReach.MARKED:
            return self._marks.frames(self._state.frame_count)
        ranges, left = self._state.ranges, self._state.selected_boundary
        if left is None or left + 1 not in ranges:
            left = nearest_boundary(ranges, self._state.playhead)
        return None if left is None else loop_range(ranges, left, self._reach)
