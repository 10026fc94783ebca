"""Fixtures of the services' tests: the bundled server, and scenes on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.services.faulty import HURRY, quick_bench
from tests.services.scenes import bench_on, chain_clips, imported, new_workbench, with_settings


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.01) as running:
        yield running


@pytest.fixture(scope="session")
def ten_clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return chain_clips(tmp_path_factory.mktemp("clips"), 10)


@pytest.fixture(scope="session")
def ten_segments(tmp_path_factory: pytest.TempPathFactory, ten_clips: list[Path]) -> Path:
    """The folder of a ten-segment project, to be copied: projects can be moved as a whole."""
    folder = tmp_path_factory.mktemp("projects") / "ten"
    bench = new_workbench(folder)
    imported(bench, ten_clips)
    bench.project.close()
    return folder


@pytest.fixture
def bench(tmp_path: Path, server: DemoServer, ten_segments: Path) -> Iterator[Workbench]:
    """A ten-segment scene on the bundled server."""
    folder = tmp_path / "project"
    shutil.copytree(ten_segments, folder)
    made = bench_on(open_project(folder))
    with_settings(made, server_url=server.url)
    yield made
    made.project.close()


@pytest.fixture(scope="session")
def three_segments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a short scene of three segments, to be copied."""
    folder = tmp_path_factory.mktemp("projects") / "three"
    bench = new_workbench(folder)
    imported(bench, chain_clips(tmp_path_factory.mktemp("clips"), 3, frames=9))
    bench.project.close()
    return folder


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back-off, polling and grace take a fraction of their time."""
    for module, name, value in HURRY:
        monkeypatch.setattr(f"{module}.{name}", value)


@pytest.fixture
def small(
    tmp_path: Path, server: DemoServer, three_segments: Path, hurry: None
) -> Iterator[Workbench]:
    """A scene of three segments on the bundled server, with an engine in a hurry.

    Every result becomes current that can: QA's opinion of the drawn pictures is another matter.
    """
    folder = tmp_path / "project"
    shutil.copytree(three_segments, folder)
    made = quick_bench(open_project(folder))
    with_settings(made, server_url=server.url, becomes_current=BecomesCurrent.ALWAYS)
    yield made
    made.project.close()
