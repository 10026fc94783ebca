"""What a regeneration sets off: a sentence, the chain of segments, the time it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.pieces.widgets import IconLabel, label, row
from restitch_app.ui.pieces.wording import about
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import RADIUS_CHIP, SPACE_M, SPACE_S, ColorRole
from restitch_app.ui.theme.type import TextSize

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import Estimate, RegenerationPlan

CHAIN_HEIGHT = 24
GAP_PX = 6.0
LEAST_TILE_PX = 22.0
SHARE_WIDTH, SHARE_HEIGHT = 180, 6


class ImpactBox(QFrame):
    def __init__(self, theme: Theme, plan: RegenerationPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("impact")
        self.setProperty("kind", "card")
        self._index, self._count = plan.version.sequence_index, plan.segment_count
        self._impact = plan.impact
        self._strong = label("", "strong")
        self._strong.setObjectName("impact_sentence")
        self._more = label()
        self._more.setObjectName("impact_rest")
        self._chain = Chain(theme, self._index, self._count)
        self._time = label("", "strong")
        self._time.setObjectName("estimate")
        self._share = _Share(theme)
        self._told = label(tr("GPU time vs whole scene"), "detail", "2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        layout.setSpacing(SPACE_S)
        layout.addLayout(row(IconLabel(theme, "git-branch"), self._strong, self._more, -1))
        layout.addWidget(self._chain)
        layout.addLayout(row(IconLabel(theme, "timer"), self._time, self._share, self._told, -1))

    def show_estimate(
        self, estimate: Estimate | None, takes: int, *, is_cascade: bool = False
    ) -> None:
        """`is_cascade`: everything after the segment is rendered as well."""
        self._show_impact(is_cascade=is_cascade)
        segments = self._count - self._index if is_cascade else 1
        has_one = estimate is not None
        self._share.setVisible(has_one)
        self._told.setVisible(has_one)
        if estimate is None:
            self._time.setText(tr("No estimate yet"))
            return
        asked = estimate.seconds * takes * segments
        scene = estimate.seconds * self._count
        if asked < scene:
            whole = about(scene).removeprefix("≈ ")
            self._time.setText(tr("{time} instead of {whole}", time=about(asked), whole=whole))
        else:
            self._time.setText(
                tr_n(
                    "{time} for {count} take",
                    "{time} for {count} takes",
                    takes * segments,
                    time=about(asked),
                )
            )
        self._share.set_share(min(1.0, asked / scene) if scene else 1.0)

    def _show_impact(self, *, is_cascade: bool) -> None:
        sentence, _, rest = self._impact.partition(". ")
        if is_cascade:
            named = segments_from(self._index, self._count)
            sentence = f"This will regenerate {named}"
            rest = "Each from the new last frame before it."
        self._strong.setText(tr(f"{sentence}."))
        self._more.setText(tr(rest))
        self._chain.show_reach(self._count if is_cascade else self._index + 1)


def segments_from(index: int, count: int) -> str:
    """ "segments 5–10", or "segment 10" where none comes after it."""
    return f"segment {count}" if index + 1 == count else f"segments {index + 1}–{count}"


def estimate_words(estimate: Estimate | None, server: str) -> str:
    if estimate is None:
        return tr("No finished run on {server} yet.", server=server)
    return tr_n(
        "Estimate from the last {count} run on {server}.",
        "Estimate from the last {count} runs on {server}.",
        estimate.runs,
        server=server,
    )


class Chain(QWidget):
    """One box a segment: the one that is regenerated, and those that may need re-checking."""

    def __init__(self, theme: Theme, index: int, count: int) -> None:
        super().__init__()
        self._theme, self._index, self._count = theme, index, count
        self._stop = index + 1
        self.setFixedHeight(CHAIN_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_reach(index + 1)

    def show_reach(self, stop: int) -> None:
        """Sequence indices from its own to before `stop` are regenerated."""
        self._stop = stop
        later = self._count - stop
        told = tr(
            "Segment {number} of {count} is regenerated, {later} after may need re-checking",
            number=self._index + 1,
            count=self._count,
            later=later,
        )
        if stop > self._index + 1:
            told = tr(
                "Segments {first} to {last} of {count} are regenerated, {later} after may need "
                "re-checking",
                first=self._index + 1,
                last=stop,
                count=self._count,
                later=later,
            )
        self.setAccessibleName(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, CHAIN_HEIGHT)

    def shown(self) -> range:
        """Segments that fit: around the one that is regenerated."""
        fits = max(3, int((self.width() + GAP_PX) / (LEAST_TILE_PX + GAP_PX)))
        if self._count <= fits:
            return range(self._count)
        start = max(0, min(self._index - fits // 3, self._count - fits))
        return range(start, start + fits)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        shown = self.shown()
        width = (self.width() - GAP_PX * (len(shown) - 1)) / len(shown)
        for place, segment in enumerate(shown):
            box = QRectF(place * (width + GAP_PX), 0.5, width, self.height() - 1)
            is_it, is_later = self._index <= segment < self._stop, segment >= self._stop
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("primary" if is_it else "hover"))
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
            if is_later:
                painter.setBrush(QBrush(tokens.color("line_strong"), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QPen(tokens.color("control"), 1, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), RADIUS_CHIP, RADIUS_CHIP)
            painter.setFont(self._theme.font(TextSize.DETAIL, is_strong=is_it or is_later))
            role: ColorRole = "on_primary" if is_it else "text" if is_later else "text_2"
            painter.setPen(tokens.color(role))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(segment + 1))
        painter.end()


class _Share(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(SHARE_WIDTH, SHARE_HEIGHT)

    def set_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = SHARE_HEIGHT / 2
        painter.setBrush(self._theme.tokens.color("line_strong"))
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setBrush(self._theme.tokens.color("accent"))
        filled = QRectF(0, 0, max(SHARE_HEIGHT, self._share * self.width()), self.height())
        painter.drawRoundedRect(filled, radius, radius)
        painter.end()
