"""POST smooth-boundary with new frames from a server: a job first, then an answer."""

from __future__ import annotations

from tests.api.client import ApiClient, error_of

PATH = "/api/segments/2/smooth-boundary"


def test_a_bridge_is_a_job_and_then_an_answer(rendering: ApiClient) -> None:
    body = {"boundary": "after", "method": "comfy_bridge", "window": 4, "preview": True}
    asked = rendering.post(PATH, body, status=202)
    assert (asked["left"], asked["right"], asked["window"]) == (2, 3, 4)
    assert (asked["new_left"], asked["new_right"]) == (4, 3)
    job = rendering.ended(asked["job_id"])
    assert (job["kind"], job["state"], job["segment"]) == ("bridge", "done", 2)
    shown = rendering.post(PATH, body)
    assert (shown["method"], shown["applied"]) == ("comfy_bridge", False)
    done = rendering.post(PATH, {**body, "preview": False})
    assert (done["treatment"]["method"], done["applied"]) == ("comfy_bridge", True)
    assert done["candidates"][0]["frames_changed"] == 7


def test_a_server_is_for_bridges_only(api: ApiClient) -> None:
    body = {"boundary": "after", "method": "blend", "again": True}
    error = error_of(api.ask("POST", PATH, json=body), 422)
    assert "again is for the method comfy_bridge only" in error["detail"]
