"""Clips that were made for a version which never came to be: whoever made them died before."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from restitch_app.domain.progress import JobContext
from restitch_app.media.atomic import SURELY_LEFT_S
from restitch_app.services.chain.order import SceneOrder
from restitch_app.services.imports.importing import Importing
from restitch_app.services.project import noted_work as noted_work_module
from restitch_app.services.project.noted_work import NotedWork, noted, noted_work
from restitch_app.services.project.project import CLIPS, open_project
from restitch_app.services.project.verify import FaultKind
from restitch_app.services.workbench import Workbench
from tests.services.killing import killed
from tests.services.scenes import bench_on

CTX = JobContext()
_processes = multiprocessing.get_context("forkserver")


def split(bench: Workbench) -> None:
    bench.chain.split(bench.project.scene(), 1, 4, CTX)


def insert(bench: Workbench) -> None:
    bench.chain.insert(bench.project.scene(), 1, [a_clip(bench)], CTX)


def import_more(bench: Workbench) -> None:
    bench.importing.import_clips([a_clip(bench)], CTX, scene_name="Another")


def a_clip(bench: Workbench) -> Path:
    return bench.project.path(bench.overview.current(bench.project.scene())[0].file)


def _die_before_the_rows(folder: Path, work: Callable[[Workbench], None]) -> None:
    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    SceneOrder.carry_out = die  # type: ignore[method-assign, assignment]
    Importing._recorded = die  # type: ignore[method-assign, assignment]
    with open_project(folder) as project:
        work(bench_on(project))


@pytest.mark.parametrize("work", [split, insert, import_more])
def test_they_are_told_and_cleared_up(small: Workbench, work: Callable[[Workbench], None]) -> None:
    clips = small.project.path(CLIPS)
    before = set(clips.iterdir())
    folder = small.project.folder
    process = _processes.Process(target=_die_before_the_rows, args=(folder, work))
    process.start()
    assert killed(process)
    left = set(clips.iterdir()) - before
    assert [path.suffix for path in left if not path.name.startswith(".")].count(".mp4") > 0

    faults = small.verifying.verify(CTX).faults
    assert {fault.kind for fault in faults} == {FaultKind.HALF_WRITTEN}
    assert {small.project.path(fault.file) for fault in faults} == left
    small.engine.run()
    assert set(clips.iterdir()) == before
    assert small.verifying.verify(CTX).faults == ()


def test_a_torn_note_says_nothing(small: Workbench) -> None:
    with noted(small.project, "scene_9_"):
        (note,) = small.project.path(CLIPS).glob(".work.*")
        note.write_bytes(note.read_bytes()[:-3])
        assert noted_work(small.project) == NotedWork((), ())


def test_two_programs_choose_different_names(small: Workbench) -> None:
    with noted(small.project, "another_"):
        import_more(small)
    scene = small.project.scene("Another")
    assert small.project.store.versions.current(scene.id)[0].file.endswith("another_2_001_v1.mp4")


def test_what_somebody_makes_now_is_no_fault(small: Workbench) -> None:
    clip = small.project.path(f"{CLIPS}/new_001_v1.mp4")
    with noted(small.project, "new_"):
        clip.write_bytes(b"begun")
        assert noted_work(small.project).under_way == ("new_",)
        small.engine.run()
        assert clip.exists()
        assert small.verifying.verify(CTX).faults == ()
    assert [fault.kind for fault in small.verifying.verify(CTX).faults] == [FaultKind.ORPHANED]


def test_work_that_takes_long_is_still_under_way(
    small: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noted_work_module, "REFRESHED_EVERY_S", 0.01)
    with noted(small.project, "new_"):
        (path,) = small.project.path(CLIPS).glob(".work.*")
        os.utime(path, (0, 0))
        until = time.monotonic() + 30
        while noted_work(small.project).given_up:
            assert time.monotonic() < until
            time.sleep(0.01)
        assert noted_work(small.project).under_way == ("new_",)


def test_what_somebody_makes_again_is_not_what_was_given_up(small: Workbench) -> None:
    again, render = (
        small.project.path(f"{CLIPS}/{name}")
        for name in ("segment_2_001_v1.mp4", "segment_001_job_77.mp4")
    )
    with noted(small.project, "segment_"):
        path = next(small.project.path(CLIPS).glob(".work.*"))
        long_ago = path.stat().st_mtime - 2 * SURELY_LEFT_S
        with noted(small.project, "segment_2_"):
            again.write_bytes(b"begun")
            render.write_bytes(b"downloaded")
            other_host = path.with_name(re.sub(r"work\.[0-9a-f]+-", "work.000000-", path.name))
            path.rename(other_host)
            os.utime(other_host, (long_ago, long_ago))
            assert noted_work(small.project).given_up == ("segment_",)
            small.engine.run()
            assert again.exists()
            assert render.exists()
            assert not other_host.exists()
