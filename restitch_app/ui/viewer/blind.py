"""A and B shuffled and without names until the reviewer has chosen."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.blind_line import BlindLine
from restitch_app.ui.viewer.comparing import find
from restitch_app.ui.viewer.comparison import Comparison

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


class Blind(QObject):
    """While it runs, players, bar and inspector tell nothing by which one could be known."""

    def __init__(self, context: PanelContext, comparison: Comparison, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self._comparison = comparison
        self._dice = random.SystemRandom()
        self._run = Running(context)
        self.line = BlindLine()
        self.line.picked.connect(self.pick)
        self.line.cancelled.connect(self.cancel)
        context.actions.answer(Act.BLIND, self.start)
        comparison.changed.connect(self._check)
        self._state.selection_changed.connect(self._leave)
        context.session.closing.connect(self._leave)

    @property
    def is_running(self) -> bool:
        return self._state.is_blind

    @Slot()
    def start(self) -> None:
        """Shuffle what is A and B now."""
        pair = [find(self._comparison.versions, one) for one in self._comparison.pair]
        first, second = pair
        if self.is_running or first is None or second is None:
            return
        if self._comparison.mode is CompareMode.SINGLE:
            self._comparison.choose_mode(CompareMode.SIDE_BY_SIDE)
        order = [first.id, second.id]
        self._dice.shuffle(order)
        self._state.set_blind(first.sequence_index)
        self.line.ask()
        self._comparison.set_blind((order[0], order[1]))

    @Slot(object)
    def pick(self, which: int | None) -> None:
        """0 and 1: the first and the second one; None: no difference."""
        shown = self._shown()
        if shown is None:
            return
        chosen = shown[which] if which is not None else None
        self._end()
        self._state.set_compare(shown[0].id, shown[1].id)
        self.line.reveal(*shown, chosen, can_use=not self._state.is_read_only)

        def record(bench: Workbench, _scene: Scene, _ctx: JobContext) -> None:
            from restitch_app.services.review.blind import record_blind

            record_blind(bench.project, *shown, chosen)

        self._run.decide("Keeping the blind comparison", record)

    @Slot()
    def cancel(self) -> bool:
        """Names come back; nothing is recorded. False where none was running."""
        was_running = self.is_running
        if was_running:
            self._end()
        self.line.close_line()
        return was_running

    def _shown(self) -> tuple[Version, Version] | None:
        order = self._comparison.blind
        if order is None:
            return None
        first, second = (find(self._comparison.versions, one) for one in order)
        return (first, second) if first is not None and second is not None else None

    def _end(self) -> None:
        self._state.set_blind(None)
        self._comparison.set_blind(None)

    @Slot()
    def _check(self) -> None:
        """A version that is gone cannot be chosen."""
        if self.is_running and self._comparison.blind is not None and self._shown() is None:
            self.cancel()

    @Slot()
    def _leave(self) -> None:
        self.cancel()
