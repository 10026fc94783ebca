"""The fields that a reviewer is offered, with and without a server's node types."""

from __future__ import annotations

import pytest

from restitch_app.comfy.bindings.bindings import Bindings, find_bindings
from restitch_app.comfy.bindings.fill import fill
from restitch_app.comfy.bindings.form import form_fields
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.bundled import BundledWorkflow, bundled_workflows
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.workflows import FieldKind, FormField
from tests.comfy.small_object_info import small_node_types

WORKFLOWS = {one.name: one for one in bundled_workflows()}
COMMON = ["seed", "cfg", "steps", "length", "prompt", "negative_prompt"]


def wan() -> tuple[JsonObject, Bindings]:
    bundled = WORKFLOWS["wan22_image_to_video"]
    return bundled.prompt, find_bindings(bundled.prompt, choice=bundled.choice)


def inputs(prompt: JsonObject, node_id: str) -> JsonObject:
    return as_object(as_object(prompt[node_id])["inputs"])


def fields(
    prompt: JsonObject, bindings: Bindings, types: NodeTypes | None = None
) -> dict[str, FormField]:
    found = form_fields(prompt, bindings, types)
    assert len({one.name for one in found}) == len(found)
    return {one.name: one for one in found}


def test_what_a_reviewer_knows_comes_first_and_the_rest_is_under_more() -> None:
    found = form_fields(*wan(), small_node_types())
    assert [one.name for one in found if one.is_common] == COMMON
    assert [one.name for one in found][: len(COMMON) + 3] == [*COMMON, "width", "height", "fps"]
    assert {one.name for one in found} >= {"30.sampler_name", "14.shift", "30.end_at_step"}


@pytest.mark.parametrize("types", [None, small_node_types()])
def test_files_and_links_are_never_offered(types: NodeTypes | None) -> None:
    names = fields(*wan(), types)
    assert not {"1.image", "42.filename_prefix", "22.vae", "seed_frame"} & set(names)


def test_ranges_steps_and_words_are_the_servers() -> None:
    found = fields(*wan(), small_node_types())
    length, prompt, shift = found["length"], found["prompt"], found["14.shift"]
    assert (length.kind, length.value, length.least, length.most, length.step) == (
        FieldKind.WHOLE, 81, 1, 16384, 4,
    )  # fmt: skip
    assert (prompt.is_multiline, prompt.tooltip) == (True, "The text to be encoded.")
    assert (shift.kind, shift.value, shift.least, shift.most) == (FieldKind.REAL, 8.0, 0.0, 100.0)
    assert shift.node_title == "Shift for high noise"


def test_without_a_server_the_literals_tell_their_kind() -> None:
    found = fields(*wan())
    assert found["length"].kind is FieldKind.WHOLE
    assert found["14.shift"].kind is FieldKind.REAL
    assert found["30.sampler_name"].kind is FieldKind.TEXT
    assert found["30.end_at_step"].kind is FieldKind.WHOLE


def test_a_choice_keeps_its_value_in_sight_where_the_server_does_not_have_it() -> None:
    prompt, bindings = wan()
    inputs(prompt, "30")["sampler_name"] = "res_3m"
    found = fields(prompt, bindings, small_node_types())
    assert found["30.sampler_name"].choices[0] == "res_3m"
    assert found["31.sampler_name"].choices[0] == "euler"
    assert "res_3m" not in found["31.sampler_name"].choices


def test_two_samplers_are_one_seed_that_can_be_unfolded() -> None:
    found = fields(*wan(), small_node_types())
    assert found["seed"].parts == ("30.noise_seed", "31.noise_seed")
    assert not found["30.noise_seed"].is_common
    assert found["cfg"].parts == ()
    assert "30.cfg" not in found


def test_a_value_behind_a_primitive_has_the_range_of_what_it_decides() -> None:
    prompt, _ = wan()
    prompt["50"] = {"class_type": "PrimitiveInt", "inputs": {"value": 49}}
    inputs(prompt, "22")["length"] = ["50", 0]
    found = fields(prompt, find_bindings(prompt), small_node_types())
    length = found["length"]
    assert (length.value, length.least, length.most, length.step) == (49, 1, 16384, 4)
    assert "50.value" not in found


def test_a_value_that_a_formula_works_out_is_shown_worked_out() -> None:
    prompt, _ = wan()
    prompt["50"] = {"class_type": "PrimitiveInt", "inputs": {"value": 5}, "_meta": {"title": "Sec"}}
    prompt["51"] = {
        "class_type": "ComfyMathExpression",
        "inputs": {"expression": "a * 16 + 1", "values.a": ["50", 0]},
    }
    inputs(prompt, "22")["length"] = ["51", 1]
    found = fields(prompt, find_bindings(prompt), small_node_types())
    assert found["length"].value == 81
    assert (found["50.value"].node_title, found["50.value"].value) == ("Sec", 5)


def test_nodes_of_one_title_are_told_apart() -> None:
    prompt, bindings = wan()
    as_object(as_object(prompt["14"])["_meta"])["title"] = "Shift"
    as_object(as_object(prompt["15"])["_meta"])["title"] = "Shift"
    found = fields(prompt, bindings, small_node_types())
    assert found["14.shift"].node_title != found["15.shift"].node_title


def test_text_where_a_number_belongs_is_shown_as_the_number_it_will_be() -> None:
    prompt, bindings = wan()
    inputs(prompt, "30")["start_at_step"] = "3"
    inputs(prompt, "31")["start_at_step"] = "three"
    found = fields(prompt, bindings, small_node_types())
    assert found["30.start_at_step"].value == 3
    assert (found["31.start_at_step"].kind, found["31.start_at_step"].value) == (
        FieldKind.TEXT, "three",
    )  # fmt: skip


def test_nodes_that_the_result_does_not_depend_on_are_left_out() -> None:
    prompt, bindings = wan()
    prompt["60"] = {"class_type": "ImageScale", "inputs": {"image": ["40", 0], "width": 64}}
    prompt["61"] = {"class_type": "PreviewImage", "inputs": {"images": ["60", 0]}}
    assert "60.width" not in fields(prompt, bindings, small_node_types())


@pytest.mark.parametrize("bundled", WORKFLOWS.values(), ids=list(WORKFLOWS))
def test_every_field_can_be_written_back(bundled: BundledWorkflow) -> None:
    prompt = bundled.prompt
    bindings = find_bindings(prompt, choice=bundled.choice)
    values = {
        one.name: one.value
        for one in form_fields(prompt, bindings, small_node_types())
        if one.value is not None
    }
    assert fill(prompt, bindings, values) == prompt
