"""Which take becomes current, and that it is settled once."""

from __future__ import annotations

import dataclasses
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import numpy as np
import pytest

from restitch_app.analysis.quality.judge import judge
from restitch_app.demo.server import DemoServer, Faults
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent, JobRecord, JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import QualityReport, Verdict
from restitch_app.domain.versions import Picture, Version
from restitch_app.media.pictures import read_png, write_png
from restitch_app.services.jobs.deciding import rank
from restitch_app.services.project.project import PICTURES
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from tests.services.faulty import MIDDLE, PATIENCE_S, ask, history, run, the_job
from tests.services.scenes import with_settings


def asked(bench: Workbench, takes: int) -> list[JobRecord]:
    return bench.regeneration.request(
        bench.project.scene(), RegenerationRequest(MIDDLE, takes=takes)
    )


def currents(bench: Workbench) -> list[int]:
    """Numbers of the segment's current versions: exactly one, always."""
    return [version.number for version in history(bench) if version.is_current]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """QA fails every take, for what it shows not for its format."""

    def harsh(*args: object, **kwargs: object) -> QualityReport:
        report = judge(*args, **kwargs)  # type: ignore[arg-type]
        return dataclasses.replace(report, verdict=Verdict.FAIL)

    monkeypatch.setattr("restitch_app.services.imports.clip_scan.judge", harsh)


@pytest.mark.parametrize(
    ("policy", "current"),
    [(BecomesCurrent.WHEN_QA_PASSES, 1), (BecomesCurrent.ALWAYS, 2), (BecomesCurrent.ASK, 1)],
)
def test_a_take_that_fails_qa_becomes_current_only_where_the_policy_is_always(
    small: Workbench, failing: None, policy: BecomesCurrent, current: int
) -> None:
    with_settings(small, becomes_current=policy)
    ask(small)
    run(small)
    assert the_job(small).state is JobState.DONE
    assert history(small)[0].verdict is Verdict.FAIL
    assert currents(small) == [current]
    stale = small.project.store.versions.stale_indices(small.project.scene().id)
    assert bool(stale) == (current == 2)


def test_takes_are_ranked_by_verdict_then_the_worse_boundary_then_score(
    small: Workbench,
) -> None:
    (version,) = history(small)
    best_first = [
        _like(version, Verdict.PASS, 0.9, 0.9, 60.0),
        _like(version, Verdict.PASS, 0.99, 0.8, 90.0),
        _like(version, Verdict.PASS, 0.8, 0.99, 80.0),
        _like(version, Verdict.WARN, 1.0, 1.0, 79.0),
        _like(version, Verdict.WARN, None, 0.7, 70.0),
        _like(version, Verdict.FAIL, 1.0, 1.0, 49.0),
        _like(version, None, 1.0, 1.0, None),
    ]
    for shuffled in itertools.islice(itertools.permutations(best_first), 0, 5040, 97):
        assert sorted(shuffled, key=rank) == best_first


@pytest.mark.parametrize("failing_take", [1, 2, 3])
def test_a_request_is_decided_among_the_takes_that_came(
    small: Workbench, server: DemoServer, failing_take: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_at = asked(small, 3)[failing_take - 1].id
    store_jobs = small.project.store.jobs
    real = store_jobs.move

    def spoiling(job_id: int, state: JobState, **changes: object) -> JobRecord:
        if job_id == fail_at and state is JobState.UPLOADING:
            server.faults = Faults(fail_at_class="KSampler")
        return real(job_id, state, **changes)  # type: ignore[arg-type]

    monkeypatch.setattr(store_jobs, "move", spoiling)
    run(small)
    states = {job.id: job.state for job in small.jobs.all()}
    assert states.pop(fail_at) is JobState.FAILED
    assert set(states.values()) == {JobState.DONE}
    assert [v.number for v in history(small)] == [3, 2, 1]
    assert currents(small) in ([2], [3])


def test_a_take_sent_again_after_the_decision_stays_a_candidate(
    small: Workbench, server: DemoServer
) -> None:
    asked(small, 2)
    server.faults = Faults(fail_at_class="KSampler")
    run(small)
    failed = next(job for job in small.jobs.all() if job.state is JobState.FAILED)
    assert currents(small) == [2]

    small.jobs.submit_again(failed.id)
    run(small)
    assert [job.state for job in small.jobs.all()] == [JobState.DONE] * 2
    assert [v.number for v in history(small)] == [3, 2, 1]
    assert currents(small) == [2]
    assert {v.regeneration_count for v in history(small)[:2]} == {1}


def test_a_take_sent_again_respects_what_a_person_chose_meanwhile(
    small: Workbench, server: DemoServer
) -> None:
    asked(small, 2)
    server.faults = Faults(fail_at_class="KSampler")
    run(small)
    failed = next(job for job in small.jobs.all() if job.state is JobState.FAILED)
    small.versions.use(history(small)[-1], JobContext())  # back to v1
    small.jobs.submit_again(failed.id)
    run(small)
    assert currents(small) == [1]


def test_a_job_that_somebody_else_submits_again_at_once_is_left_to_them(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would get another prompt and begin anew while the server works on the first."""
    server.faults = Faults(fail_at_class="KSampler")
    job = ask(small)
    run(small)
    store = small.project.store
    is_waiting = threading.Event()
    real = store.transaction

    def noting() -> AbstractContextManager[None]:
        is_waiting.set()
        return real()

    with ThreadPoolExecutor(1) as other:
        with real():
            monkeypatch.setattr(store, "transaction", noting)
            second = other.submit(small.jobs.submit_again, job.id)
            assert is_waiting.wait(PATIENCE_S)
            store.jobs.move(job.id, JobState.QUEUED)
            store.jobs.move(job.id, JobState.UPLOADING)
            store.jobs.move(job.id, JobState.SUBMITTED, prompt_id="first")
        with pytest.raises(WrongUse, match="cannot be submitted again"):
            second.result(PATIENCE_S)
    kept = store.jobs.get(job.id)
    assert (kept.state, kept.prompt_id) == (JobState.SUBMITTED, "first")


def test_a_request_that_had_no_result_is_decided_when_its_take_is_sent_again(
    small: Workbench, server: DemoServer
) -> None:
    jobs = asked(small, 2)
    server.faults = Faults(fail_at_class="KSampler", times=2)
    run(small)
    assert currents(small) == [1]
    server.faults = Faults()
    small.jobs.submit_again(jobs[1].id)
    run(small)
    assert currents(small) == [2]


def test_a_cancelled_take_does_not_keep_the_others_waiting(small: Workbench) -> None:
    jobs = asked(small, 2)
    small.jobs.cancel(jobs[1].id)
    run(small)
    assert [job.state for job in small.jobs.all()] == [JobState.DONE, JobState.CANCELLED]
    assert currents(small) == [2]


def test_of_two_requests_for_one_segment_the_later_is_current(
    small: Workbench, server: DemoServer
) -> None:
    first, second = ask(small, cfg=4.0), ask(small, cfg=6.0)
    assert (first.regeneration_count, second.regeneration_count) == (1, 2)
    run(small)
    newest, middle, oldest = history(small)
    assert currents(small) == [3]
    assert (newest.parameters["cfg"], middle.parameters["cfg"]) == (6.0, 4.0)
    # Both were asked for while v1 was current.
    assert newest.previous_segment_id == middle.previous_segment_id == oldest.id
    assert server.prompts_executed == 2


def test_each_decision_is_in_the_audit_trail_once(small: Workbench) -> None:
    asked(small, 3)
    run(small)
    kinds = [event.kind for event in small.project.store.events.list()]
    assert kinds.count("became_current") == 1
    assert kinds.count("regeneration_asked") == 1


@pytest.mark.parametrize(("changed_by", "current"), [(1, 2), (40, 1)])
def test_a_new_frame_before_it_counts_only_where_it_shows_another_picture(
    small: Workbench, changed_by: int, current: int
) -> None:
    """A step of one in 255 is 48 dB."""
    ask(small)
    project = small.project
    before = project.current(project.scene(), MIDDLE - 1)
    assert before.last_frame is not None
    pixels = read_png(project.path(before.last_frame.file))
    changed = write_png(
        np.where(pixels < 128, pixels + changed_by, pixels - changed_by).astype(np.uint8),
        project.path(PICTURES),
    )
    assert changed.hash != before.last_frame.hash
    project.store.versions.add(
        NewVersion(
            scene_id=before.scene_id,
            sequence_index=before.sequence_index,
            file=before.file,
            file_sha256=before.file_sha256,
            file_bytes=before.file_bytes,
            facts=before.facts,
            first_frame=before.first_frame,
            last_frame=Picture(changed.hash, project.relative(changed.path)),
            frame_index=project.store.versions.frame_index(before.id),
            is_current=True,
        )
    )
    run(small)
    assert currents(small) == [current]


def test_a_decision_stays_known_however_much_happened_since(
    small: Workbench, server: DemoServer
) -> None:
    asked(small, 2)
    server.faults = Faults(fail_at_class="KSampler", times=1)
    run(small)
    (version,) = (one for one in history(small) if one.is_current)
    assert version.number == 2
    store = small.project.store
    with store.transaction():
        for _ in range(1100):
            store.events.add("looked_at", "ann", version_id=version.id)
    (failed,) = (job for job in small.jobs.all() if job.state is JobState.FAILED)
    small.jobs.submit_again(failed.id)
    run(small)
    assert currents(small) == [2]


def _like(
    version: Version,
    verdict: Verdict | None,
    before: float | None,
    after: float | None,
    score: float | None,
) -> Version:
    return dataclasses.replace(
        version,
        verdict=verdict,
        boundary_ssim_before=before,
        boundary_ssim_after=after,
        score=score,
    )


def test_a_take_whose_file_was_purged_is_no_candidate_any_more(
    small: Workbench, server: DemoServer
) -> None:
    """The other one, sent again, is decided on alone, and the engine lives on."""
    with_settings(small, becomes_current=BecomesCurrent.ASK)
    asked(small, 2)
    server.faults = Faults(fail_at_class="KSampler")
    run(small)
    failed = next(job for job in small.jobs.all() if job.state is JobState.FAILED)
    purged = history(small)[0]
    small.purging.purge(purged, also_seeding=True)
    with_settings(small, becomes_current=BecomesCurrent.ALWAYS)
    server.faults = Faults(fail_at_class="KSampler")
    small.jobs.submit_again(failed.id)
    run(small)
    assert small.project.store.jobs.get(failed.id).state is JobState.FAILED
    assert currents(small) == [1]
    server.faults = Faults()
    small.jobs.submit_again(failed.id)
    run(small)
    assert small.project.store.jobs.get(failed.id).state is JobState.DONE
    assert currents(small) == [3]
    event = small.project.store.events.list(limit=1, kinds=("became_current",))[0]
    assert event.detail["replaced"] == history(small)[-1].id
