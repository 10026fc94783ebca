"""Scores of the seam itself: channels and their witnesses, against what natural pairs score.

A limit that fits calm shots is too low where similarity goes up and down by itself, and one that
fits restless shots is too high for all others. So the seam is asked two things: does it reach the
limit, and does it score higher than the pairs around it? The limit may then be lower than one that
has to answer both. Judging a remedy (section 7 of seams.md) uses plain scores instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from restitch_app.analysis.blockwise import detail_change, unrest
from restitch_app.analysis.channels import SEAM_REACH, Baseline, Channel, score
from restitch_app.analysis.natural import FULL_PAIRS
from restitch_app.analysis.overall import overall_step, usual_steps
from restitch_app.analysis.standstill import standstill
from restitch_app.analysis.window import SeamWindow

PairScore = Callable[[int], float | None]

LIMIT_SHARE = 0.83
"""Of the limits of section 3; on the clips it was chosen on .82 to .85 flag the same."""
AHEAD = 1.1
"""Times what a natural pair scores: where two values take turns, half of the pairs score alike."""
MOST_BY_BLOCK = 1.9  # a sensitive witness, so yellow at most: red needs a step of the whole picture
MOST_STILL = 1.54  # where the repeat of section 3 ends as well: a repeat alone is yellow

DETAIL_CHANGE = 0.175  # log2, of the median block
UNREST = 0.48  # log2, of the upper quartile of the blocks
STILL = 2.0  # log2: a quarter of the calmest natural motion


def seam_scores(window: SeamWindow, baseline: Baseline) -> dict[Channel, float]:
    """Every channel that is known at the seam; never below 0.

    The score of a channel over AHEAD times the second largest that natural pairs have on it (one
    odd pair is no habit of the shot, two are; the largest where there are few), or over LIMIT_SHARE
    where that is more. Then what the channel's witnesses say, where they say more.
    """
    found = {}
    for channel in Channel:
        of_pair = partial(score, window, baseline, channel=channel)
        value = _standing_out(window, of_pair, SEAM_REACH.get(channel, 0))
        if value is not None:
            found[channel] = max(0.0, value)
    for channel, value in _witnesses(window, baseline):
        if channel in found and value is not None:
            found[channel] = max(found[channel], value)
    return found


def _witnesses(window: SeamWindow, baseline: Baseline) -> Iterator[tuple[Channel, float | None]]:
    for channel, of_pair in (
        (Channel.DETAIL, partial(_detail, window, baseline)),
        (Channel.ALIGN, partial(_unrest, window, baseline)),
    ):
        value = _standing_out(window, of_pair, SEAM_REACH.get(channel, 0))
        yield channel, None if value is None else min(value, MOST_BY_BLOCK)
    steps = usual_steps(window, window.natural)
    yield Channel.COLOUR, _standing_out(window, partial(overall_step, window, steps), 0)
    still = standstill(window)
    yield Channel.REPEAT, None if still is None else min(still / STILL, MOST_STILL)


def _standing_out(window: SeamWindow, of_pair: PairScore, reach: int) -> float | None:
    """`reach`: pairs up to so far off the seam feel it and are not natural."""
    across = of_pair(window.seam)
    if across is None:
        return None
    apart = [t for t in window.natural if abs(t - window.seam) > reach]
    others = sorted(value for t in apart if (value := of_pair(t)) is not None)
    usual = others[-2 if len(others) >= FULL_PAIRS else -1] if others else 0.0
    return across / max(LIMIT_SHARE, AHEAD * usual)


def _detail(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    """A texture that is invented anew or coded worse changes in every block at once."""
    usual = baseline.detail_change
    if usual is None:
        return None
    return usual.score(detail_change(window, t) - usual.median, DETAIL_CHANGE, 2.1)


def _unrest(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    """A jump that the mean over the picture does not show, for parts of it always move a lot."""
    usual, found = baseline.unrest, unrest(window, baseline.block_jumps_px, t)
    if usual is None or found is None:
        return None
    return usual.score(found - usual.median, UNREST, 2.0)
