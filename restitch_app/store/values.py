"""What callers hand in for a new row, and what the audit trail hands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from restitch_app.domain.bindings import InputName
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.jobs import BridgeSpan
from restitch_app.domain.versions import Lineage, Picture

Parameters = Mapping[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A finished result whose file is safe on disk. The store gives it its number."""

    scene_id: int
    sequence_index: int
    file: str
    """Relative to the project folder, with forward slashes; so are the pictures'."""
    file_sha256: str
    file_bytes: int
    facts: ClipFacts
    first_frame: Picture | None
    last_frame: Picture | None
    """None only for a failed result without readable frames."""
    frame_index: bytes | None = None
    """The clip's index of presentation times; opaque here."""
    is_current: bool = False
    previous_segment_id: int | None = None
    regeneration_count: int = 0
    seed_frame: Picture | None = None
    seed_from_version_id: int | None = None
    lineage: Lineage = Lineage.KNOWN
    parameters: Parameters = field(default_factory=dict)
    prompt: Mapping[str, object] | None = None
    """The workflow as it was sent, or as it was found in the clip."""
    editor: Mapping[str, object] | None = None
    """The workflow in the editor's format, where the clip had it in that one only."""
    hand_off: Picture | None = None
    end_frame: Picture | None = None
    end_from_version_id: int | None = None
    workflow_id: int | None = None
    workflow_name: str = ""
    workflow_shape: str = ""
    server_url: str = ""
    failure: str | None = None
    take: int = 1
    request_id: str | None = None
    job_id: int | None = None
    """Recording the same job's result twice gives the first row back."""
    kept_frames: int = 0
    kept_from_version_id: int | None = None
    seed_back: int = 0
    """See `Version`."""


@dataclass(frozen=True, slots=True)
class NewJob:
    """One take to be made. (request_id, take) names it: adding it twice gives the same job."""

    request_id: str
    take: int
    takes: int
    scene_id: int
    sequence_index: int
    server_url: str
    """`domain.servers.ANY_SERVER`: the least busy that can run it is chosen when one is free."""
    previous_segment_id: int | None
    """None for a place that has no version yet."""
    regeneration_count: int
    seed_hash: str
    seed_file: str
    parameters: Parameters
    prompt: Mapping[str, object]
    output_node: str
    before_version_id: int | None = None
    seed_from_version_id: int | None = None
    prompt_id: str | None = None
    end_frame_hash: str | None = None
    end_frame_file: str | None = None
    end_from_version_id: int | None = None
    uploads: Mapping[str, tuple[InputName, ...]] = field(default_factory=dict)
    hand_off_node: str | None = None
    workflow_id: int | None = None
    workflow_name: str = ""
    workflow_shape: str = ""
    bridge: BridgeSpan | None = None
    """Given for a bridge only."""
    run_id: int | None = None
    priority: int = 0
    kept_frames: int = 0
    kept_from_version_id: int | None = None
    seed_back: int = 0
    """See `JobRecord`."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit trail: who decided what, about which rows."""

    id: int
    at: str
    actor: str
    kind: str
    version_id: int | None
    join: tuple[int, int] | None
    """(left version, right version)."""
    job_id: int | None
    detail: Mapping[str, object]
