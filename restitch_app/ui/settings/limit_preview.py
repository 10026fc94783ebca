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
from restitch_app.ui.language.translating import Verbatim, tr

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
    words = (tr(word) for word in SEEN_AS.values())
    told = Verbatim(", ".join(f"{count} {word}" for count, word in zip(then, words, strict=True)))
    was = ", ".join(map(str, now))
    if then == now:
        return tr("With these limits: {counts}", counts=told)
    return tr("With these limits: {counts} (now {before})", counts=told, before=was)
