from __future__ import annotations

from itertools import pairwise
from statistics import median

import numpy as np
import pytest

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.boundary import measure_boundary
from restitch_app.analysis.flow import FlowEstimator, mean_length_px
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.ssim import ssim
from tests.analysis.material import REAL_CLIPS, luma, lumas, moving_texture, real_clip

FRAMES = lumas(moving_texture(30))


def test_the_seam_is_measured_against_ten_pairs_a_side() -> None:
    found = measure_boundary(FRAMES[:15], FRAMES[15:])
    around = [ssim(left, right) for left, right in pairwise(FRAMES[4:15])]
    around += [ssim(left, right) for left, right in pairwise(FRAMES[15:26])]
    assert len(around) == 20
    assert found.ssim == ssim(FRAMES[14], FRAMES[15])
    assert found.natural is not None
    assert found.natural.median == median(around)
    assert (found.natural.low, found.natural.high) == (min(around), max(around))
    assert not found.is_repeat


def test_a_shot_that_goes_on_stays_inside_its_natural_range() -> None:
    found = measure_boundary(FRAMES[:15], FRAMES[15:])
    assert found.natural is not None
    assert found.natural.low - 0.02 <= found.ssim <= found.natural.high + 0.02


def test_a_seed_frame_shown_twice_is_a_repeat_although_its_ssim_is_perfect() -> None:
    found = measure_boundary(FRAMES[:15], FRAMES[14:])
    assert found.ssim == 1.0
    assert found.is_repeat
    assert found.repeat <= 1.54  # where the channel saturates


def test_a_jump_is_no_repeat() -> None:
    found = measure_boundary(FRAMES[:12], FRAMES[18:])
    assert found.natural is not None
    assert found.ssim < found.natural.low
    assert found.repeat == 0.0


def test_nothing_repeats_in_a_still_scene() -> None:
    still = [FRAMES[0]] * 12
    found = measure_boundary(still, still)
    assert found.ssim == 1.0
    assert not found.is_repeat


def test_two_single_frames_have_no_natural_range() -> None:
    found = measure_boundary(FRAMES[:1], FRAMES[1:2])
    assert found.natural is None
    assert found.repeat == 0.0


def test_one_side_of_a_single_frame_is_judged_by_the_other() -> None:
    found = measure_boundary(FRAMES[:1], FRAMES[:12])
    assert found.is_repeat


@pytest.mark.parametrize(("before", "after"), [([], FRAMES[:2]), (FRAMES[:2], [])])
def test_a_side_without_frames_is_refused(before: list[Gray], after: list[Gray]) -> None:
    with pytest.raises(ValueError, match="each side"):
        measure_boundary(before, after)


def test_flow_finds_the_length_and_the_direction_of_a_slide() -> None:
    left, right = FRAMES[0], lumas(moving_texture(1, first=4))[0]  # slid 6 px to the left
    flow = FlowEstimator().backward(left, right)
    assert flow.shape == (90, 120, 2)
    assert mean_length_px(flow) == pytest.approx(6.0, abs=0.5)
    assert float(np.median(flow[..., 0])) == pytest.approx(6.0, abs=0.3)


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_real_clips_go_on_without_a_repeat_and_a_doubled_frame_is_one(name: str) -> None:
    frames = [to_analysis_size(luma(frame)) for frame in real_clip(name, 27)]
    assert not measure_boundary(frames[:13], frames[13:]).is_repeat
    assert measure_boundary(frames[:13], frames[12:]).is_repeat
