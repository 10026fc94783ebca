from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from restitch_app.services.project.project import open_project
from restitch_app.ui.theme.theme import Theme
from tests.clips import numbered_clip
from tests.services.scenes import bench_on
from tests.ui.viewer.review import (
    FRAMES,
    OTHER,
    Review,
    add_version,
    clips_in,
    make_bench,
    make_review,
)


@pytest.fixture(scope="session")
def numbered_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three segments; the second has a second version whose numbers are 1000 higher."""
    folder = tmp_path_factory.mktemp("viewer")
    bench = make_bench(folder / "project", clips_in(folder / "clips"))
    numbers = range(OTHER + 100, OTHER + 100 + FRAMES)
    add_version(bench, 1, numbered_clip(folder / "clips" / "other.mp4", numbers, gop=250))
    bench.project.close()
    return folder / "project"


@pytest.fixture
def review(qtbot: QtBot, theme: Theme, tmp_path: Path, numbered_project: Path) -> Iterator[Review]:
    shutil.copytree(numbered_project, tmp_path / "project")
    before = set(threading.enumerate())  # some of an earlier test may still be ending
    made = make_review(bench_on(open_project(tmp_path / "project")), theme)
    qtbot.waitUntil(lambda: made.viewer.canvas.shown_frame == 0)
    yield made
    made.close()
    now = [thread for thread in threading.enumerate() if thread.name in ("frames", "sound")]
    left = [thread for thread in now if thread not in before]
    assert left == [], "a decoding thread is left"


@pytest.fixture
def comparing(qtbot: QtBot, review: Review) -> Review:
    """The second segment selected, A and B side by side, the playhead on its first frame."""
    review.state.select_segment(1)
    review.state.set_playhead(FRAMES)
    qtbot.waitUntil(lambda: len(review.viewer.canvas.panels()) == 2)
    qtbot.waitUntil(lambda: review.viewer.canvas.shown_frame == FRAMES)
    return review
