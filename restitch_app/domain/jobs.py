"""Work for a ComfyUI server, as the project remembers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from restitch_app.domain.bindings import InputName
from restitch_app.domain.splices import is_removed


class JobState(StrEnum):
    QUEUED = "queued"
    UPLOADING = "uploading"
    SUBMITTED = "submitted"
    RUNNING = "running"
    DOWNLOADING = "downloading"
    CHECKING = "checking"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LOST = "lost"
    """The server no longer knows the prompt; waits for "Submit again"."""

    @property
    def is_open(self) -> bool:
        """Still wants to be worked on by whoever holds the project."""
        return self not in _ENDED


class JobKind(StrEnum):
    REGENERATE = "regenerate"
    """Makes a version of a segment."""
    BRIDGE = "bridge"
    """Makes the frames around a boundary anew; see `BridgeSpan`."""


_ENDED = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.LOST})


class BecomesCurrent(StrEnum):
    """The project's policy for finished renders."""

    WHEN_QA_PASSES = "when_qa_passes"
    ALWAYS = "always"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class RegenerationRequest:
    """Everything a reviewer chose for one regeneration; nothing is asked again later."""

    sequence_index: int
    parameters: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    """By binding name (seed, cfg, steps, prompt, ...) or "NODE.input"."""
    takes: int = 1
    seed_frame: str = "current"
    """current, original, -K for the frame K before the last one before the segment, or the path of
    a picture."""
    server_url: str | None = None
    """None: the project's own. `domain.servers.ANY_SERVER`: the least busy that can run it."""
    workflow_id: int | None = None
    """A workflow of the project; None: the version's own, else the scene's."""
    is_new_place: bool = False
    """The place after the last segment: a version is made where none plays yet."""
    seeds: tuple[int, ...] = ()
    """One for each take; empty: random ones, or what `parameters` say."""
    pin_end: bool | None = None
    """Hold the end to the first frame of the next segment's current version. None: where the
    workflow takes an end frame and a segment follows."""
    from_frame: int | None = None
    """Keep the frames of the current version before this one (from 0), which is the seed frame."""


@dataclass(frozen=True, slots=True)
class BridgeRequest:
    """New frames for a boundary, between a frame before it and one after it."""

    left_index: int
    """Sequence index of the segment before the boundary."""
    window: int | None = None
    """Frames on each side that are made anew; None: the usual number, or as many as there are."""
    parameters: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    """As in a `RegenerationRequest`."""
    server_url: str | None = None
    """As in a `RegenerationRequest`."""
    workflow_id: int | None = None
    """None: the segments' own where it takes both pictures, else the first of the project's that
    does, else the one that comes with Restitch."""
    again: bool = False
    """Also where the same frames are there already or being made."""


@dataclass(frozen=True, slots=True)
class BridgeSpan:
    """Which frames a bridge stands for, and what came of it."""

    key: str
    """Of the join as it was asked for: other frames meeting there give another key."""
    left_id: int
    right_id: int
    window: int
    """As it was asked for, frames on each side."""
    left_frames: int
    """How many of the left's last frames are made anew; the start picture is the one before."""
    right_frames: int
    """The same of the right's first frames; the end picture is the one after."""
    length: int
    """Frames asked of the workflow, both pictures included."""
    file: str = ""
    """The checked result, relative to the project folder; empty until it is there."""
    frames: int = 0
    """Frames in it."""


@dataclass(frozen=True, slots=True)
class JobProblem:
    """Why a job waits, failed or was lost; worded for people."""

    code: str
    title: str
    detail: str
    hint: str


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One take's or bridge's way through a server. A row that is written before each outside
    effect.

    Its prompt, tens of kilobytes, is asked for by itself where it is sent.
    """

    id: int
    request_id: str
    """Shared by the takes of one request."""
    take: int
    """From 1."""
    takes: int
    scene_id: int
    sequence_index: int
    """Of the segment; of a bridge, of the one before the boundary."""
    state: JobState
    server_url: str
    prompt_id: str | None
    """Chosen here, stored before submission."""
    previous_segment_id: int | None
    """The version that was current when this was asked for; None for a place without one."""
    regeneration_count: int
    before_version_id: int | None
    """Current at the position before when this was asked for; None for segment 1."""
    seed_from_version_id: int | None
    seed_hash: str
    seed_file: str
    parameters: Mapping[str, str | int | float | bool]
    output_node: str
    output: Mapping[str, str] | None
    """filename, subfolder and type on the server, once it has finished."""
    result_segment_id: int | None
    stage: str
    done: int
    total: int
    waiting_since: str | None
    """ISO time since when the server has not answered; None while it does."""
    problem: JobProblem | None
    cancel_requested: bool
    created_at: str
    updated_at: str
    end_frame_hash: str | None = None
    """Of the picture that its end is held to; None where it is not pinned."""
    end_frame_file: str | None = None
    end_from_version_id: int | None = None
    """Whose first frame that picture is."""
    uploads: Mapping[str, tuple[InputName, ...]] = field(default_factory=dict)
    """Where the names of uploaded pictures go: "seed_frame", and "end_frame" where it is pinned.
    Empty for a job of an older Restitch."""
    hand_off_node: str | None = None
    """The node that saves the last frame as a picture; None where none could be added."""
    hand_off_output: Mapping[str, str] | None = None
    """As `output`, for that picture."""
    workflow_id: int | None = None
    workflow_name: str = ""
    workflow_shape: str = ""
    any_server: bool = False
    """Asked of any server: while `server_url` is empty none was chosen yet, and until its prompt
    may have been taken it can still go to another."""
    kind: JobKind = JobKind.REGENERATE
    bridge: BridgeSpan | None = None
    """Of a bridge only."""
    run_id: int | None = None
    """The run that asked for it; None where a person did."""
    priority: int = 0
    """Smaller goes first among jobs that have not begun: a person's own before a run's."""
    kept_frames: int = 0
    """So many first frames of `kept_from_version_id` are kept; the render follows them."""
    kept_from_version_id: int | None = None
    seed_back: int = 0
    """The seed frame lies so many frames before the last one of the version it is of."""

    @property
    def name(self) -> str:
        """What it is about: "Segment 5" or "Bridge 5|6"."""
        if is_removed(self.sequence_index):
            return "A removed segment"
        number = self.sequence_index + 1
        if self.kind is JobKind.BRIDGE:
            return f"Bridge {number}|{number + 1}"
        return f"Segment {number}"
