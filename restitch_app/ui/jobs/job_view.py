"""A job in the words and numbers that its card shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.ui.language.translating import mark, tr
from restitch_app.ui.pieces.wording import duration

if TYPE_CHECKING:
    from restitch_app.services.jobs.live import LiveJob

SENDING = (JobState.QUEUED, JobState.UPLOADING, JobState.SUBMITTED)
"""Nothing of it is rendered yet."""


@dataclass(frozen=True, slots=True)
class JobView:
    job_id: int
    kind: str
    """running, queued, waiting, cancelling, failed, lost, unusable, done or cancelled.

    unusable: it is done, and what came of it can never stand in the scene.
    """
    icon: str
    title: str
    note: str
    """After the title: which take, its place in the queue, or "queued"."""
    percent: int | None = None
    """None where the length is not known, or nothing runs."""
    node: str = ""
    """What works now, as the workflow calls it."""
    step: str = ""
    left: str = ""
    detail: str = ""
    """Second line of a failed card."""
    server: str = ""
    """Where it is; empty where nobody needs to be told."""

    @property
    def can_cancel(self) -> bool:
        return self.kind in ("running", "queued", "waiting")

    @property
    def can_retry(self) -> bool:
        return self.kind in ("failed", "lost")

    @property
    def is_over(self) -> bool:
        return self.kind in ("failed", "lost", "unusable", "done", "cancelled")

    @property
    def has_problem(self) -> bool:
        return self.kind in ("failed", "lost", "unusable")

    @property
    def spoken(self) -> str:
        """The whole card in one sentence, for screen readers and tooltips."""
        percent = f"{self.percent} %" if self.percent is not None else ""
        where = tr("on {server}", server=self.server) if self.server else ""
        parts = (tr(self.title), tr(self.note), where, percent, self.node, tr(self.step))
        ends = (tr(self.left), tr(self.detail))
        return ", ".join(part for part in (*parts, *ends) if part)


def view_of(
    job: JobRecord,
    version_number: int | None,
    seconds_left: float | None,
    live: LiveJob | None = None,
    server: str = "",
    failure: str = "",
) -> JobView:
    """`version_number`: of the result, where there is one and it is known. `live`: what is known
    of it beyond its row. `server`: its name, where there are several. `failure`: why the result
    can never become current.
    """
    if not job.state.is_open:
        return _ended(job, version_number, server, failure)
    name = job.name
    if job.cancel_requested or (live is not None and live.is_cancelling):
        return JobView(job.id, "cancelling", "loader", name, "Cancelling…", server=server)
    if job.waiting_since is not None:
        waits = f"waiting for {server or 'ComfyUI'}"
        return JobView(job.id, "waiting", "pause", name, waits, detail=_problem(job))
    if job.state in SENDING:
        note = _joined(_take(job), _place(job, live))
        return JobView(job.id, "queued", "clock", name, note, server=server)
    return _running(job, name, seconds_left, live, server)


def _running(
    job: JobRecord, name: str, seconds_left: float | None, live: LiveJob | None, server: str
) -> JobView:
    percent = min(100, round(100 * job.done / job.total)) if job.total > 0 else None
    node = live.node_title if live is not None else ""
    step = f"step {job.done} of {job.total}" if job.total > 0 else ""
    if not node and not step:
        step = job.stage or mark("starting")
    left = ""
    if seconds_left is not None:
        left = tr("{time} left", time=duration(seconds_left))
    take = _take(job)
    return JobView(job.id, "running", "loader", name, take, percent, node, step, left, "", server)


def _ended(job: JobRecord, version_number: int | None, server: str, failure: str) -> JobView:
    name = job.name
    made = f"{name} v{version_number}" if version_number else name
    if job.state is JobState.DONE and failure:
        title = f"{made} cannot be used"
        why = f"{failure.rstrip('.')}. The old version stays in the scene."
        return JobView(
            job.id, "unusable", "circle-alert", title, _take(job), detail=why, server=server
        )
    if job.state is JobState.DONE:
        note = f"done in {duration(_seconds_taken(job))}"
        return JobView(job.id, "done", "check", made, note, server=server)
    if job.state is JobState.CANCELLED:
        return JobView(job.id, "cancelled", "x", name, "cancelled", server=server)
    if job.state is JobState.LOST:
        lost = _problem(job) or "The server no longer knows this job. It was not sent again."
        title = f"{name} lost"
        return JobView(
            job.id, "lost", "circle-alert", title, _take(job), detail=lost, server=server
        )
    at = f"at step {job.done} of {job.total}" if job.total else _take(job)
    title = f"{made} failed"
    why = _problem(job)
    return JobView(job.id, "failed", "circle-alert", title, at, detail=why, server=server)


def _take(job: JobRecord) -> str:
    return f"take {job.take} of {job.takes}" if job.takes > 1 else ""


def _place(job: JobRecord, live: LiveJob | None) -> str:
    """Where in the queue it is."""
    ahead = live.ahead if live is not None else None
    if ahead:
        return f"{ahead} before it"
    if ahead == 0:
        return "next in line"
    return "uploading" if job.state is JobState.UPLOADING else "queued"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _problem(job: JobRecord) -> str:
    if job.problem is None:
        return ""
    parts = (job.problem.title, job.problem.detail, job.problem.hint)
    return " ".join(f"{part.strip().rstrip('.')}." for part in parts if part.strip())


def _seconds_taken(job: JobRecord) -> float:
    asked, ended = (datetime.fromisoformat(at) for at in (job.created_at, job.updated_at))
    return (ended - asked).total_seconds()
