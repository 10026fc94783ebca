"""Fixtures: a scene of four segments whose third one jumps, and the API on a real port."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.api.server import LoopbackServer
from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.api.client import DOOR, ApiClient
from tests.clips import write_clip
from tests.services.scenes import bench_on, imported, new_workbench, panned_pictures, with_settings

SIZE = (160, 96)
FRAMES = 17
STARTS = (0, 16, 42, 58)
"""First frame of each segment in one long camera move: ten frames are missing before the third."""


@pytest.fixture(scope="session")
def made_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Imported and measured once; tests work on copies of the folder."""
    folder = tmp_path_factory.mktemp("api")
    clips = [_clip(folder / f"clip_{n}.mp4", n, start) for n, start in enumerate(STARTS, start=1)]
    bench = new_workbench(folder / "project")
    imported(bench, clips)
    bench.project.close()
    return folder / "project"


@pytest.fixture
def demo_server() -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.01) as running:
        yield running


@pytest.fixture
def bench(made_project: Path, tmp_path: Path) -> Iterator[Workbench]:
    """Segments 1 to 4 have the ids 1 to 4. Its ComfyUI server answers nobody."""
    folder = tmp_path / "project"
    shutil.copytree(made_project, folder)
    with open_project(folder) as project:
        bench = bench_on(project)
        yield bench
        bench.engine.stop()


@pytest.fixture
def api(bench: Workbench) -> Iterator[ApiClient]:
    """The API alone: jobs stay queued."""
    before = set(threading.enumerate())
    with LoopbackServer(bench, DOOR) as server, ApiClient(server.url) as client:
        yield client
    until = time.monotonic() + 5
    while (left := set(threading.enumerate()) - before) and time.monotonic() < until:
        bench.engine.stop()
        time.sleep(0.01)
    assert not left


@pytest.fixture
def rendering(bench: Workbench, demo_server: DemoServer, api: ApiClient) -> ApiClient:
    """The API with the engine running and the bundled server answering."""
    with_settings(bench, server_url=demo_server.url)
    bench.engine.start()
    return api


def _clip(path: Path, segment: int, start: int) -> Path:
    settings = DemoSettings(
        image=f"seed_{segment}.png",
        seed=segment,
        steps=4,
        length=FRAMES,
        width=SIZE[0],
        height=SIZE[1],
    )
    return write_clip(
        path,
        panned_pictures(start, FRAMES, SIZE),
        gop=8,
        options={"crf": "16"},
        metadata={"prompt": json.dumps(demo_workflow(settings))},
        container_options={"movflags": "use_metadata_tags"},
    )
