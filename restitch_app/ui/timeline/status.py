"""What a tile's bottom line says: the most pressing thing about its segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.language.translating import mark, tr
from restitch_app.ui.pieces.wording import duration


class StatusKind(IntEnum):
    """The higher one is told."""

    RANGE = 0
    FOLLOWS = 1
    SEED_CHANGED = 2
    CANDIDATE = 3
    REVIEWED = 4
    QUEUED = 5
    GENERATING = 6
    MISFIT = 7
    """Its newest result differs from the scene in size or rate."""
    DAMAGED = 8
    FAILED = 9


@dataclass(frozen=True, slots=True)
class Work:
    """The latest job or result of a segment that still has something to tell."""

    kind: StatusKind
    """QUEUED, GENERATING, FAILED, MISFIT or CANDIDATE."""
    number: int
    """Of the version that is made, or came of it."""
    done: int = 0
    total: int = 0
    stage: str = ""
    time_left_s: float | None = None
    job_id: int | None = None
    problem: str = ""
    """Why it failed, waits or cannot play, as a sentence."""

    @property
    def share(self) -> float | None:
        """0 to 1; None where the length of the work is not known."""
        return min(1.0, self.done / self.total) if self.total else None


@dataclass(frozen=True, slots=True)
class Status:
    kind: StatusKind
    texts: tuple[str, ...]
    """The same in fewer and fewer letters; the first that fits is shown."""
    share: float | None = None
    """Of a running job."""


def status_of(
    version: Version,
    frames: FrameRange,
    work: Work | None,
    damage: Damage | None,
    *,
    is_reviewed: bool,
) -> Status:
    """`frames`: of the scene. `is_reviewed`: selected, with a result that nobody approved yet."""
    found = [_resting(version, frames)]
    if work is not None:
        found.append(_working(version, work))
    if damage is not None:
        found.append(_damaged(version, damage))
    if is_reviewed:
        found.append(Status(StatusKind.REVIEWED, ("Under review", "Review")))
    return max(found, key=lambda status: status.kind)


_WAITS = {
    "": (mark("{name} queued"), "Queued"),
    "cancelling": (mark("{name} cancelling"), "Cancelling"),
    "waiting": (mark("{name} waiting"), "Waiting"),
}
"""By what a job that has not begun is doing."""


def frame_range(frames: FrameRange) -> str:
    """As people count: from 1, both ends included."""
    return f"{frames.start + 1}–{frames.stop}"


def _resting(version: Version, frames: FrameRange) -> Status:
    root = version.stale_root_index
    if root is None:
        return Status(StatusKind.RANGE, (frame_range(frames),))
    if root == version.sequence_index:
        return Status(StatusKind.SEED_CHANGED, ("Stale · seed changed", "Stale"))
    return Status(StatusKind.FOLLOWS, (f"Stale · follows {root + 1}", f"Follows {root + 1}"))


def _working(version: Version, work: Work) -> Status:
    name = f"v{work.number}"
    if work.kind is StatusKind.FAILED:
        long = tr("{name} failed · v{number} shown", name=name, number=version.number)
        return Status(work.kind, (long, tr("{name} failed", name=name)))
    if work.kind is StatusKind.MISFIT:
        long = tr("{name} differs in size or rate", name=name)
        return Status(work.kind, (long, tr("{name} differs", name=name)))
    if work.kind is StatusKind.CANDIDATE:
        return Status(work.kind, (tr("{name} is ready", name=name), tr("{name} ready", name=name)))
    if work.kind is StatusKind.QUEUED:
        long, short = _WAITS[work.stage]
        return Status(work.kind, (tr(long, name=name), tr(short)))
    if work.share is None:
        return Status(work.kind, (f"{name} · {work.stage}", work.stage or name))
    percent = f"{round(100 * work.share)} %"
    left = [duration(work.time_left_s)] if work.time_left_s is not None else []
    full = " · ".join([name, percent, *left])
    return Status(work.kind, (full, " · ".join([percent, *left]), percent), work.share)


def _damaged(version: Version, damage: Damage) -> Status:
    if damage.is_there and not damage.readable_frames:
        return Status(StatusKind.DAMAGED, ("File is damaged", "Damaged"))
    if not damage.readable_frames:
        return Status(StatusKind.DAMAGED, ("File is missing", "Missing"))
    total = version.facts.frame_count
    counted = {"count": damage.readable_frames, "total": total}
    long, short = tr("{count} of {total} frames", **counted), tr("{count} of {total}", **counted)
    return Status(StatusKind.DAMAGED, (long, short))
