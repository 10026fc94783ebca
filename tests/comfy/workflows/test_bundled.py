"""The workflows that come with Restitch: complete, declared, and named as their files are."""

from __future__ import annotations

import json

import pytest

from restitch_app.comfy.loose import as_object, as_text
from restitch_app.comfy.workflows.bundled import BundledWorkflow, bundled_workflows
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.preflight import check_prompt
from restitch_app.domain.bindings import KEYS
from restitch_app.domain.preflight import ProblemKind
from tests.shared import SHARED, needs_shared

ALL = bundled_workflows()
each = pytest.mark.parametrize("bundled", ALL, ids=[one.name for one in ALL])


def test_there_is_one_for_each_way_to_begin() -> None:
    assert {one.name for one in ALL} == {
        "wan22_image_to_video",
        "wan_first_last_frame",
        "ltx_image_to_video",
    }


@each
def test_every_key_is_declared_and_every_declared_place_holds_a_value(
    bundled: BundledWorkflow,
) -> None:
    prompt = bundled.prompt
    declared = bundled.choice.places
    possible = set(KEYS) - {"denoise"}  # no sampler of these has such an input
    assert set(declared) == possible
    for key, places in declared.items():
        assert places or key == "end_frame"
        for place in places:
            inputs = as_object(as_object(prompt[place.node_id])["inputs"])
            assert isinstance(inputs[place.input_name], str | int | float), str(place)


@each
def test_only_the_one_made_for_it_has_an_end_frame(bundled: BundledWorkflow) -> None:
    assert bool(bundled.choice.places["end_frame"]) == (bundled.name == "wan_first_last_frame")


@each
def test_every_model_file_it_names_is_told_with_folder_and_address(
    bundled: BundledWorkflow,
) -> None:
    named = {
        value
        for node in bundled.prompt.values()
        for value in as_object(as_object(node)["inputs"]).values()
        if as_text(value).endswith(".safetensors")
    }
    assert named == {model.file for model in bundled.models}
    for model in bundled.models:
        assert model.url.endswith(f"/{model.file}")
        assert model.folder.startswith("models/")


@each
def test_every_node_has_a_title_and_leads_to_the_output(bundled: BundledWorkflow) -> None:
    graph = Graph(bundled.prompt)
    output = bundled.choice.output_node
    assert output is not None
    assert set(graph) == graph.upstream(output)
    titles = [graph.title(node_id) for node_id in graph]
    assert len(set(titles)) == len(titles)


@each
def test_each_reading_is_a_fresh_copy(bundled: BundledWorkflow) -> None:
    bundled.prompt.clear()
    assert bundled.prompt


@needs_shared
@pytest.mark.parametrize("version", ["0.33.0", "0.3.64"])
@each
def test_recorded_servers_would_refuse_nothing_but_files(
    bundled: BundledWorkflow, version: str
) -> None:
    path = SHARED / "comfyui-contract" / "object_info" / f"object_info_{version}.json"
    types = NodeTypes.from_object_info(json.loads(path.read_text(encoding="utf-8")))
    found = check_prompt(bundled.prompt, types)
    files = {ProblemKind.MODEL_MISSING, ProblemKind.FILE_MISSING}
    assert {one.kind for one in found.problems} <= files, found
    assert {one.missing for one in found.problems if one.kind is ProblemKind.MODEL_MISSING} <= {
        model.file for model in bundled.models
    }
