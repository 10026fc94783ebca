"""`verify --repair`: what can be proved is put right, everything else is told and kept."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import MediaError, ProjectBusy
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.services.project.repairing import UNCLAIMED, Repaired
from restitch_app.services.project.restoring import restore_if_damaged
from restitch_app.services.project.verify import FaultKind
from restitch_app.services.workbench import Workbench
from tests.services.faulty import MIDDLE, ask, check_sound, history, run, the_job


def repair(bench: Workbench) -> Repaired:
    return bench.repairing.repair("test", JobContext())


def done(repaired: Repaired) -> list[str]:
    return [one.done for one in repaired.repairs]


def clip_of(bench: Workbench, index: int = MIDDLE) -> Path:
    return bench.project.path(history(bench, index)[0].file)


def test_a_sound_project_is_left_alone(small: Workbench) -> None:
    repaired = repair(small)
    assert repaired.repairs == ()
    assert repaired.left.faults == ()


def test_a_renamed_clip_is_found_by_its_content(small: Workbench) -> None:
    clip = clip_of(small)
    clip.rename(clip.with_name("holiday.mp4"))
    repaired = repair(small)
    assert [one.file for one in repaired.repairs] == [small.project.relative(clip)]
    assert "holiday.mp4" in repaired.repairs[0].done
    check_sound(small)


def test_an_altered_clip_makes_room_for_the_right_one_and_is_kept(small: Workbench) -> None:
    clip = clip_of(small)
    clip.rename(clip.with_name("holiday.mp4"))
    clip.write_bytes(b"another")
    repair(small)
    check_sound(small)
    assert small.project.path(f"{UNCLAIMED}/{clip.name}").read_bytes() == b"another"


def test_another_file_never_takes_a_clips_place(small: Workbench) -> None:
    clip = clip_of(small)
    wrong = bytearray(clip.read_bytes())
    wrong[-1] ^= 1
    clip.with_name("holiday.mp4").write_bytes(wrong)
    clip.unlink()
    left = repair(small).left.faults
    assert {(one.kind, Path(one.file).name) for one in left} == {
        (FaultKind.MISSING, clip.name),
        (FaultKind.ORPHANED, "holiday.mp4"),  # young: an import may be under way
    }


def test_a_missing_render_is_fetched_from_its_server(small: Workbench, server: DemoServer) -> None:
    ask(small)
    run(small)
    clip_of(small).unlink()
    assert done(repair(small)) == ["Fetched again from the server that made it"]
    assert server.prompts_received == 1
    check_sound(small)


def test_lost_end_frames_are_decoded_again_and_only_as_they_were(small: Workbench) -> None:
    first, second = history(small, 0)[0], history(small, 1)[0]
    assert first.last_frame
    assert second.last_frame
    small.project.path(first.last_frame.file).unlink()
    small.project.path(second.last_frame.file).write_bytes(b"no picture")
    repaired = repair(small)
    assert len(repaired.repairs) == 2
    assert all("Made again from frame 9" in one for one in done(repaired))
    check_sound(small)


def test_a_picture_whose_clip_is_gone_too_is_told(small: Workbench) -> None:
    last = history(small, 2)[0]
    assert last.last_frame
    small.project.path(last.last_frame.file).unlink()
    small.project.path(last.file).unlink()
    left = repair(small).left.faults
    assert {one.file for one in left} == {last.file, last.last_frame.file}


def unrecorded(bench: Workbench) -> tuple[JobRecord, Version]:
    """A job whose render lies there, and the version that nobody noted."""
    ask(bench)
    run(bench)
    job, new = the_job(bench), history(bench)[0]
    store = bench.project.store
    store.versions.make_current(history(bench)[1].id)
    store._database.sql("UPDATE jobs SET result_segment_id = NULL WHERE id = ?", job.id)
    store._database.sql("DELETE FROM events WHERE segment_id = ?", new.id)
    store._database.sql("DELETE FROM segments WHERE id = ?", new.id)
    return job, new


def test_a_render_that_no_version_has_is_recorded_once(
    small: Workbench, server: DemoServer
) -> None:
    job, new = unrecorded(small)
    repaired = repair(small)
    assert done(repaired) == [f"Job {job.id} made it: recorded as v2 of segment 2"]
    found = history(small)[0]
    assert (found.file, found.file_sha256) == (new.file, new.file_sha256)
    assert not found.is_current
    assert repair(small).repairs == ()
    check_sound(small)
    assert server.prompts_received == 1


def test_files_of_nobody_go_out_of_the_way_once_they_are_old(small: Workbench) -> None:
    stray = small.project.path("media/clips/stray.mp4")
    stray.write_bytes(b"somebody's")
    os.utime(stray, (0, 0))
    (fault,) = small.verifying.verify(JobContext()).faults
    assert (fault.kind, fault.file) == (FaultKind.ORPHANED, "media/clips/stray.mp4")
    repair(small)
    assert small.project.path(f"{UNCLAIMED}/stray.mp4").read_bytes() == b"somebody's"
    check_sound(small)


def test_new_frames_of_no_job_are_told_and_those_on_their_way_are_not(small: Workbench) -> None:
    ask(small)
    bridges = small.project.path("media/bridges")
    bridges.mkdir(exist_ok=True)
    stray = bridges / "bridge_002_job_999.mp4"
    stray.write_bytes(b"somebody's")
    os.utime(stray, (0, 0))
    (bridges / f"bridge_002_job_{the_job(small).id}.mp4.part").write_bytes(b"half")
    (fault,) = small.verifying.verify(JobContext()).faults
    assert (fault.kind, fault.file) == (FaultKind.ORPHANED, f"media/bridges/{stray.name}")


def test_half_written_files_go(small: Workbench) -> None:
    media = small.project.folder / "media"
    left = [media / "clips/segment_002_job_9.mp4.part", media / "frames/.abc.0123.part.png"]
    for path in left:
        path.write_bytes(b"half")
        os.utime(path, (0, 0))
    kinds = {fault.kind for fault in small.verifying.verify(JobContext()).faults}
    assert kinds == {FaultKind.HALF_WRITTEN}
    repair(small)
    check_sound(small)


def test_nothing_is_repaired_while_an_engine_works(small: Workbench) -> None:
    small.engine.start()
    try:
        with pytest.raises(ProjectBusy):
            repair(small)
    finally:
        small.engine.stop()


def test_a_render_that_cannot_be_recorded_holds_nothing_else_up(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, new = unrecorded(small)
    picture = history(small, 0)[0].last_frame
    assert picture is not None
    lost = small.project.path(picture.file)
    lost.unlink()

    def refuse(*_: object) -> None:
        raise MediaError("The clip whose frames it keeps is gone")

    monkeypatch.setattr(type(small.repairing._results), "record", refuse)
    assert len(repair(small).repairs) == 1
    assert lost.exists()
    assert small.project.path(new.file).exists()


def test_a_project_of_an_older_format_is_not_damaged(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    old = Path(__file__).parents[1] / "data" / "project_v1.restitch"
    shutil.copy(old, tmp_path / "project" / "project.restitch")
    assert restore_if_damaged(tmp_path / "project", "test") is None
