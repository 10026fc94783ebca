"""Did a treatment help, and did it harm? (seams.md section 7)"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.channels import (
    PER_PAIR,
    SEAM_REACH,
    SHARPNESS_STEP,
    Baseline,
    Channel,
    baseline_of,
    score,
)
from restitch_app.analysis.flow import HalfFlow, dis_flow
from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.scale import ANALYSIS_HEIGHT_PX
from restitch_app.analysis.seam import SeamMeasures, measures_of
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.analysis.window import DETAIL_FRAMES, NATURAL_PAIRS, WINDOW_FRAMES, SeamWindow

VISIBILITY_LEFT = 0.25
"""From here down nothing is seen any more."""
LARGEST_SHARPNESS_LOSS = 0.10
"""Above it a treatment visibly blurs."""
NATURAL_MARGIN = 0.02
"""By how much an SSIM may leave the natural range and still count as inside."""
HELD_PAIRS = 64
"""The untouched ones and those of one treatment: others are shared by few, and hold 0.5 MB each."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A treated boundary against the untreated one."""

    visibility_before: float
    """E0: how far the worst channel at the seam is above what is natural here."""
    visibility: float
    """E: the same after the treatment, over every pair within ten of the seam."""
    worst: Channel
    """The channel that E comes from."""
    sharpness_loss: float
    """g: largest relative drop of fine detail below the poorer side, minus the one before; 0-1."""
    ssim: float
    """Of the seam pair after the treatment."""
    inside_natural: bool | None
    """That SSIM is in the natural range, give or take .02; None where there is no range."""
    curve: tuple[float, ...]
    """SSIM of all pairs in the window after the treatment, scene order."""
    seam_index: int
    dip: float = 0.0
    """How far the lowest SSIM within ten of the seam, its own included, is below the natural range
    and its margin; 0 where none is, or there is no range."""

    @property
    def restored(self) -> bool:
        return self.visibility <= VISIBILITY_LEFT and self._is_sharp

    @property
    def improved(self) -> bool:
        goal = max(VISIBILITY_LEFT, self.visibility_before / 2)
        return self.visibility <= goal and self._is_sharp

    @property
    def harmed(self) -> bool:
        worse = self.visibility > self.visibility_before + VISIBILITY_LEFT
        return worse or not self._is_sharp

    @property
    def passes_gate(self) -> bool:
        """Only then may the treatment be offered."""
        return self.visibility <= self.visibility_before and self._is_sharp

    @property
    def _is_sharp(self) -> bool:
        return self.sharpness_loss <= LARGEST_SHARPNESS_LOSS


class Acceptance:
    """Judges treatments of one boundary by what is natural in its untouched frames.

    Frames are told apart by identity: an array that was handed in before is not measured again, so
    a treatment should hand back the very arrays that it left alone, and must not write into them.
    It does not hold them: what it knows of a frame goes with the frame.
    Use on one thread at a time.
    """

    def __init__(
        self,
        before: Sequence[Rgb],
        after: Sequence[Rgb],
        *,
        flow: HalfFlow = dis_flow,
        height: int = ANALYSIS_HEIGHT_PX,
    ) -> None:
        """Untouched frames in scene order, uint8 (height, width, 3), one size; 12 a side are used.

        Raises ValueError when a side is empty or sizes differ.
        """
        self._height = height
        self._pairs = PairCache(flow, HELD_PAIRS)
        self._known: dict[int, tuple[weakref.ref[Rgb], SeamPicture]] = {}
        self._window = SeamWindow(
            self._pictures(before[-WINDOW_FRAMES:]),
            self._pictures(after[:WINDOW_FRAMES]),
            self._pairs,
        )
        self._baseline = baseline_of(self._window)
        self._natural_scores = _natural_scores(self._window, self._baseline)
        seam = self._window.seam
        self.visibility_before, _ = self._visibility(self._window, range(seam - 1, seam + 2))
        self._usual_detail, self._drop_before = self._detail_before()

    @property
    def baseline(self) -> Baseline:
        return self._baseline

    @property
    def measures(self) -> SeamMeasures:
        """Of the untouched boundary."""
        return measures_of(self._window, self._baseline)

    def measures_after(self, new_before: Sequence[Rgb], new_after: Sequence[Rgb]) -> SeamMeasures:
        """Of treated frames by themselves, as a check of the boundary would measure them.

        Pairs that were judged before cost nothing. Raises ValueError as `judge` does.
        """
        return measures_of(
            SeamWindow(
                self._pictures(new_before[-WINDOW_FRAMES:]),
                self._pictures(new_after[:WINDOW_FRAMES]),
                self._pairs,
            )
        )

    def judge(self, new_before: Sequence[Rgb], new_after: Sequence[Rgb]) -> Judgement:
        """Judge treated frames, both sides in scene order; a side may have become shorter.

        Raises ValueError when a side is empty or sizes differ.
        """
        window = SeamWindow(
            self._pictures(new_before[-WINDOW_FRAMES:]),
            self._pictures(new_after[:WINDOW_FRAMES]),
            self._pairs,
            self._window.usual_motion_px,
        )
        visibility, worst = self._visibility(window, window.judged)
        drop = _largest_drop(window, self._usual_detail)
        return Judgement(
            visibility_before=self.visibility_before,
            visibility=visibility,
            worst=worst,
            sharpness_loss=max(0.0, drop - self._drop_before),
            ssim=window.at_seam.ssim,
            inside_natural=self._is_inside(window.at_seam.ssim),
            curve=tuple(pair.ssim for pair in window.pairs),
            seam_index=window.seam,
            dip=self._dip(window),
        )

    def _pictures(self, frames: Sequence[Rgb]) -> list[SeamPicture]:
        return [self._picture(frame) for frame in frames]

    def _picture(self, frame: Rgb) -> SeamPicture:
        found = self._known.get(id(frame))
        if found is None:
            # Frames of treatments go when they were judged, before others get their identity.
            ended = partial(_forget, weakref.ref(self), id(frame))
            picture = SeamPicture.from_rgb(frame, self._height)
            found = self._known[id(frame)] = (weakref.ref(frame, ended), picture)
        return found[1]

    def forget(self, number: int) -> None:
        """The frame of this identity is gone."""
        self._known.pop(number, None)

    def _visibility(self, window: SeamWindow, judged: range) -> tuple[float, Channel]:
        """max over channels and pairs of (score - max(1, largest natural score)), not below 0."""
        excess = dict.fromkeys(PER_PAIR, -1.0)
        for t in judged:
            if not 0 <= t < len(window.pairs):
                continue
            for channel in PER_PAIR:
                found = _score(window, self._baseline, t, channel)
                if found is not None:
                    over = found - self._natural_scores[channel]
                    excess[channel] = max(excess[channel], over)
        worst = max(excess, key=excess.__getitem__)
        return max(0.0, excess[worst]), worst

    def _detail_before(self) -> tuple[float, float]:
        pictures, first_after = self._window.pictures, self._window.seam + 1
        before = pictures[max(0, first_after - DETAIL_FRAMES) : first_after]
        after = pictures[first_after : first_after + DETAIL_FRAMES]
        usual = min(
            median(picture.detail for picture in before),
            median(picture.detail for picture in after),
        )
        return usual, _largest_drop(self._window, usual)

    def _dip(self, window: SeamWindow) -> float:
        natural = self._baseline.ssim
        if natural is None:
            return 0.0
        lowest = min(window.pairs[t].ssim for t in window.judged)
        return max(0.0, natural.low - NATURAL_MARGIN - lowest)

    def _is_inside(self, similarity: float) -> bool | None:
        natural = self._baseline.ssim
        if natural is None:
            return None
        return natural.low - NATURAL_MARGIN <= similarity <= natural.high + NATURAL_MARGIN


def _forget(judge: weakref.ref[Acceptance], number: int, _frame: object) -> None:
    present = judge()
    if present is not None:
        present.forget(number)


def _score(window: SeamWindow, baseline: Baseline, t: int, channel: Channel) -> float | None:
    """As `channels.score`, but sharpness by its step alone (seams.md section 7).

    A remedy that breaks one step into several smaller ones leaves no jump, yet the step is there:
    a bridge over a change of 1.2 octaves had E = .16 by the jump and 2.6 by the step. What drifts
    by itself is in the natural scores.
    """
    if channel is Channel.SHARP:
        return abs(window.sharpness(t)) / SHARPNESS_STEP
    return score(window, baseline, t, channel)


def _natural_scores(window: SeamWindow, baseline: Baseline) -> dict[Channel, float]:
    """max(1, the largest score that the channel has on an untouched pair); those that feel the seam
    are left out."""
    largest = dict.fromkeys(PER_PAIR, 1.0)
    for channel in PER_PAIR:
        for t in window.natural:
            if abs(t - window.seam) > SEAM_REACH.get(channel, 0):
                found = _score(window, baseline, t, channel)
                largest[channel] = max(largest[channel], found if found is not None else 1.0)
    return largest


def _largest_drop(window: SeamWindow, usual: float) -> float:
    first = max(0, window.seam - NATURAL_PAIRS)
    last = window.seam + 1 + NATURAL_PAIRS
    return max(0.0, *(1 - picture.detail / usual for picture in window.pictures[first : last + 1]))
