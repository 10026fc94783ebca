"""What the boundary page and the regenerate dialog are told, over the real services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from restitch_app.analysis.difference import excess_difference
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.domain.errors import NotFound, WrongUse
from restitch_app.domain.jobs import JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.pictures import read_png, write_png
from restitch_app.services.boundaries.heat_map import heat_scale
from restitch_app.services.boundaries.pictures import PAIRS_A_SIDE
from restitch_app.services.workbench import Workbench
from tests.services.scenes import SIZE, Picture, panned_pictures

CTX = JobContext()
SEGMENT_5 = 4


@pytest.fixture
def scene(bench: Workbench) -> Scene:
    return bench.project.scene()


@pytest.fixture
def red(bench: Workbench, scene: Scene) -> int:
    """Left index of a boundary that jumps: segment 5 was rendered anew."""
    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5, {"seed": 501}))
    bench.engine.run()
    return SEGMENT_5


def _pictures(rgb: Sequence[Picture]) -> list[SeamPicture]:
    return [SeamPicture.from_rgb(one, one.shape[0]) for one in rgb]


def test_natural_motion_does_not_glow_and_a_foreign_patch_does() -> None:
    frames = panned_pictures(0, 6, (320, 192))
    calm = excess_difference(_pictures(frames[:3]), _pictures(frames[3:]))
    spoiled = frames[3].copy()
    spoiled[40:80, 120:180] = 255 - spoiled[40:80, 120:180]
    jumped = excess_difference(_pictures(frames[:3]), _pictures([spoiled, *frames[4:]]))
    assert np.percentile(calm, 99) < 1.0
    assert jumped[25:35, 65:85].mean() > 10 * (1 + jumped[60:, :40].mean())


def test_a_jump_along_the_motion_glows_though_the_motion_does_not() -> None:
    """Six frames are missing: the picture moves on by far more than it moves from frame to frame,
    and that every frame moves excuses none of it."""
    frames = panned_pictures(0, 12, (320, 192))
    calm = excess_difference(_pictures(frames[:3]), _pictures(frames[3:6]))
    skipped = excess_difference(_pictures(frames[:3]), _pictures(frames[9:]))
    assert skipped.mean() > 1 + 10 * calm.mean()


def test_another_hue_of_the_same_brightness_glows() -> None:
    grey = np.full((128, 128, 3), 120, np.uint8)
    tinted = grey + np.array([20, -10, 0], np.int16)
    found = excess_difference(_pictures([grey] * 3), _pictures([tinted.astype(np.uint8)] * 3))
    assert found.min() > 5


def test_without_neighbours_the_whole_difference_shows() -> None:
    dark, light = (np.full((32, 32, 3), level, np.uint8) for level in (40, 100))
    whole = excess_difference(_pictures([dark]), _pictures([light]))
    assert whole == pytest.approx(np.full((16, 16), 26.1), abs=0.2)  # L* 15.2 and 42.4


def test_the_look_of_a_boundary_has_its_frames_and_the_dip(
    bench: Workbench, scene: Scene, red: int
) -> None:
    boundary = bench.boundaries.at(scene, red, CTX)
    look = bench.pictures.look(scene, red, CTX)
    assert (look.left.picture.width_px, look.left.picture.height_px) == SIZE
    assert len(look.right.picture.rgb) == SIZE[0] * SIZE[1] * 3
    assert len(look.curve) == 2 * PAIRS_A_SIDE + 1
    assert look.seam == PAIRS_A_SIDE
    assert look.curve[look.seam] == boundary.ssim
    assert look.heat.height_px == bench.project.settings().analysis_height
    with pytest.raises(NotFound):
        bench.pictures.look(scene, 9, CTX)


def test_the_preview_plays_the_frames_around_the_boundary(
    bench: Workbench, scene: Scene, red: int
) -> None:
    join = bench.boundaries.at(scene, red, CTX).join
    shown = bench.pictures.preview(join, 6, CTX)
    assert len(shown) == 12
    assert len({picture.rgb for picture in shown}) == 12


def test_the_colours_of_the_scale_go_from_dark_to_light() -> None:
    scale = heat_scale(8)
    assert len(scale) == 8
    assert sum(scale[0]) < 30
    assert sum(scale[-1]) > 500


def test_a_plan_tells_seed_frame_parameters_and_impact(bench: Workbench, scene: Scene) -> None:
    plan = bench.plans.plan(scene, SEGMENT_5)
    (seed,) = plan.seeds
    assert seed.choice == "current"
    assert seed.told == "Last frame of segment 4 v1"
    assert seed.picture == bench.project.current(scene, 3).last_frame
    assert seed.scene_frame == bench.project.segment_ranges(scene)[3].stop - 1
    assert {"seed", "steps", "cfg", "prompt"} <= set(plan.parameters)
    assert plan.refusal == ""
    assert plan.estimate is None
    assert plan.impact == ("This will regenerate segment 5. Segments 6–10 may need re-checking.")


def test_a_stale_segment_offers_both_seed_frames(bench: Workbench, scene: Scene, red: int) -> None:
    plan = bench.plans.plan(scene, red + 1)
    assert plan.seed_changed
    assert [seed.choice for seed in plan.seeds] == ["current", "original"]
    assert [seed.told for seed in plan.seeds] == [
        "Last frame of segment 5 v2",
        "Last frame of segment 5 v1",
    ]


def test_a_finished_render_gives_an_estimate(bench: Workbench, scene: Scene) -> None:
    assert bench.plans.plan(scene, SEGMENT_5).estimate is None
    [job] = bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5))
    for state in ("uploading", "submitted", "running", "downloading", "checking", "done"):
        bench.project.store.jobs.move(job.id, JobState(state))
    estimate = bench.plans.plan(scene, SEGMENT_5).estimate
    assert estimate is not None
    assert estimate.runs == 1


def test_a_picture_file_can_be_the_seed_frame(
    bench: Workbench, scene: Scene, tmp_path: Path
) -> None:
    version = bench.project.current(scene, SEGMENT_5)
    picture = write_png(panned_pictures(3, 1)[0], tmp_path)
    chosen = bench.plans.chosen(scene, version, picture.path)
    assert chosen.choice == str(picture.path)
    assert chosen.checksum == picture.hash[:12]
    small = write_png(read_png(picture.path)[:32, :32].copy(), tmp_path)
    with pytest.raises(WrongUse, match="another size"):
        bench.plans.chosen(scene, version, small.path)
