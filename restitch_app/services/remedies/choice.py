"""Which of the remedies that were tried on a boundary is recommended, and their order."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.seams import Cause
from restitch_app.services.remedies.values import Candidate, Comparison, Untreated, ranked
from restitch_app.services.remedies.words import reason
from restitch_app.smoothing import choice
from restitch_app.smoothing.methods import Method

SEEN = (BoundaryClass.YELLOW, BoundaryClass.RED)


def recommended(
    boundary: Boundary, untreated: Untreated, candidates: Sequence[Candidate]
) -> Candidate | None:
    """None: leave the boundary as it is."""
    if untreated.is_cut:
        return None
    is_seen = boundary.boundary_class in SEEN
    offered = [(each, each.trial) for each in candidates if each.is_offered]
    known = [(each, trial) for each, trial in offered if trial is not None]
    if is_seen and Cause.REPEAT in untreated.causes:
        cure = cure_of_repeat([each for each, _ in known])
        if cure is not None:
            return cure
    best = choice.recommended([trial for _, trial in known], is_seen=is_seen)
    return None if best is None else known[best][0]


def compared(
    boundary: Boundary, untreated: Untreated, candidates: Sequence[Candidate]
) -> Comparison:
    """What was tried, ranked, with the one to apply at the top if there is one, and why."""
    tried = ranked(candidates)
    found = recommended(boundary, untreated, tried)
    if found is not None:  # the best, though another one may cost less
        tried = (found, *(each for each in tried if each is not found))
    told, regenerate = reason(boundary, untreated, tried, found)
    return Comparison(boundary, untreated, tried, found, told, regenerate)


def compared_with(comparison: Comparison, made: Candidate) -> Comparison:
    """The same with a bridge that ComfyUI has made, ranked among the others by the same rule.

    As it was where the bridge is of other frames than those that meet there now, or nothing was
    tried.
    """
    tried = comparison.candidates
    if comparison.untreated is None or any(each.key != made.key for each in tried):
        return comparison
    others = [each for each in tried if each.name != made.name]
    return compared(comparison.boundary, comparison.untreated, [*others, made])


def cure_of_repeat(offered: Sequence[Candidate]) -> Candidate | None:
    """What takes a repeated frame away and leaves nothing else to see; None where nothing does.

    A repeat cannot be judged by the gain in E alone: E counts from 1, or from what repeats here
    anyway, so that E0 can be next to 0 though a frame is shown twice, and no gain looks worth a
    frame. What counts is that the repeat is named before and not after, that the boundary is green
    then, and that nothing is seen anywhere in the window: a second repeat beside it is. Of those,
    dropping the repeated frame comes first, for it makes no picture anew; unless another one
    leaves plainly less to see, and then cost decides.
    """
    cures = [each for each in offered if _cures(each)]
    if not cures:
        return None
    best = min(cures, key=lambda each: each.cost or 0.0)
    drop = next((each for each in cures if each.name == Method.DROP_REPEAT), best)
    return drop if (drop.cost or 0.0) <= (best.cost or 0.0) + choice.LEAST_GAIN else best


def _cures(candidate: Candidate) -> bool:
    figures, predicted = candidate.figures, candidate.predicted
    return (
        figures is not None
        and predicted is not None
        and predicted.restored
        and Cause.REPEAT not in figures.causes
        and candidate.predicted_class is BoundaryClass.GREEN
    )
