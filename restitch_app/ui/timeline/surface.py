"""Paints the timeline, and keeps its zoom and scroll position."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.domain.frames import FrameRange
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import points_name
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.timeline import names
from restitch_app.ui.timeline.backdrop import Backdrop
from restitch_app.ui.timeline.ink import Ink
from restitch_app.ui.timeline.layout import (
    BOTTOM_PX,
    CONTINUITY_GAP_PX,
    CONTINUITY_PX,
    Layout,
    names_px,
)
from restitch_app.ui.timeline.paint import Chosen, paint_marks_over
from restitch_app.ui.timeline.paint_bars import paint_selected_bar
from restitch_app.ui.timeline.paint_tiles import Pictures
from restitch_app.ui.timeline.paint_time import (
    paint_loop,
    paint_playhead,
    paint_points,
    playhead_rect,
)
from restitch_app.ui.timeline.pictures import ThumbnailPixmaps
from restitch_app.ui.timeline.scale import FIT, TimeScale
from restitch_app.ui.timeline.scene import EMPTY, TimelineScene
from restitch_app.ui.timeline.sizes import sizes

if TYPE_CHECKING:
    from restitch_app.services.continuity.scene_curve import SceneCurve

ZOOM_STEP = 1.25


class TimelineSurface(QWidget):
    """Knows no state of its own but zoom and scroll position; everything else it is told.

    What stays while the scene plays is painted once into a pixmap; the playhead goes on top.
    """

    zoom_changed = Signal(float)  # 1.0 fits the scene

    def __init__(
        self,
        theme: Theme,
        pictures: ThumbnailPixmaps,
        preview_of: Callable[[int], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        """`preview_of`: the latest preview of a job, by its id."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._thumbnails = pictures
        self._backdrop = Backdrop(Pictures(pictures.pixmap, preview_of))
        self._scene = EMPTY
        self._scale = TimeScale(0, 1.0)
        self._segment: int | None = None
        self._boundary: int | None = None
        self._several: frozenset[int] = frozenset()
        self._playhead = 0
        self._loop: FrameRange | None = None
        self._points: tuple[int | None, int | None] = (None, None)
        self._is_scrubbing = False
        self._ink: Ink | None = None
        theme.changed.connect(self._restyle)
        pictures.arrived.connect(self.redraw)
        self._name()

    # what is shown

    @property
    def scene(self) -> TimelineScene:
        return self._scene

    @property
    def several(self) -> frozenset[int]:
        """Segments that are selected together; empty for one alone."""
        return self._several

    @property
    def zoom(self) -> float:
        """1.0 fits the scene into the lane."""
        return self._scale.zoom

    @property
    def greatest_zoom(self) -> float:
        return self._scale.greatest_zoom

    def layout_now(self) -> Layout:
        factor = self._theme.text.factor
        return Layout(self._scene, self._scale, self.width(), self.height(), factor)

    def set_scene(self, scene: TimelineScene) -> None:
        """Where only jobs went on, their tiles alone are painted again."""
        changed = scene.tiles_unlike(self._scene)
        self._scene = scene
        self._rescale()
        self._name()
        if changed is None:
            self.redraw()
        for index in changed or ():
            self.redraw_tile(index)

    def set_selection(
        self, segment: int | None, boundary: int | None, several: frozenset[int] = frozenset()
    ) -> None:
        """`several`: segments that are selected together with `segment`; empty for it alone."""
        before = (self._segment, self._boundary, self._several)
        if (segment, boundary, several) == before:
            return
        layout = self.layout_now()
        self._segment, self._boundary, self._several = segment, boundary, several
        self._show_selection()
        self._name()
        if boundary != before[1] or (layout.is_aggregated and several != before[2]):
            self.redraw()
            return
        if layout.is_aggregated:
            self.update()  # it lies on top
            return
        for index in layout.visible_segments:
            looks = (index == segment, index in several)
            if looks != (index == before[0], index in before[2]):
                self.redraw_tile(index)

    def set_playhead(self, scene_frame: int) -> None:
        if scene_frame == self._playhead:
            return
        layout = self.layout_now()
        self.update(playhead_rect(layout, self._playhead).toAlignedRect())
        self._playhead = scene_frame
        self.update(playhead_rect(layout, scene_frame).toAlignedRect())
        self._follow_playhead()

    def set_continuity(self, curve: SceneCurve | None) -> None:
        """Only its lane is painted again."""
        self._backdrop.lane.show(curve)
        lane = self.layout_now().continuity
        self.update(lane.adjusted(-self._names_px, 0, 0, 0).toAlignedRect())
        self._describe()

    def set_loop(self, frames: FrameRange | None) -> None:
        """The scene frames that play again and again; None while nothing is looped."""
        if frames != self._loop:
            self._loop = frames
            self.update()

    def set_points(self, first: int | None, last: int | None) -> None:
        """The in and the out point, as scene frames; None where there is none."""
        if (first, last) != self._points:
            self._points = (first, last)
            self._describe()
            self.update()

    def set_zoom(self, zoom: float, anchor_px: float | None = None) -> None:
        """`anchor_px`: in the lane; what lies there stays. None is the playhead, where in sight."""
        if anchor_px is None:
            at = self._scale.x_of(self._playhead)
            anchor_px = at if 0 <= at <= self._scale.width_px else None
        self._move_to(self._scale.zoomed(zoom, anchor_px))

    def scroll_by(self, px: float) -> None:
        """To the right; no further than the scene reaches."""
        self._move_to(self._scale.scrolled_to(self._scale.scroll_px + px))

    @Slot()
    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / ZOOM_STEP)

    @Slot()
    def fit(self) -> None:
        self.set_zoom(FIT)

    @Slot()
    def redraw(self) -> None:
        self._backdrop.forget()
        self.update()

    def redraw_tile(self, index: int) -> None:
        """The tile alone; everything where tiles are too many to be told apart."""
        layout = self.layout_now()
        if layout.is_aggregated:
            self.redraw()
        elif index in layout.visible_segments:
            self._backdrop.note_tile(index)
            self.update(layout.tile_rect(index).toAlignedRect())

    @Slot(int)
    def redraw_preview(self, job_id: int) -> None:
        """There is another preview of this job."""
        for index, work in self._scene.work.items():
            if work.job_id == job_id and not self.layout_now().is_aggregated:
                self.redraw_tile(index)

    def sizeHint(self) -> QSize:
        room = sizes(self._theme.text.factor)
        lanes = room.ruler + room.boundaries + room.tile + CONTINUITY_GAP_PX + CONTINUITY_PX
        return QSize(1200, lanes + BOTTOM_PX)

    def minimumSizeHint(self) -> QSize:
        room = sizes(self._theme.text.factor)
        return QSize(480, room.ruler + room.boundaries + room.lowest_tile + BOTTOM_PX)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, ink = self.layout_now(), self._ink_now()
        is_new = not self._backdrop.is_there
        chosen = Chosen(self._segment, self._several)
        backdrop = self._backdrop.picture(self.size(), layout, ink, chosen, self._boundary)
        if is_new:
            self._thumbnails.load_wanted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, backdrop)
        painter.setClipRect(layout.lane)
        self._paint_selected_bar(painter, layout, ink)
        if self._loop is not None:
            paint_loop(painter, ink, layout, self._loop)
        paint_points(painter, ink, layout, *self._points)
        if self._scene.frames:
            paint_playhead(painter, ink, layout, self._playhead)
            covered = playhead_rect(layout, self._playhead)
            paint_marks_over(painter, ink, layout, self._backdrop.marks, covered)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(ink.pen("accent", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_selected_bar(self, painter: QPainter, layout: Layout, ink: Ink) -> None:
        """Among bars the selected segment lies on top, or each step would paint all of them."""
        chosen = self._segment
        if layout.is_aggregated and chosen is not None and chosen in layout.visible_segments:
            paint_selected_bar(painter, ink, layout, chosen)

    def _ink_now(self) -> Ink:
        ratio = self.devicePixelRatioF()
        if self._ink is None or self._ink.pixel_ratio != ratio:
            self._ink = Ink(self._theme, ratio)
            self._backdrop.forget()
        return self._ink

    @Slot()
    def _restyle(self) -> None:
        self._ink = None
        self.updateGeometry()
        self._rescale()
        self.redraw()

    # inside

    @property
    def _names_px(self) -> int:
        return names_px(self.width(), self._theme.text.factor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rescale()
        self.redraw()

    def _rescale(self) -> None:
        self._move_to(self._scale.resized(self._scene.frames, self.width() - self._names_px))

    def _move_to(self, scale: TimeScale) -> None:
        if scale == self._scale:
            return
        is_zoomed = scale.zoom != self._scale.zoom
        self._scale = scale
        self.redraw()
        if is_zoomed:
            self.zoom_changed.emit(scale.zoom)

    def _follow_playhead(self) -> None:
        shown = self._scale.showing(self._playhead, self._playhead + 1)
        if shown.scroll_px > self._scale.scroll_px and not self._is_scrubbing:
            # Played out of sight: turn the page, so that the picture does not creep along.
            shown = shown.scrolled_to(self._scale.x_of(self._playhead) + self._scale.scroll_px - 48)
        self._move_to(shown)

    def _show_selection(self) -> None:
        if self._segment is not None and self._segment < len(self._scene):
            frames = self._scene.frame_range(self._segment)
            self._move_to(self._scale.showing(frames.start, frames.stop))
        elif self._boundary is not None and self._boundary < len(self._scene.boundaries):
            frame = self._scene.starts[self._boundary + 1]
            self._move_to(self._scale.showing(frame, frame, margin_px=48))

    def _name(self) -> None:
        """Tells assistive technology what the painted selection is."""
        selection = names.selection_name(self._scene, self._segment, self._boundary)
        if self._several:
            several = tr("{count} segments selected", count=len(self._several))
            selection = f"{several}, {selection}"
        self._describe()
        timeline = tr("Timeline")
        name = f"{timeline}: {selection}" if selection else timeline
        if name != self.accessibleName():
            self.setAccessibleName(name)
            if QAccessible.isActive():
                event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
                QAccessible.updateAccessibility(event)

    def _describe(self) -> None:
        lane, points = self._backdrop.lane.summary(self._scene), points_name(*self._points)
        told = (names.scene_name(self._scene), lane, points)
        self.setAccessibleDescription(", ".join(tr(one) for one in told if one))
