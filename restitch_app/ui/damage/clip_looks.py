"""Looks at clips as they lie on disk: by what costs nothing to know, and by their content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage

Stamp = tuple[int, int]
"""Bytes and time of the last change, in ns: a file that keeps both is the same one."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A version's file at one moment."""

    version: Version
    stamp: Stamp | None
    """None: it is gone."""

    @property
    def damage(self) -> Damage | None:
        """A whole file of another size was cut off or replaced; frames are not counted here."""
        if self.stamp is None:
            return Damage()
        return None if self.stamp[0] == self.version.file_bytes else self._altered

    @property
    def _altered(self) -> Damage:
        assert self.stamp is not None
        file_bytes, changed_ns = self.stamp
        changed = datetime.fromtimestamp(changed_ns / 1e9, UTC).isoformat()
        # What keeps its time although it changed was copied over: then the time tells nothing.
        since = changed if changed > self.version.created_at else ""
        return Damage(is_there=True, file_bytes=file_bytes, since=since)

    def read(self, folder: Path, ctx: JobContext, wait: Callable[[JobContext], object]) -> Read:
        """The whole file; blocks, on a worker. Raises JobCancelled."""
        from restitch_app.services.project.clip_health import clip_health  # not at start-up

        health = clip_health(folder, self.version, ctx, wait)
        if health.is_whole:
            return Read(self, None)
        damage = Damage() if self.stamp is None else self._altered
        counted = replace(
            damage,
            readable_frames=health.readable_frames,
            is_counted=True,
            size_px=health.size_px,
        )
        return Read(self, counted)


@dataclass(frozen=True, slots=True)
class Read:
    """What a file's content came to."""

    seen: Seen
    damage: Damage | None
    """None: it is whole."""


def look(folder: Path, versions: Iterable[Version], _ctx: JobContext) -> tuple[Seen, ...]:
    """A few microseconds a file, more on a drive of the network: on a worker."""
    return tuple(look_at(folder, version) for version in versions)


def look_at(folder: Path, version: Version) -> Seen:
    try:
        stat = (folder / version.file).stat()
    except OSError:
        return Seen(version, None)
    return Seen(version, (stat.st_size, stat.st_mtime_ns))
