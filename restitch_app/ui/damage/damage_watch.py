"""Notices clips of the scene that are gone or damaged, when a project opens and when it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal, Slot

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.background.turns import Turns
from restitch_app.ui.context import PanelContext
from restitch_app.ui.damage.clip_looks import Read, Seen, Stamp, look
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.language.translating import mark, tr, tr_n
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.pieces.wording import segment_list

LOOK_AGAIN_MS = 2_000
READ_AFTER_MS = 1_000
"""Reading clips comes after all else that can wait, and takes its thread only when it may go on."""


_FAULTS = {
    frozenset((True,)): mark("damaged"),
    frozenset((False,)): mark("missing"),
    frozenset((True, False)): mark("missing or damaged"),
}
"""By whether their files are there."""


class DamageWatch(QObject):
    """Looks at the files of current versions, and says in a banner what cannot be played; of the
    versions that are shown beside them it says it where they are shown.

    By size at once, and by content when the computer is not needed otherwise: each file once, until
    it changes. While the banner stands it looks again from time to time: a file may be put back.
    """

    found = Signal(object)  # dict[int, Damage]: by version id
    segment_asked = Signal(int)  # sequence index
    locate_asked = Signal(object)  # Version
    regenerate_asked = Signal(int)  # sequence index
    KEY = "damage"
    _has_read = Signal(object)  # Read

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self._look = Latest(context.runners.desk, self)
        self._look.arrived.connect(self._arrived)
        self._look.failed.connect(lambda error: context.notices.fail(error, "Looking for clips"))
        self._shown: tuple[Version, ...] = ()
        self._seen: tuple[Seen, ...] = ()
        self._known: dict[tuple[int, Stamp], Damage | None] = {}
        """What the content came to."""
        self._noticed: dict[int, str] = {}
        """By version id: when its damage was first seen."""
        self._turns = Turns(context, self)
        self._reading = Latest(context.runners.idle, self)
        self._reading.failed.connect(lambda error: context.notices.fail(error, "Reading clips"))
        self._reading.arrived.connect(self._read_on)
        self._has_read.connect(self.take, Qt.ConnectionType.QueuedConnection)
        self._told: tuple[tuple[int, int, bool], ...] = ()
        """What the banner is about: versions, their places, and whether their files are there."""
        self._again = single_shot(self, LOOK_AGAIN_MS, self._look_again)
        self._read_soon = single_shot(self, READ_AFTER_MS, self._read_on)
        context.session.opened.connect(self.look_now)
        context.session.closing.connect(self._let_go)
        self._state.scene_changed.connect(self._follow)

    @Slot(object)
    def set_shown(self, versions: tuple[Version, ...]) -> None:
        """Versions of a segment that somebody sees: their files are looked at as well."""
        if versions != self._shown:
            self._shown = versions
            self.look_now()

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        if changes.segments or changes.scene:
            self.look_now()

    @Slot()
    def _let_go(self) -> None:
        self._look.drop()
        self._reading.drop()
        self._again.stop()
        self._read_soon.stop()
        self._shown, self._seen, self._known, self._noticed = (), (), {}, {}
        self._told = ()

    @Slot()
    def _look_again(self) -> None:
        if self._context.notices.has(self.KEY):  # dismissed, it is not told a second time
            self.look_now()

    @Slot()
    def look_now(self) -> None:
        folder, overview = self._context.session.folder, self._state.overview
        if folder is not None and overview is not None:
            others = (one for one in self._shown if not one.is_current and one.purged_at is None)
            versions = (*overview.current, *others)
            self._look.ask("Looking for clips", partial(look, folder, versions))

    @Slot(object)
    def _arrived(self, result: object) -> None:
        self._seen = cast("tuple[Seen, ...]", result)
        self._tell()
        self._read_soon.start()

    @Slot()
    def _read_on(self) -> None:
        """What differs in size first: how much of it can be played? Of versions that are not in
        the scene nothing else is read."""
        folder = self._context.session.folder
        unread = [
            one
            for one in self._seen
            if one.stamp is not None
            and (one.version.id, one.stamp) not in self._known
            and (one.version.is_current or one.damage is not None)
        ]
        if folder is None or not unread or self._reading.is_waiting:
            return
        if self._turns.is_needed_elsewhere:
            self._read_soon.start()
        else:
            unread.sort(key=lambda one: one.damage is None)
            work = partial(_read_all, folder, unread, self._has_read.emit, self._turns.wait)
            self._reading.ask("Reading clips", work)

    @Slot(object)
    def take(self, read: Read) -> None:
        """What a file's content came to, whoever read it."""
        seen = read.seen
        if self._context.session.folder is None or seen.stamp is None:
            return
        before = self._known.get((seen.version.id, seen.stamp))
        self._known[seen.version.id, seen.stamp] = read.damage
        if read.damage != before:
            self._tell()

    def _damage(self) -> Mapping[int, Damage]:
        found = {}
        for one in self._seen:
            quick = one.damage
            damage = (
                quick if one.stamp is None else self._known.get((one.version.id, one.stamp), quick)
            )
            if damage is not None:
                noticed = self._noticed.setdefault(one.version.id, datetime.now(UTC).isoformat())
                found[one.version.id] = replace(damage, noticed=noticed)
            else:
                self._noticed.pop(one.version.id, None)
        return found

    def _tell(self) -> None:
        missing = self._damage()
        self.found.emit(missing)
        overview = self._state.overview
        current = overview.current if overview else ()
        versions = tuple(one for one in current if one.id in missing)
        told, self._told = (
            self._told,
            tuple((one.id, one.sequence_index, missing[one.id].is_there) for one in versions),
        )
        if not versions:
            self._context.notices.solve(self.KEY)
            return
        self._again.start()
        if self._told == told:
            return  # said again it would hide what was said since, and undo that it was dismissed
        indices = tuple(one.sequence_index for one in versions)
        title = tr_n(
            "{segments} cannot be played: the clip is {fault}.",
            "{segments} cannot be played: the clips are {fault}.",
            len(indices),
            segments=segment_list(indices),
            fault=_FAULTS[frozenset(missing[one.id].is_there for one in versions)],
        )
        text = tr("Put the file back, use another version, or regenerate. The rest still works.")
        self._context.notices.show(
            Notice(self.KEY, Weight.ERROR, title, text, "file-warning", self._ways(versions[0]))
        )

    def _ways(self, first: Version) -> tuple[Way, ...]:
        """For the first that cannot be played; the next one follows when it is mended."""
        index = first.sequence_index
        return (
            Way(
                tr("Show segment {number}", number=index + 1),
                lambda: self.segment_asked.emit(index),
            ),
            Way(tr("Locate…"), lambda: self.locate_asked.emit(first), "folder-open"),
            Way(tr("Regenerate…"), lambda: self.regenerate_asked.emit(index), "refresh-cw"),
        )


def _read_all(
    folder: Path,
    unread: list[Seen],
    tell: Callable[[Read], object],
    wait_for_turn: Callable[[JobContext], object],
    ctx: JobContext,
) -> None:
    for one in unread:
        tell(one.read(folder, ctx, wait_for_turn))
