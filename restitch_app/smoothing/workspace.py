"""What the remedies of one boundary share: flows, luma and intermediate results, each made once."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TypeAlias, TypeVar, cast

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.flow import HalfFlow, dis_flow
from restitch_app.analysis.scale import ANALYSIS_HEIGHT_PX, resized, to_analysis_size
from restitch_app.analysis.sharpness import detail_energy
from restitch_app.smoothing.fields import Field, joined, trust

T = TypeVar("T")
Key: TypeAlias = tuple[Hashable, ...]

BASE_HEIGHT_PX = 450
"""Flows are taken at half of the whole fraction of the picture that comes closest to this."""
SMALLEST_FLOW_SIDE_PX = 32


class Workspace:
    """Keep one for a boundary, use it on one thread, drop it afterwards.

    Pictures are told apart by identity, so pass the same arrays again and never write into them.
    They are not held: what is known of a picture goes when nobody else has the picture any more,
    so that the frames of remedies that were tried take no memory.
    """

    def __init__(
        self, check: Callable[[], object] | None = None, flow: HalfFlow = dis_flow
    ) -> None:
        """`check` is called between pieces of work of some 20 ms; what it raises ends the work."""
        self._check = check
        self._flow = flow
        self._made: dict[Key, object] = {}
        self._known_of = _KnownOf(self._made)

    def check(self) -> None:
        """Stop here if that was asked."""
        if self._check is not None:
            self._check()

    def made(self, kind: Hashable, pictures: tuple[Rgb, ...], make: Callable[[], T]) -> T:
        """The result of `make` for these pictures, worked out at the first call only."""
        key = (kind, *map(id, pictures))
        if key in self._made:
            return cast(T, self._made[key])
        self.check()
        result = make()
        self._keep(key, pictures, result)
        return result

    def _keep(self, key: Key, pictures: tuple[Rgb, ...], result: object) -> None:
        self._made[key] = result
        for picture in pictures:
            self._known_of.add(picture, key)

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

    def know_flow(self, source: Rgb, target: Rgb, field: Callable[[Workspace], Field]) -> None:
        """Tell a flow that follows from how the two were made, so that it is not estimated."""
        self._keep(("told", id(source), id(target)), (source, target), field)

    def know_same_motion(self, before: Sequence[Rgb], after: Sequence[Rgb]) -> None:
        """Tell that frames were changed in place: what moved in `before` moves alike in `after`."""
        for number in range(1, len(after)):
            work = partial(Workspace.flow, source=before[number - 1], target=before[number])
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
        told = self._made.get(("told", id(source), id(target)))
        if told is not None:
            return cast(Callable[[Workspace], Field], told)(self)
        left, right = self.small_luma(source), self.small_luma(target)
        if min(left.shape) < SMALLEST_FLOW_SIDE_PX:  # too small to see motion in
            return np.zeros((*left.shape, 2), np.float32)
        return self._flow(left, right)

    def small_luma(self, frame: Rgb) -> Gray:
        """Luma of `small`."""
        return self.made("flow luma", (frame,), lambda: _gray(self.small(frame)))


class _KnownOf:
    """Which results a picture took part in; they go with it, before another gets its identity."""

    def __init__(self, made: dict[Key, object]) -> None:
        self._made = made
        self._held: dict[int, tuple[weakref.ref[Rgb], set[Key]]] = {}

    def add(self, picture: Rgb, key: Key) -> None:
        number = id(picture)
        if number not in self._held:
            # Through a weak reference: a circle would keep all results until Python looks for it.
            ended = partial(_forget, weakref.ref(self), number)
            self._held[number] = (weakref.ref(picture, ended), set())
        self._held[number][1].add(key)

    def forget(self, number: int) -> None:
        _, keys = self._held.pop(number)
        for key in keys:
            self._made.pop(key, None)


def _forget(known: weakref.ref[_KnownOf], number: int, _picture: object) -> None:
    present = known()
    if present is not None:
        present.forget(number)


def analysis_scale(frame: Rgb) -> float:
    """Px of this frame in one px of the analysis size, at least 1."""
    return max(1.0, int(frame.shape[0]) / ANALYSIS_HEIGHT_PX)


def _at_flow_size(frame: Rgb) -> Rgb:
    height, width = frame.shape[:2]
    divisor = 2 * max(1, round(height / BASE_HEIGHT_PX))
    return resized(frame, max(1, width // divisor), max(1, height // divisor))


def _gray(frame: Rgb) -> Gray:
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
