"""What the remedies of one boundary share: flows, luma and intermediate results, each made once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TypeVar, cast

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.flow import HalfFlow, dis_flow
from restitch_app.analysis.scale import ANALYSIS_HEIGHT_PX, resized, to_analysis_size
from restitch_app.analysis.sharpness import detail_energy
from restitch_app.smoothing.fields import Field, joined, trust

T = TypeVar("T")

BASE_HEIGHT_PX = 450
"""Flows are taken at half of the whole fraction of the picture that comes closest to this."""
SMALLEST_FLOW_SIDE_PX = 32


class Workspace:
    """Keep one for a boundary, use it on one thread, drop it afterwards: it holds every frame seen.

    Pictures are told apart by identity, so pass the same arrays again and never write into them.
    """

    def __init__(
        self, check: Callable[[], object] | None = None, flow: HalfFlow = dis_flow
    ) -> None:
        """`check` is called between pieces of work of some 20 ms; what it raises ends the work."""
        self._check = check
        self._flow = flow
        self._made: dict[Hashable, object] = {}
        self._pictures: dict[int, Rgb] = {}
        self._flows: dict[tuple[int, int], Callable[[], Field]] = {}

    def check(self) -> None:
        """Stop here if that was asked."""
        if self._check is not None:
            self._check()

    def made(self, kind: Hashable, pictures: tuple[Rgb, ...], make: Callable[[], T]) -> T:
        """The result of `make` for these pictures, worked out at the first call only."""
        key = (kind, *map(id, pictures))
        if key not in self._made:
            self.check()
            for picture in pictures:
                self._pictures[id(picture)] = picture  # or another could get its identity
            self._made[key] = make()
        return cast(T, self._made[key])

    def small(self, frame: Rgb) -> Rgb:
        """The frame at the size of its flows."""
        return self.made("small", (frame,), lambda: _at_flow_size(frame))

    def luma(self, frame: Rgb) -> Gray:
        """Luma at the analysis height."""
        return self.made("luma", (frame,), lambda: _gray(to_analysis_size(frame)))

    def detail(self, frame: Rgb) -> float:
        """Fine-detail energy hf at the analysis height."""
        return self.made("detail", (frame,), lambda: detail_energy(self.luma(frame)))

    def flow(self, source: Rgb, target: Rgb) -> Field:
        """Where each point of `target` was in `source`, at the size of `small`."""
        return self.made("flow", (source, target), lambda: self._measured(source, target))

    def know_flow(self, source: Rgb, target: Rgb, field: Callable[[], Field]) -> None:
        """Tell a flow that follows from how the two were made, so that it is not estimated."""
        self._pictures[id(source)], self._pictures[id(target)] = source, target
        self._flows[id(source), id(target)] = field

    def know_same_motion(self, before: Sequence[Rgb], after: Sequence[Rgb]) -> None:
        """Tell that frames were changed in place: what moved in `before` moves alike in `after`."""
        for number in range(1, len(after)):
            work = partial(self.flow, before[number - 1], before[number])
            self.know_flow(after[number - 1], after[number], work)

    def trust(self, source: Rgb, target: Rgb) -> Floats:
        """How far `flow` can be believed, 0 to 1; low where `target` shows what was hidden."""
        return self.made(
            "trust",
            (source, target),
            lambda: trust(self.flow(source, target), self.flow(target, source)),
        )

    def path(self, run: tuple[Rgb, ...]) -> Field:
        """Where each point of the last frame of a run was in its first, along all between."""
        if len(run) == 1:
            return np.zeros((*self.small(run[0]).shape[:2], 2), np.float32)
        return self.made(
            "path", run, lambda: joined(self.path(run[:-1]), self.flow(run[-2], run[-1]))
        )

    def _measured(self, source: Rgb, target: Rgb) -> Field:
        known = self._flows.get((id(source), id(target)))
        if known is not None:
            return known()
        left, right = self.small_luma(source), self.small_luma(target)
        if min(left.shape) < SMALLEST_FLOW_SIDE_PX:  # too small to see motion in
            return np.zeros((*left.shape, 2), np.float32)
        return self._flow(left, right)

    def small_luma(self, frame: Rgb) -> Gray:
        """Luma of `small`."""
        return self.made("flow luma", (frame,), lambda: _gray(self.small(frame)))


def analysis_scale(frame: Rgb) -> float:
    """Px of this frame in one px of the analysis size, at least 1."""
    return max(1.0, int(frame.shape[0]) / ANALYSIS_HEIGHT_PX)


def _at_flow_size(frame: Rgb) -> Rgb:
    height, width = frame.shape[:2]
    divisor = 2 * max(1, round(height / BASE_HEIGHT_PX))
    return resized(frame, max(1, width // divisor), max(1, height // divisor))


def _gray(frame: Rgb) -> Gray:
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
