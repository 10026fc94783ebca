from __future__ import annotations

import json
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from restitch_app.comfy.workflows.node_types import InputKind, InputType, NodeType, NodeTypes
from tests.shared import shared_folder

VERSIONS = ("0.33.0", "0.3.64")


def node(required: object = None, optional: object = None, **more: object) -> NodeType:
    described = {"input": {"required": required or {}, "optional": optional or {}}, **more}
    found = NodeTypes.from_object_info({"Made": described}).get("Made")
    assert found is not None
    return found


def one(spec: object) -> InputType:
    (found,) = node({"it": spec}).inputs
    return found


@pytest.mark.parametrize(
    ("spec", "kind", "default"),
    [
        (["INT", {"default": 7, "min": 1, "max": 9, "step": 2}], InputKind.WHOLE, 7),
        (["FLOAT", {}], InputKind.REAL, 0),
        (["STRING"], InputKind.TEXT, ""),
        ("STRING", InputKind.TEXT, ""),
        (["BOOLEAN", {"default": True}], InputKind.SWITCH, True),
        ([["euler", "heun"], {"default": "heun"}], InputKind.CHOICE, "heun"),
        ([["euler", "heun"]], InputKind.CHOICE, "euler"),
        (["COMBO", {"options": [25, 50]}], InputKind.CHOICE, 25),
        (["COMBO", {"options": []}], InputKind.CHOICE, None),
        (["COLOR", {"default": "#fff"}], InputKind.OTHER, "#fff"),
        (["FLOAT,INT", {"widgetType": "FLOAT", "default": 25.0}], InputKind.REAL, 25.0),
    ],
)
def test_widgets_of_both_schemas(spec: object, kind: InputKind, default: object) -> None:
    found = one(spec)
    assert (found.kind, found.default, found.is_widget) == (kind, default, True)


@pytest.mark.parametrize(
    ("spec", "types"),
    [
        (["IMAGE", {"tooltip": "the picture"}], ("IMAGE",)),
        (["FLOAT,INT"], ("FLOAT", "INT")),
        (["INT", {"forceInput": True}], ("INT",)),
        (["COMFY_MATCHTYPE_V3", {"template": {"allowed_types": "IMAGE,MASK"}}], ("IMAGE", "MASK")),
        (["COMFY_MATCHTYPE_V3", {"template": None}], ("*",)),
    ],
)
def test_inputs_that_are_only_connected(spec: object, types: tuple[str, ...]) -> None:
    found = one(spec)
    assert (found.kind, found.types, found.is_widget) == (InputKind.LINK, types, False)


def test_range_step_and_words_for_a_form() -> None:
    spec = {"min": 1, "max": 2**64 - 1, "step": 4, "tooltip": "how many", "multiline": True}
    found = one(["INT", {**spec, "display_name": "frames"}])
    assert (found.least, found.most, found.step) == (1, 2**64 - 1, 4)
    assert (found.tooltip, found.label, found.is_multiline) == ("how many", "frames", True)


def test_seeds_and_uploads_are_told_by_rule() -> None:
    found = node(
        {
            "noise_seed": ["INT", {}],
            "seed": ["INT", {"control_after_generate": False}],
            "count": ["INT", {"control_after_generate": True}],
            "image": [["a.png"], {"image_upload": True}],
            "file": ["COMBO", {"options": [], "video_upload": True, "remote": {"route": "/x"}}],
        }
    )
    control = [one.name for one in found.inputs if one.has_control_after_generate]
    assert control == ["noise_seed", "count"]
    assert [one.upload for one in found.inputs[3:]] == ["image", "video"]
    assert [one.has_open_choices for one in found.inputs[3:]] == [False, True]


@pytest.mark.parametrize(
    ("spec", "is_open"),
    [
        ([["a"]], False),
        ([[]], False),  # a folder without models
        (["COMBO", {"options": []}], False),
        (["COMBO", {"options": ["a"], "remote": {"route": "/x"}}], True),
        (["COMBO", {"remote_combo": {"route": "/x"}}], True),
        (["COMBO", {}], True),
        (["COMBO"], True),
        (["COMBO", ["a", "b"]], True),
    ],
)
def test_choices_that_are_not_told_are_open(spec: object, is_open: bool) -> None:
    found = one(spec)
    assert (found.kind, found.has_open_choices) == (InputKind.CHOICE, is_open)


def test_a_dynamic_choice_brings_its_own_inputs() -> None:
    codec = ["COMFY_DYNAMICCOMBO_V3", {"options": [
        {"key": "auto", "inputs": {"required": {}}},
        {"key": "h264", "inputs": {"optional": {"crf": ["FLOAT", {"default": 23.0}]}}},
    ]}]  # fmt: skip
    options = [{"key": "mp4", "inputs": {"required": {"codec": codec}}}, {"key": "gif"}, {"key": 3}]
    found = node({"format": ["COMFY_DYNAMICCOMBO_V3", {"options": options}]})
    (choice,) = found.inputs
    assert (choice.kind, choice.default, choice.choices) == (
        InputKind.DYNAMIC,
        "mp4",
        ("mp4", "gif"),
    )
    assert [inner.name for inner in choice.options["mp4"]] == ["format.codec"]
    crf = found.input("format.codec.crf")
    assert crf is not None
    assert (crf.kind, crf.default, crf.is_required) == (InputKind.REAL, 23.0, False)
    assert found.input("format.nothing") is None


def test_growing_inputs_take_what_their_template_takes() -> None:
    template = {"input": {"required": {"value": ["FLOAT,INT", {}]}}, "names": ["a", "b"], "min": 1}
    found = node({"values": ["COMFY_AUTOGROW_V3", {"template": template}]})
    (growing,) = found.inputs
    assert (growing.kind, growing.is_widget) == (InputKind.GROWING, False)
    assert (growing.choices, growing.least, growing.most) == (("a", "b"), 1, 2)
    inner = found.input("values.a")
    assert inner is not None
    assert inner.types == ("FLOAT", "INT")


def test_inputs_come_in_the_editors_order_each_once() -> None:
    found = node(
        {"b": ["INT"], "a": ["INT"], "c": ["INT"]},
        {"z": ["MASK"], "a": ["FLOAT"]},
        input_order={"required": ["a", "nowhere", 7, "b", "a"], "optional": "none"},
    )
    assert [(one.name, one.is_required) for one in found.inputs] == [
        ("a", True), ("b", True), ("c", True), ("z", False)
    ]  # fmt: skip
    assert [one.name for one in found.required] == ["a", "b", "c"]


def test_outputs_name_their_types() -> None:
    found = node(
        output=["FLOAT", ["euler", "heun"], "FLOAT,INT", None, "COMFY_MATCHTYPE_V3"],
        output_name=["number", None],
        output_is_list=[True],
        output_node=True,
        display_name="Made by hand",
    )
    assert [output.types for output in found.outputs] == [
        ("FLOAT",), ("COMBO",), ("FLOAT", "INT"), ("*",), ("*",)
    ]  # fmt: skip
    assert (found.outputs[0].name, found.outputs[0].is_list) == ("number", True)
    assert found.outputs[1].name == "COMBO"
    assert found.is_output_node
    assert found.display_name == "Made by hand"


@pytest.mark.parametrize(
    "described",
    [
        None, 7, [], {"input": None}, {"input": []}, {"input": {"required": [["INT"]]}},
        {"input": {"required": {"a": None, "b": [], "c": [None], "d": [7, 8], "e": [{}], "f": ""}}},
        {"input": {"required": {"a": ["COMFY_DYNAMICCOMBO_V3"]}}, "output": 3, "output_name": 4},
        {"input": {"required": {"a": ["COMFY_AUTOGROW_V3", {"template": {"input": 3}}]}}},
        {"input": {"required": {"a": ["COMFY_DYNAMICSLOT_V3", {"inputs": 3, "slotType": []}]}}},
        {"input": {"required": {"a": [[{}, [], None], {"default": {}, "min": "x"}]}}},
        {"input": {"required": {"a": ["INT", {"min": float("nan"), "max": True}]}}},
    ],
)  # fmt: skip
def test_nonsense_of_one_class_does_not_hide_the_others(described: object) -> None:
    types = NodeTypes.from_object_info({"Bad": described, "Good": {"input": {}}})
    assert types.get("Good") is not None
    if (bad := types.get("Bad")) is not None:
        assert bad.input("a.b") is None


def test_choices_within_choices_have_a_bottom() -> None:
    spec: object = ["INT", {}]
    for _ in range(300):
        options = [{"key": "on", "inputs": {"required": {"x": spec}}}]
        spec = ["COMFY_DYNAMICCOMBO_V3", {"options": options}]
    assert one(spec).kind is InputKind.DYNAMIC


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(
        ["INT", "COMBO", "COMFY_DYNAMICCOMBO_V3", "COMFY_AUTOGROW_V3", "COMFY_DYNAMICSLOT_V3", ","]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(
            ["input", "required", "optional", "options", "key", "inputs", "template", "names",
             "default", "min", "output", "output_name", "input_order", "slotType", "x"]
        ), inner, max_size=4),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.text(max_size=3), JSON, max_size=3))
def test_no_answer_of_a_server_can_raise(raw: dict[str, object]) -> None:
    for name in NodeTypes.from_object_info(raw).names:
        assert name in raw


@pytest.mark.parametrize("version", VERSIONS)
def test_every_recorded_class_is_read_whole(version: str) -> None:
    folder = shared_folder() / "comfyui-contract" / "object_info"
    raw = json.loads((folder / f"object_info_{version}.json").read_text())
    types = NodeTypes.from_object_info(raw)
    assert types.names == frozenset(raw)
    for name, described in raw.items():
        found = types.get(name)
        assert found is not None
        specs = {**described["input"].get("required", {}), **described["input"].get("optional", {})}
        assert {one.name for one in found.inputs} == set(specs)
        for one in found.inputs:
            _agrees(one, cast("list[object]", specs[one.name]))
        assert len(found.outputs) == len(described["output"])


def _agrees(one: InputType, spec: list[object]) -> None:
    declared = spec[0] if isinstance(spec[0], str) else "COMBO"
    widgets = {"INT", "FLOAT", "STRING", "BOOLEAN", "COMBO", "COMFY_DYNAMICCOMBO_V3", "FLOAT,INT"}
    assert one.is_widget == (declared in widgets), one
    assert (one.kind is InputKind.LINK) == (not one.is_widget and "AUTOGROW" not in declared), one
