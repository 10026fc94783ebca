"""Every workflow that lies beside the checkout, as published and as converted from the editor's
format: what is found in it, and that setting a value moves nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from restitch_app.comfy.bindings.bindings import Bindings, find_bindings
from restitch_app.comfy.bindings.fill import fill
from restitch_app.comfy.bindings.values import number_at
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.workflow import WorkflowUnusable, convert, parse_workflow
from restitch_app.domain.bindings import InputName
from tests.comfy.bindings.test_packs import NEWS
from tests.comfy.workflows.more_classes import recorded_types
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
FOLDERS = ("workflows-real/api", "workflows-real/ui", "comfyui-contract/workflows")
FILES = sorted(file for folder in FOLDERS for file in (SHARED / folder).glob("*.json"))
HELD = ("length", "width", "height", "steps")
# Output | seed frame | end | seed | cfg | steps | denoise | prompt | negative | length | width |
# height | fps. Places by hand from the published files.
KEYS_SHOWN = (
    "seed_frame", "end_frame", "seed", "cfg", "steps", "denoise", "prompt", "negative_prompt",
    "length", "width", "height", "fps",
)  # fmt: skip
WAN22 = (
    "108 | 97.image | | 129:86.noise_seed 129:85.noise_seed | 129:126.value | 129:128.value | |"
    " 129:93.text | 129:89.text | 129:98.length | 129:98.width | 129:98.height | 129:162.value"
)
FLF2V = (
    "83 | 80.image | 89.image | 84.noise_seed 87.noise_seed | 84.cfg 87.cfg | 84.steps 87.steps |"
    " | 90.text | 78.text | 81.length | 81.width | 81.height | 86.fps"
)
EXPECTED = {
    "wan22_14B_i2v": WAN22,
    "wan22_14B_i2v_template": WAN22,
    "wan22_14B_flf2v": FLF2V,
    "wan22_14B_flf2v_template": FLF2V,
    "wan_vace_flf2v": "69 | 144.image | 147.image | 220:3.seed | 220:203.value | 220:202.value |"
    " 220:3.denoise | 220:6.text | 220:7.text | 220:49.length 220:191:214.value | 220:193.value |"
    " 220:194.value | 220:68.fps",
    "wan21_i2v_classic": "56 | 52.image | | 3.seed | 3.cfg | 3.steps | 3.denoise | 6.text |"
    " 7.text | 50.length | 50.width | 50.height | 55.fps",
    "ltxv_i2v_classic": "81 | 78.image | | 72.noise_seed | 72.cfg | 71.steps | | 6.text | 7.text |"
    " 77.length | 77.width | 77.height | 80.fps",
    "ltx2_3_i2v": "75 | 269.image | | 320:276.noise_seed 320:277.noise_seed |"
    " 320:314.cfg 320:282.cfg | | | 320:319.value | 320:313.text |"
    " 320:295.length 320:305.frames_number | 320:312.value | 320:299.value | 320:300.value",
    "hunyuan15_720p_i2v": "102 | 80.image | | 127.noise_seed | 129.cfg | 126.steps | 126.denoise |"
    " 44.text | 93.text | 78.length | 78.width | 78.height | 101.fps",
    "kandinsky5_i2v": "10 | 11.image | | 69:63.seed | 69:63.cfg | 69:63.steps | 69:63.denoise |"
    " 69:56.text | 69:57.text | 69:62.length | 69:59.value | 69:60.value | 69:66.fps",
    "examples_wan22_14B_i2v": "47 | 52.image | | 57.noise_seed 58.noise_seed | 57.cfg 58.cfg |"
    " 57.steps 58.steps | | 6.text | 7.text | 50.length | 50.width | 50.height | 47.fps",
    "examples_hunyuan_i2v": "75 | 83.image | | 25.noise_seed | | 17.steps | 17.denoise |"
    " 80.prompt | | 78.length | 78.width | 78.height | 75.fps",
    "handmade_wan22_i2v_two_samplers": "61 | 52.image | | 57.noise_seed 58.noise_seed |"
    " 57.cfg 58.cfg | 57.steps 58.steps | | 6.text | 7.text | 50.length | 50.width | 50.height |"
    " 60.fps",
    "handmade_blend_three_outputs": "91 | 1.image | | | | | | | | | | | 90.fps",
    "handmade_repeat_savevideo": "4 | 1.image | | | | | | | | | | | 3.fps",
    "handmade_vhs_reroute_primitive_bypass_mute": "6 | 1.image | | | | | | | | | | | 6.frame_rate",
}
REFUSED = {
    "svd_txt_to_image_to_video": "the first picture is made in the workflow itself",
    "hunyuan_t2v_no_seed_image": "no Load Image node leads to the sampler",
    "wan22_5B_ti2v": r"\(node 55\) takes a start image, but none is connected",
}


def name_of(file: Path) -> str:
    return file.stem.removesuffix("_api").removesuffix("_ui")


def read(file: Path, types: NodeTypes) -> JsonObject:
    raw = file.read_bytes()
    if file.parent.name == "ui" or file.stem.endswith("_ui"):
        return convert(json.loads(raw), types, file.name).prompt
    return parse_workflow(raw, file.name)


@pytest.fixture(scope="session")
def types() -> NodeTypes:
    return recorded_types("0.33.0")


def shown(bindings: Bindings) -> list[str]:
    return [
        bindings.output_node,
        *(" ".join(map(str, bindings.places(key))) for key in KEYS_SHOWN),
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
@pytest.mark.parametrize("is_asked", [True, False], ids=["with a server", "without"])
def test_every_file_means_what_it_is_known_to_mean(
    file: Path, types: NodeTypes, is_asked: bool
) -> None:
    workflow = read(file, types)
    asked = types if is_asked else None
    name = name_of(file)
    if name in REFUSED:
        with pytest.raises(WorkflowUnusable, match=REFUSED[name]):
            find_bindings(workflow, types=asked)
        return
    expected = [part.strip() for part in EXPECTED[name].split("|")]
    assert shown(find_bindings(workflow, types=asked)) == expected


def test_there_are_files() -> None:
    assert {name_of(file) for file in FILES} == {*EXPECTED, *REFUSED}


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if name_of(file) not in REFUSED],
    ids=lambda file: f"{file.parent.name}/{file.stem}",
)
def test_setting_a_value_changes_its_inputs_and_holds_the_rest(
    file: Path, types: NodeTypes
) -> None:
    workflow = read(file, types)
    bindings = find_bindings(workflow)
    for key in bindings.keys:
        filled = fill(workflow, bindings, {key: NEWS[key]})
        changed = changes(workflow, filled)
        wanted = set(bindings.places(key))
        assert wanted <= changed
        assert all(value_at(filled, place) == NEWS[key] for place in wanted)
        if key == "steps":
            changed -= set(bindings.split_steps)
        held = {place for other in HELD for place in bindings.places(other) if other != key}
        assert changed - wanted <= held
        graphs = Graph(workflow), Graph(filled)
        for place in held & changed:
            before, after = (number_at(graph, place) for graph in graphs)
            assert before == after, place


def changes(before: JsonObject, after: JsonObject) -> set[InputName]:
    assert before.keys() == after.keys()
    return {
        InputName(node_id, name)
        for node_id in before
        for name in as_object(as_object(before[node_id]).get("inputs"))
        if value_at(before, InputName(node_id, name)) != value_at(after, InputName(node_id, name))
    }


def value_at(workflow: JsonObject, place: InputName) -> object:
    return as_object(as_object(workflow[place.node_id]).get("inputs")).get(place.input_name)
