"""New frames for a boundary by ComfyUI: asked for here, run by the engine, judged like a remedy."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from restitch_app.comfy.server.wire import checked_url
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import BridgeRequest, BridgeSpan, JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import Picture, Scene
from restitch_app.services.actor import current_actor
from restitch_app.services.bridging.lengths import LengthSteps, halves, is_room, usual_window
from restitch_app.services.bridging.workflows import BridgeWorkflows
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.frames import FileRange, JoinPlace, RemedyFrames
from restitch_app.services.remedies.names import LARGEST_BRIDGE, SMALLEST_BRIDGE
from restitch_app.services.remedies.trying import Remedies
from restitch_app.services.remedies.values import Candidate
from restitch_app.services.workflows.segment import Prepared
from restitch_app.services.workflows.shown_values import shown_parameters
from restitch_app.store.values import NewJob


@dataclass(frozen=True, slots=True)
class FoundBridges:
    newest: JobRecord | None
    """However far it is."""
    made: JobRecord | None
    """The newest whose frames are here."""


class Bridging:
    """For a pool thread."""

    def __init__(
        self,
        project: Project,
        remedies: Remedies,
        frames: RemedyFrames,
        scanner: ClipScanner,
        workflows: BridgeWorkflows,
    ) -> None:
        self._project = project
        self._remedies = remedies
        self._frames = frames
        self._scanner = scanner
        self._workflows = workflows

    def request(
        self,
        scene: Scene,
        request: BridgeRequest,
        ctx: JobContext,
        tell: Callable[[str], object] | None = None,
    ) -> JobRecord:
        """Write the job; an engine runs it. The same frames are made once: a job that does so, or
        did, is given back, unless `again` is asked for.

        Asks the servers first whether they can, for seconds at most. Raises WrongUse where there
        are too few frames, for a cut and for what the workflow cannot take, NotFound,
        WouldBeRefused for what no server can run; nothing is queued then. MediaError, StorageError,
        JobCancelled. `tell` gets a sentence for each server that could not be asked.
        """
        place = self._remedies.place(scene, request.left_index, ctx)
        window = chosen_window(request.window, place)
        known = self._known((place.left.id, place.right.id), place.key, window, request)
        if known is not None:
            return known
        server = self._server(request)
        chosen = self._workflows.choose(
            scene, request, lambda steps: fitting_length(window, place, steps), server, ctx
        )
        for one in chosen.preflights:
            if tell is not None and one.blind_spot and server in (ANY_SERVER, one.server_url):
                tell(one.blind_spot)
        prepared = self._workflows.kept(chosen)
        span = _span(place, window, chosen.length)
        start = self._picture(place, place.tail, -1 - span.left_frames, ctx)
        end = self._picture(place, place.head, span.right_frames, ctx)
        return self._recorded(scene, request, span, prepared, start, end, server)

    def found(self, scene: Scene, left_index: int, ctx: JobContext) -> FoundBridges:
        """What there is for the frames that meet there now. Raises as `Remedies.place`."""
        place = self._remedies.place(scene, left_index, ctx)
        jobs = tuple(self._newest((place.left.id, place.right.id), place.key))
        made = (job for job in jobs if self._is_here(job))
        return FoundBridges(next(iter(jobs), None), next(made, None))

    def candidate(self, scene: Scene, job: JobRecord, ctx: JobContext) -> Candidate:
        """What a finished bridge comes to at its boundary, measured as every remedy is.

        Raises WrongUse where other frames meet there by now, and for a bridge that is not done;
        MediaError, JobCancelled.
        """
        if job.bridge is None or job.state is not JobState.DONE:
            raise WrongUse(f"Job {job.id} has made no bridge", f"It is {job.state}")
        return self._remedies.bridged(scene, job.bridge, ctx)

    def _newest(self, pair: tuple[int, int], key: str) -> Iterator[JobRecord]:
        """All bridges of the frames that met there, the newest first."""
        for job in reversed(self._project.store.jobs.bridges(*pair)):
            if job.bridge is not None and job.bridge.key == key:
                yield job

    def _known(
        self, pair: tuple[int, int], key: str, window: int, request: BridgeRequest
    ) -> JobRecord | None:
        """One that is on its way, or whose frames are here."""
        if request.again:
            return None
        for job in self._newest(pair, key):
            span = job.bridge
            assert span is not None
            is_on_its_way = job.state.is_open and not job.cancel_requested
            is_usable = is_on_its_way or self._is_here(job)
            if span.window == window and is_usable and _is_same(job, request):
                return job
        return None

    def _is_here(self, job: JobRecord) -> bool:
        """Its frames are: whoever clears the folder can have them made again."""
        if job.bridge is None or job.state is not JobState.DONE:
            return False
        return self._project.path(job.bridge.file).is_file()

    def _server(self, request: BridgeRequest) -> str:
        url = request.server_url
        url = self._project.settings().server_url if url is None else url
        return ANY_SERVER if url == ANY_SERVER else checked_url(url)

    def _picture(
        self, place: JoinPlace, ranges: tuple[FileRange, ...], number: int, ctx: JobContext
    ) -> Picture:
        """One of a side's frames as a PNG among the project's; negative counts from the end."""
        facts = place.left.facts
        frame = _frame_at(ranges, number)
        (pixels,) = self._frames.read([frame], facts.width, facts.height, ctx)
        return self._scanner.keep_picture(pixels)

    def _recorded(
        self,
        scene: Scene,
        request: BridgeRequest,
        span: BridgeSpan,
        prepared: Prepared,
        start: Picture,
        end: Picture,
        server: str,
    ) -> JobRecord:
        store, record = self._project.store, prepared.record
        prompt = prepared.filled()
        with store.transaction():
            # Asked twice at once, by two programs: the first one's is everybody's.
            pair = (span.left_id, span.right_id)
            known = self._known(pair, span.key, span.window, request)
            if known is not None:
                return known
            job = store.jobs.add(
                NewJob(
                    request_id=str(uuid.uuid4()),
                    take=1,
                    takes=1,
                    scene_id=scene.id,
                    sequence_index=request.left_index,
                    server_url=server,
                    previous_segment_id=span.left_id,
                    regeneration_count=0,
                    seed_hash=start.hash,
                    seed_file=start.file,
                    seed_from_version_id=span.left_id,
                    end_frame_hash=end.hash,
                    end_frame_file=end.file,
                    end_from_version_id=span.right_id,
                    uploads=prepared.uploads,
                    workflow_id=record.id if record else None,
                    workflow_name=prepared.name,
                    workflow_shape=prepared.shape,
                    parameters=shown_parameters(prompt, prepared.bindings),
                    prompt=prompt,
                    output_node=prepared.bindings.output_node,
                    bridge=span,
                )
            )
            store.events.add(
                "bridge_asked",
                current_actor(),
                join=pair,
                job_id=job.id,
                detail={"window": span.window, "workflow": prepared.name},
            )
        self._project.publish(Changes(boundaries=frozenset({request.left_index}), jobs=True))
        return job


def chosen_window(asked: int | None, place: JoinPlace) -> int:
    """Frames on each side. Raises WrongUse for what is no bridge, or has no room there."""
    if asked is None:
        window = usual_window(place.room)
        if window is None:
            raise _no_room(place)
        return window
    if not SMALLEST_BRIDGE <= asked <= LARGEST_BRIDGE:
        raise WrongUse(
            f"A bridge of {asked} frames on each side cannot be made",
            "",
            f"Choose {SMALLEST_BRIDGE} to {LARGEST_BRIDGE}",
        )
    return asked


def fitting_length(window: int, place: JoinPlace, steps: LengthSteps) -> int:
    """Frames to ask of a workflow, both pictures included. Raises WrongUse without room."""
    length = steps.longest(2 * window)
    if not is_room(halves(length), place.room):
        raise _no_room(place)
    return length


def _span(place: JoinPlace, window: int, length: int) -> BridgeSpan:
    left, right = halves(length)
    return BridgeSpan(place.key, place.left.id, place.right.id, window, left, right, length)


def _frame_at(ranges: tuple[FileRange, ...], number: int) -> FileRange:
    """The frame of this number, counted from the end where it is negative."""
    every = [
        (file, FrameRange(frame, frame + 1))
        for file, frames in ranges
        for frame in range(frames.start, frames.stop)
    ]
    return every[number]


def _is_same(job: JobRecord, request: BridgeRequest) -> bool:
    """Whether it was made as this asks for; what is left open is the same."""
    if request.workflow_id not in (None, job.workflow_id):
        return False
    return all(str(job.parameters.get(key)) == str(v) for key, v in request.parameters.items())


def _no_room(place: JoinPlace) -> WrongUse:
    left = place.left_index
    return WrongUse(
        "The bridge needs more frames than there are",
        f"Segments {left + 1} and {left + 2} are too short, or the boundary on their other side "
        "uses the same frames",
        "Choose a smaller window",
    )
