"""Notices clips of the scene that are gone or damaged, when a project opens and when it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.context import PanelContext
from restitch_app.ui.file_choice import FileChoice
from restitch_app.ui.latest import Latest
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.running import Running
from restitch_app.ui.timeline.status import Damage
from restitch_app.ui.turns import Turns
from restitch_app.ui.wording import segment_list

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

LOOK_AGAIN_MS = 2_000
READ_AFTER_MS = 1_000
"""Reading clips comes after all else that can wait, and takes its thread only when it may go on."""

Stamp = tuple[int, int]
"""Bytes and time of the last change, in ns: a file that keeps both is the same one."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A clip as it lies there, by what costs nothing to know."""

    version: Version
    stamp: Stamp | None
    """None: it is gone."""

    @property
    def damage(self) -> Damage | None:
        """A whole file of another size was cut off or replaced."""
        if self.stamp is None:
            return Damage()
        return None if self.stamp[0] == self.version.file_bytes else Damage(is_there=True)


class DamageWatch(QObject):
    """Looks at the files of current versions, and says in a banner what cannot be played.

    By size at once, and by content when the computer is not needed otherwise: each file once, until
    it changes. While the banner stands it looks again from time to time: a file may be put back.
    """

    found = Signal(object)  # dict[int, Damage]: by version id
    segment_asked = Signal(int)  # sequence index
    regenerate_asked = Signal(int)  # sequence index
    KEY = "damage"
    _read = Signal(int, object, object)  # version id, Stamp, Damage or None

    def __init__(
        self, context: PanelContext, choice: Callable[[], FileChoice], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._run = Running(context)
        self._context, self._state = context, context.state
        self._look = Latest(context.runners.desk, self)
        self._look.arrived.connect(self._arrived)
        self._look.failed.connect(lambda error: context.notices.fail(error, "Looking for clips"))
        self._seen: tuple[_Seen, ...] = ()
        self._known: dict[tuple[int, Stamp], Damage | None] = {}
        """What the content came to."""
        self._turns = Turns(context, self)
        self._reading = Latest(context.runners.idle, self)
        self._reading.failed.connect(lambda error: context.notices.fail(error, "Reading clips"))
        self._reading.arrived.connect(self._read_on)
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._again = _timer(self, LOOK_AGAIN_MS, self._look_again)
        self._read_soon = _timer(self, READ_AFTER_MS, self._read_on)
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
        self._reading.drop()
        self._again.stop()
        self._read_soon.stop()
        self._seen, self._known = (), {}

    @Slot()
    def _look_again(self) -> None:
        if self._context.notices.has(self.KEY):  # dismissed, it is not told a second time
            self._ask()

    @Slot()
    def _ask(self) -> None:
        folder, overview = self._context.session.folder, self._state.overview
        if folder is not None and overview is not None:
            self._look.ask("Looking for clips", partial(_seen, folder, overview.current))

    @Slot(object)
    def _arrived(self, result: object) -> None:
        self._seen = cast("tuple[_Seen, ...]", result)
        self._tell()
        self._read_soon.start()

    @Slot()
    def _read_on(self) -> None:
        """What differs in size first: how much of it can be played?"""
        folder = self._context.session.folder
        unread = [
            one
            for one in self._seen
            if one.stamp is not None and (one.version.id, one.stamp) not in self._known
        ]
        if folder is None or not unread or self._reading.is_waiting:
            return
        if self._turns.is_needed_elsewhere:
            self._read_soon.start()
        else:
            unread.sort(key=lambda one: one.damage is None)
            work = partial(_read_all, folder, unread, self._read.emit, self._turns.wait)
            self._reading.ask("Reading clips", work)

    @Slot(int, object, object)
    def _take(self, version_id: int, stamp: object, damage: object) -> None:
        if self._context.session.folder is None:
            return
        self._known[version_id, cast("Stamp", stamp)] = cast("Damage | None", damage)
        if damage is not None:
            self._tell()

    def _damage(self) -> Mapping[int, Damage]:
        found = {}
        for one in self._seen:
            quick = one.damage
            damage = (
                quick if one.stamp is None else self._known.get((one.version.id, one.stamp), quick)
            )
            if damage is not None:
                found[one.version.id] = damage
        return found

    def _tell(self) -> None:
        missing = self._damage()
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
            Way("Locate…", lambda: self.locate(first), "folder-open"),
            Way("Regenerate…", lambda: self.regenerate_asked.emit(index), "refresh-cw"),
        )

    @Slot(object)
    def locate(self, version: Version) -> None:
        """Ask for the version's file and put it back."""
        found = self._choice().lost_clip(Path(version.file).name)
        if found is None:
            return

        def work(bench: Workbench, _scene: Scene, ctx: JobContext) -> None:
            from restitch_app.services.review.putting_back import put_back

            put_back(bench.project, version, found, ctx)

        self._run.decide("Putting the clip back", work, lambda _done: self._ask())

    @Slot(object)
    def copy_again(self, version: Version) -> None:
        """Fetch the version's file from the server that made it; can be cancelled."""

        def work(bench: Workbench, _scene: Scene, ctx: JobContext) -> None:
            from restitch_app.services.review.mending import copy_again

            copy_again(bench.project, bench.servers.client, version, ctx)

        doing = "Copying the clip again"
        if self._state.is_read_only:
            self._run.decide(doing, work)  # tells why not
            return
        job = self._run.submit(self._context.runners.network, doing, work)
        if job is not None:
            self._run.follow(job, doing)
            job.succeeded.connect(lambda _done: self._ask())


def _timer(parent: QObject, interval_ms: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(slot)
    return timer


def _seen(folder: Path, current: tuple[Version, ...], _ctx: JobContext) -> tuple[_Seen, ...]:
    found = []
    for one in current:
        try:
            stat = (folder / one.file).stat()
            found.append(_Seen(one, (stat.st_size, stat.st_mtime_ns)))
        except OSError:
            found.append(_Seen(one, None))
    return tuple(found)


def _read_all(
    folder: Path,
    unread: list[_Seen],
    tell: Callable[[int, object, object], object],
    wait_for_turn: Callable[[JobContext], object],
    ctx: JobContext,
) -> None:
    from restitch_app.services.project.clip_health import clip_health

    for one in unread:
        health = clip_health(folder, one.version, ctx, wait_for_turn)
        damage = None if health.is_whole else Damage(health.readable_frames, is_there=True)
        tell(one.version.id, one.stamp, damage)
