"""The benchmark of seams on a drawn clip: its cases are what they say, its judge is no fool."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks.seams.cases import (
    CONSTRUCTED,
    FEWEST_BEFORE,
    build,
    control_specs,
    cut_specs,
    image_pair_specs,
    seam_specs,
)
from benchmarks.seams.clips import Clip, read_clips, same_picture_pairs
from benchmarks.seams.detection import area
from benchmarks.seams.second_opinion import SecondOpinion, dis
from benchmarks.seams.tables import percent, table
from restitch_app.analysis.acceptance import Acceptance
from tests.analysis.material import moving_texture
from tests.clips import write_clip

FRAMES = 48


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Clip:
    path = tmp_path_factory.mktemp("kept") / "drawn.npy"
    np.save(path, np.stack(moving_texture(FRAMES, 160, 120, speed_px=2)))
    return Clip("drawn", path)


def test_a_seed_says_everything(clip: Clip) -> None:
    specs = seam_specs([clip], 7, 2, CONSTRUCTED, {})
    assert len(specs) == 2 * len(CONSTRUCTED)
    assert specs == seam_specs([clip], 7, 2, CONSTRUCTED, {})
    assert specs != seam_specs([clip], 8, 2, CONSTRUCTED, {})
    case, again = (build(specs[0], {"drawn": clip}, None) for _ in range(2))
    assert case.done == again.done
    assert np.array_equal(case.after[0], again.after[0])


@pytest.mark.parametrize("kind", CONSTRUCTED)
def test_every_kind_changes_what_follows_and_only_that(clip: Clip, kind: str) -> None:
    (spec,) = seam_specs([clip], 1, 1, [kind], {})
    case = build(spec, {"drawn": clip}, None)
    at = spec.position
    assert np.array_equal(case.before[-1], clip.frames[at - 1])
    assert not np.array_equal(case.after[0], clip.frames[at])
    assert {frame.shape for frame in (*case.before, *case.after)} == {(120, 160, 3)}
    assert min(len(case.before), len(case.after)) >= 12


def test_controls_and_segment_files_change_nothing_else(clip: Clip) -> None:
    spec = control_specs([clip], 10, {})[0]
    case = build(spec, {"drawn": clip}, None)
    assert spec.position == FEWEST_BEFORE
    assert np.array_equal(case.after[0], clip.frames[spec.position])
    from_files = build(spec, {"drawn": clip}, 14)
    difference = np.abs(from_files.after[0].astype(int) - case.after[0])
    assert 0 < difference.mean() < 8  # fine colours suffer most: 4:2:0
    assert control_specs([clip], 10, {"drawn": 5}) == []


def test_renderings_of_one_picture_are_found_by_looking(clip: Clip, tmp_path: Path) -> None:
    others = []
    for name, frames in (
        ("other take", [clip.frames[0], *clip.frames[20:44]]),
        ("other scene", [255 - frame for frame in clip.frames]),
    ):
        np.save(tmp_path / f"{name}.npy", np.stack(frames))
        others.append(Clip(name, tmp_path / f"{name}.npy"))
    pairs = same_picture_pairs([clip, *others])
    assert [(one.name, other.name) for one, other in pairs] == [("drawn", "other take")]
    specs = image_pair_specs(pairs, 1, 1)
    assert {(spec.clip, spec.other) for spec in specs} == {
        ("drawn", "other take"),
        ("other take", "drawn"),
    }
    case = build(specs[0], {each.name: each for each in (clip, *others)}, None)
    assert np.array_equal(case.before[-1], case.after[0])
    assert [spec.kind for spec in cut_specs([clip, *others], 1, {"drawn": 9})] == ["known cut"]


def test_the_second_opinion_agrees_with_the_definition(clip: Clip) -> None:
    (spec,) = seam_specs([clip], 3, 1, ["shift"], {})
    case = build(spec, {"drawn": clip}, None)
    opinion = SecondOpinion(case.before, case.after)
    untreated = opinion.on(case.before, case.after)
    assert untreated.visibility_before > 1
    assert not untreated.restored
    whole = opinion.on(case.before, clip.part(spec.position, spec.position + 20))
    assert whole.restored
    doubled = [np.roll(frame, 40, axis=1) // 2 + frame // 2 for frame in case.after[:3]]
    assert opinion.on(case.before, doubled + case.after[3:]).harmed


def test_by_one_estimator_the_two_judges_see_the_same_step(clip: Clip) -> None:
    (spec,) = seam_specs([clip], 3, 1, ["colour large"], {})
    case = build(spec, {"drawn": clip}, None)
    own = Acceptance(case.before, case.after).visibility_before
    second = SecondOpinion(case.before, case.after, dis).visibility_before
    assert second == pytest.approx(own, rel=0.1)


def test_area_under_the_curve_counts_pairs() -> None:
    assert area([2, 3], [0, 1]) == 1.0
    assert area([1], [1]) == 0.5
    assert area([0, 2], [1]) == 0.5
    assert np.isnan(area([], [1]))


def test_tables_line_up() -> None:
    assert table(("a", "long"), [("12", "x")]) == "| a  | long |\n|----|------|\n| 12 | x    |"
    assert percent([True, False, False]) == "33 %"
    assert percent([]) == "–"


def test_a_folder_is_read_and_measured_from_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    write_clip(folder / "drawn.mp4", moving_texture(FRAMES, 160, 120, speed_px=2))
    (folder / "broken.mp4").write_bytes(b"no clip")
    (clip,) = read_clips(folder, 60, tmp_path / "small")
    assert clip.frames.shape == (FRAMES, 60, 80, 3)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.seams", str(folder), "--only", "detection"),
            *("--kinds", "shift", "cut", "--jobs", "1", "--control-step", "12"),
            *("--json", str(tmp_path / "all.json")),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode in (0, 1), done.stderr
    assert "left out: broken.mp4" in done.stderr
    assert "## Detection: goals" in done.stdout
    assert "| cut " not in done.stdout  # one clip alone has no other to cut to
    assert (tmp_path / "all.json").stat().st_size > 0
