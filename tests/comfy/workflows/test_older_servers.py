"""What a newer server wrote is put as an older one takes it, and only there."""

from __future__ import annotations

import copy
import json

import pytest

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.older_servers import as_taken
from restitch_app.comfy.workflows.preflight import preflight
from tests.shared import shared_folder

OLD = NodeTypes.from_object_info(
    {
        "Save": {
            "input": {
                "required": {
                    "format": [["auto", "mp4"]],
                    "codec": [["auto", "h264"]],
                    "video": ["VIDEO"],
                }
            },
            "output": [],
            "output_node": True,
        }
    }
)


def saved(**inputs: object) -> JsonObject:
    return {"9": {"class_type": "Save", "inputs": {"video": ["1", 0], **inputs}}}


def inputs_of(prompt: JsonObject) -> JsonObject:
    return as_object(as_object(prompt["9"])["inputs"])


def test_an_input_of_a_choice_goes_under_its_own_name() -> None:
    prompt = saved(**{"format": "mp4", "format.codec": "h264"})
    before = copy.deepcopy(prompt)
    taken = inputs_of(as_taken(prompt, OLD))
    assert taken == {"video": ["1", 0], "format": "mp4", "codec": "h264"}
    assert prompt == before
    assert as_taken(as_taken(prompt, OLD), OLD) == as_taken(prompt, OLD)


@pytest.mark.parametrize(
    "inputs",
    [
        {"format": "mp4", "codec": "auto", "format.codec": "h264"},
        {"format": "mp4", "format.codec": "h264", "format.codec.encoding": "re-encode"},
        {"format": "mp4", "video.codec": "h264"},
        {"format": "mp4", "other.codec": "h264"},
        {"format": "mp4"},
    ],
    ids=["said already", "deeper", "no choice", "no such input", "not said"],
)
def test_anything_else_stays_as_it_is(inputs: dict[str, object]) -> None:
    prompt = saved(**inputs)
    assert as_taken(prompt, OLD) == prompt


@pytest.mark.parametrize("damaged", [None, [], {"class_type": "Save"}, {"class_type": "Unknown"}])
def test_damaged_and_unknown_nodes_stay_as_they_are(damaged: object) -> None:
    prompt: JsonObject = {"9": damaged}
    assert as_taken(prompt, OLD) == prompt


def test_what_a_new_server_exported_is_taken_by_both() -> None:
    folder = shared_folder() / "comfyui-contract" / "object_info"
    file = shared_folder() / "workflows-real" / "api" / "wan22_14B_flf2v_api.json"
    prompt = as_object(json.loads(file.read_text("utf-8")))
    for version in ("0.3.64", "0.33.0"):
        info = json.loads((folder / f"object_info_{version}.json").read_text("utf-8"))
        types = NodeTypes.from_object_info(info)
        found = preflight(as_taken(prompt, types), types)
        assert [one for one in found if one.input_name == "codec"] == []
        assert (as_taken(prompt, types) == prompt) is (version == "0.33.0")
