"""What a tile's bottom line says: the most pressing thing about its segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.versions import Version
from restitch_app.ui.damage import Damage
from restitch_app.ui.jobs.job_view import SENDING
from restitch_app.ui.wording import duration


class StatusKind(IntEnum):
    """The higher one is told."""

    RANGE = 0
    FOLLOWS = 1
    SEED_CHANGED = 2
    CANDIDATE = 3
    REVIEWED = 4
    QUEUED = 5
    GENERATING = 6
    DAMAGED = 7
    FAILED = 8


@dataclass(frozen=True, slots=True)
class Work:
    """The latest job of a segment that still has something to tell."""

    kind: StatusKind
    """QUEUED, GENERATING, FAILED or CANDIDATE."""
    number: int
    """Of the version that the job makes or made."""
    done: int = 0
    total: int = 0
    stage: str = ""
    time_left_s: float | None = None
    job_id: int | None = None
    problem: str = ""
    """Why it failed or waits, as a sentence."""

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


def work_of(
    version: Version, jobs: list[JobRecord], time_left_s: float | None = None
) -> Work | None:
    """`jobs`: of this segment, oldest first. None where they have nothing left to tell."""
    running = [job for job in jobs if job.state.is_open and job.state not in SENDING]
    queued = [job for job in jobs if job.state in SENDING]
    told = running[0] if running else queued[0] if queued else jobs[-1] if jobs else None
    if told is None:
        return None
    number = _number(version, jobs, told)
    problem = told.problem.title if told.problem is not None else ""
    tell = partial(Work, number=number, job_id=told.id, problem=problem)
    if told.state.is_open and told.cancel_requested:
        return tell(StatusKind.QUEUED, stage="cancelling")
    if told.state.is_open and told.waiting_since is not None:
        return tell(StatusKind.QUEUED, stage="waiting")
    if running:
        return tell(
            StatusKind.GENERATING,
            done=told.done,
            total=told.total,
            stage=told.stage,
            time_left_s=time_left_s,
        )
    if queued:
        return tell(StatusKind.QUEUED)
    if told.state in (JobState.FAILED, JobState.LOST):
        return tell(StatusKind.FAILED)
    if _waits_for_a_choice(version, told):
        return tell(StatusKind.CANDIDATE)
    return None


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
        return Status(work.kind, (f"{name} failed · v{version.number} shown", f"{name} failed"))
    if work.kind is StatusKind.CANDIDATE:
        return Status(work.kind, (f"{name} is ready", f"{name} ready"))
    if work.kind is StatusKind.QUEUED:
        waits = work.stage or "queued"
        return Status(work.kind, (f"{name} {waits}", waits.capitalize()))
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
    short = f"{damage.readable_frames} of {total}"
    return Status(StatusKind.DAMAGED, (f"{short} frames", short))


def _number(version: Version, jobs: list[JobRecord], job: JobRecord) -> int:
    """Version numbers count rows: the imported one, then every result, in the order of takes."""
    results = sum(earlier.result_segment_id is not None for earlier in jobs)
    if job.result_segment_id is not None:
        return 1 + sum(
            other.result_segment_id is not None and other.result_segment_id <= job.result_segment_id
            for other in jobs
        )
    return max(version.number, 1 + results) + 1


def _waits_for_a_choice(version: Version, job: JobRecord) -> bool:
    """Whether it was made to follow what is still current."""
    return (
        job.state is JobState.DONE
        and job.result_segment_id not in (None, version.id)
        and job.previous_segment_id == version.id
    )
