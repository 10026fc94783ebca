from __future__ import annotations

import weakref

import numpy as np
import pytest

from restitch_app.analysis.acceptance import Acceptance, Judgement
from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.channels import Channel
from restitch_app.analysis.flow import dis_flow, farneback_flow
from restitch_app.analysis.sharpness import detail_energy
from tests.analysis.seams import (
    HEIGHT_PX,
    brighter,
    clipped,
    left,
    moved,
    pictures,
    right,
    softened,
)


def acceptance(after: list[Rgb]) -> tuple[Acceptance, list[Rgb]]:
    before = left()
    return Acceptance(before, after, height=HEIGHT_PX), before


def cross_faded(before: list[Rgb], after: list[Rgb], frames: int) -> tuple[list[Rgb], list[Rgb]]:
    first, last = list(before), list(after)
    for j in range(frames):
        weight = (frames - j) / (2 * frames + 1)
        first[-1 - j] = clipped((1 - weight) * before[-1 - j] + weight * after[0])
        last[j] = clipped((1 - weight) * after[j] + weight * before[-1])
    return first, last


def test_leaving_a_continuous_shot_alone_is_restored_and_harms_nothing() -> None:
    after = right()
    judge, before = acceptance(after)
    found = judge.judge(before, after)
    assert judge.visibility_before == found.visibility == 0
    assert found.sharpness_loss == 0
    assert found.restored
    assert not found.harmed
    assert found.passes_gate
    assert found.inside_natural
    assert found.curve == judge.measures.ssim_curve
    assert found.ssim == found.curve[found.seam_index] == judge.measures.ssim


def test_a_colour_step_left_alone_is_neither_restored_nor_improved_nor_harmed() -> None:
    after = brighter(right(), 8)
    judge, before = acceptance(after)
    found = judge.judge(before, after)
    assert judge.visibility_before == pytest.approx(found.visibility)
    assert found.visibility > 2
    assert found.worst is Channel.COLOUR
    assert (found.restored, found.improved, found.harmed, found.passes_gate) == (0, 0, 0, 1)


def test_taking_a_colour_step_away_restores() -> None:
    after = brighter(right(), 8)
    judge, before = acceptance(after)
    found = judge.judge(before, right())
    assert found.restored
    assert found.improved
    assert found.visibility == 0


def test_moving_the_step_elsewhere_in_the_window_does_not_help() -> None:
    after = brighter(right(), 8)
    judge, before = acceptance(after)
    found = judge.judge(before, right()[:5] + after[5:])
    assert found.curve[found.seam_index] > 0.5
    assert not found.improved


def test_a_dip_of_similarity_anywhere_beside_the_seam_is_told() -> None:
    after = brighter(right(), 8)
    judge, before = acceptance(after)
    assert judge.judge(before, right()).dip == 0
    natural = judge.baseline.ssim
    assert natural is not None
    found = judge.judge(before, [*right()[:3], *moved(right()[3:4], 0, 9), *after[4:]])
    assert found.curve[found.seam_index] > natural.low
    assert found.dip == pytest.approx(natural.low - 0.02 - min(found.curve))
    assert found.dip > 0.05


def test_a_cross_fade_of_moving_content_is_told_as_harm_although_ssim_rises() -> None:
    after = moved(right(), 0, 6)
    judge, before = acceptance(after)
    found = judge.judge(*cross_faded(before, after, 4))
    assert found.ssim > judge.measures.ssim + 0.1
    assert found.sharpness_loss > 0.10
    assert found.harmed
    assert not found.passes_gate


def test_sharpness_loss_is_the_new_drop_below_the_poorer_side() -> None:
    after = right()
    judge, before = acceptance(after)
    soft = softened([after[3]], 0.6)
    found = judge.judge(before, [*after[:3], *soft, *after[4:]])
    details = [detail_energy(picture.luma) for picture in pictures([*before, *after])]
    usual = min(np.median(details[8:12]), np.median(details[12:16]))
    drop_before = max(0.0, max(1 - detail / usual for detail in details[1:23]))
    drop = 1 - detail_energy(pictures(soft)[0].luma) / usual
    assert found.sharpness_loss == pytest.approx(drop - drop_before, rel=1e-6)


def test_dropping_the_repeated_frame_restores_although_a_side_is_shorter() -> None:
    after = right(-1)
    judge, before = acceptance(after)
    assert judge.visibility_before > 0.25
    assert judge.judge(before, after[1:]).restored


def test_only_pairs_that_changed_are_measured_again() -> None:
    calls = []

    def counted(one: Gray, other: Gray) -> Floats:
        calls.append(1)
        return dis_flow(one, other)

    before, after = left(), brighter(right(), 8)
    judge = Acceptance(before, after, flow=counted, height=HEIGHT_PX)
    assert len(calls) == 23
    judge.judge(before, after)
    assert len(calls) == 23
    judge.judge(before, [*right()[:2], *after[2:]])
    assert len(calls) == 26


def test_the_second_estimator_agrees() -> None:
    before, after = left(), brighter(right(), 8)
    judge = Acceptance(before, after, flow=farneback_flow, height=HEIGHT_PX)
    assert judge.visibility_before > 2
    assert judge.judge(before, right()).restored


def test_single_frames_can_be_judged_but_have_no_range() -> None:
    judge = Acceptance(left()[-1:], right()[:1], height=HEIGHT_PX)
    found = judge.judge(left()[-1:], right()[:1])
    assert found.inside_natural is None
    assert not found.harmed


def verdict(before: float, after: float, loss: float) -> Judgement:
    return Judgement(before, after, Channel.COLOUR, loss, 0.9, True, (0.9,), 0)


@pytest.mark.parametrize(
    ("before", "after", "loss", "labels"),
    [
        (2.0, 0.25, 0.10, (True, True, False, True)),
        (2.0, 0.26, 0.10, (False, True, False, True)),
        (2.0, 1.0, 0.0, (False, True, False, True)),
        (2.0, 1.01, 0.0, (False, False, False, True)),
        (2.0, 2.01, 0.0, (False, False, False, False)),
        (2.0, 2.26, 0.0, (False, False, True, False)),
        (2.0, 0.0, 0.11, (False, False, True, False)),
        (0.0, 0.2, 0.0, (True, True, False, False)),
    ],
)
def test_the_labels_are_those_of_section_7(
    before: float, after: float, loss: float, labels: tuple[bool, bool, bool, bool]
) -> None:
    found = verdict(before, after, loss)
    assert (found.restored, found.improved, found.harmed, found.passes_gate) == labels


def test_a_judged_frame_is_not_held() -> None:
    after = right()
    judge, before = acceptance(after)
    treated = brighter(after, 2)
    judge.judge(before, treated)
    frame = weakref.ref(treated[0])
    del treated
    assert frame() is None
