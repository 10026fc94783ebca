"""What can be wrong at a pair, each thing on one scale: 1.0 is just visible, 2.0 plainly so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import hypot

from restitch_app.analysis.arrays import Floats
from restitch_app.analysis.blockwise import detail_change, unrest, usual_jumps
from restitch_app.analysis.natural import FEWEST_PAIRS, SSIM_FLOOR, Natural, natural_of
from restitch_app.analysis.pair import PairMeasures
from restitch_app.analysis.window import DETAIL_FRAMES, MOVING_PX, SeamWindow
from restitch_app.domain.seams import Channel as Channel

COLOUR_FLOOR = 0.15  # floors of the spreads: seams.md section 1
JERK_FLOOR = 0.08
AFFINE_FLOOR_PX = 0.1
SHARPNESS_FLOOR = 0.08
COSINE_FLOOR = 0.1

CHANGE_FLOOR = 0.03
UNREST_FLOOR = 0.1

SHARPNESS_STEP = 0.45  # log2 of detail energy, just visible
SHARPNESS_JUMP = SHARPNESS_STEP / 2  # of one pair: a step in two halves is still a step


PER_PAIR = (
    Channel.STRUCT,
    Channel.DETAIL,
    Channel.COLOUR,
    Channel.MOTION,
    Channel.SHARP,
    Channel.REPEAT,
)
"""Channels that any pair can be scored on, not the seam alone (seams.md section 7)."""


SEAM_REACH = {
    Channel.MOTION: 1,  # half of what is wrong at the seam is in its neighbours' mean
    Channel.REPEAT: 1,
    Channel.ALIGN: 1,
    Channel.REVERSE: 2,
    Channel.SHARP: 3,
}
"""How many pairs off the seam a channel's score still feels it; 0 where it is not named."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is natural around a seam; None where no pair could tell."""

    ssim: Natural | None
    compensated_ssim: Natural | None
    colour: Natural | None
    tone: Natural | None
    """Length of the median step of L*, a*, b*: what the whole picture does."""
    jerk: Natural | None
    affine_px: Natural | None
    sharpness: Natural | None
    """abs(shr)."""
    sharpness_jump: Natural | None
    cosine: Natural | None
    """cosAB."""
    block_jumps_px: Floats | None
    """Of each block, `blockwise.usual_jumps`."""
    unrest: Natural | None
    detail_change: Natural | None
    repeat: float
    """Second largest `repeat` score: one glitch is no rhythm, two are."""


def baseline_of(window: SeamWindow) -> Baseline:
    """From the ten pairs on each side, without those whose figure the seam itself has a part in."""
    pairs, natural = window.pairs, window.natural
    apart = {
        reach: [t for t in natural if abs(t - window.seam) > reach] for reach in SEAM_REACH.values()
    }
    beside = apart[SEAM_REACH[Channel.MOTION]]
    residuals = [window.residual(t) for t in beside]
    fits = [window.affine(t) for t in beside]
    similarity = natural_of([pairs[t].ssim for t in natural], SSIM_FLOOR)
    jumps = usual_jumps(window, beside)
    return Baseline(
        ssim=similarity,
        compensated_ssim=natural_of(_known(pairs[t].compensated_ssim for t in natural), SSIM_FLOOR),
        colour=natural_of([pairs[t].colour for t in natural], COLOUR_FLOOR),
        tone=natural_of([tone_step(pairs[t]) for t in natural], COLOUR_FLOOR),
        jerk=natural_of([found.jerk for found in residuals if found], JERK_FLOOR),
        affine_px=natural_of([fit.length_px for fit in fits if fit], AFFINE_FLOOR_PX),
        sharpness=natural_of(
            [abs(window.sharpness(t)) for t in apart[SEAM_REACH[Channel.SHARP]]], SHARPNESS_FLOOR
        ),
        sharpness_jump=natural_of(
            [window.sharpness_jump(t) for t in apart[SEAM_REACH[Channel.SHARP]]], SHARPNESS_FLOOR
        ),
        cosine=natural_of(
            _known(window.cosine(t) for t in apart[SEAM_REACH[Channel.REVERSE]]), COSINE_FLOOR
        ),
        block_jumps_px=jumps,
        unrest=natural_of(_known(unrest(window, jumps, t) for t in beside), UNREST_FLOOR),
        detail_change=natural_of([detail_change(window, t) for t in natural], CHANGE_FLOOR),
        repeat=_second_largest(_known(_plain_repeat(window, similarity, t) for t in beside)),
    )


def score(window: SeamWindow, baseline: Baseline, t: int, channel: Channel) -> float | None:
    """Score of pair t on one channel (seams.md section 3); None where it is not known.

    Below 0 is as good as 0: more alike than is usual here.
    """
    return _SCORES[channel](window, baseline, t)


def tone_step(pair: PairMeasures) -> float:
    """Length of the median step of L*, a*, b*."""
    return hypot(*pair.lab)


def duplicate(ssim: float, usual: float) -> float:
    """dup = (s(p) - m) / (1 - m): the share of the usual difference that is gone; 0 if m is 1."""
    return (ssim - usual) / (1 - usual) if usual < 1 else 0.0


def motion_ratio(window: SeamWindow, t: int) -> float | None:
    """mratio = (mag(t) + .05) / (mean neighbour mag + .05)."""
    motion, neighbours = window.pairs[t].motion_px, window.neighbour_motion_px(t)
    if motion is None or neighbours is None:
        return None
    return (motion + 0.05) / (neighbours + 0.05)


def _struct(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    usual = baseline.ssim
    return usual.score(usual.median - window.pairs[t].ssim, 0.05, 1.8) if usual else None


def _detail(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    usual, found = baseline.compensated_ssim, window.pairs[t].compensated_ssim
    if usual is None or found is None:
        return None
    return usual.score(usual.median - found, 0.03, 2.0)


def _colour(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    """The larger of two: how far the blocks are from where they were, and the picture as a whole.

    In fast motion the flow misses, every block differs from the one before by a lot, and a tint
    of the whole picture drowns in it; but these differences point anywhere, and their signed
    median stays near zero until all of them move one way.
    """
    usual, usual_tone, pair = baseline.colour, baseline.tone, window.pairs[t]
    if usual is None or usual_tone is None:
        return None
    blocks = usual.score(pair.colour - usual.median, 0.6, 2.0)
    whole = usual_tone.score(tone_step(pair) - usual_tone.median, 0.6, 2.0)
    return None if blocks is None or whole is None else max(blocks, whole)


def _sharp(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    """The step, where it is a jump and not a drift, and larger than detail changes here anyway."""
    step, jump = abs(window.sharpness(t)), window.sharpness_jump(t)
    plain = step / SHARPNESS_STEP
    usual, usual_jump = baseline.sharpness, baseline.sharpness_jump
    if usual is None or usual_jump is None or usual.pairs < FEWEST_PAIRS:
        # Four frames a side even out the rhythm of a model; single ones may be its peak and trough.
        is_even = DETAIL_FRAMES <= t + 1 <= len(window.pictures) - DETAIL_FRAMES
        return min(plain, jump / SHARPNESS_JUMP) if is_even else None
    against = usual.score(step - usual.median, SHARPNESS_STEP, 2.0) or 0.0
    return max(0.0, min(plain, against, (jump - usual_jump.median) / SHARPNESS_JUMP))


def _motion(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    usual, found = baseline.jerk, window.residual(t)
    if usual is None or found is None:
        return None
    return usual.score(found.jerk - usual.median, 0.35, 2.5)


def _repeat(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    """Less where frames repeat anyway, as in clips whose frame rate was converted."""
    plain = _plain_repeat(window, baseline.ssim, t)
    return None if plain is None else plain - 2 * max(0.0, baseline.repeat - 0.5)


def _plain_repeat(window: SeamWindow, usual: Natural | None, t: int) -> float | None:
    """The least of three, so that it needs motion around, none here, and pictures alike."""
    ratio, usual_px = motion_ratio(window, t), window.usual_motion_px
    if usual is None or ratio is None or usual_px is None:
        return None
    sameness = duplicate(window.pairs[t].ssim, usual.median)
    return min((1 - min(ratio, 1.0)) / 0.65, max(sameness, 0.0) / 0.45, usual_px / MOVING_PX)


def _reverse(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    """Waves, a flag, a walk turn back by themselves: it counts against how often they do."""
    cosine, usual_px, usual = window.cosine(t), window.usual_motion_px, baseline.cosine
    if cosine is None or usual_px is None or usual is None:
        return None
    against = usual.score(usual.median - cosine, 0.35, 2.0)
    return None if against is None else min(-cosine / 0.35, against, usual_px / MOVING_PX)


def _align(window: SeamWindow, baseline: Baseline, t: int) -> float | None:
    """Against the natural fit as well: a camera in the hand shifts at every pair."""
    residual, fit = window.residual(t), window.affine(t)
    jerk, natural_fit = baseline.jerk, baseline.affine_px
    if residual is None or fit is None or jerk is None or natural_fit is None:
        return None
    excess = residual.jerk - jerk.median
    if fit.explained <= 0.30 or excess < 0.12 or excess < jerk.spread:
        return 0.0
    natural = natural_fit.score(fit.length_px - natural_fit.median, 0.8, 2.0)
    return None if natural is None else min(fit.length_px / 0.8, natural)


def _second_largest(values: list[float]) -> float:
    return sorted(values)[-2] if len(values) > 1 else 0.0


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]


_SCORES: dict[Channel, Callable[[SeamWindow, Baseline, int], float | None]] = {
    Channel.STRUCT: _struct,
    Channel.DETAIL: _detail,
    Channel.COLOUR: _colour,
    Channel.SHARP: _sharp,
    Channel.MOTION: _motion,
    Channel.REPEAT: _repeat,
    Channel.REVERSE: _reverse,
    Channel.ALIGN: _align,
}
