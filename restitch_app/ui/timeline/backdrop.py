"""What stays while the scene plays: painted once into a pixmap, and mended where it changes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from restitch_app.ui.timeline.ink import Ink
from restitch_app.ui.timeline.lane import ContinuityLane
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.paint import Chosen, Drawn, paint_scene, paint_tile_again
from restitch_app.ui.timeline.paint_tiles import Pictures


class Backdrop:
    """Belongs to one surface, of whose size and pixel ratio it is."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._picture: QPixmap | None = None
        self._changed_tiles: set[int] = set()
        self.lane = ContinuityLane()
        self.marks: list[Drawn] = []
        """In the order of painting."""

    def forget(self) -> None:
        """All of it has changed."""
        self._picture = None

    @property
    def is_there(self) -> bool:
        """False: the next picture is painted from nothing."""
        return self._picture is not None

    def note_tile(self, index: int) -> None:
        """This tile alone has changed."""
        self._changed_tiles.add(index)

    def picture(
        self, size: QSize, layout: Layout, ink: Ink, chosen: Chosen, boundary: int | None
    ) -> QPixmap:
        """As it is now. `boundary`: the selected one."""
        if self._picture is None:
            self._picture = self._painted(size, layout, ink, chosen, boundary)
        elif self._changed_tiles or self.lane.is_changed:
            self._mend(self._picture, layout, ink, chosen)
        self._changed_tiles.clear()
        return self._picture

    def _painted(
        self, size: QSize, layout: Layout, ink: Ink, chosen: Chosen, boundary: int | None
    ) -> QPixmap:
        picture = QPixmap(size * ink.pixel_ratio)
        picture.setDevicePixelRatio(ink.pixel_ratio)
        painter = QPainter(picture)
        self.marks = paint_scene(painter, ink, layout, self._pictures, chosen, boundary)
        self._paint_lane(painter, layout, ink)
        painter.end()
        return picture

    def _mend(self, picture: QPixmap, layout: Layout, ink: Ink, chosen: Chosen) -> None:
        painter = QPainter(picture)
        if self.lane.is_changed:
            self._paint_lane(painter, layout, ink)
        for index in self._changed_tiles:
            if index < len(layout.scene):
                paint_tile_again(painter, ink, layout, self._pictures, index, chosen)
        painter.end()

    def _paint_lane(self, painter: QPainter, layout: Layout, ink: Ink) -> None:
        self.lane.paint(painter, ink, layout, (one.marker for one in self.marks))
