"""What must hold after every death of the program, of the machine, or of its disk."""

from __future__ import annotations

from restitch_app.domain.jobs import JobState
from restitch_app.domain.progress import JobContext
from restitch_app.services.project.verify import FaultKind
from restitch_app.services.workbench import Workbench


def check_opened(bench: Workbench) -> None:
    """Right after opening, before an engine has cleared up: nothing but unfinished files."""
    faults = bench.verifying.verify(JobContext()).faults
    assert {fault.kind for fault in faults} <= {FaultKind.HALF_WRITTEN}, faults


def check_finished(bench: Workbench) -> None:
    """Once no job is open: verified, and every finished render is there once, file and all.

    But for files of versions that a person removed.
    """
    assert bench.verifying.verify(JobContext()).faults == ()
    jobs = bench.jobs.all()
    assert not any(job.state.is_open for job in jobs)
    results = [job.result_segment_id for job in jobs if job.state is JobState.DONE]
    assert None not in results
    assert len(set(results)) == len(results)
    versions = bench.project.store.versions
    missing = set(results) - {version.id for version in versions.with_files()}
    assert all(versions.get(gone).removed_at is not None for gone in missing if gone is not None)
    scene = bench.project.scene()
    current = bench.overview.current(scene)
    assert [version.sequence_index for version in current] == list(range(len(current)))


def send_lost_again(bench: Workbench) -> bool:
    """As a person does where the program asks. Whether there was one."""
    lost = [job for job in bench.jobs.all() if job.state is JobState.LOST]
    for job in lost:
        bench.jobs.submit_again(job.id)
    for run in bench.runs.open():
        if run.reason is not None:
            bench.runs.go_on(run.id)
            return True
    return bool(lost)
