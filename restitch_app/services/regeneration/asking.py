"""Asking for a segment to be rendered again: what will be sent is settled here, once."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.wire import checked_url
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import JobRecord, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunRecord
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import Picture, Scene, Version
from restitch_app.services.actor import current_actor
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.project.project import Project
from restitch_app.services.regeneration.seed_frames import SeedFrames
from restitch_app.services.workflows.preflighting import Preflighting, raise_for
from restitch_app.services.workflows.segment import Prepared, SegmentWorkflows
from restitch_app.services.workflows.shown_values import shown_parameters
from restitch_app.store.values import NewJob

MOST_TAKES = 16
RUN_PRIORITY = 10
"""Behind what a person asks for meanwhile."""


@dataclass(frozen=True, slots=True)
class SeedFrame:
    picture: Picture
    from_version_id: int | None
    back: int = 0
    """It lies so many frames before that version's last one."""


@dataclass(frozen=True, slots=True)
class EndFrame:
    picture: Picture
    from_version_id: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A request with all that it sends."""

    scene: Scene
    request: RegenerationRequest
    prepared: Prepared
    """With the version that is replaced; see `Settled.version`."""
    prompts: list[JsonObject]
    """One for each take."""
    seed: SeedFrame
    end: EndFrame | None
    server: str
    """An address, or ANY_SERVER."""

    @property
    def version(self) -> Version | None:
        """What plays there; None for a new place."""
        return None if self.prepared.is_new_place else self.prepared.version


class Regeneration:
    def __init__(
        self,
        project: Project,
        scanner: ClipScanner,
        workflows: SegmentWorkflows,
        preflighting: Preflighting,
    ) -> None:
        self._project = project
        self.seed_frames = SeedFrames(project, scanner)
        self._workflows = workflows
        self._preflighting = preflighting

    def request(
        self,
        scene: Scene,
        request: RegenerationRequest,
        ctx: JobContext | None = None,
        tell: Callable[[str], object] | None = None,
    ) -> list[JobRecord]:
        """Write the jobs of one request, a take each; an engine runs them.

        Raises as `settle`; nothing is queued then.
        """
        return self.queue(self.settle(scene, request, ctx, tell))

    def settle(
        self,
        scene: Scene,
        request: RegenerationRequest,
        ctx: JobContext | None = None,
        tell: Callable[[str], object] | None = None,
    ) -> Settled:
        """Everything that a request sends; queues nothing.

        Asks the servers first whether they can run it, for seconds at most. Raises WrongUse for
        what the workflow cannot take, NotFound for no such segment, WouldBeRefused for what no
        server that answers can run. `tell` gets a sentence for each server that may get the job
        and could not be asked about it, and one of what is kept of a version.
        """
        _check(request)
        prepared = self._workflows.prepare(scene, request)
        prompts = [prepared.filled(seed) for seed in request.seeds or (None,) * request.takes]
        seed = self._seed_of(scene, prepared, request)  # may read a file
        end = None
        if prepared.pin_end and prepared.version is not None:
            end = self.end_frame(scene, prepared.version)
        server = self._server(request)
        found = self._preflighting.check_prepared(prepared, server, ctx=ctx)
        raise_for(found, server)
        for one in found:
            if tell is not None and one.blind_spot and server in (ANY_SERVER, one.server_url):
                tell(one.blind_spot)
        if tell is not None and prepared.kept is not None:
            tell(f"{prepared.kept.told}.")
        return Settled(scene, request, prepared, prompts, seed, end, server)

    def _seed_of(self, scene: Scene, prepared: Prepared, request: RegenerationRequest) -> SeedFrame:
        if prepared.version is not None and request.from_frame is not None:
            picture = self.seed_frames.frame_of(prepared.version, request.from_frame)
            return SeedFrame(picture, prepared.version.id)
        if prepared.version is not None and not prepared.is_new_place:
            return self.seed_frame(scene, prepared.version, request.seed_frame)
        if prepared.version is not None:
            assert prepared.version.next_seed is not None, "a current version has frames"
            return SeedFrame(prepared.version.next_seed, prepared.version.id)
        if scene.start_image is None:
            raise WrongUse(f"{scene.name} has no start image", "", "Choose a picture to begin with")
        return SeedFrame(scene.start_image, None)

    def seed_frame(self, scene: Scene, version: Version, choice: str) -> SeedFrame:
        """`choice`: see `RegenerationRequest.seed_frame`; a picture has the scene's size."""
        back = self.seed_frames.back_of(choice)
        if back is not None:
            if version.sequence_index == 0:
                raise WrongUse(
                    "There is no segment before the first one", choice, "Choose another seed frame"
                )
            before = self._project.current(scene, version.sequence_index - 1)
            return SeedFrame(self.seed_frames.before_end(before, back), before.id, back)
        if choice == "current" and version.sequence_index > 0:
            before = self._project.current(scene, version.sequence_index - 1)
            assert before.next_seed is not None, "a current version has frames"
            return SeedFrame(before.next_seed, before.id)
        if choice in ("current", "original"):
            if version.seed_frame is None:
                raise WrongUse(
                    f"The seed frame of segment {version.sequence_index + 1} is not known",
                    f"v{version.number}",
                    "Choose a picture with --seed-frame FILE",
                )
            return SeedFrame(version.seed_frame, version.seed_from_version_id, version.seed_back)
        return SeedFrame(self.seed_frames.from_file(scene, Path(choice)), None)

    def end_frame(self, scene: Scene, version: Version) -> EndFrame:
        """The first frame of the next segment's current version. Raises WrongUse without one."""
        _, after = self._project.store.versions.neighbours(scene.id, version.sequence_index)
        if after is None or after.first_frame is None:
            raise WrongUse(
                f"The end of segment {version.sequence_index + 1} cannot be pinned",
                "There is no segment after it",
                "Leave the end open",
            )
        return EndFrame(after.first_frame, after.id)

    def _server(self, request: RegenerationRequest) -> str:
        url = request.server_url
        url = self._project.settings().server_url if url is None else url
        return ANY_SERVER if url == ANY_SERVER else checked_url(url)

    def queue(self, settled: Settled, run: RunRecord | None = None) -> list[JobRecord]:
        """Write the jobs of a request that was settled just now.

        `run`: asks for them, as it was seen; nothing is queued where it is no longer so.
        """
        scene, request, prepared = settled.scene, settled.request, settled.prepared
        seed, end, server = settled.seed, settled.end, settled.server
        store, version, record = self._project.store, settled.version, prepared.record
        index = request.sequence_index
        request_id = str(uuid.uuid4())
        with store.transaction():
            if run is not None and store.runs.move(run, request_id=request_id) is None:
                return []
            if version is not None and store.splices.place_of(version.id) != index:
                raise WrongUse(
                    f"Segment {index + 1} stands in another place by now",
                    "Nothing was queued",
                    "Look at the scene again",
                )
            before, _ = store.versions.neighbours(scene.id, index)
            is_gone = before is None or before.id != seed.from_version_id
            if seed.back and is_gone and request.seed_frame != "original":
                raise WrongUse(
                    f"Another version of segment {index} plays by now",
                    "Nothing was queued",
                    "Choose the seed frame again",
                )
            if (
                request.seed_frame == "current" and request.from_frame is None
            ):  # of the very version that is noted as before it
                seen = replace(prepared, version=before) if prepared.is_new_place else prepared
                seed = self._seed_of(scene, seen, request)
            count = store.versions.regeneration_count(scene.id, index) + 1
            jobs = [
                store.jobs.add(
                    NewJob(
                        request_id=request_id,
                        take=take,
                        takes=request.takes,
                        scene_id=scene.id,
                        sequence_index=index,
                        server_url=server,
                        previous_segment_id=version.id if version else None,
                        regeneration_count=count,
                        before_version_id=before.id if before else None,
                        seed_hash=seed.picture.hash,
                        seed_file=seed.picture.file,
                        seed_from_version_id=seed.from_version_id,
                        seed_back=seed.back,
                        kept_frames=request.from_frame or 0,
                        kept_from_version_id=version.id
                        if version and request.from_frame is not None
                        else None,
                        end_frame_hash=end.picture.hash if end else None,
                        end_frame_file=end.picture.file if end else None,
                        end_from_version_id=end.from_version_id if end else None,
                        uploads=prepared.uploads,
                        workflow_id=record.id if record else None,
                        workflow_name=record.name if record else "",
                        workflow_shape=prepared.shape,
                        parameters=shown_parameters(prompt, prepared.bindings),
                        prompt=prompt,
                        output_node=prepared.bindings.output_node,
                        run_id=run.id if run else None,
                        priority=RUN_PRIORITY if run else 0,
                    )
                )
                for take, prompt in enumerate(settled.prompts, start=1)
            ]
            store.events.add(
                "regeneration_asked" if version else "segment_asked",
                current_actor() if run is None else run.created_by,
                version_id=version.id if version else None,
                job_id=jobs[0].id,
                detail={
                    "segment": index + 1,
                    "takes": request.takes,
                    "parameters": dict(request.parameters),
                    "workflow": prepared.name,
                    "pin_end": prepared.pin_end,
                },
            )
        self._project.publish(Changes(segments=frozenset({index}), jobs=True))
        return jobs


def _check(request: RegenerationRequest) -> None:
    if request.from_frame is not None and request.seed_frame != "current":
        raise WrongUse(
            "The seed frame is given twice",
            f"Frame {request.from_frame + 1} of the segment itself, and {request.seed_frame}",
            "Leave one of them out",
        )
    if not 1 <= request.takes <= MOST_TAKES:
        raise WrongUse(f"{request.takes} takes cannot be made", f"Choose 1 to {MOST_TAKES}")
    one_seed = request.parameters.get("seed")
    if len(set(request.seeds)) < len(request.seeds):
        one_seed = request.seeds[0]
    if request.takes > 1 and one_seed is not None:
        raise WrongUse(
            "Several takes with one seed would all be the same",
            f"{request.takes} takes, seed {one_seed}",
            "Leave the seed out, or ask for one take",
        )
    if request.seeds and len(request.seeds) != request.takes:
        raise WrongUse(f"{len(request.seeds)} seeds for {request.takes} takes", "Give one for each")
    if "seed_frame" in request.parameters:
        raise WrongUse(
            "The seed frame is no setting of the workflow",
            "Restitch uploads the picture itself and would put it in the place of "
            f"{request.parameters['seed_frame']}",
            "Choose it as the seed frame: current, original, or the path of a picture",
        )
    if request.pin_end and "end_frame" in request.parameters:
        raise WrongUse(
            "The end frame is given twice",
            f"{request.parameters['end_frame']}, and the next segment's first frame",
            "Leave one of them out",
        )
