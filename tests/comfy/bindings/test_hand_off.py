from __future__ import annotations

import copy
from pathlib import Path

import pytest

from restitch_app.comfy.bindings.bindings import add_hand_off, find_bindings
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.bindings import BindingChoice
from tests.comfy.bindings.test_packs import WAN_WRAPPER
from tests.comfy.bindings.test_rules import made
from tests.comfy.workflows.more_classes import recorded_types


def added(workflow: JsonObject, types: NodeTypes | None = None) -> tuple[JsonObject, str]:
    """The new nodes alone, and the one that saves."""
    before = copy.deepcopy(workflow)
    filled = add_hand_off(workflow, find_bindings(workflow, types=types), types)
    assert filled is not None
    prompt, node_id = filled
    assert workflow == before
    assert {one: prompt[one] for one in workflow} == workflow, "a node that was there has changed"
    return {one: prompt[one] for one in prompt if one not in workflow}, node_id


def refused(*lines: str, types: NodeTypes | None = None) -> bool:
    workflow = made(*lines)
    return add_hand_off(workflow, find_bindings(workflow, types=types), types) is None


def test_the_last_picture_is_saved_from_what_becomes_the_video() -> None:
    new, node_id = added(made())
    picked, saved = new.values()
    assert list(new) == ["10", "11"]
    assert node_id == "11"
    assert as_object(picked)["class_type"] == "ImageFromBatch"
    assert as_object(picked)["inputs"] == {"image": ["7", 0], "batch_index": 4095, "length": 1}
    assert as_object(saved)["class_type"] == "SaveImage"
    assert as_object(saved)["inputs"] == {"images": ["10", 0], "filename_prefix": "lake_last"}


def test_the_ids_are_those_of_no_node_and_no_subgraph() -> None:
    workflow = made("205:17 ImageScale image=@7.0", "note ImageScale image=@7.0")
    new, _ = added(workflow)
    assert list(new) == ["206", "207"]


def test_a_combined_video_hands_its_pictures_off_too() -> None:
    new, _ = added(WAN_WRAPPER)
    assert as_object(as_object(new["14"])["inputs"])["image"] == ["12", 0]


@pytest.mark.parametrize(
    "lines",
    [
        ("9 VHS_VideoCombine frame_rate=8 filename_prefix=a pingpong=true images=@7.0",),
        ("9 VHS_VideoCombine frame_rate=8 filename_prefix=a images=@6.0 vae=@2.0",),
        ("9 VHS_VideoCombine frame_rate=8 filename_prefix=a images=@7.0 meta_batch=@2.0",),
        ("9 SaveVideo filename_prefix=a video=@20.0", "20 VideoSlice duration=1 video=@8.0"),
        ("5 WanImageToVideo width=832 length=4097 positive=@3.0 start_image=@1.0",),
    ],
)
def test_where_the_last_picture_is_another_one_nothing_is_added(lines: tuple[str, ...]) -> None:
    assert refused(*lines)


@pytest.mark.parametrize("version", ["0.33.0", "0.3.64"])
def test_both_recorded_servers_take_what_is_added(shared: Path, version: str) -> None:
    types = recorded_types(version)
    new, _ = added(made(), types)
    picked = as_object(as_object(new["10"])["inputs"])
    declared = types.get("ImageFromBatch")
    assert declared is not None
    assert [one.name for one in declared.required] == list(picked)
    index = declared.input("batch_index")
    assert index is not None
    assert index.least is not None
    assert index.most is not None
    assert max(0, index.least) <= 4095 <= index.most


def test_a_server_that_lacks_the_nodes_or_counts_too_few_pictures_gets_nothing() -> None:
    few = {
        "ImageFromBatch": {
            "input": {"required": {"image": ["IMAGE"], "batch_index": ["INT", {"max": 15}]}},
            "output": ["IMAGE"],
        },
        "SaveImage": {"input": {"required": {"images": ["IMAGE"]}}, "output_node": True},
    }
    assert refused(types=NodeTypes.from_object_info({**few}))
    assert refused(types=NodeTypes.from_object_info({"SaveImage": few["SaveImage"]}))


def test_pictures_that_come_one_by_one_are_left_alone() -> None:
    types = NodeTypes.from_object_info(
        {
            "VAEDecode": {
                "input": {"required": {"samples": ["LATENT"]}},
                "output": ["IMAGE"],
                "output_is_list": [True],
            },
            "ImageFromBatch": {"input": {"required": {"batch_index": ["INT", {}]}}},
            "SaveImage": {"input": {"required": {"images": ["IMAGE"]}}, "output_node": True},
        }
    )
    assert refused(types=types)


def test_a_video_without_a_name_gets_one_of_ours() -> None:
    workflow = made()
    choice = BindingChoice({"filename_prefix": ()})
    filled = add_hand_off(workflow, find_bindings(workflow, choice=choice))
    assert filled is not None
    prompt, node_id = filled
    assert as_object(as_object(prompt[node_id])["inputs"])["filename_prefix"] == "restitch_last"
