"""A result of another size and rate becomes a version that can play, as a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import is_misfit
from restitch_app.services.workbench import Workbench
from tests.services.misfits import PLACE, refused
from tests.services.scenes import FRAMES, chain_clips, imported, new_workbench


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    made = new_workbench(tmp_path / "project")
    imported(made, chain_clips(tmp_path / "clips", 2))
    return made


def test_the_copy_has_the_scenes_shape_and_all_frames(bench: Workbench) -> None:
    scene, wrong = bench.project.scene(), refused(bench)
    assert is_misfit(wrong, scene)
    assert bench.overview.of(scene).refused == {PLACE: wrong}
    copy = bench.converting.copy(scene, wrong, JobContext())
    facts = copy.facts
    assert (facts.width, facts.height, facts.rate) == (scene.width, scene.height, scene.rate)
    assert bench.overview.of(scene).refused == {}, "its copy is newer"
    assert (facts.frame_count, copy.failure, copy.is_current) == (FRAMES, None, False)
    assert copy.parameters == {"seed": 7}
    assert copy.boundary_ssim_before is not None
    assert copy.score is not None
    assert bench.versions.use(copy, JobContext()).replaced.number == 1
    assert bench.project.path(wrong.file).is_file()


def test_what_fits_is_not_converted(bench: Workbench) -> None:
    scene = bench.project.scene()
    fits = bench.project.current(scene, PLACE)
    assert not is_misfit(fits, scene)
    with pytest.raises(WrongUse, match="not converted"):
        bench.converting.copy(scene, fits, JobContext())
