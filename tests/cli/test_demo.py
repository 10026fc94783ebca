"""`restitch demo`: the whole job on the drawn scene, as `make demo` runs it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.running import Cli, Result, run_process


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo-output")


@pytest.fixture(scope="module")
def demo(output: Path) -> Result:
    result = run_process("demo", "--headless", "--json", "--output", output, timeout_s=280)
    assert result.code == 0, result.err
    return result


pytestmark = pytest.mark.timeout(300)


def test_the_report_holds_what_was_promised(demo: Result) -> None:
    told = demo.json
    assert (told["segments"], told["regenerated"]) == (10, 5)
    assert told["prompts_received"] == 1
    assert told["versions_of_regenerated"] == 2
    assert told["old_file_unchanged"] is True
    assert told["stale"] == [6, 7, 8, 9, 10]
    assert [(one["left"], one["right"]) for one in told["boundaries"]] == [
        (left, left + 1) for left in range(1, 10)
    ]
    for boundary in told["boundaries"]:
        assert 0 < boundary["ssim"] <= 1
        assert boundary["class"] != "red"
        assert boundary["cause"] is None


def test_the_bad_segment_failed_its_checks_and_the_new_one_did_not(demo: Result) -> None:
    quality = demo.json["qa"]
    assert quality["old"]["verdict"] == "fail"
    assert quality["new"]["verdict"] in ("pass", "warn")
    assert quality["new"]["score"] > quality["old"]["score"]


def test_smoothing_helped_on_the_frames_of_the_film(demo: Result) -> None:
    smoothing = demo.json["smoothing"]
    assert smoothing["boundary"] == "5|6"
    assert smoothing["method"] not in ("none", "blend"), "motion and colour, and no double contours"
    assert smoothing["ssim_before"] < 0.85 < smoothing["ssim_after"]
    stored = demo.json["boundaries"][4]["ssim"]
    assert smoothing["ssim_after"] == pytest.approx(stored, abs=0.02)


def test_the_film_is_there_and_mostly_copied(demo: Result, output: Path) -> None:
    export = demo.json["export"]
    film = Path(export["path"])
    assert film.is_relative_to(output)
    assert film.stat().st_size == export["size_bytes"]
    assert export["seconds"] == pytest.approx(export["frames"] / 16, abs=0.001)
    assert export["copied_frames"] > 0.8 * export["frames"]


def test_the_project_stays_for_the_reader_to_go_on_with(cli: Cli, demo: Result) -> None:
    project = demo.json["project"]
    assert cli("verify", project).code == 0
    assert cli("check", project).code == 0
    new, old = cli("versions", project, 5, "--json").json["versions"]
    assert new["is_current"]
    assert hashlib.sha256(Path(old["file"]).read_bytes()).hexdigest() == old["file_sha256"]


def test_the_real_window_was_photographed_at_the_same_job(demo: Result, output: Path) -> None:
    pictures = [Path(path) for path in demo.json["screenshots"]]
    assert len(pictures) >= 30
    assert all(path.is_relative_to(output) for path in pictures)
    steps = [path.name[3:].split("-")[0] for path in pictures]
    assert list(dict.fromkeys(steps)) == [
        "welcome", "bad", "regenerate", "rendering", "compare", "boundary", "smoothed",
    ]  # fmt: skip
    for path in pictures:
        with Image.open(path) as picture:
            assert len(picture.convert("RGB").resize((64, 64)).getcolors(4096) or []) > 20


def test_each_demo_gets_a_folder_of_its_own(demo: Result, output: Path) -> None:
    from restitch_app.cli.demo_project import fresh_folder

    first = Path(demo.json["project"]).parent
    second = fresh_folder(output)
    assert second != first
    assert list(second.iterdir()) == []
