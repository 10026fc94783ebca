"""The last frame goes from one segment to the next as the model made it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from restitch_app.analysis.psnr import SAME_PICTURE_DB, psnr
from restitch_app.comfy.bindings.hand_off import without_hand_off
from restitch_app.comfy.errors import NodeReason, PromptRejected
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.client import ComfyClient, Submitted
from restitch_app.comfy.server.download import Fetched
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.demo.server import DemoServer
from restitch_app.demo.server.faults import Faults
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import JobState
from restitch_app.domain.versions import Version
from restitch_app.media.pictures import read_png
from restitch_app.services.jobs.hand_off import HandOffs
from restitch_app.services.workbench import Workbench
from tests.services.faulty import (
    MIDDLE,
    ask,
    check_sound,
    history,
    reopened,
    run,
    run_until,
    the_job,
)

LAST = MIDDLE + 1


def rendered(bench: Workbench, index: int = MIDDLE, **parameters: int) -> Version:
    ask(bench, index, **parameters)
    run(bench)
    assert the_job(bench).state is JobState.DONE, the_job(bench).problem
    return history(bench, index)[0]


def picture_made(bench: Workbench, folder: Path) -> Path:
    """What the model itself made, fetched from the server once more."""
    job = the_job(bench)
    assert job.hand_off_output is not None
    ref = OutputRef(**job.hand_off_output)
    with bench.servers.client(job.server_url) as client:
        client.fetch_output(ref, folder / "made.png")
    return folder / "made.png"


def test_two_segments_in_a_row_pass_on_the_models_own_pixels(
    small: Workbench, server: DemoServer, tmp_path: Path
) -> None:
    first = rendered(small)
    made = read_png(picture_made(small, tmp_path))
    assert first.hand_off is not None
    assert first.last_frame is not None
    assert (read_png(small.project.path(first.hand_off.file)) == made).all()
    decoded = read_png(small.project.path(first.last_frame.file))
    assert not (decoded == made).all()
    assert psnr(decoded, made) > 30

    second = rendered(small, LAST)

    assert second.seed_frame == first.hand_off
    assert second.seed_from_version_id == first.id
    assert server.prompts_received == server.prompts_executed == 2
    assert list((small.project.folder / "media" / "clips").glob("*_last.png")) == []
    check_sound(small)


def test_what_was_added_to_save_the_frame_is_no_part_of_the_workflow(small: Workbench) -> None:
    old = history(small)[0]
    new = rendered(small)
    again = rendered(small)
    store = small.project.store.versions
    prompts = [store.prompt(version.id) or {} for version in (old, new, again)]
    assert prompts[0].keys() == prompts[1].keys() == prompts[2].keys()
    assert {new.workflow_shape, again.workflow_shape} == {old.workflow_shape}
    assert len(small.workflows.list()) == 1


def test_a_server_without_the_nodes_renders_all_the_same(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("restitch_app.services.jobs.hand_off.add_hand_off", lambda *_: None)
    new = rendered(small)
    assert new.hand_off is None
    assert the_job(small).hand_off_node is None
    assert rendered(small, LAST).seed_frame == new.last_frame
    assert server.prompts_executed == 2


def test_a_server_that_does_not_tell_its_nodes_renders_all_the_same(
    small: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "restitch_app.services.workflows.node_knowledge.NodeKnowledge.asked", lambda *_: None
    )
    assert rendered(small).hand_off is None


def test_refused_for_the_added_nodes_it_is_sent_without_them(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ComfyClient.submit

    def submit(self: ComfyClient, prompt: JsonObject, *rest: str, **more: str) -> Submitted:
        ours = prompt.keys() - without_hand_off(prompt).keys()
        if ours:
            raise PromptRejected((NodeReason("missing_node_type", "No such node", max(ours)),))
        return real(self, prompt, *rest, **more)

    monkeypatch.setattr(ComfyClient, "submit", submit)
    assert rendered(small).hand_off is None
    assert the_job(small).hand_off_node is None
    assert server.prompts_executed == 1


def test_where_the_server_leaves_the_added_nodes_out_the_video_is_made(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """200 with node_errors: that output never runs, the video's does."""
    monkeypatch.setattr("restitch_app.comfy.bindings.hand_off._last_index", lambda *_: 10**9)
    assert rendered(small).hand_off is None
    assert the_job(small).hand_off_node is not None
    assert server.prompts_executed == 1


@pytest.mark.parametrize("error", [StorageError("The disk is full"), None])
def test_a_picture_that_cannot_be_fetched_fails_nothing(
    small: Workbench, monkeypatch: pytest.MonkeyPatch, error: StorageError | None
) -> None:
    real = ComfyClient.fetch_output

    def fetch(
        self: ComfyClient, ref: OutputRef, target: Path, *rest: object, **more: object
    ) -> Fetched:
        if ref.filename.endswith(".png"):
            if error is not None:
                raise error
            ref = dataclasses.replace(ref, filename="gone.png")
        return real(self, ref, target, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(ComfyClient, "fetch_output", fetch)
    new = rendered(small)
    assert new.is_current
    assert (new.hand_off, new.next_seed) == (None, new.last_frame)


def test_another_picture_than_the_clips_last_frame_is_not_handed_off(
    small: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a node after the decoder leaves the last frames out of the video."""
    start = small.project.path(history(small)[0].first_frame.file)  # type: ignore[union-attr]

    def fetch(self: HandOffs, job: object, *_: object) -> None:
        self._path(job).write_bytes(start.read_bytes())  # type: ignore[arg-type]

    monkeypatch.setattr(HandOffs, "fetch", fetch)
    assert rendered(small, seed=7).hand_off is None  # some seeds end near where they began
    assert list((small.project.folder / "media" / "clips").glob("*_last.png")) == []


def test_killed_while_it_is_checked_the_picture_is_still_handed_off(
    small: Workbench, server: DemoServer
) -> None:
    ask(small)
    run_until(small, lambda: the_job(small).state is JobState.DOWNLOADING)
    other = reopened(small)
    run(other)
    new = history(other)[0]
    assert new.hand_off is not None
    assert server.prompts_executed == 1
    other.project.close()


def test_a_segment_seeded_from_either_picture_is_not_stale(small: Workbench) -> None:
    """The one as the model made it, and the one that everybody decodes from the clip."""
    first = rendered(small)
    second = rendered(small, LAST)
    assert not second.is_stale
    store = small.project.store
    assert first.hand_off is not None
    assert first.last_frame is not None
    links = store.versions.chain_links(second.scene_id)
    for seed in (first.hand_off, first.last_frame):
        changed = dataclasses.replace(links[LAST], seed_hash=seed.hash, seed_from_version_id=None)
        assert changed.seed_hash in links[MIDDLE].ends


def test_a_render_with_no_frame_at_the_end_fails_as_before(
    small: Workbench, server: DemoServer
) -> None:
    server.faults = Faults(output_file="garbage")
    ask(small)
    run(small)
    assert history(small)[0].failure is not None
    assert history(small)[0].hand_off is None


def test_the_pictures_are_an_encode_apart_not_the_same(small: Workbench) -> None:
    first = rendered(small)
    assert first.hand_off is not None
    assert first.last_frame is not None
    pixels = [read_png(small.project.path(one.file)) for one in (first.hand_off, first.last_frame)]
    assert 30 < psnr(*pixels) < SAME_PICTURE_DB + 10
