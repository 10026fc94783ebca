"""What somebody wants to have of clips: which frames, how they are kept, what they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from restitch_app.domain.frames import FrameRange


class Link(StrEnum):
    """How the project keeps a clip that it can play as it is."""

    COPY = "copy"
    HARD = "hard"
    """A second name of the same file; a copy where the file system has none."""
    REFERENCE = "reference"
    """It stays where it is; the project knows its hash."""


@dataclass(frozen=True, slots=True)
class ClipPiece:
    """A clip, or some of its frames, that is to become a segment."""

    path: Path
    frames: FrameRange | None = None
    """Of the clip, counted from 0; None for all of it."""

    @property
    def label(self) -> str:
        """With frames as people count them."""
        if self.frames is None:
            return self.path.name
        return f"{self.path.name}, frames {self.frames.start + 1}–{self.frames.stop}"


@dataclass(frozen=True, slots=True)
class Conform:
    """What clips are converted to that are not so already. None: as most of the clips are."""

    size: tuple[int, int] | None = None
    """Width and height in pixels; other shapes are cropped at their middle."""
    rate: Fraction | None = None
    pixel_format: str | None = None
    """By FFmpeg's name; None leaves it."""
    keeps_frames: bool = False
    """At another rate every frame stays, and the clip becomes longer or shorter. Else it stays as
    long as it is: frames are left out or repeated."""


@dataclass(frozen=True, slots=True)
class ImportWishes:
    link: Link = Link.COPY
    conform: Conform | None = None
    """None: clips of another kind are refused."""
    overlap: int | None = None
    """Frames at the end of each clip that the next one repeats, and which are left out; None finds
    a repeated frame by measuring."""
    picture_rate: Fraction | None = None
    """Frames a second of numbered pictures, which carry none."""

    @property
    def made_so(self) -> str:
        """What else than the clips a scene's pictures depend on; equal for equal wishes."""
        parts = [str(self.picture_rate)] if self.picture_rate is not None else []
        if self.conform is not None:
            size = "x".join(map(str, self.conform.size)) if self.conform.size else "usual"
            rate, kept = self.conform.rate or "usual", self.conform.pixel_format or "as it is"
            parts.append(f"{size}@{rate} {kept} {'frames' if self.conform.keeps_frames else ''}")
        return ", ".join(part.strip() for part in parts)


PLAIN = ImportWishes()


def pieces_of(clips: Sequence[Path | ClipPiece]) -> list[ClipPiece]:
    return [one if isinstance(one, ClipPiece) else ClipPiece(one) for one in clips]


def cut_ranges(starts: Sequence[int], frame_count: int) -> list[FrameRange]:
    """A clip of `frame_count` frames, cut before each of the frames `starts`, counted from 0.

    Frames outside the clip, and its first, cut nothing.
    """
    inside = sorted({frame for frame in starts if 0 < frame < frame_count})
    edges = [0, *inside, frame_count]
    return [FrameRange(start, stop) for start, stop in pairwise(edges)]
