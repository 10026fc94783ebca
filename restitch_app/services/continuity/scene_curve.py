"""The similarity of all neighbouring frames of a scene, filled in piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from restitch_app.analysis.arrays import Floats
from restitch_app.analysis.natural_band import NaturalBand, natural_band
from restitch_app.domain.drift import SegmentTone


@dataclass(frozen=True, slots=True)
class Piece:
    """What became known of some neighbouring pairs."""

    first_pair: int
    """Pair n is scene frames n and n + 1."""
    similarity: Floats
    """SSIM, shape (pairs,)."""
    tone: SegmentTone | None = None
    """Of the segment, with the piece that is its own file."""


@dataclass(frozen=True, slots=True)
class CurveSummary:
    band: NaturalBand
    low: float
    """The least value, and the greatest."""
    high: float
    lowest_pair: int


class SceneCurve:
    """For one thread at a time."""

    def __init__(self, frames: int) -> None:
        """`frames`: of the scene as it will be exported."""
        self._similarity: Floats = np.full(max(0, frames - 1), np.nan, dtype=np.float32)
        self._tones: dict[int, SegmentTone] = {}
        self._summary: CurveSummary | None = None

    def fill(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            stop = piece.first_pair + len(piece.similarity)
            self._similarity[piece.first_pair : stop] = piece.similarity
            if piece.tone is not None:
                self._tones[piece.tone.sequence_index] = piece.tone

    def __len__(self) -> int:
        """Pairs, known or not."""
        return len(self._similarity)

    @property
    def similarity(self) -> Floats:
        """SSIM of each pair, NaN where it is not known; shape (frames - 1,). Do not write to it."""
        return self._similarity

    @property
    def known_pairs(self) -> int:
        return int(np.count_nonzero(~np.isnan(self._similarity)))

    @property
    def tones(self) -> tuple[SegmentTone, ...]:
        """Of the segments that are known, in scene order."""
        return tuple(self._tones[index] for index in sorted(self._tones))

    @property
    def summary(self) -> CurveSummary | None:
        """As it was last made or taken over; None before that, and while nothing is known."""
        return self._summary

    def summarised(self) -> CurveSummary | None:
        """Made anew: 60 ms for 10,000 segments, so not for the thread that paints."""
        band = natural_band(self._similarity)
        if band is not None:
            lowest = int(np.nanargmin(self._similarity))
            low, high = float(self._similarity[lowest]), float(np.nanmax(self._similarity))
            self._summary = CurveSummary(band, low, high, lowest)
        return self._summary

    def take_summary(self, summary: CurveSummary) -> None:
        """Of the same scene, made on another thread."""
        self._summary = summary

    def at(self, pair: int) -> float | None:
        """None outside the scene and where it is not known."""
        if not 0 <= pair < len(self._similarity) or np.isnan(self._similarity[pair]):
            return None
        return float(self._similarity[pair])

    def lowest(self, starts: Sequence[int], stop: int) -> list[float]:
        """The least value from each start up to the next (the last one up to `stop`).

        `starts` ascend strictly and lie inside the scene. NaN where nothing of it is known.
        """
        if not starts:
            return []
        found: list[float] = np.fmin.reduceat(
            self._similarity[:stop], np.asarray(starts, dtype=np.intp)
        ).tolist()
        return found

    def lowest_pair(self, start: int, stop: int) -> int | None:
        """None where nothing from `start` up to `stop` is known."""
        part = self._similarity[max(0, start) : max(0, stop)]
        if not part.size or np.isnan(part).all():
            return None
        return max(0, start) + int(np.nanargmin(part))
