"""What a server would refuse, told before it is sent; against a small server of our own."""

from __future__ import annotations

import pytest

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.bundled import BundledWorkflow, bundled_workflows
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.preflight import CheckedPrompt, check_prompt, preflight
from restitch_app.domain.bindings import InputName
from restitch_app.domain.preflight import PreflightProblem, ProblemKind
from tests.comfy.small_object_info import small_node_types, small_object_info

ALL = bundled_workflows()
WAN = next(one for one in ALL if one.name == "wan22_image_to_video")
SEED_FRAME = frozenset({InputName("1", "image")})


def inputs(prompt: JsonObject, node_id: str) -> JsonObject:
    return as_object(as_object(prompt[node_id])["inputs"])


def checked(prompt: JsonObject, types: NodeTypes | None = None) -> CheckedPrompt:
    bindings = find_bindings(prompt, choice=WAN.choice)
    return check_prompt(prompt, types or small_node_types(), bindings, uploaded=SEED_FRAME)


def only(prompt: JsonObject, types: NodeTypes | None = None) -> PreflightProblem:
    (problem,) = checked(prompt, types).problems
    return problem


def with_input(node_id: str, name: str, value: object) -> JsonObject:
    prompt = WAN.prompt
    inputs(prompt, node_id)[name] = value
    return prompt


@pytest.mark.parametrize("bundled", ALL, ids=[one.name for one in ALL])
def test_the_bundled_workflows_run_where_their_models_are(bundled: BundledWorkflow) -> None:
    bindings = find_bindings(bundled.prompt, choice=bundled.choice)
    pictures = frozenset((*bindings.seed_frame, *bindings.end_frame))
    prompt = bundled.prompt
    assert preflight(prompt, small_node_types(), bindings, uploaded=pictures) == ()
    without = preflight(prompt, small_node_types(models=False), bindings, uploaded=pictures)
    assert {one.missing for one in without} == {model.file for model in bundled.models}
    assert {one.kind for one in without} == {ProblemKind.MODEL_MISSING}


def test_every_missing_node_is_named_with_what_is_most_like_it() -> None:
    prompt = WAN.prompt
    as_object(prompt["30"])["class_type"] = "KSamplerAdvanced2"
    as_object(prompt["40"])["class_type"] = "VAEDecodeTurbo"
    prompt["90"] = {"class_type": "NotesAndMore", "inputs": {}}
    problems = checked(prompt).problems
    assert [(one.kind, one.missing) for one in problems] == [
        (ProblemKind.NODE_MISSING, "KSamplerAdvanced2"),
        (ProblemKind.NODE_MISSING, "VAEDecodeTurbo"),
        (ProblemKind.NODE_MISSING, "NotesAndMore"),  # the whole prompt is refused for it
    ]
    assert problems[0].nearest[0] == "KSamplerAdvanced"
    assert problems[1].nearest[0] == "VAEDecode"
    assert str(problems[1]).startswith("Decode: the node VAEDecodeTurbo is not installed")


def test_a_missing_node_is_found_by_the_name_people_see() -> None:
    prompt = WAN.prompt
    as_object(prompt["42"])["class_type"] = "Video Save"
    problem = next(one for one in checked(prompt).problems if one.node_id == "42")
    assert problem.nearest[0] == "SaveVideo"


def test_a_model_in_a_folder_of_windows_is_the_nearest() -> None:
    info = small_object_info()
    file = "wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors"
    loader = as_object(as_object(as_object(info["UNETLoader"])["input"])["required"])
    listed = [f"other_{n}.safetensors" for n in range(30)]
    loader["unet_name"] = [[*listed, f"wan\\{file}", inputs(WAN.prompt, "11")["unet_name"]]]
    problem = only(WAN.prompt, NodeTypes.from_object_info(info))
    assert (problem.kind, problem.missing) == (ProblemKind.MODEL_MISSING, file)
    assert problem.nearest[0] == f"wan\\{file}"


def test_the_field_of_the_dialog_is_told() -> None:
    problem = only(with_input("30", "cfg", 250.0))
    assert (problem.kind, problem.key) == (ProblemKind.OUT_OF_RANGE, "cfg")
    assert str(problem) == (
        "Sampler for high noise ▸ cfg: 250.0 is above 100.0, the most it takes."
    )


@pytest.mark.parametrize(
    ("node_id", "name", "value", "kind"),
    [
        ("30", "sampler_name", "res_3m", ProblemKind.CHOICE_MISSING),
        ("30", "sampler_name", None, ProblemKind.CHOICE_MISSING),
        ("30", "steps", 0, ProblemKind.OUT_OF_RANGE),
        ("30", "noise_seed", -1, ProblemKind.OUT_OF_RANGE),
        ("30", "steps", "twenty", ProblemKind.WRONG_TYPE),
        ("30", "steps", "3.9", ProblemKind.WRONG_TYPE),
        ("30", "steps", None, ProblemKind.WRONG_TYPE),
        ("41", "fps", float("inf"), ProblemKind.OUT_OF_RANGE),
        ("30", "steps", float("inf"), ProblemKind.WRONG_TYPE),
        ("30", "model", ["13", 0], ProblemKind.WRONG_TYPE),
        ("30", "sampler_name", ["13", 0], ProblemKind.WRONG_TYPE),
        ("30", "model", ["77", 0], ProblemKind.BROKEN_LINK),
        ("30", "model", [14, 0], ProblemKind.BROKEN_LINK),
        ("30", "model", ["14", 1], ProblemKind.BROKEN_LINK),
        ("30", "model", ["14", "0"], ProblemKind.BROKEN_LINK),
        ("30", "model", ["14"], ProblemKind.BROKEN_LINK),
        ("42", "format", "avi", ProblemKind.CHOICE_MISSING),
    ],
)
def test_what_would_be_refused(node_id: str, name: str, value: object, kind: ProblemKind) -> None:
    problem = only(with_input(node_id, name, value))
    assert (problem.kind, problem.node_id, problem.input_name) == (kind, node_id, name)
    assert problem.sentence.endswith(".")


@pytest.mark.parametrize(
    ("node_id", "name", "value"),
    [
        ("30", "steps", "3"),
        ("30", "steps", 3.9),
        ("30", "steps", True),
        ("22", "length", 80),  # not a step of 4
        ("30", "noise_seed", 2**64 - 1),
        ("41", "fps", "24"),
        ("20", "text", 7),
        ("30", "model", ["14", -1]),  # counts from the end, for ComfyUI too
        ("30", "nonsense", ["77", 5]),  # not one of its inputs
        ("42", "codec", "prores"),  # left out by ComfyUI, and the node does without
        ("42", "format.codec", "prores"),
        ("22", "start_image", None),
        ("30", "cfg", {"__value__": 3.0}),
    ],
)
def test_what_a_server_takes_is_no_problem(node_id: str, name: str, value: object) -> None:
    assert checked(with_input(node_id, name, value)) == CheckedPrompt((), ())


@pytest.mark.parametrize(
    ("node_id", "name", "told"),
    [
        ("30", "model", "nothing is connected; it needs MODEL."),
        ("30", "cfg", "it has no value."),
        ("42", "format", "it has no value."),
    ],
)
def test_what_is_required_must_be_there(node_id: str, name: str, told: str) -> None:
    prompt = WAN.prompt
    del inputs(prompt, node_id)[name]
    problem = only(prompt)
    assert (problem.kind, problem.sentence) == (ProblemKind.INPUT_MISSING, told)


def test_the_inputs_of_a_chosen_format_are_checked_too() -> None:
    prompt = with_input("42", "format", "mp4")
    assert checked(prompt).problems == ()
    inputs(prompt, "42")["format.codec"] = "h264"
    assert only(prompt).input_name == "format.codec.crf"
    inputs(prompt, "42")["format.codec.crf"] = 400
    assert only(prompt).kind is ProblemKind.OUT_OF_RANGE
    inputs(prompt, "42")["format.codec.crf"] = 20
    assert checked(prompt).problems == ()


def test_inputs_that_grow_need_as_many_as_the_node_says() -> None:
    prompt = WAN.prompt
    sums = {"expression": "a * 16 + 1", "values.a": 5}
    prompt["51"] = {"class_type": "ComfyMathExpression", "inputs": sums}
    inputs(prompt, "22")["length"] = ["51", 1]
    assert checked(prompt).problems == ()
    sums["values.a"] = ["13", 0]
    assert only(prompt).input_name == "values.a"
    del sums["values.a"]
    assert only(prompt).kind is ProblemKind.INPUT_MISSING


def test_a_switch_takes_and_gives_anything() -> None:
    prompt = WAN.prompt
    prompt["50"] = {
        "class_type": "ComfySwitchNode",
        "inputs": {"switch": True, "on_true": ["14", 0], "on_false": ["15", 0]},
    }
    inputs(prompt, "30")["model"] = ["50", 0]
    assert checked(prompt).problems == ()


def test_a_circle_is_told_with_the_titles_of_its_nodes() -> None:
    prompt = with_input("14", "model", ["15", 0])
    inputs(prompt, "15")["model"] = ["14", 0]
    problem = only(prompt)
    assert problem.kind is ProblemKind.BROKEN_LINK
    assert problem.sentence.count("Shift for") == 3


@pytest.mark.parametrize(
    ("value", "is_missing"),
    [
        ("lake.png", False),
        ("lost.png", True),
        ("restitch/lost.png", False),  # files in folders are not listed, but found
        ("restitch\\lost.png", False),
        ("lake.png [input]", False),
        ("lost.png [input]", True),
        ("lost.png [output]", False),
        ("../../etc/passwd", True),
        ("/etc/passwd.png", True),
        ("C:\\lost.png", True),
    ],
)
def test_pictures_of_the_input_folder(value: str, is_missing: bool) -> None:
    prompt = WAN.prompt
    prompt["60"] = {"class_type": "LoadImage", "inputs": {"image": value}}
    prompt["61"] = {"class_type": "PreviewImage", "inputs": {"images": ["60", 0]}}
    problems = checked(prompt).warnings
    assert [one.kind for one in problems] == [ProblemKind.FILE_MISSING] * is_missing


def test_a_picture_that_will_be_uploaded_need_not_be_there() -> None:
    bindings = find_bindings(WAN.prompt, choice=WAN.choice)
    (problem,) = preflight(WAN.prompt, small_node_types(), bindings)
    assert (problem.kind, problem.key) == (ProblemKind.FILE_MISSING, "seed_frame")
    assert checked(WAN.prompt).problems == ()


def test_another_output_that_cannot_run_only_warns() -> None:
    prompt = WAN.prompt
    prompt["61"] = {"class_type": "PreviewImage", "inputs": {"images": ["13", 0]}}
    found = checked(prompt)
    assert found.problems == ()
    assert [one.node_id for one in found.warnings] == ["61"]


def test_what_is_wrong_with_both_outputs_is_told_once() -> None:
    prompt = with_input("30", "steps", 0)
    prompt["61"] = {"class_type": "PreviewImage", "inputs": {"images": ["40", 0]}}
    found = checked(prompt)
    assert (len(found.problems), found.warnings) == (1, ())


def test_a_node_that_saves_nothing_there_is_no_output() -> None:
    info = small_object_info()
    as_object(info["SaveVideo"])["output_node"] = False
    problem = only(WAN.prompt, NodeTypes.from_object_info(info))
    assert (problem.kind, problem.node_title) == (ProblemKind.NO_OUTPUT, "Save video")


def test_a_graph_of_thousands_of_nodes_is_checked_in_no_time() -> None:
    prompt = WAN.prompt
    before = "14"
    for number in range(1000, 6000):
        prompt[str(number)] = {
            "class_type": "ModelSamplingSD3",
            "inputs": {"model": [before, 0], "shift": 5.0},
        }
        before = str(number)
    inputs(prompt, "30")["model"] = [before, 0]
    types = small_node_types()
    assert check_prompt(prompt, types, _Wanted(), uploaded=SEED_FRAME).problems == ()


class _Wanted:
    output_node = "42"

    def places(self, key: str) -> tuple[()]:
        return ()


@pytest.mark.parametrize(
    ("names", "told"), [(("a",), "a has it."), (("a", "b", "c"), "a, b, c have it.")]
)
def test_the_servers_that_have_it_are_named(names: tuple[str, ...], told: str) -> None:
    kind = ProblemKind.MODEL_MISSING
    problem = PreflightProblem(
        kind, "2", "Load", "UNETLoader", "unet_name", "x", "x is not installed.", also_on=names
    )
    assert str(problem) == f"Load ▸ unet_name: x is not installed. {told}"
