"""When work that can wait may go on: while nobody plays, scrubs or waits for pictures."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.progress import JobContext
from restitch_app.ui.context import PanelContext

QUIET_S = 0.5
"""Playing and scrubbing come first: nothing goes on until the playhead rests for so long."""
LOOK_AGAIN_S = 0.05


class Turns(QObject):
    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._pixels = context.runners.pixels
        self._moved_at = float("-inf")
        context.state.playhead_moved.connect(self._note_motion)

    @Slot(int)
    def _note_motion(self, _scene_frame: int) -> None:
        self._moved_at = time.monotonic()

    def wait(self, ctx: JobContext) -> None:
        """On the thread of the work. Raises JobCancelled or JobSuspended."""
        while self.is_needed_elsewhere:
            ctx.wait(LOOK_AGAIN_S)

    @property
    def is_needed_elsewhere(self) -> bool:
        """On any thread."""
        return time.monotonic() - self._moved_at < QUIET_S or self._pixels.is_busy
