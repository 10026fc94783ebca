from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.timeline.status import Status, StatusKind, Work, status_of
from restitch_app.ui.timeline.work import Refused, work_by_segment, work_of
from tests.ui.samples import job, version
from tests.ui.timeline.scenes import done_job

FRAMES = FrameRange(324, 405)


def told(
    shown: Version, work: Work | None = None, damage: Damage | None = None, reviewed: bool = False
) -> Status:
    return status_of(shown, FRAMES, work, damage, is_reviewed=reviewed)


def test_a_quiet_segment_says_its_frames_as_people_count() -> None:
    assert told(version(4)).texts == ("325–405",)


@pytest.mark.parametrize(
    ("root", "kind", "text"),
    [
        (4, StatusKind.SEED_CHANGED, "Stale · seed changed"),
        (2, StatusKind.FOLLOWS, "Stale · follows 3"),
    ],
)
def test_stale_says_why(root: int, kind: StatusKind, text: str) -> None:
    status = told(replace(version(4), stale_root_index=root))
    assert (status.kind, status.texts[0]) == (kind, text)


def test_the_most_pressing_thing_is_told() -> None:
    stale = replace(version(4), stale_root_index=4)
    failed = Work(StatusKind.FAILED, 2)
    running = Work(StatusKind.GENERATING, 2, 5, 20)
    queued = Work(StatusKind.QUEUED, 2)
    damage = Damage(38)
    in_order = [
        told(stale, failed, damage, reviewed=True),
        told(stale, running, damage, reviewed=True),
        told(stale, running, reviewed=True),
        told(stale, queued, reviewed=True),
        told(stale, reviewed=True),
        told(stale),
        told(version(4)),
    ]
    assert [status.texts[0] for status in in_order] == [
        "v2 failed · v1 shown",
        "38 of 81 frames",
        "v2 · 25 %",
        "v2 queued",
        "Under review",
        "Stale · seed changed",
        "325–405",
    ]


def test_time_left_is_told_where_it_is_known() -> None:
    def shown(time_left_s: float | None) -> tuple[str, ...]:
        work = work_of(version(4), [job(1, index=4, done=13, total=21)], time_left_s)
        return told(version(4), work).texts

    assert shown(None)[0] == "v2 · 62 %"
    assert shown(72.0) == ("v2 · 62 % · 1:12", "62 % · 1:12", "62 %")


def test_work_of_unknown_length_says_what_it_does() -> None:
    work = work_of(version(4), [job(1, JobState.RUNNING, index=4, total=0, stage="VAE Decode")])
    status = told(version(4), work)
    assert status.texts == ("v2 · VAE Decode", "VAE Decode")
    assert status.share is None


def test_a_running_take_is_told_before_a_waiting_one() -> None:
    jobs = [job(1, JobState.QUEUED, index=4), job(2, JobState.RUNNING, index=4, total=4)]
    work = work_of(version(4), jobs)
    assert work is not None
    assert work.kind is StatusKind.GENERATING


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.LOST])
def test_a_failure_is_told_until_something_newer_happened(state: JobState) -> None:
    failed = job(1, state, index=4)
    found = work_of(version(4), [failed])
    assert found == Work(StatusKind.FAILED, 2, job_id=1)
    assert work_of(version(4), [failed, job(2, JobState.CANCELLED, index=4)]) is None


def test_version_numbers_count_results_and_not_attempts() -> None:
    first = version(4)
    jobs: list[JobRecord] = [
        job(1, JobState.FAILED, index=4),
        done_job(2, first, result_segment_id=500),
        job(3, JobState.RUNNING, index=4, total=4),
    ]
    work = work_of(first, jobs)
    assert work is not None
    assert work.number == 3


def test_a_result_that_is_not_used_yet_is_ready() -> None:
    first = version(4)
    work = work_of(first, [done_job(1, first, result_segment_id=500)])
    assert work == Work(StatusKind.CANDIDATE, 2, job_id=1)
    assert told(first, work).texts[0] == "v2 is ready"


def test_a_result_that_became_current_has_nothing_left_to_tell() -> None:
    first, second = version(4), version(4, number=2)
    assert work_of(second, [done_job(1, first, result_segment_id=second.id)]) is None


def test_a_file_that_is_gone_is_called_missing() -> None:
    assert told(version(4), damage=Damage()).texts[0] == "File is missing"


def test_a_job_that_waits_for_its_server_does_not_look_like_one_that_runs() -> None:
    waiting = job(1, JobState.UPLOADING, index=4, waiting_since="2026-11-22T14:30:00")
    status = told(version(4), work_of(version(4), [waiting]))
    assert (status.kind, status.texts) == (StatusKind.QUEUED, ("v2 waiting", "Waiting"))


def refused_work(refused: Refused, dismissed: frozenset[int] = frozenset()) -> Work | None:
    first = version(0)
    jobs = [done_job(1, first, result_segment_id=500)]
    return work_by_segment([first], jobs, {}, dismissed, {0: refused}).get(0)


def test_a_result_of_another_size_stays_on_its_tile_until_it_is_replaced() -> None:
    work = refused_work(Refused(500, 2, "832x480, not 416x240", is_misfit=True), frozenset({1}))
    assert work is not None
    status = told(version(0), work, reviewed=True)
    assert (status.kind, status.texts[0]) == (StatusKind.MISFIT, "v2 differs in size or rate")
    assert work.problem == "832x480, not 416x240"


def test_a_result_that_broke_off_has_failed_and_can_be_put_away() -> None:
    broken = Refused(500, 2, "It has 38 of 81 frames", is_misfit=False)
    work = refused_work(broken)
    assert work == Work(StatusKind.FAILED, 2, job_id=1, problem="It has 38 of 81 frames")
    assert refused_work(broken, frozenset({1})) is None


def test_what_renders_now_is_told_before_what_was_refused() -> None:
    misfit = Refused(500, 2, "Too large", is_misfit=True)
    running = [job(2, JobState.RUNNING, index=0, total=4)]
    found = work_by_segment([version(0)], running, {}, frozenset(), {0: misfit})
    assert found[0].kind is StatusKind.GENERATING
