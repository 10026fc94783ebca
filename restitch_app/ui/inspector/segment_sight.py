"""What there is to see of a segment and of the versions that are compared, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.inspector.quality_rows import Judged, QualityRow, quality_rows
from restitch_app.ui.state.review_state import Compare

if TYPE_CHECKING:
    from restitch_app.services.project.segment_details import SegmentDetails


@dataclass(frozen=True)
class SegmentSight:
    details: SegmentDetails
    current: Version
    pair: Compare
    """What the players compare; it may be of another segment."""
    damage: Mapping[int, Damage]
    """By version id: whose clip is not as it was recorded."""

    @cached_property
    def _compared(self) -> tuple[Version | None, Version]:
        by_id = {version.id: version for version in self.details.versions}
        a, b = self.pair
        if a in by_id and b in by_id and a != b:
            return by_id[a], by_id[b]
        return None, by_id.get(self.current.id, self.current)

    @property
    def a(self) -> Version | None:
        """None where nothing is compared."""
        return self._compared[0]

    @property
    def b(self) -> Version:
        """The current version where nothing is compared."""
        return self._compared[1]

    @property
    def bad(self) -> Version | None:
        """Of the versions in view, the one that cannot be played; B comes first."""
        shown = (one for one in (self.b, self.a) if one is not None)
        return next((one for one in shown if one.id in self.damage), None)

    @property
    def other(self) -> Version | None:
        """What "Back to" goes to: what the current version replaced, else the next usable one."""
        whole = (one for one in self.details.versions if one.id not in self.damage)
        usable = [one for one in whole if one.can_play]
        others = [one for one in usable if one.id != self.current.id]
        for one in others:
            if one.id == self.current.previous_segment_id:
                return one
        return others[0] if others else None

    def quality(self) -> tuple[QualityRow, ...]:
        """The table of quality checks, a row for each."""
        return quality_rows(self._judged(self.a) if self.a else None, self._judged(self.b))

    @property
    def heads(self) -> tuple[str, str]:
        """Of the table's columns."""
        if self.a is None:
            return "", f"v{self.b.number}"
        return f"A v{self.a.number}", f"B v{self.b.number}"

    @property
    def score(self) -> str:
        """ "Score 54 → 88"; empty where there is none."""
        shown = (one for one in (self.a, self.b) if one is not None and one.id not in self.damage)
        told = " → ".join(f"{one.score:.0f}" for one in shown if one.score is not None)
        return f"Score {told}" if told else ""

    def _judged(self, version: Version) -> Judged:
        sides = self.details.boundaries.get(version.id)
        before, after = (sides.before, sides.after) if sides else (None, None)
        report = self.details.reports.get(version.id)
        return Judged(version, report, before, after, self.damage.get(version.id))
