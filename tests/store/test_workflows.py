"""Workflows and presets as rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.bindings import BindingChoice, InputName
from restitch_app.domain.errors import NotFound
from restitch_app.domain.versions import Scene
from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.store.store import Store
from tests.store.samples import new_job, new_version, picture

PROMPT = {"3": {"class_type": "KSampler", "inputs": {"text": "naïve 🎬"}}}


def add_workflow(store: Store, shape: str = "s1") -> WorkflowRecord:
    return store.workflows.add("Wan", WorkflowOrigin.FILE, "wan.json", shape=shape, prompt=PROMPT)


def test_a_workflow_comes_back_with_what_was_chosen(store: Store) -> None:
    added = add_workflow(store)
    assert store.workflows.prompt(added.id) == PROMPT
    assert added.choice.is_empty
    choice = BindingChoice({"seed": (InputName("3", "a.b"),), "cfg": ()}, output_node="9")
    store.workflows.choose(added.id, choice)
    assert store.workflows.get(added.id).choice == choice
    assert store.workflows.by_shape("s1") == store.workflows.get(added.id)
    assert store.workflows.by_shape("") is None


def test_one_in_the_editors_format_becomes_usable_once_it_is_converted(store: Store) -> None:
    editor: dict[str, object] = {"nodes": [], "links": []}
    added = store.workflows.add(
        "Drawn", WorkflowOrigin.CLIP, "a.mp4", editor=editor, editor_shape="e1"
    )
    assert not added.is_converted
    assert store.workflows.by_editor_shape("e1") == added
    store.workflows.set_prompt(added.id, PROMPT, "s2")
    converted = store.workflows.get(added.id)
    assert (converted.is_converted, converted.shape) == (True, "s2")
    assert store.workflows.editor(added.id) == editor


def test_a_scene_says_which_workflow_it_has(store: Store, scene: Scene) -> None:
    added = add_workflow(store)
    assert store.scenes.use_workflow(scene.id, added.id).workflow_id == added.id
    assert store.workflows.scenes_of(added.id) == (scene.name,)
    store.workflows.remove(added.id)
    assert store.scenes.get(scene.id).workflow_id is None
    with pytest.raises(NotFound, match=str(added.id)):
        store.workflows.remove(added.id)


def test_a_preset_of_the_same_name_and_shape_is_replaced(store: Store) -> None:
    store.workflows.save_preset("Calm", "s1", {"cfg": 3.0})
    other = store.workflows.save_preset("Calm", "s2", {"cfg": 9.0})
    saved = store.workflows.save_preset("Calm", "s1", {"cfg": 4.5, "prompt": "naïve", "on": True})
    assert store.workflows.presets("s1") == (saved,)
    assert saved.values == {"cfg": 4.5, "prompt": "naïve", "on": True}
    store.workflows.remove_preset(saved.id)
    assert store.workflows.presets("s1") == ()
    assert store.workflows.presets("s2") == (other,)


def test_a_version_says_what_it_was_made_with_and_where(store: Store, scene: Scene) -> None:
    workflow = add_workflow(store)
    end_of = store.versions.add(new_version(scene.id, 1))
    new = replace(
        new_version(scene.id, 0),
        hand_off=picture("hand-off"),
        end_frame=picture("end"),
        end_from_version_id=end_of.id,
        workflow_id=workflow.id,
        workflow_name=workflow.name,
        workflow_shape=workflow.shape,
        server_url="http://gpu:8188",
    )
    version = store.versions.add(new)
    assert version.next_seed == version.hand_off == picture("hand-off")
    assert (version.end_frame, version.end_from_version_id) == (picture("end"), end_of.id)
    assert (version.workflow_name, version.workflow_shape) == ("Wan", "s1")
    store.workflows.remove(workflow.id)
    forgotten = store.versions.get(version.id)
    assert (forgotten.workflow_id, forgotten.workflow_name) == (None, "Wan")


def test_a_job_keeps_where_its_pictures_go(store: Store, scene: Scene) -> None:
    version = store.versions.add(new_version(scene.id, 4))
    uploads = {"seed_frame": (InputName("52", "image"),), "end_frame": (InputName("a:b", "c.d"),)}
    job = store.jobs.add(
        replace(
            new_job(scene.id, version.id),
            uploads=uploads,
            end_frame_hash="hash-end",
            end_frame_file="media/frames/end.png",
            hand_off_node="restitch_hand_off",
        )
    )
    assert job.uploads == uploads
    assert (job.end_frame_hash, job.end_frame_file) == ("hash-end", "media/frames/end.png")
    assert job.hand_off_node == "restitch_hand_off"
