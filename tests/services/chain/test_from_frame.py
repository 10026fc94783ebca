"""Keeping the good part of a segment, and seed frames other than the last one."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import JobState, RegenerationRequest
from restitch_app.domain.joins import FROM_SEED_FRAME
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import CheckName
from restitch_app.domain.versions import Scene
from restitch_app.media.luma import luma
from restitch_app.media.reader import open_reader
from restitch_app.services.jobs.takes import TakeWalk
from restitch_app.services.review.mending import copy_again, ways_to_mend
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflows.kept_part import KeptPart, length_of_rest
from tests.services.scenes import panned_pictures

CTX = JobContext()


@pytest.fixture
def scene(small: Workbench) -> Scene:
    return small.project.scene()


def asked(bench: Workbench, request: RegenerationRequest) -> None:
    told: list[str] = []
    jobs = bench.regeneration.request(bench.project.scene(), request, tell=told.append)
    says = "Frames 1–4 of v1 stay; frame 5 is the seed frame. The model makes the other 5 anew."
    assert told == ([says] if request.from_frame is not None else [])
    bench.engine.run()
    ended = [bench.project.store.jobs.get(job.id) for job in jobs]
    assert [job.state for job in ended] == [JobState.DONE] * len(jobs), ended


def test_frames_before_it_are_kept_and_the_rest_is_rendered(
    small: Workbench, scene: Scene, server: DemoServer
) -> None:
    old = small.project.current(scene, 1)
    asked(small, RegenerationRequest(1, {"seed": 5}, from_frame=4))

    new = small.project.current(scene, 1)
    assert (new.number, new.kept_frames, new.kept_from_version_id) == (2, 4, old.id)
    # The server says that its node makes 4k+1 frames.
    assert new.facts.frame_count == 4 + 5
    assert new.parameters["length"] == 5
    assert (new.seed_frame, new.seed_from_version_id) == (old.seed_frame, old.seed_from_version_id)
    assert new.first_frame == old.first_frame
    was, now = (luminous(small.project.path(one.file)) for one in (old, new))
    assert [float(np.abs(a - b).mean()) < 0.5 for a, b in zip(was[:4], now[:4], strict=True)] == [
        True
    ] * 4
    report = small.versions.quality(new)
    assert report is not None
    meeting = next(check for check in report.checks if check.name is CheckName.MEETING)
    assert meeting.frames == (4,)
    assert meeting.value is not None
    job = small.project.store.jobs.list()[-1]
    assert job.seed_from_version_id == old.id
    assert server.prompts_executed == 1
    current = small.project.store.versions.current(scene.id)
    assert [version.stale_root_index for version in current] == [None, None, 2]
    files = [path.name for path in small.project.path("media/clips").glob("segment_002_job_*")]
    assert files == [Path(new.file).name]


def test_a_joined_clip_is_not_the_file_of_its_server(small: Workbench, scene: Scene) -> None:
    """Fetched again it would be the new frames alone, and not what was recorded."""
    asked(small, RegenerationRequest(1, {"seed": 5}, from_frame=4))
    new = small.project.current(scene, 1)
    clip = small.project.path(new.file)
    clip.unlink()
    assert ways_to_mend(small.project, scene, new).server_url == ""
    with pytest.raises(WrongUse, match="is not the file of a server"):
        copy_again(small.project, small.servers.client, new, CTX)
    assert not clip.exists()


def test_the_picture_that_a_joined_clip_was_made_of_goes_with_it(
    small: Workbench, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ComfyClient, "fetch_output", saved_as_webp)
    monkeypatch.setattr(
        TakeWalk,
        "target",
        lambda _, job: small.project.path(f"media/clips/segment_002_job_{job.id}.webp"),
    )
    asked(small, RegenerationRequest(1, {"seed": 5}, from_frame=4))
    new = small.project.current(scene, 1)
    clip = small.project.path(new.file)
    assert clip.name == "segment_002_job_1_lossless_joined.mp4"
    small.versions.use(small.versions.history(scene, 1)[-1], CTX)
    plan = small.purging.purge(new)
    assert plan.files == (new.file, "media/clips/segment_002_job_1.webp")
    assert list(clip.parent.glob("*_job_1*")) == []
    assert small.verifying.verify(CTX).faults == ()


def saved_as_webp(
    _self: ComfyClient, _ref: OutputRef, target: Path, on_progress: object = None
) -> None:
    """A server that saves an animated picture in place of a video."""
    pictures = [Image.fromarray(picture) for picture in panned_pictures(8, 5)]
    pictures[0].save(target, "webp", save_all=True, append_images=pictures[1:], duration=62, loop=0)


def test_all_of_it_is_rendered_when_it_is_regenerated_later(small: Workbench, scene: Scene) -> None:
    asked(small, RegenerationRequest(1, {"seed": 5}, from_frame=4))
    assert small.plans.plan(scene, 1).parameters["length"] == 9
    asked(small, RegenerationRequest(1, {"seed": 6}))
    new = small.project.current(scene, 1)
    assert (new.number, new.kept_frames, new.failure) == (3, 0, None)
    assert (new.facts.frame_count, new.parameters["length"]) == (9, 9)


def test_a_part_of_a_split_gets_at_least_its_frames(small: Workbench, scene: Scene) -> None:
    small.chain.split(scene, 1, 4, CTX)
    asked(small, RegenerationRequest(1, {"seed": 5}))
    new = small.project.current(scene, 1)
    assert (new.number, new.failure) == (3, None)
    assert (new.facts.frame_count, new.parameters["length"]) == (5, 5)


def luminous(path: Path) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    with open_reader(path) as reader:
        return [luma(frame).astype(np.float32) for frame in reader.frames()]


@pytest.mark.parametrize(
    ("frames", "whole", "length"),
    [(5, 9, 9), (5, 13, 5), (4, 13, 5), (6, 13, 9), (1, 17, 9), (7, 16, 7), (12, 81, 17)],
)
def test_a_length_that_the_model_can_make(frames: int, whole: int, length: int) -> None:
    assert length_of_rest(frames, whole) == length


@pytest.mark.parametrize(
    ("frame", "rendered", "told"),
    [
        (
            1,
            80,
            "Frame 1 of v2 stays; frame 2 is the seed frame. The model makes the other 80 anew",
        ),
        (
            24,
            61,
            "Frames 1–24 of v2 stay; frame 25 is the seed frame. For the other 57 the model makes "
            "61, so segment 5 gets 85 frames, 4 more than now",
        ),
        (
            24,
            None,
            "Frames 1–24 of v2 stay; frame 25 is the seed frame. This workflow takes no length: it "
            "makes as many frames as it is set to",
        ),
    ],
)
def test_what_it_comes_to_is_told(frame: int, rendered: int | None, told: str) -> None:
    assert KeptPart(5, 2, frame, 81, rendered).told == told


@pytest.mark.parametrize("frame", [0, 9])
def test_a_frame_must_be_kept_and_one_rendered(small: Workbench, scene: Scene, frame: int) -> None:
    with pytest.raises(WrongUse, match="cannot be regenerated from frame"):
        small.regeneration.request(scene, RegenerationRequest(1, from_frame=frame))
    with pytest.raises(WrongUse, match="given twice"):
        small.regeneration.request(
            scene, RegenerationRequest(1, from_frame=4, seed_frame="original")
        )


def test_an_earlier_seed_frame_ends_the_segment_before_it(small: Workbench, scene: Scene) -> None:
    before = small.project.current(scene, 0)
    asked(small, RegenerationRequest(1, {"seed": 5}, seed_frame="-3"))

    new = small.project.current(scene, 1)
    assert (new.seed_from_version_id, new.seed_back) == (before.id, 3)
    assert not new.is_stale
    join = small.boundaries.known(scene)[0].join
    assert join.treatment.method == FROM_SEED_FRAME
    assert join.treatment.trim_left in (3, 4)
    last_played = small.project.spans(scene)[0].frames.stop - 1
    assert last_played == 8 - join.treatment.trim_left

    asked(small, RegenerationRequest(0, {"seed": 6}))
    assert small.project.current(scene, 1).stale_root_index == 1
    small.versions.use(before, CTX)
    assert not small.project.current(scene, 1).is_stale


def test_what_there_is_to_choose_from(small: Workbench, scene: Scene) -> None:
    assert small.regeneration.seed_frames.candidates(scene, 0) == ()
    found = small.regeneration.seed_frames.candidates(scene, 1)
    assert [one.back for one in found] == list(range(8))
    assert [one.choice for one in found[:3]] == ["current", "-1", "-2"]
    assert found[0].similarity == pytest.approx(1.0)
    assert found[0].similarity > found[1].similarity > found[4].similarity
    assert max(one.sharpness for one in found) == 1.0
    assert found[0].scene_frame is None  # a repeated frame is left out
    assert found[1].scene_frame == 7
    kept = found[3].picture
    assert kept is not None
    assert small.project.path(kept.file).is_file()
    for choice in ("-8", "-99"):
        with pytest.raises(WrongUse, match="no seed frame"):
            small.regeneration.request(scene, RegenerationRequest(1, seed_frame=choice))


def test_a_picture_of_another_size_is_refused_or_fitted(
    small: Workbench, scene: Scene, tmp_path: Path
) -> None:
    path = tmp_path / "big.png"
    cv2.imwrite(str(path), np.zeros((200, 400, 3), np.uint8))
    with pytest.raises(WrongUse, match="another size"):
        small.regeneration.seed_frames.from_file(scene, path)
    fitted = small.regeneration.seed_frames.from_file(scene, path, scaled=True)
    picture = cv2.imread(str(small.project.path(fitted.file)))
    assert picture is not None
    assert picture.shape[:2] == (scene.height, scene.width)
