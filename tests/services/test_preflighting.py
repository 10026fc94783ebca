"""One request against several servers: who could run it, who lacks what, who is away."""

from __future__ import annotations

import copy
import threading
from dataclasses import dataclass, field

import pytest

from restitch_app.comfy.bindings.bindings import Bindings, find_bindings
from restitch_app.comfy.errors import unreachable
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.bundled import bundled_workflows
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.bindings import InputName
from restitch_app.domain.errors import JobCancelled, WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.preflight import Preflight, ProblemKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER, Server, ServerState
from restitch_app.domain.versions import Scene
from restitch_app.services.workflows import preflighting
from restitch_app.services.workflows.preflighting import Preflighting, WouldBeRefused, raise_for
from tests.comfy.small_object_info import small_object_info

WAN = next(one for one in bundled_workflows() if one.name == "wan22_image_to_video")
LAPTOP = Server("http://127.0.0.1:8188", "laptop")
BOX = Server("http://box:8188", "gpu-box")
REQUEST = RegenerationRequest(0)


def info(*, models: bool = True) -> JsonObject:
    return copy.deepcopy(small_object_info(models=models))


@dataclass
class FakeServers:
    """What is installed where; None: away and never asked."""

    installed: dict[str, JsonObject | None]
    away: set[str] = field(default_factory=set)
    later: dict[str, JsonObject] = field(default_factory=dict)
    """What a server has when it is asked anew."""
    asked: list[tuple[str, bool]] = field(default_factory=list)
    states: int = 0
    hold: threading.Event | None = None
    held: str = LAPTOP.url

    def servers(self) -> tuple[Server, ...]:
        return tuple(one for one in (LAPTOP, BOX) if one.url in self.installed)

    def server(self, url: str) -> Server:
        url = url.lower()
        return next((one for one in self.servers() if one.url == url), Server(url, url))

    def state(self, url: str) -> ServerState:
        self.states += 1
        if self.hold is not None and url == self.held:
            self.hold.wait(5)
        server = self.server(url)
        if url in self.away:
            return ServerState(server, is_answering=False, problem="ComfyUI did not answer.")
        return ServerState(server, is_answering=True)

    def node_types(self, url: str, *, fresh: bool = False) -> NodeTypes:
        self.asked.append((url, fresh))
        described = self.later.get(url) if fresh else None
        described = described or self.installed[url]
        if described is None:
            raise unreachable(url, "connection refused")
        return NodeTypes.from_object_info(described)


class OnePrompt:
    """Stands for the workflow of a segment; `prompt` may be changed before it is asked."""

    def __init__(self) -> None:
        self.prompt = WAN.prompt
        self.uploaded: frozenset[InputName] = frozenset({InputName("1", "image")})

    @property
    def bindings(self) -> Bindings:
        return find_bindings(self.prompt, choice=WAN.choice)

    def filled(self) -> JsonObject:
        return self.prompt

    def prepare(self, scene: Scene, request: RegenerationRequest) -> OnePrompt:
        if request.takes > 16:
            raise WrongUse("17 takes cannot be made")
        return self


def check(servers: FakeServers, one: OnePrompt | None = None) -> dict[str, Preflight]:
    preflights = Preflighting(one or OnePrompt(), servers)
    return {found.server_name: found for found in preflights.check_prepared(one or OnePrompt())}


def set_input(one: OnePrompt, node_id: str, name: str, value: object) -> None:
    as_object(as_object(one.prompt[node_id])["inputs"])[name] = value


def test_a_server_that_has_everything_can_run_it() -> None:
    found = check(FakeServers({LAPTOP.url: info()}))
    assert found["laptop"].can_run
    assert found["laptop"].warnings == ()
    raise_for(tuple(found.values()))


def test_a_missing_model_names_what_there_is_and_who_has_it() -> None:
    poor = info()
    loader = as_object(as_object(poor["UNETLoader"])["input"])
    near = "wan2.2_i2v_high_noise_14B_fp16.safetensors"
    as_object(loader["required"])["unet_name"] = [[near, "sdxl.safetensors"]]
    found = check(FakeServers({LAPTOP.url: poor, BOX.url: info()}))
    high, low = found["laptop"].problems
    assert (high.kind, high.node_title, high.nearest[0]) == (
        ProblemKind.MODEL_MISSING, "Model for high noise", near,
    )  # fmt: skip
    assert low.missing == "wan2.2_i2v_low_noise_14B_fp8_scaled.safetensors"
    assert high.also_on == ("gpu-box",)
    assert found["gpu-box"].can_run
    raise_for(tuple(found.values()))


def test_another_server_without_the_node_does_not_have_its_model() -> None:
    bare = info(models=False)
    none = info()
    del none["UNETLoader"]
    found = check(FakeServers({LAPTOP.url: bare, BOX.url: none}))
    model = next(one for one in found["laptop"].problems if one.node_id == "10")
    node = next(one for one in found["gpu-box"].problems if one.node_id == "10")
    assert (model.kind, model.also_on) == (ProblemKind.MODEL_MISSING, ())
    assert (node.kind, node.also_on) == (ProblemKind.NODE_MISSING, ("laptop",))


def test_where_every_server_would_refuse_the_request_is_refused() -> None:
    poor = info(models=False)
    servers = FakeServers({LAPTOP.url: poor, BOX.url: poor}, away={BOX.url})
    found = check(servers)
    assert found["gpu-box"].is_from_memory
    assert found["gpu-box"].unchecked == "ComfyUI did not answer."
    with pytest.raises(WouldBeRefused) as refused:
        raise_for(tuple(found.values()))
    assert refused.value.title == "laptop cannot run this"
    for problem in found["laptop"].problems:
        assert str(problem) in refused.value.detail


def test_several_servers_are_named_with_their_own_reasons() -> None:
    bare = info()
    del bare["VAEDecode"]
    found = check(FakeServers({LAPTOP.url: info(models=False), BOX.url: bare}))
    with pytest.raises(WouldBeRefused, match="No server can run this") as refused:
        raise_for(tuple(found.values()))
    assert "gpu-box: Decode: the node VAEDecode is not installed" in refused.value.detail


def test_a_job_for_a_server_that_is_away_waits() -> None:
    servers = FakeServers({LAPTOP.url: info(models=False), BOX.url: None}, away={BOX.url})
    checked = check(servers)
    assert (checked["gpu-box"].is_answering, checked["gpu-box"].is_from_memory) == (False, False)
    found = tuple(checked.values())
    raise_for(found, BOX.url)
    raise_for(found, ANY_SERVER)
    with pytest.raises(WouldBeRefused):
        raise_for(found, LAPTOP.url)


def test_a_server_that_is_away_but_had_everything_is_told_and_waited_for() -> None:
    servers = FakeServers({LAPTOP.url: info(models=False), BOX.url: info()}, away={BOX.url})
    found = check(servers)
    assert found["gpu-box"].is_from_memory
    assert not found["gpu-box"].can_run
    assert found["laptop"].problems[0].also_on == ()
    raise_for(tuple(found.values()), ANY_SERVER)


def test_what_was_just_installed_is_noticed() -> None:
    servers = FakeServers({LAPTOP.url: info(models=False)}, later={LAPTOP.url: info()})
    assert check(servers)["laptop"].can_run
    assert servers.asked == [(LAPTOP.url, False), (LAPTOP.url, True)]


def test_a_server_is_asked_anew_only_once_in_a_while() -> None:
    now = [100.0]
    servers = FakeServers({LAPTOP.url: info(models=False)})
    preflights = Preflighting(OnePrompt(), servers, clock=lambda: now[0])
    for _ in range(3):
        preflights.check_prepared(OnePrompt())
    assert (servers.states, servers.asked.count((LAPTOP.url, True))) == (1, 1)
    now[0] += preflighting.ASK_NODES_AGAIN_S + 1
    preflights.check_prepared(OnePrompt())
    assert (servers.states, servers.asked.count((LAPTOP.url, True))) == (2, 2)


def test_a_value_out_of_range_is_not_a_reason_to_ask_for_all_nodes_again() -> None:
    servers, one = FakeServers({LAPTOP.url: info()}), OnePrompt()
    set_input(one, "30", "steps", 20_000)
    problem = check(servers, one)["laptop"].problems[0]
    assert (problem.kind, problem.key) == (ProblemKind.OUT_OF_RANGE, "steps")
    assert servers.asked == [(LAPTOP.url, False)]


def test_a_request_that_no_workflow_takes_is_no_matter_of_servers(scene_like: Scene) -> None:
    preflights = Preflighting(OnePrompt(), FakeServers({LAPTOP.url: info()}))
    with pytest.raises(WrongUse, match="17 takes"):
        preflights.check(scene_like, RegenerationRequest(0, takes=17))
    assert preflights.check(scene_like, REQUEST)[0].can_run


def test_a_server_that_is_not_in_the_list_is_asked_as_well() -> None:
    other = "http://elsewhere:8188"
    servers = FakeServers({LAPTOP.url: info(), other: info()})
    found = Preflighting(OnePrompt(), servers).check_prepared(OnePrompt(), other)
    assert [one.server_url for one in found] == [other, LAPTOP.url]


def test_an_address_written_in_another_way_is_the_same_server() -> None:
    servers = FakeServers({LAPTOP.url: info(), BOX.url: info()})
    found = Preflighting(OnePrompt(), servers).check_prepared(OnePrompt(), "HTTP://BOX:8188")
    assert [one.server_name for one in found] == ["laptop", "gpu-box"]


def test_a_request_without_a_server_means_the_projects() -> None:
    own = "http://project:8188"
    servers = FakeServers({LAPTOP.url: info(), own: info()})
    found = Preflighting(OnePrompt(), servers, lambda: own).check_prepared(OnePrompt())
    assert [one.server_url for one in found] == [own, LAPTOP.url]


def test_only_the_servers_asked_for_are_told() -> None:
    servers = FakeServers({LAPTOP.url: info(models=False), BOX.url: info()})
    found = Preflighting(OnePrompt(), servers).check_prepared(OnePrompt(), servers=[LAPTOP])
    assert [one.server_name for one in found] == ["laptop"]
    assert found[0].problems[0].also_on == ("gpu-box",)


def test_a_server_that_says_nothing_does_not_hold_up_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(preflighting, "LONGEST_WAIT_S", 0.1)
    servers = FakeServers({LAPTOP.url: info()}, hold=threading.Event())
    found = check(servers)
    assert servers.hold is not None
    servers.hold.set()
    assert not found["laptop"].is_answering
    assert "in time" in found["laptop"].unchecked


def test_once_a_server_can_run_it_a_silent_one_is_waited_for_only_a_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(preflighting, "LONGEST_WAIT_S", 60.0)
    monkeypatch.setattr(preflighting, "REST_WAITS_S", 0.1)
    hold = threading.Event()
    servers = FakeServers({LAPTOP.url: info(), BOX.url: info()}, hold=hold, held=BOX.url)
    found = check(servers)
    hold.set()
    assert found["laptop"].can_run
    assert not found["gpu-box"].is_answering


def test_a_cancelled_check_stops_at_once() -> None:
    ctx = JobContext()
    ctx.cancel()
    servers = FakeServers({LAPTOP.url: info()})
    with pytest.raises(JobCancelled):
        Preflighting(OnePrompt(), servers).check_prepared(OnePrompt(), ctx=ctx)


def test_our_own_mistakes_are_not_taken_for_a_silent_server() -> None:
    servers = FakeServers({LAPTOP.url: info()})
    one = OnePrompt()
    one.prompt["30"] = {"class_type": "KSampler", "inputs": {"steps": Broken()}}
    with pytest.raises(ZeroDivisionError):
        Preflighting(one, servers).check_prepared(one)


class Broken:
    def __int__(self) -> int:
        raise ZeroDivisionError


@pytest.fixture
def scene_like() -> Scene:
    return Scene.__new__(Scene)
