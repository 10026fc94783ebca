"""A cascade over the bundled server: one version after the other, from frame to frame."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import FailedGate, RunState, RunWishes
from restitch_app.domain.servers import ANY_SERVER, Server
from restitch_app.media.metering import counted_decodes
from restitch_app.services.workbench import Workbench
from tests.services.faulty import check_sound, history, run
from tests.services.scenes import with_settings
from tests.services.test_cost import scene_of


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
    for left, right in pairwise(now):
        assert right.seed_from_version_id == left.id
        assert right.seed_frame == left.next_seed
    assert server.prompts_received == server.prompts_executed == 2
    check_sound(small)

    step = small.history.undo(JobContext())
    assert step.label == "Cascade from segment 2"
    assert [v.id for v in small.overview.current(scene)] == [v.id for v in before]
    small.history.redo(JobContext())
    assert [v.id for v in small.overview.current(scene)] == [v.id for v in now]


def test_takes_go_to_several_servers_at_once_and_one_of_them_goes_on(
    small: Workbench, server: DemoServer
) -> None:
    with DemoServer(step_delay_s=0.01) as other:
        for number, one in enumerate((server, other)):
            small.servers.save(Server(one.url, f"gpu-{number}"), None)
        for known in small.servers.servers():
            if known.url not in (server.url, other.url):
                small.servers.remove(known.url)
        wishes = RunWishes({"steps": 30}, takes=2, server_url=ANY_SERVER)
        cascade = small.runs.cascade(small.project.scene(), 1, wishes)
        run(small)
        done = small.runs.get(cascade.id)
        assert done.reason is None
        assert done.state is RunState.DONE
        assert [server.prompts_executed, other.prompts_executed] == [2, 2]
    now = small.overview.current(small.project.scene())
    assert [len(history(small, index)) for index in (1, 2)] == [3, 3]
    assert {version.seed_from_version_id for version in history(small, 2)[:2]} == {now[1].id}
    assert not any(version.is_stale for version in now)


def test_a_step_costs_the_same_in_a_long_scene(tmp_path: Path, ten_segments: Path) -> None:
    costs = {}
    for segments in (10, 60):
        with (
            DemoServer(step_delay_s=0.01) as server,
            scene_of(segments, ten_segments, tmp_path / str(segments), server.url) as bench,
        ):
            with_settings(bench, becomes_current=BecomesCurrent.ALWAYS)
            with counted_decodes() as meter:
                bench.runs.cascade(
                    bench.project.scene(),
                    segments - 2,
                    RunWishes({"steps": 1}, on_failed_gate=FailedGate.GO_ON),
                )
                bench.engine.run()
            costs[segments] = (server.prompts_executed, len(meter.by_path), meter.total)
    assert costs[60] == costs[10]
    assert costs[10][0] == 2
