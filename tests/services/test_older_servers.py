"""A clip that a newer ComfyUI made is regenerated on an older one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from restitch_app.comfy.bindings.bindings import Bindings, find_bindings
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.demo.server import DemoServer
from restitch_app.demo.server.manner import OLD, Manner
from restitch_app.domain.bindings import InputName
from restitch_app.domain.jobs import JobRecord, JobState, RegenerationRequest
from restitch_app.domain.servers import ANY_SERVER, Server
from restitch_app.services.servers.server_list import THIS_COMPUTER
from restitch_app.services.workbench import Workbench
from tests.services.faulty import MIDDLE, check_sound, run, the_job


@pytest.fixture
def old(small: Workbench) -> Iterator[DemoServer]:
    """The only server in the list."""
    with DemoServer(step_delay_s=0.01, manner=Manner(OLD)) as running:
        small.servers.save(Server(running.url, "old"))
        small.servers.remove(THIS_COMPUTER.url)
        yield running


def newer(prompt: JsonObject) -> JsonObject:
    """As 0.33 writes it into its files."""
    found: JsonObject = {}
    for node_id, node in prompt.items():
        inputs = as_object(as_object(node)["inputs"])
        if as_object(node)["class_type"] == "SaveVideo":
            inputs = {f"format.{k}" if k == "codec" else k: v for k, v in inputs.items()}
            assert "format.codec" in inputs
        found[node_id] = {**as_object(node), "inputs": inputs}
    return found


def asked(bench: Workbench, server_url: str) -> JobRecord:
    (job,) = bench.regeneration.request(
        bench.project.scene(), RegenerationRequest(MIDDLE, {}, server_url=server_url)
    )
    jobs = bench.project.store.jobs
    return jobs.move(job.id, JobState.QUEUED, prompt=newer(dict(jobs.prompt(job.id))))


@pytest.mark.parametrize("is_open", [False, True], ids=["sent there", "any server"])
def test_a_prompt_with_inputs_of_a_choice_is_rendered(
    small: Workbench, old: DemoServer, is_open: bool
) -> None:
    job = asked(small, ANY_SERVER if is_open else old.url)
    run(small)
    ended = the_job(small)
    assert (ended.id, ended.state, ended.server_url) == (job.id, JobState.DONE, old.url)
    assert old.prompts_executed == 1
    check_sound(small)


@dataclass
class Prepared:
    prompt: JsonObject

    @property
    def bindings(self) -> Bindings:
        return find_bindings(self.prompt)

    @property
    def uploaded(self) -> frozenset[InputName]:
        return frozenset(self.bindings.seed_frame)

    def filled(self) -> JsonObject:
        return self.prompt


def test_preflight_has_nothing_against_it(small: Workbench, old: DemoServer) -> None:
    job = asked(small, old.url)
    prepared = Prepared(dict(small.project.store.jobs.prompt(job.id)))
    (found,) = small.preflight.check_prepared(prepared, old.url)
    assert found.can_run, found.problems
