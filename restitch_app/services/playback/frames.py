"""What a player is handed: pictures ready to paint, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bgrx: TypeAlias = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A frame as screens take it."""

    pixels: Bgrx
    """uint8, (height, width, 4), contiguous: blue, green, red, 255. Nobody writes to it."""
    is_exact: bool
    """Converted without the 0.9 to 1.5 of 255 that swscale's quick way is too dark."""


@dataclass(frozen=True, slots=True)
class FrameFault:
    """Why a frame cannot be shown, as a person should read it."""

    title: str
    detail: str = ""
    hint: str = ""


class FrameSource(Protocol):
    """Frames of one view, by scene frame. All calls return at once; decoding goes on elsewhere."""

    def want(self, frames: Sequence[int], *, is_still: bool = False) -> None:
        """Prepare these frames, most urgent first, and forget what was wanted before.

        `is_still`: the first one will stay in view; it is also converted exactly.
        """

    def picture(self, frame: int) -> Picture | FrameFault | None:
        """None while it is not decoded. On the thread of the caller; costs at most a conversion."""

    def retire(self) -> None:
        """Let the decoding thread end, without waiting. Pictures handed out stay valid."""

    @property
    def has_ended(self) -> bool:
        """Whether its decoding thread is gone: nothing is left to wait for."""

    def close(self) -> None:
        """As `retire`, and wait until it has ended."""


def wanted_around(frame: int, count: int, direction: int, ahead: int) -> tuple[int, ...]:
    """Frames to prepare with the playhead at `frame` of a scene of `count` frames.

    `direction`: 1 and -1 while playing or stepping that way, 0 after a jump: both sides then.
    """
    if direction:
        steps = [direction * step for step in range(ahead + 1)]
    else:
        steps = [0, *(sign * step for step in range(1, ahead // 2 + 1) for sign in (1, -1))]
    return tuple(frame + step for step in steps if 0 <= frame + step < count)
