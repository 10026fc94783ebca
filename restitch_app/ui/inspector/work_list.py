"""The open points of the scene, worked through with N and Enter; what is done lies below."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from restitch_app.ui.focus.key_guard import KEEPS_UP_DOWN
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section, empty
from restitch_app.ui.pieces.times import when
from restitch_app.ui.pieces.widgets import IconLabel, ShapeMark, label, row
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import (
    NARROW_INSPECTOR_WIDTH,
    PANEL_PADDING,
    SPACE_S,
    SPACE_XS,
)

if TYPE_CHECKING:
    from restitch_app.services.review.worklist import Point, Worklist

MOST_ROWS = 200
"""Of each list; the rest is counted."""
LINE_PADDING_PX = 6
WHO_INDENT_PX = 22
_MARKS: dict[str, Shape | str] = {
    "DAMAGED": "file-warning",
    "RED": Shape.VISIBLE,
    "QUALITY": Shape.VISIBLE,
    "STALE": "unlink",
    "NEEDS_WORK": "refresh-cw",
    "FAILED": "circle-alert",
    "CANDIDATE": "eye",
    "YELLOW": Shape.BORDERLINE,
    "NOTE": "message-square",
    "UNCHECKED": Shape.NOT_CHECKED,
    "DONE": "check",
}


class Show(StrEnum):
    ALL = "Everything"
    RED = "Visible jumps"
    STALE = "Stale"
    NEEDS_WORK = "Needs work"
    NOTES = "Notes"


class Order(StrEnum):
    WORST = "Worst first"
    SCENE = "Scene order"


_KINDS = {
    Show.RED: ("RED",),
    Show.STALE: ("STALE",),
    Show.NEEDS_WORK: ("NEEDS_WORK",),
    Show.NOTES: ("NOTE",),
}

CHOICES_ROOM_PX = NARROW_INSPECTOR_WIDTH - 2 * PANEL_PADDING - SPACE_S - 12
"""For both beside each other, with a scroll bar."""


class WorkList(Section):
    picked = Signal(object)  # Point

    def __init__(self, theme: Theme) -> None:
        show_only = _box(theme, "open_points_filter", "Which open points are listed", Show)
        order = _box(theme, "open_points_order", "In which order", Order)
        super().__init__("Open points")
        self.show_only, self.order = show_only, order
        self.setObjectName("open_points")
        self._theme = theme
        self._list: Worklist | None = None
        self._buttons: list[_PointButton] = []
        self._points: tuple[Point, ...] = ()
        self._here = 0
        self.body.setSpacing(0)
        self._open, self._done = QVBoxLayout(), QVBoxLayout()
        self._fold = QPushButton(tr("Decided"))
        self._fold.setObjectName("decided_fold")
        self._fold.setProperty("kind", "fold")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._show_done)
        for layout in (self._open, self._done):
            layout.setSpacing(0)
        self._choices = row(show_only, order, -1)
        self.body.addLayout(self._choices)
        self.body.addSpacing(SPACE_XS)
        self.body.addLayout(self._open)
        self.body.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._done)
        for box in (self.show_only, self.order):
            box.currentIndexChanged.connect(self._fill)
        theme.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """One choice below the other where their words are long or large."""
        wanted = self.show_only.sizeHint().width() + self.order.sizeHint().width()
        is_tight = wanted > CHOICES_ROOM_PX
        directions = QBoxLayout.Direction
        self._choices.setDirection(directions.TopToBottom if is_tight else directions.LeftToRight)

    @property
    def has_focus(self) -> bool:
        """One of its points has it: opening one leaves the list where it is."""
        return any(button.hasFocus() for button in self._buttons)

    def show_list(self, found: Worklist) -> None:
        """A point that stays keeps the focus; of one that is done the next gets it."""
        if found != self._list:
            self._list = found
            self._fill()

    def forget(self) -> None:
        self._list = None

    @Slot()
    def take_focus(self) -> None:
        """To the point that was looked at last."""
        if self._buttons:
            self._buttons[min(self._here, len(self._buttons) - 1)].setFocus()

    @Slot()
    def _fill(self) -> None:
        if self._list is None:
            return
        had_focus, before = self.has_focus, self._looked_at()
        self._points = self._wanted(self._list.open)
        if before in self._points:
            self._here = self._points.index(before)
        empty(self._open)
        self._buttons = [
            self._button(number, point) for number, point in enumerate(self._points[:MOST_ROWS])
        ]
        for button, point in zip(self._buttons, self._points, strict=False):
            self._open.addLayout(_line(self._mark(point), button))
        beyond = len(self._points) - MOST_ROWS
        if beyond > 0:
            self._open.addWidget(label(tr("and {beyond} more", beyond=beyond), "detail", "3"))
        if not self._points:
            self._open.addWidget(label(tr(self._nothing()), "detail", "2"))
        self.count.setText(str(len(self._points)) if self._points else "")
        self._fold.setText(tr("Decided, {count}", count=len(self._list.done)))
        self._fold.setVisible(bool(self._list.done))
        self._show_done(self._fold.isChecked())
        if had_focus:
            self.take_focus()

    def _looked_at(self) -> Point | None:
        return self._points[self._here] if self._here < len(self._points) else None

    def _wanted(self, points: Sequence[Point]) -> tuple[Point, ...]:
        kinds = _KINDS.get(Show(self.show_only.currentData()))
        found = [point for point in points if kinds is None or point.kind.name in kinds]
        if self.order.currentData() == Order.SCENE:
            found.sort(key=lambda point: (point.place, point.kind))
        return tuple(found)

    def _nothing(self) -> str:
        is_all = self.show_only.currentData() == Show.ALL
        return "Nothing is open." if is_all else "Nothing of this kind is open."

    def _button(self, number: int, point: Point) -> _PointButton:
        button = _PointButton(point.text)
        button.setObjectName(f"open_point_{number}")
        button.clicked.connect(lambda _on=False: self._pick(number))
        button.stepped.connect(lambda by: self._step(number, by))
        return button

    def _pick(self, number: int) -> None:
        self._here = number
        self._buttons[number].setFocus()
        self.picked.emit(self._points[number])

    def _step(self, number: int, by: int) -> None:
        """Round the end."""
        self._here = (number + by) % len(self._buttons)
        self.take_focus()

    def _mark(self, point: Point) -> QWidget:
        mark = _MARKS[point.kind.name]
        if isinstance(mark, Shape):
            return ShapeMark(self._theme, mark, 10)
        return IconLabel(self._theme, mark, "text", 14)

    @Slot(bool)
    def _show_done(self, is_open: bool) -> None:
        empty(self._done)
        if self._list is None or not is_open:
            return
        for point in self._list.done[:MOST_ROWS]:
            button = _LineButton(point.text)
            button.clicked.connect(lambda _on=False, point=point: self.picked.emit(point))
            self._done.addLayout(_line(self._mark(point), button))
            if point.by and point.at:
                who = label(f"{point.by}, {tr(when(point.at))}", "caption", "3")
                who.setContentsMargins(WHO_INDENT_PX, 0, 0, SPACE_XS)
                self._done.addWidget(who)


class _LineButton(QPushButton):
    """Its text ends in "…" where the room ends."""

    def __init__(self, text: str) -> None:
        super().__init__(tr(text))
        self._whole = tr(text)
        self.setProperty("kind", "fold")
        self.setAccessibleName(self._whole)
        self.setToolTip(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its list; a button's own is as wide as its words."""
        return QSize(LINE_PADDING_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - LINE_PADDING_PX
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, mode, max(room, 1)))


class _PointButton(_LineButton):
    """Up, down, N and Shift+N go to its neighbours; Enter and Space pick it."""

    stepped = Signal(int)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty(KEEPS_UP_DOWN, True)
        self.setToolTip(tr("{what}. Enter opens it, N goes on", what=text))

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _step_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step_of(event)
        if step is None:
            super().keyPressEvent(event)
        elif step == 0:
            self.click()
        else:
            self.stepped.emit(step)


def _line(mark: QWidget, button: QPushButton) -> QHBoxLayout:
    line = row(mark, button)
    line.setStretch(1, 1)
    return line


def _step_of(event: QKeyEvent) -> int | None:
    """0: pick it; None: no key of the list."""
    key, with_ = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_N and with_ == Qt.KeyboardModifier.ShiftModifier:
        return -1
    if with_ != Qt.KeyboardModifier.NoModifier:
        return None
    if key in (Qt.Key.Key_N, Qt.Key.Key_Down):
        return 1
    if key == Qt.Key.Key_Up:
        return -1
    return 0 if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else None


def _box(theme: Theme, name: str, told: str, choices: type[StrEnum]) -> ChoiceBox:
    box = ChoiceBox(theme)
    box.opens_by_arrows = False  # another list is changed back as easily
    box.setMinimumContentsLength(0)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    box.setObjectName(name)
    box.setAccessibleName(tr(told))
    box.setToolTip(tr(told))
    box.setProperty("kind", "quiet")
    for choice in choices:
        box.addItem(tr(choice.value), choice.value)
    return box
