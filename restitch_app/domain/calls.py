"""A reviewer's own verdict on a boundary: what the program's limits are compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from restitch_app.domain.boundaries import BoundaryClass, BoundaryType
from restitch_app.domain.seams import Channel


@dataclass(frozen=True, slots=True)
class BoundaryCall:
    left_id: int
    right_id: int
    says: BoundaryClass
    """What the reviewer sees: green smooth, yellow borderline, red visible."""
    shown: BoundaryClass | None
    """What the program said at that moment."""
    boundary_type: BoundaryType
    channels: Mapping[Channel, float] = field(hash=False)
    """As measured at that moment, with the treatment of that moment."""
    measure_version: int
    """Calls of an older measure say nothing of limits of this one."""
    by: str = ""
    """Empty until it is stored, and so is the next."""
    at: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether the program said something else."""
        return self.says is not self.shown
