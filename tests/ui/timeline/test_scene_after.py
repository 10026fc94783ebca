from __future__ import annotations

from dataclasses import replace

from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobState
from restitch_app.services.project.overview import SceneOverview
from restitch_app.ui.state.filters import Filter
from restitch_app.ui.timeline.scene import TimelineScene, timeline_scene
from restitch_app.ui.timeline.scene_after import scene_after
from restitch_app.ui.timeline.work import work_by_segment
from tests.ui.samples import job, scene_overview, with_stale
from tests.ui.timeline.scenes import changed, ranges_of

JOBS = (job(1, JobState.RUNNING, index=6, done=1, total=2),)
CHECKING = frozenset({7})


def _whole(overview: SceneOverview, shown: Filter | None = None) -> TimelineScene:
    return timeline_scene(
        overview.scene.rate,
        overview.current,
        overview.boundaries,
        ranges_of(overview),
        JOBS,
        checking=CHECKING,
        shown=shown,
    )


def _before(shown: Filter | None = None) -> tuple[SceneOverview, TimelineScene]:
    overview = scene_overview(10, ssims={2: 0.7, 4: 0.89})
    return overview, timeline_scene(
        overview.scene.rate, overview.current, overview.boundaries, ranges_of(overview), shown=shown
    )


def _after(
    before: TimelineScene, overview: SceneOverview, changes: Changes, **ranges: FrameRange
) -> TimelineScene | None:
    found = ranges_of(overview) | {int(name[1:]): frames for name, frames in ranges.items()}
    work = work_by_segment(overview.current, JOBS, {}, frozenset(), {})
    return scene_after(
        before, changes, overview.current, overview.boundaries, found, work, CHECKING, {}
    )


def _next(overview: SceneOverview) -> SceneOverview:
    """Segments 6 to 10 are stale, 2 needs work, boundary 5 | 6 jumps."""
    stale = with_stale(overview, 5)
    worse = changed(stale, 1, replace(stale.current[1], needs_work=True))
    jump = scene_overview(10, ssims={4: 0.7}).boundaries[4]
    return replace(worse, boundaries=(*worse.boundaries[:4], jump, *worse.boundaries[5:]))


CHANGES = Changes(segments=frozenset({1, *range(5, 10)}), boundaries=frozenset({4}))


def test_it_is_as_if_all_was_made_anew() -> None:
    for shown in (None, Filter.VISIBLE, Filter.STALE, Filter.NEEDS_WORK):
        overview, before = _before(shown)
        after = _after(before, _next(overview), CHANGES)
        assert after is not None
        assert after == _whole(_next(overview), shown)
        assert after.marker_weights == _whole(_next(overview), shown).marker_weights
        assert after.starts is before.starts


def test_moved_frames_and_other_lengths_are_made_anew() -> None:
    overview, before = _before()
    moved = FrameRange(81, 160)
    assert _after(before, overview, Changes(segments=frozenset({1})), s1=moved) is None
    assert _after(before, overview, Changes(boundaries=frozenset({0})), s1=moved) is None
    assert _after(before, overview, Changes(), s9=FrameRange(729, 800)) is None
    assert _after(before, scene_overview(9), Changes()) is None
    assert _after(before, overview, Changes(scene=True)) is None


def test_places_beyond_the_scene_are_left_out() -> None:
    overview, before = _before()
    around = Changes(segments=frozenset({0, 9, 12}), boundaries=frozenset({-1, 9}))
    assert _after(before, overview, around) == _whole(overview)
