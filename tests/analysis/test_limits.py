from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from restitch_app.analysis.limits import (
    Call,
    propose_limits,
)
from restitch_app.domain.boundaries import HIGHEST_LIMIT, LOWEST_LIMIT
from restitch_app.domain.seams import Channel

DEFAULT: Mapping[Channel, float] = {}


def false_alarm(channel: Channel, score: float) -> Call:
    return Call({channel: score}, was_flagged=True, is_visible=False)


def missed(channel: Channel, score: float) -> Call:
    return Call({channel: score}, was_flagged=False, is_visible=True)


def test_nothing_is_proposed_without_calls_or_when_all_were_right() -> None:
    right = [Call({Channel.COLOUR: 3.0}, was_flagged=True, is_visible=True)] * 9
    for calls in ([], right):
        proposal = propose_limits(calls, DEFAULT)
        assert proposal.changes == ()
        assert set(proposal.limits.values()) == {1.0}


def test_two_false_alarms_may_be_chance_three_raise_the_limit_just_above_them() -> None:
    alarms = [false_alarm(Channel.MOTION, 1.2), false_alarm(Channel.MOTION, 1.31)]
    assert propose_limits(alarms, DEFAULT).changes == ()
    proposal = propose_limits([*alarms, false_alarm(Channel.MOTION, 1.1)], DEFAULT)
    (change,) = proposal.changes
    assert (change.channel, change.before, change.after) == (Channel.MOTION, 1.0, 1.35)
    assert (change.false_alarms_gone, change.seams_found, change.newly_wrong) == (3, 0, 0)
    assert proposal.limits[Channel.MOTION] == 1.35
    assert proposal.limits[Channel.COLOUR] == 1.0


def test_three_missed_seams_lower_the_limit_of_the_channel_that_shows_them_most() -> None:
    calls = [
        Call({Channel.COLOUR: score, Channel.SHARP: 0.3}, was_flagged=False, is_visible=True)
        for score in (0.72, 0.8, 0.9)
    ]
    (change,) = propose_limits(calls, DEFAULT).changes
    assert (change.channel, change.after) == (Channel.COLOUR, 0.7)
    assert (change.false_alarms_gone, change.seams_found, change.newly_wrong) == (0, 3, 0)


def test_a_price_is_told() -> None:
    calls = [false_alarm(Channel.SHARP, 1.5)] * 4
    calls.append(Call({Channel.SHARP: 1.2}, was_flagged=True, is_visible=True))
    (change,) = propose_limits(calls, DEFAULT).changes
    assert change.after == 1.55
    assert change.false_alarms_gone == 4
    assert change.newly_wrong == 1


def test_false_alarms_of_another_channel_do_not_count() -> None:
    """Three boundaries were flagged for colour; one of them was high in motion as well."""
    calls = [
        Call({Channel.COLOUR: 1.4, Channel.MOTION: motion}, was_flagged=True, is_visible=False)
        for motion in (0.1, 0.2, 1.3)
    ]
    assert [change.channel for change in propose_limits(calls, DEFAULT).changes] == [Channel.COLOUR]


def test_no_channel_is_made_blind() -> None:
    proposal = propose_limits([false_alarm(Channel.MOTION, 9.0)] * 20, DEFAULT)
    assert proposal.changes == ()
    proposal = propose_limits([false_alarm(Channel.MOTION, 2.49)] * 20, DEFAULT)
    assert proposal.limits[Channel.MOTION] == HIGHEST_LIMIT


SCORES = st.floats(0, 4)
CALLS = st.lists(
    st.builds(
        Call,
        st.dictionaries(st.sampled_from([Channel.COLOUR, Channel.MOTION]), SCORES, min_size=1),
        st.booleans(),
        st.booleans(),
    ),
    max_size=12,
)


@given(CALLS, SCORES)
def test_one_more_false_alarm_never_lowers_and_one_more_missed_seam_never_raises_a_limit(
    calls: list[Call], score: float
) -> None:
    channel = Channel.COLOUR
    before = propose_limits(calls, DEFAULT).limits[channel]
    assert propose_limits([*calls, false_alarm(channel, score)], DEFAULT).limits[channel] >= before
    assert propose_limits([*calls, missed(channel, score)], DEFAULT).limits[channel] <= before


@given(CALLS)
def test_proposals_stay_within_bounds_and_never_make_more_mistakes(calls: list[Call]) -> None:
    proposal = propose_limits(calls, DEFAULT)
    assert all(LOWEST_LIMIT <= limit <= HIGHEST_LIMIT for limit in proposal.limits.values())
    for change in proposal.changes:
        assert change.false_alarms_gone + change.seams_found > change.newly_wrong
