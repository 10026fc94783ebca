"""Workflows of a project: read, kept once, understood, corrected, used."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.bindings import BindingChoice, Confidence, InputName
from restitch_app.domain.errors import NotFound, StorageError, WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER, Server
from restitch_app.domain.workflows import WorkflowOrigin
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.clips import write_clip
from tests.services.faulty import MIDDLE, history, reopened, run, the_job
from tests.services.scenes import bench_on, imported, new_workbench, panned_pictures, with_settings
from tests.services.workflows import (
    added,
    added_file,
    both_ends_prompt,
    editor_of,
    inputs_of,
    plain_prompt,
)

CFG = InputName("9", "cfg")


@pytest.fixture
def empty(tmp_path: Path, server: DemoServer) -> Iterator[Workbench]:
    bench = new_workbench(tmp_path / "project", server.url)
    yield bench
    bench.project.close()


def clip(path: Path, tags: dict[str, str], start: int = 0) -> Path:
    return write_clip(
        path,
        panned_pictures(start, 9),
        metadata=tags,
        container_options={"movflags": "use_metadata_tags"},
    )


# In


def test_clips_of_one_workflow_are_one_row_and_keep_their_own_values(small: Workbench) -> None:
    (record,) = small.workflows.list()
    assert (record.name, record.origin) == ("clip_001", WorkflowOrigin.CLIP)
    assert record.origin_detail == "clip_001.mp4"
    assert record.is_converted
    scene = small.project.scene()
    for index in range(3):
        version = history(small, index)[0]
        assert version.workflow_id == record.id
        assert version.workflow_shape == record.shape
        assert small.plans.plan(scene, index).parameters["seed"] == 1000 + index
        assert small.workflows.of_segment(scene, index) == record


def test_a_workflow_is_read_from_json_of_either_format_and_from_media(
    empty: Workbench, server: DemoServer, tmp_path: Path
) -> None:
    prompt = plain_prompt()
    plain = added_file(empty, tmp_path, prompt, "plain.json")
    wrapped = added_file(empty, tmp_path, {"prompt": prompt}, "wrapped.json")
    assert wrapped == plain  # the very same is kept once
    path = clip(tmp_path / "made.mp4", {"prompt": json.dumps(both_ends_prompt())})
    from_clip = empty.workflows.add_file(path, JobContext())
    assert (from_clip.name, from_clip.origin_detail) == ("made", "made.mp4")
    assert from_clip.shape != plain.shape
    editor = added_file(empty, tmp_path, editor_of(prompt, server.url), "drawn.json")
    assert not editor.is_converted
    converted = empty.workflows.prompt(editor.id)
    assert inputs_of(converted, "9") == inputs_of(prompt, "9")
    assert inputs_of(converted, "7") == inputs_of(prompt, "7")
    assert empty.workflows.get(editor.id).shape == plain.shape


def test_values_make_another_workflow_of_the_same_shape(empty: Workbench) -> None:
    first = added(empty, plain_prompt(), "Wan")
    empty.workflows.choose(first.id, BindingChoice({"cfg": ()}))
    second = added(empty, plain_prompt(**{"9.steps": 30}), "Wan")
    assert second.id != first.id
    assert second.name == "Wan 2"
    assert second.shape == first.shape
    assert second.choice == BindingChoice({"cfg": ()})  # corrected once


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"nodes": 3}'])
def test_a_file_without_a_workflow_is_refused_by_name(
    empty: Workbench, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    with pytest.raises(WrongUse, match=r"odd\.json"):
        empty.workflows.add_file(path, JobContext())
    with pytest.raises(WrongUse, match="holds no workflow"):
        empty.workflows.add_file(clip(tmp_path / "bare.mp4", {}), JobContext())
    with pytest.raises(StorageError, match="cannot be read"):
        empty.workflows.add_file(tmp_path / "missing.json", JobContext())
    assert empty.workflows.list() == ()


def test_the_bundled_ones_can_be_added_by_name(empty: Workbench) -> None:
    for one in empty.workflows.bundled():
        record = empty.workflows.add_bundled(one.name)
        view = empty.workflows.view(record.id)
        assert view.problem == ""
        assert record.name == one.title
        assert {b.confidence for b in view.bindings if b.places} == {Confidence.CHOSEN}
    with pytest.raises(NotFound, match="There are"):
        empty.workflows.add_bundled("nothing")


def test_a_servers_history_gives_its_workflows(small: Workbench, server: DemoServer) -> None:
    small.regeneration.request(small.project.scene(), RegenerationRequest(MIDDLE))
    run(small)
    job = the_job(small)
    (past,) = small.workflows.server_history(server.url)
    assert past.prompt_id == job.prompt_id
    assert any(name.endswith(".mp4") for name in past.files)
    assert job.prompt_id is not None
    record = small.workflows.add_from_history(server.url, job.prompt_id)
    assert record.origin is WorkflowOrigin.HISTORY
    assert record.shape == small.workflows.list()[0].shape  # without what handed the frame off
    with pytest.raises(NotFound, match="no longer knows"):
        small.workflows.add_from_history(server.url, "00000000-0000-0000-0000-000000000000")


# Import


def test_clips_in_the_editors_format_are_regenerated_once_a_server_has_answered(
    empty: Workbench, server: DemoServer, tmp_path: Path
) -> None:
    with_settings(empty, server_url="http://127.0.0.1:9")
    clips = []
    for number in range(2):
        prompt = plain_prompt(
            **{"9.seed": 70 + number, "7.length": 9, "7.width": 160, "7.height": 96}
        )
        tags = {"workflow": json.dumps(editor_of(prompt, server.url))}
        clips.append(clip(tmp_path / f"drawn_{number}.mp4", tags, 8 * number))
    told = imported(empty, clips)
    (record,) = empty.workflows.list()
    assert not record.is_converted
    (note,) = told.notes
    assert note.startswith("drawn_0.mp4: its workflow cannot be used as it is: A server is needed")
    assert "A server is needed" in empty.plans.plan(told.scene, 0).refusal

    with_settings(empty, server_url=server.url)

    plan = empty.plans.plan(told.scene, 1)
    assert (plan.refusal, plan.workflow_id) == ("", record.id)
    assert plan.parameters["seed"] == 71
    assert empty.plans.plan(told.scene, 0).parameters["seed"] == 70
    assert empty.workflows.get(record.id).is_converted
    empty.regeneration.request(told.scene, RegenerationRequest(1))
    run(empty)
    assert history(empty, 1)[0].failure is None
    assert server.prompts_executed == 1


def test_what_cannot_be_used_is_told_at_import_by_name(empty: Workbench, tmp_path: Path) -> None:
    without_seed_frame = plain_prompt()
    del without_seed_frame["1"]
    del inputs_of(without_seed_frame, "7")["start_image"]
    clips = [
        clip(tmp_path / "a.mp4", {"prompt": json.dumps(without_seed_frame)}),
        clip(tmp_path / "b.mp4", {}, 8),
    ]
    told = imported(empty, clips)
    assert told.notes[0] == (
        "b.mp4 carries no workflow: choose one for the scene to render segments again"
    )
    assert told.notes[1].startswith("a.mp4: its workflow cannot be used as it is: Restitch found")
    assert len(told.notes) == 2


# Understood and corrected


def test_a_correction_is_kept_shown_and_used(small: Workbench, server: DemoServer) -> None:
    (record,) = small.workflows.list()
    before = small.workflows.view(record.id)
    assert before.output_node == "12"
    seed = next(one for one in before.bindings if one.key == "seed")
    assert seed.places == (InputName("9", "seed"),)

    view = small.workflows.choose(record.id, BindingChoice({"cfg": (), "steps": (CFG,)}))

    found = {one.key: one for one in view.bindings}
    assert found["cfg"].places == ()
    assert (found["steps"].places, found["steps"].confidence) == ((CFG,), Confidence.CHOSEN)
    scene = small.project.scene()
    assert "cfg" not in small.plans.plan(scene, MIDDLE).parameters
    with pytest.raises(WrongUse, match="no cfg"):
        small.regeneration.request(scene, RegenerationRequest(MIDDLE, {"cfg": 3.0}))
    other = reopened(small)
    assert other.workflows.view(record.id).bindings == view.bindings
    other.project.close()


@pytest.mark.parametrize(
    "choice",
    [
        BindingChoice({"cfg": (InputName("99", "cfg"),)}),
        BindingChoice({"cfg": (InputName("9", "nothing"),)}),
        BindingChoice({"colour": (CFG,)}),
        BindingChoice(output_node="99"),
    ],
)
def test_a_correction_that_names_nothing_is_refused(
    small: Workbench, choice: BindingChoice
) -> None:
    (record,) = small.workflows.list()
    with pytest.raises(WrongUse):
        small.workflows.choose(record.id, choice)
    assert small.workflows.get(record.id).choice.is_empty


def test_corrections_and_removed_presets_can_be_undone(small: Workbench) -> None:
    (record,) = small.workflows.list()
    ctx, choice = JobContext(), BindingChoice({"cfg": ()})
    small.workflows.choose(record.id, choice)
    preset = small.workflows.save_preset("Calm", record.shape, {"cfg": 3.0})
    small.workflows.remove_preset(preset.id)
    assert small.workflows.presets(record.shape) == ()

    assert small.history.undo(ctx).label == "Remove preset Calm"
    assert [one.values for one in small.workflows.presets(record.shape)] == [{"cfg": 3.0}]
    assert small.history.undo(ctx).label == "Correct the inputs of clip_001"
    assert small.workflows.get(record.id).choice.is_empty
    assert small.history.steps().undo is None

    small.history.redo(ctx)
    assert small.workflows.get(record.id).choice == choice
    small.history.redo(ctx)
    assert small.workflows.presets(record.shape) == ()


# Used


def test_another_workflow_is_set_to_the_segments_measures(
    small: Workbench, server: DemoServer
) -> None:
    scene = small.project.scene()
    other = added(small, plain_prompt(**{"7.length": 81, "9.cfg": 7.5}), "Mine")
    old = history(small)[0]
    plan = small.plans.plan(scene, MIDDLE, workflow_id=other.id)
    assert plan.workflow_id == other.id
    assert (plan.parameters["length"], plan.parameters["width"]) == (9, 160)
    assert plan.parameters["cfg"] == 7.5
    assert plan.parameters["prompt"] == old.parameters["prompt"]
    assert plan.parameters["seed"] == old.parameters["seed"]

    small.regeneration.request(scene, RegenerationRequest(MIDDLE, workflow_id=other.id, takes=2))
    run(small)

    first, second = history(small)[:2]
    assert (first.workflow_name, first.workflow_id) == ("Mine", other.id)
    assert first.facts.frame_count == old.facts.frame_count
    assert len({first.parameters["seed"], second.parameters["seed"], old.parameters["seed"]}) == 3
    assert small.plans.plan(scene, MIDDLE).workflow_id == other.id  # the version's own by now
    assert server.prompts_executed == 2


def test_the_versions_own_workflow_by_its_id_keeps_its_values(small: Workbench) -> None:
    (record,) = small.workflows.list()
    scene = small.project.scene()
    own = small.plans.plan(scene, MIDDLE)
    assert small.plans.plan(scene, MIDDLE, workflow_id=record.id) == own
    assert own.parameters["seed"] == 1001


def test_the_scenes_workflow_serves_clips_without_one_and_with_an_unusable_one(
    empty: Workbench, tmp_path: Path
) -> None:
    unusable = plain_prompt()
    del inputs_of(unusable, "7")["start_image"]
    clips = [
        clip(tmp_path / "a.mp4", {}),
        clip(tmp_path / "b.mp4", {"prompt": json.dumps(unusable)}, 8),
    ]
    scene = imported(empty, clips).scene
    assert "no workflow" in empty.plans.plan(scene, 0).refusal
    assert "no input for the seed frame" in empty.plans.plan(scene, 1).refusal
    record = added(empty, plain_prompt(), "Mine")

    scene = empty.workflows.use_for_scene(scene, record.id)

    for index in (0, 1):
        plan = empty.plans.plan(scene, index)
        assert (plan.refusal, plan.workflow_id) == ("", record.id)
        assert plan.parameters["length"] == 9
    with pytest.raises(WrongUse, match="still in use"):
        empty.workflows.remove(record.id)
    empty.workflows.use_for_scene(scene, None)
    empty.workflows.remove(record.id)
    assert record not in empty.workflows.list()


def test_a_removed_workflow_leaves_its_versions_their_own(small: Workbench) -> None:
    (record,) = small.workflows.list()
    small.workflows.remove(record.id)
    plan = small.plans.plan(small.project.scene(), MIDDLE)
    assert (plan.refusal, plan.workflow_id) == ("", None)
    assert plan.parameters["seed"] == 1001


def test_a_workflow_that_is_not_there_is_named(small: Workbench) -> None:
    scene = small.project.scene()
    with pytest.raises(NotFound, match="1 clip_001"):
        small.regeneration.request(scene, RegenerationRequest(MIDDLE, workflow_id=99))
    with pytest.raises(NotFound):
        small.workflows.use_for_scene(scene, 99)
    with pytest.raises(WrongUse, match="needs a name"):
        small.workflows.rename(1, " ")


def test_a_project_of_an_older_restitch_finds_its_workflows(
    tmp_path: Path, three_segments: Path
) -> None:
    folder = tmp_path / "old"
    shutil.copytree(three_segments, folder)
    database = sqlite3.connect(folder / "project.restitch")
    with database:  # as the migration leaves it: nothing is linked, no shape is known
        database.execute("UPDATE segments SET workflow_shape = NULL, workflow_id = NULL")
        database.execute("DELETE FROM workflows")
    database.close()
    bench = bench_on(open_project(folder))
    (record,) = bench.workflows.list()
    assert record.shape
    assert {history(bench, index)[0].workflow_id for index in range(3)} == {record.id}
    assert bench.workflows.list() == (record,)
    bench.project.close()


def test_a_project_that_can_only_be_read_shows_its_workflows(
    tmp_path: Path, three_segments: Path
) -> None:
    folder = tmp_path / "read"
    shutil.copytree(three_segments, folder)
    bench = bench_on(open_project(folder, read_only=True))
    (record,) = bench.workflows.list()
    assert bench.workflows.view(record.id).problem == ""
    assert bench.plans.plan(bench.project.scene(), MIDDLE).refusal == ""
    bench.project.close()


# Checked


def test_what_the_server_lacks_is_told_before_anything_is_queued(small: Workbench) -> None:
    scene = small.project.scene()
    lacking = added(
        small, plain_prompt(**{"2.unet_name": "wan_from_the_studio.safetensors"}), "Lab"
    )
    with pytest.raises(WrongUse, match="cannot run this") as told:
        small.regeneration.request(scene, RegenerationRequest(MIDDLE, workflow_id=lacking.id))
    assert "wan_from_the_studio.safetensors" in told.value.detail
    assert small.jobs.all() == ()


def test_a_server_that_is_away_does_not_stop_a_request(small: Workbench) -> None:
    with_settings(small, server_url="http://127.0.0.1:9")
    (job,) = small.regeneration.request(small.project.scene(), RegenerationRequest(MIDDLE))
    assert job.state.is_open


def test_any_server_will_do(small: Workbench, server: DemoServer) -> None:
    small.servers.save(Server(server.url, "Demo"))
    request = RegenerationRequest(MIDDLE, server_url=ANY_SERVER)
    (job,) = small.regeneration.request(small.project.scene(), request)
    assert job.server_url == ANY_SERVER
    run(small)
    assert history(small)[0].server_url == server.url


def test_a_prompt_is_no_picture_where_the_server_says_that_it_is_prose(small: Workbench) -> None:
    (record,) = small.workflows.list()
    with pytest.raises(WrongUse, match=r"5\.text cannot be the seed_frame"):
        small.workflows.choose(record.id, BindingChoice({"seed_frame": (InputName("5", "text"),)}))
    assert small.workflows.get(record.id).choice.is_empty
