"""The acceptance definition of seams.md section 7 to the letter, by another flow estimator.

Written apart from restitch_app/analysis, of which only the SSIM is used: a fault of the program's
own measure does not hide here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TypeVar

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.ssim import ssim

HEIGHT_PX = 360
NATURAL_PAIRS = 10
Flow = Callable[[Gray, Gray], Floats]
"""Backward flow of two lumas at half size, in half-size px."""
Picture = TypeVar("Picture", Gray, Floats)
Scores = Mapping[str, list[float | None]]


@dataclass(frozen=True)
class Opinion:
    """`visibility` E, `visibility_before` E0, `sharpness_loss` g, after a treatment."""

    visibility_before: float
    visibility: float
    sharpness_loss: float
    worst: str

    @property
    def restored(self) -> bool:
        return self.visibility <= 0.25 and self.sharpness_loss <= 0.10

    @property
    def improved(self) -> bool:
        goal = max(0.25, self.visibility_before / 2)
        return self.visibility <= goal and self.sharpness_loss <= 0.10

    @property
    def harmed(self) -> bool:
        worse = self.visibility > self.visibility_before + 0.25
        return worse or self.sharpness_loss > 0.10


def farneback(left_half: Gray, right_half: Gray) -> Floats:
    """Farneback 2003: polynomial expansion, nothing in common with DIS."""
    flow = cv2.calcOpticalFlowFarneback(
        right_half,
        left_half,
        None,
        0.5,
        4,
        21,
        3,
        7,
        1.5,
        cv2.OPTFLOW_FARNEBACK_GAUSSIAN,  # type: ignore[call-overload]
    )
    return np.asarray(flow, dtype=np.float32)


def dis(left_half: Gray, right_half: Gray) -> Floats:
    """The estimator of seams.md, to see what comes from the estimator and what from the rest."""
    made = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    return np.asarray(made.calc(right_half, left_half, None), dtype=np.float32)  # type: ignore[call-overload]


def lucas_kanade(left_half: Gray, right_half: Gray) -> Floats:
    """Iterative Lucas-Kanade of scikit-image (Le Besnerais and Champagnat 2005): a third kind."""
    from skimage.registration import optical_flow_ilk  # only where it is asked for

    rows, columns = optical_flow_ilk(  # type: ignore[no-untyped-call]
        right_half.astype(np.float32) / 255, left_half.astype(np.float32) / 255, radius=9
    )
    return np.dstack((columns, rows)).astype(np.float32)


FLOWS: dict[str, Flow] = {"farneback": farneback, "dis": dis, "lucas-kanade": lucas_kanade}


class _Picture:
    def __init__(self, rgb: Rgb) -> None:
        rows, columns = rgb.shape[:2]
        width = 2 * round(columns * HEIGHT_PX / rows / 2)
        if (rows, columns) != (HEIGHT_PX, width):
            how = cv2.INTER_AREA if rows > HEIGHT_PX else cv2.INTER_CUBIC
            rgb = np.asarray(cv2.resize(rgb, (width, HEIGHT_PX), interpolation=how), np.uint8)
        weights = np.array([[0.299, 0.587, 0.114]], np.float32)
        luma = cv2.transform(rgb.astype(np.float32), weights).reshape(rgb.shape[:2])
        self.luma: Gray = np.clip(np.rint(luma), 0, 255).astype(np.uint8)
        size = (width // 2, HEIGHT_PX // 2)
        self.half: Gray = np.asarray(
            cv2.resize(self.luma, size, interpolation=cv2.INTER_AREA), np.uint8
        )
        small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        self.lab: Floats = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2Lab), np.float32)
        fine = self.luma - cv2.GaussianBlur(self.luma.astype(np.float32), (0, 0), 1.0)
        self.detail = float(np.mean(fine**2)) + 0.05


@dataclass(frozen=True)
class _Pair:
    s: float
    fs: float
    colour: float
    flow: Floats
    length_px: float


@dataclass(frozen=True)
class _Usual:
    m: float
    q: float

    def score(self, excess: float, visible: float, spreads: float) -> float:
        return min(excess / visible, excess / self.q / spreads)


class SecondOpinion:
    """Keep one for a boundary; frames are told apart by identity."""

    def __init__(self, before: Sequence[Rgb], after: Sequence[Rgb], flow: Flow = farneback) -> None:
        self._flow = flow
        self._pictures: dict[int, tuple[Rgb, _Picture]] = {}
        self._pairs: dict[tuple[int, int], _Pair] = {}
        pictures, pairs, seam = self._window(before, after)
        natural = [t for t in range(len(pairs)) if t != seam]
        self._s = _usual([pairs[t].s for t in natural], 0.004)
        self._fs = _usual([pairs[t].fs for t in natural], 0.004)
        self._colour = _usual([pairs[t].colour for t in natural], 0.15)
        jerks = [_jerk(pairs, t) for t in natural if abs(t - seam) > 1]
        self._jerk = _usual([jerk for jerk in jerks if jerk is not None], 0.08)
        self._motion_px = median(pairs[t].length_px for t in natural)
        scores = self._scores(pictures, pairs)
        reach = {"motion": 1, "sharp": 3}
        self._natural = {
            name: max(
                1.0,
                *(
                    value
                    for t, value in enumerate(values)
                    if t != seam and value is not None and abs(t - seam) > reach.get(name, 0)
                ),
            )
            for name, values in scores.items()
        }
        self.visibility_before, _ = self._visibility(scores, range(seam - 1, seam + 2))
        self._detail = min(
            median(picture.detail for picture in pictures[max(0, seam - 3) : seam + 1]),
            median(picture.detail for picture in pictures[seam + 1 : seam + 5]),
        )
        self._drop = max(0.0, *(1 - picture.detail / self._detail for picture in pictures))

    def on(self, before: Sequence[Rgb], after: Sequence[Rgb]) -> Opinion:
        pictures, pairs, _ = self._window(before, after)
        visibility, worst = self._visibility(self._scores(pictures, pairs), range(len(pairs)))
        drop = max(0.0, *(1 - picture.detail / self._detail for picture in pictures))
        return Opinion(self.visibility_before, visibility, max(0.0, drop - self._drop), worst)

    def _window(
        self, before: Sequence[Rgb], after: Sequence[Rgb]
    ) -> tuple[list[_Picture], list[_Pair], int]:
        left, right = before[-NATURAL_PAIRS - 1 :], after[: NATURAL_PAIRS + 1]
        frames = [*left, *right]
        pairs = [self._pair(one, other) for one, other in pairwise(frames)]
        return [self._picture(frame) for frame in frames], pairs, len(left) - 1

    def _picture(self, frame: Rgb) -> _Picture:
        if id(frame) not in self._pictures:
            self._pictures[id(frame)] = (frame, _Picture(frame))
        return self._pictures[id(frame)][1]

    def _pair(self, left: Rgb, right: Rgb) -> _Pair:
        key = (id(left), id(right))
        if key not in self._pairs:
            self._pairs[key] = _measured(self._picture(left), self._picture(right), self._flow)
        return self._pairs[key]

    def _scores(self, pictures: Sequence[_Picture], pairs: Sequence[_Pair]) -> Scores:
        found: dict[str, list[float | None]] = {
            "struct": [self._s.score(self._s.m - pair.s, 0.05, 1.8) for pair in pairs],
            "detail": [self._fs.score(self._fs.m - pair.fs, 0.03, 2.0) for pair in pairs],
            "colour": [
                self._colour.score(pair.colour - self._colour.m, 0.6, 2.0) for pair in pairs
            ],
            "sharp": [abs(_sharpness(pictures, t)) / 0.45 for t in range(len(pairs))],
        }
        found["motion"] = [self._motion_score(pairs, t) for t in range(len(pairs))]
        found["repeat"] = [self._repeat_score(pairs, t) for t in range(len(pairs))]
        return found

    def _motion_score(self, pairs: Sequence[_Pair], t: int) -> float | None:
        jerk = _jerk(pairs, t)
        if jerk is None:
            return None
        return self._jerk.score(jerk - self._jerk.m, 0.35, 2.5)

    def _repeat_score(self, pairs: Sequence[_Pair], t: int) -> float | None:
        if not 0 < t < len(pairs) - 1:
            return None
        around_px = (pairs[t - 1].length_px + pairs[t + 1].length_px) / 2
        ratio = (pairs[t].length_px + 0.05) / (around_px + 0.05)
        same = (pairs[t].s - self._s.m) / (1 - self._s.m) if self._s.m < 1 else 0.0
        return min((1 - min(ratio, 1.0)) / 0.65, max(same, 0.0) / 0.45, self._motion_px / 0.15)

    def _visibility(self, scores: Scores, judged: range) -> tuple[float, str]:
        above = {
            name: max(
                (values[t] - self._natural[name])  # type: ignore[operator]
                for t in judged
                if 0 <= t < len(values) and values[t] is not None
            )
            for name, values in scores.items()
        }
        worst = max(above, key=lambda name: above[name])
        return max(0.0, above[worst]), worst


def _measured(left: _Picture, right: _Picture, estimate: Flow) -> _Pair:
    half_flow = estimate(left.half, right.half)
    rows, columns = left.luma.shape
    whole = cv2.resize(half_flow, (columns, rows), interpolation=cv2.INTER_LINEAR)
    flow = 2 * np.asarray(whole, np.float32)
    moved = _moved(left.luma, flow)
    before, after = _blocks(_moved(left.lab, half_flow)), _blocks(right.lab)
    return _Pair(
        s=ssim(left.luma, right.luma),
        fs=ssim(moved, right.luma),
        colour=float(np.median(np.linalg.norm(before - after, axis=2))),
        flow=2 * half_flow,
        length_px=float(np.linalg.norm(2 * half_flow, axis=2).mean()),
    )


def _moved(picture: Picture, flow: Floats) -> Picture:
    rows, columns = np.mgrid[0 : flow.shape[0], 0 : flow.shape[1]].astype(np.float32)
    x, y = columns + flow[..., 0], rows + flow[..., 1]
    moved = cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved).astype(picture.dtype, copy=False)


def _blocks(lab: Floats) -> Floats:
    size = (24, max(1, round(24 * lab.shape[0] / lab.shape[1])))
    return np.asarray(cv2.resize(lab, size, interpolation=cv2.INTER_AREA), np.float32)


def _jerk(pairs: Sequence[_Pair], t: int) -> float | None:
    if not 0 < t < len(pairs) - 1:
        return None
    residual = pairs[t].flow - (pairs[t - 1].flow + pairs[t + 1].flow) / 2
    around_px = (pairs[t - 1].length_px + pairs[t + 1].length_px) / 2
    return float(np.linalg.norm(residual, axis=2).mean()) / (around_px + 0.5)


def _sharpness(pictures: Sequence[_Picture], t: int) -> float:
    before = median(picture.detail for picture in pictures[max(0, t - 3) : t + 1])
    after = median(picture.detail for picture in pictures[t + 1 : t + 5])
    return float(np.log2(after / before))


def _usual(values: Sequence[float], floor: float) -> _Usual:
    if not values:
        return _Usual(0.0, floor)
    m = median(values)
    return _Usual(m, 1.4826 * median(abs(value - m) for value in values) + floor)
