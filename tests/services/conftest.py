"""Fixtures of the services' tests: the bundled server, and scenes on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.services.workbench import Workbench
from tests.services.scenes import chain_clips, imported, new_workbench


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.01) as running:
        yield running


@pytest.fixture(scope="session")
def ten_clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return chain_clips(tmp_path_factory.mktemp("clips"), 10)


@pytest.fixture
def bench(tmp_path: Path, server: DemoServer, ten_clips: list[Path]) -> Iterator[Workbench]:
    """A ten-segment scene on the bundled server."""
    made = new_workbench(tmp_path / "project", server.url)
    imported(made, ten_clips)
    yield made
    made.project.close()
