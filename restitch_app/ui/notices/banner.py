"""The banner below the header: the worst notice, with its ways on."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.notices.notices import Notice, Notices, Weight
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, label, row, set_word_icon
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import BANNER_HEIGHT, PANEL_PADDING, SPACE_S, ColorRole

_ICON_ROLES: dict[Weight, ColorRole] = {
    Weight.INFO: "text_2",
    Weight.WARNING: "borderline_edge",
    Weight.ERROR: "visible",
}


class Banner(QFrame):
    """Whoever composes the window hides it while `Notices.worst` is None."""

    def __init__(self, notices: Notices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "banner")
        self.setFixedHeight(BANNER_HEIGHT)
        self._notices, self._theme = notices, theme
        self._shown: Notice | None = None
        self._icon = IconLabel(theme)
        self._title = ElidedLabel("", "strong")
        self._title.setObjectName("banner_title")
        self._text = ElidedLabel()
        self._text.setObjectName("banner_text")
        self._countdown = label("", "detail", "2")
        self._buttons: list[QPushButton] = []
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._dismiss = QToolButton()
        self._dismiss.setObjectName("banner_dismiss")
        self._dismiss.setProperty("kind", "quiet")
        self._dismiss.setAccessibleName(tr("Dismiss this message"))
        self._dismiss.setToolTip(tr("Dismiss"))
        self._dismiss.clicked.connect(self._on_dismiss)
        layout = row(self._icon, self._title, self._text, self._countdown, margins=(12, 0, 12, 0))
        layout.setStretch(2, 1)
        layout.addLayout(self._ways)
        layout.addWidget(self._dismiss)
        self.setLayout(layout)
        notices.changed.connect(self._write)
        theme.changed.connect(self._tint)
        self._tint()
        self._write()

    @Slot()
    def _write(self) -> None:
        notice = self._notices.worst
        if notice is None or notice == self._shown:
            self._shown = notice
            return
        before, self._shown = self._shown, notice
        self._icon.set_icon(notice.icon, _ICON_ROLES[notice.weight])
        self._title.setText(tr(notice.title))
        self.setToolTip(tr(notice.title) + "\n" + tr(notice.text))  # what a narrow one leaves out
        self._text.setText(tr(notice.text))
        self._countdown.setText(tr(notice.countdown))
        self._countdown.setVisible(bool(notice.countdown))
        self._dismiss.setVisible(notice.can_dismiss)
        self.setAccessibleName(f"{tr(notice.title)} {tr(notice.text)}".strip())
        if before is None or _ways_of(before) != _ways_of(notice):  # a countdown keeps its buttons
            self._set_ways(notice)
        else:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What happened comes before the rest, and ways on are whole: first the text goes."""
        others = (self._icon, self._countdown, self._dismiss, *self._buttons)
        shown = [one for one in others if not one.isHidden()]
        needed = sum(one.sizeHint().width() + SPACE_S for one in shown) + 2 * PANEL_PADDING
        room = self.width() - needed - self._title.sizeHint().width() - SPACE_S
        has_text = self._shown is not None and bool(self._shown.text)
        self._text.setVisible(has_text and room >= self._text.minimumSizeHint().width())

    def _set_ways(self, notice: Notice) -> None:
        while (item := self._ways.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._buttons = []
        for number, way in enumerate(notice.ways):
            button = QPushButton(tr(way.text))
            button.setObjectName(f"banner_way_{number}")
            if way.icon:
                set_word_icon(button, self._theme, way.icon)
            button.clicked.connect(lambda _on=False, number=number: self._take(number))
            self._ways.addWidget(button)
            self._buttons.append(button)
        self._fit()

    def _take(self, number: int) -> None:
        if self._shown is not None and number < len(self._shown.ways):
            self._shown.ways[number].take()

    @Slot()
    def _on_dismiss(self) -> None:
        if self._shown is not None:
            self._notices.solve(self._shown.key)

    @Slot()
    def _tint(self) -> None:
        self._dismiss.setIcon(self._theme.icon("x"))
        if self._shown is not None:
            self._set_ways(self._shown)


def _ways_of(notice: Notice) -> tuple[object, ...]:
    return notice.key, *((way.text, way.icon) for way in notice.ways)
