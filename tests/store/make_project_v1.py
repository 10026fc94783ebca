"""Makes a small project with a bit of everything: `python -m tests.store.make_project_v1 FILE`.

`tests/data/project_v1.restitch` was made by this, run on the code of that time, and stays as it is:
it stands for the files that people have. Later formats get files of their own.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.jobs import JobState
from restitch_app.domain.joins import Decision, Join, JoinMeasures, Patch, Treatment
from restitch_app.domain.quality import CheckName, CheckResult, QualityReport, Verdict
from restitch_app.domain.versions import ProjectSettings, Version
from restitch_app.store.store import Store, create_store
from tests.store.samples import new_job, new_version, raw


def make(db_path: Path) -> None:
    """Four segments, the second regenerated: its followers are stale."""
    with create_store(db_path, ProjectSettings("Forest project")) as store, store.transaction():
        scene = store.scenes.add("Forest walk", Fraction(24000, 1001), 832, 480)
        chain = _chain(store, scene.id)
        new = _regenerated(store, chain)
        store.versions.write_stale_roots(scene.id, [None, None, 2, 2])
        measures = JoinMeasures(0.8, 0.9, 0.7, 0.75, None, 1.25, version=1)
        patched = Treatment("blend", 1, 0, Patch("media/patches/1.mkv", 4, 4))
        store.joins.save(Join(chain[0].id, new.id, measures, patched), "anna")
        store.joins.save(Join(new.id, chain[2].id, measures, decision=Decision.ACCEPTED), "anna")
        store.joins.save_picture_match("hash-a", "hash-b", same=True)
        store.events.add("imported", "anna", detail={"clips": 4})
        store.events.add("became_current", "restitch", version_id=new.id)
    raw(db_path, """UPDATE scenes SET workflow_json = '{"3": {"inputs": {"seed": 7}}}'""")


def _chain(store: Store, scene_id: int) -> list[Version]:
    chain: list[Version] = []
    for index in range(4):
        new = replace(
            new_version(scene_id, index),
            is_current=True,
            frame_index=bytes(range(16)),
            prompt={"3": {"inputs": {"seed": index}}},
        )
        if chain:
            before = chain[-1]
            new = replace(new, seed_frame=before.last_frame, seed_from_version_id=before.id)
        chain.append(store.versions.add(new))
    return chain


def _regenerated(store: Store, chain: list[Version]) -> Version:
    old = chain[1]
    job = store.jobs.add(
        replace(new_job(old.scene_id, old.id), takes=1, sequence_index=1, prompt_id="prompt-1")
    )
    for state in (
        JobState.UPLOADING,
        JobState.SUBMITTED,
        JobState.RUNNING,
        JobState.DOWNLOADING,
        JobState.CHECKING,
    ):
        store.jobs.move(job.id, state)
    new = store.versions.add(
        replace(
            new_version(old.scene_id, 1, "b"),
            previous_segment_id=old.id,
            regeneration_count=1,
            seed_frame=old.seed_frame,
            seed_from_version_id=chain[0].id,
            parameters=job.parameters,
            prompt=store.jobs.prompt(job.id),
            request_id=job.request_id,
            job_id=job.id,
        )
    )
    check = CheckResult(
        CheckName.SEED, Verdict.PASS, 97.5, 0.98, "SSIM", "Starts at its frame", (0,)
    )
    store.versions.set_quality(new.id, QualityReport((check,), Verdict.PASS, 97.5))
    store.versions.set_boundary_ssim(new.id, before=0.9, after=0.9)
    store.jobs.move(job.id, JobState.DONE, result_segment_id=new.id)
    return store.versions.make_current(new.id)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
