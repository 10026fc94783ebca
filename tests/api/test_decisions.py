"""Decisions about boundaries and their limits, over HTTP."""

from __future__ import annotations

import pytest

from tests.api.client import ApiClient, error_of


def test_the_check_holds_everything_known_of_both_boundaries(api: ApiClient) -> None:
    check = api.get("/api/segments/2/boundary-check")
    before, after = check["before"], check["after"]
    assert (before["left"], after["left"]) == (1, 2)
    assert (after["class"], after["cause"], after["type"]) == ("red", "skip", "chained")
    assert after["verdict"] == max(after["channels"].values())
    assert [cause["cause"] for cause in after["causes"]] == ["skip"]
    assert "missing" in after["diagnosis"]
    assert "normal here" in after["marker"]
    assert 0 < after["natural"]["min"] <= after["natural"]["median"] <= after["natural"]["max"]
    assert after["figures"] == after["raw"]
    assert before["figures"] != before["raw"]
    listed = api.get("/api/scenes/1/boundaries")["boundaries"]
    assert listed[:2] == [before, after]
    assert api.get("/api/segments/1/boundary-check")["before"] is None


def test_a_boundary_is_accepted_with_a_reason(api: ApiClient) -> None:
    body = {"boundary": "after", "decision": "accepted", "reason": "a whip pan"}
    done = api.post("/api/segments/2/boundary-decision", body)
    assert (done["decision"], done["class"]) == ("accepted", "red")
    assert done["decided"]["reason"] == "a whip pan"
    assert done["decided"]["ssim"] == pytest.approx(done["ssim"])
    assert api.get("/api/segments/2/boundary-check")["after"] == done


def test_a_cut_has_no_class_until_it_is_taken_back(api: ApiClient) -> None:
    cut = {"boundary": "before", "decision": "cut"}
    done = api.post("/api/segments/3/boundary-decision", cut)
    assert (done["decision"], done["class"], done["needs_smoothing"]) == ("cut", None, False)
    done = api.post("/api/segments/3/boundary-decision", cut | {"decision": None})
    assert (done["decision"], done["class"], done["decided"]) == (None, "red", None)
    refused = api.ask("POST", "/api/segments/3/boundary-decision", json=cut | {"decision": None})
    assert "Nothing was decided" in error_of(refused, 400)["title"]


def test_a_call_is_kept_beside_the_class(api: ApiClient) -> None:
    body = {"boundary": "after", "really": "borderline"}
    done = api.post("/api/segments/2/boundary-call", body)
    assert done["class"] == "red"
    assert (done["call"]["says"], done["call"]["is_wrong"]) == ("yellow", True)
    done = api.post("/api/segments/2/boundary-call", body | {"really": None})
    assert done["call"] is None


def test_limits_change_together_or_not_at_all(api: ApiClient) -> None:
    usual = api.get("/api/limits")
    assert (usual["policy"], usual["ssim_threshold"]) == ("continuity", 0.85)
    refused = api.ask("POST", "/api/limits", json={"policy": "plain", "set": {"colour": 1.2}})
    assert "no limit of plain SSIM" in error_of(refused, 400)["title"]
    assert api.get("/api/limits") == usual
    changed = api.post("/api/limits", {"set": {"other.colour": 1.2}})
    assert changed["limits"]["other"]["channels"] == {"colour": 1.2}
    plain = api.post("/api/limits", {"policy": "plain", "set": {"ssim_threshold": 0.1}})
    assert (plain["policy"], plain["limits"]) == ("plain", None)
    check = api.get("/api/segments/2/boundary-check")
    assert (check["threshold"], check["class_after"]) == (0.1, "green")
    assert api.post("/api/limits", {"policy": "continuity"})["limits"] == changed["limits"]


def test_without_enough_calls_nothing_is_proposed(api: ApiClient) -> None:
    found = api.get("/api/limits/proposal")
    assert (found["changes"], found["reclassified"], found["wrong_calls"]) == ([], [], 0)
    assert found["reason"]
    refused = api.ask("POST", "/api/limits/proposal")
    assert "No other limits" in error_of(refused, 400)["title"]
