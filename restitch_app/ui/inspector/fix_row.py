"""One remedy in the list: what it would give, what it costs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from restitch_app.ui.boundary.lengths import has_length
from restitch_app.ui.focus.key_guard import claims
from restitch_app.ui.inspector.length_slider import LengthSlider
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import (
    ClickFrame,
    IconLabel,
    ShapeMark,
    label,
    restyled,
    row,
)
from restitch_app.ui.pieces.wording import ssim_text
from restitch_app.ui.theme.shapes import Shape, shape_of_class
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS

if TYPE_CHECKING:
    from restitch_app.services.remedies.forecast import Forecast

RADIO_PX = 16
OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Radio(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_on = False
        self.setFixedSize(RADIO_PX, RADIO_PX)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.color("primary" if self.is_on else "control")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(edge if self.is_on else tokens.color("field"))
        painter.drawEllipse(self.rect().adjusted(1, 1, -2, -2))
        if self.is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("on_primary"))
            painter.drawEllipse(self.rect().adjusted(5, 5, -6, -6))
        painter.end()


class FixRow(ClickFrame):
    """Pressed as a whole it is chosen; so it is by Space, and by the arrow keys from another."""

    play_asked = Signal()
    step_asked = Signal(int)  # to the row before (-1) or after (1)
    length_asked = Signal(object)  # frames a side, or None: as long as it finds best

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.name = name
        self.setObjectName(f"fix_{name}")
        self.setProperty("kind", "fix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._radio = _Radio(theme)
        self._title = label("", "strong")
        self._title.setWordWrap(True)  # a chain of remedies has a long name
        self._loader = IconLabel(theme, "", "text_2", 14)
        self._mark = ShapeMark(theme, Shape.CHECKING, 10)
        self._warning = IconLabel(theme, "", "visible", 14)
        self._warning.setObjectName("fix_warning")
        self._value = label("", "strong")
        self._value.setObjectName("predicted")
        self.play = QToolButton()
        self.play.setObjectName("play_fix")
        self.play.setProperty("kind", "quiet")
        self.play.clicked.connect(lambda: self.play_asked.emit())
        self._cost = label("", "detail", "2")
        self._cost.setObjectName("cost")
        self._cost.setTextFormat(Qt.TextFormat.RichText)
        self._cost.setWordWrap(True)
        self._lead, self._plain = "", ""
        self.length = LengthSlider(name)
        self.length.length_asked.connect(self.length_asked)
        head = row(self._radio, self._title, self._loader, self._warning, self._mark, self._value)
        head.setStretch(1, 1)
        head.addWidget(self.play)
        body = QVBoxLayout()
        body.setContentsMargins(RADIO_PX + SPACE_S, 0, SPACE_S, SPACE_XS)
        body.setSpacing(SPACE_XS)
        for part in (self._cost, self.length):
            body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S, SPACE_XS, SPACE_XS, SPACE_XS)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(body)
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()

    def show_fix(
        self,
        fix: Forecast,
        *,
        is_selected: bool,
        is_recommended: bool,
        is_applied: bool,
        tried_length: int | None,
        problem: str,
    ) -> None:
        """`tried_length`: frames a side that are being tried for it, if any are."""
        is_working = tried_length is not None
        self._radio.is_on = is_selected
        self._radio.update()
        restyled(self, "state", "selected" if is_selected else "")
        self._title.setText(tr(fix.title))
        shape = shape_of_class(fix.candidate.predicted_class)
        is_known = fix.ssim is not None and not is_working
        self._loader.setVisible(is_working)
        self._loader.set_icon("loader" if is_working else "")
        self._mark.setVisible(is_known)
        self._mark.set_shape(shape)
        self._value.setText(
            ssim_text(fix.ssim) if is_known else tr("Working…") if is_working else ""
        )
        # The mark tells the boundary alone: what the fix does to the frames around it, this.
        harms = is_known and bool(fix.why_not) and fix.can_be_applied
        self._warning.setVisible(harms)
        self._warning.set_icon("circle-alert" if harms else "", "visible")
        self._warning.setToolTip(tr(_told(fix)))
        self.play.setEnabled(is_known and fix.can_be_applied)
        self.play.setToolTip(tr("Play the boundary with this: {what}", what=fix.title))
        self.play.setAccessibleName(tr("Play with {what}", what=fix.title))
        self._lead = _lead(is_recommended, is_applied)
        self._plain = problem or _told(fix)
        self._show_cost()
        self.length.setVisible(is_selected and has_length(self.name) and fix.can_be_applied)
        self.length.show_length(fix.candidate, tried_length)
        told = [fix.title, self._value.text()]
        told += [shape.word] if is_known else []
        told += [fix.why_not] if is_known and fix.why_not else []
        told += [self._lead.rstrip(".")] if self._lead else []
        self.setAccessibleName(tr(", ".join(part for part in told if part)))
        self.setAccessibleDescription(tr(self._plain))
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """A scroll area asks only for the least height, and wrapped lines claim hardly any."""
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _show_cost(self) -> None:
        told = escape(tr(self._plain))
        if self._lead:
            accent = self._theme.tokens.accent
            told = f'<b style="color: {accent}">{escape(tr(self._lead))}</b> {told}'
        self._cost.setText(told)
        self._cost.setVisible(bool(told))

    def event(self, event: QEvent) -> bool:
        """While it has the focus, its keys are its own and no shortcuts."""
        return claims(event, OWN_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.clicked.emit()
        elif event.key() in OWN_KEYS:
            self.step_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self.play.setIcon(self._theme.icon("play", "text"))
        self._show_cost()


def _lead(is_recommended: bool, is_applied: bool) -> str:
    if is_applied:
        return "Applied."
    return "Recommended." if is_recommended else ""


def _told(fix: Forecast) -> str:
    return f"Not offered: {fix.why_not}." if fix.why_not else fix.cost
