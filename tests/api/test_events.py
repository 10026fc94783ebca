"""Server-sent events: what is told, to whom, and when a stream ends."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests

from restitch_app.api import exports, streams
from restitch_app.api.server import LoopbackServer
from restitch_app.domain.masters import MasterKind
from restitch_app.services.export_order import ExportOrder
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.api.client import DOOR, TIMEOUT_S, TOKEN, ApiClient, Json, error_of
from tests.services.scenes import bench_on


@contextmanager
def listening(api: ApiClient, path: str) -> Iterator[Iterator[tuple[str, Json]]]:
    """(name, data) of each event."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with requests.get(api.url + path, headers=headers, stream=True, timeout=TIMEOUT_S) as answer:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        lines = answer.iter_lines(chunk_size=1, decode_unicode=True)
        assert next(lines) == "retry: 1000"
        yield _events(lines)


def _events(lines: Iterator[str]) -> Iterator[tuple[str, Json]]:
    name = ""
    for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def test_a_job_is_told_until_it_has_ended(rendering: ApiClient) -> None:
    job_id = rendering.post("/api/segments/2/regenerate", status=202)["job_id"]
    with listening(rendering, f"/api/jobs/{job_id}/events") as events:
        told = list(events)  # the server ends it
    jobs = [data for name, data in told if name == "job"]
    assert {data["job_id"] for _, data in told} == {job_id}
    assert {name for name, _ in told} <= {"job", "progress"}
    assert jobs[-1]["state"] == "done"
    assert jobs[-1] == rendering.get(f"/api/jobs/{job_id}")


def test_an_ended_job_is_told_once(rendering: ApiClient) -> None:
    job_id = rendering.post("/api/segments/2/regenerate", status=202)["job_id"]
    ended = rendering.ended(job_id)
    with listening(rendering, f"/api/jobs/{job_id}/events") as events:
        assert list(events) == [("job", ended)]


def test_an_export_is_told_until_it_has_ended(api: ApiClient) -> None:
    with listening(api, "/api/events") as everything:
        assert next(everything)[0] == "listening"
        asked = api.post("/api/scenes/1/export", {"film": "a.mov", "kind": "prores"}, status=202)
        path = f"/api/exports/{asked['export_id']}"
        with listening(api, path + "/events") as events:
            told = list(events)  # the server ends it
        while (last := next(everything)[1])["is_open"]:
            assert last["export_id"] == asked["export_id"]
    assert {name for name, _ in told} == {"export"}
    assert told[-1][1]["state"] == "done"
    assert told[-1][1] == last == api.get(path)
    with listening(api, path + "/events") as events:
        assert list(events) == [told[-1]]
    assert error_of(api.ask("GET", "/api/exports/77/events"), 404)["code"] == "not_found"


def test_not_every_frame_of_an_export_is_told(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "TELL_EVERY_S", 1e9)
    told: list[int] = []
    work = exports.Exports(bench, told.append)
    order = ExportOrder(bench.exporting.own_folder() / "a.mov", MasterKind.PRORES)
    record = work.begin(bench.project.scene(), order)
    until = time.monotonic() + TIMEOUT_S
    while (now := work.get(record.id)).state.is_open:
        assert time.monotonic() < until
        time.sleep(0.02)
    assert now.done is not None
    assert now.done.film is not None
    assert len(told) < 10 < now.done.film.report.frames


def test_nothing_is_told_before_the_first(bench: Workbench) -> None:
    async def first(told: streams.Streams) -> streams.Happening | None:
        stream = told.open()
        told.tell_export(1)
        return await anext(stream.happenings())

    told = streams.Streams(bench)
    try:
        assert asyncio.run(first(told)) == streams.Happening()
    finally:
        told.end()


def test_what_another_program_writes_is_told(api: ApiClient, bench: Workbench) -> None:
    with listening(api, "/api/events") as events:
        assert next(events) == ("listening", {"open_job_ids": []})
        with open_project(bench.project.folder) as project:
            other = bench_on(project)
            other.versions.approve(other.project.scene(), 1)
        assert next(events) == ("scene", {"scene_id": 1})


def test_a_job_that_is_not_there_has_no_stream(api: ApiClient) -> None:
    answer = api.ask("GET", "/api/jobs/77/events")
    assert error_of(answer, 404)["code"] == "not_found"


def test_streams_are_counted_and_end_with_the_program(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "MOST_STREAMS", 1)
    with (
        LoopbackServer(bench, DOOR) as server,
        ApiClient(server.url) as api,
        listening(api, "/api/events") as events,
    ):
        refused = api.ask("GET", "/api/events")
        assert error_of(refused, 503)["title"] == "Too many programs listen"
        server.stop()
        assert [name for name, _ in events if name != "listening"] == []
