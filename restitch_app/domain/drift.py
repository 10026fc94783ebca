"""How the look of a scene changes along its chain of segments, and where it wanders off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Quantity(StrEnum):
    """What is followed along the chain."""

    BRIGHTNESS = "brightness"
    """Mean luma, in % of full range."""
    CONTRAST = "contrast"
    """Standard deviation of luma, in % of full range."""
    CHROMA = "chroma"
    """Mean distance from gray, CIE a*b* units."""
    SHARPNESS = "sharpness"
    """log2 of fine-detail energy in squared levels: one more is twice the energy."""
    GREEN_RED = "green_red"
    """Mean a*: below 0 greener, above redder."""
    BLUE_YELLOW = "blue_yellow"
    """Mean b*: below 0 bluer, above yellower."""


METERED = (Quantity.BRIGHTNESS, Quantity.CONTRAST, Quantity.CHROMA, Quantity.SHARPNESS)
"""What the meter always shows; the tints only where they wander off."""

Tone = Mapping[Quantity, float]


@dataclass(frozen=True, slots=True)
class SegmentTone:
    """Medians over the frames of a segment that will be exported, without its patches."""

    sequence_index: int
    median: Tone
    travel: Tone
    """What its own frames move through: from their 10th to their 90th percentile."""


@dataclass(frozen=True, slots=True)
class Course:
    """One quantity along a chain without cuts."""

    quantity: Quantity
    values: tuple[float, ...]
    """Median of each segment of the chain."""
    reference: float
    """Of its first segments."""
    tolerance: float
    """Up to this far from the reference counts as natural."""
    leaves_at: int | None
    """Place in the chain, from 0, from which on it stays outside; None: it does not wander off."""

    @property
    def low(self) -> float:
        return self.reference - self.tolerance

    @property
    def high(self) -> float:
        return self.reference + self.tolerance

    @property
    def change(self) -> float:
        """Of the last segment against the reference."""
        return self.values[-1] - self.reference


@dataclass(frozen=True, slots=True)
class Chain:
    """Neighbouring segments between two cuts."""

    segments: tuple[SegmentTone, ...]
    courses: tuple[Course, ...]
    """One for each quantity; empty where the chain is too short to tell."""
    reference_count: int
    """How many of the first segments the others are compared with."""

    def course(self, quantity: Quantity) -> Course | None:
        return next((one for one in self.courses if one.quantity is quantity), None)

    @property
    def wandering(self) -> tuple[Course, ...]:
        """The earliest first."""
        leaving = [one for one in self.courses if one.leaves_at is not None]
        return tuple(sorted(leaving, key=lambda one: one.leaves_at or 0))

    def reference(self) -> Tone:
        return {one.quantity: one.reference for one in self.courses}


@dataclass(frozen=True, slots=True)
class Wander:
    """Where a quantity starts to leave."""

    sequence_index: int
    course: Course


@dataclass(frozen=True, slots=True)
class SceneDrift:
    segment_count: int
    chains: tuple[Chain, ...]

    @property
    def wanders(self) -> tuple[Wander, ...]:
        """In scene order."""
        found = [
            Wander(chain.segments[course.leaves_at].sequence_index, course)
            for chain in self.chains
            for course in chain.wandering
            if course.leaves_at is not None
        ]
        return tuple(sorted(found, key=lambda one: one.sequence_index))

    def chain_of(self, sequence_index: int) -> Chain | None:
        """None for a segment of which nothing is known yet."""
        for chain in self.chains:
            if any(one.sequence_index == sequence_index for one in chain.segments):
                return chain
        return None
