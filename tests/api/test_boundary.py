"""GET boundary-check and POST smooth-boundary."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient, Json, error_of


def smooth(api: ApiClient, segment_id: int, **body: object) -> Json:
    return api.post(f"/api/segments/{segment_id}/smooth-boundary", body)


def test_the_ends_of_the_scene_have_no_boundary(api: ApiClient) -> None:
    first = api.get("/api/segments/1/boundary-check")
    assert first["before_ssim"] is None
    assert first["needs_smoothing_before"] is None
    assert first["class_before"] is None
    assert (first["needs_smoothing_after"], first["class_after"]) == (False, "green")
    assert first["recommendation"] is None
    last = api.get("/api/segments/4/boundary-check")
    assert (last["after_ssim"], last["needs_smoothing_after"]) == (None, None)


def test_a_red_boundary_comes_with_a_recommendation(api: ApiClient) -> None:
    check = api.get("/api/segments/2/boundary-check")
    assert check["after_ssim"] < check["threshold"] == 0.85 < check["before_ssim"]
    assert (check["needs_smoothing_before"], check["needs_smoothing_after"]) == (False, True)
    assert check["class_after"] == "red"
    assert check["recommendation"] == (
        "Boundary 2|3: visible jump. About 8 frames are missing: the motion jumps. Smooth it, or "
        "regenerate segment 3."
    )
    api.post("/api/limits", {"policy": "plain"})
    check = api.get("/api/segments/2/boundary-check")
    assert check["recommendation"] == (
        f"Boundary 2|3: SSIM {check['after_ssim']:.2f} is below 0.85, the picture jumps. "
        "Smooth it, or regenerate segment 3."
    )


def test_the_scene_lists_the_same_boundaries(api: ApiClient) -> None:
    listed = api.get("/api/scenes/1/boundaries")
    assert [(one["left"], one["right"]) for one in listed["boundaries"]] == [(1, 2), (2, 3), (3, 4)]
    assert [one["class"] for one in listed["boundaries"]] == ["green", "red", "green"]
    assert [one["treatment"]["method"] for one in listed["boundaries"]] == [
        "drop_repeat",
        "none",
        "drop_repeat",
    ]
    check = api.get("/api/segments/2/boundary-check")
    assert listed["boundaries"][1]["ssim"] == check["after_ssim"]
    assert listed["boundaries"][1]["recommendation"] == check["recommendation"]
    assert api.get("/api/scenes/1/boundaries?measure=false") == listed


def test_unmeasured_boundaries_are_measured_when_asked_for(
    api: ApiClient, bench: Workbench
) -> None:
    measured = api.get("/api/scenes/1/boundaries")
    bench.project.store._database.sql("DELETE FROM joins")
    known = api.get("/api/scenes/1/boundaries?measure=false")["boundaries"]
    assert [(one["ssim"], one["class"]) for one in known] == [(None, None)] * 3
    check = api.get("/api/segments/2/boundary-check")
    assert check["after_ssim"] == measured["boundaries"][1]["ssim"]
    assert api.get("/api/scenes/1/boundaries") == measured


def test_a_preview_changes_nothing(api: ApiClient) -> None:
    before = api.get("/api/segments/2/boundary-check")
    tried = smooth(api, 2, boundary="after", method="blend", window=4, preview=True)
    assert (tried["applied"], tried["method"], tried["window"]) == (False, "blend", 4)
    assert tried["ssim_after"] > tried["ssim_before"] == before["after_ssim"]
    assert api.get("/api/segments/2/boundary-check") == before


@pytest.mark.parametrize("method", ["blend", "bridge", "auto"])
def test_a_remedy_raises_the_ssim_and_touches_no_file(
    api: ApiClient, bench: Workbench, method: str
) -> None:
    files = _contents(bench.project.path("media/clips"))
    done = smooth(api, 3, boundary="before", method=method)
    assert (done["left"], done["right"], done["applied"]) == (2, 3, True)
    assert done["ssim_after"] > done["ssim_before"]
    assert api.get("/api/segments/3/boundary-check")["before_ssim"] == done["ssim_after"]
    version = api.get("/api/segments/3/versions")["versions"][0]
    assert version["boundary_ssim_before"] == done["ssim_after"]
    assert _contents(bench.project.path("media/clips")) == files


def test_auto_tells_everything_it_tried(api: ApiClient) -> None:
    done = smooth(api, 2, boundary="after", method="auto", preview=True)
    tried = {one["method"]: one for one in done["candidates"]}
    assert done["method"] in tried
    assert done["visibility_after"] < done["visibility_before"]
    assert tried["blend"]["why_not"].startswith("doubles contours: sharpness −")
    assert all(one["is_offered"] == (one["why_not"] is None) for one in tried.values())


def test_a_harmful_remedy_is_applied_with_a_warning(api: ApiClient) -> None:
    done = smooth(api, 2, boundary="after", method="blend")
    assert done["applied"] is True
    assert (done["treatment"]["method"], done["treatment"]["trim_left"]) == ("blend", 0)
    assert done["treatment"]["patch_frames"] > 0
    assert done["warning"].startswith("doubles contours")


def test_a_remedy_can_be_taken_away(api: ApiClient) -> None:
    before = api.get("/api/scenes/1/boundaries")
    smooth(api, 2, boundary="after", method="blend")
    restored = smooth(api, 2, boundary="after", method="none")
    assert restored["treatment"]["method"] == "none"
    assert restored["window"] is None
    assert api.get("/api/scenes/1/boundaries") == before


def test_accepting_changes_no_frame_and_keeps_the_value(api: ApiClient, bench: Workbench) -> None:
    spans = bench.project.spans(bench.project.scene())
    done = smooth(api, 2, boundary="after", method="accept")
    assert (done["decision"], done["class_after"], done["applied"]) == ("accepted", "red", True)
    check = api.get("/api/segments/2/boundary-check")
    assert (check["needs_smoothing_after"], check["decision_after"]) == (True, "accepted")
    assert check["recommendation"] is None
    assert bench.project.spans(bench.project.scene()) == spans


@pytest.mark.parametrize(
    ("segment_id", "boundary"), [(1, "before"), (4, "after")], ids=["first", "last"]
)
@pytest.mark.parametrize("method", ["auto", "accept"])
def test_no_boundary_there(api: ApiClient, segment_id: int, boundary: str, method: str) -> None:
    answer = api.ask(
        "POST",
        f"/api/segments/{segment_id}/smooth-boundary",
        json={"boundary": boundary, "method": method},
    )
    title = error_of(answer, 404)["title"]
    assert title == f"There is no boundary {boundary} segment {segment_id}"


def test_wrong_bodies_are_refused(api: ApiClient) -> None:
    wrong: list[tuple[object, int, str]] = [
        ({}, 422, "body.boundary: Field required; body.method: Field required"),
        ({"boundary": "both", "method": "auto"}, 422, "'before' or 'after'"),
        ({"boundary": "after", "method": "morph"}, 422, "body.method"),
        ({"boundary": "after", "method": "blend", "window": 0}, 422, "body.window"),
        ({"boundary": "after", "method": "blend", "window": 49}, 422, "body.window"),
        ({"boundary": "after", "method": "blend", "window": 4.5}, 422, "body.window"),
        ({"boundary": "after", "method": "blend", "preview": "yes"}, 422, "body.preview"),
        ({"boundary": "after", "method": "accept", "window": 4}, 422, "accept has no window"),
        ({"boundary": "after", "method": "accept", "preview": True}, 422, "nothing to preview"),
        ({"boundary": "after", "method": "blend", "windows": 4}, 422, "body.windows"),
        ({"boundary": "after", "method": "blend", "window": 40}, 400, "too short"),
    ]
    for body, status, expected in wrong:
        answer = api.ask("POST", "/api/segments/2/smooth-boundary", json=body)
        assert expected in error_of(answer, status)["detail"], body


def test_a_clip_that_vanished_is_named(api: ApiClient, bench: Workbench) -> None:
    bench.project.store._database.sql("DELETE FROM joins")
    lost = bench.project.path(bench.project.store.versions.get(2).file)
    lost.unlink()
    error = error_of(api.ask("GET", "/api/segments/2/boundary-check"), 503)
    assert lost.name in f"{error['title']} {error['detail']}"


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
