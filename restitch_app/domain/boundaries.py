"""How a measured boundary is judged under the project's policy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from restitch_app.domain.joins import Decision, Join


class BoundaryClass(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


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
class Boundary:
    """The place between segments `left_index` and `left_index + 1`, as things stand now."""

    left_index: int
    join: Join
    boundary_class: BoundaryClass | None
    """None while unchecked, and for a cut."""

    @property
    def label(self) -> str:
        return f"{self.left_index + 1}|{self.left_index + 2}"

    @property
    def ssim(self) -> float | None:
        return self.join.measures.ssim if self.join.measures else None

    @property
    def needs_smoothing(self) -> bool:
        """By the policy alone; an accepted boundary keeps its value and its need."""
        return self.boundary_class is BoundaryClass.RED

    @property
    def is_open(self) -> bool:
        """Red, and nobody has decided to leave it so."""
        return self.needs_smoothing and self.join.decision is None


def judge_boundary(left_index: int, join: Join, policy: PlainSsim) -> Boundary:
    if join.measures is None or join.decision is Decision.CUT:
        return Boundary(left_index, join, None)
    return Boundary(left_index, join, policy.classify(join.measures.ssim))
