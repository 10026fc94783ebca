"""Boundary cases: two sides of a seam with what was done to them, from a seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from benchmarks.seams import artefacts as art
from benchmarks.seams.clips import Clip
from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.diagnosis import Cause
from restitch_app.analysis.scale import resized

SIDE_FRAMES = 44
"""A side as a remedy sees it: ramps of up to 36 frames fit, as in segments of 49 and more."""
FEWEST_BEFORE, FEWEST_AFTER = 13, 14
LONGEST_SKIP = 5

Change = Callable[[list[Rgb], list[Rgb], Random], tuple[list[Rgb], str]]
"""Takes the last frames before and LONGEST_SKIP too many after; returns the new frames after and
what was done, with its size."""


@dataclass(frozen=True)
class CaseSpec:
    """What a case is made of; the frames come from `build`, in whichever process needs them."""

    kind: str
    clip: str
    position: int
    """Number of the first frame after the seam."""
    seed: str
    other: str | None = None
    """The clip of the right side, where that is another one."""


@dataclass(frozen=True)
class Case:
    spec: CaseSpec
    before: list[Rgb]
    after: list[Rgb]
    done: str
    """In words and numbers: "2 frames missing"."""
    plain_after: list[Rgb] | None
    """The first frames after the seam without the artefact, where it left them in place."""


@dataclass(frozen=True)
class Kind:
    group: str
    change: Change
    cause: Cause | None
    """What a diagnosis should call it; None where several things are wrong at once."""
    also: frozenset[Cause] = frozenset()
    """What is as right: effects of the same artefact."""

    @property
    def causes(self) -> frozenset[Cause]:
        return self.also if self.cause is None else self.also | {self.cause}


def seam_specs(
    clips: Sequence[Clip],
    seed: int,
    positions: int,
    kinds: Sequence[str],
    marked: Mapping[str, int],
) -> list[CaseSpec]:
    """`positions` places in each clip, every kind at each; none in clips with a marked seam."""
    specs = []
    for clip in clips:
        count = len(clip.frames)
        last = count - FEWEST_AFTER - LONGEST_SKIP
        if clip.name in marked or last <= FEWEST_BEFORE:
            continue
        places = Random(f"{seed} {clip.name}")
        for _ in range(positions):
            position = places.randint(FEWEST_BEFORE, last)
            specs += [
                CaseSpec(kind, clip.name, position, f"{seed} {clip.name} {position} {kind}")
                for kind in kinds
            ]
    return specs


def control_specs(clips: Sequence[Clip], step: int, marked: Mapping[str, int]) -> list[CaseSpec]:
    """Continuous joins at every `step`-th frame of the clips."""
    return [
        CaseSpec("continuous", clip.name, position, "")
        for clip in clips
        if clip.name not in marked
        for position in range(FEWEST_BEFORE, len(clip.frames) - FEWEST_BEFORE, step)
    ]


def cut_specs(clips: Sequence[Clip], seed: int, marked: Mapping[str, int]) -> list[CaseSpec]:
    """From each clip to the next but one, and the seams that are known to be cuts."""
    plain = [clip for clip in clips if clip.name not in marked]
    specs = []
    for number, clip in enumerate(plain if len(plain) > 2 else []):
        other = plain[(number + 2) % len(plain)]
        position = Random(f"{seed} {clip.name} cut").randint(FEWEST_BEFORE, len(clip.frames) - 1)
        specs.append(CaseSpec("cut", clip.name, position, f"{seed}", other.name))
    known = {clip.name for clip in clips}
    specs += [
        CaseSpec("known cut", name, frame, "")
        for name, frame in marked.items()
        if name in known and frame
    ]
    return specs


def image_pair_specs(pairs: Sequence[tuple[Clip, Clip]], seed: int, each: int) -> list[CaseSpec]:
    """reversed(X[:n]) + Y[:n] for clips that begin with the same picture, both ways round."""
    specs = []
    for one, other in pairs:
        for left, right in ((one, other), (other, one)):
            lengths = Random(f"{seed} {left.name} {right.name}")
            most = min(len(left.frames), len(right.frames), SIDE_FRAMES)
            specs += [
                CaseSpec("image pair", left.name, lengths.randint(20, most), "", right.name)
                for _ in range(each)
            ]
    return specs


def build(spec: CaseSpec, clips: Mapping[str, Clip], crf: int | None) -> Case:
    """The frames of a case. With `crf` both sides go through a segment file of that quality."""
    random = Random(spec.seed)
    left = clips[spec.clip]
    plain: list[Rgb] | None = None
    done = ""
    if spec.kind == "image pair" and spec.other is not None:
        before = left.part(0, spec.position)[::-1]
        after = _at_size_of(before[0], clips[spec.other].part(0, spec.position))
    elif spec.kind == "cut" and spec.other is not None:
        before = left.part(spec.position - SIDE_FRAMES, spec.position)
        right = clips[spec.other]
        start = random.randint(0, len(right.frames) - FEWEST_AFTER)
        after = _at_size_of(before[0], right.part(start, start + SIDE_FRAMES))
    else:
        before = left.part(spec.position - SIDE_FRAMES, spec.position)
        following = left.part(spec.position, spec.position + SIDE_FRAMES + LONGEST_SKIP)
        kind = KINDS[spec.kind]
        after, done = kind.change(before, following, random)
        after = after[:SIDE_FRAMES]
        plain = following[:1] if kind.group == "colour" else None
    if crf is not None:
        before, after = art.encoded(before, crf), art.encoded(after, crf)
    return Case(spec, before, after, done, plain)


def _at_size_of(picture: Rgb, frames: Sequence[Rgb]) -> list[Rgb]:
    """Enlarged or shrunk to cover that size, the middle kept: no picture is pressed."""
    height, width = picture.shape[:2]
    rows, columns = frames[0].shape[:2]
    factor = max(height / rows, width / columns)
    tall, wide = max(height, round(rows * factor)), max(width, round(columns * factor))
    top, left = (tall - height) // 2, (wide - width) // 2
    return [
        np.ascontiguousarray(resized(frame, wide, tall)[top : top + height, left : left + width])
        for frame in frames
    ]


def _sign(random: Random) -> int:
    return random.choice((-1, 1))


def _continuous(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    return after, "nothing"


def _colour_mild(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    size = random.uniform(0.03, 0.06)
    red, blue = 1 + _sign(random) * size, 1 + _sign(random) * size
    return art.gained(after, red, 1, blue), f"red x {red:.3f}, blue x {blue:.3f}"


def _exposure(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    factor = 1 + _sign(random) * random.uniform(0.05, 0.10)
    return art.gained(after, factor, factor, factor), f"x {factor:.3f}"


def _colour_large(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    red, blue = 1 + random.uniform(0.1, 0.2), 1 - random.uniform(0.1, 0.2)
    gamma = random.uniform(0.8, 0.9)
    changed = art.with_gamma(art.gained(after, red, 1, blue), gamma)
    return changed, f"red x {red:.2f}, blue x {blue:.2f}, gamma {gamma:.2f}"


def _saturation(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    factor = 1 + _sign(random) * random.uniform(0.2, 0.35)
    return art.saturated(after, factor), f"x {factor:.2f}"


def _gamma(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    gamma = 1 + _sign(random) * random.uniform(0.08, 0.18)
    return art.with_gamma(after, gamma), f"gamma {gamma:.2f}"


def _soft(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    sigma_px = random.uniform(0.7, 1.4)
    return art.softened(after, sigma_px), f"blur of {sigma_px:.2f} px"


def _oversharp(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    amount = random.uniform(0.5, 1.2)
    return art.oversharpened(after, amount), f"unsharp mask {amount:.2f}"


def _shift_small(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    right_px, down_px = _sign(random) * random.uniform(0.6, 2), random.uniform(-0.5, 0.5)
    return art.moved(after, right_px, down_px), f"{right_px:.1f}, {down_px:.1f} px"


def _shift(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    right_px, down_px = _sign(random) * random.uniform(2, 8), _sign(random) * random.uniform(0, 4)
    return art.moved(after, right_px, down_px), f"{right_px:.1f}, {down_px:.1f} px"


def _scale(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    scale = random.uniform(1.012, 1.035)
    return art.moved(after, scale=scale), f"{100 * (scale - 1):.1f} % larger"


def _rotation(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    turn_deg = _sign(random) * random.uniform(0.6, 2.0)
    return art.moved(after, turn_deg=turn_deg), f"{turn_deg:.1f} degrees"


def _skip_few(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    count = random.randint(1, 2)
    return after[count:], f"{count} frames missing"


def _skip_many(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    count = random.randint(3, LONGEST_SKIP)
    return after[count:], f"{count} frames missing"


def _repeat(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    count = random.randint(1, 3)
    return [before[-1]] * count + after, f"last frame {count} times more"


def _texture(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    length_px = random.uniform(0.5, 1.3)
    return art.other_texture(after, length_px, random.randint(0, 9999)), f"{length_px:.1f} px"


def _lossy(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    crf = random.randint(34, 40)
    return art.encoded(after, crf), f"CRF {crf}"


def _chain(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    """As in a chain of renders: begins with a worse a_L, a little softer and in other colours."""
    crf, sigma_px, size = (
        random.randint(27, 33),
        random.uniform(0.5, 0.9),
        random.uniform(0.01, 0.03),
    )
    worse = art.encoded([before[-1], *after], crf)
    changed = art.gained(art.softened(worse, sigma_px), 1 + size, 1, 1 - size)
    return changed, f"CRF {crf}, blur of {sigma_px:.1f} px, red and blue {100 * size:.0f} %"


def _reversal(before: list[Rgb], after: list[Rgb], random: Random) -> tuple[list[Rgb], str]:
    return before[-2::-1], "runs backwards"


_MISPLACED = frozenset({Cause.MISALIGNMENT, Cause.SKIP, Cause.MOTION})
"""A shift along the motion and missing frames look alike, and have one remedy (section 4)."""
_WORSE = frozenset({Cause.REPEAT, Cause.SHARPNESS, Cause.COLOUR})

KINDS: dict[str, Kind] = {
    "continuous": Kind("control", _continuous, None),
    "colour mild": Kind("colour", _colour_mild, Cause.COLOUR),
    "exposure": Kind("colour", _exposure, Cause.COLOUR),
    "colour large": Kind("colour", _colour_large, Cause.COLOUR),
    "saturation": Kind("colour", _saturation, Cause.COLOUR),
    "gamma": Kind("colour", _gamma, Cause.COLOUR),
    "soft": Kind("sharp", _soft, Cause.SHARPNESS),
    "oversharp": Kind("sharp", _oversharp, Cause.SHARPNESS),
    "small shift": Kind("place", _shift_small, Cause.MISALIGNMENT, _MISPLACED),
    "shift": Kind("place", _shift, Cause.MISALIGNMENT, _MISPLACED),
    "scale": Kind("place", _scale, Cause.MISALIGNMENT, _MISPLACED),
    "rotation": Kind("place", _rotation, Cause.MISALIGNMENT, _MISPLACED),
    "skip 1-2": Kind("skip", _skip_few, Cause.SKIP, _MISPLACED),
    "skip 3-5": Kind("skip", _skip_many, Cause.SKIP, _MISPLACED),
    "repeat": Kind("repeat", _repeat, Cause.REPEAT),
    "texture": Kind("texture", _texture, Cause.TEXTURE, frozenset({Cause.MOTION, Cause.SHARPNESS})),
    "lossy": Kind("codec", _lossy, None, frozenset({Cause.SHARPNESS, Cause.TEXTURE})),
    "chain": Kind("chain", _chain, None, _WORSE),
    "reversal": Kind("reversal", _reversal, Cause.REVERSAL),
    "image pair": Kind("image pair", _continuous, None, _WORSE | {Cause.REVERSAL}),
    "cut": Kind("cut", _continuous, Cause.HARD_CUT),
    "known cut": Kind("cut", _continuous, Cause.HARD_CUT),
}
CONSTRUCTED = tuple(
    name for name, kind in KINDS.items() if kind.group not in ("control", "image pair", "cut")
)
