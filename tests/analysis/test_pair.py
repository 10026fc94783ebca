"""The figures of a pair against slow, plain code that shares nothing with them."""

from __future__ import annotations

from itertools import product
from math import hypot, log2, sqrt
from statistics import median

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter  # type: ignore[import-untyped]
from skimage.color import rgb2lab
from skimage.metrics import structural_similarity

from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.flow import HalfFlow, dis_flow, farneback_flow, warped
from restitch_app.analysis.motion import fit_affine, residual_motion
from restitch_app.analysis.natural import natural_of
from restitch_app.analysis.pair import PairCache, measure_pair
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.analysis.sharpness import detail_energy
from restitch_app.analysis.window import SeamWindow
from tests.analysis.material import moving_texture
from tests.analysis.seams import clipped, pictures, sliding

LEFT, RIGHT = sliding()[3], sliding()[5]


def no_motion(left: Gray, right: Gray) -> Floats:
    return np.zeros((*left.shape, 2), np.float32)


def test_luma_is_bt601_of_the_frame() -> None:
    picture = SeamPicture.from_rgb(LEFT, 180)
    red, green, blue = (LEFT[..., channel].astype(float) for channel in range(3))
    by_hand = np.rint(0.299 * red + 0.587 * green + 0.114 * blue)
    assert np.abs(picture.luma - by_hand).max() <= 1
    assert picture.half.shape == (90, 120)


def test_detail_energy_is_what_a_gaussian_takes_away() -> None:
    luma = SeamPicture.from_rgb(LEFT, 180).luma
    smooth = gaussian_filter(luma.astype(float), 1.0, mode="mirror", truncate=4.0)
    assert detail_energy(luma) == pytest.approx(np.mean((luma - smooth) ** 2) + 0.05, rel=1e-4)
    assert detail_energy(np.full((40, 40), 90, np.uint8)) == pytest.approx(0.05)


def test_compensated_ssim_is_the_ssim_of_the_moved_picture() -> None:
    one, other = pictures([LEFT, RIGHT])

    def three_px(left: Gray, right: Gray) -> Floats:
        flow = np.zeros((*left.shape, 2), np.float32)
        flow[..., 0] = 1.5  # half-size px: each point was 3 px further right
        return flow

    found = measure_pair(one, other, three_px)
    columns = np.minimum(np.arange(240) + 3, 239)
    by_scikit_image = structural_similarity(
        one.luma[:, columns],
        other.luma,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        data_range=255,
    )
    assert found.compensated_ssim == pytest.approx(by_scikit_image, abs=1e-6)
    assert found.motion_px == pytest.approx(3.0)
    assert found.compensated_ssim is not None
    assert found.compensated_ssim > found.ssim + 0.2


def block_means(lab: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[list[float]]:
    """5 x 5 px: 24 columns of a picture 120 px wide."""
    return [
        [float(np.mean(lab[y : y + 5, x : x + 5, axis])) for axis in range(3)]
        for y, x in product(range(0, lab.shape[0], 5), range(0, lab.shape[1], 5))
    ]


def test_colour_is_the_median_cie76_step_of_the_blocks() -> None:
    one, other = (SeamPicture.from_rgb(frame, 180) for frame in (LEFT, tint(RIGHT)))
    found = measure_pair(one, other, no_motion)
    halves = [half_by_hand(frame) for frame in (LEFT, tint(RIGHT))]
    before, after = (block_means(rgb2lab(half / 255)) for half in halves)
    steps = [[b - a for a, b in zip(p, q, strict=True)] for p, q in zip(before, after, strict=True)]
    delta_e = [sqrt(light**2 + a**2 + b**2) for light, a, b in steps]
    assert found.colour == pytest.approx(median(delta_e), abs=0.05)
    for axis in range(3):
        assert found.lab[axis] == pytest.approx(median(step[axis] for step in steps), abs=0.05)
    chroma = [hypot(*q[1:]) - hypot(*p[1:]) for p, q in zip(before, after, strict=True)]
    assert found.chroma == pytest.approx(median(chroma), abs=0.05)
    assert found.lightness == pytest.approx(median(block[0] for block in before), abs=0.1)


def tint(frame: Rgb) -> Rgb:
    return clipped(frame * np.array([1.05, 1.0, 0.92]))


def half_by_hand(frame: Rgb) -> Rgb:
    squares = frame.reshape(90, 2, 120, 2, 3).astype(float)
    return clipped(np.floor(squares.mean(axis=(1, 3)) + 0.5))


def test_motion_is_taken_out_before_colours_are_compared() -> None:
    one, other = pictures(list(moving_texture(2, speed_px=6.0)))
    assert measure_pair(one, other).colour < 0.6 * measure_pair(one, other, no_motion).colour


@pytest.mark.parametrize("flow", [dis_flow, farneback_flow])
def test_both_estimators_find_a_slide(flow: HalfFlow) -> None:
    one, other = pictures([sliding()[0], sliding()[4]])  # 6 px, 3 at half size
    found = flow(one.half, other.half)
    assert found.shape == (90, 120, 2)
    assert float(np.median(found[..., 0])) == pytest.approx(3.0, abs=0.2)
    assert float(np.median(found[..., 1])) == pytest.approx(0.0, abs=0.1)


def test_a_picture_moves_by_the_fraction_of_a_pixel_that_its_flow_says() -> None:
    ramp = np.tile(np.arange(0, 200, 2, dtype=np.float32), (20, 1))
    flow = np.full((20, 100, 2), (0.25, 0.0), np.float32)
    moved = warped(ramp, flow)
    assert moved[:, :90] == pytest.approx(ramp[:, :90] + 0.5, abs=0.07)  # 1/32 px inside


def test_residual_motion_is_what_the_formulas_say() -> None:
    generator = np.random.default_rng(3)
    before, across, after = (generator.normal(1, 2, (6, 8, 2)).astype(np.float32) for _ in range(3))
    found = residual_motion(before, across, after)
    lengths = neighbours = along = energy = own = 0.0
    for y, x in product(range(6), range(8)):
        e = [(float(before[y, x, i]) + float(after[y, x, i])) / 2 for i in range(2)]
        r = [float(across[y, x, i]) - e[i] for i in range(2)]
        lengths += hypot(*r) / 48
        neighbours += (hypot(*before[y, x]) + hypot(*after[y, x])) / 2 / 48
        along += r[0] * e[0] + r[1] * e[1]
        energy += e[0] ** 2 + e[1] ** 2
        own += r[0] ** 2 + r[1] ** 2
    assert found.jerk == pytest.approx(lengths / (neighbours + 0.5), rel=1e-5)
    assert found.missing_frames == pytest.approx(along / (energy + 0.02 * 48), rel=1e-4)
    assert found.correlation == pytest.approx(along / sqrt(own * energy), rel=1e-4)


def test_a_zoom_and_a_shift_are_fitted_past_an_object_that_moves_otherwise() -> None:
    rows, columns = np.mgrid[0:180, 0:320].astype(np.float32)
    field = np.dstack((2 + (columns - 160) / 160, -1 + (rows - 90) / 160)).astype(np.float32)
    true = float(np.hypot(field[..., 0], field[..., 1]).mean())
    field[60:110, 100:180] += 9
    found = fit_affine(field)
    assert found.length_px == pytest.approx(true, rel=0.05)
    assert found.explained > 0.8


def test_a_field_without_order_is_not_explained_by_one_shift() -> None:
    field = np.random.default_rng(4).normal(0, 2, (180, 320, 2)).astype(np.float32)
    assert fit_affine(field).explained < 0.1
    assert fit_affine(np.zeros((180, 320, 2), np.float32)).length_px == 0


def test_the_cosine_of_the_sides_is_that_of_their_mean_flows() -> None:
    shown = pictures(list(sliding()[:8]))
    generator = np.random.default_rng(5)

    def flow(left: Gray, right: Gray) -> Floats:
        return generator.normal(0.2, 1, (*left.shape, 2)).astype(np.float32)

    window = SeamWindow(shown[:4], shown[4:], PairCache(flow))
    flows = [pair.flow for pair in window.pairs if pair.flow is not None]
    left, right = (flows[1] + flows[2]) / 2, (flows[4] + flows[5]) / 2
    by_hand = float((left * right).sum()) / sqrt(float((left**2).sum() * (right**2).sum()))
    assert window.cosine(3) == pytest.approx(by_hand, abs=1e-4)


def test_sharpness_compares_four_frames_a_side() -> None:
    shown = pictures(list(moving_texture(12)))
    window = SeamWindow(shown[:6], shown[6:], PairCache(no_motion))
    before = median(picture.detail for picture in shown[2:6])
    after = median(picture.detail for picture in shown[6:10])
    assert window.sharpness(5) == pytest.approx(log2(after / before), abs=0.01)


def test_the_natural_spread_is_the_deviation_from_the_median_above_a_floor() -> None:
    values = [1.0, 1.1, 0.9, 1.3, 1.0, 0.8, 1.2, 1.0]
    found = natural_of(values, 0.15)
    assert found is not None
    deviation = median(abs(value - 1.0) for value in values)
    assert (found.median, found.low, found.high, found.pairs) == (1.0, 0.8, 1.3, 8)
    assert found.spread == pytest.approx(1.4826 * deviation + 0.15)
    assert found.score(0.6, 0.6, 2.0) == pytest.approx(min(1.0, 0.6 / found.spread / 2))


def test_with_few_pairs_the_spread_is_wider_and_with_three_nothing_is_scored() -> None:
    assert natural_of([], 0.1) is None
    six, three = natural_of([1.0] * 6, 0.3), natural_of([1.0] * 3, 0.3)
    assert six is not None
    assert six.spread == pytest.approx(0.4)
    assert three is not None
    assert three.score(5.0, 1.0, 1.0) is None


def test_pictures_of_two_sizes_are_refused() -> None:
    (one,), (other,) = pictures([LEFT], 180), pictures([LEFT], 90)
    with pytest.raises(ValueError, match="two sizes"):
        measure_pair(one, other)
    with pytest.raises(ValueError, match="does not belong"):
        SeamPicture(one.luma, LEFT)
    with pytest.raises(ValueError, match="not a luma picture"):
        SeamPicture(LEFT)


def test_the_same_picture_decoded_again_has_the_same_digest_and_another_has_not() -> None:
    one, again = pictures([LEFT, LEFT.copy()])
    assert one.digest == again.digest
    assert one.digest != pictures([RIGHT])[0].digest
    assert one.digest != SeamPicture(one.luma).digest
    sideways = SeamPicture(np.ascontiguousarray(one.luma.reshape(240, 180)))
    assert SeamPicture(one.luma).digest != sideways.digest


def test_a_flow_does_not_depend_on_what_was_measured_before_it() -> None:
    """OpenCV's estimator sets its scales for a small picture, and would keep them."""
    left, right = (SeamPicture.from_rgb(frame, 180) for frame in moving_texture(2))
    small_left, small_right = (SeamPicture.from_rgb(frame, 64) for frame in moving_texture(2))
    large, small = (
        dis_flow(left.half, right.half),
        dis_flow(small_left.half, small_right.half),
    )
    for _ in range(2):
        assert np.array_equal(dis_flow(small_left.half, small_right.half), small)
        assert np.array_equal(dis_flow(left.half, right.half), large)
