"""New frames for a boundary from ComfyUI: asked for, made once, checked, judged, applied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import BridgeRequest, JobKind, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.services.project import open_project
from restitch_app.services.remedy_names import COMFY_BRIDGE
from restitch_app.services.workbench import Workbench
from tests.services.faulty import check_sound, quick_bench, run, the_job
from tests.services.scenes import with_settings
from tests.services.seam_scenes import seam_scene, shifted
from tests.services.workflows import added, both_ends_prompt

CTX = JobContext()


@pytest.fixture(scope="module")
def jumping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a scene whose boundary jumps by six lines; to be copied."""
    bench = seam_scene(tmp_path_factory.mktemp("jumping"), shifted)
    added(bench, both_ends_prompt())
    bench.project.close()
    return bench.project.folder


@pytest.fixture
def bench(tmp_path: Path, server: DemoServer, jumping: Path, hurry: None) -> Iterator[Workbench]:
    folder = tmp_path / "project"
    shutil.copytree(jumping, folder)
    made = quick_bench(open_project(folder))
    with_settings(made, server_url=server.url)
    yield made
    made.project.close()


def test_a_bridge_is_made_between_two_frames_of_the_film(
    bench: Workbench, server: DemoServer
) -> None:
    scene = bench.project.scene()
    job = bench.bridging.request(scene, BridgeRequest(0, parameters={"steps": 20}), CTX)
    assert job.kind is JobKind.BRIDGE
    assert job.name == "Bridge 1|2"
    run(bench)
    job = the_job(bench)
    assert job.state is JobState.DONE, job.problem
    span = job.bridge
    assert span is not None
    candidate = bench.bridging.candidate(scene, job, CTX)
    applied = bench.remedies.apply(candidate, CTX)
    assert applied.boundary.join.treatment.method == COMFY_BRIDGE
    check_sound(bench)
    assert server.prompts_received == 1
