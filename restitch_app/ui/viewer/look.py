"""What a canvas shows and how, as one value that a second display can take over."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtGui import QImage

from restitch_app.services.playback.frames import FrameFault, Picture
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.shown import Shown, View, image_of

USUAL_GAIN = 4
GAINS = (1, 2, 4, 8)
DIFFERENCE = FrameFault("A and B differ in size", "Their difference cannot be shown.")
MISSING = FrameFault("There is no difference to show", "A or B has no picture at this frame.")


@dataclass(frozen=True, eq=False)
class Difference:
    """|A - B|, made when it is first looked at; all canvases of a look share it."""

    shown: Shown
    gain: int

    @cached_property
    def found(self) -> tuple[Picture, QImage] | FrameFault:
        """The image lies in the memory of its picture: keep both."""
        from restitch_app.services.playback.differing import difference  # cv2: not at start-up

        a, b = (view.result for view in self.shown.views)
        if not isinstance(a, Picture) or not isinstance(b, Picture):
            return MISSING
        made = difference(a, b, self.gain)
        return (made, image_of(made)) if made is not None else DIFFERENCE


@dataclass(frozen=True, slots=True, eq=False)
class Pinned:
    """A reference picture beside the players."""

    image: QImage
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    shown: Shown | None = None
    captions: tuple[str, str] = ("", "")
    mode: CompareMode = CompareMode.SINGLE
    wipe: float = 0.5
    """Where the wipe's line stands, 0.0 at the left edge of what is seen to 1.0."""
    gain: int = USUAL_GAIN
    shows_b: bool = False
    """Which one Toggle shows."""
    is_moving: bool = False
    pinned: Pinned | None = None
    difference: Difference | None = field(default=None)

    @property
    def views(self) -> tuple[View, ...]:
        return self.shown.views if self.shown else ()

    def plays_on_from(self, before: Look) -> bool:
        """Whether only frames and their captions differ: the same sides in the same places."""
        is_beside = self.is_split or not self.is_pair
        return is_beside and bool(self.views) and self._frame_around == before._frame_around

    @property
    def _frame_around(self) -> tuple[object, ...]:
        """All that is painted beside the pictures and their captions."""
        sides = tuple((view.side, view.size_px) for view in self.views)
        return self.mode, self.is_moving, self.pinned, sides

    @property
    def is_pair(self) -> bool:
        return len(self.views) == 2 and self.mode is not CompareMode.SINGLE

    @property
    def is_split(self) -> bool:
        return self.mode is CompareMode.SIDE_BY_SIDE and len(self.views) == 2

    @property
    def seen(self) -> tuple[View, ...]:
        """The views that are on the screen now, left to right."""
        if not self.is_pair:
            return self.views[-1:]
        if self.mode is CompareMode.TOGGLE:
            return (self.views[1 if self.shows_b else 0],)
        return self.views
