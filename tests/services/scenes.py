"""Small scenes for tests: chained clips as ComfyUI makes them, and a workbench on them."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from restitch_app.comfy.server.wire import Timeouts
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import ProjectSettings, Scene
from restitch_app.services.imports.importing import Imported
from restitch_app.services.project.project import Project, create_project
from restitch_app.services.remedies.applying import Applied
from restitch_app.services.servers.keys import HeldKeys
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.workbench import Workbench, workbench
from tests.clips import write_clip

SIZE = (160, 96)
FRAMES = 17
PIXELS_PER_FRAME = 1.4

Picture = NDArray[np.uint8]


def panned_pictures(start: int, count: int, size: tuple[int, int] = SIZE) -> list[Picture]:
    """A camera moving over one large soft texture; frame `start` of it and the ones after."""
    width, height = size
    world = _world(height)
    pictures = []
    for number in range(start, start + count):
        left = 4 + number * PIXELS_PER_FRAME
        shift = np.array([[1, 0, left], [0, 1, 4]], dtype=np.float64)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        view = cv2.warpAffine(
            world, shift, (width, height), flags=flags, borderMode=cv2.BORDER_WRAP
        )
        pictures.append(np.asarray(view, dtype=np.uint8))
    return pictures


def chain_clips(
    folder: Path, segments: int, *, frames: int = FRAMES, size: tuple[int, int] = SIZE, gop: int = 8
) -> list[Path]:
    """Clips that each start with the last frame of the one before and carry their workflow."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for segment in range(segments):
        settings = DemoSettings(
            image=f"seed_{segment}.png",
            seed=1000 + segment,
            steps=4,
            length=frames,
            width=size[0],
            height=size[1],
        )
        paths.append(
            write_clip(
                folder / f"clip_{segment + 1:03}.mp4",
                panned_pictures(segment * (frames - 1), frames, size),
                gop=gop,
                bframes=2,
                options={"crf": "16"},
                metadata={"prompt": json.dumps(demo_workflow(settings))},
                container_options={"movflags": "use_metadata_tags"},
            )
        )
    return paths


def new_workbench(folder: Path, server_url: str = "http://127.0.0.1:9") -> Workbench:
    """An empty project; port 9 answers nobody."""
    project = create_project(folder)
    project.store.project.save_settings(
        ProjectSettings(name="Test", server_url=server_url, analysis_height=SIZE[1])
    )
    return bench_on(project)


def measure_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Projects that the program itself makes measure at the height of the tests' clips as well.

    It takes a tenth of the time. Processes of their own measure as usual.
    """
    settings = partial(ProjectSettings, analysis_height=SIZE[1])
    monkeypatch.setattr("restitch_app.services.project.project.ProjectSettings", settings)


def bench_on(project: Project) -> Workbench:
    return workbench(project, servers_of(project), "test")


def servers_of(project: Project, timeouts: Timeouts | None = None) -> ServerList:
    """A list of the test's own beside the project: no test meets that of its user."""
    return ServerList(project.folder.parent / "settings", HeldKeys(), timeouts=timeouts)


def imported(bench: Workbench, clips: Sequence[Path]) -> Imported:
    return bench.importing.import_clips(clips, JobContext())


def _world(height: int) -> Picture:
    """RGB noise at several scales, 2048 px wide, so that every place looks different."""
    random = np.random.default_rng(7)
    world = np.zeros((height + 32, 2048, 3), dtype=np.float32)
    for cells, weight in ((8, 90.0), (24, 60.0), (90, 50.0), (300, 16.0)):
        coarse = random.random((cells // 4 + 2, cells * 2, 3), dtype=np.float32) - 0.5
        world += weight * cv2.resize(coarse, (2048, height + 32), interpolation=cv2.INTER_CUBIC)
    return np.clip(world + 120, 0, 255).astype(np.uint8)


def with_settings(bench: Workbench, **changes: object) -> None:
    """Change some of the project's settings, by field name."""
    queries = bench.project.store.project
    queries.save_settings(dataclasses.replace(queries.settings(), **changes))  # type: ignore[arg-type]


def smoothed(
    bench: Workbench, scene: Scene, left_index: int, name: str, window: int | None = None
) -> Applied:
    """With one remedy chosen by hand."""
    ctx = JobContext()
    return bench.remedies.apply(bench.remedies.by_hand(scene, left_index, name, window, ctx), ctx)
