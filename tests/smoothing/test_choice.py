"""What is offered and recommended, from judgements made up to lie on both sides of each limit."""

import pytest

from restitch_app.analysis.acceptance import Judgement
from restitch_app.domain.seams import Channel
from restitch_app.smoothing.choice import Refusal, Trial, ranked, recommended


def trial(
    visibility: float,
    sharpness_loss: float = 0.0,
    lost: int = 0,
    changed: int = 0,
    dip: float = 0.0,
) -> Trial:
    judgement = Judgement(
        visibility_before=2.0,
        visibility=visibility,
        worst=Channel.MOTION,
        sharpness_loss=sharpness_loss,
        ssim=0.9,
        inside_natural=True,
        curve=(0.9,),
        seam_index=0,
        dip=dip,
    )
    return Trial(judgement, lost, changed)


def test_the_least_visible_comes_first() -> None:
    trials = [trial(0.5), trial(0.1), trial(0.3)]
    assert ranked(trials) == [1, 2, 0]
    assert recommended(trials, is_seen=True) == 1


@pytest.mark.parametrize(
    ("refused", "why"),
    [(trial(2.1), Refusal.MORE_VISIBLE), (trial(0.0, sharpness_loss=0.11), Refusal.BLURS)],
)
def test_what_fails_the_gate_is_not_offered(refused: Trial, why: Refusal) -> None:
    assert refused.refusal is why
    assert ranked([refused, trial(1.9)]) == [1]


def test_five_percent_of_sharpness_are_free_and_more_costs() -> None:
    assert trial(0.1, sharpness_loss=0.05).cost == pytest.approx(0.1)
    assert trial(0.1, sharpness_loss=0.08).cost == pytest.approx(0.34)


def test_of_two_that_mend_alike_the_one_that_keeps_more_is_first() -> None:
    trials = [trial(0.1, lost=2), trial(0.1, changed=20), trial(0.1, changed=6)]
    assert ranked(trials) == [2, 1, 0]


def test_nothing_is_recommended_where_nothing_is_seen() -> None:
    assert recommended([trial(0.0)], is_seen=False) is None


def test_next_to_no_gain_is_not_worth_changing_frames() -> None:
    assert recommended([trial(1.9)], is_seen=True) is None
    assert recommended([], is_seen=True) is None
    assert ranked([trial(1.9)]) == [0]


def test_a_dip_loses_to_whatever_else_improves() -> None:
    dips, smooth = trial(0.0, dip=0.01), trial(0.6, changed=20)
    assert recommended([dips, smooth], is_seen=True) == 1
    assert ranked([dips, smooth]) == [0, 1]


def test_a_dip_is_better_than_what_hardly_helps() -> None:
    assert recommended([trial(0.0, dip=0.01), trial(1.5)], is_seen=True) == 0
    assert recommended([trial(0.0, dip=0.01)], is_seen=True) == 0
