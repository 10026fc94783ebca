"""What the canvas paints at one tick: one frame of the scene, seen once or twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from restitch_app.domain.versions import Version
from restitch_app.services.playback.frames import FrameFault, Picture


@dataclass(frozen=True, slots=True)
class Side:
    """Whose picture it is."""

    letter: str
    """A or B; empty where the scene itself is shown."""
    version: Version | None
    role: str = ""
    """previous, new, current or nothing."""
    is_blind: bool = False
    """Nothing but the letter may be told of it."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    side: Side
    result: Picture | FrameFault
    image: QImage | None = field(init=False)
    """Lies in the memory of `result`, which lives as long as this."""

    def __post_init__(self) -> None:
        made = image_of(self.result) if isinstance(self.result, Picture) else None
        object.__setattr__(self, "image", made)

    @property
    def size_px(self) -> tuple[int, int] | None:
        """Width and height of the picture; None where there is none. Asked for at every frame."""
        if not isinstance(self.result, Picture):
            return None
        height, width = self.result.pixels.shape[:2]
        return width, height


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """All views are of the same scene frame."""

    frame: int
    views: tuple[View, ...]
    """The scene alone, or A and B."""

    def of_version(self, version: Version | None) -> Shown:
        """The scene alone, where this version plays."""
        return Shown(self.frame, (View(Side("", version), self.views[0].result),))


def image_of(picture: Picture) -> QImage:
    """A view of the picture's memory: keep the picture as long as the image."""
    height, width = picture.pixels.shape[:2]
    return QImage(picture.pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
