"""What was sent to two real servers, and that preflight would have said the same."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from restitch_app.comfy.loose import JsonObject, as_object, as_text
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.preflight import check_prompt
from restitch_app.domain.preflight import ProblemKind
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

CONTRACT = SHARED / "comfyui-contract"
RECORDINGS = {
    "0.33.0": CONTRACT / "recordings" / "prompt_validation.json",
    "0.3.64": CONTRACT / "recordings" / "v0.3.64" / "v0364_prompt_validation.json",
}
OTHER_REASONS = {"invalid_prompt_id", "no_prompt"}
"""Refused for what came with the prompt, not for the prompt."""
KINDS = {
    "missing_node_type": ProblemKind.NODE_MISSING,
    "invalid_prompt": ProblemKind.NODE_MISSING,
    "prompt_no_outputs": ProblemKind.NO_OUTPUT,
    "required_input_missing": ProblemKind.INPUT_MISSING,
    "value_smaller_than_min": ProblemKind.OUT_OF_RANGE,
    "value_bigger_than_max": ProblemKind.OUT_OF_RANGE,
    "invalid_input_type": ProblemKind.WRONG_TYPE,
    "return_type_mismatch": ProblemKind.WRONG_TYPE,
    "bad_linked_input": ProblemKind.BROKEN_LINK,
    "dependency_cycle": ProblemKind.BROKEN_LINK,
    "custom_validation_failed": ProblemKind.FILE_MISSING,
    "value_not_in_list": ProblemKind.MODEL_MISSING,
}
FAILS_WHEN_IT_RUNS = {("0.33.0", "combo_value_not_in_list"), ("0.3.64", "combo_not_in_list")}
"""Taken by the server, and sure to fail: see error_unknown_dynamic_combo_value.json."""


@cache
def described(version: str) -> JsonObject:
    path = CONTRACT / "object_info" / f"object_info_{version}.json"
    return cast(JsonObject, json.loads(path.read_text(encoding="utf-8")))


def types_of(version: str, case: str) -> NodeTypes:
    info = dict(described(version))
    if case == "model_file_missing":  # recorded before any model was there; saver from its message
        info["UNETLoader"] = {
            **as_object(info["UNETLoader"]),
            "input": {"required": {"unet_name": [[], {}], "weight_dtype": [["default"], {}]}},
        }
        info["ModelSave"] = {
            "input": {"required": {"model": ["MODEL"], "filename_prefix": ["STRING", {}]}},
            "output": [],
            "output_node": True,
        }
    if case == "unknown_node_class":  # recorded before that pack was installed
        del info["VHS_VideoCombine"]
    return NodeTypes.from_object_info(info)


def cases() -> list[tuple[str, str]]:
    found = []
    for version, path in RECORDINGS.items():
        if path.is_file():
            recorded = json.loads(path.read_text(encoding="utf-8"))
            found += [(version, name) for name in recorded if _prompt(recorded[name]) is not None]
    return found


def _prompt(exchange: object) -> JsonObject | None:
    """What was sent; None where it was no prompt in API format, or refused for another reason."""
    sent = as_object(as_object(as_object(exchange).get("request")).get("json")).get("prompt")
    answer = as_object(as_object(exchange).get("response"))
    reason = as_object(as_object(answer.get("json")).get("error")).get("type")
    if not isinstance(sent, dict) or "nodes" in sent or reason in OTHER_REASONS:
        return None
    return None if answer.get("status") == 500 else sent


@pytest.mark.parametrize(("version", "case"), cases())
def test_preflight_says_what_the_server_said(version: str, case: str) -> None:
    exchange = json.loads(RECORDINGS[version].read_text(encoding="utf-8"))[case]
    prompt = _prompt(exchange)
    assert prompt is not None
    checked = check_prompt(prompt, types_of(version, case))
    if (version, case) in FAILS_WHEN_IT_RUNS:
        assert [one.missing for one in checked.problems] == ["avi"]
        return
    answer = exchange["response"]
    assert bool(checked.problems) == (answer["status"] == 400), checked
    assert _said(checked.problems) >= _kinds(answer["json"]), checked
    if answer["status"] == 200:
        assert {one.node_id for one in checked.warnings} == set(answer["json"]["node_errors"])


def _said(problems: tuple[object, ...]) -> set[object]:
    return {getattr(one, "kind", None) for one in problems}


def _kinds(answer: JsonObject) -> set[object]:
    """What the server's own words come to. Those of its exceptions can mean several things."""
    if "error" not in answer:
        return set()
    errors = as_object(answer["node_errors"])
    told = {
        as_text(as_object(one).get("type"))
        for node in errors.values()
        for one in cast(list[object], as_object(node)["errors"])
    } or {as_text(as_object(answer["error"])["type"])}
    return {KINDS[one] for one in told if not one.startswith("exception_")}


def test_a_second_output_that_cannot_run_only_warns_unless_it_is_the_wanted_one() -> None:
    recorded = json.loads(RECORDINGS["0.33.0"].read_text(encoding="utf-8"))
    prompt = recorded["one_good_one_bad_output"]["request"]["json"]["prompt"]
    types = types_of("0.33.0", "")
    assert not check_prompt(prompt, types, _Wanted("4")).problems
    assert [one.node_id for one in check_prompt(prompt, types, _Wanted("4")).warnings] == ["8"]
    assert [one.node_id for one in check_prompt(prompt, types, _Wanted("8")).problems] == ["8"]
    assert not check_prompt(prompt, types, _Wanted("8")).warnings


class _Wanted:
    def __init__(self, output_node: str) -> None:
        self.output_node = output_node

    def places(self, key: str) -> tuple[()]:
        return ()


@pytest.mark.parametrize(
    "path",
    sorted((SHARED / "workflows-real" / "api").glob("*.json")),
    ids=lambda path: getattr(path, "stem", ""),
)
def test_of_a_published_workflow_only_files_are_missing(path: Path) -> None:
    """That is what the server itself said when they were submitted, says their README."""
    classes = (CONTRACT / "object_info" / "class_index_0.33.0.json").read_text(encoding="utf-8")
    prompt = json.loads(path.read_text(encoding="utf-8"))
    found = check_prompt(prompt, types_of("0.33.0", ""))
    not_described = ProblemKind.NODE_MISSING  # object_info is an excerpt; the index has all names
    assert {one.kind for one in found.problems} <= {
        ProblemKind.MODEL_MISSING,
        ProblemKind.FILE_MISSING,
        not_described,
    }
    for one in found.problems:
        assert one.kind is not not_described or f'"{one.missing}"' in classes
    assert found.warnings == ()
