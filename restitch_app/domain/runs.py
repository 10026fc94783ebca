"""Runs along the chain: a generation or a cascade, and what comes next in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from restitch_app.domain.jobs import JobProblem, JobState

Parameters = Mapping[str, str | int | float | bool]


class RunKind(StrEnum):
    GENERATION = "generation"
    """Segments that do not exist yet, at the end of a scene."""
    CASCADE = "cascade"
    """A new version of each segment downstream that rests on a frame which changed."""


class RunState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    """Waits for a person; the reason is in its row."""
    DONE = "done"
    STOPPED = "stopped"
    """Ended by itself at a failed gate, as it was asked to."""
    CANCELLED = "cancelled"
    """Ended by a person."""

    @property
    def is_open(self) -> bool:
        return self in (RunState.RUNNING, RunState.PAUSED)


class FailedGate(StrEnum):
    """What a run does where a take fails a quality check."""

    PAUSE = "pause"
    STOP = "stop"
    GO_ON = "go_on"


class SeedRule(StrEnum):
    RANDOM = "random"
    """A new one for each take."""
    FIXED = "fixed"
    """The same for each segment."""
    INCREMENT = "increment"
    """One more for each take of each segment."""


@dataclass(frozen=True, slots=True)
class RunWishes:
    """Everything that was chosen for a run; nothing is asked again later."""

    parameters: Parameters = field(default_factory=dict)
    """For every segment, as in a `RegenerationRequest`."""
    each: Mapping[int, Parameters] = field(default_factory=dict)
    """By sequence index, over `parameters`: prompts above all."""
    seed_rule: SeedRule = SeedRule.RANDOM
    seed: int = 0
    """Where the rule begins; nothing to a random one."""
    takes: int = 1
    """For each segment."""
    server_url: str | None = None
    """As in a `RegenerationRequest`."""
    workflow_id: int | None = None
    """As in a `RegenerationRequest`; of a new place, None is the one before it's, else the
    scene's."""
    on_failed_gate: FailedGate = FailedGate.PAUSE

    def parameters_at(self, sequence_index: int) -> Parameters:
        return {**self.parameters, **self.each.get(sequence_index, {})}

    def seeds_at(self, sequence_index: int, first_index: int) -> tuple[int, ...]:
        """One for each take; none where each gets a random one.

        `first_index`: where the run began, so that going on from any place gives the same seeds.
        """
        if self.seed_rule is SeedRule.RANDOM or "seed" in self.parameters_at(sequence_index):
            return ()
        if self.seed_rule is SeedRule.FIXED:
            return (self.seed,) * self.takes
        start = self.seed + (sequence_index - first_index) * self.takes
        return tuple(range(start, start + self.takes))


@dataclass(frozen=True, slots=True)
class RunRecord:
    id: int
    scene_id: int
    kind: RunKind
    state: RunState
    first_index: int
    """Sequence index where it began."""
    stop_index: int
    """One beyond the last segment that it may reach."""
    at_index: int
    """The segment it is at; where it ended, one beyond the last that it made."""
    request_id: str | None
    """Of the takes that were asked for there; None while none were."""
    wishes: RunWishes
    reason: JobProblem | None
    """Why it paused or ended; None while it goes on."""
    created_at: str
    created_by: str
    updated_at: str
    ended_at: str | None

    @property
    def made(self) -> int:
        """Segments that it has gone past, those included that needed nothing."""
        return self.at_index - self.first_index

    @property
    def left(self) -> int:
        """Segments that it did not get to; once it is done, those that it saved."""
        return self.stop_index - self.at_index


class Step(StrEnum):
    """What comes next in a run."""

    WAIT = "wait"
    ASK = "ask"
    """Ask for the takes of the segment it is at."""
    USE = "use"
    """Make the best take current although it failed a check, and go on after it."""
    ADVANCE = "advance"
    """Go to the next segment that needs it, or end."""
    PAUSE = "pause"
    STOP = "stop"


class Why(StrEnum):
    """Why a run pauses or stops."""

    LOST = "lost"
    FAILED = "failed"
    CANCELLED = "cancelled"
    GATE = "gate"
    UNUSABLE = "unusable"
    CHOOSE = "choose"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Take:
    """One job of the run's present request, and what came of it."""

    state: JobState
    is_usable: bool = False
    """It made a version that can play in its place."""
    passes: bool = False
    """And that passed its checks, or was only warned about."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides what comes next."""

    state: RunState
    takes: tuple[Take, ...]
    """Of the present request; empty before it was asked for."""
    is_placed: bool
    """Another version plays there than when the request was made."""
    placed_passes: bool
    """That version passed its checks, or was only warned about."""
    is_moved: bool
    """The frame before is not, or no longer, what was rendered from."""
    asks: bool
    """The project leaves it to a person which take becomes current."""
    on_failed_gate: FailedGate


@dataclass(frozen=True, slots=True)
class Next:
    step: Step
    why: Why | None = None
    """Of PAUSE and STOP."""


WAITS = Next(Step.WAIT)


def next_step(look: Look) -> Next:
    """The whole rule: nothing else moves a run, but for a person.

    Nothing is asked for while takes are on their way, and nothing after a place before a version
    that plays there is what the next one can be made from.
    """
    if look.state is not RunState.RUNNING or any(take.state.is_open for take in look.takes):
        return WAITS
    if not look.takes:
        return Next(Step.ASK)
    if look.is_placed:
        return _after_placed(look)
    return _without_version(look)


def _after_placed(look: Look) -> Next:
    if look.is_moved:
        return Next(Step.PAUSE, Why.MOVED)
    if not look.placed_passes and look.on_failed_gate is not FailedGate.GO_ON:
        return _at_gate(look.on_failed_gate)
    if look.asks:
        return Next(Step.PAUSE, Why.CHOOSE)
    return Next(Step.ADVANCE)


def _without_version(look: Look) -> Next:
    made = [take for take in look.takes if take.state is JobState.DONE]
    if not made:
        return Next(Step.PAUSE, _why_nothing(look.takes))
    if not any(take.is_usable for take in made):
        is_stop = look.on_failed_gate is FailedGate.STOP
        return Next(Step.STOP if is_stop else Step.PAUSE, Why.UNUSABLE)
    if look.is_moved:
        return Next(Step.PAUSE, Why.MOVED)
    if look.asks:
        return Next(Step.PAUSE, Why.CHOOSE)
    if any(take.passes for take in made):  # it was left a candidate: somebody used another one
        return Next(Step.PAUSE, Why.CHOOSE)
    if look.on_failed_gate is FailedGate.GO_ON:
        return Next(Step.USE)
    return _at_gate(look.on_failed_gate)


def _at_gate(on_failed_gate: FailedGate) -> Next:
    return Next(Step.STOP if on_failed_gate is FailedGate.STOP else Step.PAUSE, Why.GATE)


def _why_nothing(takes: Sequence[Take]) -> Why:
    states = {take.state for take in takes}
    if JobState.LOST in states:
        return Why.LOST
    return Why.FAILED if JobState.FAILED in states else Why.CANCELLED


def next_index(
    kind: RunKind, at_index: int, stop_index: int, stale: Sequence[int] | frozenset[int]
) -> int:
    """Where a run goes from `at_index`; `stop_index` where it has come to its end.

    A cascade leaves out what is not stale: where a new last frame is the same picture as the old
    one, or the end was held to what follows, nothing after it has to be made anew.
    """
    if kind is RunKind.GENERATION:
        return at_index + 1
    after = [index for index in stale if at_index < index < stop_index]
    return min(after, default=stop_index)
