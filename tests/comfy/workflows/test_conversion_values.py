"""Which value of `widgets_values` goes where."""

from __future__ import annotations

import pytest

from restitch_app.comfy.workflows.workflow import WorkflowUnusable
from tests.comfy.workflows.editor_files import EditorFile, as_int, converted, inputs_of


def only(node_type: str, *values: object, **more: object) -> EditorFile:
    file = EditorFile()
    file.node(node_type, *values, **more)
    return file


def test_the_words_after_seeds_and_uploads_take_no_input() -> None:
    sampler = only("Sampler", 2**64 - 1, "randomize", 4, 1, "euler")
    assert inputs_of(sampler, 1) == {
        "seed": 2**64 - 1, "steps": 4, "cfg": 1, "sampler": "euler"
    }  # fmt: skip
    assert inputs_of(only("LoadImage", "b.png", "image"), 1) == {"image": "b.png"}
    mask = only("LoadMask", "b.png", "red", "image")
    assert inputs_of(mask, 1) == {"image": "b.png", "channel": "red"}


def test_a_seed_without_its_word_loses_nothing() -> None:
    assert inputs_of(only("Sampler", 7, 4, 1, "euler"), 1)["sampler"] == "euler"


def test_a_choice_called_like_a_word_is_kept() -> None:
    assert inputs_of(only("Sampler", 7, "fixed", 4, 1, "fixed"), 1)["sampler"] == "fixed"


def test_a_word_that_the_server_does_not_tell_of_is_passed_over() -> None:
    """Packs add such a word in the browser alone."""
    assert inputs_of(only("Sampler", 7, "fixed", 4, "increment", 1, "euler"), 1) == {
        "seed": 7, "steps": 4, "cfg": 1, "sampler": "euler"
    }  # fmt: skip


def test_missing_values_are_the_servers_defaults_and_extra_ones_are_ignored() -> None:
    assert inputs_of(only("Sampler", 7, "fixed"), 1) == {
        "seed": 7, "steps": 20, "cfg": 7.0, "sampler": "euler"
    }  # fmt: skip
    assert inputs_of(only("Number", 3, "fixed", "old", 5), 1) == {"value": 3}
    assert inputs_of(only("Number", values=None), 1) == {"value": 0}
    assert inputs_of(only("Number", None, "fixed"), 1) == {"value": 0}


def test_a_widget_made_an_input_still_has_its_place() -> None:
    file = only("Number", 3, "fixed")
    file.node("Sampler", 7, "fixed", 4, 1.5, "euler")
    file.link((1, 0), 2, "steps", "INT", is_widget=True)
    assert inputs_of(file, 2) == {
        "seed": 7, "steps": ["1", 0], "cfg": 1.5, "sampler": "euler"
    }  # fmt: skip


def test_values_by_name_are_copied_and_the_editors_own_left() -> None:
    values = {
        "rate": 12, "kind": "mp4", "pix_fmt": "yuv420p", "crf": 19, "save": True,
        "control_after_generate": "fixed", "videopreview": {"params": {}}, "nothing": None,
    }  # fmt: skip
    assert inputs_of(only("Named", values=values), 1) == {
        "rate": 12, "kind": "mp4", "pix_fmt": "yuv420p", "crf": 19, "save": True
    }  # fmt: skip


def test_names_kept_beside_the_values_tell_more_than_places() -> None:
    file = only(
        "Sampler", 1, "fixed", 2, 3, "euler",
        widgets_values_named={"seed": 8, "cfg": 2.5, "sampler": "fixed", "upload": "image"},
    )  # fmt: skip
    assert inputs_of(file, 1) == {"seed": 8, "steps": 2, "cfg": 2.5, "sampler": "fixed"}


def test_the_files_own_names_tell_values_apart_when_the_class_has_changed() -> None:
    """Saved when the class had `old` instead of `cfg`, and `steps` came last."""
    file = only("Sampler", 7, "fixed", "gone", "euler", 30)
    for name in ("seed", "old", "sampler", "steps"):
        file.open_input(1, name, "INT", widget={"name": name})
    assert inputs_of(file, 1) == {"seed": 7, "steps": 30, "cfg": 7.0, "sampler": "euler"}


def test_names_that_do_not_account_for_all_values_are_not_trusted() -> None:
    file = only("Sampler", 7, "fixed", 30, 2.0, "euler")
    file.open_input(1, "cfg", "FLOAT", widget={"name": "cfg"})
    assert inputs_of(file, 1) == {"seed": 7, "steps": 30, "cfg": 2.0, "sampler": "euler"}


def test_a_dynamic_choice_is_followed_by_the_inputs_it_brings() -> None:
    inputs = inputs_of(only("Save", "out", "mp4", "h264", "re encode", 18.0), 1)
    assert inputs == {
        "prefix": "out", "format": "mp4", "format.codec": "h264",
        "format.codec.encoding": "re encode", "format.codec.encoding.crf": 18.0,
    }  # fmt: skip


def test_a_dynamic_choice_is_told_flat_where_all_servers_take_that() -> None:
    flat = {"prefix": "out", "format": "mp4", "codec": "h264"}
    assert inputs_of(only("Save", "out", "mp4", "h264"), 1) == flat
    assert inputs_of(only("Save", "out", "mp4", "h264", "auto"), 1) == flat
    assert inputs_of(only("Save", "out"), 1) == {
        "prefix": "out", "format": "auto", "codec": "auto"
    }  # fmt: skip


def test_an_optional_value_is_sent_only_where_the_file_has_one() -> None:
    assert "depth" not in inputs_of(only("Save", "out", "mp4", "auto"), 1)
    assert inputs_of(only("Save", "out", "mp4", "auto", 10), 1)["depth"] == 10


def test_values_old_editors_kept_for_inputs_that_are_only_connected() -> None:
    assert inputs_of(only("Forced", 5), 1) == {"b": 5}
    assert inputs_of(only("Forced", 1, 5, ""), 1) == {"b": 5}


def test_lists_are_wrapped_and_widgets_of_the_browser_handed_on() -> None:
    assert inputs_of(only("Several", ["x", "y"], "#fff"), 1) == {
        "names": {"__value__": ["x", "y"]}, "colour": "#fff"
    }  # fmt: skip


def test_a_connected_slot_brings_its_widgets() -> None:
    file = only("LoadImage", "a.png")
    file.node("Slotted", 0.75, 4)
    file.link((1, 0), 2, "extra")
    assert inputs_of(file, 2) == {"extra": ["1", 0], "extra.weight": 0.75, "last": 4}
    assert inputs_of(only("Slotted", 4), 1) == {"last": 4}


def test_numbers_that_are_none_become_the_default() -> None:
    assert inputs_of(only("Sampler", 7, "fixed", 4, float("nan"), "euler"), 1)["cfg"] == 7.0


def test_numbers_that_are_none_deep_inside_are_refused() -> None:
    with pytest.raises(WorkflowUnusable, match="values that no server takes"):
        converted(only("Several", [float("inf")], "#fff"))


def test_nothing_of_the_file_is_shared_with_the_prompt() -> None:
    names = ["x"]
    file = only("Several", names, "#fff")
    inputs = inputs_of(file, 1)
    names.append("y")
    assert inputs["names"] == {"__value__": ["x"]}
    assert as_int(file.nodes[0]["id"]) == 1
