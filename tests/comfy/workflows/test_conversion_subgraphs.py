"""Subgraphs: nested, promoted, bypassed, muted, broken."""

from __future__ import annotations

import pytest

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.workflow import WorkflowUnusable
from tests.comfy.workflows.editor_files import (
    BYPASSED,
    MUTED,
    EditorFile,
    converted,
    inputs_of,
)


def sampling() -> JsonObject:
    """A subgraph "sample": cond, latent, seed and cfg from outside, one picture out."""
    inside = EditorFile(inside=True)
    inside.node("Sampler", 11, "randomize", 20, 7.5, "euler", id=5)
    for number, (name, kind) in enumerate([("cond", "COND"), ("latent", "LATENT")]):
        inside.link((-10, number), 5, name, kind)
    inside.link((-10, 2), 5, "seed", "INT", is_widget=True)
    inside.link((-10, 3), 5, "cfg", "FLOAT", is_widget=True)
    inside.link((5, 0), -20, "0")
    return inside.as_subgraph(
        "sample",
        {"cond": "COND", "latent": "LATENT", "seed": "INT", "strength": "FLOAT"},
        {"IMAGE": "IMAGE"},
    )


def using(*values: object, **more: object) -> EditorFile:
    """Text 1 -> sample 2 -> Save 3."""
    file = EditorFile()
    file.node("Text", "a lake")
    file.node("sample", *values, **more)
    file.node("Save", "out")
    file.link((1, 0), 2, "cond", "COND")
    file.link((2, 0), 3, "images")
    file.definitions.append(sampling())
    return file


def test_nodes_inside_are_named_by_the_way_to_them() -> None:
    prompt = converted(using()).prompt
    assert set(prompt) == {"1", "2:5", "3"}
    assert inputs_of(using(), 3)["images"] == ["2:5", 0]
    assert inputs_of(using(), "2:5") == {
        "cond": ["1", 0], "seed": 11, "steps": 20, "cfg": 7.5, "sampler": "euler"
    }  # fmt: skip


@pytest.mark.parametrize(
    "values", [(42, 3.0), (42, "randomize", 3.0), (42, "fixed", 3.0, "left over")]
)
def test_promoted_values_take_the_place_of_those_inside(values: tuple[object, ...]) -> None:
    inputs = inputs_of(using(*values), "2:5")
    assert (inputs["seed"], inputs["cfg"]) == (42, 3.0)


def test_promoted_values_that_are_not_given_are_those_inside() -> None:
    inputs = inputs_of(using(None, 3.0), "2:5")
    assert (inputs["seed"], inputs["cfg"]) == (11, 3.0)


def test_promoted_values_may_be_told_by_name() -> None:
    inputs = inputs_of(using(1, 2, widgets_values_named={"strength": 4.0}), "2:5")
    assert (inputs["seed"], inputs["cfg"]) == (1, 4.0)


def test_what_is_shown_outside_reaches_every_end_of_the_input() -> None:
    """Also ends that have no widget: the value shown is that of the first widget fed."""
    inside = EditorFile(inside=True)
    inside.node("Number", 31, "fixed", id=5)
    inside.node("Maths", "a", id=6)
    inside.link((-10, 0), 6, "values.a", "INT")
    inside.link((-10, 0), 5, "value", "INT", is_widget=True)
    definition = inside.as_subgraph("counting", {"number": "INT"}, {})
    file = EditorFile()
    file.node("counting")
    file.definitions.append(definition)
    assert inputs_of(file, "1:6")["values.a"] == 31
    file.nodes[0]["widgets_values"] = [32]
    assert inputs_of(file, "1:6")["values.a"] == 32
    assert inputs_of(file, "1:5") == {"value": 32}
    outer = EditorFile(inside=True)
    outer.node("counting", id=8)
    outer.node("Number", 40, "fixed", id=9)
    outer.link((-10, 0), 8, "number", "INT")
    outer.link((-10, 0), 9, "value", "INT", is_widget=True)
    file.nodes[0].update({"type": "around", "widgets_values": []})
    file.definitions.append(outer.as_subgraph("around", {"number": "INT"}, {}))
    assert inputs_of(file, "1:9") == {"value": 31}


def test_a_link_from_outside_wins_over_the_promoted_value() -> None:
    file = using(42, 3.0)
    file.node("Number", 9, "fixed")
    file.link((4, 0), 2, "seed", "INT", is_widget=True)
    inputs = inputs_of(file, "2:5")
    assert (inputs["seed"], inputs["cfg"]) == (["4", 0], 3.0)


def test_a_primitive_outside_reaches_the_widget_inside() -> None:
    file = using(42, 3.0)
    file.node("PrimitiveNode", 77, "fixed")
    file.link((4, 0), 2, "seed", "INT", is_widget=True)
    assert inputs_of(file, "2:5")["seed"] == 77


def test_values_of_widgets_shown_outside_without_an_input() -> None:
    shown = {"proxyWidgets": [["5", "steps"], ["5", "control_after_generate"], ["-1", "strength"]]}
    kept_inside = inputs_of(using(properties=shown), "2:5")
    assert (kept_inside["steps"], kept_inside["cfg"]) == (20, 7.5)
    inputs = inputs_of(using(8, "fixed", 2.5, properties=shown), "2:5")
    assert (inputs["steps"], inputs["seed"], inputs["cfg"]) == (8, 11, 2.5)


def test_widgets_shown_outside_tell_the_order_of_their_values() -> None:
    shown = {"proxyWidgets": [["5", "cfg"], ["5", "seed"]]}
    inputs = inputs_of(using(2.5, 42, properties=shown), "2:5")
    assert (inputs["seed"], inputs["cfg"]) == (42, 2.5)


def test_each_use_of_a_subgraph_is_nodes_of_its_own() -> None:
    file = using(1, 3.0)
    file.node("sample", 2, 4.0)
    file.node("Blend", 0.5)
    file.link((2, 0), 5, "first")
    file.link((4, 0), 5, "second")
    assert set(converted(file).prompt) == {"1", "2:5", "3", "4:5", "5"}
    assert inputs_of(file, "4:5")["seed"] == 2
    assert "cond" not in inputs_of(file, "4:5")
    assert inputs_of(file, 5) == {"by": 0.5, "first": ["2:5", 0], "second": ["4:5", 0]}


def nested(*values: object) -> EditorFile:
    """Number 1 and "outer" 2, which has "sample" 7 inside; defined within its definition."""
    outer = EditorFile(inside=True)
    outer.node("sample", id=7)
    outer.node("Text", "inside", id=8)
    outer.link((8, 0), 7, "cond", "COND")
    outer.link((-10, 0), 7, "seed", "INT")
    outer.link((-10, 1), 7, "strength", "FLOAT")
    outer.link((7, 0), -20, "0")
    definition = outer.as_subgraph("outer", {"number": "INT", "much": "FLOAT"}, {"out": "IMAGE"})
    definition["definitions"] = {"subgraphs": [sampling()]}
    file = EditorFile()
    file.node("Number", 9, "fixed")
    file.node("outer", *values)
    file.node("Save", "out")
    file.link((2, 0), 3, "images")
    file.definitions.append(definition)
    return file


def test_subgraphs_in_subgraphs() -> None:
    file = nested()
    assert set(converted(file).prompt) == {"1", "2:7:5", "2:8", "3"}
    assert inputs_of(file, 3)["images"] == ["2:7:5", 0]
    assert inputs_of(file, "2:7:5")["cond"] == ["2:8", 0]
    assert inputs_of(file, "2:7:5")["seed"] == 11


def test_promotion_and_links_go_through_several_levels() -> None:
    inputs = inputs_of(nested(123, 1.5), "2:7:5")
    assert (inputs["seed"], inputs["cfg"]) == (123, 1.5)
    file = nested(123, 1.5)
    file.link((1, 0), 2, "number", "INT", is_widget=True)
    inputs = inputs_of(file, "2:7:5")
    assert (inputs["seed"], inputs["cfg"]) == (["1", 0], 1.5)


def test_widgets_shown_through_several_levels() -> None:
    file = nested(30, 2.5, 99)
    file.nodes[1]["properties"] = {
        "proxyWidgets": [["7", "steps"], ["7", "strength"], ["-1", "number"]]
    }
    sample = file.definitions[0]["nodes"]
    assert isinstance(sample, list)
    sample[0]["properties"] = {"proxyWidgets": [["5", "steps"]]}
    inputs = inputs_of(file, "2:7:5")
    assert (inputs["steps"], inputs["cfg"], inputs["seed"]) == (30, 2.5, 99)


def test_a_muted_subgraph_and_its_links_are_gone() -> None:
    file = using(mode=MUTED)
    assert set(converted(file).prompt) == {"1", "3"}
    assert "images" not in inputs_of(file, 3)


def test_a_bypassed_subgraph_hands_on_what_fits() -> None:
    inside = EditorFile(inside=True)
    inside.node("Blur", 1, 1.0, id=5)
    inside.link((-10, 1), 5, "image")
    inside.link((5, 0), -20, "0")
    file = EditorFile()
    file.node("LoadImage", "a.png")
    file.node("soften", mode=BYPASSED)
    file.node("Save", "out")
    file.link((1, 0), 2, "picture")
    file.link((2, 0), 3, "images")
    file.definitions.append(
        inside.as_subgraph("soften", {"mask": "MASK", "picture": "IMAGE"}, {"out": "IMAGE"})
    )
    assert set(converted(file).prompt) == {"1", "3"}
    assert inputs_of(file, 3)["images"] == ["1", 0]


@pytest.mark.parametrize(("mode", "expected"), [(MUTED, None), (BYPASSED, ["1", 0])])
def test_modes_inside_a_subgraph(mode: int, expected: object) -> None:
    inside = EditorFile(inside=True)
    inside.node("Blur", 1, 1.0, id=5, mode=mode, outputs=[{"type": "IMAGE"}])
    inside.link((-10, 0), 5, "image")
    inside.link((5, 0), -20, "0")
    file = EditorFile()
    file.node("LoadImage", "a.png")
    file.node("soften")
    file.node("Save", "out")
    file.link((1, 0), 2, "picture")
    file.link((2, 0), 3, "images")
    file.definitions.append(inside.as_subgraph("soften", {"picture": "IMAGE"}, {"out": "IMAGE"}))
    assert inputs_of(file, 3).get("images") == expected


def test_a_subgraph_called_like_a_class_is_the_subgraph() -> None:
    file = using()
    file.definitions[0]["id"] = file.nodes[1]["type"] = "Blend"
    assert set(converted(file).prompt) == {"1", "2:5", "3"}


def test_a_get_node_inside_finds_the_set_node_around_it() -> None:
    inside = EditorFile(inside=True)
    inside.node("GetNode", "frame", id=4)
    inside.node("Blur", 1, 1.0, id=5)
    inside.link((4, 0), 5, "image")
    inside.link((5, 0), -20, "0")
    file = EditorFile()
    file.node("LoadImage", "a.png")
    file.node("SetNode", "frame")
    file.node("soften")
    file.node("Save", "out")
    file.link((1, 0), 2, "IMAGE")
    file.link((3, 0), 4, "images")
    file.definitions.append(inside.as_subgraph("soften", {}, {"out": "IMAGE"}))
    assert inputs_of(file, "3:5")["image"] == ["1", 0]


def test_an_output_told_by_the_definition_alone() -> None:
    file = using()
    definition = file.definitions[0]
    links = definition["links"]
    assert isinstance(links, list)
    links[-1]["target_id"] = 5
    definition["outputs"] = [{"name": "IMAGE", "type": "IMAGE", "linkIds": [links[-1]["id"]]}]
    assert inputs_of(file, 3)["images"] == ["2:5", 0]


def test_a_subgraph_that_contains_itself_is_refused_by_name() -> None:
    file = using()
    nodes = file.definitions[0]["nodes"]
    assert isinstance(nodes, list)
    nodes.append({"id": 6, "type": "sample", "title": "Again"})
    with pytest.raises(WorkflowUnusable, match="The subgraph Again contains itself"):
        converted(file)


def test_a_subgraph_that_unfolds_beyond_all_measure_is_refused() -> None:
    """Each level holds the next ten times: 10^12 nodes from a few kilobytes."""
    file = EditorFile()
    file.node("level 0")
    for depth in range(12):
        inside = EditorFile(inside=True)
        for _ in range(10):
            inside.node(f"level {depth + 1}")
        file.definitions.append(inside.as_subgraph(f"level {depth}", {}, {}))
    with pytest.raises(WorkflowUnusable, match="too large"):
        converted(file)


def test_subgraphs_too_deep_within_each_other_are_refused() -> None:
    file = EditorFile()
    file.node("level 0")
    for depth in range(2000):
        inside = EditorFile(inside=True)
        inside.node(f"level {depth + 1}")
        inside.link((-10, 0), 1, "x")
        file.definitions.append(inside.as_subgraph(f"level {depth}", {"x": "INT"}, {}))
    with pytest.raises(WorkflowUnusable, match="too deep"):
        converted(file)
