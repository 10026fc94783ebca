"""Answers "Re-anchor here": makes the corrected seed frame, and asks what to regenerate with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.running import Running
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.language.translating import tr

if TYPE_CHECKING:
    from restitch_app.services.continuity.drift import Anchor
    from restitch_app.services.workbench import Workbench


class Reanchoring(QObject):
    def __init__(self, context: PanelContext, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._run, self._dialogs = Running(context), dialogs
        self._notices = context.notices

    @Slot(int)
    def ask(self, sequence_index: int) -> None:
        """The regenerate dialog opens with that picture chosen; nothing is queued before it is
        confirmed.
        """

        def make(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            drift = bench.drift.of(scene, bench.continuity.known(scene))
            return bench.drift.anchor(scene, sequence_index, drift)

        self._run.decide("Re-anchoring the seed frame", make, partial(self._show, sequence_index))

    def _show(self, sequence_index: int, anchor: Anchor) -> None:
        self._notices.say(
            tr(f"Seed frame: {anchor.told[0].lower()}{anchor.told[1:]}"),
            "rotate-cw",
        )
        self._dialogs.regenerate(sequence_index, anchor.seed)
