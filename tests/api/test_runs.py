"""Runs over HTTP: told, begun, paused, continued, ended."""

from __future__ import annotations

from pathlib import Path

from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.quality import QualityLimits
from restitch_app.media.pictures import write_png
from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient, Json, error_of
from tests.services.faulty import wait_for
from tests.services.scenes import panned_pictures, with_settings

CASCADE = "/api/scenes/1/cascade"


def ended(api: ApiClient, run_id: int) -> Json:
    wait_for(lambda: api.get(f"/api/runs/{run_id}")["state"] != "running")
    return api.get(f"/api/runs/{run_id}")


def test_a_cascade_is_told_then_run(bench: Workbench, rendering: ApiClient) -> None:
    with_settings(bench, quality=QualityLimits(is_off=True))
    told = rendering.post(f"{CASCADE}?dry_run=true", {"from_segment": 3})
    assert told["run"] is None
    assert (told["plan"]["segments"], told["plan"]["prompts"]) == ([3, 4], 2)
    assert rendering.get("/api/runs") == {"runs": []}

    begun = rendering.post(CASCADE, {"from_segment": 3, "parameters": {"steps": 4}}, status=202)
    run = ended(rendering, begun["run"]["run_id"])
    assert (run["state"], run["name"], run["left"]) == ("done", "Cascade from segment 3", 0)
    versions = rendering.get("/api/scenes/1/segments")["segments"]
    assert [one["version"] for one in versions] == [1, 1, 2, 2]


def test_a_run_waits_for_a_person_and_goes_on(bench: Workbench, rendering: ApiClient) -> None:
    with_settings(bench, becomes_current=BecomesCurrent.ASK)
    begun = rendering.post(CASCADE, {"from_segment": 4}, status=202)["run"]
    path = f"/api/runs/{begun['run_id']}"
    run = ended(rendering, begun["run_id"])
    assert (run["state"], run["problem"]["code"]) == ("paused", "choose")
    error_of(rendering.ask("POST", f"{path}/continue"), 400)
    (job_id,) = run["job_ids"]
    new = rendering.get(f"/api/jobs/{job_id}")["result"]["segment_id"]
    rendering.post(f"/api/segments/{new}/use")
    assert rendering.post(f"{path}/continue", status=202)["state"] == "done"


def test_a_run_is_paused_and_ended(api: ApiClient) -> None:
    """Its server answers nobody: the job waits."""
    begun = api.post(CASCADE, {"from_segment": 2}, status=202)["run"]
    error_of(api.ask("POST", CASCADE, json={"from_segment": 2}), 400)
    path = f"/api/runs/{begun['run_id']}"
    assert api.post(f"{path}/pause", status=202)["state"] == "paused"
    assert api.post(f"{path}/continue", status=202)["state"] == "running"
    assert api.post(f"{path}/cancel", status=202)["state"] == "cancelled"
    error_of(api.ask("POST", f"{path}/continue"), 400)


def test_a_scene_is_generated_and_extended(
    bench: Workbench, rendering: ApiClient, tmp_path: Path
) -> None:
    with_settings(bench, quality=QualityLimits(is_off=True))
    image = write_png(panned_pictures(0, 1)[0], tmp_path / "pictures").path
    workflow = rendering.get("/api/workflows")["workflows"][0]["id"]
    body = {
        "name": "New", "start_image": str(image), "segments": 1, "workflow_id": workflow,
        "each": [{"prompt": "a calm lake"}],
    }  # fmt: skip
    error_of(rendering.ask("POST", "/api/generate", json={**body, "start_image": "x.png"}), 400)
    run = rendering.post("/api/generate", body, status=202)
    assert [told.startswith("The scene gets ") for told in run["sentences"]] == [True]
    assert ended(rendering, run["run_id"])["state"] == "done"
    scene = run["scene_id"]
    more = rendering.post(f"/api/scenes/{scene}/generate", {"segments": 1}, status=202)
    assert ended(rendering, more["run_id"])["state"] == "done"
    made = rendering.get(f"/api/scenes/{scene}/segments")["segments"]
    assert [one["segment"] for one in made] == [1, 2]
