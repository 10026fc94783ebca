"""GET and POST preflight: who could run it, without a job being queued."""

from __future__ import annotations

from restitch_app.demo.server import DemoServer
from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient, Json, error_of
from tests.services.scenes import with_settings

AT = "/api/segments/3/preflight"


def of_server(answer: Json, url: str) -> Json:
    (found,) = [one for one in answer["servers"] if one["url"] == url]
    return found


def test_a_server_that_has_everything_can_run_it_and_nothing_is_queued(
    api: ApiClient, bench: Workbench, demo_server: DemoServer
) -> None:
    with_settings(bench, server_url=demo_server.url)
    answer = api.get(AT)
    assert (answer["segment"], answer["segment_id"], answer["can_run"]) == (3, 3, True)
    found = of_server(answer, demo_server.url)
    assert (found["can_run"], found["problems"], found["warnings"]) == (True, [], [])
    assert found["unchecked"] is None
    assert api.get("/api/jobs")["jobs"] == []
    assert demo_server.prompts_received == 0


def test_what_a_server_lacks_is_told_as_the_dialog_and_the_terminal_tell_it(
    api: ApiClient, bench: Workbench, demo_server: DemoServer
) -> None:
    with_settings(bench, server_url=demo_server.url)
    wanted = {"2.unet_name": "wan2.2_ti2v_5B_fp8.safetensors", "9.sampler_name": "euler_a"}
    answer = api.post(AT, {"parameters": wanted})
    assert answer["can_run"] is False
    model, sampler = of_server(answer, demo_server.url)["problems"]
    assert (model["kind"], model["missing"]) == ("model_missing", wanted["2.unet_name"])
    assert model["nearest"][0] == "wan2.2_ti2v_5B_fp16.safetensors"
    assert (sampler["kind"], sampler["parameter"]) == ("choice_missing", None)

    refused = error_of(
        api.ask("POST", "/api/segments/3/regenerate", json={"parameters": wanted}), 400
    )
    assert refused["code"] == "preflight"
    assert model["text"] in refused["detail"]
    assert sampler["text"] in refused["detail"]
    assert api.get("/api/jobs")["jobs"] == []


def test_a_server_that_is_away_is_told_as_such(api: ApiClient, bench: Workbench) -> None:
    answer = api.get(AT)
    assert answer["can_run"] is False
    found = of_server(answer, bench.project.settings().server_url)
    assert found["is_answering"] is False
    assert "did not answer" in found["unchecked"]


def test_what_the_workflow_cannot_take_is_refused_as_a_regeneration_is(api: ApiClient) -> None:
    error_of(api.ask("POST", AT, json={"parameters": {"denoise": 7}}), 400)
    error_of(api.ask("POST", AT, json={"parameters": {"99.cfg": 1}}), 400)
    error_of(api.ask("POST", AT, json={"takes": 0}), 422)
    error_of(api.ask("GET", "/api/segments/77/preflight"), 404)
