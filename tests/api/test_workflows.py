"""Workflows over HTTP."""

from __future__ import annotations

from restitch_app.demo.server import DemoServer
from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient, error_of
from tests.services.workflows import added, both_ends_prompt


def test_workflows_are_listed_viewed_and_corrected(api: ApiClient) -> None:
    [told] = api.get("/api/workflows")["workflows"]
    assert (told["origin"], told["is_converted"]) == ("clip", True)
    view = api.get(f"/api/workflows/{told['id']}")
    assert view["workflow"] == told
    assert (view["problem"], view["output_node"], view["corrected"]) == (None, "12", [])
    assert view["bindings"]["seed"]["places"] == ["9.seed"]
    url = f"/api/workflows/{told['id']}/bindings"
    changed = api.ask("PUT", url, json={"places": {"cfg": []}}).json()
    assert (changed["bindings"]["cfg"]["places"], changed["corrected"]) == ([], ["cfg"])
    assert api.ask("PUT", url, json={}).json() == view


def test_corrections_that_name_nothing_are_refused(api: ApiClient) -> None:
    for body in (
        {"places": {"cfg": ["9"]}},
        {"places": {"cfg": ["99.cfg"]}},
        {"places": {"colour": ["9.cfg"]}},
        {"output_node": "99"},
    ):
        asked = api.ask("PUT", "/api/workflows/1/bindings", json=body)
        assert error_of(asked, asked.status_code)["code"] in ("wrong_use", "workflow_unusable")
    assert api.ask("GET", "/api/workflows/77").status_code == 404


def test_a_segment_is_rendered_with_one_of_them_and_its_end_pinned(
    rendering: ApiClient, bench: Workbench, demo_server: DemoServer
) -> None:
    workflow = added(bench, both_ends_prompt())
    body = {"workflow_id": workflow.id, "parameters": {"seed": 3}}
    asked = rendering.ask("POST", "/api/segments/2/regenerate", json=body)
    assert asked.status_code == 202, asked.text
    assert rendering.ended(asked.json()["job_id"])["state"] == "done"
    new = rendering.get("/api/segments/2/versions")["versions"][0]
    assert (new["workflow_id"], new["workflow"]) == (workflow.id, "Both ends")
    assert new["server_url"] == demo_server.url
    assert new["lineage"]["end_frame_from_segment_id"] == 3
    assert new["hand_off_hash"] is not None
    open_end = rendering.ask("POST", "/api/segments/3/regenerate", json=body | {"pin_end": False})
    told = error_of(open_end, open_end.status_code)
    assert told["code"] == "preflight"
    assert "somebody_elses_end.png" in told["detail"]
    missing = rendering.ask("POST", "/api/segments/2/regenerate", json={"workflow_id": 99})
    assert missing.status_code == 404
    assert demo_server.prompts_executed == 1
