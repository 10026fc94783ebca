"""The versions of a segment, the project and its scenes."""

from __future__ import annotations

from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient, error_of


def test_the_project_tells_what_it_holds(api: ApiClient, bench: Workbench) -> None:
    project = api.get("/api/project")
    assert project["name"] == "Test"
    assert project["folder"] == str(bench.project.folder)
    assert project["settings"]["ssim_threshold"] == 0.85
    assert project["open_jobs"] == 0
    assert project["scenes"] == api.get("/api/scenes")["scenes"]
    (scene,) = project["scenes"]
    assert (scene["segments"], scene["width"], scene["height"]) == (4, 160, 96)
    assert (scene["rate"], scene["fps"]) == ("16/1", 16.0)
    assert scene["frames"] == 4 * 17 - 2  # two seed frames would have shown twice


def test_segments_say_where_they_lie_in_the_export(api: ApiClient) -> None:
    segments = api.get("/api/scenes/1/segments")["segments"]
    assert [one["segment"] for one in segments] == [1, 2, 3, 4]
    assert [one["segment_id"] for one in segments] == [1, 2, 3, 4]
    assert [(one["start_frame_index"], one["frames"]) for one in segments] == [
        (0, 16),
        (16, 17),
        (33, 16),
        (49, 17),
    ]


def test_an_imported_version_tells_its_settings_and_assumed_lineage(api: ApiClient) -> None:
    (version,) = api.get("/api/segments/2/versions")["versions"]
    assert (version["version"], version["current"], version["stale"]) == (1, True, False)
    assert version["parameters"]["seed"] == 2
    assert version["lineage"]["kind"] == "assumed"
    assert version["lineage"]["seed_from_segment_id"] == 1
    assert version["lineage"]["regeneration_count"] == 0
    assert (version["frames"], version["purged"], version["failure"]) == (17, False, None)
    assert {check["name"] for check in version["checks"]} >= {"format", "black", "frozen"}
    assert version["verdict"] in {"pass", "warn", "fail"}


def test_an_older_version_can_be_used_again_and_clears_the_flags(rendering: ApiClient) -> None:
    told = rendering.post("/api/segments/2/regenerate", {"parameters": {"seed": 5}}, status=202)
    new_id = rendering.ended(told["job_id"])["result"]["segment_id"]
    assert rendering.get("/api/scenes")["scenes"][0]["stale"] == [3, 4]

    back = rendering.post("/api/segments/2/use")

    assert (back["segment"], back["segment_id"], back["version"]) == (2, 2, 1)
    assert back["replaced_segment_id"] == new_id
    assert (back["flagged"], back["newly_flagged"]) == ([], [])
    forth = rendering.post(f"/api/segments/{new_id}/use")
    assert (forth["flagged"], forth["newly_flagged"]) == ([3, 4], [3, 4])
    approved = rendering.post("/api/segments/3/approve")
    assert (approved["segment"], approved["segment_id"]) == (3, 3)
    assert (approved["flagged"], approved["newly_flagged"]) == ([], [])


def test_approving_through_an_old_id_approves_what_is_current(rendering: ApiClient) -> None:
    told = rendering.post("/api/segments/4/regenerate", status=202)
    new_id = rendering.ended(told["job_id"])["result"]["segment_id"]
    approved = rendering.post("/api/segments/4/approve")
    assert (approved["segment_id"], approved["version"]) == (new_id, 2)
    listed = rendering.get("/api/segments/4/versions")["versions"]
    assert [one["approved"] for one in listed] == [True, False]


def test_a_version_is_purged_after_two_yes(rendering: ApiClient, bench: Workbench) -> None:
    told = rendering.post("/api/segments/2/regenerate", status=202)
    rendering.ended(told["job_id"])
    asked = rendering.post("/api/segments/2/purge")
    assert (asked["purged"], asked["seeded_segment_ids"]) == (False, [3])
    clip = bench.project.path(asked["files"][0])
    assert asked["freed_bytes"] == clip.stat().st_size
    once = rendering.ask("POST", "/api/segments/2/purge", json={"yes": True})
    assert "second time" in error_of(once, 400)["hint"]
    done = rendering.post("/api/segments/2/purge", {"yes": True, "also_seeding": True})
    assert (done["purged"], done["freed_bytes"], clip.exists()) == (
        True,
        asked["freed_bytes"],
        False,
    )
    assert rendering.get("/api/segments/2/versions")["versions"][1]["purged"]
    current = rendering.ask("POST", "/api/segments/3/purge")
    assert error_of(current, 409)["code"] == "refused"


def test_rows_that_are_not_there(api: ApiClient) -> None:
    for path in (
        "/api/segments/5/versions",
        "/api/segments/5/boundary-check",
        "/api/scenes/2/segments",
        "/api/scenes/2/boundaries",
        "/api/jobs/1",
    ):
        assert error_of(api.ask("GET", path), 404)["code"] == "not_found"
