"""Exports over HTTP: into the project's own folder and nowhere else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import av
import pytest

from restitch_app.services.workbench import Workbench
from tests.api.client import TIMEOUT_S, ApiClient, Json, error_of

EXPORT = "/api/scenes/1/export"


def ended(api: ApiClient, export_id: int) -> Json:
    until = time.monotonic() + TIMEOUT_S
    while (export := api.get(f"/api/exports/{export_id}"))["is_open"]:
        assert time.monotonic() < until, export
        time.sleep(0.02)
    return export


def test_a_film_and_its_lists(api: ApiClient, bench: Workbench) -> None:
    asked = api.post(EXPORT, {"film": "lake.mp4", "csv": "lake.csv", "segment": 2}, status=202)
    done = ended(api, asked["export_id"])
    assert done["state"] == "done", done
    folder = bench.project.folder / "exports"
    assert done["film"]["path"] == str(folder / "lake.mp4")
    assert done["written"] == [str(folder / "lake.csv")]
    with av.open(str(folder / "lake.mp4")) as film:
        assert film.streams.video[0].frames == done["film"]["frames"]
    assert api.get("/api/exports")["exports"] == [done]
    assert api.post(f"/api/exports/{asked['export_id']}/cancel", status=202) == done


def test_what_fails_says_why(api: ApiClient, bench: Workbench) -> None:
    asked = api.post(EXPORT, {"film": "lake.mov", "kind": "ffv1"}, status=202)
    failed = ended(api, asked["export_id"])
    assert failed["state"] == "failed"
    assert failed["problem"]["hint"] == "Name it lake.mkv"
    assert list((bench.project.folder / "exports").iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../film.mp4", "/tmp/film.mp4", "media/../../film.mp4", "C:\\film.mp4", "a\0.mp4"]
)
def test_no_name_leads_out_of_the_folder(api: ApiClient, bench: Workbench, name: str) -> None:
    for field in ("film", "otio", "report"):
        assert error_of(api.ask("POST", EXPORT, json={field: name}), 400)["code"] == "wrong_use"
    assert api.get("/api/exports") == {"exports": []}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_link_leads_out_of_the_folder(api: ApiClient, bench: Workbench, tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", bench.exporting.own_folder()
    outside.mkdir()
    (folder / "out").symlink_to(outside)
    (folder / "film.mp4").symlink_to(outside / "film.mp4")
    for name in ("film.mp4", "out/film.mp4"):
        assert error_of(api.ask("POST", EXPORT, json={"film": name}), 400)["code"] == "wrong_use"
    for link in (folder / "out", folder / "film.mp4"):
        link.unlink()
    folder.rmdir()
    folder.symlink_to(outside)
    refused = error_of(api.ask("POST", EXPORT, json={"csv": "list.csv"}), 400)
    assert refused["title"] == "The project's folder of exports is a link"
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"film": "a.mp4", "otio": "A.mp4"},
        {"film": "a.mp4", "segment": 1, "first_frame_index": 0},
        {"film": "a.mp4", "first_frame_index": 3, "last_frame_index": 2},
        {"film": "a.mp4", "last_frame_index": 2},
        {"film": "a.mp4", "segment": 99},
    ],
)
def test_what_makes_no_sense_is_refused(api: ApiClient, body: Json) -> None:
    answer = api.ask("POST", EXPORT, json=body)
    assert answer.status_code in (400, 404)
    error_of(answer, answer.status_code)


def test_exports_wait_for_each_other_and_can_be_cancelled(
    api: ApiClient, bench: Workbench, tmp_path: Path
) -> None:
    asked = [
        api.post(EXPORT, {"film": f"{n}.mov", "kind": "prores"}, status=202)["export_id"]
        for n in range(3)
    ]
    for export_id in reversed(asked):
        api.post(f"/api/exports/{export_id}/cancel", status=202)
    states = [ended(api, export_id)["state"] for export_id in asked]
    assert states[2] == "cancelled"
    written = {path.name for path in (bench.project.folder / "exports").iterdir()}
    assert written == {f"{n}.mov" for n, state in enumerate(states) if state == "done"}


@pytest.mark.parametrize("kind", ["film", "ffv1"])
def test_what_an_export_comes_to_is_told_before(
    api: ApiClient, bench: Workbench, kind: str
) -> None:
    told = api.post("/api/scenes/1/export-estimate", {"kind": kind, "segment": 2})
    assert not (bench.project.folder / "exports").exists()
    name = {"film": "part.mp4", "ffv1": "part.mkv"}[kind]
    asked = api.post(EXPORT, {"film": name, "kind": kind, "segment": 2}, status=202)
    film = ended(api, asked["export_id"])["film"]
    assert told["frames"] == film["frames"]
    assert told["frames"] - told["encoded_frames"] == film["copied_frames"]
    assert 0.5 < told["size_bytes"] / film["size_bytes"] < 2
    beyond = {"first_frame_index": 10**6, "last_frame_index": 10**6}
    assert error_of(api.ask("POST", "/api/scenes/1/export-estimate", json=beyond), 400)
    assert error_of(api.ask("POST", "/api/scenes/9/export-estimate", json={}), 404)
