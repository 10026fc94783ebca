"""Every recording of a server is played back, and what our client concludes is in a table."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from restitch_app.comfy.server.client import ComfyClient
from tests.comfy.fake_server import FakeComfy
from tests.comfy.server import recorded_scenes
from tests.comfy.server.answers import made_of
from tests.comfy.server.recorded import OWN, exchanges, load, names_in, runs
from tests.comfy.server.replay import conclude
from tests.shared import SHARED

EXPECTED = Path(__file__).parent / "expected"
RECORDINGS = SHARED / "comfyui-contract" / "recordings"
Table = dict[str, dict[str, str]]
"""Recording -> which part of it -> what the client makes of it, in one line."""


def table(name: str) -> Table:
    found: Table = json.loads((EXPECTED / f"{name}.json").read_text("utf-8"))
    return found


SCENES: dict[str, Callable[[FakeComfy, ComfyClient, Path], None]] = {
    name: getattr(recorded_scenes, name)
    for name in dir(recorded_scenes)
    if getattr(getattr(recorded_scenes, name), "is_scene", False)
}
"""Recordings whose story is more than one prompt: each is told by a function of its name."""


def check_runs(folder: Path, name: str, words: dict[str, str], server: FakeComfy,
               client: ComfyClient) -> None:  # fmt: skip
    found = {run.label: run for run in runs(load(folder, name))}
    assert found.keys() == words.keys()
    for label, run in found.items():
        concluded = conclude(server, client, run)
        assert concluded.words == words[label], label
        assert concluded.steps == sorted(concluded.steps), "progress never goes back"
        began = {str(one["node"]) for one in run.frames("executing") if one["node"] is not None}
        assert bool(concluded.titles) == bool(began), "a run from the cache starts no node"


def check_answers(folder: Path, name: str, words: dict[str, str], client: ComfyClient,
                  server: FakeComfy, tmp_path: Path) -> None:  # fmt: skip
    found = {one.label: one for one in exchanges(load(folder, name))}
    assert found.keys() == words.keys()
    for label, one in found.items():
        server.answers.clear()
        server.requests.clear()
        assert made_of(server, client, one, tmp_path) == words[label], label


@pytest.mark.parametrize("name", sorted(table("own_runs")))
def test_what_becomes_of_a_prompt(name: str, server: FakeComfy, client: ComfyClient) -> None:
    check_runs(OWN, name, table("own_runs")[name], server, client)


@pytest.mark.parametrize("name", sorted(table("own_answers")))
def test_what_is_made_of_an_answer(
    name: str, server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    check_answers(OWN, name, table("own_answers")[name], client, server, tmp_path)


def test_every_transcript_is_played() -> None:
    assert set(names_in(OWN)) == set(table("own_answers"))
    assert set(table("own_runs")) <= set(names_in(OWN))


@pytest.mark.parametrize("name", sorted(table("recorded_runs")))
def test_what_becomes_of_a_recorded_prompt(
    name: str, shared: Path, server: FakeComfy, client: ComfyClient
) -> None:
    check_runs(RECORDINGS, name, table("recorded_runs")[name], server, client)


@pytest.mark.parametrize("name", sorted(table("recorded_answers")))
def test_what_is_made_of_a_recorded_answer(
    name: str, shared: Path, server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    check_answers(RECORDINGS, name, table("recorded_answers")[name], client, server, tmp_path)


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_recorded_scene(
    name: str, shared: Path, server: FakeComfy, client: ComfyClient, tmp_path: Path
) -> None:
    SCENES[name](server, client, tmp_path)


def test_no_recording_is_left_out(shared: Path) -> None:
    """In both versions' folders: each has a conclusion in a table, or a scene of its own."""
    told = {*table("recorded_runs"), *table("recorded_answers"), *SCENES}
    assert set(names_in(RECORDINGS)) - told == set()
    alone = {name for name in names_in(RECORDINGS) if any(runs(load(RECORDINGS, name)))}
    assert alone <= set(table("recorded_runs"))


def test_both_versions_are_among_them(shared: Path) -> None:
    told = table("recorded_answers")
    assert told["misc_endpoints"]["system_stats"].startswith("ComfyUI 0.33.0")
    assert told["v0.3.64/v0364_misc"]["system_stats"].startswith("ComfyUI 0.3.64")


@pytest.mark.parametrize("folder", ["", "old/"])
def test_two_samplers_of_a_subgraph_are_one_count(
    folder: str, server: FakeComfy, client: ComfyClient
) -> None:
    (run,) = runs(load(OWN, f"{folder}two_samplers"))
    said = conclude(server, client, run)
    assert said.steps == [(done, 6) for done in range(1, 7)]
    assert {"High noise", "Low noise", "Hand-off"} <= set(said.titles)
    assert said.previews == 6


def test_previews_without_facts_are_shown_too(server: FakeComfy, client: ComfyClient) -> None:
    (run,) = runs(load(OWN, "previews_without_facts"))
    assert conclude(server, client, run).previews == 3
