"""POST regenerate, from the request to the new version."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from restitch_app.demo.server import DemoServer
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient, Json, error_of
from tests.services.scenes import bench_on, panned_pictures


def test_a_segment_is_regenerated_checked_smoothed_and_accepted(
    rendering: ApiClient, bench: Workbench, demo_server: DemoServer
) -> None:
    old = bench.project.store.versions.get(3)
    old_file = bench.project.path(old.file)
    digest = hashlib.sha256(old_file.read_bytes()).hexdigest()

    asked = rendering.ask("POST", "/api/segments/3/regenerate", json={"parameters": {"seed": 7}})

    assert asked.status_code == 202
    told = asked.json()
    assert asked.headers["Location"] == f"/api/jobs/{told['job_id']}"
    assert told["message"] == "This will regenerate segment 3. Segment 4 may need re-checking."
    assert (told["segment"], told["segment_id"], told["will_flag"]) == (3, 3, 1)
    job = rendering.ended(told["job_id"])
    assert job["state"] == "done"
    assert job["result"]["current"] is True
    assert demo_server.prompts_received == 1

    versions = rendering.get("/api/segments/3/versions")
    new, kept = versions["versions"]
    assert (versions["segment"], versions["segment_id"]) == (3, new["segment_id"])
    assert (new["version"], new["current"], new["parameters"]["seed"]) == (2, True, 7)
    assert (kept["version"], kept["current"], kept["segment_id"]) == (1, False, 3)
    assert new["lineage"]["previous_segment_id"] == 3
    assert new["lineage"]["regeneration_count"] == 1
    assert new["verdict"] == job["result"]["verdict"]
    assert hashlib.sha256(old_file.read_bytes()).hexdigest() == digest

    check = rendering.get("/api/segments/3/boundary-check")  # any version's id leads to the segment
    assert check == rendering.get(f"/api/segments/{new['segment_id']}/boundary-check")
    assert check["before_ssim"] == new["boundary_ssim_before"]
    assert check["after_ssim"] == new["boundary_ssim_after"]
    assert check["needs_smoothing_after"] is True
    assert "Segment 4 was generated from a frame that has been replaced" in check["recommendation"]
    segments = rendering.get("/api/scenes/1/segments")["segments"]
    assert [one["stale_reason"] for one in segments] == [None, None, None, "seed changed"]

    smoothed = rendering.post(
        "/api/segments/3/smooth-boundary", {"boundary": "after", "method": "blend"}
    )
    assert smoothed["ssim_before"] == check["after_ssim"]
    assert smoothed["ssim_after"] > smoothed["ssim_before"]
    accepted = rendering.post(
        "/api/segments/3/smooth-boundary", {"boundary": "after", "method": "accept"}
    )
    assert accepted["decision"] == "accepted"
    after = rendering.get("/api/segments/3/boundary-check")
    assert after["after_ssim"] == smoothed["ssim_after"]
    assert "Boundary 3|4" not in (after["recommendation"] or "")  # it is decided


def test_everything_in_the_body_may_be_left_out(api: ApiClient) -> None:
    told = api.post("/api/segments/4/regenerate", status=202)
    assert told["job_ids"] == [told["job_id"]]
    assert told["will_flag"] == 0
    assert told["message"] == "This will regenerate segment 4. No later segments are affected."
    job = api.get(f"/api/jobs/{told['job_id']}")
    assert job["state"] == "queued"
    assert job["parameters"]["cfg"] == 5.0


def test_takes_share_a_request_and_differ_in_their_seed(api: ApiClient) -> None:
    told = api.post("/api/segments/2/regenerate", {"takes": 3}, status=202)
    jobs = [api.get(f"/api/jobs/{job_id}") for job_id in told["job_ids"]]
    assert [job["take"] for job in jobs] == [1, 2, 3]
    assert {job["request_id"] for job in jobs} == {told["request_id"]}
    assert len({job["parameters"]["seed"] for job in jobs}) == 3


def test_asking_twice_renders_twice_and_the_later_one_stays(
    rendering: ApiClient, demo_server: DemoServer
) -> None:
    first = rendering.post("/api/segments/2/regenerate", status=202)
    second = rendering.post("/api/segments/2/regenerate", status=202)
    assert first["request_id"] != second["request_id"]
    ended = [rendering.ended(one["job_id"]) for one in (first, second)]
    assert [job["state"] for job in ended] == ["done", "done"]
    history = rendering.get("/api/segments/2/versions")["versions"]
    assert [one["lineage"]["regeneration_count"] for one in history] == [2, 1, 0]
    assert [one["current"] for one in history] == [True, False, False]
    assert demo_server.prompts_executed == 2


def test_requests_at_the_same_time_get_a_job_each(api: ApiClient, bench: Workbench) -> None:
    def ask(number: int) -> Json:
        with ApiClient(api.url) as client:
            path = f"/api/segments/{number % 4 + 1}/regenerate"
            return client.post(path, {"parameters": {"seed": number}}, status=202)

    with ThreadPoolExecutor(12) as pool:
        told = list(pool.map(ask, range(24)))
    assert len({one["job_id"] for one in told}) == 24
    jobs = {job.id: job for job in bench.project.store.jobs.list()}
    assert [jobs[one["job_id"]].parameters["seed"] for one in told] == list(range(24))
    counts = sorted(job.regeneration_count for job in jobs.values() if job.sequence_index == 0)
    assert counts == [1, 2, 3, 4, 5, 6]


def test_a_job_waits_for_its_server_and_can_be_cancelled(api: ApiClient, bench: Workbench) -> None:
    told = api.post("/api/segments/2/regenerate", {"server_url": "http://127.0.0.1:9/"}, status=202)
    bench.engine.start()
    job = api.get(f"/api/jobs/{told['job_id']}")
    while job["waiting_since"] is None:
        job = api.get(f"/api/jobs/{told['job_id']}")
    assert job["server_url"] == "http://127.0.0.1:9"
    assert "did not answer" in job["problem"]["title"]

    cancelled = api.post(f"/api/jobs/{told['job_id']}/cancel", status=202)

    assert cancelled["cancel_requested"] is True
    assert api.ended(told["job_id"])["state"] == "cancelled"
    assert api.get("/api/jobs?open_only=true") == {"jobs": []}
    assert len(api.get("/api/segments/2/versions")["versions"]) == 1
    again = api.post(f"/api/jobs/{told['job_id']}/cancel", status=202)
    assert again["state"] == "cancelled"


def test_only_failed_and_lost_jobs_are_sent_again(api: ApiClient) -> None:
    told = api.post("/api/segments/2/regenerate", status=202)
    answer = api.ask("POST", f"/api/jobs/{told['job_id']}/submit-again")
    assert "cannot be submitted again" in error_of(answer, 400)["title"]


def test_a_picture_can_be_the_seed_frame(api: ApiClient, bench: Workbench, tmp_path: Path) -> None:
    picture = tmp_path / "mine.png"
    Image.fromarray(panned_pictures(3, 1)[0]).save(picture)
    body = {"seed_frame": str(picture)}
    told = api.post("/api/segments/1/regenerate", body, status=202)
    job = bench.project.store.jobs.get(told["job_id"])
    assert job.seed_from_version_id is None
    assert job.seed_hash != bench.project.store.versions.get(1).first_frame.hash  # type: ignore[union-attr]


def test_a_clip_of_the_project_that_cannot_be_read_is_not_the_callers_fault(
    api: ApiClient, bench: Workbench, tmp_path: Path
) -> None:
    clip = bench.project.path(bench.project.current(bench.project.scene(), 0).file)
    clip.write_bytes(b"no clip at all")
    answer = api.ask("POST", "/api/segments/2/regenerate", json={"seed_frame": "-2"})
    assert error_of(answer, 503)["code"] == "media"
    broken = tmp_path / "mine.png"
    broken.write_bytes(b"no picture at all")
    body = {"seed_frame": str(broken)}
    answer = api.ask("POST", "/api/segments/2/regenerate", json=body)
    assert error_of(answer, 400)["code"] == "wrong_use"
    assert bench.jobs.all() == ()


def test_what_another_program_enqueues_is_seen_at_once(api: ApiClient, bench: Workbench) -> None:
    with open_project(bench.project.folder) as project:
        other = bench_on(project)
        place = project.scene()
        version = project.current(place, 1)
        other.versions.approve(place, 1)
    assert version.id == 2
    approved = [one["approved"] for one in api.get("/api/scenes/1/segments")["segments"]]
    assert approved == [False, True, False, False]


WRONG_BODIES: list[tuple[object, int, str]] = [
    ({"takes": 0}, 422, "body.takes: Input should be greater than or equal to 1"),
    ({"takes": 17}, 422, "body.takes"),
    ({"takes": "2"}, 422, "body.takes: Input should be a valid integer"),
    ({"takes": True}, 422, "body.takes"),
    ({"take": 2}, 422, "body.take: Extra inputs are not permitted"),
    ([], 422, "body"),
    ("regenerate", 422, "body"),
    ({"parameters": {"cfg": [1]}}, 422, "cfg: it is neither text, nor a number, nor true or false"),
    ({"parameters": {"prompt": None}}, 422, "body.parameters.prompt"),
    ({"parameters": {"prompt": "\ud800"}}, 422, "it is not Unicode text"),
    ({"parameters": {"\0": 1}}, 422, "it holds a NUL"),
    ({"parameters": {"prompt": "x" * 100_001}}, 422, "longer than"),
    ({"parameters": {"cfg": float("nan")}}, 422, "no finite number"),
    ({"parameters": {"seed": 10**400}}, 400, ""),
    ({"parameters": {"seed": 1.8446744073709552e19}}, 422, "seed: a number with a point or an"),
    ({"parameters": {"9.seed": -9007199254740994.0}}, 422, "not exact above 2^53"),
    ({"parameters": {"seed": -1}}, 400, ""),
    ({"parameters": {"steps": "many"}}, 400, ""),
    ({"parameters": {"colour": "red"}}, 400, ""),
    ({"parameters": {"99.seed": 1}}, 400, ""),
    ({"parameters": {"seed": 1}, "takes": 2}, 400, "2 takes, seed 1"),
    ({"seed_frame": "picture.png"}, 400, "picture.png is no full path"),
    ({"seed_frame": "/no/such/picture.png"}, 400, "/no/such/picture.png"),
    ({"seed_frame": "/a\0b.png"}, 422, "it holds a NUL"),
    ({"server_url": "ftp://127.0.0.1"}, 422, "body.server_url"),
    ({"server_url": "http://"}, 422, "body.server_url"),
    ({"server_url": 8188}, 422, "body.server_url"),
]


def test_wrong_bodies_are_refused_with_the_name_of_what_is_wrong(
    api: ApiClient, bench: Workbench
) -> None:
    for body, status, expected in WRONG_BODIES:
        # requests would refuse a NaN, which a careless client sends all the same
        answer = api.ask(
            "POST",
            "/api/segments/2/regenerate",
            data=json.dumps(body),
            headers={"Content-Type": "application/json"},
        )
        assert expected in error_of(answer, status)["detail"], body
    assert bench.project.store.jobs.list() == ()


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "no_json"),
        (b"\xff\xfe\xfa", 400, "no_json"),
        (b"[" * 500_000, 400, "no_json"),
        (b"null", 202, ""),
    ],
)
def test_a_body_that_is_no_json(api: ApiClient, body: bytes, status: int, code: str) -> None:
    headers = {"Content-Type": "application/json"}
    answer = api.ask("POST", "/api/segments/2/regenerate", data=body, headers=headers)
    if status == 202:  # null is as good as no body
        assert answer.status_code == 202
    else:
        assert error_of(answer, status)["code"] == code


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", None])
def test_a_body_that_is_not_sent_as_json_is_refused(api: ApiClient, kind: str | None) -> None:
    answer = api.ask(
        "POST", "/api/segments/2/regenerate", data=b'{"takes": 2}', headers={"Content-Type": kind}
    )
    assert error_of(answer, 415)["code"] == "not_json"


WRONG_ADDRESSES = [
    ("/api/segments/77/regenerate", 404),
    ("/api/segments/0/regenerate", 422),
    ("/api/segments/-1/regenerate", 422),
    ("/api/segments/three/regenerate", 422),
    (f"/api/segments/{2**63 - 1}/regenerate", 404),
    (f"/api/segments/{2**63}/regenerate", 422),
    (f"/api/segments/{'9' * 5000}/regenerate", 422),
    ("/api/segments/77/smooth-boundary", 404),
    ("/api/segments/77/use", 404),
    ("/api/segments/77/approve", 404),
    ("/api/jobs/77/cancel", 404),
    ("/api/jobs/77/submit-again", 404),
    ("/api/segments", 404),
]


def test_wrong_ids_are_refused(api: ApiClient) -> None:
    for path, status in WRONG_ADDRESSES:
        body = {"json": {"boundary": "after", "method": "auto"}} if "smooth" in path else {}
        error_of(api.ask("POST", path, **body), status)
