"""The boundary page: in place of the players, the two frames that meet and how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from restitch_app.domain.boundaries import Boundary
from restitch_app.ui.boundary.bar import BoundaryBar
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.boundary.framed import FramedPicture
from restitch_app.ui.boundary.legend import Legend
from restitch_app.ui.boundary.lengths import short_name
from restitch_app.ui.boundary.playing import Played
from restitch_app.ui.boundary.plot import Plotted, SimilarityPlot
from restitch_app.ui.boundary.preview import PreviewLoop
from restitch_app.ui.boundary.views import HeatScale, PictureView, SharedZoom, image_of
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import ElidedLabel, label, row
from restitch_app.ui.pieces.wording import boundary_name
from restitch_app.ui.theme.shapes import shape_of_class
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_M, SPACE_S, SPACE_XS

if TYPE_CHECKING:
    from restitch_app.services.boundaries.pictures import BoundaryLook, Side
    from restitch_app.services.remedies.forecast import Forecast

NARROW_PAGE = 1100


class BoundaryPage(QWidget):
    """Shows the boundary that is selected; opening and closing it is the window's affair."""

    closed = Signal()  # back to the players
    previous_asked = Signal()
    next_asked = Signal()

    def __init__(
        self, context: PanelContext, fixes: BoundaryFixes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("boundary_page")
        self._context, self._state, self._fixes = context, context.state, fixes
        self._shown_look: BoundaryLook | None = None
        self._shown_left: int | None = None
        self._zoom = SharedZoom(self)
        self._preview = PreviewLoop(self)
        self._preview.frame_changed.connect(self._show_preview)
        self._preview.stopped.connect(self._show_stills)
        self.plot = SimilarityPlot(context.theme)
        self.plot.frame_picked.connect(self._state.set_playhead)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.bar = self._made_bar()
        layout.addWidget(self.bar)
        layout.addWidget(self._made_pictures(), 5)
        layout.addWidget(self._made_plot(), 5)
        fixes.changed.connect(self.refresh)
        fixes.preview_ready.connect(self._start_preview)
        self._state.scene_changed.connect(self.refresh)
        context.session.closing.connect(self._preview.stop)
        self.refresh()

    # building

    def _made_bar(self) -> BoundaryBar:
        bar = BoundaryBar(self._context)
        bar.play_asked.connect(self.toggle_preview)
        bar.previous_asked.connect(self.previous_asked)
        bar.next_asked.connect(self.next_asked)
        bar.back_asked.connect(self.closed)
        return bar

    def _made_pictures(self) -> QWidget:
        theme = self._context.theme
        self.left = FramedPicture(PictureView(self._zoom, theme), "left")
        self.right = FramedPicture(PictureView(self._zoom, theme), "right")
        self.heat = FramedPicture(PictureView(self._zoom, theme), "heat")
        self.heat.title.setText(tr("Difference"))
        self.heat.where.setText(tr("natural motion removed"))
        self._scale = HeatScale()
        same, different = (
            label(tr("Same"), "detail", "2"),
            label(tr("Very different"), "detail", "2"),
        )
        self._scale_parts = (same, self._scale, different)
        for number, part in enumerate(self._scale_parts):
            self.heat.foot.addWidget(part, number % 2)
        for one in (self.left, self.right):
            one.foot.addWidget(one.caption, 1)
        ground = QWidget()
        ground.setObjectName("boundary_pictures")
        ground.setProperty("ground", "players")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(ground)
        layout.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_S)
        layout.setSpacing(SPACE_M)
        for one in (self.left, self.right, self.heat):
            layout.addWidget(one, 1)
        return ground

    def _made_plot(self) -> QWidget:
        self._legend = Legend(self._context.theme)
        ground = QWidget()
        ground.setProperty("ground", "panel")
        ground.setProperty("edge", "top")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_XS)
        layout.setSpacing(SPACE_XS)
        self._plot_facts = ElidedLabel(tr("SSIM, 12 pairs each side"), "detail", "2")
        self._plot_facts.setMinimumWidth(1)  # gives way before the title or the legend is cut
        title = label(tr("Similarity of neighbouring frames"), "strong")
        heading = row(title, self._plot_facts, self._legend)
        heading.setStretch(1, 1)
        layout.addLayout(heading)
        layout.addWidget(self.plot, 1)
        return ground

    # what is shown

    @Slot()
    def refresh(self) -> None:
        boundary = self._fixes.boundary
        if self._fixes.left_index != self._shown_left:
            self._shown_left = self._fixes.left_index
            self._preview.stop()
        if boundary is None:
            self.bar.tell("", tr("Select a boundary in the timeline"))
            for one in (self.left, self.right):
                one.title.setText("")
                one.where.setText("")
            self._show_look(None)
            self.plot.show_plot(None)
            return
        self._show_words(boundary)
        look = self._fixes.look
        if look is not self._shown_look or look is None:
            self._show_look(look)
        self._show_plot(boundary, look)

    def _show_words(self, boundary: Boundary) -> None:
        left = boundary.left_index
        last = self._last_frame(left)
        versions = [self._state.current(index) for index in (left, left + 1)]
        names = [
            f"segment {index + 1} v{version.number}"
            for index, version in enumerate(versions, start=left)
            if version is not None
        ]
        is_narrow = self.width() < NARROW_PAGE
        told = "" if is_narrow else f" · {' → '.join(names)}"
        facts = f"Frames {last + 1} → {last + 2}{told}"
        self.bar.tell(tr("Boundary {name}", name=boundary_name(left)), tr(facts))
        numbers = [version.number if version else 0 for version in versions]
        frame = "" if is_narrow else " frame"
        self.left.title.setText(tr("Segment {number}, last{frame}", number=left + 1, frame=frame))
        self.left.where.setText(
            tr("v{version} · frame {number}", version=numbers[0], number=last + 1)
        )
        self.right.title.setText(tr("Segment {number}, first{frame}", number=left + 2, frame=frame))
        self.right.where.setText(
            tr("v{version} · frame {number}", version=numbers[1], number=last + 2)
        )

    def _last_frame(self, left_index: int) -> int:
        """Scene frame of the last one before the boundary, from 0."""
        frames = self._state.ranges.get(left_index)
        return frames.stop - 1 if frames is not None else 0

    def _show_look(self, look: BoundaryLook | None) -> None:
        is_other = self._shown_look is not None and look is not self._shown_look
        self._shown_look = look
        if is_other:  # what plays is not what stands there any more
            self._preview.stop()
        for part in (self._legend, *self._scale_parts):
            part.setVisible(look is not None)
        if look is None:
            self._show_no_look()
            return
        if not self._preview.is_running:
            self._show_stills()
        self.heat.view.set_image(image_of(look.heat))
        self.left.caption.setText(tr(_measured(look.left)))
        self.right.caption.setText(tr(_measured(look.right)))
        self._scale.set_colors(_heat_colors())

    def _show_no_look(self) -> None:
        """What is wrong is told once; that it is loading, in each of the three."""
        problem = self._fixes.problem
        waiting = "Loading…" if self._fixes.boundary else ""
        for one in (self.left, self.right, self.heat):
            one.caption.setText("")
            if not self._preview.is_running:
                here = problem if one is self.left else ""
                one.view.set_image(None, here if problem else waiting)

    @Slot()
    def _show_stills(self) -> None:
        look = self._shown_look
        self.bar.play.setChecked(False)
        if look is not None:
            self.left.view.set_image(image_of(look.left.picture))
            self.right.view.set_image(image_of(look.right.picture))
        if self._fixes.boundary is not None:
            self._show_words(self._fixes.boundary)

    def _show_plot(self, boundary: Boundary, look: BoundaryLook | None) -> None:
        settings, measures = self._state.settings, boundary.join.measures
        if look is None or settings is None:
            self.plot.show_plot(None)
            return
        natural = None
        if measures and measures.natural_min is not None and measures.natural_max is not None:
            natural = (measures.natural_min, measures.natural_max)
        fix = self._fixes.selected
        shown = fix.candidate.predicted if fix and not self._fixes.is_applied(fix) else None
        self._legend.set_predicted(shown is not None)
        self.plot.show_plot(
            Plotted(
                look.curve,
                look.seam,
                self._last_frame(boundary.left_index) - look.seam,
                natural,
                settings.boundary_policy,
                None if boundary.is_cut else shape_of_class(boundary.boundary_class),
                shown.curve if shown else (),
                shown.seam_index if shown else 0,
                _plot_name(fix) if fix else "",
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.set_short(self.width() < NARROW_PAGE)
        boundary = self._fixes.boundary
        if boundary is not None:
            self._show_words(boundary)

    # playing in place

    @Slot()
    def toggle_preview(self) -> None:
        """Play the boundary as it is, or stop what plays."""
        if self._preview.is_running:
            self._preview.stop()
        else:
            self._fixes.play("")

    @Slot(object)
    def _start_preview(self, played: Played) -> None:
        overview = self._state.overview
        if overview is None or not played.left or not self.isVisible():
            return
        self.bar.play.setChecked(True)
        if played.title:
            self.left.title.setText(tr("Without a fix"))
            self.right.title.setText(tr(played.title))
        frames = zip(map(image_of, played.left), map(image_of, played.right), strict=True)
        self._preview.start(tuple(frames), overview.scene.rate)

    @Slot()
    def _show_preview(self) -> None:
        """In both places: as it is, and beside it with the fix."""
        shown = self._preview.pair
        if shown is not None:
            self.left.view.set_image(shown[0])
            self.right.view.set_image(shown[1])

    def hideEvent(self, event: QHideEvent) -> None:
        self._preview.stop()
        super().hideEvent(event)


def _plot_name(fix: Forecast) -> str:
    """ "cross-fade (doubles contours)": a high value alone would speak for it."""
    name = tr(short_name(fix.candidate.name))
    return f"{name} ({tr(fix.why_not.split(':')[0])})" if fix.why_not else name


def _measured(side: Side) -> str:
    return f"Sharpness {side.sharpness:.1f} · mean brightness {100 * side.brightness:.1f} %"


def _heat_colors() -> tuple[tuple[int, int, int], ...]:
    from restitch_app.services.boundaries.heat_map import heat_scale

    return heat_scale()
