from __future__ import annotations

import numpy as np
import pytest

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.natural import Natural, natural_ssim
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.ssim import ssim
from restitch_app.smoothing import reextract as module
from restitch_app.smoothing.block_ssim import block_ssim
from restitch_app.smoothing.reextract import Reextraction, reextract, step_cost
from tests.analysis.material import REAL_CLIPS, luma, lumas, moving_texture, real_clip

FRAMES = lumas(moving_texture(60))


def natural(*runs: list[Gray]) -> Natural:
    found = natural_ssim(*runs)
    assert found is not None
    return found


def exhaustive(left: list[Gray], right: list[Gray], usual: Natural) -> Reextraction:
    """The same definition with every pair measured exactly."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PARTLY_MEASURED_PAIRS", len(left) * len(right))
        return reextract(left, right, usual)


def test_a_shot_that_goes_on_is_left_as_it_is() -> None:
    left, right = FRAMES[:12], FRAMES[12:24]
    found = reextract(left, right, natural(left, right))
    assert (found.trim_left, found.trim_right) == (0, 0)
    assert found.ssim == ssim(left[-1], right[0])


@pytest.mark.parametrize("count", [1, 2, 5])
def test_frames_shown_twice_are_left_out(count: int) -> None:
    left, right = FRAMES[:24], FRAMES[24 - count : 48]
    found = reextract(left, right, natural(left, right))
    assert found.trim_left + found.trim_right == count


def test_re_extraction_raises_ssim_where_the_right_side_finds_its_place_late() -> None:
    astray = [np.roll(frame, -40, axis=1) for frame in FRAMES[40:43]]
    left, right = FRAMES[:24], [*astray, *FRAMES[24:45]]
    found = reextract(left, right, natural(left, right))
    assert (found.trim_left, found.trim_right) == (0, 3)
    assert found.ssim > ssim(left[-1], right[0]) + 0.1


def test_re_extraction_raises_ssim_where_the_left_side_goes_astray_at_its_end() -> None:
    astray = [np.roll(frame, -40, axis=1) for frame in FRAMES[40:42]]
    left, right = [*FRAMES[:22], *astray], FRAMES[22:46]
    found = reextract(left, right, natural(left, right))
    assert (found.trim_left, found.trim_right) == (2, 0)
    assert found.ssim > ssim(left[-1], right[0]) + 0.1


@pytest.mark.parametrize("start", [20, 22, 24, 26, 30])
def test_ranking_finds_what_measuring_every_pair_finds(start: int) -> None:
    left, right = FRAMES[:24], FRAMES[start : start + 24]
    usual = natural(left, right)
    assert reextract(left, right, usual) == exhaustive(left, right, usual)


@pytest.mark.parametrize(
    ("name", "start"), list(zip(REAL_CLIPS, [14, 16, 19, 14, 16, 19, 16], strict=True))
)
def test_ranking_finds_what_measuring_every_pair_finds_on_real_clips(name: str, start: int) -> None:
    frames = [to_analysis_size(luma(frame), 180) for frame in real_clip(name, 33)]
    left, right = frames[:16], frames[start : start + 14]
    usual = natural(left, right)
    assert reextract(left, right, usual) == exhaustive(left, right, usual)


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_re_extraction_raises_ssim_on_real_clips_that_meet_late(name: str) -> None:
    frames = [to_analysis_size(luma(frame)) for frame in real_clip(name, 33)]
    astray = [np.ascontiguousarray(frame[:, ::-1]) for frame in frames[29:32]]
    left, right = frames[:12], [*astray, *frames[12:24]]
    usual = natural(left, frames[12:24])
    found = reextract(left, right, usual)
    assert found.trim_right >= 3
    assert found.ssim > ssim(left[-1], right[0])


def test_a_single_frame_a_side_has_one_answer() -> None:
    found = reextract(FRAMES[:1], FRAMES[1:2], Natural(0.9, 0.02, 0.85, 0.95, 20))
    assert (found.trim_left, found.trim_right) == (0, 0)


def test_a_side_without_frames_is_refused() -> None:
    with pytest.raises(ValueError, match="each side"):
        reextract([], FRAMES[:3], Natural(0.9, 0.02, 0.85, 0.95, 20))


def test_too_similar_costs_as_well_as_too_different() -> None:
    usual = Natural(0.80, 0.02, 0.75, 0.90, 20)
    assert step_cost(0.85, usual, 0) == 0
    assert step_cost(0.70, usual, 0) == pytest.approx(0.10)
    assert step_cost(1.00, usual, 0) == pytest.approx(0.07)
    assert step_cost(0.85, usual, 4) == pytest.approx(0.006)


def test_block_ssim_is_that_of_every_block_on_its_own() -> None:
    left, right = FRAMES[0], FRAMES[3]
    scores = []
    for row in range(0, 176, 8):
        for column in range(0, 240, 8):
            x = left[row : row + 8, column : column + 8].astype(float)
            y = right[row : row + 8, column : column + 8].astype(float)
            covariance = ((x - x.mean()) * (y - y.mean())).mean()
            likeness = (2 * x.mean() * y.mean() + 6.5025) * (2 * covariance + 58.5225)
            level = x.mean() ** 2 + y.mean() ** 2 + 6.5025
            scores.append(likeness / (level * (x.var() + y.var() + 58.5225)))
    found = block_ssim([left, FRAMES[1]], [FRAMES[2], right])
    assert found.shape == (2, 2)
    assert float(found[0, 1]) == pytest.approx(float(np.mean(scores)), abs=1e-4)
