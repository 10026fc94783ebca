"""What a reviewer is shown before a segment is regenerated; queues nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from restitch_app.comfy.bindings.form import form_fields
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.versions import Picture, Scene, Version
from restitch_app.domain.workflows import FormField, Preset, WorkflowRecord
from restitch_app.services.boundaries.pictures import PlainPicture
from restitch_app.services.project.project import Project
from restitch_app.services.regeneration.asking import Regeneration
from restitch_app.services.review.advice import regeneration_notice
from restitch_app.services.workflows.library import WorkflowLibrary
from restitch_app.services.workflows.segment import Prepared, SegmentWorkflows

Parameters = Mapping[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class SeedChoice:
    choice: str
    """What a `RegenerationRequest.seed_frame` says for it: current, original, -K, or a path."""
    picture: Picture | None
    """None for a frame that is kept once it is asked for."""
    told: str
    """Where it comes from: "Last frame of segment 4 v2"."""
    scene_frame: int | None = None
    """From 0; None for a picture that is not a frame of the scene now."""

    preview: PlainPicture | None = None
    """Where there is no picture."""

    @property
    def checksum(self) -> str:
        return self.picture.hash[:12] if self.picture is not None else ""


@dataclass(frozen=True, slots=True)
class EarlierSeed:
    """One of the last frames before a segment, to be chosen as its seed frame."""

    seed: SeedChoice
    back: int
    """So many frames before the last one; 0 is that one."""
    sharpness: float
    """Beside the sharpest of them, 0 to 1."""
    similarity: float
    """SSIM with the last one."""


@dataclass(frozen=True, slots=True)
class Estimate:
    seconds: float
    """Median of a take."""
    runs: int


@dataclass(frozen=True, slots=True)
class PinEnd:
    """Whether the new version can also be held to the next segment's first frame."""

    can: bool
    reason: str
    """Why it can or cannot, one sentence."""
    is_default: bool


NO_PIN = PinEnd(can=False, reason="", is_default=False)


@dataclass(frozen=True, slots=True)
class RegenerationPlan:
    version: Version
    """The current one."""
    segment_count: int
    version_numbers: tuple[int, ...]
    """All that are kept, oldest first."""
    seeds: tuple[SeedChoice, ...]
    """First what is taken by default; a second one only where it is another picture."""
    seed_changed: bool
    parameters: Parameters
    """Of the current version, by binding name; what the workflow lacks is missing."""
    refusal: str
    """Why it cannot be regenerated at all; empty where it can."""
    server_url: str
    estimate: Estimate | None
    impact: str
    """What it sets off, in two sentences."""
    workflows: tuple[WorkflowRecord, ...] = ()
    """All of the project, oldest first."""
    workflow_id: int | None = None
    """The one that is taken by default; None where the version's own is in none of them."""
    fields: tuple[FormField, ...] = ()
    """Every value of that workflow that can be changed."""
    presets: tuple[Preset, ...] = ()
    """Of that workflow's shape."""
    pin_end: PinEnd = NO_PIN


class RegenerationPlans:
    def __init__(
        self,
        project: Project,
        regeneration: Regeneration,
        workflows: SegmentWorkflows,
        library: WorkflowLibrary,
    ) -> None:
        self._project = project
        self._regeneration = regeneration
        self._workflows = workflows
        self._library = library

    def plan(
        self,
        scene: Scene,
        sequence_index: int,
        *,
        workflow_id: int | None = None,
        server_url: str | None = None,
    ) -> RegenerationPlan:
        """As a `RegenerationRequest` with this workflow and server would be without changes.

        May ask a server what its nodes take, for seconds at most. Raises NotFound for no such
        segment.
        """
        store = self._project.store
        version = self._project.current(scene, sequence_index)
        history = store.versions.history(scene.id, sequence_index)
        seeds, refusal = self._seeds(scene, version)
        prepared, why = self._prepared(scene, version, workflow_id, server_url)
        record = prepared.record if prepared else self._chosen(scene, version, workflow_id)
        count = store.versions.segment_count(scene.id)
        server = self._project.settings().server_url if server_url is None else server_url
        return RegenerationPlan(
            version=version,
            segment_count=count,
            version_numbers=tuple(sorted(one.number for one in history)),
            seeds=seeds,
            seed_changed=version.stale_root_index == sequence_index,
            parameters=prepared.shown if prepared else {},
            refusal=refusal or why,
            server_url=server,
            estimate=self.estimate(server),
            impact=regeneration_notice(sequence_index, count),
            workflows=self._library.list(),
            workflow_id=record.id if record else None,
            fields=self._fields(prepared, server) if prepared else (),
            presets=self._library.presets(prepared.shape) if prepared else (),
            pin_end=self._pin_end(scene, version, prepared) if prepared else NO_PIN,
        )

    def _prepared(
        self, scene: Scene, version: Version, workflow_id: int | None, server_url: str | None
    ) -> tuple[Prepared | None, str]:
        """What would be sent, or why nothing can be."""
        try:
            return self._workflows.of_version(scene, version, workflow_id, server_url), ""
        except RestitchError as error:
            return None, str(error)

    def _chosen(
        self, scene: Scene, version: Version, workflow_id: int | None
    ) -> WorkflowRecord | None:
        if workflow_id is not None:
            return self._library.get(workflow_id)
        return self._library.of_segment(scene, version.sequence_index)

    def _fields(self, prepared: Prepared, server: str) -> tuple[FormField, ...]:
        return form_fields(prepared.unchanged(), prepared.bindings, self._library.types(server))

    def _pin_end(self, scene: Scene, version: Version, prepared: Prepared) -> PinEnd:
        if not prepared.bindings.end_frame:
            return PinEnd(can=False, reason="This workflow takes no end frame", is_default=False)
        try:
            self._regeneration.end_frame(scene, version)
        except RestitchError as error:
            return PinEnd(can=False, reason=error.detail, is_default=False)
        after = version.sequence_index + 2
        return PinEnd(True, f"It ends where segment {after} begins", is_default=True)

    def estimate(self, server_url: str) -> Estimate | None:
        """None until the server has finished a render for this project."""
        seconds = self._project.store.jobs.durations(server_url)
        return Estimate(median(seconds), len(seconds)) if seconds else None

    def chosen(self, scene: Scene, version: Version, path: Path) -> SeedChoice:
        """A picture file as seed frame. Raises MediaError, WrongUse for a wrong size."""
        picture = self._regeneration.seed_frame(scene, version, str(path)).picture
        return SeedChoice(str(path), picture, path.name)

    def earlier(self, scene: Scene, sequence_index: int) -> tuple[EarlierSeed, ...]:
        """The last frames before the segment, in the order they play; none before the first.

        Decodes them on the calling thread. Raises NotFound, MediaError.
        """
        found = self._regeneration.seed_frames.candidates(scene, sequence_index, keeps=False)
        if not found:
            return ()
        before = self._project.current(scene, sequence_index - 1)
        name = f"segment {sequence_index} v{before.number}"
        return tuple(
            EarlierSeed(
                SeedChoice(
                    one.choice, None, _earlier(one.back, name), one.scene_frame, one.preview
                ),
                one.back,
                one.sharpness,
                one.similarity,
            )
            for one in reversed(found)
        )

    def own_frame(self, version: Version, number: int) -> PlainPicture:
        """A frame of the version, from 0, to be looked at. Decodes; raises MediaError."""
        return self._regeneration.seed_frames.shown(version, number)

    def kept_told(self, scene: Scene, request: RegenerationRequest) -> str:
        """What `request.from_frame` comes to, for people; empty where all is rendered.

        Queues nothing. May ask a server what its nodes take. Raises as `SegmentWorkflows.prepare`.
        """
        kept = self._workflows.prepare(scene, request).kept
        return f"{kept.told}." if kept is not None else ""

    def _seeds(self, scene: Scene, version: Version) -> tuple[tuple[SeedChoice, ...], str]:
        try:
            seed = self._regeneration.seed_frame(scene, version, "current")
        except RestitchError as error:
            return (), str(error)
        now = SeedChoice("current", seed.picture, "Start image of the scene")
        if version.sequence_index > 0:
            before = self._project.current(scene, version.sequence_index - 1)
            frames = self._project.segment_ranges(scene)[before.sequence_index]
            told = f"Last frame of segment {before.sequence_index + 1} v{before.number}"
            now = SeedChoice("current", seed.picture, told, frames.stop - 1)
        original = version.seed_frame
        if original is None or original.hash == seed.picture.hash:
            return (now,), ""
        return (now, SeedChoice("original", original, self._origin(version))), ""

    def _origin(self, version: Version) -> str:
        if version.seed_from_version_id is None:
            return f"What v{version.number} was generated from"
        source = self._project.store.versions.get(version.seed_from_version_id)
        return f"Last frame of segment {source.sequence_index + 1} v{source.number}"


def _earlier(back: int, name: str) -> str:
    if back == 0:
        return f"Last frame of {name}"
    return f"{'1 frame' if back == 1 else f'{back} frames'} before the last one of {name}"
