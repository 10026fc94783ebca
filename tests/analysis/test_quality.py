from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import cv2
import numpy as np
import pytest

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.quality.judge import judge
from restitch_app.analysis.quality.stats import FrameStats, SeedPicture
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.quality import (
    CheckName,
    CheckResult,
    ExpectedFormat,
    QualityLimits,
    QualityReport,
    Verdict,
)
from tests.analysis.material import REAL_CLIPS, luma, moving_texture, real_clip, thumb

RATE = Fraction(16)
SEED, *SEGMENT = moving_texture(34, width=480, height=360)
MIDDLE = 16


def picture(frame: Rgb) -> SeedPicture:
    return SeedPicture(to_analysis_size(luma(frame)), thumb(frame))


def report(
    frames: list[Rgb],
    seed: Rgb | None = SEED,
    rate: Fraction = RATE,
    expected: ExpectedFormat | None = None,
) -> QualityReport:
    stats = FrameStats()
    for frame in frames:
        small = picture(frame)
        stats.feed(small.luma, small.rgb_small)
    height, width = frames[0].shape[:2] if frames else (360, 480)
    facts = ClipFacts(width, height, rate, len(frames), "h264", "yuv420p", False, False)
    asked = ExpectedFormat(len(frames), rate, width, height) if expected is None else expected
    return judge(stats, facts, asked, seed=picture(seed) if seed is not None else None)


def check(found: QualityReport, name: CheckName) -> CheckResult:
    return next(check for check in found.checks if check.name is name)


def faults(found: QualityReport) -> dict[CheckName, Verdict]:
    return {c.name: c.verdict for c in found.checks if c.verdict is not Verdict.PASS}


def times(frame: Rgb, factor: float) -> Rgb:
    return np.asarray(np.clip(frame * factor, 0, 255), dtype=np.uint8)


def plus(frame: Rgb, *levels: float) -> Rgb:
    return np.asarray(np.clip(frame + np.array(levels), 0, 255), dtype=np.uint8)


def blurred(frame: Rgb, sigma_px: float) -> Rgb:
    return np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma_px), dtype=np.uint8)


def test_a_good_segment_passes_every_check() -> None:
    found = report(SEGMENT)
    assert faults(found) == {}
    assert found.verdict is Verdict.PASS
    assert found.score >= 90
    assert {c.name for c in found.checks} == set(CheckName) - {CheckName.MEETING}


def black_run(frames: list[Rgb]) -> list[Rgb]:
    return [*frames[:MIDDLE], *[np.zeros_like(frames[0])] * 4, *frames[MIDDLE + 4 :]]


def one_black(frames: list[Rgb]) -> list[Rgb]:
    return [*frames[:MIDDLE], np.zeros_like(frames[0]), *frames[MIDDLE + 1 :]]


def frozen_run(frames: list[Rgb]) -> list[Rgb]:
    return [*frames[:MIDDLE], *[frames[MIDDLE]] * 12, *frames[MIDDLE + 12 :]]


def on_twos(frames: list[Rgb]) -> list[Rgb]:
    return [frames[number // 2 * 2] for number in range(len(frames))]


def alternating(frames: list[Rgb]) -> list[Rgb]:
    return [plus(frame, 3 * (-1) ** number) for number, frame in enumerate(frames)]


def flash(frames: list[Rgb]) -> list[Rgb]:
    return [*frames[:MIDDLE], plus(frames[MIDDLE], 25), *frames[MIDDLE + 1 :]]


def strange_frame(frames: list[Rgb]) -> list[Rgb]:
    strange = np.roll(frames[MIDDLE], 30, axis=1)
    return [*frames[:MIDDLE], strange, *frames[MIDDLE + 1 :]]


def jump(frames: list[Rgb]) -> list[Rgb]:
    return [*frames[:MIDDLE], *(np.roll(frame, 30, axis=1) for frame in frames[MIDDLE:])]


def sudden_blur(frames: list[Rgb]) -> list[Rgb]:
    return [*frames[:MIDDLE], *(blurred(frame, 1.5) for frame in frames[MIDDLE:])]


def slow_blur(frames: list[Rgb]) -> list[Rgb]:
    return [blurred(frame, 0.1 + 0.06 * number) for number, frame in enumerate(frames)]


def fading(frames: list[Rgb]) -> list[Rgb]:
    return [times(frame, 1 - 0.02 * number) for number, frame in enumerate(frames)]


def other_start(frames: list[Rgb]) -> list[Rgb]:
    return [np.ascontiguousarray(frame[::-1]) for frame in frames]


@pytest.mark.parametrize(
    ("spoil", "name", "first_frame"),
    [
        (black_run, CheckName.BLACK, MIDDLE),
        (one_black, CheckName.BLACK, MIDDLE),
        (frozen_run, CheckName.FROZEN, MIDDLE),
        (on_twos, CheckName.REPEATED, 1),
        (alternating, CheckName.FLICKER, 2),
        (flash, CheckName.FLICKER, MIDDLE),
        (strange_frame, CheckName.JUMP, MIDDLE),
        (jump, CheckName.JUMP, MIDDLE),
        (sudden_blur, CheckName.SHARPNESS, MIDDLE),
        (slow_blur, CheckName.SHARPNESS, None),
        (fading, CheckName.COLOUR, None),
        (other_start, CheckName.SEED, 0),
    ],
)
def test_a_fault_fails_its_check_and_names_its_frames(
    spoil: Callable[[list[Rgb]], list[Rgb]], name: CheckName, first_frame: int | None
) -> None:
    found = report(spoil(SEGMENT))
    result = check(found, name)
    assert result.verdict is Verdict.FAIL, found
    assert result.score < 50
    assert found.verdict is Verdict.FAIL
    assert found.score <= 49
    assert result.frames
    assert first_frame is None or result.frames[0] == first_frame
    assert result.message.endswith(".")


def test_one_fault_is_told_once() -> None:
    assert set(faults(report(black_run(SEGMENT)))) <= {CheckName.BLACK, CheckName.JUMP}
    assert set(faults(report(sudden_blur(SEGMENT)))) == {CheckName.SHARPNESS}
    assert set(faults(report(alternating(SEGMENT)))) == {CheckName.FLICKER}
    assert set(faults(report(on_twos(SEGMENT)))) == {CheckName.REPEATED}


def test_one_repeated_frame_is_a_warning_with_the_frame_as_people_count() -> None:
    found = report([*SEGMENT[:9], SEGMENT[8], *SEGMENT[10:]])
    result = check(found, CheckName.REPEATED)
    assert faults(found) == {CheckName.REPEATED: Verdict.WARN}
    assert result.frames == (9,)
    assert result.message == "Frame 10 repeats the picture before."
    assert 50 <= found.score <= 79


def test_a_cut_in_brightness_is_no_flicker() -> None:
    lighter = [*SEGMENT[:MIDDLE], *(plus(frame, 15) for frame in SEGMENT[MIDDLE:])]
    assert check(report(lighter), CheckName.FLICKER).verdict is Verdict.PASS


def test_a_tint_is_told_in_words() -> None:
    tinted = [plus(frame, 0, 0, -3.0 * number) for number, frame in enumerate(SEGMENT)]
    result = check(report(tinted), CheckName.COLOUR)
    assert result.verdict is Verdict.FAIL
    assert "yellower" in result.message


def test_a_segment_that_never_moves_is_frozen_and_said_to_hardly_move() -> None:
    found = report([SEGMENT[0]] * 33)
    assert check(found, CheckName.FROZEN).verdict is Verdict.FAIL
    assert check(found, CheckName.FROZEN).frames == tuple(range(33))
    assert check(found, CheckName.MOTION).verdict is Verdict.WARN


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (ExpectedFormat(frame_count=34), "33 frames, not 34"),
        (ExpectedFormat(rate=Fraction(24)), "16 fps, not 24"),
        (ExpectedFormat(width_px=640), "a size of 480x360, not 640x360"),
        (ExpectedFormat(32, Fraction(16), 832, 480), "33 frames, not 32 and a size of 480x360"),
    ],
)
def test_a_wrong_format_fails_and_says_what_is_wrong(expected: ExpectedFormat, words: str) -> None:
    result = check(report(SEGMENT, expected=expected), CheckName.FORMAT)
    assert result.verdict is Verdict.FAIL
    assert words in result.message


def test_a_rate_that_differs_by_its_notation_alone_passes() -> None:
    found = report(SEGMENT, rate=Fraction(24000, 1001), expected=ExpectedFormat(rate=Fraction(24)))
    assert check(found, CheckName.FORMAT).verdict is Verdict.PASS


def test_without_a_seed_frame_its_check_is_left_out() -> None:
    found = report(SEGMENT, seed=None)
    assert CheckName.SEED not in {c.name for c in found.checks}
    assert found.verdict is Verdict.PASS


def test_the_seed_frame_itself_scores_full_adherence() -> None:
    result = check(report([SEED, *SEGMENT]), CheckName.SEED)
    assert result.value == 1.0
    assert result.score == 100.0


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_the_shortest_segments_are_judged_too(count: int) -> None:
    assert report(SEGMENT[:count]).verdict is not Verdict.FAIL


def test_a_file_without_frames_is_judged_by_its_format_alone() -> None:
    found = report([], seed=None, expected=ExpectedFormat(frame_count=33))
    assert [c.name for c in found.checks] == [CheckName.FORMAT]
    assert found.verdict is Verdict.FAIL


def test_limits_are_the_project_s_own() -> None:
    stats = FrameStats()
    for frame in alternating(SEGMENT):
        small = picture(frame)
        stats.feed(small.luma, small.rgb_small)
    facts = ClipFacts(480, 360, RATE, 33, "h264", "yuv420p", False, False)
    calm = replace(QualityLimits(), flicker_warn=20.0, flicker_fail=40.0)
    assert judge(stats, facts, ExpectedFormat(), calm).verdict is Verdict.PASS
    assert judge(stats, facts, ExpectedFormat()).verdict is Verdict.FAIL


def test_a_frame_of_another_size_is_refused() -> None:
    stats = FrameStats()
    stats.feed(np.zeros((360, 480), np.uint8), np.zeros((64, 86, 3), np.uint8))
    with pytest.raises(ValueError, match="size changed"):
        stats.feed(np.zeros((360, 640), np.uint8), np.zeros((64, 114, 3), np.uint8))


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_real_clips_never_fail_and_rarely_warn(name: str) -> None:
    seed, *frames = real_clip(name, 49)
    found = report(frames, seed, Fraction(REAL_CLIPS[name]))
    assert found.verdict is not Verdict.FAIL, found
    # The animated film holds pictures that really repeat; nothing else may be said of any clip.
    allowed = {CheckName.REPEATED} if name.startswith("bigbuckbunny") else set()
    assert set(faults(found)) <= allowed


FAULTS: dict[CheckName, Callable[[list[Rgb]], list[Rgb]]] = {
    CheckName.BLACK: one_black,
    CheckName.FROZEN: frozen_run,
    CheckName.REPEATED: on_twos,
    CheckName.FLICKER: alternating,
    CheckName.SHARPNESS: sudden_blur,
    CheckName.JUMP: strange_frame,
    CheckName.SEED: other_start,
}


@pytest.mark.parametrize(
    ("name", "check_name"),
    [
        (name, list(FAULTS)[(number + step) % len(FAULTS)])
        for number, name in enumerate(REAL_CLIPS)
        for step in (0, 3)
    ],
)
def test_faults_in_real_clips_are_caught(name: str, check_name: CheckName) -> None:
    """Two faults a clip and two clips a fault."""
    spoil = FAULTS[check_name]
    seed, *frames = real_clip(name, 33)
    found = report(spoil(frames), seed, Fraction(REAL_CLIPS[name]))
    assert check(found, check_name).verdict is not Verdict.PASS
