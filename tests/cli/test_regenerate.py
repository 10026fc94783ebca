"""`restitch regenerate` and `restitch jobs`, through the bundled server over loopback."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.demo.server.faults import Faults
from tests.cli.running import Cli, ended, press_ctrl_c, run_process, started, wait_until

NOBODY = "http://127.0.0.1:9"


def test_one_segment_is_rendered_and_everything_else_is_kept(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    [old] = cli("versions", project, 3, "--json").json["versions"]
    files = {path: path.read_bytes() for path in (project / "media" / "clips").iterdir()}
    result = cli("regenerate", project, 3, "--server", server.url, "--set", "seed=77", "--json")
    assert result.code == 0
    told = result.json
    assert (told["segment"], told["prompts"], told["became_current"]) == (3, 1, True)
    assert (server.prompts_received, server.prompts_executed) == (1, 1)
    assert told["versions"]["old"]["segment_id"] == old["segment_id"]
    [new] = told["versions"]["new"]
    assert new["version"] == 2
    assert new["previous_segment_id"] == old["segment_id"]
    assert new["regeneration_count"] == 1
    assert new["parameters"]["seed"] == 77
    assert new["qa"]["verdict"] in ("pass", "warn")
    assert told["boundaries"]["after"]["before"]["ssim"] == new["boundary_ssim_before"]
    assert told["boundaries"]["after"]["after"]["ssim"] == new["boundary_ssim_after"]
    assert told["stale"] == {"flagged": [4, 5], "newly_flagged": [4, 5]}
    assert [job["state"] for job in told["jobs"]] == ["done"]
    assert all(path.read_bytes() == content for path, content in files.items())
    assert hashlib.sha256(Path(new["file"]).read_bytes()).hexdigest() == new["file_sha256"]


def test_progress_goes_to_standard_error_only(project: Path, server: DemoServer) -> None:
    result = run_process("regenerate", project, 3, "--server", server.url, "--json")
    assert result.code == 0
    assert result.json["segment"] == 3
    assert "Segment 3: Checking the take" in result.err
    assert len(result.err.splitlines()) < 15


def test_the_text_says_the_same(cli: Cli, project: Path, server: DemoServer) -> None:
    result = cli("regenerate", project, 3, "--server", server.url)
    assert result.code == 0
    assert "Segment 3: v2" in result.out
    assert "Stale: 4–5." in result.out


def test_every_stale_segment_says_why(cli: Cli, regenerated: Path) -> None:
    [scene] = cli("info", regenerated, "--json").json["scenes"]
    reasons = [version["stale_reason"] for version in scene["current"]]
    assert reasons == [None, None, None, "seed changed", "follows 4"]
    assert "follows 4" in cli("info", regenerated).out


def test_going_back_to_the_old_version_clears_the_flags(cli: Cli, regenerated: Path) -> None:
    assert cli("info", regenerated, "--json").json["scenes"][0]["stale"] == [4, 5]
    told = cli("use", regenerated, 3, "v1", "--json").json
    assert (told["version"]["version"], told["replaced"]) == (1, 2)
    assert told["stale"]["flagged"] == []
    assert cli("use", regenerated, 3, 2, "--json").json["stale"]["newly_flagged"] == [4, 5]
    again = cli("use", regenerated, 3, 2)
    assert again.code == 0
    assert "v2 is current already; nothing was changed" in again.out


def test_approving_a_stale_segment_ends_it_there(cli: Cli, regenerated: Path) -> None:
    assert cli("approve", regenerated, 4, "--json").json["stale"]["flagged"] == []
    assert cli("approve", regenerated, 5).code == 0


def test_the_history_is_newest_first_with_its_quality(cli: Cli, regenerated: Path) -> None:
    history = cli("versions", regenerated, 3, "--json").json["versions"]
    assert [(one["version"], one["is_current"]) for one in history] == [(2, True), (1, False)]
    assert all(one["qa"]["checks"] for one in history)
    assert cli("versions", regenerated, 3).out.splitlines()[1].startswith("v2")


def test_takes_are_rendered_in_one_request(cli: Cli, project: Path, server: DemoServer) -> None:
    told = cli("regenerate", project, 2, "--takes", 2, "--server", server.url, "--json").json
    assert (told["prompts"], server.prompts_executed) == (2, 2)
    assert [one["take"] for one in told["versions"]["new"]] == [1, 2]
    assert {one["regeneration_count"] for one in told["versions"]["new"]} == {1}
    seeds = {one["parameters"]["seed"] for one in told["versions"]["new"]}
    assert len(seeds) == 2


def test_a_take_of_the_wrong_size_is_kept_and_the_answer_is_no(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    server.faults = Faults(output_size=(96, 64))
    result = cli("regenerate", project, 3, "--server", server.url, "--json")
    assert result.code == 1
    [new] = result.json["versions"]["new"]
    assert new["failure"]
    assert (new["is_current"], result.json["became_current"]) == (False, False)
    assert result.json["stale"]["flagged"] == []
    refused = cli("use", project, 3, 2)
    assert refused.code == 2


def test_a_node_that_fails_is_a_fault_outside(cli: Cli, project: Path, server: DemoServer) -> None:
    server.faults = Faults(fail_at_class="KSampler", fail_with="oom")
    result = cli("regenerate", project, 3, "--server", server.url, "--json")
    assert result.code == 3
    assert result.json["error"]["code"] == "execution_failed"
    assert "memory" in result.json["error"]["title"]
    assert result.json["versions"]["new"] == []
    assert "memory" in result.err
    [job] = cli("jobs", project, "--json").json["jobs"]
    again = cli("jobs", project, "--again", job["job"], "--json")
    assert again.code == 0
    assert [one["state"] for one in again.json["jobs"]] == ["done"]
    assert len(cli("versions", project, 3, "--json").json["versions"]) == 2


def test_a_take_that_failed_is_told_beside_one_that_did_not(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    server.faults = Faults(fail_at_class="KSampler", fail_with="oom")
    result = cli("regenerate", project, 3, "--takes", 2, "--server", server.url)
    assert result.code == 0
    assert "v2" in result.out
    assert "memory" in result.err


def test_a_job_the_server_lost_waits_for_being_sent_again(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    server.faults = Faults(lose_job_at_step=1)
    result = cli("regenerate", project, 3, "--server", server.url, "--json")
    assert result.code == 3
    assert result.json["error"]["code"] == "job_lost"
    assert result.json["jobs"][0]["state"] == "lost"
    assert "lost" in cli("jobs", project).out
    assert cli("jobs", project, "--resume", "--json").json["jobs"] == []


def test_a_job_behind_a_waiting_one_costs_the_same_patience(cli: Cli, project: Path) -> None:
    arguments = ("--server", NOBODY, "--patience", 0.5, "--json")
    assert cli("regenerate", project, 3, *arguments).code == 3
    result = cli("regenerate", project, 4, *arguments)
    assert result.code == 3
    assert result.json["error"]["code"] == "server_silent"
    assert "segment 4" in result.json["error"]["detail"]


def test_an_unreachable_server_costs_patience_not_the_job(cli: Cli, project: Path) -> None:
    result = cli("regenerate", project, 3, "--server", NOBODY, "--patience", 0.5, "--json")
    assert result.code == 3
    error = result.json["error"]
    assert error["code"] == "server_silent"
    assert NOBODY in error["title"]
    assert f"restitch jobs {project} --resume" in error["hint"]
    [job] = cli("jobs", project, "--json").json["jobs"]
    assert job["state"] in ("queued", "uploading")
    assert cli("check", project).code == 0
    assert [job["state"] for job in cli("jobs", project, "--cancel", 1, "--json").json["jobs"]] == [
        "cancelled"
    ]


def test_a_full_disk_is_not_the_servers_silence(
    cli: Cli, project: Path, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> tuple[int, str]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("restitch_app.comfy.server.download._write", full)
    arguments = ("--server", server.url, "--patience", 0.5, "--json")
    result = cli("regenerate", project, 3, *arguments)
    assert result.code == 3
    error = result.json["error"]
    assert error["code"] == "storage"
    assert "No space left on device" in error["detail"]
    assert server.url not in f"{error}"
    assert f"restitch jobs {project} --resume" in error["hint"]
    monkeypatch.undo()
    assert cli("jobs", project, "--resume").code == 0
    assert server.prompts_executed == 1


def test_a_job_goes_on_once_its_server_is_there(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    server.refuse(120)
    first = cli("regenerate", project, 3, "--server", server.url, "--patience", 0.2)
    assert first.code == 3
    server.come_back()
    resumed = cli("jobs", project, "--resume", "--patience", 30, "--json")
    assert resumed.code == 0
    assert [job["state"] for job in resumed.json["jobs"]] == ["done"]
    assert server.prompts_executed == 1
    assert cli("versions", project, 3, "--json").json["versions"][0]["is_current"] is True


def test_what_is_no_address_is_wrong_use(cli: Cli, project: Path) -> None:
    result = cli("regenerate", project, 3, "--server", "ftp://gpu", "--patience", 2, "--json")
    assert result.code == 2
    assert "address" in result.json["error"]["title"]
    assert cli("jobs", project, "--json").json["jobs"] == []


def test_ctrl_c_leaves_the_job_and_resuming_renders_nothing_twice(
    cli: Cli, project: Path, slow_server: DemoServer
) -> None:
    server = slow_server
    with started("regenerate", project, 3, "--server", server.url, "--json") as process:
        wait_until(lambda: server.prompts_executed == 1)
        press_ctrl_c(process)
        stopped = ended(process)
    assert stopped.code == 130
    assert stopped.json["error"]["code"] == "interrupted"
    assert "--resume" in stopped.err
    [job] = cli("jobs", project, "--json").json["jobs"]
    assert job["state"] in ("submitted", "running")
    resumed = cli("jobs", project, "--resume", "--json")
    assert [job["state"] for job in resumed.json["jobs"]] == ["done"]
    assert (server.prompts_received, server.prompts_executed) == (1, 1)
    assert len(cli("versions", project, 3, "--json").json["versions"]) == 2


def test_while_another_program_has_the_project_it_is_named_and_followed(
    cli: Cli, project: Path, slow_server: DemoServer
) -> None:
    server = slow_server
    with started("regenerate", project, 3, "--server", server.url, "--json") as process:
        wait_until(lambda: server.prompts_executed == 1)
        second = cli("regenerate", project, 2, "--server", server.url, "--json")
        first = ended(process)
    assert (first.code, second.code) == (0, 0)
    assert "restitch regenerate" in second.err
    assert f"process {process.pid}" in second.err
    assert server.prompts_executed == 2
    assert cli("info", project, "--json").json["scenes"][0]["stale"] == [3, 4, 5]
