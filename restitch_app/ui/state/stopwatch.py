"""How long a job still takes, by the steps that the window saw it make."""

from __future__ import annotations

from restitch_app.domain.jobs import JobRecord, JobState

STEPS_BEFORE_TIME_LEFT = 3


class Stopwatch:
    """Remembers when each job made its steps. For jobs that another program runs."""

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
