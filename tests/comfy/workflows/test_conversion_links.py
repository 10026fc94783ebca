"""Links through nodes that do not run: bypassed, muted, reroutes, primitives, Set and Get."""

from __future__ import annotations

import pytest

from restitch_app.comfy.workflows.workflow import NotConvertible, WorkflowUnusable
from tests.comfy.workflows.editor_files import (
    BYPASSED,
    MUTED,
    EditorFile,
    converted,
    inputs_of,
)


def chain(middle: str, mode: int = 0) -> EditorFile:
    """LoadImage 1 -> middle 2 -> Save 3."""
    file = EditorFile()
    file.node("LoadImage", "a.png", "image")
    file.node(middle, 3, 1.5, mode=mode, outputs=[{"name": "IMAGE", "type": "IMAGE"}])
    file.node("Save", "out")
    file.link((1, 0), 2, "image")
    file.link((2, 0), 3, "images")
    return file


def test_an_active_node_is_linked_as_it_is() -> None:
    prompt = converted(chain("Blur")).prompt
    assert prompt["2"] == {
        "class_type": "Blur",
        "inputs": {"radius": 3, "sigma": 1.5, "image": ["1", 0]},
        "_meta": {"title": "Blur"},
    }
    assert inputs_of(chain("Blur"), 3)["images"] == ["2", 0]


def test_a_bypassed_node_hands_on_its_input_of_the_same_type() -> None:
    prompt = converted(chain("Blur", BYPASSED)).prompt
    assert set(prompt) == {"1", "3"}
    assert inputs_of(chain("Blur", BYPASSED), 3)["images"] == ["1", 0]


def test_a_muted_node_takes_its_links_with_it() -> None:
    prompt = converted(chain("Blur", MUTED)).prompt
    assert set(prompt) == {"1", "3"}
    assert "images" not in inputs_of(chain("Blur", MUTED), 3)


def test_the_input_of_the_same_place_stands_in_first() -> None:
    file = EditorFile()
    file.node("Text", "good")
    file.node("Text", "bad")
    file.node(
        "Encode", mode=BYPASSED, outputs=[{"type": "COND"}, {"type": "COND"}, {"type": "LATENT"}]
    )
    file.node("Sampler", 1, "fixed", 20, 7.0, "euler")
    file.link((1, 0), 3, "positive", "COND")
    file.link((2, 0), 3, "negative", "COND")
    file.link((3, 1), 4, "cond", "COND")
    file.link((3, 2), 4, "latent", "LATENT")
    inputs = inputs_of(file, 4)
    assert inputs["cond"] == ["2", 0]
    assert "latent" not in inputs  # no input of that type to hand on


@pytest.mark.parametrize(
    "name", ["Reroute", "Reroute (rgthree)", "ReroutePlus|pack", "easy reroute"]
)
def test_reroutes_of_every_pack_hand_on(name: str) -> None:
    assert inputs_of(chain(name), 3)["images"] == ["1", 0]
    assert inputs_of(chain(name, MUTED), 3)["images"] == ["1", 0]  # nothing of it runs anyway


@pytest.mark.parametrize(
    ("setter", "getter"),
    [("SetNode", "GetNode"), ("easy setNode", "easy getNode"), ("GGSetNode", "GGGetNode")],
)
def test_get_nodes_stand_for_what_was_set(setter: str, getter: str) -> None:
    file = EditorFile()
    file.node("LoadImage", "a.png")
    file.node(setter, "frame")
    file.node("Other setNode" if setter == "SetNode" else "SetNode", "frame")
    file.node(getter, "frame")
    file.node("Save", "out")
    file.link((1, 0), 2, "IMAGE")
    file.link((4, 0), 5, "images")
    assert inputs_of(file, 5)["images"] == ["1", 0]


def test_a_set_node_hands_on_what_it_sets_too() -> None:
    assert inputs_of(chain("SetNode"), 3)["images"] == ["1", 0]


def test_a_get_node_may_name_its_value_in_the_title_alone() -> None:
    file = EditorFile()
    file.node("LoadImage", "a.png")
    file.node("SetNode", title="Set_frame")
    file.node("GetNode", title="Get_frame")
    file.node("Save", "out")
    file.link((1, 0), 2, "*")
    file.link((3, 0), 4, "images")
    assert inputs_of(file, 4)["images"] == ["1", 0]


def test_a_get_node_without_its_set_node_is_named() -> None:
    file = EditorFile()
    file.node("GetNode", "frame", title="Get the frame")
    file.node("Save", "out")
    file.link((1, 0), 2, "images")
    with pytest.raises(NotConvertible, match=r"lake\.json: Get the frame has no Set node"):
        converted(file)


def test_set_and_get_in_a_circle_are_refused() -> None:
    file = EditorFile()
    file.node("SetNode", "loop")
    file.node("GetNode", "loop", title="Get_loop")
    file.node("Save", "out")
    file.link((2, 0), 1, "*")
    file.link((2, 0), 3, "images")
    with pytest.raises(WorkflowUnusable, match="circle"):
        converted(file)


def test_bypassed_nodes_in_a_circle_are_refused() -> None:
    file = EditorFile()
    for _ in range(2):
        file.node("Blur", 1, 1.0, mode=BYPASSED, outputs=[{"type": "IMAGE"}])
    file.node("Save", "out")
    file.link((2, 0), 1, "image")
    file.link((1, 0), 2, "image")
    file.link((1, 0), 3, "images")
    with pytest.raises(WorkflowUnusable, match="circle"):
        converted(file)


def test_a_long_line_of_reroutes_is_followed_to_its_end() -> None:
    file = EditorFile()
    file.node("LoadImage", "a.png")
    for number in range(2, 3002):
        file.node("Reroute")
        file.link((number - 1, 0), number, "")
    file.node("Save", "out")
    file.link((3001, 0), 3002, "images")
    assert inputs_of(file, 3002)["images"] == ["1", 0]


def test_a_primitive_puts_its_value_into_every_widget_it_is_connected_to() -> None:
    file = EditorFile()
    file.node("PrimitiveNode", 99, "increment")
    file.node("Number", 1, "fixed")
    file.node("Sampler", 5, "randomize", 20, 7.0, "euler")
    file.link((1, 0), 2, "value", "INT", is_widget=True)
    file.link((1, 0), 3, "seed", "INT", is_widget=True)
    assert inputs_of(file, 2) == {"value": 99}
    assert inputs_of(file, 3)["seed"] == 99
    assert inputs_of(file, 3)["steps"] == 20


def test_a_link_wins_over_the_widget_and_a_lost_one_does_not() -> None:
    file = EditorFile()
    file.node("Number", 30, "fixed")
    file.node("Number", 40, "fixed", mode=MUTED)
    file.node("Sampler", 5, "fixed", 20, 7.0, "euler")
    file.link((1, 0), 3, "steps", "INT", is_widget=True)
    file.link((2, 0), 3, "seed", "INT", is_widget=True)
    inputs = inputs_of(file, 3)
    assert inputs["steps"] == ["1", 0]
    assert inputs["seed"] == 5
    assert inputs["cfg"] == 7.0


def test_links_lost_from_the_list_are_found_at_the_nodes() -> None:
    file = chain("Blur")
    raw = file.as_file()
    raw["links"] = []
    file.nodes[0]["outputs"] = [{"name": "IMAGE", "links": [1]}, {"name": "MASK", "links": None}]
    file.nodes[1]["outputs"] = [{"name": "IMAGE", "links": [2]}]
    assert inputs_of(raw, 2)["image"] == ["1", 0]
    assert inputs_of(raw, 3)["images"] == ["2", 0]


def test_growing_inputs_are_links_by_their_own_names() -> None:
    file = EditorFile()
    file.node("Number", 1, "fixed")
    file.node("Maths", "a + b")
    file.link((1, 0), 2, "values.a", "INT")
    file.link((1, 0), 2, "values.b", "INT")
    file.open_input(2, "values.c", "INT")
    assert inputs_of(file, 2) == {
        "formula": "a + b", "values.a": ["1", 0], "values.b": ["1", 0]
    }  # fmt: skip


def test_links_that_are_made_when_queued_are_taken_from_the_file() -> None:
    file = EditorFile()
    file.node("LoadImage", "a.png")
    file.node("Anything Everywhere")
    file.node("Save", "out")
    file.link((1, 0), 2, "anything")
    file.open_input(3, "images")
    made = {"downstream": 3, "downstream_slot": 0, "upstream": "1", "upstream_slot": 0}
    inputs = converted(file, extra={"ue_links": [made]}).prompt["3"]
    assert inputs == {
        "class_type": "Save",
        "inputs": {"prefix": "out", "format": "auto", "codec": "auto", "images": ["1", 0]},
        "_meta": {"title": "Save"},
    }


def test_notes_and_switchboards_are_left_out_silently() -> None:
    file = chain("Blur")
    file.node("Note", "a note")
    file.node("MarkdownNote", "# a note")
    file.node("Fast Groups Muter (rgthree)")
    file.node("Fast Bypasser (rgthree)")
    file.link((2, 0), 7, "Blur", "*")
    assert set(converted(file).prompt) == {"1", "2", "3"}
    assert converted(file).notes == ()


def test_an_unknown_node_that_nothing_is_connected_to_is_noted() -> None:
    file = chain("Blur")
    file.node("Weather Widget", title="Rain")
    assert converted(file).notes == ("Rain was left out: nothing is connected to it",)


def test_all_unknown_classes_are_named_with_their_nodes() -> None:
    file = chain("Strange Blur")
    file.nodes[1]["title"] = "Soften"
    file.node("Strange Save")
    file.link((2, 0), 4, "images")
    file.node("workflow>Old group")
    file.link((2, 0), 5, "images")
    file.node("01234567-89ab-cdef-0123-456789abcdef", title="Upscale")
    file.link((2, 0), 6, "images")
    with pytest.raises(NotConvertible) as refused:
        converted(file)
    message = str(refused.value)
    assert "the server has no node Strange Blur (Soften)" in message
    assert "the server has no node Strange Save" in message
    assert "Old group is a group node of the old kind" in message
    assert "a subgraph (Upscale) whose definition is not in the file" in message
    assert len(refused.value.missing_classes) == 4


def test_an_unknown_class_that_does_not_run_is_no_reason_to_refuse() -> None:
    assert set(converted(chain("Strange", MUTED)).prompt) == {"1", "3"}
    assert inputs_of(chain("Strange", BYPASSED), 3)["images"] == ["1", 0]


def test_a_workflow_in_which_nothing_runs_is_refused() -> None:
    file = EditorFile()
    file.node("Note", "only words")
    with pytest.raises(WorkflowUnusable, match="Nothing of this workflow runs"):
        converted(file)
