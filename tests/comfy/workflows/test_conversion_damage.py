"""Damaged and hostile files: refused in words, in good time, never with another exception."""

from __future__ import annotations

import json
import random
import time
from contextlib import suppress
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.workflow import WorkflowUnusable, convert, find_workflow
from tests.comfy.workflows.editor_files import SERVER, EditorFile, converted, inputs_of
from tests.comfy.workflows.more_classes import recorded_types
from tests.comfy.workflows.test_conversion_links import chain
from tests.comfy.workflows.test_conversion_subgraphs import nested, using
from tests.shared import SHARED, needs_shared

LONGEST_S = 30.0  # what never ends takes longer, what is busy does not
JUNK: list[object] = [
    None, True, False, 0, -1, -10, -20, 1, 2, 3, 5, 2**70, 1.5, float("nan"), "", "1", "5", "x",
    "sample", "outer", "SetNode", "GetNode", "Reroute", "PrimitiveNode", "Save", "fixed", "image",
    [], {}, [[]], [None], {"name": "x"}, {"link": 1}, [1, 2, 3], [1, 1, 0, 2, 0, "IMAGE"],
    {"id": 1, "origin_id": -10, "origin_slot": 0, "target_id": 5, "target_slot": 0},
    [["5", "seed"]], {"subgraphs": []},
]  # fmt: skip


def places(value: object) -> list[tuple[dict[str, object] | list[object], str | int]]:
    """Everything in a tree of JSON that can be replaced."""
    found: list[tuple[dict[str, object] | list[object], str | int]] = []
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            found += [(here, key) for key in here]
            waiting += here.values()
        elif isinstance(here, list):
            found += [(here, at) for at in range(len(here))]
            waiting += here
    return found


def damage(workflow: JsonObject, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 12)):
        spots = places(workflow)
        if not spots:
            return
        holder, key = chance.choice(spots)
        tree = cast("dict[str | int, object]", holder)
        what = chance.random()
        if what < 0.6:
            tree[key] = json.loads(json.dumps(chance.choice(JUNK)))
        elif what < 0.8:
            other, at = chance.choice(spots)
            tree[key] = json.loads(json.dumps(cast("dict[str | int, object]", other)[at]))
        else:
            del tree[key]


def survives(workflow: JsonObject, types: NodeTypes) -> None:
    started = time.monotonic()
    with suppress(WorkflowUnusable):
        prompt = convert(workflow, types, "broken.json").prompt
        assert all("class_type" in as_object(node) for node in prompt.values())
    with suppress(WorkflowUnusable):
        find_workflow(workflow, "broken.json")
    assert time.monotonic() - started < LONGEST_S


@settings(max_examples=200, deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_damage_does_more_than_refuse_the_workflow(chance: random.Random) -> None:
    files = (chain("Blur"), using(1, 3.0), nested(2, 4.0), chain("Reroute"))
    workflow = json.loads(json.dumps(chance.choice(files).as_file()))
    damage(workflow, chance)
    survives(workflow, NodeTypes.from_object_info(SERVER))


@needs_shared
@pytest.mark.parametrize("seed", range(26))
def test_no_damage_to_a_real_workflow_does_more(seed: int) -> None:
    files = sorted((SHARED / "workflows-real" / "ui").glob("*.json"))
    chance = random.Random(seed)
    types = recorded_types("0.33.0")
    for _ in range(10):
        workflow = json.loads(files[seed % len(files)].read_text(encoding="utf-8"))
        damage(workflow, chance)
        survives(workflow, types)


@pytest.mark.parametrize("raw", [None, 7, "x", [], {}, {"nodes": 3}, {"nodes": [None, 1, [], {}]}])
def test_what_is_no_workflow_at_all_is_refused(raw: object) -> None:
    with pytest.raises(WorkflowUnusable, match=r"broken\.json"):
        convert(raw, NodeTypes({}), "broken.json")


def test_a_value_nested_beyond_all_measure_is_refused() -> None:
    deep: object = "x"
    for _ in range(100_000):
        deep = {"x": deep}
    file = EditorFile()
    file.node("Several", ["x"], deep)
    with pytest.raises(WorkflowUnusable, match="nested too deeply"):
        converted(file)


def test_more_nodes_than_anybody_draws_are_refused() -> None:
    file = EditorFile()
    for _ in range(20_001):
        file.node("Note")
    with pytest.raises(WorkflowUnusable, match="too large"):
        converted(file)


def test_links_entangled_on_purpose_end_in_good_time() -> None:
    """Thousands of inputs, each at the end of thousands of reroutes."""
    file = EditorFile()
    file.node("Reroute")
    for number in range(2, 4002):
        file.node("Reroute")
        file.link((number - 1, 0), number, "")
    for number in range(4002, 6002):
        file.node("Save", "out")
        file.link((4001, 0), number, "images")
    started = time.monotonic()
    with pytest.raises(WorkflowUnusable, match="too entangled"):
        converted(file)
    assert time.monotonic() - started < LONGEST_S


def test_what_cannot_be_read_is_left_out_and_the_rest_converted() -> None:
    file = chain("Blur")
    file.nodes += [{}, {"id": None, "type": "Blur"}, {"id": 1, "type": "Blur"}]
    file.links += [None, [], [9], {"id": 7}, ["x", 1, 0, 2, 0, "IMAGE"]]
    assert set(converted(file).prompt) == {"1", "2", "3"}
    assert inputs_of(file, 2)["image"] == ["1", 0]
