"""How many boundaries limits judge as what, in the words of the settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from restitch_app.domain.boundaries import (
    SEEN_AS,
    Boundary,
    BoundaryPolicy,
    judge_boundary,
)

Counts = tuple[int, ...]
"""As `SEEN_AS`; cuts and what is not measured are in none."""


def counts_under(boundaries: Sequence[Boundary], policy: BoundaryPolicy) -> Counts:
    """Decodes nothing: the stored figures are judged."""
    found = Counter(
        judge_boundary(one.left_index, one.join, policy).boundary_class for one in boundaries
    )
    return tuple(found[one] for one in SEEN_AS)


def preview_line(then: Counts, now: Counts) -> str:
    """Like "With these limits: 2 visible, 1 borderline, 6 smooth (now 3, 0, 6)"."""
    told = ", ".join(f"{count} {word}" for count, word in zip(then, SEEN_AS.values(), strict=True))
    was = ", ".join(map(str, now))
    return f"With these limits: {told} (now {was})" if then != now else f"With these limits: {told}"
