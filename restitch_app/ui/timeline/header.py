"""The line above the lanes: what the marks mean in this project, and how far one is zoomed in."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QToolButton, QWidget

from restitch_app.domain.boundaries import BoundaryPolicy, Continuity, PlainSsim
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.key_tip import KeyTip
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_S, SPACE_XS
from restitch_app.ui.timeline.filter_button import FilterButton

HEIGHT_PX = 34
SLIDER_STEPS = 1000
SLIDER_WIDTH_PX = 90
_ABOUT = {
    Shape.SMOOTH: "As smooth as the frames on both sides of the boundary",
    Shape.BORDERLINE: "Just outside of what is natural on both sides of the boundary",
    Shape.VISIBLE: "Clearly outside of what is natural on both sides of the boundary",
}
"""Under the continuity policy."""

WHOLE = "Show the whole scene"


class TimelineHeader(QWidget):
    filter_asked = Signal(object)  # Filter, or None for everything
    zoom_asked = Signal(float)  # 1.0 fits the scene
    zoom_in_asked = Signal()
    zoom_out_asked = Signal()
    fit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_header")
        self.setFixedHeight(HEIGHT_PX)
        self._theme = theme
        self._greatest = 1.0
        self._policy: BoundaryPolicy = Continuity()
        self._usual: tuple[float, float] | None = None
        self._shapes: dict[Shape, QLabel] = {}
        self._words: dict[Shape, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(PANEL_PADDING, 0, PANEL_PADDING, 0)
        row.setSpacing(SPACE_XS)
        title = QLabel(tr("Timeline"))
        title.setProperty("type", "detail-strong")
        row.addWidget(title)
        for shape in (Shape.SMOOTH, Shape.BORDERLINE, Shape.VISIBLE, Shape.NOT_CHECKED):
            row.addSpacing(SPACE_S)
            self._add_legend(row, shape)
        self._natural = QLabel()
        self._natural.setProperty("type", "detail")
        self._natural.setProperty("tone", "3")
        self._natural.setObjectName("timeline_natural")
        row.addSpacing(SPACE_S)
        row.addWidget(self._natural)
        row.addStretch(1)
        self.filter = FilterButton(theme)
        self.filter.picked.connect(self.filter_asked)
        row.addWidget(self.filter)
        row.addSpacing(SPACE_S)
        self._add_zoom(row)
        theme.changed.connect(self._restyle)
        self.show_limits(self._policy)
        self._restyle()

    def show_limits(self, policy: BoundaryPolicy) -> None:
        """From where to where a boundary counts as what, in this project.

        Against the scene's own motion no one SSIM is the limit, so none is named.
        """
        self._policy = policy
        words = {shape: shape.word for shape in self._words}
        if isinstance(policy, PlainSsim):
            words |= {
                Shape.SMOOTH: f"Smooth ≥ {policy.threshold + policy.band:.2f}",
                Shape.BORDERLINE: f"Borderline ≥ {policy.threshold:.2f}",
                Shape.VISIBLE: f"Visible < {policy.threshold:.2f}",
            }
        for shape, text in words.items():
            self._words[shape].setText(tr(text))
            about = _ABOUT.get(shape, "") if isinstance(policy, Continuity) else ""
            self._words[shape].setToolTip(tr(about))
            self._shapes[shape].setToolTip(tr(about))
        self._write_natural()

    def show_natural(self, low_high: tuple[float, float] | None) -> None:
        """SSIM of neighbouring frames that is usual in this scene; None while it is not known."""
        self._usual = low_high
        self._write_natural()

    def _write_natural(self) -> None:
        is_judged_by_it = isinstance(self._policy, Continuity) and self._usual is not None
        if is_judged_by_it and self._usual is not None:
            low, high = self._usual
            where = "Natural in this scene: SSIM" if self._is_wide else "Natural"
            told = f"{low:.2f}–{high:.2f}"
            self._natural.setText(f"{tr(where)} {told}")
            self._natural.setToolTip(
                tr("SSIM of neighbouring frames in this scene: {told}", told=told)
            )
        self._natural.setVisible(is_judged_by_it)

    def show_zoom(self, zoom: float, greatest: float) -> None:
        self._greatest = max(1.0, greatest)
        at = 0.0 if self._greatest <= 1 else math.log(zoom) / math.log(self._greatest)
        self._slider.blockSignals(True)
        self._slider.setValue(round(at * SLIDER_STEPS))
        self._slider.blockSignals(False)
        self._slider.setEnabled(self._greatest > 1)
        self._zoom_out.setEnabled(zoom > 1)
        self._zoom_in.setEnabled(zoom < self._greatest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @property
    def _is_wide(self) -> bool:
        return not self._theme.text.is_narrow(self.width())

    def _fit(self) -> None:
        for part in (self._shapes, self._words):
            part[Shape.NOT_CHECKED].setVisible(self._is_wide)
        self._write_natural()

    def _add_legend(self, row: QHBoxLayout, shape: Shape) -> None:
        picture, words = QLabel(), QLabel()
        words.setProperty("type", "detail")
        words.setProperty("tone", "2")
        words.setObjectName(f"timeline_legend_{shape}")
        self._shapes[shape], self._words[shape] = picture, words
        row.addWidget(picture)
        row.addWidget(words)

    def _add_zoom(self, row: QHBoxLayout) -> None:
        self._zoom_out = _tool("timeline_zoom_out", "Zoom out")
        self._zoom_out.clicked.connect(self.zoom_out_asked)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("timeline_zoom")
        self._slider.setAccessibleName(tr("Timeline zoom"))
        self._slider.setRange(0, SLIDER_STEPS)
        self._slider.setPageStep(SLIDER_STEPS // 10)
        self._slider.setFixedWidth(SLIDER_WIDTH_PX)
        self._slider.setFixedHeight(24)
        self._slider.valueChanged.connect(self._slide)
        self._zoom_in = _tool("timeline_zoom_in", "Zoom in")
        self._zoom_in.clicked.connect(self.zoom_in_asked)
        fit = QPushButton(tr("Fit"))
        fit.setObjectName("timeline_fit")
        fit.setProperty("kind", "quiet")
        fit.setToolTip(tr(WHOLE))
        self.zoom_out_tip = KeyTip(self._zoom_out, "Zoom out")
        self.zoom_in_tip = KeyTip(self._zoom_in, "Zoom in")
        self.fit_tip = KeyTip(fit, WHOLE)
        fit.clicked.connect(self.fit_asked)
        for widget in (self._zoom_out, self._slider, self._zoom_in, fit):
            row.addWidget(widget)

    @Slot(int)
    def _slide(self, value: int) -> None:
        self.zoom_asked.emit(self._greatest ** (value / SLIDER_STEPS))

    @Slot()
    def _restyle(self) -> None:
        for shape, label in self._shapes.items():
            label.setPixmap(self._theme.shape(shape, 11))
        self._zoom_out.setIcon(self._theme.icon("zoom-out", "text_2"))
        self._zoom_in.setIcon(self._theme.icon("zoom-in", "text_2"))
        self._fit()


def _tool(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("kind", "quiet")
    button.setToolTip(tr(tip))
    button.setAccessibleName(tr(tip))
    return button
