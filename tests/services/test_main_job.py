"""The mission's own job: regenerate a middle segment, check, smooth, accept, export."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.analysis.psnr import SAME_PICTURE_DB, psnr
from restitch_app.demo.server import DemoServer
from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent, JobState, RegenerationRequest
from restitch_app.domain.joins import Decision, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.media.luma import luma
from restitch_app.media.reader import open_reader
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.workbench import Workbench
from tests.clips import write_clip
from tests.services.scenes import (
    FRAMES,
    imported,
    new_workbench,
    panned_pictures,
    smoothed,
    with_settings,
)

SEGMENT_5 = 4


def regenerated(bench: Workbench, **parameters: str | int | float) -> Version:
    """Segment 5 rendered once more, the same in every run; its newest version."""
    scene = bench.project.scene()
    seed = 500 + len(bench.versions.history(scene, SEGMENT_5))
    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5, {"seed": seed} | parameters))
    bench.engine.run()
    return bench.versions.history(scene, SEGMENT_5)[0]


@pytest.fixture
def scene(bench: Workbench) -> Scene:
    return bench.project.scene()


def test_regenerating_keeps_the_old_version_and_checks_the_new_one(
    bench: Workbench, scene: Scene, server: DemoServer
) -> None:
    old = bench.project.current(scene, SEGMENT_5)
    old_sha = file_sha256(bench.project.path(old.file))

    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5, {"cfg": 6.5}))
    bench.engine.run()

    new = bench.versions.history(scene, SEGMENT_5)[0]
    history = bench.versions.history(scene, SEGMENT_5)
    assert [version.number for version in history] == [2, 1]
    assert new.is_current
    assert new.previous_segment_id == old.id
    assert new.regeneration_count == 1
    assert new.parameters["cfg"] == 6.5
    assert new.parameters["seed"] != old.parameters["seed"]
    assert new.facts.frame_count == FRAMES
    assert file_sha256(bench.project.path(old.file)) == old_sha
    assert server.prompts_received == server.prompts_executed == 1

    quality = bench.versions.quality(new)
    assert quality is not None
    assert new.verdict is quality.verdict
    assert new.boundary_ssim_before is not None
    assert new.boundary_ssim_after is not None


def test_later_segments_are_flagged_and_the_old_version_clears_them(
    bench: Workbench, scene: Scene
) -> None:
    old = bench.project.current(scene, SEGMENT_5)
    regenerated(bench)
    roots = [version.stale_root_index for version in bench.project.store.versions.current(scene.id)]
    assert roots == [None] * 5 + [5] * 5

    back = bench.versions.use(old, JobContext())

    assert back.stale.flagged == ()
    assert back.stale.changed == (5, 6, 7, 8, 9)
    assert not any(v.is_stale for v in bench.project.store.versions.current(scene.id))


def test_the_seed_frame_is_the_last_frame_of_the_version_before(
    bench: Workbench, scene: Scene
) -> None:
    before = bench.project.current(scene, SEGMENT_5 - 1)
    new = regenerated(bench)
    assert new.seed_frame == before.last_frame
    assert new.seed_from_version_id == before.id
    with (
        open_reader(bench.project.path(before.file)) as left,
        open_reader(bench.project.path(new.file)) as right,
    ):
        # It went to the server and came back through its encoder.
        assert psnr(luma(left.last_frame()), luma(right.frame(0))) > 30


def test_approval_ends_the_staleness_until_something_upstream_changes(
    bench: Workbench, scene: Scene
) -> None:
    regenerated(bench)
    change = bench.versions.approve(scene, 5)
    assert change.flagged == ()
    regenerated(bench)
    stale = [v.sequence_index for v in bench.project.store.versions.current(scene.id) if v.is_stale]
    assert stale == [5, 6, 7, 8, 9]


def test_a_cross_fade_raises_ssim_on_a_boundary_that_needs_it(
    bench: Workbench, scene: Scene, tmp_path: Path
) -> None:
    regenerated(bench)
    ctx = JobContext()
    before = bench.boundaries.at(scene, SEGMENT_5, ctx)
    assert before.boundary_class is BoundaryClass.RED
    hashes = {v.file: v.file_sha256 for v in bench.project.store.versions.current(scene.id)}

    tried = bench.remedies.by_hand(scene, SEGMENT_5, "blend", None, ctx)
    assert bench.boundaries.at(scene, SEGMENT_5, ctx) == before  # trying changes nothing
    bench.remedies.apply(tried, ctx)

    after = bench.boundaries.at(scene, SEGMENT_5, ctx)
    assert before.ssim is not None
    assert after.ssim is not None
    assert after.ssim > before.ssim
    stored = bench.project.current(scene, SEGMENT_5).boundary_ssim_after
    assert stored == pytest.approx(after.ssim)
    assert {file: file_sha256(bench.project.path(file)) for file in hashes} == hashes
    film = bench.exporting.export(scene, tmp_path / "film.mp4", ctx)
    measured = bench.films.boundary_ssim(scene, film.path, SEGMENT_5)
    assert measured == pytest.approx(after.ssim, abs=0.02)
    assert film.report.frames == sum(len(r) for r in bench.project.segment_ranges(scene).values())


def test_re_extraction_raises_ssim_where_the_right_clip_starts_too_early(tmp_path: Path) -> None:
    """The right clip begins six frames before the left one ends, as a slipped hand-off does."""
    clips = [
        write_clip(tmp_path / f"clip_{start}.mp4", panned_pictures(start, FRAMES), gop=8)
        for start in (0, FRAMES - 6)
    ]
    bench, ctx = new_workbench(tmp_path / "project"), JobContext()
    try:
        scene = imported(bench, clips).scene
        before = bench.boundaries.at(scene, 0, ctx)
        assert before.boundary_class is BoundaryClass.RED

        smoothed(bench, scene, 0, "reextract")

        after = bench.boundaries.at(scene, 0, ctx)
        treatment, measures = after.join.treatment, after.join.measures
        removed = treatment.trim_left + treatment.trim_right
        assert removed in (5, 6)
        assert measures is not None
        assert measures.natural_min is not None
        assert before.ssim is not None
        assert before.ssim < measures.natural_min - 0.02 <= measures.ssim
        film = bench.exporting.export(scene, tmp_path / "film.mp4", ctx)
        assert film.report.frames == 2 * FRAMES - removed
        measured = bench.films.boundary_ssim(scene, film.path, 0)
        assert measured == pytest.approx(measures.ssim, abs=0.02)
    finally:
        bench.project.close()


def test_accepting_changes_no_frame(bench: Workbench, scene: Scene) -> None:
    regenerated(bench)
    spans = bench.project.spans(scene)
    before = bench.boundaries.at(scene, SEGMENT_5, JobContext())

    accepted = bench.decisions.accept(scene, SEGMENT_5, JobContext())

    assert accepted.join.decision is Decision.ACCEPTED
    assert accepted.ssim == before.ssim
    assert accepted.needs_smoothing
    assert not accepted.is_open
    assert bench.project.spans(scene) == spans


def test_a_repeated_seed_frame_is_left_out_by_default(bench: Workbench, scene: Scene) -> None:
    boundaries = bench.boundaries.known(scene)
    assert [b.join.treatment.method for b in boundaries] == ["drop_repeat"] * 9
    assert [b.boundary_class for b in boundaries] == [BoundaryClass.GREEN] * 9
    assert sum(len(r) for r in bench.project.segment_ranges(scene).values()) == 10 * FRAMES - 9


def test_switching_away_and_back_finds_the_same_join_again(bench: Workbench, scene: Scene) -> None:
    old = bench.project.current(scene, SEGMENT_5)
    new = regenerated(bench)
    smoothed(bench, scene, SEGMENT_5, "blend")
    treated = bench.boundaries.at(scene, SEGMENT_5, JobContext())
    bench.versions.use(old, JobContext())
    assert bench.boundaries.at(scene, SEGMENT_5, JobContext()).join.treatment.patch is None
    bench.versions.use(new, JobContext())
    assert bench.boundaries.at(scene, SEGMENT_5, JobContext()) == treated


def test_of_several_takes_the_best_becomes_current(
    bench: Workbench, scene: Scene, server: DemoServer
) -> None:
    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5, takes=3))
    bench.engine.run()
    history = bench.versions.history(scene, SEGMENT_5)
    assert [version.number for version in history] == [4, 3, 2, 1]
    assert {version.regeneration_count for version in history[:3]} == {1}
    assert len({version.parameters["seed"] for version in history[:3]}) == 3
    assert [version.is_current for version in history].count(True) == 1
    assert not history[3].is_current
    assert server.prompts_executed == 3


def test_where_the_project_asks_a_finished_take_stays_a_candidate(
    bench: Workbench, scene: Scene
) -> None:
    with_settings(bench, becomes_current=BecomesCurrent.ASK)
    new = regenerated(bench)
    assert not new.is_current
    assert new.boundary_ssim_after is not None
    assert not bench.project.store.versions.stale_indices(scene.id)


def test_a_take_is_a_candidate_when_the_frame_before_changed_meanwhile(
    bench: Workbench, scene: Scene
) -> None:
    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5))
    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5 - 1))
    jobs = bench.jobs.all()
    # The later one is done first.
    store = bench.project.store
    store.jobs.move(jobs[1].id, JobState.UPLOADING)
    bench.engine.run()
    history = bench.versions.history(scene, SEGMENT_5)
    assert [version.is_current for version in history] == [False, True]


def test_several_takes_with_one_seed_are_refused(bench: Workbench, scene: Scene) -> None:
    with pytest.raises(WrongUse, match="would all be the same"):
        bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5, {"seed": 7}, takes=2))
    assert bench.jobs.all() == ()


def test_a_seed_frame_set_by_name_is_refused_not_ignored(bench: Workbench, scene: Scene) -> None:
    with pytest.raises(WrongUse, match="no setting of the workflow"):
        bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5, {"seed_frame": "x.png"}))
    assert bench.jobs.all() == ()


@pytest.mark.parametrize("window", [1, 4])
def test_re_extraction_never_brings_a_repeated_seed_frame_back(
    bench: Workbench, scene: Scene, window: int
) -> None:
    """Its SSIM of nearly 1 looks like the best of all boundaries, and is a picture shown twice."""
    tried = bench.remedies.by_hand(scene, SEGMENT_5, "reextract", window, JobContext())
    measures = bench.boundaries.at(scene, SEGMENT_5, JobContext()).join.measures
    assert tried.predicted is not None
    assert measures is not None
    assert tried.predicted.ssim < measures.raw_ssim


def test_the_original_seed_frame_can_be_chosen(bench: Workbench, scene: Scene) -> None:
    regenerated(bench)
    old = bench.project.current(scene, 5)
    bench.regeneration.request(scene, RegenerationRequest(5, seed_frame="original"))
    bench.engine.run()
    new = bench.project.current(scene, 5)
    assert new.number == 2
    assert new.seed_frame == old.seed_frame
    assert new.is_stale


def test_regenerating_the_stale_segment_clears_it_and_flags_the_next(
    bench: Workbench, scene: Scene
) -> None:
    regenerated(bench)
    bench.regeneration.request(scene, RegenerationRequest(5))
    bench.engine.run()
    roots = [version.stale_root_index for version in bench.project.store.versions.current(scene.id)]
    assert roots == [None] * 6 + [6] * 4


def test_export_frames_are_the_frames_of_the_span_list(
    bench: Workbench, scene: Scene, tmp_path: Path
) -> None:
    regenerated(bench)
    smoothed(bench, scene, SEGMENT_5, "blend", 2)
    film = bench.exporting.export(scene, tmp_path / "film.mp4", JobContext())
    copied = {n for ranges in film.report.copied for r in ranges for n in r}
    spans = bench.project.spans(scene)
    with open_reader(film.path) as reader:
        assert reader.frame_count == spans[-1].scene_stop
        for span in spans:
            with open_reader(bench.project.path(span.file)) as source:
                for offset, number in enumerate(span.frames):
                    shown = luma(reader.frame(span.scene_start + offset))
                    wanted = luma(source.frame(number))
                    if span.scene_start + offset in copied:
                        assert (shown == wanted).all()
                    else:
                        assert psnr(shown, wanted) >= SAME_PICTURE_DB
    assert len(copied) > 0.7 * reader.frame_count


def test_a_treatment_that_no_longer_fits_is_set_aside_when_its_version_comes_back(
    bench: Workbench, scene: Scene, tmp_path: Path
) -> None:
    old = bench.project.current(scene, SEGMENT_5)
    new = regenerated(bench)
    _treat(bench, scene, SEGMENT_5, Treatment("reextract", trim_right=9))
    bench.versions.use(old, JobContext())
    beside = Treatment("reextract", trim_left=9)
    _treat(bench, scene, SEGMENT_5 + 1, beside)

    bench.versions.use(new, JobContext())  # 9 + 9: more than 17

    kept, back = bench.boundaries.check(scene, JobContext(), only={SEGMENT_5, SEGMENT_5 + 1})[::-1]
    assert kept.join.treatment == beside
    assert back.join.treatment.trim_right == 0
    assert back.join.measures is not None
    film = bench.exporting.export(scene, tmp_path / "film.mp4", JobContext())
    assert film.report.frames == bench.project.spans(scene)[-1].scene_stop


def test_a_preview_is_not_applied_to_versions_that_are_no_longer_current(
    bench: Workbench, scene: Scene
) -> None:
    old = bench.project.current(scene, SEGMENT_5)
    regenerated(bench)
    tried = bench.remedies.by_hand(scene, SEGMENT_5, "blend", 2, JobContext())
    bench.versions.use(old, JobContext())
    with pytest.raises(WrongUse, match="has changed"):
        bench.remedies.apply(tried, JobContext())


def _treat(bench: Workbench, scene: Scene, left_index: int, treatment: Treatment) -> None:
    """As an earlier Restitch did, which went beyond half of a segment."""
    left, right = (bench.project.current(scene, left_index + one) for one in (0, 1))
    join = bench.boundaries.with_treatment(left, right, treatment)
    with bench.project.store.transaction():
        bench.boundaries.save(join, "test")


def test_a_film_does_not_replace_a_clip_it_is_made_from(
    bench: Workbench, scene: Scene, ten_clips: list[Path], tmp_path: Path
) -> None:
    mine = tmp_path / "my_clip.mp4"
    mine.write_bytes(ten_clips[3].read_bytes())
    with pytest.raises(WrongUse, match="own clips"):
        bench.exporting.export(scene, mine, JobContext())
    assert mine.read_bytes() == ten_clips[3].read_bytes()
    film = bench.exporting.export(scene, tmp_path / "film.mp4", JobContext())
    again = bench.exporting.export(scene, tmp_path / "film.mp4", JobContext())
    assert again.report == film.report
