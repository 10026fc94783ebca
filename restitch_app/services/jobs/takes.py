"""A take's or bridge's way through a server. Its row is written before each outside effect."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Unpack

from restitch_app.comfy.bindings.fill import fill
from restitch_app.comfy.bindings.hand_off import without_hand_off
from restitch_app.comfy.errors import ComfyUnreachable, PromptRejected
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.client import ComfyClient, upload_name
from restitch_app.comfy.server.news import NodeStarted, Preview, Queued, Step, WatchMessage
from restitch_app.comfy.server.outputs import OutputRef, video_of
from restitch_app.comfy.server.watch import watch
from restitch_app.comfy.workflows.older_servers import as_taken
from restitch_app.domain.errors import MediaError
from restitch_app.domain.jobs import JobKind, JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.media.atomic import make_folder, storage_errors, sync_folder
from restitch_app.services.bridging.result import BridgeResult
from restitch_app.services.jobs.deciding import Deciding
from restitch_app.services.jobs.hand_off import HandOffs
from restitch_app.services.jobs.live import LivePreviews
from restitch_app.services.jobs.prompt_tries import FAILED_OVER_IT, PromptTries
from restitch_app.services.jobs.step_pace import StepPace, past_step_seconds
from restitch_app.services.jobs.take_result import TakeResult
from restitch_app.services.jobs.taking_back import TakingBack
from restitch_app.services.project.made_names import joined_beside, lossless_beside
from restitch_app.services.project.project import BRIDGES, CLIPS, Project
from restitch_app.services.workflows.job_bindings import bindings_of
from restitch_app.services.workflows.node_knowledge import NodeKnowledge
from restitch_app.store.jobs import JobChanges

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
        self,
        project: Project,
        clients: ClientFactory,
        knowledge: NodeKnowledge,
        results: TakeResult,
        deciding: Deciding,
        live: LivePreviews,
        hand_offs: HandOffs,
        bridges: BridgeResult,
    ) -> None:
        self._project = project
        self._clients = clients
        self._knowledge = knowledge
        self._results = results
        self._deciding = deciding
        self._live = live
        self._taking_back = TakingBack(project, self._client, live)
        self._hand_offs = hand_offs
        self._bridges = bridges
        self._tries = PromptTries()
        self._lock = threading.Lock()
        self._in_use: dict[int, ComfyClient] = {}

    def abort(self, job_id: int) -> None:
        """From any thread: end the request for which the job's walk, or its cancel, waits."""
        with self._lock:
            client = self._in_use.get(job_id)
        if client is not None:
            client.abort()

    def walk(self, job: JobRecord, ctx: JobContext) -> None:
        try:
            self._walk(job, ctx)
        finally:
            self._live.forget(job.id)

    def _walk(self, job: JobRecord, ctx: JobContext) -> None:
        if job.state is JobState.QUEUED and self._results.recorded(job) is not None:
            job = self._reached(job, JobState.CHECKING)
        if job.state is not JobState.CHECKING:
            job = self._rendered(job, ctx)
        if job.kind is JobKind.BRIDGE:
            job = self._bridges.record(job, self.target(job), ctx)
            self._deciding.end(job, JobState.DONE)
            return
        version = self._results.recorded(job)
        path = self._project.path(version.file) if version is not None else self.target(job)
        version = self._results.record(job, path, ctx)
        self._hand_offs.discard(job)
        self._deciding.end(job, JobState.DONE, result=version)

    def _rendered(self, job: JobRecord, ctx: JobContext) -> JobRecord:
        prompt_id = job.prompt_id or str(uuid.uuid4())
        # Progress goes only to the client that sent the prompt: named after it, a later start is
        # that client again. Should the server still hold its old socket, `watch` can do without.
        with self._client(job, prompt_id) as client:
            if job.state in (JobState.QUEUED, JobState.UPLOADING):
                job = self._upload(job, prompt_id, client, ctx)
                job = self._submit(job, client)
            if job.state in (JobState.SUBMITTED, JobState.RUNNING):
                job = self._follow(job, client, ctx)
            return self._download(job, client, ctx)

    def is_confirming_cancel(self, job_id: int) -> bool:
        """See `TakingBack.is_confirming`."""
        return self._taking_back.is_confirming(job_id)

    def take_back(self, job_id: int, stopping: threading.Event | None = None) -> None:
        """Undo a job that is not wanted any more: its prompt, if that got to the server and can be
        reached there, and its file, if no version was made of it. See `TakingBack.take_back`."""
        job = self._project.store.jobs.get(job_id)
        if self._results.recorded(job) is None:
            target = self.target(job)
            plain = (target, lossless_beside(target))
            for path in (*plain, *map(joined_beside, plain)):
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            with suppress(OSError):  # or they would be back after a power cut, of no job
                sync_folder(target.parent)
            self._hand_offs.discard(job)
        self._taking_back.take_back(job, stopping)

    def target(self, job: JobRecord) -> Path:
        """Where the job's render lies in the project; the server's own name plays no part in it."""
        suffix = Path(job.output["filename"]).suffix.lower() if job.output else ".mp4"
        is_bridge = job.kind is JobKind.BRIDGE
        folder, what = (BRIDGES, "bridge") if is_bridge else (CLIPS, "segment")
        stem = f"{what}_{job.sequence_index + 1:03}_job_{job.id}"
        return self._project.path(f"{folder}/{stem}{suffix if suffix in SUFFIXES else '.video'}")

    def _reached(self, job: JobRecord, state: JobState, **changes: Unpack[JobChanges]) -> JobRecord:
        """Move on; what the job had waited for is there again."""
        changes["waiting_since"] = changes["problem"] = None
        return self._project.store.jobs.move(job.id, state, **changes)

    @contextmanager
    def _client(self, job: JobRecord, client_id: str) -> Iterator[ComfyClient]:
        with self._clients(job.server_url, client_id) as client:
            with self._lock:
                self._in_use[job.id] = client
            try:
                yield client
            finally:
                with self._lock:
                    del self._in_use[job.id]

    def _prompt(self, job: JobRecord) -> JsonObject:
        return dict(self._project.store.jobs.prompt(job.id))

    def _upload(
        self, job: JobRecord, prompt_id: str, client: ComfyClient, ctx: JobContext
    ) -> JobRecord:
        start = "start picture" if job.kind is JobKind.BRIDGE else "seed frame"
        ctx.progress(f"Uploading the {start}")
        job = self._project.store.jobs.move(job.id, JobState.UPLOADING)
        names = {"seed_frame": self._uploaded(job.seed_file, start, client)}
        if job.end_frame_file is not None:
            ctx.progress("Uploading the end frame")
            names["end_frame"] = self._uploaded(job.end_frame_file, "end frame", client)
        # A job that was sent elsewhere before carries that server's way to hand off.
        workflow = without_hand_off(self._prompt(job))
        bindings = bindings_of(job, workflow)
        prompt = fill(workflow, bindings, names)
        types = self._knowledge.asked(job.server_url)
        if types is not None:
            prompt = as_taken(prompt, types)
        hand_off_node = None
        if job.kind is not JobKind.BRIDGE:  # it ends on a picture that is here already
            prompt, hand_off_node = self._hand_offs.added(prompt, bindings, types)
        # The id is on disk before the server can know it: from here on the prompt is findable.
        # What the job waits for is not there again before the prompt was taken.
        return self._project.store.jobs.move(
            job.id,
            JobState.SUBMITTED,
            prompt_id=prompt_id,
            prompt=prompt,
            hand_off_node=hand_off_node,
        )

    def _uploaded(self, file: str, what: str, client: ComfyClient) -> str:
        """The picture's name on the server."""
        path = self._project.path(file)
        try:
            picture = path.read_bytes()
        except OSError as error:
            # No StorageError: waiting for the file would hold up the server's other jobs.
            raise MediaError(
                f"The {what} cannot be read",
                f"{path}: {error.strerror}",
                f"Restore the file and submit the job again, or choose another {what}",
            ) from error
        return client.upload_image(upload_name(picture), picture)

    def _submit(self, job: JobRecord, client: ComfyClient) -> JobRecord:
        """Refused for the sake of the picture to hand off, it goes without: nothing was queued."""
        try:
            self._send(job, client)
        except PromptRejected as error:
            prompt = self._prompt(job)
            plain = without_hand_off(prompt)
            ours = prompt.keys() - plain.keys()
            if not ours & {reason.node_id for reason in error.reasons}:
                raise
            log.warning("job %s goes without handing its last frame off: %s", job.id, error)
            jobs = self._project.store.jobs
            job = jobs.move(job.id, JobState.SUBMITTED, prompt=plain, hand_off_node=None)
            self._send(job, client)
        return self._reached(job, job.state) if job.waiting_since is not None else job

    def _send(self, job: JobRecord, client: ComfyClient) -> None:
        assert job.prompt_id is not None
        try:
            client.submit(self._prompt(job), job.prompt_id, output_node=job.output_node)
        except ComfyUnreachable as error:
            if error.surely_not_taken:
                self._project.store.jobs.move(job.id, JobState.QUEUED, prompt_id=None)
            if error.status == FAILED_OVER_IT:
                self._tries.note_failed(job.id, job.server_url)
            raise
        self._tries.forget(job.id, job.server_url)

    def _follow(self, job: JobRecord, client: ComfyClient, ctx: JobContext) -> JobRecord:
        """A prompt of which nobody knows whether it got there is looked for, never sent again."""
        assert job.prompt_id is not None

        pace = StepPace(past_step_seconds(self._project.store, job.server_url))

        def note(message: WatchMessage) -> None:
            nonlocal job
            self._show(job.id, message, pace)
            runs = isinstance(message, NodeStarted | Step)
            state = JobState.RUNNING if runs else job.state
            if state is not job.state or job.waiting_since is not None:
                job = self._reached(job, state)

        entry = watch(client, job.prompt_id, self._prompt(job), ctx, note)
        ref = video_of(entry, job.output_node)
        output = {"filename": ref.filename, "subfolder": ref.subfolder, "type": ref.type}
        hand_off = self._hand_offs.output(job, entry)
        return self._reached(job, JobState.DOWNLOADING, output=output, hand_off_output=hand_off)

    def _show(self, job_id: int, message: WatchMessage, pace: StepPace) -> None:
        match message:
            case Queued(ahead=ahead):
                self._live.note(job_id, ahead=ahead)
            case NodeStarted(title=title):
                self._live.note(job_id, node_title=title, ahead=None)
            case Step(done=done, total=total):
                now_s = time.monotonic()
                left_s = pace.seconds_left(done, total, now_s)
                ends_at_s = None if left_s is None else now_s + left_s
                self._live.note(job_id, done=done, total=total, ahead=None, ends_at_s=ends_at_s)
            case Preview(data=data, media_type=media_type):
                self._live.show(job_id, data, media_type)

    def _download(self, job: JobRecord, client: ComfyClient, ctx: JobContext) -> JobRecord:
        assert job.output is not None
        ctx.progress("Downloading")
        ref = OutputRef(job.output["filename"], job.output["subfolder"], job.output["type"])
        target = self.target(job)
        with storage_errors(target):
            make_folder(target.parent)
        client.fetch_output(ref, target, on_progress=lambda d, n: ctx.progress("Downloading", d, n))
        self._hand_offs.fetch(job, client, ctx)
        return self._reached(job, JobState.CHECKING)
