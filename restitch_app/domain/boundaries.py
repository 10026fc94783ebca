"""How a measured boundary is judged under the project's policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from restitch_app.domain.joins import Decision, Join, JoinMeasures
from restitch_app.domain.seams import Cause, Channel

JUST_VISIBLE = 1.0
"""Limit of a measure that nobody has set: its scores are scaled so that it is the right one."""
LOWEST_LIMIT, HIGHEST_LIMIT = 0.5, 2.5
"""A measure is made more or less sensitive, never blind: a plain seam scores 3 and more."""
LARGEST_VERDICT = 10.0
"""Above any V that yellow or red could sensibly begin at."""


class BoundaryClass(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


SEEN_AS: Mapping[BoundaryClass, str] = MappingProxyType(
    {
        BoundaryClass.RED: "visible",
        BoundaryClass.YELLOW: "borderline",
        BoundaryClass.GREEN: "smooth",
    }
)
"""What each class says somebody sees who watches the boundary; worst first."""


class BoundaryType(StrEnum):
    """What the right side was made from; each type can have limits of its own."""

    CHAINED = "chained"
    """Generated from the last frame on the left, known or (of imported clips) assumed."""
    OTHER = "other"
    """Anything else: another seed frame, a scene made of takes of different chains."""


@dataclass(frozen=True, slots=True)
class PlainSsim:
    """Policy "plain SSIM": red below the threshold, yellow within the band above it."""

    threshold: float = 0.85
    band: float = 0.08

    def classify(self, ssim: float) -> BoundaryClass:
        if ssim < self.threshold:
            return BoundaryClass.RED
        if ssim < self.threshold + self.band:
            return BoundaryClass.YELLOW
        return BoundaryClass.GREEN


@dataclass(frozen=True, slots=True)
class Limits:
    """Of the verdict V, for one type of boundary."""

    yellow: float = JUST_VISIBLE
    red: float = 2.0
    channels: Mapping[Channel, float] = field(default_factory=dict, hash=False)
    """The score that counts as just visible, where another one was set: above JUST_VISIBLE the
    channel is taken more lightly, below it more seriously."""

    def of(self, channel: Channel) -> float:
        return self.channels.get(channel, JUST_VISIBLE)

    def verdict(self, scores: Mapping[Channel, float]) -> float:
        """The largest score, each against its own limit; 0 without scores."""
        return max((score / self.of(channel) for channel, score in scores.items()), default=0.0)

    def classify(self, verdict: float) -> BoundaryClass:
        if verdict >= self.red:
            return BoundaryClass.RED
        return BoundaryClass.YELLOW if verdict >= self.yellow else BoundaryClass.GREEN

    def with_channels(self, channels: Mapping[Channel, float]) -> Limits:
        """Those at JUST_VISIBLE are left out: two sets of limits that judge alike are equal."""
        kept = {channel: limit for channel, limit in channels.items() if limit != JUST_VISIBLE}
        return replace(self, channels=kept)


@dataclass(frozen=True, slots=True)
class Continuity:
    """Policy "continuity": judged by the verdict V against the scene's own motion (seams.md 3)."""

    chained: Limits = field(default_factory=Limits)
    other: Limits = field(default_factory=Limits)
    few_frames: PlainSsim = field(default_factory=PlainSsim)
    """Judges where too few frames say what is natural."""

    def limits(self, boundary_type: BoundaryType) -> Limits:
        return self.chained if boundary_type is BoundaryType.CHAINED else self.other

    def with_limits(self, boundary_type: BoundaryType, limits: Limits) -> Continuity:
        if boundary_type is BoundaryType.CHAINED:
            return replace(self, chained=limits)
        return replace(self, other=limits)

    def verdict(self, measures: JoinMeasures, boundary_type: BoundaryType) -> float | None:
        """V against this project's limits; None where too few frames say what is natural."""
        found = measures.treated
        if found is None or found.verdict is None:
            return None
        return self.limits(boundary_type).verdict(found.channels)

    def classify(self, measures: JoinMeasures, boundary_type: BoundaryType) -> BoundaryClass | None:
        """None where only an older measure looked at it. Two shots that meet are always red."""
        if measures.treated is None:
            return None
        if measures.treated.is_cut:
            return BoundaryClass.RED
        verdict = self.verdict(measures, boundary_type)
        if verdict is None:
            return self.few_frames.classify(measures.ssim)
        return self.limits(boundary_type).classify(verdict)


BoundaryPolicy: TypeAlias = Continuity | PlainSsim


def plain_limits(policy: BoundaryPolicy) -> PlainSsim:
    """Those of plain SSIM, whichever policy judges now."""
    return policy if isinstance(policy, PlainSsim) else policy.few_frames


@dataclass(frozen=True, slots=True)
class Boundary:
    """The place between segments `left_index` and `left_index + 1`, as things stand now."""

    left_index: int
    join: Join
    boundary_class: BoundaryClass | None
    """None while unchecked, and for a cut."""
    needs_smoothing: bool = False
    """By the policy alone; an accepted boundary keeps its value and its need."""
    verdict: float | None = None
    """V against the project's limits; None under plain SSIM, unchecked, and with few frames."""

    @property
    def label(self) -> str:
        return f"{self.left_index + 1}|{self.left_index + 2}"

    @property
    def ssim(self) -> float | None:
        return self.join.measures.ssim if self.join.measures else None

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Why it is seen as it will be exported, biggest first; empty where nothing is."""
        return self.join.measures.causes if self.join.measures else ()

    @property
    def boundary_type(self) -> BoundaryType:
        return type_of(self.join)

    @property
    def is_cut(self) -> bool:
        """Declared to be one."""
        return self.join.decision is Decision.CUT

    @property
    def is_open(self) -> bool:
        """Red, and nobody has decided to leave it so."""
        return self.boundary_class is BoundaryClass.RED and self.join.decision is None


def type_of(join: Join) -> BoundaryType:
    return BoundaryType.CHAINED if join.is_chained else BoundaryType.OTHER


def judge_boundary(left_index: int, join: Join, policy: BoundaryPolicy) -> Boundary:
    if join.measures is None or join.decision is Decision.CUT:
        return Boundary(left_index, join, None)
    if isinstance(policy, PlainSsim):
        found = policy.classify(join.measures.ssim)
        return Boundary(left_index, join, found, found is BoundaryClass.RED)
    kind = type_of(join)
    judged = policy.classify(join.measures, kind)
    return Boundary(
        left_index,
        join,
        judged,
        needs_smoothing=judged in (BoundaryClass.YELLOW, BoundaryClass.RED),
        verdict=policy.verdict(join.measures, kind),
    )
