"""Takes prompts back from their servers, and waits until the server says that it did."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from restitch_app.comfy.errors import ComfyError
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.history import Finished, Unknown
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import JobSuspended
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.services.jobs.live import CANCELLING, LivePreviews
from restitch_app.services.project.project import Project
from restitch_app.services.servers.keys import KeyringTrouble

log = logging.getLogger(__name__)

FIRST_LOOK_S = 0.1
LONGEST_LOOK_S = 1.0
"""Between two questions whether the prompt is gone."""
LATE_ARRIVAL_S = 1.0
"""A prompt of which nobody knows whether it got there is looked for once more after this time."""

Connect = Callable[[JobRecord, str], AbstractContextManager[ComfyClient]]
"""(job, client id) -> a client of the job's server for the calling thread."""


class TakingBack:
    """Nothing but the job's own prompt is ever touched. Safe on any thread."""

    def __init__(self, project: Project, connect: Connect, live: LivePreviews) -> None:
        self._project = project
        self._connect = connect
        self._live = live
        self._lock = threading.Lock()
        self._confirming: set[int] = set()

    def is_confirming(self, job_id: int) -> bool:
        """The server answers, and its prompt has still not ended: a node that will not stop."""
        with self._lock:
            return job_id in self._confirming

    def take_back(self, job: JobRecord, stopping: threading.Event | None) -> None:
        """Ask for the job's prompt to be taken from the queue or stopped.

        With `stopping`, block until the server no longer has it waiting or running; set, it raises
        JobSuspended, and the next start asks again. A server that is away, or whose key or
        certificate file cannot be read now, is left alone: what it renders is not fetched.
        """
        if job.prompt_id is None or job.output is not None:
            return
        try:
            with self._connect(job, "") as client:
                client.cancel(job.prompt_id)
                if stopping is not None:
                    self._confirm(job, job.prompt_id, client, stopping)
        except (ComfyError, KeyringTrouble) as error:
            if stopping is not None and stopping.is_set():  # we hung up, not the server
                raise JobSuspended from error
            log.warning("prompt %s could not be cancelled: %s", job.prompt_id, error)
        finally:
            with self._lock:
                self._confirming.discard(job.id)
            self._live.forget(job.id)

    def _confirm(
        self, job: JobRecord, prompt_id: str, client: ComfyClient, stopping: threading.Event
    ) -> None:
        look_s = FIRST_LOOK_S
        may_arrive = job.state is JobState.SUBMITTED
        while True:
            state = client.state_of(prompt_id)
            if isinstance(state, Finished) or (isinstance(state, Unknown) and not may_arrive):
                return
            if isinstance(state, Unknown):
                may_arrive, look_s = False, LATE_ARRIVAL_S
            else:
                self._say(job)
            if stopping.wait(look_s):
                raise JobSuspended
            look_s = min(2 * look_s, LONGEST_LOOK_S)
            client.cancel(prompt_id)  # it may have begun to run between the two requests before

    def _say(self, job: JobRecord) -> None:
        with self._lock:
            if job.id in self._confirming:
                return
            self._confirming.add(job.id)
        self._live.note(job.id, is_cancelling=True)
        self._project.store.jobs.note_progress(job.id, CANCELLING, job.done, job.total)
        self._project.publish(Changes(jobs=True))
