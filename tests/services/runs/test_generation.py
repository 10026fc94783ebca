"""A scene from a start image, and segments at the end of one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import Verdict
from restitch_app.domain.runs import RunState, RunWishes, SeedRule
from restitch_app.media.pictures import read_png, write_png
from restitch_app.services.project.project import create_project
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflows.files import read_workflow_file
from tests.services.faulty import check_sound, quick_bench, run
from tests.services.scenes import SIZE, panned_pictures, with_settings
from tests.services.test_transactions import is_free


@pytest.fixture
def start_image(tmp_path: Path) -> Path:
    """Larger than the scene will be, and of another shape."""
    made = write_png(panned_pictures(0, 1, (400, 200))[0], tmp_path / "pictures").path
    return made.rename(tmp_path / "lake.png")


@pytest.fixture
def empty(tmp_path: Path, server: DemoServer, hurry: None) -> Iterator[Workbench]:
    """A project with a workflow and nothing else."""
    made = quick_bench(create_project(tmp_path / "project"))
    with_settings(made, server_url=server.url, analysis_height=SIZE[1])
    settings = DemoSettings("seed.png", 1, steps=4, length=9, width=SIZE[0], height=SIZE[1])
    file = tmp_path / "workflow.json"
    file.write_text(json.dumps(demo_workflow(settings)))
    made.workflows.add(read_workflow_file(file))
    yield made
    made.project.close()


def test_a_scene_grows_from_a_start_image(
    empty: Workbench, server: DemoServer, start_image: Path
) -> None:
    (workflow,) = empty.workflows.list()
    wishes = RunWishes(
        each={1: {"prompt": "a calm lake at dusk"}},
        seed_rule=SeedRule.INCREMENT,
        seed=40,
        workflow_id=workflow.id,
    )
    with_settings(empty, becomes_current=BecomesCurrent.ALWAYS)
    free: list[bool] = []
    forget = empty.project.feed.subscribe(lambda _: free.append(is_free(empty.project.folder)))
    told: list[str] = []
    started = empty.runs.generate("Lake", start_image, 3, wishes, tell=told.append)
    forget()
    assert set(free) == {True}, "it is told of once it is written"
    assert empty.overview.of(empty.project.scene()).frames == 0
    run(empty)

    ended = empty.runs.get(started.id)
    assert ended.state is RunState.DONE, ended.reason
    scene = empty.project.scene()
    chain = empty.overview.current(scene)
    assert [version.sequence_index for version in chain] == [0, 1, 2]
    # Of its shape: 160×96 hold as many pixels as 175×88, and the nodes take multiples of 16.
    assert (scene.width, scene.height, scene.rate) == (176, 80, Fraction(16))
    assert told == [
        "The scene gets 176×80: the shape of lake.png (400×200), with about as many "
        "pixels as the workflow makes (160×96), in steps of 16."
    ]
    assert scene.start_image == chain[0].seed_frame
    assert chain[0].previous_segment_id is None
    assert scene.start_image is not None
    kept = read_png(empty.project.path(scene.start_image.file))
    assert (kept == read_png(start_image)).all()
    for left, right in pairwise(chain):
        assert right.seed_from_version_id == left.id
        assert right.seed_frame == left.hand_off
    assert [version.parameters["seed"] for version in chain] == [40, 41, 42]
    assert chain[1].parameters["prompt"] == "a calm lake at dusk"
    assert chain[2].parameters["prompt"] == "a calm lake at dusk"  # it goes on
    assert chain[0].parameters["prompt"] != "a calm lake at dusk"
    assert not any(version.is_stale for version in chain)
    assert all(version.verdict is not Verdict.FAIL for version in chain)
    assert server.prompts_received == server.prompts_executed == 3
    check_sound(empty)


def test_a_scene_is_extended_at_its_end(small: Workbench, server: DemoServer) -> None:
    scene = small.project.scene()
    last = small.overview.current(scene)[-1]
    small.runs.extend(scene, 2, RunWishes())
    run(small)
    chain = small.overview.current(scene)
    assert len(chain) == 5
    assert chain[3].seed_frame == last.next_seed
    assert chain[3].parameters["prompt"] == last.parameters["prompt"]
    assert chain[3].facts.frame_count == last.facts.frame_count
    assert [b.left_index for b in small.boundaries.known(scene) if b.ssim is not None] == [
        0, 1, 2, 3,
    ]  # fmt: skip
    assert server.prompts_executed == 2
    check_sound(small)

    ids = [version.id for version in chain]
    assert small.history.undo(JobContext()).label == "Generation of segments 4–5"
    assert [version.id for version in small.overview.current(scene)] == ids[:3]
    assert all(small.project.path(version.file).is_file() for version in chain)
    check_sound(small)
    small.history.redo(JobContext())
    again = small.overview.current(scene)
    assert [version.id for version in again] == ids
    assert not any(version.is_stale for version in again)
    check_sound(small)


def test_what_cannot_begin_leaves_nothing_behind(empty: Workbench, start_image: Path) -> None:
    with pytest.raises(WrongUse, match="no workflow"):
        empty.runs.generate("Lake", start_image, 3, RunWishes())
    assert empty.overview.scenes() == ()
    assert empty.runs.list() == ()
