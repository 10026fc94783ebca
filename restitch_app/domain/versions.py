"""Recorded results of a segment, and the scene they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from restitch_app.domain.boundaries import BoundaryPolicy, Continuity
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.quality import QualityLimits, Verdict
from restitch_app.domain.servers import ANY_SERVER


class Lineage(StrEnum):
    KNOWN = "known"
    """Restitch handed the seed frame over itself."""
    ASSUMED = "assumed"
    """Imported: taken to rest on the last frame of the clip before it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored PNG; `hash` is over its size and pixels, not over the file."""

    hash: str
    file: str
    """Relative to the project folder."""


@dataclass(frozen=True, slots=True)
class Version:
    """One row of `segments`; light enough to hold a whole scene of them."""

    id: int
    scene_id: int
    sequence_index: int
    number: int
    """v1, v2, ... within the segment."""
    is_current: bool
    previous_segment_id: int | None
    regeneration_count: int
    stale_root_index: int | None
    """None: not stale. Its own index: seed changed. A smaller one: follows that segment."""
    boundary_ssim_before: float | None
    boundary_ssim_after: float | None
    file: str
    file_sha256: str
    file_bytes: int
    facts: ClipFacts
    seed_frame: Picture | None
    seed_from_version_id: int | None
    lineage: Lineage
    first_frame: Picture | None
    last_frame: Picture | None
    """None only for a result without readable frames, kept as a failed candidate."""
    parameters: Mapping[str, str | int | float | bool]
    """What was asked for or read from the clip, by binding name."""
    verdict: Verdict | None
    """None until QA ran."""
    score: float | None
    failure: str | None
    """Why the result cannot be used at all (truncated, wrong size); None for a usable one."""
    approved_upstream: str | None
    """See `domain.staleness`; None while not approved."""
    take: int
    request_id: str | None
    """None for imported clips."""
    created_at: str
    purged_at: str | None
    needs_work: bool = False
    """A reviewer's verdict; approval takes it back."""
    hand_off: Picture | None = None
    """The last frame as the model made it, before any encoder: seeds the next segment. None where
    the server could not save it; then `last_frame`, decoded from the clip, does."""
    end_frame: Picture | None = None
    """What its end was held to; None where it was not pinned."""
    end_from_version_id: int | None = None
    workflow_id: int | None = None
    """The project's workflow that its prompt is of; None where there is none, or no longer."""
    workflow_name: str = ""
    workflow_shape: str = ""
    server_url: str = ""
    """Where it was rendered; empty for an imported clip."""
    work_reason: str = ""
    """Why it needs work, as the reviewer put it; may be empty."""
    judged_by: str = ""
    """Who approved it or says that it needs work; empty where nobody did, or nobody kept it."""
    judged_at: str = ""
    """UTC, ISO 8601; empty as `judged_by`."""
    kept_frames: int = 0
    """So many first frames are those of another version, the rest was rendered after them."""
    kept_from_version_id: int | None = None
    removed_at: str | None = None
    """When its segment was taken out of the scene, in the version that played there."""
    seed_back: int = 0
    """The seed frame lies so many frames before the last one of the version it is of."""

    @property
    def is_stale(self) -> bool:
        return self.stale_root_index is not None

    @property
    def can_play(self) -> bool:
        """It fits its scene, and its file was not purged."""
        return self.failure is None and self.purged_at is None

    @property
    def is_seed_chosen(self) -> bool:
        """Made from a picture that somebody chose, not from the last frame of a version.

        It is stale (seed changed) from the start, by lineage; but no frame was replaced.
        """
        is_ours = self.request_id is not None and self.seed_frame is not None
        return is_ours and self.seed_from_version_id is None and self.sequence_index > 0

    @property
    def next_seed(self) -> Picture | None:
        """What the next segment is generated from: the nearest to the model that there is."""
        return self.hand_off or self.last_frame

    @property
    def is_approved(self) -> bool:
        return self.approved_upstream is not None


@dataclass(frozen=True, slots=True)
class Scene:
    id: int
    name: str
    rate: Fraction
    width: int
    height: int
    workflow_id: int | None = None
    """For segments whose clips carry no workflow of their own."""
    start_image: Picture | None = None
    """What segment 1 of a generated scene is made from, of any size; None for imported clips."""


def is_misfit(version: Version, scene: Scene) -> bool:
    """Whether it was refused, and a copy in the scene's size and rate could be made of it."""
    facts = version.facts
    if version.failure is None or version.purged_at is not None or version.last_frame is None:
        return False
    return (facts.width, facts.height, facts.rate) != (scene.width, scene.height, scene.rate)


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    name: str
    boundary_policy: BoundaryPolicy = field(default_factory=Continuity)
    analysis_height: int = 360
    becomes_current: BecomesCurrent = BecomesCurrent.WHEN_QA_PASSES
    trim_repeats: bool = True
    """Leave out a repeated seed frame when a join is first measured."""
    quality: QualityLimits = field(default_factory=QualityLimits)
    """What quality checks of results from now on are judged by."""
    server_url: str = ANY_SERVER
    """Where new jobs go; as nobody chose one, to the least busy server of the list."""
