from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.boundaries import (
    Boundary,
    BoundaryClass,
    BoundaryType,
    PlainSsim,
    judge_boundary,
)
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.jobs import JobProblem, JobState
from restitch_app.domain.joins import Decided, Decision, Patch, Treatment
from restitch_app.domain.quality import Verdict
from restitch_app.domain.seams import Cause, SeamFigures
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.timeline.names import (
    boundary_name,
    boundary_tip,
    scene_name,
    segment_name,
    segment_tip,
)
from restitch_app.ui.timeline.scene import EMPTY, MarkerRank, TimelineScene, timeline_scene
from restitch_app.ui.timeline.status import StatusKind
from tests.ui.samples import job, scene_overview, with_stale
from tests.ui.timeline.scenes import changed, plain_scene, ranges_of, scene_of


def with_boundary(index: int, boundary: Boundary) -> TimelineScene:
    overview = scene_overview()
    boundaries = list(overview.boundaries)
    boundaries[index] = boundary
    return scene_of(replace(overview, boundaries=tuple(boundaries)))


def test_ranks_shapes_and_words_follow_the_boundary() -> None:
    scene = plain_scene(ssims={0: 0.96, 1: 0.89, 2: 0.75, 3: None})
    found = [scene.marker(left) for left in range(4)]
    assert [marker.rank for marker in found] == [
        MarkerRank.SMOOTH,
        MarkerRank.BORDERLINE,
        MarkerRank.VISIBLE,
        MarkerRank.NOT_CHECKED,
    ]
    assert [marker.text for marker in found] == ["0.96", "0.89", "0.75", "?"]
    assert found[3].shape is Shape.NOT_CHECKED


def test_an_accepted_jump_keeps_its_value_and_shape() -> None:
    left = plain_scene(ssims={4: 0.75}).boundaries[4]
    marker = with_boundary(
        4, replace(left, join=replace(left.join, decision=Decision.ACCEPTED))
    ).marker(4)
    assert (marker.rank, marker.shape, marker.text) == (
        MarkerRank.ACCEPTED,
        Shape.VISIBLE,
        "0.75",
    )
    assert boundary_name(marker) == (
        "Boundary 5 to 6, visible jump, SSIM 0.75, normal here 0.94–0.98, accepted as is"
    )


def test_a_cut_has_neither_class_nor_number() -> None:
    left = plain_scene(ssims={4: 0.15}).boundaries[4]
    cut = judge_boundary(4, replace(left.join, decision=Decision.CUT), PlainSsim())
    marker = with_boundary(4, cut).marker(4)
    assert (marker.rank, marker.text) == (MarkerRank.CUT, "Cut")
    assert boundary_name(marker).startswith("Boundary 5 to 6, cut")


@pytest.mark.parametrize(
    ("treatment", "is_smoothed"),
    [
        (Treatment(), False),
        (Treatment("drop_repeat", trim_left=1), False),
        (Treatment("reextract", trim_left=2), True),
        (Treatment("blend", patch=Patch("media/patches/a.mkv", 6, 6)), True),
    ],
)
def test_smoothed_means_treated_on_purpose(treatment: Treatment, is_smoothed: bool) -> None:
    left = plain_scene().boundaries[4]
    marker = with_boundary(4, replace(left, join=replace(left.join, treatment=treatment))).marker(4)
    assert marker.is_smoothed is is_smoothed
    assert ("smoothed" in boundary_name(marker)) is is_smoothed


def test_a_boundary_that_is_being_measured_shows_no_old_number() -> None:
    overview = scene_overview(ssims={4: 0.75})
    scene = timeline_scene(
        overview.scene.rate,
        overview.current,
        overview.boundaries,
        ranges_of(overview),
        checking=frozenset({4}),
    )
    marker = scene.marker(4)
    assert (marker.rank, marker.shape, marker.text) == (
        MarkerRank.CHECKING,
        Shape.CHECKING,
        "Checking",
    )
    assert boundary_name(marker) == "Boundary 5 to 6, checking"


def test_what_a_reviewer_sees_is_on_the_mark_and_in_its_name() -> None:
    overview = scene_overview(ssims={4: 0.75})
    boundary = overview.boundaries[4]
    pair = (boundary.join.left_id, boundary.join.right_id)
    call = BoundaryCall(
        *pair, BoundaryClass.GREEN, BoundaryClass.RED, BoundaryType.OTHER, {}, 2, by="Ann"
    )
    called = scene_of(replace(overview, calls={4: call}))
    assert called.marker(4).call is call
    assert boundary_name(called.marker(4)).endswith("seen as smooth by Ann")
    assert called.tiles_unlike(scene_of(overview)) is None, "its mark has to be drawn again"
    cut = judge_boundary(4, boundary.join.decide(Decision.CUT), PlainSsim())
    cuts = (*overview.boundaries[:4], cut, *overview.boundaries[5:])
    assert scene_of(replace(overview, boundaries=cuts, calls={4: call})).marker(4).call is None


def test_a_visible_jump_is_named_as_the_interface_says() -> None:
    assert boundary_name(plain_scene(ssims={4: 0.75}).marker(4)) == (
        "Boundary 5 to 6, visible jump, SSIM 0.75, normal here 0.94–0.98"
    )


def test_a_tile_tells_version_quality_and_frames() -> None:
    overview = scene_overview()
    shown = replace(overview.current[4], number=2, score=88.4, verdict=Verdict.PASS)
    tile = scene_of(changed(overview, 4, shown)).tile(4)
    assert (tile.version_number, tile.score, tile.shape) == (2, "88", Shape.SMOOTH)
    assert segment_name(tile) == "Segment 5, version 2, quality 88, frames 325–405"


def test_what_was_said_of_a_version_is_in_its_name() -> None:
    overview = scene_overview(10)
    good = replace(overview.current[0], approved_upstream="as it is")
    bad = replace(overview.current[1], needs_work=True, work_reason="The arm doubles")
    scene = scene_of(changed(changed(overview, 0, good), 1, bad))
    assert segment_name(scene.tile(0)).endswith("frames 1–81, approved")
    assert segment_name(scene.tile(1)).endswith("needs work")
    assert segment_tip(scene.tile(1)).splitlines()[1] == "Needs work: The arm doubles"


def test_tips_say_what_to_do() -> None:
    problem = JobProblem("oom", "The server ran out of memory", "", "")
    jobs = (job(1, JobState.FAILED, index=5, problem=problem),)
    scene = scene_of(with_stale(scene_overview(10, ssims={1: 0.89, 2: None}), 5), jobs)
    failed, follows = segment_tip(scene.tile(5)), segment_tip(scene.tile(6))
    assert failed.splitlines()[1:] == [
        "The server ran out of memory.",
        "The frame it was made from has been replaced. Regenerate it, or approve it as it is.",
    ]
    assert follows.endswith("It still matches the segment before it. Start with 6.")
    assert boundary_tip(scene.marker(1)).endswith("else accept it as it is.")
    assert boundary_tip(scene.marker(2)).endswith("Check it now from the Boundary menu.")
    assert boundary_tip(scene.marker(3)) == boundary_name(scene.marker(3))


def test_only_a_selected_new_version_is_under_review() -> None:
    overview = scene_overview()
    second = replace(overview.current[4], number=2)
    scene = scene_of(changed(overview, 4, second))
    approved = scene_of(changed(overview, 4, replace(second, approved_upstream="x")))
    assert scene.tile(4, is_selected=True).status.kind is StatusKind.REVIEWED
    assert scene.tile(4).status.kind is StatusKind.RANGE
    assert scene.tile(3, is_selected=True).status.kind is StatusKind.RANGE
    assert approved.tile(4, is_selected=True).status.kind is StatusKind.RANGE


def test_stale_tiles_know_which_of_them_is_broken() -> None:
    scene = scene_of(with_stale(scene_overview(), 5))
    assert [scene.tile(index).is_stale for index in (4, 5, 6)] == [False, True, True]
    assert [scene.tile(index).is_seed_changed for index in (5, 6)] == [True, False]
    assert segment_name(scene.tile(5)).endswith("stale, seed changed")
    assert segment_name(scene.tile(6)).endswith("stale, follows 6")


def test_a_generating_tile_stays_stale() -> None:
    scene = scene_of(with_stale(scene_overview(), 5), [job(index=7, done=10, total=20)])
    tile = scene.tile(7)
    assert tile.is_stale
    assert tile.status.share == 0.5
    assert segment_name(tile).endswith("v2 · 50 %, stale, follows 6")


def test_a_damaged_file_has_no_quality() -> None:
    overview = scene_overview()
    scene = timeline_scene(
        overview.scene.rate,
        overview.current,
        overview.boundaries,
        ranges_of(overview),
        damage={overview.current[2].id: Damage(38)},
    )
    tile = scene.tile(2)
    assert (tile.score, tile.shape) == ("None", Shape.NOT_CHECKED)
    assert "38 of 81 frames" in segment_name(tile)


def test_a_failure_that_was_put_away_is_not_told_again() -> None:
    overview = scene_overview()
    failed = job(3, JobState.FAILED, index=4)

    def kind(dismissed: frozenset[int]) -> StatusKind:
        scene = timeline_scene(
            overview.scene.rate,
            overview.current,
            overview.boundaries,
            ranges_of(overview),
            [failed],
            dismissed=dismissed,
        )
        return scene.tile(4).status.kind

    assert kind(frozenset()) is StatusKind.FAILED
    assert kind(frozenset({3})) is StatusKind.RANGE


def test_a_job_of_a_segment_that_is_gone_is_left_out() -> None:
    scene = scene_of(scene_overview(3), [job(index=7)])
    assert scene.work == {}


def test_frames_belong_to_their_segments() -> None:
    scene = plain_scene(10)
    assert [scene.segment_at(frame) for frame in (-5, 0, 80, 81, 809, 900)] == [0, 0, 0, 1, 9, 9]
    assert scene.frames == 810


def test_the_scene_is_summed_up_in_words() -> None:
    scene = plain_scene(ssims={4: 0.75, 7: 0.89})
    assert scene_name(scene) == "10 segments, 1 visible jump, 1 borderline, 7 smooth"
    assert scene_name(EMPTY) == "No scene"
    assert scene_name(plain_scene(1)) == "1 segment, 0 visible jumps, 0 borderline, 0 smooth"


def test_a_mark_says_what_is_natural_and_why_it_is_seen() -> None:
    left = plain_scene(ssims={4: 0.75}).boundaries[4]
    assert left.join.measures is not None
    figures = SeamFigures(
        ssim=0.75, lightness_step=4.0, brightness_percent=5.2, causes=(Cause.COLOUR,)
    )
    measures = replace(left.join.measures, treated=figures)
    decided = Decided("Ann", "2026-11-22T14:30:00+00:00", "meant so")
    join = replace(left.join, measures=measures)
    told = "Boundary 5 to 6, visible jump, SSIM 0.75, normal here 0.94–0.98, 5 % brighter"
    assert boundary_name(with_boundary(4, replace(left, join=join)).marker(4)) == told
    join = replace(join, decision=Decision.ACCEPTED, decided=decided)
    accepted = with_boundary(4, replace(left, join=join)).marker(4)
    assert boundary_name(accepted) == f"{told}, accepted as is (meant so)"
