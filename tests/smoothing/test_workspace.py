from __future__ import annotations

import weakref

import numpy as np
import pytest

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.flow import dis_flow
from restitch_app.smoothing.fields import mean_length_px
from restitch_app.smoothing.recipes import BY_NAME, render
from restitch_app.smoothing.workspace import Workspace
from tests.smoothing.material import continuous, redder


class CountedFlow:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, left: Gray, right: Gray) -> Floats:
        self.calls += 1
        return dis_flow(left, right)


def test_a_flow_is_estimated_once_for_all_recipes() -> None:
    left, right = continuous()
    right = redder(right)
    flow = CountedFlow()
    workspace = Workspace(flow=flow)
    render(BY_NAME["residual_fade"], left, right, workspace)
    once = flow.calls
    render(BY_NAME["residual_fade"], left, right, workspace)
    render(BY_NAME["flow_morph_head"], left, right, workspace)
    assert flow.calls <= once + 6


def test_the_first_step_of_a_chain_is_shared_with_other_chains() -> None:
    left, right = continuous()
    right = redder(right)
    workspace = Workspace()
    alone = render(BY_NAME["colour_ramp"], left, right, workspace)
    chain = render(BY_NAME["colour_ramp+sharpness_ramp"], left, right, workspace)
    assert chain.reaches[0] == alone.reaches[0]
    again = render(BY_NAME["colour_ramp"], left, right, workspace)
    assert all(a is b for a, b in zip(alone.right_frames, again.right_frames, strict=True))


@pytest.mark.parametrize("name", ["colour_ramp", "flow_morph"])
def test_what_is_told_of_the_motion_after_a_remedy_is_what_would_be_found(name: str) -> None:
    left, right = continuous()
    right = redder([np.roll(frame, -4, axis=1) for frame in right])
    workspace = Workspace()
    result = render(BY_NAME[name], left, right, workspace)
    assert result.touched_right >= 3
    first, second = result.right_frames[:2]
    told, found = workspace.flow(first, second), Workspace().flow(first, second)
    inside = (slice(8, -8), slice(8, -8))
    assert mean_length_px((told - found)[inside]) < 0.25


def test_pictures_too_small_for_a_flow_stand_still() -> None:
    tiny = [np.full((40, 40, 3), 100 + 10 * number, np.uint8) for number in range(6)]
    assert mean_length_px(Workspace().flow(tiny[0], tiny[1])) == 0
    result = render(BY_NAME["residual_fade"], tiny[:3], tiny[3:], Workspace())
    assert result.left_frames[0].shape == (40, 40, 3)


def test_what_is_known_of_a_picture_goes_with_it() -> None:
    workspace = Workspace()
    kept, dropped = continuous()[0][:2]
    dropped = dropped.copy()
    known = weakref.ref(workspace.flow(kept, dropped))
    of_the_kept = weakref.ref(workspace.luma(kept))
    assert known() is not None
    del dropped
    assert known() is None
    assert of_the_kept() is not None


def test_frames_of_a_remedy_that_no_chain_begins_with_are_not_held() -> None:
    left, right = continuous()
    workspace = Workspace()
    ended = render(BY_NAME["sharpness_ramp+flow_morph"], left, redder(right), workspace)
    frame = weakref.ref(ended.right_frames[0])
    del ended
    assert frame() is None


def test_a_workspace_ends_with_its_last_name() -> None:
    left, right = continuous()
    workspace = Workspace()
    render(BY_NAME["colour_ramp+flow_morph"], left, redder(right), workspace)
    ended = weakref.ref(workspace)
    del workspace
    assert ended() is None  # and does not wait for Python to look for circles
