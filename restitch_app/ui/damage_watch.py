"""Notices clips of the scene that are not on the disk, when a project opens and when it changes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.ui.context import PanelContext
from restitch_app.ui.latest import Latest
from restitch_app.ui.notices.notices import Notice, Weight
from restitch_app.ui.timeline.status import Damage
from restitch_app.ui.wording import segment_list

LOOK_AGAIN_MS = 2_000


class DamageWatch(QObject):
    """Looks for files of current versions, and says in a banner what is missing.

    While the banner stands it looks again from time to time: a file may be put back.
    """

    found = Signal(object)  # dict[int, Damage]: by version id
    KEY = "damage"

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self._look = Latest(context.runners.desk, self)
        self._look.arrived.connect(self._tell)
        self._look.failed.connect(lambda error: context.notices.fail(error, "Looking for clips"))
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        context.session.opened.connect(self._ask)
        context.session.closing.connect(self._let_go)
        self._state.scene_changed.connect(self._follow)

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        if changes.segments or changes.scene:
            self._ask()

    @Slot()
    def _let_go(self) -> None:
        self._look.drop()
        self._again.stop()

    @Slot()
    def _look_again(self) -> None:
        if self._context.notices.has(self.KEY):  # dismissed, it is not told a second time
            self._ask()

    @Slot()
    def _ask(self) -> None:
        folder, overview = self._context.session.folder, self._state.overview
        if folder is not None and overview is not None:
            self._look.ask("Looking for clips", partial(_missing, folder, overview.current))

    @Slot(object)
    def _tell(self, result: object) -> None:
        missing = cast("dict[int, Damage]", result)
        self.found.emit(missing)
        overview = self._state.overview
        current = overview.current if overview else ()
        indices = tuple(one.sequence_index for one in current if one.id in missing)
        if not indices:
            self._context.notices.solve(self.KEY)
            return
        verb = "is" if len(indices) == 1 else "are"
        clips = "clip" if len(indices) == 1 else "clips"
        title = f"{segment_list(indices)} cannot be played: the {clips} {verb} missing."
        text = "Put the file back, use another version, or regenerate. The rest still works."
        self._context.notices.show(Notice(self.KEY, Weight.ERROR, title, text, "file-warning"))
        self._again.start()


def _missing(folder: Path, current: tuple[Version, ...], _ctx: JobContext) -> dict[int, Damage]:
    return {one.id: Damage() for one in current if not (folder / one.file).is_file()}
