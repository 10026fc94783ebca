from __future__ import annotations

import json

import pytest

from restitch_app.comfy.workflows.embedded import embedded_workflow
from restitch_app.comfy.workflows.workflow import WorkflowUnusable, parse_workflow
from tests.comfy.fake_server import GRAPH


def test_api_format_is_taken_plain_and_wrapped() -> None:
    text = json.dumps(GRAPH)
    assert parse_workflow(text) == GRAPH
    assert parse_workflow(b'{"prompt": ' + text.encode() + b"}") == GRAPH
    copy = parse_workflow(GRAPH)
    assert copy == GRAPH
    assert copy["9"] is not GRAPH["9"]


def test_the_ui_format_is_refused_with_the_way_out() -> None:
    with pytest.raises(WorkflowUnusable, match=r'wan\.json.*"Save \(API format\)"'):
        parse_workflow('{"nodes": [], "links": [], "version": 0.4}', "wan.json")


@pytest.mark.parametrize(
    "raw",
    ["", "{", "[]", "{}", "7", "null", '{"a": 1}', '{"a": {}}', '{"prompt": {}}', b"\xff\xfe",
     '{"1": {"class_type": "LoadImage", "inputs": []}}', "[" * 5000],
)  # fmt: skip
def test_anything_else_is_refused_by_name(raw: str | bytes) -> None:
    with pytest.raises(WorkflowUnusable, match=r"notes\.txt"):
        parse_workflow(raw, "notes.txt")


@pytest.mark.parametrize(
    ("key", "prefix"),
    [("prompt", ""), ("PROMPT", ""), ("0x0110", "prompt:"), ("Model", "prompt:")],
)
def test_the_embedded_prompt_is_read_from_every_container(key: str, prefix: str) -> None:
    embedded = json.loads(json.dumps(GRAPH))
    embedded["1"]["is_changed"] = [float("nan")]
    tags = {"major_brand": "isom", "workflow": "{}", key: prefix + json.dumps(embedded)}
    found = embedded_workflow(tags)
    assert found is not None
    assert found.prompt == GRAPH


@pytest.mark.parametrize(
    "tags", [{}, {"prompt": "a fox in the snow"}, {"prompt": "{}"}, {"comment": "prompt: nothing"}]
)
def test_a_file_without_a_workflow_gives_none(tags: dict[str, str]) -> None:
    assert embedded_workflow(tags) is None
