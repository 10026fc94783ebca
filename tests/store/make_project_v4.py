"""Makes a small project of format 4: `python -m tests.store.make_project_v4 FILE`.

`tests/data/project_v4.restitch` was made by this, run on the code of that time, and stays as it is:
it stands for the files that people have.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.boundaries import BoundaryClass, BoundaryType
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.jobs import JobState
from restitch_app.domain.joins import Decision, Join, Treatment
from restitch_app.domain.seams import Channel
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.store import create_store
from tests.store.samples import add_chain, new_job


def make(db_path: Path) -> None:
    """A chain of three with a cut, a wrong call, and a submitted job."""
    with create_store(db_path, ProjectSettings("Harbour project")) as store, store.transaction():
        scene = store.scenes.add("Harbour", Fraction(16), 832, 480)
        a, b, c = (version.id for version in add_chain(store, scene.id, 3))
        store.joins.save(Join(a, b, None, Treatment("drop_repeat", 1, 0)), "ann")
        store.joins.save(Join(b, c, None, decision=Decision.CUT), "ben")
        seen, chained = BoundaryClass.GREEN, BoundaryType.CHAINED
        scores = {Channel.COLOUR: 1.4, Channel.MOTION: 0.2}
        store.calls.save(BoundaryCall(a, b, seen, BoundaryClass.YELLOW, chained, scores, 2), "ann")
        job = store.jobs.add(new_job(scene.id, b))
        for state in (JobState.UPLOADING, JobState.SUBMITTED):
            store.jobs.move(job.id, state)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
