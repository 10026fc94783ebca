"""What the boundary page and the regenerate dialog are told, over the real services."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from restitch_app.domain.errors import NotFound, WrongUse
from restitch_app.domain.jobs import JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.pictures import read_png, write_png
from restitch_app.services.boundary_pictures import PAIRS_A_SIDE, excess_difference, heat_scale
from restitch_app.services.remedy_advice import cost, recommended
from restitch_app.services.smoothing import Method
from restitch_app.services.workbench import Workbench
from tests.services.scenes import SIZE, panned_pictures

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


def test_natural_motion_does_not_glow_and_a_foreign_patch_does() -> None:
    grays = [picture[..., 1].copy() for picture in panned_pictures(0, 4)]
    calm = excess_difference(grays[:2], grays[2:])
    spoiled = grays[2].copy()
    spoiled[20:40, 60:90] = 255 - spoiled[20:40, 60:90]
    jumped = excess_difference(grays[:2], [spoiled, grays[3]])
    assert np.percentile(calm, 99) < 2.0
    assert jumped[25:35, 65:85].mean() > 10 * (1 + jumped[60:, :40].mean())


def test_without_neighbours_the_whole_difference_shows() -> None:
    dark, light = (np.full((32, 32), level, np.uint8) for level in (40, 100))
    assert excess_difference([dark], [light]).mean() == pytest.approx(60, abs=0.1)


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


def test_a_fix_is_shown_before_it_is_applied(bench: Workbench, scene: Scene, red: int) -> None:
    tried = bench.smoothing.preview(scene, red, Method.BLEND, 4, CTX)
    curve = bench.pictures.curve(tried.after.join, CTX)
    assert curve.ssim[curve.seam] == tried.after.ssim
    now = bench.pictures.preview(tried.before.join, 6, CTX)
    then = bench.pictures.preview(tried.after.join, 6, CTX)
    assert len(now) == len(then) == 12
    assert now[0] == then[0]
    assert now[5] != then[5]
    assert cost(tried).startswith("Fades over 8 frames. ")


def test_a_remedy_that_lifts_the_class_is_recommended(
    bench: Workbench, scene: Scene, red: int
) -> None:
    tried = [
        bench.smoothing.preview(scene, red, method, None, CTX)
        for method in (Method.BLEND, Method.REEXTRACT, Method.NONE)
    ]
    best = recommended(tried)
    assert best is not None
    assert best.gain > 0
    assert best.method is not Method.NONE
    nothing = bench.smoothing.preview(scene, red, Method.NONE, None, CTX)
    assert recommended([nothing]) is None


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
    assert chosen.picture.hash == picture.hash
    small = write_png(read_png(picture.path)[:32, :32].copy(), tmp_path)
    with pytest.raises(WrongUse, match="another size"):
        bench.plans.chosen(scene, version, small.path)
