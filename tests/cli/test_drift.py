from __future__ import annotations

from pathlib import Path

from restitch_app.media.pictures import read_png
from tests.cli.running import Cli
from tests.services.scenes import SIZE
from tests.services.test_drift import DARKER_PER_SEGMENT, FRAMES_EACH, SEGMENTS, drifting_clips


def made(cli: Cli, tmp_path: Path, step: float = DARKER_PER_SEGMENT) -> Path:
    project = tmp_path / "project"
    assert cli("new", project, *drifting_clips(tmp_path / "clips", step)).code == 0
    return project


def test_drift_tells_all_figures_and_where_it_wanders_off(cli: Cli, tmp_path: Path) -> None:
    result = cli("drift", made(cli, tmp_path), "--json")
    assert result.code == 0
    found = result.json
    assert [one["segment"] for one in found["segments"]] == list(range(1, SEGMENTS + 1))
    bright = [one["brightness"] for one in found["segments"]]
    assert bright == sorted(bright, reverse=True)
    assert [(one["segment"], one["quantity"]) for one in found["wanders"]] == [(4, "brightness")]
    continuity = found["continuity"]
    assert continuity["measured"] == continuity["pairs"] == SEGMENTS * FRAMES_EACH - 1
    assert continuity["natural"]["p10"] <= continuity["natural"]["p90"] <= 1
    assert found["seed_frame"] is None


def test_drift_makes_a_seed_frame_to_regenerate_from(cli: Cli, tmp_path: Path) -> None:
    project = made(cli, tmp_path)
    result = cli("drift", project, "--reanchor", "6", "--json")
    assert result.code == 0
    picture = read_png(Path(result.json["seed_frame"]))
    assert (picture.shape[1], picture.shape[0]) == SIZE
    told = cli("drift", project, "--reanchor", "6").out
    assert result.json["seed_frame"] in told
    refused = cli("drift", project, "--reanchor", "1", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (2, "wrong_use")


def test_drift_says_where_nothing_wanders_off(cli: Cli, tmp_path: Path) -> None:
    assert "Nothing wanders off." in cli("drift", made(cli, tmp_path, step=0.0)).out
