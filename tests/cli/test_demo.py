"""`restitch demo`: the whole job on the drawn scene, and that scene itself: ten clips, one bad."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage.metrics import structural_similarity

from restitch_app.demo.scene import BAD_SEGMENT, SEGMENT_FRAMES, SEGMENTS
from restitch_app.services.project.project import open_project
from tests.cli.running import Cli, Result, run_process

Luma = NDArray[np.uint8]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo-output")


@pytest.fixture(scope="module")
def demo(output: Path) -> Result:
    result = run_process("demo", "--headless", "--json", "--output", output, timeout_s=1100)
    assert result.code == 0, result.err
    return result


pytestmark = pytest.mark.timeout(1200)


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


@pytest.fixture(scope="module")
def clips(demo: Result) -> list[Path]:
    """The drawn ones, in scene order: those that the demo imported."""
    with open_project(Path(demo.json["project"]), read_only=True) as project:
        store = project.store.versions
        first = [store.history(project.scene().id, index)[-1] for index in range(SEGMENTS)]
        return [project.path(version.file) for version in first]


@pytest.fixture(scope="module")
def lumas(clips: list[Path]) -> list[list[Luma]]:
    """Every frame's luma at 360 rows, by clip."""
    return [_lumas(path) for path in clips]


def _lumas(path: Path) -> list[Luma]:
    with av.open(str(path)) as clip:
        whole = [one.to_ndarray(format="gray") for one in clip.decode(video=0)]
    return [
        np.asarray(cv2.resize(one, (624, 360), interpolation=cv2.INTER_AREA), np.uint8)
        for one in whole
    ]


def ssim(one: Luma, two: Luma) -> float:
    found = structural_similarity(
        one, two, gaussian_weights=True, sigma=1.5, use_sample_covariance=False
    )
    return float(found)


def softness(frames: list[Luma]) -> list[float]:
    return [float(cv2.Laplacian(one, cv2.CV_32F).var()) for one in frames]


def test_ten_clips_of_equal_form_with_their_workflow_inside(clips: list[Path]) -> None:
    assert len(clips) == SEGMENTS == 10
    seeds = set()
    for path in clips:
        with av.open(str(path)) as clip:
            stream = clip.streams.video[0]
            context = stream.codec_context
            assert (context.width, context.height, stream.average_rate) == (832, 480, Fraction(16))
            assert (context.colorspace, context.color_range) == (1, 1)
            prompt = json.loads(clip.metadata["prompt"])
        seeds.add(prompt["9"]["inputs"]["seed"])
        assert prompt["7"]["inputs"]["length"] == SEGMENT_FRAMES
    assert len(seeds) == SEGMENTS


def test_each_clip_begins_with_the_last_frame_of_the_one_before(lumas: list[list[Luma]]) -> None:
    assert {len(frames) for frames in lumas} == {SEGMENT_FRAMES}
    for left, right in pairwise(lumas):
        assert ssim(left[-1], right[0]) > 0.97


def test_neighbouring_frames_look_like_motion(lumas: list[list[Luma]]) -> None:
    for number, frames in enumerate(lumas, 1):
        if number != BAD_SEGMENT:
            scores = [ssim(frames[at], frames[at + 1]) for at in range(0, 48, 8)]
            assert min(scores) > 0.92
            assert max(scores) < 0.995


def test_the_bad_segment_freezes_flickers_and_goes_soft(lumas: list[list[Luma]]) -> None:
    good, bad = lumas[BAD_SEGMENT - 2], lumas[BAD_SEGMENT - 1]
    steps = [_difference(a, b) for a, b in pairwise(bad)]
    usual = [_difference(a, b) for a, b in pairwise(good)]
    assert sum(one < 0.35 * min(usual) for one in steps) >= 6
    means = np.array([float(one.mean()) for one in bad])
    assert sum(np.abs(np.diff(means)) > 12) >= 8
    assert np.abs(np.diff([float(one.mean()) for one in good])).max() < 2
    assert min(softness(bad)) < 0.5 * min(softness(good))


def test_the_bad_segments_ends_are_as_good_as_any(lumas: list[list[Luma]]) -> None:
    bad = lumas[BAD_SEGMENT - 1]
    for frames in (bad[:4], bad[-4:]):
        assert min(softness(frames)) > 0.85 * min(softness(lumas[BAD_SEGMENT]))


def _difference(one: Luma, two: Luma) -> float:
    return float(np.abs(one.astype(np.float32) - two).mean())
