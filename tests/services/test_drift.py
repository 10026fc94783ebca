"""Where a chain wanders off, on real files that were made to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from restitch_app.analysis.tone import tone
from restitch_app.domain.drift import Quantity, SceneDrift
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.joins import Decision
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.pictures import read_png
from restitch_app.services.project.segment_details import seed_story
from restitch_app.services.workbench import Workbench
from tests.clips import write_clip
from tests.services.scenes import SIZE, imported, new_workbench, panned_pictures

CTX = JobContext()
SEGMENTS, FRAMES_EACH = 8, 6
DARKER_PER_SEGMENT = 6.0  # levels: 2.35 % of full range


def drifting_clips(folder: Path, step: float = DARKER_PER_SEGMENT) -> list[Path]:
    """One place filmed again and again, `step` levels darker every time."""
    folder.mkdir()
    pictures = [picture.astype(np.float64) for picture in panned_pictures(0, FRAMES_EACH)]
    paths = []
    for segment in range(SEGMENTS):
        drifted = [np.clip(one - segment * step, 0, 255).astype(np.uint8) for one in pictures]
        paths.append(write_clip(folder / f"clip_{segment + 1:02}.mp4", drifted))
    return paths


@pytest.fixture
def drifting(tmp_path: Path) -> Iterator[Workbench]:
    bench = new_workbench(tmp_path / "project")
    imported(bench, drifting_clips(tmp_path / "clips"))
    yield bench
    bench.project.close()


def drift_in(bench: Workbench) -> tuple[Scene, SceneDrift]:
    scene = bench.project.scene()
    return scene, bench.drift.of(scene, bench.continuity.measured(scene, CTX))


def test_the_segment_where_it_starts_to_leave_is_named(drifting: Workbench) -> None:
    _, drift = drift_in(drifting)
    assert {one.course.quantity for one in drift.wanders} == {Quantity.BRIGHTNESS}
    # The reference is the second one; the limit of 4 % is 1.7 steps.
    assert drift.wanders[0].sequence_index == 3
    assert drift.wanders[0].course.change == pytest.approx(-6 * DARKER_PER_SEGMENT / 2.55, abs=1)


def test_a_declared_cut_begins_a_new_chain(drifting: Workbench) -> None:
    scene = drifting.project.scene()
    store = drifting.project.store
    drifting.boundaries.check(scene, CTX)
    pairs = list(store.joins.for_scene(scene.id).items())
    _, join = pairs[3]
    store.joins.save(dataclasses.replace(join, decision=Decision.CUT), "test")
    _, drift = drift_in(drifting)
    assert [len(chain.segments) for chain in drift.chains] == [4, 4]
    assert [one.sequence_index for one in drift.wanders] == [3, 7]


def test_a_re_anchored_seed_frame_is_as_bright_as_the_first_segments(drifting: Workbench) -> None:
    scene, drift = drift_in(drifting)
    anchor = drifting.drift.anchor(scene, 5, drift)
    assert anchor.drifted == (Quantity.BRIGHTNESS,)
    assert anchor.seed.told == "Re-anchored to segments 1–3"
    assert anchor.told == "Last frame of segment 5 v1, with the brightness of segments 1–3"
    assert anchor.seed.picture is not None
    picture = read_png(drifting.project.path(anchor.seed.picture.file))
    assert (picture.shape[1], picture.shape[0]) == SIZE
    seed = drifting.project.current(scene, 4).next_seed
    assert seed is not None
    before = read_png(drifting.project.path(seed.file))
    gain = tone(picture[..., 1], picture)[Quantity.BRIGHTNESS]
    gain -= tone(before[..., 1], before)[Quantity.BRIGHTNESS]
    assert gain == pytest.approx(3 * DARKER_PER_SEGMENT / 2.55, abs=0.5)


def test_the_seed_frame_can_be_regenerated_from(drifting: Workbench) -> None:
    scene, drift = drift_in(drifting)
    anchor = drifting.drift.anchor(scene, 5, drift)
    version = drifting.project.current(scene, 5)
    chosen = drifting.plans.chosen(scene, version, Path(anchor.seed.choice))
    assert chosen.picture == anchor.seed.picture


def test_what_is_made_from_it_says_so(drifting: Workbench) -> None:
    scene, drift = drift_in(drifting)
    version = drifting.project.current(scene, 5)
    assert seed_story(drifting.project, version) == "", "an imported clip"
    picture = drifting.drift.anchor(scene, 5, drift).seed.picture
    made = dataclasses.replace(
        version, request_id="asked", seed_frame=picture, seed_from_version_id=None
    )
    assert seed_story(drifting.project, made) == (
        "Re-anchored: made from the last frame of segment 5 v1, with the brightness of segments 1–3"
    )
    chosen = dataclasses.replace(made, seed_frame=version.first_frame)
    assert seed_story(drifting.project, chosen) == "Made from a picture that was chosen for it"
    usual = dataclasses.replace(made, seed_from_version_id=version.id)
    assert seed_story(drifting.project, usual) == ""


@pytest.mark.parametrize("index", [0, 1, 2])
def test_where_nothing_drifted_there_is_nothing_to_re_anchor(
    drifting: Workbench, index: int
) -> None:
    scene, drift = drift_in(drifting)
    with pytest.raises(WrongUse, match="needs no re-anchoring"):
        drifting.drift.anchor(scene, index, drift)


def test_what_is_not_measured_yet_is_not_there_yet(drifting: Workbench) -> None:
    scene = drifting.project.scene()
    drift = drifting.drift.of(scene, drifting.continuity.known(scene))
    assert drift == SceneDrift(SEGMENTS, ())
    with pytest.raises(WrongUse):
        drifting.drift.anchor(scene, 5, drift)
