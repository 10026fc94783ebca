"""`restitch workflows`, and regenerating with one of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from tests.cli.running import Cli
from tests.services.workflows import both_ends_prompt, editor_of, plain_prompt


@pytest.fixture
def both_ends(tmp_path: Path) -> Path:
    path = tmp_path / "both.json"
    path.write_text(json.dumps(both_ends_prompt()), encoding="utf-8")
    return path


def test_the_clips_workflow_is_listed_and_shown(cli: Cli, project: Path) -> None:
    [told] = cli("workflows", project, "--json").json["workflows"]
    assert (told["id"], told["origin"], told["is_converted"]) == (1, "clip", True)
    view = cli("workflows", project, "show", 1, "--json").json
    assert view["problem"] is None
    assert view["output_node"] == "12"
    assert view["bindings"]["seed"]["places"] == ["9.seed"]
    assert view["bindings"]["end_frame"]["places"] == []
    text = cli("workflows", project, "show", 1).out
    assert "seed_frame" in text
    assert "1.image" in text


def test_inputs_are_corrected_and_put_back(cli: Cli, project: Path) -> None:
    told = cli("workflows", project, "bind", 1, "steps=9.cfg,9.steps", "cfg=", "--json").json
    assert told["corrections"]["places"] == {"steps": ["9.cfg", "9.steps"], "cfg": []}
    assert told["bindings"]["cfg"]["places"] == []
    told = cli("workflows", project, "bind", 1, "steps=auto", "cfg=auto", "--json").json
    assert told["corrections"] == {}
    assert told["bindings"]["cfg"]["places"] == ["9.cfg"]


@pytest.mark.parametrize(
    "words",
    [
        ("bind", "1"),
        ("bind", "1", "cfg=9"),
        ("bind", "1", "colour=9.cfg"),
        ("bind", "1", "cfg=99.cfg"),
        ("bind", "1", "output=99"),
        ("show", "7"),
        ("show", "one"),
        ("show",),
        ("add", "missing\0name"),
        ("add", "--bundled", "nothing"),
        ("list", "more"),
        ("paint",),
    ],
)
def test_what_cannot_be_meant_is_wrong_use(cli: Cli, project: Path, words: tuple[str, ...]) -> None:
    if "\0" in words[-1]:
        words = (*words[:-1], str(project))
    result = cli("workflows", project, *words)
    assert result.code in (2, 3)
    assert "Traceback" not in result.err
    assert cli("workflows", project, "--json").json["workflows"][0]["corrections"] == {}


def test_a_file_is_added_used_renamed_and_removed(cli: Cli, project: Path, both_ends: Path) -> None:
    added = cli("workflows", project, "add", both_ends, "--use", "--json").json
    assert (added["id"], added["name"], added["scenes"]) == (2, "both", ["Pan"])
    assert added["bindings"]["end_frame"]["places"] == ["13.image"]
    assert cli("workflows", project, "remove", 2).code == 2
    cli("workflows", project, "rename", 2, "Both ends")
    told = cli("workflows", project, "use", "none", "--json").json["workflows"]
    assert [one["name"] for one in told] == ["clip_001", "Both ends"]
    assert [one["scenes"] for one in told] == [[], []]
    left = cli("workflows", project, "remove", 2, "--json").json["workflows"]
    assert [one["id"] for one in left] == [1]


def test_bundled_workflows_are_listed_and_added(cli: Cli, project: Path) -> None:
    names = [one["name"] for one in cli("workflows", project, "bundled", "--json").json["bundled"]]
    assert len(names) == 3
    told = cli("workflows", project, "add", "--bundled", names[0], "--json").json
    assert (told["origin"], told["problem"]) == ("bundled", None)


def test_one_of_the_editors_format_waits_for_a_server(
    cli: Cli, project: Path, server: DemoServer, tmp_path: Path
) -> None:
    path = tmp_path / "drawn.json"
    path.write_text(json.dumps(editor_of(plain_prompt(), server.url)), encoding="utf-8")
    told = cli("workflows", project, "add", path, "--json").json
    assert not told["is_converted"]
    assert "A server is needed" in told["problem"]
    assert cli("servers", "add", server.url).code == 0
    told = cli("workflows", project, "show", told["id"], "--json").json
    assert (told["is_converted"], told["problem"]) == (True, None)


def test_a_segment_is_rendered_with_another_workflow_and_its_end_pinned(
    cli: Cli, project: Path, server: DemoServer, both_ends: Path
) -> None:
    workflow = cli("workflows", project, "add", both_ends, "--json").json["id"]
    next_id = cli("versions", project, 4, "--json").json["versions"][0]["segment_id"]
    asked = ("regenerate", project, 3, "--workflow", workflow, "--server", server.url, "--json")
    told = cli(*asked).json
    [new] = told["versions"]["new"]
    assert (new["workflow"], new["workflow_id"]) == ("both", workflow)
    assert (new["server"], new["end_from_segment_id"]) == (server.url, next_id)
    assert new["hand_off_hash"] is not None
    assert told["prompts"] == server.prompts_executed == 1
    asked = ("regenerate", project, 2, "--workflow", workflow, "--server", server.url, "--json")
    refused = cli(*asked, "--no-pin-end")
    assert refused.code == 2
    assert "somebody_elses_end.png" in refused.json["error"]["detail"]
    assert cli("jobs", project, "--json").json["jobs"][-1]["state"] == "done"
    plain = cli("regenerate", project, 3, "--workflow", 1, "--pin-end", "--server", server.url)
    assert plain.code == 2
    assert "takes no end frame" in plain.err


@pytest.mark.parametrize(
    ("binding", "named"),
    [
        ("seed=5.text", "a calm"),
        ("length=2.unet_name", "unet_name"),
        ("prompt=9.cfg", "takes text"),
        ("seed_frame=7.start_image", "is connected to"),
        ("seed_frame=9.steps", "takes a picture"),
        ("output=7", "saves no video"),
    ],
)
def test_an_input_that_holds_another_kind_of_value_is_not_bound(
    cli: Cli, project: Path, binding: str, named: str
) -> None:
    refused = cli("workflows", project, "bind", 1, binding)
    assert refused.code == 2
    assert named in refused.err
    [kept] = cli("workflows", project, "--json").json["workflows"]
    assert kept["corrections"] == {}


def test_half_a_character_and_what_is_no_number_do_not_keep_a_workflow_out(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    prompt = json.loads(json.dumps(plain_prompt()))
    prompt["5"]["inputs"]["text"] = "half \ud800, whole \U0001f3ac"
    prompt["9"]["inputs"]["cfg"] = float("nan")
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(prompt), encoding="utf-8")
    told = cli("workflows", project, "add", path, "--json")
    assert told.code == 0
    [read] = told.json["bindings"]["prompt"]["candidates"]
    assert read["value"] == "half \ufffd, whole \U0001f3ac"
    assert told.json["bindings"]["cfg"]["places"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("workflows", "show", "9" * 30),
        ("regenerate", "1", "--workflow", "9" * 30),
        ("regenerate", "9" * 30),
        ("regenerate", "1", "--server", ""),
        ("jobs", "--cancel", "9" * 30),
        ("jobs", "--again", "9" * 5000),
    ],
)
def test_numbers_beyond_reason_and_empty_addresses_are_wrong_use(
    cli: Cli, project: Path, words: tuple[str, ...]
) -> None:
    refused = cli(words[0], project, *words[1:])
    assert refused.code == 2
    assert "Traceback" not in refused.err
    assert "mistake" not in refused.err
