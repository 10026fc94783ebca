"""Steps that only show block by block, in scenes where a part never rests."""

from __future__ import annotations

import numpy as np
import pytest

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.blocks import block_means
from restitch_app.analysis.blockwise import detail_change, unrest, usual_jumps
from restitch_app.analysis.channels import baseline_of
from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.seam_scores import MOST_BY_BLOCK
from restitch_app.analysis.window import SeamWindow
from restitch_app.domain.seams import Channel
from tests.analysis.seams import clipped, left, measured, moved, pictures, right


def restless(frames: list[Rgb], seed: int) -> list[Rgb]:
    """The right half flies about: each frame shows it from somewhere else."""
    random = np.random.default_rng(seed)
    half = frames[0].shape[1] // 2
    shown = []
    for frame in frames:
        picture = frame.copy()
        rows, columns = random.integers(-25, 25, 2)
        picture[:, half:] = np.roll(frame, (int(rows), int(columns)), (0, 1))[:, half:]
        shown.append(picture)
    return shown


def window(before: list[Rgb], after: list[Rgb]) -> SeamWindow:
    return SeamWindow(pictures(before), pictures(after), PairCache())


def test_means_over_a_grid_of_blocks_keep_the_shape_of_the_picture() -> None:
    picture = np.zeros((90, 120, 2), np.float32)
    picture[:5, :5] = 8
    means = block_means(picture)
    assert means.shape == (18, 24, 2)
    assert means[0, 0].tolist() == [8, 8]
    assert float(means.sum()) == 16


def test_twice_the_contrast_is_four_times_the_energy_in_every_block() -> None:
    frame = left()[-1].astype(np.float32)
    stronger = np.clip((frame - 128) * 2 + 128, 0, 255)
    calm = clipped((stronger - 128) / 2 + 128)
    found = window([calm] * 3, [clipped(stronger)] * 3)
    assert detail_change(found, 2) == pytest.approx(2, abs=0.15)
    assert detail_change(found, 1) == detail_change(found, 3) == 0


def test_a_jump_of_the_calm_half_shows_beside_a_restless_one() -> None:
    before, after = restless(left(), 1), restless(right(), 2)
    found = window(before, restless(moved(right(), 3, 2), 2))
    usual = usual_jumps(found, [t for t in found.natural if abs(t - found.seam) > 1])
    others = [unrest(found, usual, t) for t in found.natural if abs(t - found.seam) > 1]
    across = unrest(found, usual, found.seam)
    assert across is not None
    assert across > 2 * max(value for value in others if value is not None)
    jumped = measured(before, restless(moved(right(), 3, 2), 2))
    assert jumped.jerk is not None
    assert jumped.jerk_natural is not None
    assert jumped.jerk < jumped.jerk_natural.high  # the mean over the picture shows nothing
    # Far beyond what turns red elsewhere, and yet no more than yellow.
    assert jumped.channels[Channel.ALIGN] == MOST_BY_BLOCK
    assert measured(before, after).channels[Channel.ALIGN] < 1


def test_without_neighbours_nothing_is_said_of_blocks() -> None:
    found = window(left()[:1], right()[:1])
    assert baseline_of(found).unrest is None
    assert unrest(found, None, 0) is None
