"""`cut`, `wrong-call`, `limits`, and what `check` and `accept` tell beside the SSIM."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli


def boundary(cli: Cli, project: Path, code: int) -> dict[str, object]:
    told = cli("check", project, "--json")
    assert told.code == code
    [found] = told.json["boundaries"]
    assert isinstance(found, dict)
    return found


def test_check_says_what_is_wrong_with_all_figures(cli: Cli, skipping: Path) -> None:
    found = boundary(cli, skipping, 1)
    assert (found["class"], found["cause"], found["type"]) == ("red", "skip", "chained")
    assert (found["left"], found["left_segment_id"]) == (1, 1)
    assert (found["right"], found["right_segment_id"]) == (2, 2)
    assert isinstance(found["verdict"], float)
    assert found["verdict"] >= 2
    assert isinstance(found["channels"], dict)
    assert max(found["channels"].values()) == found["verdict"]
    assert "missing" in str(found["diagnosis"])
    assert str(found["marker"]).startswith(f"{found['ssim']:.2f} · normal here ")
    assert isinstance(found["figures"], dict)
    assert len(found["figures"]["ssim_curve"]) == 23
    assert found["raw"] == found["figures"]
    text = cli("check", skipping).out
    assert "visible jump. About " in text


def test_accepting_keeps_the_reason_beside_the_value(cli: Cli, skipping: Path) -> None:
    red = boundary(cli, skipping, 1)
    cli("accept", skipping, 1, "--boundary", "after", "--reason", "reads as a whip pan")
    found = boundary(cli, skipping, 0)
    assert isinstance(found["decided"], dict)
    assert found["decided"]["reason"] == "reads as a whip pan"
    assert found["decided"]["ssim"] == found["ssim"] == red["ssim"]
    assert found["decided"]["by"]
    assert found["decided"]["at"]
    assert cli("accept", skipping, 1, "--boundary", "after", "--undo").code == 0
    assert boundary(cli, skipping, 1)["decided"] is None
    refused = cli("accept", skipping, 1, "--boundary", "after", "--undo")
    assert refused.code == 2
    assert "is not accepted" in refused.err


def test_a_cut_is_never_red_until_it_is_none_again(cli: Cli, skipping: Path) -> None:
    cut = cli("cut", skipping, 2, "--boundary", "before", "--reason", "morning", "--json")
    assert cut.code == 0
    assert (cut.json["class"], cut.json["decision"]) == (None, "cut")
    found = boundary(cli, skipping, 0)
    assert (found["class"], found["needs_smoothing"]) == (None, False)
    assert cli("cut", skipping, 1, "--boundary", "after", "--undo").code == 0
    assert boundary(cli, skipping, 1)["class"] == "red"
    refused = cli("cut", skipping, 1, "--boundary", "after", "--undo")
    assert refused.code == 2
    assert "is no cut" in refused.err


def test_a_wrong_call_is_told_beside_the_class(cli: Cli, skipping: Path) -> None:
    assert cli("limits", skipping, "propose").code == 1
    said = cli("wrong-call", skipping, 1, "--boundary", "after", "--really", "smooth", "--json")
    assert said.code == 0
    assert said.json["class"] == "red"
    call = said.json["call"]
    assert (call["says"], call["shown"], call["is_wrong"]) == ("green", "red", True)
    proposal = cli("limits", skipping, "propose", "--json")
    assert proposal.code == 1
    assert (proposal.json["wrong_calls"], proposal.json["changes"]) == (1, [])
    assert cli("limits", skipping, "apply").code == 2
    cli("wrong-call", skipping, 1, "--boundary", "after", "--undo")
    assert boundary(cli, skipping, 1)["call"] is None


def test_limits_are_shown_and_set(cli: Cli, skipping: Path) -> None:
    usual = cli("limits", skipping, "--json").json
    assert usual["policy"] == "continuity"
    assert set(usual["limits"]) == {"chained", "other"}
    changed = cli("limits", skipping, "set", "chained.motion=1.5", "red=5", "--json").json
    assert changed["limits"]["chained"]["motion"] == 1.5
    assert changed["limits"]["other"]["motion"] == 1.0
    assert changed["limits"]["other"]["red"] == 5.0
    assert "motion" in cli("limits", skipping).out
    assert cli("limits", skipping, "policy", "plain", "--json").json["limits"] is None
    assert "Plain SSIM: red below 0.85" in cli("limits", skipping).out
    by_ssim = boundary(cli, skipping, 1)
    assert (by_ssim["class"], by_ssim["verdict"]) == ("red", None)
    assert isinstance(by_ssim["ssim"], float)
    assert cli("limits", skipping, "set", f"ssim_threshold={by_ssim['ssim'] - 0.01}").code == 0
    by_ssim = boundary(cli, skipping, 0)
    assert (by_ssim["class"], by_ssim["verdict"]) == ("yellow", None)
    strict = cli("limits", skipping, "set", "ssim_threshold=0.99", "ssim_band=0", "--json").json
    assert strict["ssim_threshold"] == 0.99
    assert boundary(cli, skipping, 1)["class"] == "red"
    assert (
        cli("limits", skipping, "policy", "continuity", "--json").json["limits"]
        == (changed["limits"])
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("set",),
        ("set", "colour"),
        ("set", "colour=much"),
        ("set", "hue=1"),
        ("set", "colour=9"),
        ("policy",),
        ("policy", "both"),
        ("show", "colour"),
    ],
)
def test_limits_that_cannot_be_meant_are_refused(
    cli: Cli, skipping: Path, arguments: tuple[str, ...]
) -> None:
    before = cli("limits", skipping, "--json").json
    refused = cli("limits", skipping, *arguments)
    assert refused.code == 2
    assert refused.err.startswith("restitch: ")
    assert cli("limits", skipping, "--json").json == before
