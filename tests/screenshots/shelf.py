"""The projects that are photographed: drawn once, copied for each window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from restitch_app.cli.demo_project import SCENE, draw_project
from restitch_app.demo.pixels import Rgb, write_mp4
from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.services.imports.starting import new_project
from restitch_app.services.project.project import Project, open_project
from restitch_app.services.project.settings import change_server
from restitch_app.services.workbench import Workbench

BAD = 4
"""Sequence index of the segment that the demo spoils."""
MANY = 200
LONG_NAME = (
    "Evening at the lake, second unit, with the long walk along the shore and the fishing boat"
)
NOBODY = "http://127.0.0.1:9"
"""A port that nothing listens on."""
SMALL = (160, 96)
RATE = Fraction(16)


class Shelf:
    """Every project is made when it is first wanted. `bench_on` gives a project its services."""

    def __init__(
        self, folder: Path, server: DemoServer, bench_on: Callable[[Project], Workbench]
    ) -> None:
        self._folder, self._server, self._bench_on = folder, server, bench_on
        self._copies = 0

    def copy(self, project: Path, server_url: str | None = None) -> Path:
        """A project to be changed. `server_url`: another server than it has."""
        self._copies += 1
        copied = self._folder / f"shown-{self._copies:02}" / project.name
        shutil.copytree(project, copied)
        if server_url is not None:
            with open_project(copied) as opened:
                change_server(opened, server_url)
        return copied

    @cached_property
    def drawn(self) -> Path:
        """The demo as it begins: ten segments, the fifth one bad."""
        folder = self._folder / "drawn" / "evening-at-the-lake"
        draw_project(folder, self._server.url, self._bench_on, JobContext())
        return folder

    @cached_property
    def redone(self) -> Path:
        """Segment 5 has a second version; boundary 5 | 6 jumps and 6 to 10 are stale."""
        folder = self.copy(self.drawn, self._server.url)
        with open_project(folder) as project:
            bench = self._bench_on(project)
            scene = bench.project.scene(SCENE)
            bench.regeneration.request(scene, RegenerationRequest(BAD))
            bench.engine.run()
        return folder

    @cached_property
    def single(self) -> Path:
        return self._small("one-segment", 1, "One segment")

    @cached_property
    def many(self) -> Path:
        return self._small("two-hundred-segments", MANY, "Two hundred segments")

    @cached_property
    def long_named(self) -> Path:
        return self._small(LONG_NAME.replace(" ", "-"), 6, LONG_NAME)

    @cached_property
    def empty(self) -> Path:
        folder = self._folder / "empty" / "nothing-yet"
        with new_project(folder) as project:
            change_server(project, self._server.url)
        return folder

    def clips(self, name: str, count: int, size: tuple[int, int] = SMALL) -> list[Path]:
        """Small drawn clips without a workflow, which follow on each other."""
        folder = self._folder / "clips" / name
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / f"{name}_{number + 1:03}.mp4" for number in range(count)]
        for number, path in enumerate(paths):
            if not path.exists():
                frames = [_picture(4 * number + one, size) for one in range(5)]
                write_mp4(path, frames, size, RATE, {})
        return paths

    def _small(self, folder_name: str, segments: int, scene_name: str) -> Path:
        folder = self._folder / "small" / folder_name[:60]
        clips = self.clips(folder_name[:24], segments)
        with new_project(folder) as project:
            change_server(project, self._server.url)
            # Measured at the clips' own height: enlarging them takes most of the time.
            stored = project.store.project
            stored.save_settings(replace(stored.settings(), analysis_height=SMALL[1]))
            importing = self._bench_on(project).importing
            importing.import_clips(clips, JobContext(), scene_name=scene_name)
        return folder


def _picture(number: int, size: tuple[int, int]) -> Rgb:
    """A slow pan over soft noise, other for every number."""
    random = np.random.default_rng(5)
    world = random.integers(40, 220, (12, 96, 3), dtype=np.uint8)
    width, height = size
    wide = cv2.resize(world, (8 * width, height), interpolation=cv2.INTER_CUBIC)
    left = number % (7 * width)
    return np.ascontiguousarray(wide[:, left : left + width]).astype(np.uint8, copy=False)
