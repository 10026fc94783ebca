"""Notes, continuity and drift over HTTP."""

from __future__ import annotations

from tests.api.client import ApiClient, error_of
from tests.api.conftest import FRAMES, STARTS


def test_a_note_is_left_listed_and_settled(api: ApiClient) -> None:
    assert api.get("/api/segments/2/notes") == {"segment": 2, "notes": []}
    made = api.post("/api/segments/2/notes", {"frame": FRAMES, "text": " The hand blurs "})
    assert (made["frame"], made["text"], made["version"]) == (FRAMES, "The hand blurs", 1)
    assert (made["segment"], made["at_boundary"], made["resolved_at"]) == (2, False, None)
    at = {"frame": FRAMES, "text": "It jumps", "version": 1, "at_boundary": True}
    later = api.post("/api/segments/2/notes", at)
    listed = api.get("/api/segments/2/notes")["notes"]
    assert sorted(one["id"] for one in listed) == [made["id"], later["id"]]

    settled = api.post(f"/api/notes/{made['id']}/resolution", {"resolved": True})
    assert settled["resolved_by"]
    again = api.post(f"/api/notes/{made['id']}/resolution", {"resolved": False})
    assert again == made


def test_a_note_needs_words_and_a_frame_that_there_is(api: ApiClient) -> None:
    beyond = api.ask("POST", "/api/segments/1/notes", json={"frame": FRAMES + 1, "text": "Late"})
    assert "has no frame" in error_of(beyond, 400)["title"]
    blank = api.ask("POST", "/api/segments/1/notes", json={"frame": 1, "text": "  "})
    assert "needs text" in error_of(blank, 400)["title"]
    version = {"frame": 1, "text": "Old", "version": 9}
    error_of(api.ask("POST", "/api/segments/1/notes", json=version), 404)
    error_of(api.ask("POST", "/api/notes/99/resolution", json={"resolved": True}), 404)


def test_continuity_is_measured_once_and_then_known(api: ApiClient) -> None:
    before = api.get("/api/scenes/1/continuity?measure=false")
    assert (before["measured"], before["natural"], before["ssim"]) == (0, None, [])
    found = api.get("/api/scenes/1/continuity?curve=true")
    assert found["measured"] == found["pairs"] == len(found["ssim"])
    assert found["lowest"] == min(found["ssim"])
    # Ten frames are missing before the third segment, whose repeated seed frame is left out.
    jump = len(STARTS[:2]) * FRAMES - 2
    assert abs(found["lowest_frame_index"] - jump) <= 1
    assert api.get("/api/scenes/1/continuity?measure=false&curve=true") == found


def test_drift_tells_every_segment(api: ApiClient) -> None:
    assert api.get("/api/scenes/1/drift?measure=false")["segments"] == []
    found = api.get("/api/scenes/1/drift")
    assert [one["segment"] for one in found["segments"]] == [1, 2, 3, 4]
    assert {"brightness", "contrast", "chroma", "sharpness"} <= set(found["segments"][0]["median"])
    assert found["wanders"] == []
