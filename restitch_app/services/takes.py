"""One take's way through a server. The job's row is written before each outside effect."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from pathlib import Path

from restitch_app.comfy.bindings import find_bindings
from restitch_app.comfy.client import ComfyClient, upload_name
from restitch_app.comfy.errors import ComfyError, ComfyUnreachable, JobLost
from restitch_app.comfy.fill import fill
from restitch_app.comfy.history import Unknown
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.outputs import OutputRef, video_of
from restitch_app.comfy.watch import NodeStarted, Step, WatchMessage, watch
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.services.deciding import Deciding
from restitch_app.services.project import CLIPS, Project
from restitch_app.services.take_result import TakeResult

log = logging.getLogger(__name__)

SUFFIXES = frozenset({".mp4", ".mkv", ".webm", ".mov", ".m4v", ".avi", ".webp", ".gif", ".png"})

ClientFactory = Callable[[str, str], ComfyClient]
"""(server address, client id) -> a client for the calling thread."""


class TakeWalk:
    """Goes on from whatever the job's row says, so a crash at any instant costs at most a step.

    Blocks for minutes; one walk a thread. Raises ComfyUnreachable and StorageError, which may pass:
    walk again later. Raises other RestitchErrors for a job that failed, JobLost for one that the
    server no longer knows, JobCancelled and JobSuspended from `ctx`.
    """

    def __init__(
        self, project: Project, clients: ClientFactory, results: TakeResult, deciding: Deciding
    ) -> None:
        self._project = project
        self._clients = clients
        self._results = results
        self._deciding = deciding

    def walk(self, job: JobRecord, ctx: JobContext) -> None:
        client_id = str(uuid.uuid4())  # fresh: a reused one may belong to a socket gone deaf
        with self._clients(job.server_url, client_id) as client:
            if job.state in (JobState.QUEUED, JobState.UPLOADING):
                job = self._upload(job, client, ctx)
                job = self._submit(job, client)
            elif job.state is JobState.SUBMITTED:
                self._find_again(job, client)
            if job.state in (JobState.SUBMITTED, JobState.RUNNING):
                job = self._follow(job, client, ctx)
            if job.state is JobState.DOWNLOADING:
                job = self._download(job, client, ctx)
        version = self._results.record(job, self.target(job), ctx)
        self._deciding.end(job, JobState.DONE, result=version)

    def take_back(self, job_id: int) -> None:
        """Cancel the job's prompt on its server, if it got there and the server can be reached."""
        job = self._project.store.jobs.get(job_id)
        if job.prompt_id is None or job.state not in (JobState.SUBMITTED, JobState.RUNNING):
            return
        with self._clients(job.server_url, "") as client:
            try:
                client.cancel(job.prompt_id)
            except ComfyError as error:
                log.warning("prompt %s could not be cancelled: %s", job.prompt_id, error)

    def target(self, job: JobRecord) -> Path:
        """Where the job's render lies in the project; the server's own name plays no part in it."""
        suffix = Path(job.output["filename"]).suffix.lower() if job.output else ".mp4"
        stem = f"segment_{job.sequence_index + 1:03}_job_{job.id}"
        return self._project.path(f"{CLIPS}/{stem}{suffix if suffix in SUFFIXES else '.video'}")

    def _upload(self, job: JobRecord, client: ComfyClient, ctx: JobContext) -> JobRecord:
        ctx.progress("Uploading the seed frame")
        store = self._project.store
        job = store.jobs.move(job.id, JobState.UPLOADING)
        path = self._project.path(job.seed_file)
        try:
            picture = path.read_bytes()
        except OSError as error:
            raise StorageError(
                "The seed frame cannot be read",
                f"{path}: {error.strerror}",
                "Restore the file, or regenerate with another seed frame",
            ) from error
        name = client.upload_image(upload_name(picture), picture)
        workflow: JsonObject = dict(job.prompt)
        prompt = fill(workflow, find_bindings(workflow), {"seed_frame": name})
        # The id is on disk before the server can know it: from here on the prompt is findable.
        return store.jobs.move(
            job.id, JobState.SUBMITTED, prompt_id=str(uuid.uuid4()), prompt=prompt
        )

    def _submit(self, job: JobRecord, client: ComfyClient) -> JobRecord:
        assert job.prompt_id is not None
        try:
            client.submit(dict(job.prompt), job.prompt_id, output_node=job.output_node)
        except ComfyUnreachable as error:
            if error.surely_not_taken:
                self._project.store.jobs.move(job.id, JobState.QUEUED, prompt_id=None)
            raise
        return job

    def _find_again(self, job: JobRecord, client: ComfyClient) -> None:
        """After a crash or a broken connection: is the prompt there? Never sent twice unasked."""
        assert job.prompt_id is not None
        if isinstance(client.state_of(job.prompt_id), Unknown):
            raise JobLost(job.prompt_id, job.server_url)

    def _follow(self, job: JobRecord, client: ComfyClient, ctx: JobContext) -> JobRecord:
        assert job.prompt_id is not None
        store = self._project.store

        def note(message: WatchMessage) -> None:
            nonlocal job
            if isinstance(message, NodeStarted | Step) and job.state is JobState.SUBMITTED:
                job = store.jobs.move(job.id, JobState.RUNNING)

        entry = watch(client, job.prompt_id, dict(job.prompt), ctx, note)
        ref = video_of(entry, job.output_node)
        output = {"filename": ref.filename, "subfolder": ref.subfolder, "type": ref.type}
        return store.jobs.move(job.id, JobState.DOWNLOADING, output=output)

    def _download(self, job: JobRecord, client: ComfyClient, ctx: JobContext) -> JobRecord:
        assert job.output is not None
        ctx.progress("Downloading")
        ref = OutputRef(job.output["filename"], job.output["subfolder"], job.output["type"])
        client.fetch_output(
            ref, self.target(job), on_progress=lambda d, n: ctx.progress("Downloading", d, n)
        )
        return self._project.store.jobs.move(job.id, JobState.CHECKING)
