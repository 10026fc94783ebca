"""What a service changed, so that each screen can decide what to draw again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    segments: frozenset[int] = frozenset()
    """Sequence indices whose versions, verdicts or flags changed."""
    boundaries: frozenset[int] = frozenset()
    """Sequence index of the left segment of each changed boundary."""
    jobs: bool = False
    scene: bool = False
    """Facts of the whole scene or project changed: reload everything."""

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.segments | other.segments,
            self.boundaries | other.boundaries,
            self.jobs or other.jobs,
            self.scene or other.scene,
        )
