"""The order of a scene's segments over the API, and the frames that one can be made from."""

from __future__ import annotations

from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient, error_of


def ids(api: ApiClient) -> list[int]:
    return [one["segment_id"] for one in api.get("/api/scenes/1/segments")["segments"]]


def test_segments_are_split_moved_removed_and_inserted(api: ApiClient, bench: Workbench) -> None:
    told = api.post("/api/segments/2/split", {"frame_index": 8})
    assert (told["segments"], told["flagged"]) == ([2, 3], [])
    head, tail = ids(api)[1:3]
    moved = api.post("/api/segments/4/move", {"to": 1})
    assert moved["segments"] == [1]
    assert ids(api) == [4, 1, head, tail, 3]
    api.post(f"/api/segments/{tail}/remove")
    assert ids(api) == [4, 1, head, 3]
    clip = bench.project.path(bench.project.store.versions.get(3).file)
    told = api.post("/api/scenes/1/insert", {"before": 5, "clips": [str(clip)]})
    assert told["segments"] == [5]
    refused = api.ask("POST", "/api/scenes/1/insert", json={"before": 1, "clips": ["clip.mp4"]})
    assert "full path" in error_of(refused, 400)["detail"]
    gone = error_of(api.ask("GET", f"/api/segments/{tail}/boundary-check"), 404)
    assert gone["title"] == "That segment was taken out of the scene"


def test_the_last_frames_before_a_segment_are_offered(api: ApiClient) -> None:
    found = api.get("/api/segments/2/seed-frames")["seed_frames"]
    assert [one["seed_frame"] for one in found[:3]] == ["current", "-1", "-2"]
    assert found[0]["similarity"] == 1.0
    assert api.get("/api/segments/1/seed-frames")["seed_frames"] == []
