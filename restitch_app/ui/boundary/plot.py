"""Similarity of neighbouring frames on both sides of a boundary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.domain.boundaries import BoundaryPolicy, PlainSsim
from restitch_app.ui.boundary.plot_layout import LINE_PX, WORDS_GAP, PlotLayout, plot_layout
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.shapes import Shape, paint_cut, paint_shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import Tokens
from restitch_app.ui.theme.type import TextSize

LEAST_HEIGHT = 124
"""As much as the page leaves with the largest text in the smallest window."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """What one boundary's plot shows."""

    now: tuple[float, ...]
    """SSIM of neighbouring frames, in scene order."""
    seam: int
    first_frame: int
    """Scene frame at which the first pair begins, from 0."""
    natural: tuple[float, float] | None
    policy: BoundaryPolicy
    shape: Shape | None
    """None for a cut, which is not judged."""
    predicted: tuple[float, ...] = ()
    predicted_seam: int = 0
    predicted_name: str = ""


class SimilarityPlot(QWidget):
    frame_picked = Signal(int)  # scene frame, from 0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("similarity_plot")
        self._theme = theme
        self._plotted: Plotted | None = None
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(600, 230)

    @property
    def plotted(self) -> Plotted | None:
        return self._plotted

    def show_plot(self, plotted: Plotted | None) -> None:
        if plotted != self._plotted:
            self._plotted = plotted
            self.setAccessibleName(tr(_told(plotted)))
            self.update()

    def layout_now(self) -> PlotLayout | None:
        shown = self._plotted
        if shown is None:
            return None
        limits = (*shown.predicted, *_lines(shown.policy)[:1], *(shown.natural or ()))
        size = (self.width(), self.height())
        line_px = LINE_PX * self._theme.text.factor
        return plot_layout(size, shown.now, limits, shown.seam, line_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, layout = self._plotted, self.layout_now()
        if shown is None or layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextSize.CAPTION))
        line_px = LINE_PX * self._theme.text.factor
        paint = _Paint(painter, self._theme.tokens, layout, line_px)
        paint.grid()
        if shown.natural is not None:
            paint.natural(*shown.natural, has_limits=bool(_lines(shown.policy)))
        if isinstance(shown.policy, PlainSsim):
            paint.limits(shown.policy)
        paint.seam_line(shown)
        paint.predicted(shown)
        paint.curve(shown)
        painter.setFont(self._theme.font(TextSize.BODY, is_strong=True))
        paint.seam_words(shown, self._theme)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pair = self._pair_at(event.position())
        shown = self._plotted
        if pair is None or shown is None:
            self.unsetCursor()
            self.setToolTip("")
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        first = shown.first_frame + pair + 1
        self.setToolTip(
            tr(
                "{value} at {first} → {number}",
                value=f"{shown.now[pair]:.3f}",
                first=first,
                number=first + 1,
            )
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pair = self._pair_at(event.position())
        if pair is not None and self._plotted is not None:
            self.frame_picked.emit(self._plotted.first_frame + pair)

    def _pair_at(self, at: QPointF) -> int | None:
        layout = self.layout_now()
        if layout is None or self._plotted is None:
            return None
        return layout.pair_at(at, self._plotted.now)


class _Paint:
    def __init__(
        self, painter: QPainter, tokens: Tokens, layout: PlotLayout, line_px: float
    ) -> None:
        self._painter, self._tokens, self._layout = painter, tokens, layout
        self._line_px = line_px

    def grid(self) -> None:
        painter, layout = self._painter, self._layout
        area = layout.area
        for value in layout.grid():
            y = layout.y(value)
            painter.setPen(QPen(self._tokens.color("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._tokens.color("text_2"))
            place = QRectF(0, y - 8, area.left() - 8, 16)
            painter.drawText(place, int(_RIGHT), f"{value:.2f}")
        painter.setPen(self._tokens.color("text_2"))
        for pair, words in layout.ticks():
            x = min(layout.x(pair), area.right() - 12)
            place = QRectF(x - 40, area.bottom() + WORDS_GAP, 80, self._line_px)
            painter.drawText(place, int(_CENTRE), tr(words))

    def natural(self, low: float, high: float, *, has_limits: bool) -> None:
        layout = self._layout
        band = QRectF(
            QPointF(layout.area.left(), layout.y(high)),
            QPointF(layout.area.right(), layout.y(low)),
        )
        color = QColor(self._tokens.color("control"))
        color.setAlpha(90)
        self._painter.fillRect(band, color)
        # Limits have their words there; without them the place below the band is free, and above it
        # there is often none.
        top = max(layout.area.top() + 1, band.top() - 16) if has_limits else band.bottom() + 2
        self._words(top, f"Natural range {low:.2f}–{high:.2f}")

    def limits(self, policy: PlainSsim) -> None:
        """The policy's two limits, with their words."""
        smooth = policy.threshold + policy.band
        for value, words, style, role in (
            (smooth, f"Smooth from {smooth:.2f}", Qt.PenStyle.DashLine, "smooth"),
            (
                policy.threshold,
                f"Visible below {policy.threshold:.2f}",
                Qt.PenStyle.DotLine,
                "borderline_edge",
            ),
        ):
            y = self._layout.y(value)
            color = self._tokens.smooth if role == "smooth" else self._tokens.borderline_edge
            self._painter.setPen(QPen(QColor(color), 1.2, style))
            area = self._layout.area
            self._painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            self._words(y + 2, words)

    def seam_line(self, shown: Plotted) -> None:
        x = self._layout.x(shown.seam)
        is_loud = shown.shape is Shape.VISIBLE
        color = self._tokens.color("visible" if is_loud else "line_strong")
        self._painter.setPen(QPen(color, 1.4))
        area = self._layout.area
        self._painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def curve(self, shown: Plotted) -> None:
        points = [self._layout.point(pair, value) for pair, value in enumerate(shown.now)]
        self._painter.setPen(QPen(self._tokens.color("text"), 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF(points))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tokens.color("text"))
        for pair, point in enumerate(points):
            if pair != shown.seam:
                self._painter.drawEllipse(point, 2.2, 2.2)
        if points:
            self._paint_seam_mark(points[shown.seam], shown.shape)

    def _paint_seam_mark(self, at: QPointF, shape: Shape | None) -> None:
        self._painter.setBrush(self._tokens.color("panel"))
        self._painter.drawEllipse(at, 8, 8)
        if shape is None:
            paint_cut(self._painter, at, self._tokens.color("text_2"))
            return
        paint_shape(
            self._painter, shape, QRectF(at - QPointF(6, 6), at + QPointF(6, 6)), self._tokens
        )

    def predicted(self, shown: Plotted) -> None:
        if not shown.predicted:
            return
        offset = shown.seam - shown.predicted_seam
        points = [
            self._layout.point(pair + offset, value)
            for pair, value in enumerate(shown.predicted)
            if 0 <= pair + offset < self._layout.count
        ]
        pen = QPen(self._tokens.color("accent"), 1.5, Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF(points))
        value = shown.predicted[shown.predicted_seam]
        words = tr(
            "Predicted after {remedy}: {value}", remedy=shown.predicted_name, value=f"{value:.2f}"
        )
        self._painter.setPen(self._tokens.color("accent"))
        right = self._layout.area.right()
        lines = _lines(shown.policy)
        y = self._layout.y(max(lines) if lines else (shown.natural or (value,))[0])
        self._painter.drawText(QRectF(right - 320, y + 2, 316, 16), int(_RIGHT), words)

    def seam_words(self, shown: Plotted, theme: Theme) -> None:
        value = shown.now[shown.seam]
        at = self._layout.point(shown.seam, value)
        first = shown.first_frame + shown.seam + 1
        is_low = at.y() > self._layout.area.center().y()
        # Near the top the curve would lie on words beside the point; below it there is room.
        line_px = self._line_px
        top = at.y() - line_px if is_low else at.y() + 1.5 * line_px
        place = QRectF(at.x() + 16, top, 260, line_px + 2)
        self._painter.setPen(self._tokens.color("text"))
        self._painter.drawText(
            place,
            int(_LEFT),
            tr(
                "{value} at {first} → {number}", value=f"{value:.2f}", first=first, number=first + 1
            ),
        )
        if shown.natural is not None and value < shown.natural[0]:
            self._painter.setFont(theme.font(TextSize.CAPTION))
            self._painter.setPen(self._tokens.color("text_2"))
            below = tr(
                "{difference} below the natural range", difference=f"{shown.natural[0] - value:.2f}"
            )
            self._painter.drawText(place.translated(0, line_px + 1), int(_LEFT), below)

    def _words(self, top: float, words: str) -> None:
        self._painter.setPen(self._tokens.color("text_2"))
        place = QRectF(self._layout.area.left() + 8, top, 260, 15)
        self._painter.drawText(place, int(_LEFT), tr(words))


_WHOLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
"""Larger text is higher than its line, and is seen whole all the same."""
_LEFT = Qt.AlignmentFlag.AlignLeft | _WHOLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _WHOLE
_CENTRE = Qt.AlignmentFlag.AlignHCenter | _WHOLE


def _told(plotted: Plotted | None) -> str:
    if plotted is None:
        return "Similarity of neighbouring frames"
    told = f"Similarity of neighbouring frames: {plotted.now[plotted.seam]:.2f} at the boundary"
    others: Sequence[float] = [
        value for pair, value in enumerate(plotted.now) if pair != plotted.seam
    ]
    if others:
        told += f", {min(others):.2f} to {max(others):.2f} around it"
    return told


def _lines(policy: BoundaryPolicy) -> tuple[float, ...]:
    """Limits of SSIM that are drawn: against the scene's own motion there are none."""
    if isinstance(policy, PlainSsim):
        return policy.threshold, policy.threshold + policy.band
    return ()
