"""Every remedy tried on real frames, the best applied, and measured in the exported film."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from restitch_app.analysis.acceptance import Acceptance, Judgement
from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.errors import JobCancelled, StorageError, WrongUse
from restitch_app.domain.joins import UNTREATED, Decision, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.seams import Cause
from restitch_app.domain.versions import Scene
from restitch_app.media.luma import rgb
from restitch_app.media.patch import frame_from_rgb, planes
from restitch_app.media.reader import open_reader
from restitch_app.services.project.project import open_project
from restitch_app.services.remedies.applying import Applied, RemedyApplying
from restitch_app.services.remedies.forecast import is_applied
from restitch_app.services.remedies.frames import JoinPlace, RemedyFrames
from restitch_app.services.remedies.names import DISSOLVE, LARGEST_WINDOW, NAMES
from restitch_app.services.remedies.trial import RemedyTrial
from restitch_app.services.remedies.values import (
    Candidate,
    Comparison,
    Outcome,
    WhyNot,
    candidate_from_note,
    candidate_to_note,
)
from restitch_app.services.remedies.words import cost, why_not
from restitch_app.services.workbench import Workbench
from restitch_app.smoothing.lengths import LONGEST_RAMP
from restitch_app.smoothing.recipes import RECIPES
from tests.services.scenes import Picture, bench_on, with_settings
from tests.services.seam_scenes import (
    SIZE,
    another_shot,
    redder,
    seam_scene,
    shifted,
    untouched,
)

CTX = JobContext()
WINDOW = 12
ENCODED_SSIM, ENCODED_VISIBILITY = 0.01, 0.35
"""What encoding the treated frames again, at 45 dB of luma, changes on small pictures with grain:
by 0.006 and 0.27 here, the latter by 0.16 of a colour unit."""

Opened = Callable[[str], Workbench]
KINDS: dict[str, Callable[[Path], Workbench]] = {
    "continuous": lambda folder: seam_scene(folder, untouched),
    "redder": lambda folder: seam_scene(folder, redder),
    "shifted": lambda folder: seam_scene(folder, shifted),
    "skip": lambda folder: seam_scene(folder, missing=4),
    "repeat": lambda folder: seam_scene(folder, missing=-1),
    "shown three times": lambda folder: seam_scene(folder, stalling, missing=-2, segments=3),
    "cut": lambda folder: seam_scene(folder, another_shot),
    "chain": lambda folder: seam_scene(folder, redder, segments=3),
}


def stalling(pictures: list[Picture]) -> list[Picture]:
    """The last frame but one stays."""
    return [*pictures[:-1], pictures[-2]]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Projects whose first boundary was compared; what that came to lies beside their clips."""
    made: dict[str, Path] = {}

    def project_of(kind: str) -> Path:
        if kind not in made:
            folder = tmp_path_factory.mktemp(kind)
            bench = KINDS[kind](folder)
            bench.remedies.compare(bench.project.scene(), 0, JobContext())
            bench.project.close()
            made[kind] = folder / "project"
        return made[kind]

    return project_of


@pytest.fixture
def opened(compared: Callable[[str], Path], tmp_path: Path) -> Iterator[Opened]:
    """A copy of such a project of the test's own."""
    benches: list[Workbench] = []

    def open_one(kind: str) -> Workbench:
        folder = tmp_path / f"{kind}_{len(benches)}"
        shutil.copytree(compared(kind), folder)
        benches.append(bench_on(open_project(folder)))
        return benches[-1]

    yield open_one
    for bench in benches:
        bench.project.close()


def scene_of(bench: Workbench) -> Scene:
    return bench.project.scene()


def compare(bench: Workbench, left_index: int = 0) -> Comparison:
    return bench.remedies.compare(scene_of(bench), left_index, JobContext())


def named(comparison: Comparison, name: str) -> Candidate:
    return next(each for each in comparison.candidates if each.name == name)


def apply_best(bench: Workbench, left_index: int = 0) -> Applied:
    found = compare(bench, left_index).recommended
    assert found is not None
    return bench.remedies.apply(found, CTX)


def test_the_names_are_those_of_the_recipes() -> None:
    assert (*(recipe.name for recipe in RECIPES), DISSOLVE) == NAMES
    assert LARGEST_WINDOW == LONGEST_RAMP


@pytest.mark.parametrize("kind", ["redder", "shifted", "skip"])
def test_what_is_recommended_mends_the_boundary(opened: Opened, kind: str) -> None:
    bench = opened(kind)
    comparison = compare(bench)
    assert comparison.boundary.boundary_class is BoundaryClass.RED
    assert comparison.recommended is comparison.candidates[0]
    assert comparison.recommended.outcome is Outcome.RESTORED
    assert not comparison.is_regeneration_better
    applied = apply_best(bench)
    assert applied.measured.restored
    assert applied.is_as_predicted
    assert applied.boundary.boundary_class is BoundaryClass.GREEN
    assert bench.boundaries.at(scene_of(bench), 0, CTX) == applied.boundary


def test_costs_rank_what_is_offered_and_the_others_say_why_not(opened: Opened) -> None:
    comparison = compare(opened("shifted"))
    offered = comparison.offered
    costs = [candidate.cost or 0.0 for candidate in offered]
    assert costs == sorted(costs)
    assert comparison.candidates[: len(offered)] == offered
    for candidate in comparison.candidates[len(offered) :]:
        assert why_not(candidate)
    assert why_not(named(comparison, "drop_repeat")) == "adds a jerk"
    assert why_not(named(comparison, "reextract")) == "finds nothing to change here"
    blend = named(comparison, "blend")
    assert blend.refusal is WhyNot.BLURS
    assert (why_not(blend) or "").startswith("doubles contours: sharpness −")
    assert blend.predicted is not None
    assert blend.predicted.ssim > max(
        candidate.predicted.ssim for candidate in offered if candidate.predicted
    )


def test_a_continuous_boundary_is_left_as_it_is(opened: Opened) -> None:
    comparison = compare(opened("continuous"))
    assert comparison.boundary.boundary_class is BoundaryClass.GREEN
    assert comparison.recommended is None
    assert not comparison.is_regeneration_better


def test_between_two_shots_only_a_dissolve_is_offered_and_not_recommended(opened: Opened) -> None:
    bench = opened("cut")
    comparison = compare(bench)
    assert comparison.untreated is not None
    assert comparison.untreated.is_cut
    assert [candidate.name for candidate in comparison.offered] == [DISSOLVE]
    assert comparison.recommended is None
    assert comparison.is_regeneration_better
    assert "regenerate segment 2" in comparison.reason
    applied = bench.remedies.apply(comparison.candidates[0], CTX)
    assert applied.boundary.join.treatment.method == DISSOLVE


def test_a_declared_cut_is_never_smoothed(opened: Opened) -> None:
    bench = opened("cut")
    dissolve = compare(bench).candidates[0]
    bench.decisions.declare_cut(scene_of(bench), 0, CTX)
    comparison = compare(bench)
    assert (comparison.candidates, comparison.recommended) == ((), None)
    with pytest.raises(WrongUse, match="is a cut"):
        bench.remedies.apply(dissolve, CTX)
    with pytest.raises(WrongUse, match="is a cut"):
        bench.remedies.by_hand(scene_of(bench), 0, "blend", 4, CTX)


def test_a_second_repeated_frame_can_be_dropped_as_well(opened: Opened) -> None:
    bench = opened("shown three times")
    found = compare(bench, 1)
    assert found.boundary.join.treatment == Treatment("drop_repeat", trim_left=1)
    drop = named(found, "drop_repeat")
    assert drop.is_offered
    assert not is_applied(drop, found.boundary.join)
    applied = bench.remedies.apply(drop, CTX)
    assert applied.boundary.join.treatment == Treatment("drop_repeat", trim_left=2)
    assert Cause.REPEAT not in applied.boundary.causes
    assert is_applied(drop, applied.boundary.join)
    assert applied.boundary.join.treatment.is_remedy


def test_a_repeated_frame_can_be_dropped_where_that_is_not_done_anyway(
    opened: Opened, tmp_path: Path
) -> None:
    bench = opened("repeat")
    assert compare(bench).boundary.join.treatment.method == "drop_repeat"
    assert "drop_repeat" not in {each.name for each in compare(bench).candidates}
    with_settings(bench, trim_repeats=False)
    bench.remedies.remove(scene_of(bench), 0, CTX)
    drop = named(compare(bench), "drop_repeat")
    assert drop.is_offered
    assert cost(drop) == "Removes 1 frame: 1 before the boundary."
    applied = bench.remedies.apply(drop, CTX)
    assert applied.boundary.join.treatment.patch is None
    assert applied.boundary.boundary_class is BoundaryClass.GREEN


def test_what_is_stored_is_what_the_film_holds(opened: Opened, tmp_path: Path) -> None:
    bench = opened("redder")
    raw = _around(bench.project.spans(scene_of(bench))[0].scene_stop, _frames_of(bench, tmp_path))
    applied = apply_best(bench)
    treated = _frames_of(bench, tmp_path)
    seam = bench.project.segment_ranges(scene_of(bench))[1].start
    found = Acceptance(*raw, height=SIZE[1]).judge(*_around(seam, treated))
    assert found.ssim == pytest.approx(applied.measured.ssim, abs=ENCODED_SSIM)
    assert found.ssim == pytest.approx(applied.boundary.ssim, abs=ENCODED_SSIM)
    assert found.visibility == pytest.approx(applied.measured.visibility, abs=ENCODED_VISIBILITY)
    assert found.sharpness_loss == pytest.approx(applied.measured.sharpness_loss, abs=0.02)
    assert applied.measured.ssim == pytest.approx(applied.predicted.ssim, abs=0.01)
    assert applied.measured.restored
    assert found.improved


def test_one_ssim_is_told_of_what_was_applied(opened: Opened) -> None:
    """Judgements are made in RGB, whose luma is not quite the Y plane that is stored."""
    bench = opened("redder")
    applied = bench.remedies.apply(named(compare(bench), "blend"), CTX)
    stored = applied.boundary.join.measures
    assert stored is not None
    assert stored.treated is not None
    assert applied.measured.ssim == stored.ssim
    assert applied.measured.curve == stored.treated.ssim_curve
    at_boundary = applied.measured.curve[applied.measured.seam_index]
    assert at_boundary == pytest.approx(stored.ssim, abs=1e-6)


def test_a_cut_declared_while_a_remedy_was_rendered_stays_one(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = opened("redder")
    scene, candidate = scene_of(bench), named(compare(bench), "blend")
    measured = RemedyApplying._measured

    def slow(
        self: RemedyApplying, place: JoinPlace, treatment: Treatment, ctx: JobContext
    ) -> Judgement:
        bench.decisions.declare_cut(scene, 0, CTX)
        return measured(self, place, treatment, ctx)

    monkeypatch.setattr(RemedyApplying, "_measured", slow)
    with pytest.raises(WrongUse, match="is a cut"):
        bench.remedies.apply(candidate, CTX)
    join = bench.boundaries.at(scene, 0, CTX).join
    assert (join.decision, join.treatment) == (Decision.CUT, UNTREATED)


def test_a_patch_holds_exactly_what_was_rendered(opened: Opened) -> None:
    bench = opened("skip")
    candidate = named(compare(bench), "flow_morph")
    frames = RemedyFrames(bench.project)
    boundary = bench.boundaries.at(scene_of(bench), 0, CTX)
    left, right = (
        bench.project.store.versions.get(one)
        for one in (boundary.join.left_id, boundary.join.right_id)
    )
    place = frames.place(left, right, UNTREATED)
    tail, head = frames.sides(place, None, CTX)
    rendered = RemedyTrial(place, tail, head, SIZE[1], CTX).rendered("flow_morph", None)
    patch = bench.remedies.apply(candidate, CTX).boundary.join.treatment.patch
    assert patch is not None
    assert (patch.left_frames, patch.right_frames) == (
        rendered.touched_left,
        rendered.touched_right,
    )
    wanted = (
        *rendered.left_frames[-patch.left_frames :],
        *rendered.right_frames[: patch.right_frames],
    )
    with open_reader(bench.project.path(patch.file)) as reader:
        stored = list(reader.frames())
    assert len(stored) == len(wanted)
    for frame, picture in zip(stored, wanted, strict=True):
        for plane, own in zip(
            planes(frame), planes(frame_from_rgb(picture, stored[0])), strict=True
        ):
            assert np.array_equal(plane, own)


def test_no_clip_is_changed_and_undo_brings_everything_back(opened: Opened) -> None:
    bench = opened("redder")
    scene = scene_of(bench)
    before, spans = bench.boundaries.at(scene, 0, CTX), bench.project.spans(scene)
    clips = {path.name: path.read_bytes() for path in bench.project.path("media/clips").iterdir()}
    applied = apply_best(bench)
    assert bench.project.spans(scene) != spans
    bench.history.undo(CTX)
    assert bench.boundaries.at(scene, 0, CTX) == before
    assert bench.project.spans(scene) == spans
    bench.history.redo(CTX)
    assert bench.boundaries.at(scene, 0, CTX) == applied.boundary
    bench.remedies.remove(scene, 0, CTX)
    assert bench.boundaries.at(scene, 0, CTX).join.treatment == UNTREATED
    kept = {path.name: path.read_bytes() for path in bench.project.path("media/clips").iterdir()}
    assert kept == clips


def test_both_ends_of_a_segment_are_mended_and_share_no_frame(opened: Opened) -> None:
    bench = opened("chain")
    scene = scene_of(bench)
    for left_index in (0, 1):
        assert apply_best(bench, left_index).measured.restored
    spans = [span for span in bench.project.spans(scene) if span.sequence_index == 1]
    assert [span.is_patch for span in spans] == [True, False, True]
    assert sum(len(span.frames) for span in spans) == 33


def test_a_candidate_is_refused_once_its_frames_are_others(opened: Opened) -> None:
    """A treatment on the other side of the segment changes what lies around the boundary."""
    bench = opened("chain")
    tried = compare(bench, 0).recommended
    assert tried is not None
    apply_best(bench, 1)
    assert bench.remedies.known(scene_of(bench), 0, CTX) is None
    with pytest.raises(WrongUse, match="has changed"):
        bench.remedies.apply(tried, CTX)
    assert apply_best(bench, 0).measured.restored


def test_everything_is_tried_once_and_known_after_a_restart(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = opened("skip")
    first = compare(bench)
    told: list[Candidate] = []

    def refuse(*_: object) -> None:
        raise AssertionError("nothing is decoded again")

    monkeypatch.setattr(RemedyFrames, "read", refuse)
    again = bench_on(bench.project).remedies.compare(scene_of(bench), 0, CTX, told.append)
    assert again == first
    assert set(told) == set(first.candidates)


def test_a_comparison_is_made_anew_for_other_frames_and_another_height(opened: Opened) -> None:
    bench = opened("redder")
    scene = scene_of(bench)
    assert bench.remedies.known(scene, 0, CTX) is not None
    with_settings(bench, analysis_height=SIZE[1] // 2)
    assert bench.remedies.known(scene, 0, CTX) is None


def test_a_damaged_memory_is_no_comparison(opened: Opened) -> None:
    bench = opened("redder")
    for path in bench.project.path("media/remedies").iterdir():
        path.write_text('{"untreated": 7}')
    assert bench.remedies.known(scene_of(bench), 0, CTX) is None


def test_cancelling_keeps_what_was_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = seam_scene(tmp_path, shifted)
    ctx = JobContext()
    told: list[Candidate] = []

    def tell(candidate: Candidate) -> None:
        told.append(candidate)
        if len(told) == 2:
            ctx.cancel()

    with pytest.raises(JobCancelled):
        bench.remedies.compare(scene_of(bench), 0, ctx, tell)
    assert len(told) == 2
    rendered: list[str] = []
    real = RemedyTrial.candidate

    def counted(self: RemedyTrial, name: str, window: int | None) -> Candidate:
        rendered.append(name)
        return real(self, name, window)

    monkeypatch.setattr(RemedyTrial, "candidate", counted)
    comparison = compare(bench)
    assert len(rendered) == len(comparison.candidates) - 2
    assert {candidate.name for candidate in told}.isdisjoint(rendered)
    bench.project.close()


def test_cancelling_an_application_changes_nothing(opened: Opened) -> None:
    bench = opened("skip")
    found = compare(bench).recommended
    assert found is not None
    before = bench.boundaries.at(scene_of(bench), 0, CTX)
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(JobCancelled):
        bench.remedies.apply(found, ctx)
    assert bench.boundaries.at(scene_of(bench), 0, CTX) == before


def test_a_full_disk_changes_nothing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = opened("skip")
    comparison = compare(bench)
    before = bench.boundaries.at(scene_of(bench), 0, CTX)
    assert comparison.recommended is not None

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match="disk is full"):
            bench.remedies.apply(comparison.recommended, CTX)
        by_hand = bench.remedies.by_hand(scene_of(bench), 0, "colour_ramp", 3, CTX)
    assert by_hand.predicted is not None
    assert list(bench.project.path("media/patches").iterdir()) == []
    assert bench.boundaries.at(scene_of(bench), 0, CTX) == before
    assert bench.remedies.apply(comparison.recommended, CTX).measured.restored


def test_a_length_can_be_chosen_by_hand(opened: Opened) -> None:
    bench = opened("redder")
    candidate = bench.remedies.by_hand(scene_of(bench), 0, "colour_ramp", 5, CTX)
    assert (candidate.touched_left, candidate.touched_right) == (5, 5)
    patch = bench.remedies.apply(candidate, CTX).boundary.join.treatment.patch
    assert patch is not None
    assert (patch.left_frames, patch.right_frames) == (5, 5)


@pytest.mark.parametrize(
    ("name", "window"), [("glue", None), ("blend", 0), ("blend", 49), ("blend", 40)]
)
def test_what_cannot_be_is_refused(opened: Opened, name: str, window: int | None) -> None:
    bench = opened("redder")
    with pytest.raises(WrongUse):
        bench.remedies.by_hand(scene_of(bench), 0, name, window, CTX)


def test_a_preview_shows_the_frames_around_the_boundary(opened: Opened) -> None:
    bench = opened("redder")
    found = compare(bench).recommended
    assert found is not None
    loop = bench.remedies.preview(found, CTX)
    plain = bench.remedies.preview_untreated(scene_of(bench), 0, CTX)
    assert len(loop.pictures) == len(plain.pictures) == 32
    assert loop.seam == plain.seam == 16
    changed = [
        number
        for number, (one, other) in enumerate(zip(loop.pictures, plain.pictures, strict=True))
        if one.rgb != other.rgb
    ]
    first, last = loop.seam - found.touched_left, loop.seam + found.touched_right
    assert changed == list(range(first, last))
    assert bench.remedies.preview(found, CTX) is loop


def test_a_candidate_survives_being_written_down(opened: Opened) -> None:
    for candidate in compare(opened("shifted")).candidates:
        back = candidate_from_note(candidate_to_note(candidate))
        assert back.predicted == candidate.predicted
        assert back.figures == candidate.figures
        assert (back.name, back.cost) == (candidate.name, candidate.cost)


def _frames_of(bench: Workbench, tmp_path: Path) -> list[Rgb]:
    film = tmp_path / f"film_{len(list(tmp_path.glob('film_*')))}.mp4"
    bench.exporting.export(scene_of(bench), film, CTX)
    with open_reader(film) as reader:
        return [to_analysis_size(rgb(frame), SIZE[1]) for frame in reader.frames()]


def _around(seam: int, frames: list[Rgb]) -> tuple[list[Rgb], list[Rgb]]:
    return frames[seam - WINDOW : seam], frames[seam : seam + WINDOW]
