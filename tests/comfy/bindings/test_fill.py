from __future__ import annotations

import copy
import json
from fractions import Fraction

import pytest

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.bindings.fill import fill, read_values
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.expression import evaluate
from restitch_app.comfy.workflows.workflow import workflow_shape
from restitch_app.domain.errors import WrongUse
from tests.comfy.fake_server import GRAPH


def inputs(prompt: JsonObject, node_id: str) -> JsonObject:
    return as_object(as_object(prompt[node_id])["inputs"])


def test_filling_copies_and_coerces() -> None:
    before = copy.deepcopy(GRAPH)
    bindings = find_bindings(GRAPH)
    prompt = fill(
        GRAPH,
        bindings,
        {"seed": str(2**64 - 1), "cfg": " 3.5 ", "steps": 30.0, "fps": Fraction(24000, 1001),
         "prompt": "a fox", "seed_frame": "restitch_1.png"},
    )  # fmt: skip
    assert before == GRAPH
    sampler = inputs(prompt, "9")
    assert sampler["seed"] == 2**64 - 1
    assert json.loads(json.dumps(prompt))["9"]["inputs"]["seed"] == 2**64 - 1
    assert (sampler["cfg"], sampler["steps"]) == (3.5, 30)
    assert isinstance(sampler["steps"], int)
    assert inputs(prompt, "11")["fps"] == 24000 / 1001
    assert inputs(prompt, "5")["text"] == "a fox"
    assert inputs(prompt, "1")["image"] == "restitch_1.png"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("cfg", "abc", "cfg must be a number. It is 'abc'."),
        ("cfg", "nan", "cfg must be a number"),
        ("cfg", float("inf"), "cfg must be a number"),
        ("cfg", True, "cfg must be a number"),
        ("steps", "2.5", "steps must be a whole number from 1"),
        ("steps", 0, "steps must be a whole number from 1"),
        ("seed", -1, "seed must be a whole number from 0 to 18446744073709551615"),
        ("seed", 2**64, "seed must be a whole number"),
        ("denoise", 1.5, "denoise must be a number from 0 to 1"),
        ("fps", "24/0", "fps must be a number"),
        ("prompt", 7, "prompt must be text"),
        ("end_frame", "x.png", "This workflow has no end_frame"),
        ("colour", "red", "There is no value called colour. It has seed_frame, seed, cfg"),
        ("99.seed", "1", "There is no value called 99.seed"),
        ("9.sede", "1", "Node 9 has no input sede. It has seed, steps, cfg, denoise"),
        ("9.latent_image", "1", "9.latent_image is connected to another node"),
        ("9.steps", "many", "9.steps must be a number"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_a_sentence(
    key: str, value: str | float, words: str
) -> None:
    with pytest.raises(WrongUse) as caught:
        fill(GRAPH, find_bindings(GRAPH), {key: value})
    assert words in str(caught.value)


def test_any_literal_can_be_set_by_node_and_input() -> None:
    graph = copy.deepcopy(GRAPH)
    inputs(graph, "12").update({"format.codec": "auto", "crop": False})
    prompt = fill(
        graph, find_bindings(graph), {"12.format.codec": "h264", "12.crop": "true", "9.steps": "8"}
    )
    assert (inputs(prompt, "12")["format.codec"], inputs(prompt, "12")["crop"]) == ("h264", True)
    assert inputs(prompt, "9")["steps"] == 8


def two_samplers() -> JsonObject:
    graph = copy.deepcopy(GRAPH)
    common = {"steps": 20, "cfg": 3.5, "positive": ["7", 0], "negative": ["7", 1]}
    graph["9"] = {
        "class_type": "KSamplerAdvanced",
        "inputs": {**common, "noise_seed": 0, "add_noise": "disable", "start_at_step": 10,
                   "end_at_step": 10000, "latent_image": ["8", 0]},
    }  # fmt: skip
    graph["8"] = {
        "class_type": "KSamplerAdvanced",
        "inputs": {**common, "noise_seed": 42, "add_noise": "enable", "start_at_step": 0,
                   "end_at_step": 10, "latent_image": ["7", 2]},
    }  # fmt: skip
    return graph


def test_the_seed_shown_is_that_of_the_sampler_that_adds_noise() -> None:
    graph = two_samplers()
    bindings = find_bindings(graph)
    assert read_values(graph, bindings)["seed"] == 42
    prompt = fill(graph, bindings, {"seed": 7})
    assert (inputs(prompt, "8")["noise_seed"], inputs(prompt, "9")["noise_seed"]) == (7, 7)


def test_the_handover_between_samplers_moves_with_the_steps() -> None:
    graph = two_samplers()
    prompt = fill(graph, find_bindings(graph), {"steps": 8})
    assert inputs(prompt, "8")["end_at_step"] == inputs(prompt, "9")["start_at_step"] == 4
    assert inputs(prompt, "9")["end_at_step"] == 10000


def test_the_length_does_not_follow_a_rate_that_is_changed_alone() -> None:
    graph = copy.deepcopy(GRAPH)
    graph["20"] = {"class_type": "PrimitiveFloat", "inputs": {"value": 16.0}}
    graph["21"] = {"class_type": "PrimitiveFloat", "inputs": {"value": 5.0}}
    graph["22"] = {
        "class_type": "ComfyMathExpression",
        "inputs": {"expression": "floor(a * b + 1)", "values.a": ["21", 0], "values.b": ["20", 0]},
    }
    inputs(graph, "7")["length"] = ["22", 1]
    inputs(graph, "11")["fps"] = ["20", 0]
    bindings = find_bindings(graph)
    assert read_values(graph, bindings)["length"] == 81
    prompt = fill(graph, bindings, {"fps": 24})
    assert inputs(prompt, "20")["value"] == 24.0
    assert inputs(prompt, "7")["length"] == 81


def test_places_of_one_formula_stay_together_after_a_value_took_its_place() -> None:
    """A version's own prompt is filled again and again; masks keep the video's length."""
    graph = copy.deepcopy(GRAPH)
    graph["20"] = {"class_type": "PrimitiveFloat", "inputs": {"value": 5.0}}
    graph["21"] = {
        "class_type": "ComfyMathExpression",
        "inputs": {"expression": "a * 16 + 1", "values.a": ["20", 0]},
    }
    graph["22"] = {"class_type": "PrimitiveInt", "inputs": {"value": ["21", 1]}}
    graph["23"] = {
        "class_type": "RepeatImageBatch",
        "inputs": {"image": ["1", 0], "amount": ["22", 0]},
    }
    inputs(graph, "7")["length"] = ["21", 1]
    once = fill(graph, find_bindings(graph), {"length": 33})
    read_again = as_object(json.loads(json.dumps(once)))
    twice = fill(read_again, find_bindings(read_again), {"length": 49})
    assert (inputs(once, "7")["length"], inputs(once, "22")["value"]) == (33, 33)
    assert (inputs(twice, "7")["length"], inputs(twice, "22")["value"]) == (49, 49)
    assert workflow_shape(once) == workflow_shape(twice) == workflow_shape(graph)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a * b + 1", 81.0),
        ("floor (a * b + 1)", 81),
        ("max(4, (int(a) // 16) * 16)", 4),
        ("-a + 2 % 2", -5.0),
        ("a / 0", None),
        ("c + 1", None),
        ("__import__('os').getcwd()", None),
        ("a ** 99999999", None),
        ("(" * 200, None),
        ("1 if a else 2", None),
        ("round(a, b, 3)", None),
    ],
)
def test_formulas_are_worked_out_and_nothing_else_is(
    expression: str, expected: float | None
) -> None:
    assert evaluate(expression, {"a": 5.0, "b": 16.0}) == expected
