"""Limits that fit a project: what reviewers called wrong, turned into a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from restitch_app.domain.boundaries import HIGHEST_LIMIT, JUST_VISIBLE, LOWEST_LIMIT
from restitch_app.domain.seams import Channel

STEPS = 20
"""Limits are proposed in steps of 0.05."""
GRID = tuple(
    step / STEPS for step in range(round(LOWEST_LIMIT * STEPS), round(HIGHEST_LIMIT * STEPS) + 1)
)
"""Every limit that is ever proposed: 0.50, 0.55 ... 2.50."""

FEWEST_WRONG = 3
"""Wrong calls of one kind on one channel before anything is proposed; fewer may be chance."""


@dataclass(frozen=True, slots=True)
class Call:
    """A boundary that a reviewer has judged."""

    channels: Mapping[Channel, float]
    """Scores in units of V's yellow limit: it is flagged from a channel's own limit on."""
    was_flagged: bool
    """Yellow or red by the limits of that time."""
    is_visible: bool
    """What the reviewer says."""

    @property
    def is_misjudged(self) -> bool:
        """No limit of a channel speaks for it: flagged though nothing is seen, or seen and not
        flagged. Yellow where red would be right is not, see `domain.calls.BoundaryCall.is_wrong`.
        """
        return self.was_flagged != self.is_visible


@dataclass(frozen=True, slots=True)
class LimitChange:
    channel: Channel
    before: float
    after: float
    false_alarms_gone: int
    """Calls that this channel flags and the reviewer does not see, and it no longer would."""
    seams_found: int
    """Visible ones that this channel missed, and it no longer would."""
    newly_wrong: int
    """Calls that were right on this channel and no longer would be: the price."""


@dataclass(frozen=True, slots=True)
class Proposal:
    limits: Mapping[Channel, float]
    """Of every channel, changed or not."""
    changes: tuple[LimitChange, ...]
    """Empty where nothing is proposed."""


def propose_limits(calls: Sequence[Call], limits: Mapping[Channel, float]) -> Proposal:
    """The limits that fewest calls speak against, each channel for itself.

    A channel that `limits` does not name has JUST_VISIBLE. A limit changes only after three wrong
    calls that speak for the direction, stays within 0.5 and 2.5, and among equally good ones is the
    nearest to what it was. Monotone: one more false alarm never lowers a limit, one more missed
    seam never raises it.
    """
    current = {channel: limits.get(channel, JUST_VISIBLE) for channel in Channel}
    proposed = dict(current)
    changes = []
    for channel in Channel:
        change = _change(channel, calls, current)
        if change:
            changes.append(change)
            proposed[channel] = change.after
    return Proposal(proposed, tuple(changes))


def _change(
    channel: Channel, calls: Sequence[Call], current: Mapping[Channel, float]
) -> LimitChange | None:
    limit = current[channel]
    # What is not visible speaks against every channel that is high; what is visible only for the
    # one that shows it most, or each of the others would have to find it too.
    fine = [call for call in calls if not call.is_visible and channel in call.channels]
    seen = [call for call in calls if call.is_visible and _main(call.channels, current) == channel]
    after = _nearest_best(_scores(fine, channel), _scores(seen, channel), limit)
    raised = after > limit
    wrong = sum(
        call.is_misjudged and (call.channels[channel] >= limit) == raised
        for call in (fine if raised else seen)
    )
    if after == limit or wrong < FEWEST_WRONG:
        return None
    alarms = _between(fine, channel, limit, after)
    visible = _between(seen, channel, limit, after)
    return LimitChange(
        channel,
        before=limit,
        after=after,
        false_alarms_gone=alarms if raised else 0,
        seams_found=0 if raised else visible,
        newly_wrong=visible if raised else alarms,
    )


def _nearest_best(fine: Sequence[float], seen: Sequence[float], limit: float) -> float:
    """A fixed grid, not edges between the scores: one more score then moves the best one way."""

    def mistakes(candidate: float) -> int:
        alarms = sum(score >= candidate for score in fine)
        return alarms + sum(score < candidate for score in seen)

    return min(
        (limit, *GRID),
        key=lambda candidate: (mistakes(candidate), abs(candidate - limit), candidate),
    )


def _main(channels: Mapping[Channel, float], limits: Mapping[Channel, float]) -> Channel | None:
    if not channels:
        return None
    return max(channels, key=lambda channel: channels[channel] / limits[channel])


def _scores(calls: Sequence[Call], channel: Channel) -> list[float]:
    return [call.channels[channel] for call in calls]


def _between(calls: Sequence[Call], channel: Channel, one: float, other: float) -> int:
    low, high = min(one, other), max(one, other)
    return sum(low <= score < high for score in _scores(calls, channel))
