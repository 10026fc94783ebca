"""A job in the words and numbers that its card shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.ui.wording import duration

STEPS_BEFORE_TIME_LEFT = 3


@dataclass(frozen=True, slots=True)
class JobView:
    job_id: int
    kind: str
    """running, queued, waiting, failed, lost, done or cancelled."""
    icon: str
    title: str
    note: str
    """After the title: which take, or "queued"."""
    percent: int | None
    """None where the length is not known, or nothing runs."""
    step: str
    left: str
    detail: str
    """Second line of a failed card."""

    @property
    def can_cancel(self) -> bool:
        return self.kind in ("running", "queued", "waiting")

    @property
    def can_retry(self) -> bool:
        return self.kind in ("failed", "lost")

    @property
    def spoken(self) -> str:
        """The whole card in one sentence, for screen readers and tooltips."""
        percent = f"{self.percent} %" if self.percent is not None else ""
        parts = (self.title, self.note, percent, self.step, self.left, self.detail)
        return ", ".join(part for part in parts if part)


class Stopwatch:
    """Remembers when each job made its steps, to say how long the rest will take."""

    def __init__(self) -> None:
        self._begun: dict[tuple[int, str], tuple[int, float]] = {}

    def seconds_left(self, job: JobRecord, now_s: float) -> float | None:
        """None until enough steps were seen. `now_s`: any steady clock."""
        if job.total <= 0 or job.state is not JobState.RUNNING:
            return None
        first_done, since_s = self._begun.setdefault((job.id, job.stage), (job.done, now_s))
        made = job.done - first_done
        if made < STEPS_BEFORE_TIME_LEFT:
            return None
        return (job.total - job.done) * (now_s - since_s) / made


def view_of(job: JobRecord, version_number: int | None, seconds_left: float | None) -> JobView:
    """`version_number`: of the result, where there is one and it is known."""
    name = f"Segment {job.sequence_index + 1}"
    take = f"take {job.take} of {job.takes}" if job.takes > 1 else ""
    version = f" v{version_number}" if version_number else ""
    if job.state is JobState.DONE:
        note = f"done in {duration(_seconds_taken(job))}"
        return _view(job, "done", "check", name + version, note)
    if job.state is JobState.CANCELLED:
        return _view(job, "cancelled", "x", name, "cancelled")
    if job.state is JobState.LOST:
        lost = "The server no longer knows this job. It was not sent again."
        return _view(job, "lost", "circle-alert", f"{name} lost", take, detail=lost)
    if job.state is JobState.FAILED:
        at = f"at step {job.done} of {job.total}" if job.total else ""
        return _view(
            job,
            "failed",
            "circle-alert",
            f"{name}{version} failed",
            at or take,
            detail=_problem(job),
        )
    if job.cancel_requested:
        return _view(job, "cancelling", "loader", name, "cancelling")
    if job.waiting_since is not None:
        return _view(job, "waiting", "pause", name, "waiting for ComfyUI", detail=_problem(job))
    if job.state is JobState.QUEUED:
        return _view(job, "queued", "clock", name, f"{take} queued".strip())
    percent = round(100 * job.done / job.total) if job.total > 0 else None
    step = f"step {job.done} of {job.total}" if job.total > 0 else (job.stage or "starting")
    left = f"{duration(seconds_left)} left" if seconds_left is not None else ""
    return _view(job, "running", "loader", name, take, percent, step, left)


def _view(
    job: JobRecord,
    kind: str,
    icon: str,
    title: str,
    note: str,
    percent: int | None = None,
    step: str = "",
    left: str = "",
    detail: str = "",
) -> JobView:
    return JobView(job.id, kind, icon, title, note, percent, step, left, detail)


def _problem(job: JobRecord) -> str:
    if job.problem is None:
        return ""
    parts = (job.problem.title, job.problem.detail, job.problem.hint)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _seconds_taken(job: JobRecord) -> float:
    asked, ended = (datetime.fromisoformat(at) for at in (job.created_at, job.updated_at))
    return (ended - asked).total_seconds()
