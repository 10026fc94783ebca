"""How long the rest of a render takes: by its own steps, or by earlier renders on that server."""

from __future__ import annotations

from statistics import median

from restitch_app.comfy.workflows.steps import StepCount
from restitch_app.store.store import Store

OWN_STEPS = 3
"""From so many steps on, a render's own pace says more than that of earlier ones."""
PAST_RENDERS = 10


def past_step_seconds(store: Store, server_url: str) -> float | None:
    """Median seconds a step took in the server's last finished renders, all else included.

    None until there is one. Reads up to `PAST_RENDERS` prompts.
    """
    paces: list[float] = []
    for job_id, seconds in store.jobs.finished_renders(server_url, PAST_RENDERS):
        steps = StepCount(dict(store.jobs.prompt(job_id))).total
        if steps > 0:
            paces.append(seconds / steps)
    return median(paces) if paces else None


class StepPace:
    """Of one render; for one thread."""

    def __init__(self, past_step_s: float | None) -> None:
        self._past_step_s = past_step_s
        self._first: tuple[int, float] | None = None

    def seconds_left(self, done: int, total: int, now_s: float) -> float | None:
        """Call it at each step with the steps of all samplers; `now_s` of any steady clock.

        None where neither this render nor an earlier one gives a pace, or `total` is not known.
        """
        if total <= 0:
            return None
        if self._first is None or done < self._first[0]:
            self._first = (done, now_s)
        made = done - self._first[0]
        step_s = self._past_step_s
        if made >= OWN_STEPS:
            step_s = (now_s - self._first[1]) / made
        return None if step_s is None else max(0, total - done) * step_s
