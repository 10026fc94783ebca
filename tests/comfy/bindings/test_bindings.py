from __future__ import annotations

import copy
from pathlib import Path

import pytest

from restitch_app.comfy.bindings.bindings import KEYS, find_bindings
from restitch_app.comfy.bindings.fill import fill, read_values
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.workflow import WorkflowUnusable, parse_workflow
from tests.comfy.fake_server import GRAPH


def changed(**nodes: JsonObject | None) -> JsonObject:
    """The small graph with some inputs replaced: node id -> inputs to set; "n9" is node 9."""
    graph = copy.deepcopy(GRAPH)
    for name, inputs in nodes.items():
        node = as_object(graph[name.removeprefix("n")])
        as_object(node["inputs"]).update(inputs or {})
    return graph


# Places by hand from the published files; values in the order length, width, height, steps, fps.
REAL: dict[str, tuple[dict[str, str], tuple[object, ...]]] = {
    "wan22_14B_i2v": (
        {
            "output": "108", "seed_frame": "97.image", "end_frame": "",
            "seed": "129:86.noise_seed 129:85.noise_seed", "cfg": "129:126.value",
            "steps": "129:128.value", "prompt": "129:93.text", "negative_prompt": "129:89.text",
            "length": "129:98.length", "width": "129:98.width", "fps": "129:162.value",
        },
        (81, 640, 640, 20, 16.0),
    ),
    "wan22_14B_flf2v": (
        {
            "output": "83", "seed_frame": "80.image", "end_frame": "89.image",
            "seed": "84.noise_seed 87.noise_seed", "cfg": "84.cfg 87.cfg",
            "prompt": "90.text", "negative_prompt": "78.text", "length": "81.length",
        },
        (81, 640, 640, 20, 16.0),
    ),
    "wan_vace_flf2v": (
        {
            "output": "69", "seed_frame": "144.image", "end_frame": "147.image",
            "cfg": "220:203.value", "length": "220:49.length 220:191:214.value",
            "width": "220:193.value", "height": "220:194.value", "seed": "220:3.seed",
        },
        (81, 512, 512, 20, 16.0),
    ),
    "wan21_i2v_classic": (
        {"output": "56", "seed_frame": "52.image", "seed": "3.seed", "denoise": "3.denoise"},
        (33, 512, 512, 20, 16.0),
    ),
    "ltxv_i2v_classic": (
        {
            "output": "81", "seed_frame": "78.image", "seed": "72.noise_seed", "cfg": "72.cfg",
            "steps": "71.steps", "prompt": "6.text", "negative_prompt": "7.text", "fps": "80.fps",
        },
        (97, 768, 512, 30, 24.0),
    ),
    "ltx2_3_i2v": (
        {
            "output": "75", "seed_frame": "269.image", "steps": "",
            "seed": "320:276.noise_seed 320:277.noise_seed", "prompt": "320:319.value",
            "negative_prompt": "320:313.text", "length": "320:295.length 320:305.frames_number",
            "width": "320:312.value", "height": "320:299.value", "fps": "320:300.value",
        },
        (126, 1280, 720, None, 25.0),
    ),
    "hunyuan15_720p_i2v": (
        {
            "output": "102", "seed_frame": "80.image", "seed": "127.noise_seed", "cfg": "129.cfg",
            "steps": "126.steps", "prompt": "44.text", "negative_prompt": "93.text",
        },
        (121, 1280, 720, 20, 24.0),
    ),
    "kandinsky5_i2v": (
        {"output": "10", "seed_frame": "11.image", "seed": "69:63.seed", "width": "69:59.value"},
        (121, 768, 512, 50, 24.0),
    ),
    "examples_wan22_14B_i2v": (
        {"output": "47", "seed_frame": "52.image", "seed": "57.noise_seed 58.noise_seed"},
        (81, 768, 768, 20, 16.0),
    ),
}  # fmt: skip


def published(shared: Path, name: str) -> JsonObject:
    file = shared / "workflows-real" / "api" / f"{name}_api.json"
    return parse_workflow(file.read_bytes(), file.name)


@pytest.mark.parametrize("name", REAL)
def test_published_workflows_are_understood(shared: Path, name: str) -> None:
    workflow = published(shared, name)
    places, (length, width, height, steps, fps) = REAL[name]
    bindings = find_bindings(workflow)
    for key, expected in places.items():
        found = (
            bindings.output_node if key == "output" else " ".join(map(str, bindings.places(key)))
        )
        assert found == expected, key
    values = read_values(workflow, bindings)
    assert (values["length"], values["width"], values["height"]) == (length, width, height)
    assert values.get("steps") == steps
    assert values["fps"] == pytest.approx(fps)


@pytest.mark.parametrize("name", REAL)
def test_every_value_of_a_published_workflow_can_be_set_alone(shared: Path, name: str) -> None:
    workflow = published(shared, name)
    bindings = find_bindings(workflow)
    before = read_values(workflow, bindings)
    news: dict[str, str | int | float] = {
        "seed": 2**64 - 1, "cfg": 2.25, "steps": 12, "denoise": 0.5, "prompt": "a fox",
        "negative_prompt": "fog", "length": 41, "width": 320, "height": 256, "fps": 12.5,
        "seed_frame": "restitch_1.png", "end_frame": "restitch_2.png", "filename_prefix": "r/s",
    }  # fmt: skip
    for key in bindings.keys:
        after = read_values(fill(workflow, bindings, {key: news[key]}), bindings)
        assert after == {**before, key: news[key]}
    assert read_values(fill(workflow, bindings, {}), bindings) == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("svd_txt_to_image_to_video", "the first picture is made in the workflow itself"),
        ("hunyuan_t2v_no_seed_image", "no Load Image node leads to the sampler"),
        ("wan22_5B_ti2v", r"Wan22ImageToVideoLatent \(node 55\) takes a start image"),
    ],
)
def test_published_workflows_without_a_seed_frame_are_refused(
    shared: Path, name: str, words: str
) -> None:
    with pytest.raises(WorkflowUnusable, match=words):
        find_bindings(published(shared, name))


def test_the_small_graph_has_everything_but_an_end_frame() -> None:
    bindings = find_bindings(GRAPH)
    assert bindings.keys == tuple(key for key in KEYS if key != "end_frame")
    assert bindings.output_node == "12"


def test_two_loaded_pictures_for_one_first_frame_are_not_guessed_between() -> None:
    graph = changed()
    graph["2"] = {"class_type": "LoadImage", "inputs": {"image": "other.png"}}
    graph["8"] = {
        "class_type": "WanImageToVideo",
        "inputs": {"length": 49, "width": 832, "height": 480, "start_image": ["2", 0]},
    }
    as_object(as_object(graph["9"])["inputs"])["latent_image"] = ["8", 2]
    with pytest.raises(WorkflowUnusable, match=r"more than one.*2 \(LoadImage\), 1 \(LoadImage\)"):
        find_bindings(graph)


def test_a_graph_that_saves_no_video_is_refused() -> None:
    graph = changed()
    del graph["12"]
    with pytest.raises(WorkflowUnusable, match="found no video output"):
        find_bindings(graph, "wan.json")


def test_links_in_a_ring_end_the_walk() -> None:
    graph = changed(n7={"start_image": ["20", 0]})
    graph["20"] = {"class_type": "ImageScale", "inputs": {"image": ["21", 0]}}
    graph["21"] = {"class_type": "ImageScale", "inputs": {"image": ["20", 0]}}
    with pytest.raises(WorkflowUnusable, match="no input for the seed frame"):
        find_bindings(graph)


def test_a_zeroed_negative_is_no_negative_prompt() -> None:
    graph = changed(n7={"negative": ["20", 0]})
    graph["20"] = {"class_type": "ConditioningZeroOut", "inputs": {"conditioning": ["5", 0]}}
    assert "negative_prompt" not in find_bindings(graph).keys
