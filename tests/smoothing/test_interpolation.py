from __future__ import annotations

import numpy as np
import pytest

from restitch_app.analysis.ssim import ssim
from restitch_app.smoothing.interpolation import between, bridged, resampled, torn_share
from restitch_app.smoothing.seam import Reach
from restitch_app.smoothing.workspace import Workspace
from tests.analysis.material import REAL_CLIPS, luma, real_clip
from tests.smoothing.material import continuous, redder


def test_half_way_between_two_frames_lies_the_one_between() -> None:
    left, _ = continuous()
    found = between(left[0], left[2], 0.5, Workspace())
    assert ssim(luma(found), luma(left[1])) > 0.85
    assert ssim(luma(left[0]), luma(left[1])) < 0.7


def test_a_bridge_leads_from_one_anchor_to_the_other() -> None:
    left, right = continuous()
    tail, head = bridged(left, [np.zeros_like(right[0]), *right[1:]], Reach(1, 1), Workspace())
    # The black frame at the boundary is replaced: what is seen comes from the anchors alone.
    assert ssim(luma(tail[0]), luma(left[-1])) > 0.8
    assert ssim(luma(head[0]), luma(right[0])) > 0.8


def test_a_bridge_over_one_side_leaves_the_other() -> None:
    left, right = continuous()
    tail, head = bridged(left, right, Reach(0, 2), Workspace())
    assert (len(tail), len(head)) == (0, 2)


def test_no_bridge_between_different_things() -> None:
    left, right = continuous()
    other = [np.ascontiguousarray(frame[::-1, ::-1]) for frame in right]
    with pytest.raises(ValueError, match="different"):
        bridged(left, other, Reach(2, 2), Workspace())


def test_another_light_is_no_other_thing() -> None:
    left, right = continuous()
    workspace = Workspace()
    apart = torn_share(left[-1], right[0], workspace)
    assert torn_share(left[-1], redder(right)[0], workspace) < apart + 0.02


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_neighbours_in_a_shot_show_the_same_things(name: str) -> None:
    frames = real_clip(name, 6)
    assert torn_share(frames[4], frames[5], Workspace()) < 0.1


def test_a_run_shown_in_more_frames_keeps_its_ends_and_its_pace() -> None:
    left, _ = continuous()
    found = resampled(left[:5], 9, Workspace())
    assert found[0] is left[0]
    assert found[2] is left[1]
    assert found[8] is left[4]
    assert len(found) == 9


@pytest.mark.parametrize(("frames", "count"), [(1, 4), (4, 1)])
def test_a_single_frame_cannot_be_stretched(frames: int, count: int) -> None:
    left, _ = continuous()
    with pytest.raises(ValueError, match="cannot show"):
        resampled(left[:frames], count, Workspace())
