"""The drift meter's picture: a line for each quantity along the chain of segments."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from restitch_app.domain.drift import Chain, Course, Quantity, SceneDrift
from restitch_app.ui.inspector.drift_words import (
    NAMES,
    STEADY,
    band_text,
    change_text,
    meter_name,
    shown_quantities,
    value_text,
)
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.shapes import Shape, paint_shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole
from restitch_app.ui.theme.type import TextSize

ROW_PX, NAMES_PX, VALUES_PX, INSET_PX = 34, 88, 66, 5
WIDE_VALUES = ("ΔE 88.8", "−88 %", "× 8.88")
DOT_PX, MARK_PX = 4.0, 10.0
DOTS_UP_TO = 40
"""Segments; beyond that the line alone tells more."""
EMPTY = SceneDrift(0, ())
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DriftChart(QWidget):
    segment_picked = Signal(int)  # sequence index

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drift_chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self._selected: int | None = None
        theme.changed.connect(self._retheme)
        self._names_px = NAMES_PX
        self._retheme()
        self.show_drift(EMPTY)

    def show_drift(self, drift: SceneDrift) -> None:
        self._drift = drift
        self._quantities = shown_quantities(drift)
        self.setAccessibleName(tr(meter_name(drift)))
        self.updateGeometry()
        self.update()

    def show_selected(self, sequence_index: int | None) -> None:
        if sequence_index != self._selected:
            self._selected = sequence_index
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, ROW_PX * len(self._quantities))

    @Slot()
    def _retheme(self) -> None:
        """Names and values have the room that the largest has with the text as large as it is."""
        metrics = QFontMetrics(self._theme.font(TextSize.DETAIL, is_strong=True))
        widest = max(metrics.horizontalAdvance(tr(name)) for name in NAMES.values())
        self._names_px = max(NAMES_PX, widest + INSET_PX)
        widest = max(metrics.horizontalAdvance(value) for value in (tr(STEADY), *WIDE_VALUES))
        self._values_px = max(VALUES_PX, widest + INSET_PX)
        self.update()

    # places

    @property
    def _step_px(self) -> float:
        return max(1.0, self.width() - self._names_px - self._values_px) / max(
            1, self._drift.segment_count
        )

    def x_of(self, sequence_index: int) -> float:
        """The middle of the segment's place."""
        return self._names_px + (sequence_index + 0.5) * self._step_px

    def _index_at(self, x_px: float) -> int | None:
        index = int((x_px - self._names_px) // self._step_px)
        return index if 0 <= index < self._drift.segment_count else None

    # mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self.segment_picked.emit(index)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.name_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def name_at(self, point: QPointF) -> str:
        """Like `Segment 6, brightness 40 %, natural 44 to 52 %`; empty beside the lines."""
        index, row = self._index_at(point.x()), int(point.y() // ROW_PX)
        chain = self._drift.chain_of(index) if index is not None else None
        if chain is None or index is None or not 0 <= row < len(self._quantities):
            return ""
        quantity = self._quantities[row]
        tone = next(one for one in chain.segments if one.sequence_index == index)
        value = value_text(quantity, tone.median[quantity])
        told = [tr("Segment {number}", number=index + 1), f"{tr(NAMES[quantity].lower())} {value}"]
        course = chain.course(quantity)
        return ", ".join((*told, tr(band_text(course))) if course else told)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._selected is not None and self._selected < self._drift.segment_count:
            left = self.x_of(self._selected) - self._step_px / 2
            painter.fillRect(
                QRectF(left, 0, self._step_px, self.height()), self._color("selection")
            )
        for row, quantity in enumerate(self._quantities):
            rect = QRectF(0, row * ROW_PX, self.width(), ROW_PX)
            self._paint_names(painter, quantity, rect)
            for chain in self._drift.chains:
                self._paint_chain(painter, chain, quantity, rect)
        painter.end()

    def _paint_names(self, painter: QPainter, quantity: Quantity, rect: QRectF) -> None:
        course = self._last_course(quantity)
        leaves = course is not None and course.leaves_at is not None
        painter.setFont(self._theme.font(TextSize.DETAIL, is_strong=leaves))
        painter.setPen(self._color("text" if leaves else "text_2"))
        painter.drawText(
            rect.adjusted(0, 0, self._names_px - rect.width(), 0), LEFT, tr(NAMES[quantity])
        )
        if course is not None:
            change = change_text(quantity, course.change).removeprefix("detail ")
            text = change if leaves else tr(STEADY)
            painter.drawText(rect.adjusted(rect.width() - self._values_px, 0, 0, 0), RIGHT, text)

    def _last_course(self, quantity: Quantity) -> Course | None:
        """Of the chain that wanders off last, or of the last one."""
        courses = [one for chain in self._drift.chains if (one := chain.course(quantity))]
        leaving = [one for one in courses if one.leaves_at is not None]
        found = leaving or courses
        return found[-1] if found else None

    def _paint_chain(
        self, painter: QPainter, chain: Chain, quantity: Quantity, row: QRectF
    ) -> None:
        values = [one.median[quantity] for one in chain.segments]
        course = chain.course(quantity)
        inside = row.adjusted(0, INSET_PX, 0, -INSET_PX)
        reach = [*values, course.low, course.high] if course else [*values, min(values) - 1]
        low, high = min(reach), max(reach)

        def y_of(value: float) -> float:
            return inside.bottom() - (value - low) / max(high - low, 1e-6) * inside.height()

        places = [self.x_of(one.sequence_index) for one in chain.segments]
        if course is not None:
            left, right = places[0] - self._step_px / 2, places[-1] + self._step_px / 2
            top, bottom = y_of(course.high), y_of(course.low)
            painter.fillRect(QRectF(left, top, right - left, bottom - top), self._band_color())
        points = [QPointF(x, y_of(value)) for x, value in zip(places, values, strict=True)]
        painter.setPen(QPen(self._color("text"), 1.4))
        painter.drawPolyline(QPolygonF(points))
        if len(points) <= DOTS_UP_TO:
            painter.setBrush(self._color("text"))
            painter.setPen(Qt.PenStyle.NoPen)
            for point in points:
                painter.drawEllipse(point, DOT_PX / 2, DOT_PX / 2)
        if course is not None and course.leaves_at is not None:
            at = points[course.leaves_at]
            mark = QRectF(at.x() - MARK_PX / 2, at.y() - MARK_PX / 2, MARK_PX, MARK_PX)
            paint_shape(painter, Shape.BORDERLINE, mark, self._theme.tokens)

    def _color(self, role: ColorRole) -> QColor:
        return self._theme.tokens.color(role)

    def _band_color(self) -> QColor:
        color = self._color("line_strong")
        color.setAlpha(130)  # the selected segment shows through
        return color
