"""A project that is open for reading: a wish to change it is one clear sentence, and no file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunWishes
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.services.faulty import ask, history, quick_bench, run
from tests.services.scenes import chain_clips, smoothed

CTX = JobContext()


@pytest.fixture
def reading(small: Workbench) -> Iterator[Workbench]:
    """A second program on a project with two versions of its middle segment."""
    ask(small)
    run(small)
    with open_project(small.project.folder, read_only=True) as project:
        yield quick_bench(project, "reader")


def import_a_clip(bench: Workbench) -> object:
    (clip,) = chain_clips(bench.project.folder.parent / "more", 1, frames=9)
    return bench.importing.import_clips([clip], CTX, scene_name="More")


WISHES: dict[str, Callable[[Workbench], object]] = {
    "regenerate": lambda b: b.regeneration.request(b.project.scene(), RegenerationRequest(0)),
    "cascade": lambda b: b.runs.cascade(b.project.scene(), 1, RunWishes()),
    "use": lambda b: b.versions.use(history(b)[1], CTX),
    "approve": lambda b: b.versions.approve(b.project.scene(), 1),
    "accept": lambda b: b.decisions.accept(b.project.scene(), 0, CTX),
    "smooth": lambda b: smoothed(b, b.project.scene(), 0, "blend", 2),
    "note": lambda b: b.notes.add(history(b)[0], 0, "look"),
    "rename": lambda b: b.naming.rename(b.project.scene(), "Lake"),
    "purge": lambda b: b.purging.purge(history(b)[1], also_seeding=True),
    "repair": lambda b: b.repairing.repair("test", CTX),
    "import": import_a_clip,
    "undo": lambda b: b.decisions.declare_cut(b.project.scene(), 0, CTX),
}


def files_of(folder: Path) -> dict[Path, int]:
    """But for what SQLite keeps beside a database that is being read."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path: path.stat().st_size for path in found if path.parent != folder}


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES.keys())
def test_nothing_is_changed(reading: Workbench, wish: Callable[[Workbench], object]) -> None:
    stray = reading.project.path("media/clips/.old.part.mp4")
    stray.write_bytes(b"half")
    os.utime(stray, (0, 0))
    before = files_of(reading.project.folder)
    with pytest.raises(StorageError) as told:
        wish(reading)
    assert told.value.title == "The project cannot be written to"
    assert files_of(reading.project.folder) == before
