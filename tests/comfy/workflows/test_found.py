"""Workflows in every wrapping that people, servers and files put around them."""

from __future__ import annotations

import copy
import json

import pytest

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.embedded import embedded_workflow
from restitch_app.comfy.workflows.workflow import (
    FoundWorkflow,
    WorkflowUnusable,
    find_workflow,
    workflow_shape,
)
from tests.comfy.fake_server import GRAPH
from tests.shared import shared_folder

EDITOR = {"version": 0.4, "nodes": [{"id": 1, "type": "LoadImage"}], "links": []}
ITEM = [7, "an-id", GRAPH, {"extra_pnginfo": {"workflow": EDITOR}, "client_id": "x"}, ["9"]]
ENTRY = {"prompt": ITEM, "outputs": {}, "status": {"status_str": "success"}}
OTHER = {"1": {"class_type": "LoadVideo", "inputs": {"file": "a.mp4"}}}


@pytest.mark.parametrize(
    ("raw", "prompt", "editor"),
    [
        (GRAPH, GRAPH, None),
        (EDITOR, None, EDITOR),
        ({"prompt": GRAPH}, GRAPH, None),
        ({"prompt": json.dumps(GRAPH), "workflow": json.dumps(EDITOR)}, GRAPH, EDITOR),
        ({"prompt": {}, "workflow": EDITOR}, None, EDITOR),
        ({"prompt": GRAPH, "extra_data": {"extra_pnginfo": {"workflow": EDITOR}}}, GRAPH, EDITOR),
        ({"output": GRAPH, "workflow": EDITOR}, GRAPH, EDITOR),
        (ITEM, GRAPH, EDITOR),
        (ENTRY, GRAPH, EDITOR),
        ({"an-id": ENTRY}, GRAPH, EDITOR),
        ({"new": ENTRY, "old": {"prompt": [6, "old", OTHER, {}, []]}}, GRAPH, EDITOR),
        ({"old": {"prompt": [6, "old", OTHER, {}, []]}, "new": ENTRY}, GRAPH, EDITOR),
    ],
)
def test_a_workflow_is_found_in_its_wrapping(
    raw: object, prompt: object | None, editor: object | None
) -> None:
    for given in (raw, json.dumps(raw), "\ufeff" + json.dumps(raw), json.dumps(raw).encode()):
        assert find_workflow(given, "file.json") == FoundWorkflow(prompt, editor)  # type: ignore[arg-type]


def test_what_is_found_is_a_copy_without_the_servers_own_notes() -> None:
    noted = copy.deepcopy(GRAPH)
    noted["1"]["is_changed"] = [float("nan")]  # type: ignore[index]
    found = find_workflow({"prompt": noted})
    assert found.prompt == GRAPH
    assert "is_changed" in noted["1"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "raw",
    ["", "{", "[]", "{}", "7", "null", '{"a": 1}', '{"prompt": {}}', '{"nodes": []}', b"\xff\xfe",
     '{"prompt": [1, 2]}', '{"1": {"class_type": "LoadImage", "inputs": []}}', "[" * 5000,
     '{"prompt": ' * 50 + "1" + "}" * 50],
)  # fmt: skip
def test_what_holds_no_workflow_is_refused_by_name(raw: str | bytes) -> None:
    with pytest.raises(WorkflowUnusable, match=r"notes\.txt"):
        find_workflow(raw, "notes.txt")


@pytest.mark.parametrize(
    ("tags", "has_prompt", "has_editor"),
    [
        ({"prompt": json.dumps(GRAPH), "workflow": json.dumps(EDITOR)}, True, True),
        ({"PROMPT": json.dumps(GRAPH), "WORKFLOW": json.dumps(EDITOR)}, True, True),
        ({"comment": json.dumps({"prompt": json.dumps(GRAPH), "workflow": EDITOR})}, True, True),
        ({"0x0110": f"prompt:{json.dumps(GRAPH)}", "0x010f": f"workflow:{json.dumps(EDITOR)}"},
         True, True),
        ({"UserComment": f"Workflow: {json.dumps(EDITOR)}"}, False, True),
        ({"prompt": json.dumps(GRAPH)[:-20], "workflow": json.dumps(EDITOR)}, False, True),
        ({"workflow": json.dumps(GRAPH)}, True, False),
        ({"prompt": "a fox in the snow", "comment": "made on Monday"}, False, False),
        ({"prompt": "{}", "workflow": '{"nodes": []}'}, False, False),
    ],
)  # fmt: skip
def test_both_formats_are_read_from_a_files_metadata(
    tags: dict[str, str], has_prompt: bool, has_editor: bool
) -> None:
    found = embedded_workflow({"major_brand": "isom", **tags})
    expected = FoundWorkflow(GRAPH if has_prompt else None, EDITOR if has_editor else None)
    assert found == (expected if has_prompt or has_editor else None)


def test_the_prompt_that_ran_is_preferred_to_one_told_in_another_tag() -> None:
    found = embedded_workflow({"comment": json.dumps(OTHER), "prompt": json.dumps(GRAPH)})
    assert found is not None
    assert found.prompt == GRAPH


def test_the_shape_is_that_of_nodes_classes_and_links() -> None:
    def changed(**inputs: object) -> str:
        prompt: JsonObject = {
            "1": {"class_type": "LoadImage", "inputs": {"image": "a.png"}},
            "2": {"class_type": "SaveImage", "inputs": {"images": ["1", 0], **inputs}},
        }
        return workflow_shape(prompt)

    assert changed() == changed(filename_prefix="other", text="x")
    assert changed() != changed(images=["1", 1])
    assert changed() != changed(mask=["1", 0])
    assert changed() == changed(mask=["nowhere", 0])
    assert changed() != workflow_shape({"1": {"class_type": "LoadImage", "inputs": {}}})


def test_every_kind_of_file_that_servers_were_seen_to_write() -> None:
    """Animated PNG is not among them: what was recorded there is what Pillow does not show."""
    recording = shared_folder() / "comfyui-contract" / "recordings" / "file_metadata.json"
    found = {}
    for name, told in json.loads(recording.read_text(encoding="utf-8")).items():
        tags = next((told[key] for key in ("container_metadata", "text_chunks", "exif")
                     if told.get(key)), None)  # fmt: skip
        if tags is not None:
            found[name] = embedded_workflow(tags)
    assert len(found) == 7
    for name, workflow in found.items():
        assert workflow is not None, name
        assert workflow.prompt is not None, name
        assert set(workflow.prompt) == {"1", "2", "3", "9"}
        assert not any("is_changed" in str(node) for node in workflow.prompt.values())


def test_every_recorded_entry_of_a_history_gives_its_prompt() -> None:
    folder = shared_folder() / "comfyui-contract" / "recordings"
    waiting: list[object] = [
        json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.json"))
    ]
    entries = 0
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            waiting += here.values()
            item = here.get("prompt")
            if isinstance(item, list) and "outputs" in here:
                entries += 1
                assert set(find_workflow(here).prompt or {}) == set(item[2])
    assert entries > 50
