"""A cascade over the bundled server: one version after the other, from frame to frame."""

from __future__ import annotations

from itertools import pairwise

from restitch_app.demo.server import DemoServer
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunState, RunWishes
from restitch_app.services.workbench import Workbench
from tests.services.faulty import check_sound, run


def test_a_cascade_makes_everything_downstream_anew(small: Workbench, server: DemoServer) -> None:
    scene = small.project.scene()
    before = small.overview.current(scene)

    cascade = small.runs.cascade(scene, 1, RunWishes(parameters={"steps": 4}))
    run(small)

    ended = small.runs.get(cascade.id)
    assert (ended.state, ended.at_index, ended.left) == (RunState.DONE, 3, 0)
    now = small.overview.current(scene)
    assert [version.number for version in now] == [1, 2, 2]
    assert not any(version.is_stale for version in now)
    assert [job.run_id for job in small.jobs.all()] == [cascade.id] * 2
    for left, right in list(pairwise(now))[:]:
        assert right.seed_from_version_id == left.id
        assert right.seed_frame == left.next_seed
    assert server.prompts_received == server.prompts_executed == 2
    check_sound(small)

    step = small.history.undo(JobContext())
    assert step.label == "Cascade from segment 2"
    assert [v.id for v in small.overview.current(scene)] == [v.id for v in before]
    small.history.redo(JobContext())
    assert [v.id for v in small.overview.current(scene)] == [v.id for v in now]
