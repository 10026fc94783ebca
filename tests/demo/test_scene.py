"""The drawn scene: ten clips that join, one of them bad by numbers that any QA would see."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from skimage.metrics import structural_similarity

from restitch_app.demo.scene import BAD_SEGMENT, SEGMENT_FRAMES, SEGMENTS, draw_demo_clips
from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext, Progress

Luma = NDArray[np.uint8]


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return draw_demo_clips(tmp_path_factory.mktemp("lake"))


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


@pytest.mark.timeout(300)
def test_ten_clips_of_equal_form_with_their_workflow_inside(clips: list[Path]) -> None:
    assert len(clips) == SEGMENTS == 10
    assert sorted(clips) == clips
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


@pytest.mark.timeout(300)
def test_each_clip_begins_with_the_last_frame_of_the_one_before(lumas: list[list[Luma]]) -> None:
    assert {len(frames) for frames in lumas} == {SEGMENT_FRAMES}
    for left, right in pairwise(lumas):
        assert ssim(left[-1], right[0]) > 0.97


@pytest.mark.timeout(300)
def test_neighbouring_frames_look_like_motion(lumas: list[list[Luma]]) -> None:
    for number, frames in enumerate(lumas, 1):
        if number != BAD_SEGMENT:
            scores = [ssim(frames[at], frames[at + 1]) for at in range(0, 48, 8)]
            assert min(scores) > 0.92
            assert max(scores) < 0.995


@pytest.mark.timeout(300)
def test_the_bad_segment_freezes_flickers_and_goes_soft(lumas: list[list[Luma]]) -> None:
    good, bad = lumas[BAD_SEGMENT - 2], lumas[BAD_SEGMENT - 1]
    steps = [_difference(a, b) for a, b in pairwise(bad)]
    usual = [_difference(a, b) for a, b in pairwise(good)]
    assert sum(one < 0.35 * min(usual) for one in steps) >= 6
    means = np.array([float(one.mean()) for one in bad])
    assert sum(np.abs(np.diff(means)) > 12) >= 8
    assert np.abs(np.diff([float(one.mean()) for one in good])).max() < 2
    assert min(softness(bad)) < 0.5 * min(softness(good))


@pytest.mark.timeout(300)
def test_the_bad_segments_ends_are_as_good_as_any(lumas: list[list[Luma]]) -> None:
    bad = lumas[BAD_SEGMENT - 1]
    for frames in (bad[:4], bad[-4:]):
        assert min(softness(frames)) > 0.85 * min(softness(lumas[BAD_SEGMENT]))


def test_drawing_can_be_cancelled(tmp_path: Path) -> None:
    def stop_soon(progress: Progress) -> None:
        if progress.done >= 3:
            ctx.cancel()

    ctx = JobContext(stop_soon)
    with pytest.raises(JobCancelled):
        draw_demo_clips(tmp_path, ctx)
    assert list(tmp_path.glob("*.mp4")) == []


def _difference(one: Luma, two: Luma) -> float:
    return float(np.abs(one.astype(np.float32) - two).mean())
