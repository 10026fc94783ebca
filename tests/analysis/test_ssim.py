from __future__ import annotations

import math

import numpy as np
import pytest
from skimage.metrics import structural_similarity

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.psnr import is_same_picture, psnr
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.ssim import ssim
from tests.analysis.material import REAL_CLIPS, luma, lumas, moving_texture, real_clip


def by_scikit_image(left: Gray, right: Gray) -> float:
    score = structural_similarity(
        left,
        right,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        data_range=255,
    )
    return float(score)


def noise(height: int, width: int, low: int = 0, high: int = 256) -> Gray:
    return np.random.default_rng(height).integers(low, high, (height, width), dtype=np.uint8)


@pytest.mark.parametrize("height", [11, 12, 57, 58, 59, 106, 180, 361])
def test_ssim_equals_scikit_image_whatever_the_strips(height: int) -> None:
    left = noise(height, 97)
    right = np.clip(left * 0.8 + noise(height, 97, 0, 60), 0, 255).astype(np.uint8)
    assert ssim(left, right) == pytest.approx(by_scikit_image(left, right), abs=1e-6)


def test_ssim_equals_scikit_image_in_bright_flat_areas() -> None:
    left, right = noise(120, 160, 250, 256), noise(121, 160, 250, 256)[:120]
    left[60:] = right[60:] = 8
    assert ssim(left, right) == pytest.approx(by_scikit_image(left, right), abs=1e-6)


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_ssim_equals_scikit_image_on_real_clips(name: str) -> None:
    frames = [to_analysis_size(luma(frame)) for frame in real_clip(name, 12)]
    for left, right in ((0, 1), (5, 6), (0, 11)):
        expected = by_scikit_image(frames[left], frames[right])
        assert ssim(frames[left], frames[right]) == pytest.approx(expected, abs=1e-6)


def test_ssim_of_a_picture_with_itself_is_exactly_one() -> None:
    for frame in lumas(moving_texture(3)):
        assert ssim(frame, frame) == 1.0


def test_ssim_does_not_mind_which_comes_first() -> None:
    left, right = lumas(moving_texture(2))
    assert ssim(left, right) == pytest.approx(ssim(right, left), abs=1e-9)


def test_ssim_reads_views_of_larger_planes() -> None:
    left, right = lumas(moving_texture(2))
    wide = np.zeros((left.shape[0], left.shape[1] + 32), np.uint8)
    wide[:, : left.shape[1]] = left
    assert ssim(wide[:, : left.shape[1]], right) == ssim(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (noise(40, 40), noise(40, 41)),
        (noise(10, 40), noise(10, 40)),
        (np.zeros((40, 40, 3), np.uint8), np.zeros((40, 40, 3), np.uint8)),
        (np.zeros((40, 40), np.float32), np.zeros((40, 40), np.float32)),
    ],
)
def test_ssim_refuses_what_it_cannot_compare(left: Gray, right: Gray) -> None:
    with pytest.raises(ValueError, match="picture"):
        ssim(left, right)


def test_psnr_is_the_textbook_figure() -> None:
    left = noise(40, 40, 0, 200)
    assert psnr(left, left) == math.inf
    assert psnr(left, left + np.uint8(5)) == pytest.approx(20 * math.log10(255 / 5))
    with pytest.raises(ValueError, match="like"):
        psnr(left, left[:20])


def test_a_codec_keeps_it_the_same_picture_and_motion_does_not() -> None:
    first, second = moving_texture(2)
    assert is_same_picture(first, np.clip(first.astype(int) + 1, 0, 255).astype(np.uint8))
    assert not is_same_picture(first, second)
    assert not is_same_picture(first, first[:90])


@pytest.mark.parametrize(
    ("size", "expected"),
    [((720, 1280), (360, 640)), ((480, 854), (360, 640)), ((180, 240), (360, 480))],
)
def test_every_size_meets_at_the_analysis_height(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert to_analysis_size(noise(*size)).shape == expected


def test_shrinking_averages_and_a_fitting_picture_is_left_alone() -> None:
    checkers = np.zeros((720, 640), np.uint8)
    checkers[::2] = 200
    assert set(np.unique(to_analysis_size(checkers))) == {100}
    fitting = noise(360, 640)
    assert to_analysis_size(fitting) is fitting
