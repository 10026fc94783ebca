"""What a reviewer steers playback by: in and out points, loops, shuttling, going somewhere."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import points_name
from restitch_app.ui.viewer.going import frame_written
from restitch_app.ui.viewer.goto import GoTo
from restitch_app.ui.viewer.held_key import HeldKey
from restitch_app.ui.viewer.looping import next_boundary
from restitch_app.ui.viewer.loops import Loops
from restitch_app.ui.viewer.marks import Marks
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.transport import Transport

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Playing(QObject):
    marked = Signal(object, object)  # first and last frame between the points, or None

    def __init__(
        self, context: PanelContext, player: Player, transport: Transport, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self._player, self._transport = player, transport
        self._scene_id: int | None = None
        self._held = HeldKey(self)
        live_key(context.actions, Act.STOP, self._held)
        self.marks = Marks(self)
        self.loops = Loops(context.state, context.actions, player, transport, self.marks)
        self.go_to = GoTo(self._frame_written, parent)
        self.go_to.frame_asked.connect(self._go)
        transport.go_to_asked.connect(self.ask_where)
        self.marks.changed.connect(self._tell_marks)
        self._answer()

    def refresh(self) -> None:
        """Another list of spans plays: points that it does not have go."""
        overview = self._state.overview
        scene_id = overview.scene.id if overview else None
        if scene_id != self._scene_id:
            self._scene_id = scene_id
            self.marks.clear()
        self.marks.keep_within(self._state.frame_count)
        self.loops.refresh()

    def shuttle(self, direction: int) -> None:
        """Play that way, faster each time; with the key held that stops, a frame instead."""
        if self._held.is_held:
            self._player.step(direction)
        elif not self._held.is_repeat:
            self._player.shuttle(direction)

    @Slot(int)
    def go_to_boundary(self, direction: int) -> None:
        """-1: the one before the playhead, 1: the next."""
        found = next_boundary(self._state.ranges, self._state.playhead, direction)
        if found is not None:
            seam, left = found
            self._state.set_playhead(seam)
            self._state.select_boundary(left)

    @Slot()
    def ask_where(self) -> None:
        """Open the field for a frame or timecode."""
        self._player.pause()
        self.go_to.ask(self._transport.y())

    @Slot()
    def mark_first(self) -> None:
        self.marks.set_first(self._state.playhead)

    @Slot()
    def mark_last(self) -> None:
        self.marks.set_last(self._state.playhead)

    @Slot()
    def go_to_first(self) -> None:
        """Without an in point the scene's start is it."""
        self._state.set_playhead(self.marks.first or 0)

    @Slot()
    def go_to_last(self) -> None:
        last = self.marks.last
        self._state.set_playhead(self._state.frame_count - 1 if last is None else last)

    @Slot(int)
    def _go(self, frame: int) -> None:
        self._state.set_playhead(frame)

    def _frame_written(self, text: str) -> int:
        overview, state = self._state.overview, self._state
        rate = overview.scene.rate if overview else Fraction(1)
        return frame_written(text, state.playhead, state.frame_count, rate)

    @Slot()
    def _tell_marks(self) -> None:
        first, last = self.marks.first, self.marks.last
        self.marked.emit(first, last)
        text = points_name(first, last) or "no in or out point"
        self._context.notices.say(tr(f"{text[0].upper()}{text[1:]}."))

    def _answer(self) -> None:
        actions = self._context.actions
        actions.answer(Act.MARK_IN, self.mark_first)
        actions.answer(Act.MARK_OUT, self.mark_last)
        actions.answer(Act.GO_TO_IN, self.go_to_first)
        actions.answer(Act.GO_TO_OUT, self.go_to_last)
        actions.answer(Act.CLEAR_MARKS, self.marks.clear)
        actions.answer(Act.LOOP_MARKED, lambda _state: self.loops.toggle_marked())
        actions.answer(Act.GO_TO, self.ask_where)
