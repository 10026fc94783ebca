"""One remedy in the list: what it would give, what it costs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from restitch_app.ui.boundary.fixes import Fix
from restitch_app.ui.boundary.remedies import WINDOWS, WORDS, Remedy
from restitch_app.ui.theme.shapes import Shape, shape_of_class
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS
from restitch_app.ui.widgets import (
    ClickFrame,
    ElidedLabel,
    IconLabel,
    ShapeMark,
    label,
    restyled,
    row,
)
from restitch_app.ui.wording import ssim_text

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
    window_asked = Signal(int)

    def __init__(self, theme: Theme, remedy: Remedy) -> None:
        super().__init__()
        self.remedy = remedy
        words = WORDS[remedy]
        self.setObjectName(f"fix_{remedy.value}")
        self.setProperty("kind", "fix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._radio = _Radio(theme)
        self._loader = IconLabel(theme, "", "text_2", 14)
        self._mark = ShapeMark(theme, Shape.CHECKING, 10)
        self._value = label("", "strong")
        self._value.setObjectName("predicted")
        self.play = QToolButton()
        self.play.setObjectName("play_fix")
        self.play.setProperty("kind", "quiet")
        self.play.setToolTip(f"Play the boundary with this: {words.name}")
        self.play.setAccessibleName(f"Play with {words.name.lower()}")
        self.play.clicked.connect(lambda: self.play_asked.emit())
        self._cost = label("", "detail", "2")
        self._cost.setObjectName("cost")
        self._cost.setWordWrap(True)
        head = row(
            self._radio, ElidedLabel(words.name, "strong"), self._loader, self._mark, self._value
        )
        head.setStretch(1, 1)
        head.addWidget(self.play)
        self.slider = self._made_slider()
        self._length = label("", "detail")
        self._length_row = QWidget()
        self._length_row.setLayout(row(label(words.unit, "detail", "2"), self.slider, self._length))
        body = QVBoxLayout()
        body.setContentsMargins(RADIO_PX + SPACE_S, 0, SPACE_S, SPACE_XS)
        body.setSpacing(SPACE_XS)
        body.addWidget(self._cost)
        body.addWidget(self._length_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S, SPACE_XS, SPACE_XS, SPACE_XS)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(body)
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("window")
        windows = WINDOWS.get(self.remedy, (0,))
        slider.setRange(0, len(windows) - 1)
        slider.setPageStep(1)
        slider.setAccessibleName(f"{WORDS[self.remedy].name}, frames")
        slider.valueChanged.connect(lambda step: self.window_asked.emit(windows[step]))
        return slider

    def show_fix(
        self, fix: Fix, *, is_selected: bool, is_recommended: bool, is_applied: bool
    ) -> None:
        words = WORDS[fix.remedy]
        self._radio.is_on = is_selected
        self._radio.update()
        restyled(self, "state", "selected" if is_selected else "")
        after = fix.smoothed.after if fix.smoothed else None
        self._loader.setVisible(fix.is_working)
        self._loader.set_icon("loader" if fix.is_working else "")
        self._mark.setVisible(after is not None)
        if after is not None:
            self._mark.set_shape(shape_of_class(after.boundary_class))
        self._value.setText(
            "Working…" if fix.is_working else ssim_text(after.ssim) if after else ""
        )
        self.play.setEnabled(after is not None)
        prefix = "Applied. " if is_applied else "Recommended. " if is_recommended else ""
        self._cost.setText(prefix + (fix.problem or fix.cost))
        self._cost.setVisible(bool(self._cost.text()))
        windows = WINDOWS.get(fix.remedy)
        self._length_row.setVisible(is_selected and windows is not None and not fix.problem)
        if windows is not None:
            self.slider.blockSignals(True)
            self.slider.setValue(windows.index(fix.window))
            self.slider.blockSignals(False)
            self._length.setText(f"{fix.window * words.frames_per_step} frames")
        told = f"{words.name}, {self._value.text()}"
        if after is not None:
            told += f", {shape_of_class(after.boundary_class).word}"
        self.setAccessibleName(told)

    def event(self, event: QEvent) -> bool:
        """While it has the focus, its keys are its own and no shortcuts."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.clicked.emit()
        elif event.key() in OWN_KEYS:
            self.step_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self.play.setIcon(self._theme.icon("play", "text"))
