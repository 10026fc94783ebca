"""Notices clips of the scene that are gone or damaged, when a project opens and when it changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.context import PanelContext
from restitch_app.ui.file_choice import FileChoice
from restitch_app.ui.latest import Latest
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.running import Running
from restitch_app.ui.timeline.status import Damage
from restitch_app.ui.wording import segment_list

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

LOOK_AGAIN_MS = 2_000


class DamageWatch(QObject):
    """Looks at the files of current versions, and says in a banner what cannot be played.

    While the banner stands it looks again from time to time: a file may be put back.
    """

    found = Signal(object)  # dict[int, Damage]: by version id
    segment_asked = Signal(int)  # sequence index
    regenerate_asked = Signal(int)  # sequence index
    KEY = "damage"

    def __init__(
        self, context: PanelContext, choice: Callable[[], FileChoice], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._run = Running(context)
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
            self._look.ask("Looking for clips", partial(_damaged, folder, overview.current))

    @Slot(object)
    def _tell(self, result: object) -> None:
        missing = cast("dict[int, Damage]", result)
        self.found.emit(missing)
        overview = self._state.overview
        current = overview.current if overview else ()
        versions = tuple(one for one in current if one.id in missing)
        if not versions:
            self._context.notices.solve(self.KEY)
            return
        indices = tuple(one.sequence_index for one in versions)
        verb = "is" if len(indices) == 1 else "are"
        clips = "clip" if len(indices) == 1 else "clips"
        kinds = {"damaged" if missing[one.id].is_there else "missing" for one in versions}
        what = " or ".join(sorted(kinds, reverse=True))
        title = f"{segment_list(indices)} cannot be played: the {clips} {verb} {what}."
        text = "Put the file back, use another version, or regenerate. The rest still works."
        self._context.notices.show(
            Notice(self.KEY, Weight.ERROR, title, text, "file-warning", self._ways(versions[0]))
        )
        self._again.start()

    def _ways(self, first: Version) -> tuple[Way, ...]:
        """For the first that cannot be played; the next one follows when it is mended."""
        index = first.sequence_index
        return (
            Way(f"Show segment {index + 1}", lambda: self.segment_asked.emit(index)),
            Way("Locate…", lambda: self._locate(first), "folder-open"),
            Way("Regenerate…", lambda: self.regenerate_asked.emit(index), "refresh-cw"),
        )

    def _locate(self, version: Version) -> None:
        found = self._choice().lost_clip(Path(version.file).name)
        if found is None:
            return

        def work(bench: Workbench, _scene: Scene, ctx: JobContext) -> None:
            from restitch_app.services.review.putting_back import put_back

            put_back(bench.project, version, found, ctx)

        self._run.decide("Putting the clip back", work, lambda _done: self._ask())


def _damaged(folder: Path, current: tuple[Version, ...], _ctx: JobContext) -> dict[int, Damage]:
    """By size alone, which costs nothing: a whole file of another size was cut off or replaced."""
    found = {}
    for one in current:
        try:
            size_bytes = (folder / one.file).stat().st_size
        except OSError:
            found[one.id] = Damage()
            continue
        if size_bytes != one.file_bytes:
            found[one.id] = Damage(is_there=True)
    return found
