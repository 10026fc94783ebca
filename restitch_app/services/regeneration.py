"""Asking for a segment to be rendered again: what will be sent is settled here, once."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from restitch_app.comfy.bindings.bindings import Bindings, find_bindings
from restitch_app.comfy.bindings.fill import fill, read_values
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.wire import checked_url
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.jobs import JobRecord, RegenerationRequest
from restitch_app.domain.versions import Picture, Scene, Version
from restitch_app.media.pictures import read_png
from restitch_app.services.actor import current_actor
from restitch_app.services.clip_scan import ClipScanner
from restitch_app.services.project import Project
from restitch_app.store.values import NewJob

MOST_TAKES = 16
FILE_KEYS = frozenset({"seed_frame", "end_frame", "filename_prefix"})

Parameters = Mapping[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class SeedFrame:
    picture: Picture
    from_version_id: int | None


class Regeneration:
    def __init__(self, project: Project, scanner: ClipScanner) -> None:
        self._project = project
        self._scanner = scanner

    def request(self, scene: Scene, request: RegenerationRequest) -> list[JobRecord]:
        """Write the jobs of one request, a take each; an engine runs them.

        Raises WrongUse for what the workflow cannot take, NotFound for no such segment.
        """
        if not 1 <= request.takes <= MOST_TAKES:
            raise WrongUse(f"{request.takes} takes cannot be made", f"Choose 1 to {MOST_TAKES}")
        if request.takes > 1 and "seed" in request.parameters:
            raise WrongUse(
                "Several takes with one seed would all be the same",
                f"{request.takes} takes, seed {request.parameters['seed']}",
                "Leave the seed out, or ask for one take",
            )
        if "seed_frame" in request.parameters:
            raise WrongUse(
                "The seed frame is no setting of the workflow",
                "Restitch uploads the picture itself and would put it in the place of "
                f"{request.parameters['seed_frame']}",
                "Choose it as the seed frame: current, original, or the path of a picture",
            )
        version = self._project.current(scene, request.sequence_index)
        workflow, parameters = self._workflow(scene, version)
        bindings = find_bindings(workflow, f"The workflow of segment {version.sequence_index + 1}")
        prompts = [
            fill(workflow, bindings, {**self._fresh(bindings), **parameters, **request.parameters})
            for _ in range(request.takes)
        ]
        seed = self.seed_frame(scene, version, request.seed_frame)  # a picture file is read here
        return self._recorded(scene, version, request, bindings, prompts, seed)

    def seed_frame(self, scene: Scene, version: Version, choice: str) -> SeedFrame:
        """`choice`: "current", "original", or the path of a picture of the scene's size."""
        if choice == "current" and version.sequence_index > 0:
            before = self._project.current(scene, version.sequence_index - 1)
            assert before.last_frame is not None, "a current version has frames"
            return SeedFrame(before.last_frame, before.id)
        if choice in ("current", "original"):
            if version.seed_frame is None:
                raise WrongUse(
                    f"The seed frame of segment {version.sequence_index + 1} is not known",
                    f"v{version.number}",
                    "Choose a picture with --seed-frame FILE",
                )
            return SeedFrame(version.seed_frame, version.seed_from_version_id)
        return SeedFrame(self._chosen_picture(scene, Path(choice)), None)

    def parameters(self, scene: Scene, version: Version) -> Parameters:
        """What a regeneration of the version would send where nothing is changed.

        Raises WrongUse where there is no workflow, or none that can be filled.
        """
        workflow, measures = self._workflow(scene, version)
        bindings = find_bindings(workflow, f"The workflow of segment {version.sequence_index + 1}")
        return {**shown_parameters(workflow, bindings), **measures}

    def _chosen_picture(self, scene: Scene, path: Path) -> Picture:
        pixels = read_png(path)
        height, width = pixels.shape[:2]
        if (width, height) != (scene.width, scene.height):
            raise WrongUse(
                "The seed frame has another size than the scene",
                f"{path.name} is {width}×{height}, the scene {scene.width}×{scene.height}",
                "Crop or scale the picture first",
            )
        return self._scanner.keep_picture(pixels)

    def _workflow(self, scene: Scene, version: Version) -> tuple[JsonObject, Parameters]:
        """The version's own prompt; else the scene's workflow, set to the segment's measures."""
        store = self._project.store
        own = store.versions.prompt(version.id)
        if own is not None:
            return dict(own), {}
        scene = store.scenes.get(scene.id)
        shared = store.workflows.prompt(scene.workflow_id) if scene.workflow_id else None
        if shared is None:
            raise WrongUse(
                f"Segment {version.sequence_index + 1} has no workflow",
                "Its clip carries none, and the scene was made without one",
                "Make the scene with --workflow W.json (Save as API format in ComfyUI)",
            )
        workflow = dict(shared)
        return workflow, _measures(find_bindings(workflow), scene, version.facts)

    def _fresh(self, bindings: Bindings) -> Parameters:
        """A random seed and a file name never used: ComfyUI answers old ones with an old file."""
        fresh: dict[str, str | int | float | bool] = {}
        if bindings.seed:
            # Short enough to read out and compare; many enough never to meet twice.
            fresh["seed"] = secrets.randbelow(2**32)
        if bindings.filename_prefix:
            fresh["filename_prefix"] = fresh_prefix()
        return fresh

    def _recorded(
        self,
        scene: Scene,
        version: Version,
        request: RegenerationRequest,
        bindings: Bindings,
        prompts: list[JsonObject],
        seed: SeedFrame,
    ) -> list[JobRecord]:
        store = self._project.store
        request_id = str(uuid.uuid4())
        server = checked_url(request.server_url or self._project.settings().server_url)
        with store.transaction():
            before, _ = store.versions.neighbours(scene.id, version.sequence_index)
            if request.seed_frame == "current":  # of the very version that is noted as before it
                seed = self.seed_frame(scene, version, request.seed_frame)
            count = store.versions.regeneration_count(scene.id, version.sequence_index) + 1
            jobs = [
                store.jobs.add(
                    NewJob(
                        request_id=request_id,
                        take=take,
                        takes=request.takes,
                        scene_id=scene.id,
                        sequence_index=version.sequence_index,
                        server_url=server,
                        previous_segment_id=version.id,
                        regeneration_count=count,
                        before_version_id=before.id if before else None,
                        seed_hash=seed.picture.hash,
                        seed_file=seed.picture.file,
                        seed_from_version_id=seed.from_version_id,
                        parameters=shown_parameters(prompt, bindings),
                        prompt=prompt,
                        output_node=bindings.output_node,
                    )
                )
                for take, prompt in enumerate(prompts, start=1)
            ]
            store.events.add(
                "regeneration_asked",
                current_actor(),
                version_id=version.id,
                detail={"takes": request.takes, "parameters": dict(request.parameters)},
            )
        self._project.publish(Changes(segments=frozenset({version.sequence_index}), jobs=True))
        return jobs


def fresh_prefix() -> str:
    """A file name on the server that no earlier render has."""
    return f"restitch/{uuid.uuid4().hex[:12]}"


def shown_parameters(prompt: JsonObject, bindings: Bindings) -> Parameters:
    """The values a reviewer chooses; not the names of files that go to and fro."""
    values = read_values(prompt, bindings)
    return {key: value for key, value in values.items() if key not in FILE_KEYS}


def _measures(bindings: Bindings, scene: Scene, facts: ClipFacts) -> Parameters:
    """So that a workflow kept with other sizes renders a segment that fits its place."""
    wanted: dict[str, str | int | float | bool] = {
        "width": scene.width,
        "height": scene.height,
        "length": facts.frame_count,
        "fps": float(scene.rate),
    }
    return {key: value for key, value in wanted.items() if bindings.places(key)}
