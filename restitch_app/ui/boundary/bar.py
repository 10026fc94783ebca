"""The line above the boundary page: which boundary it is, and the ways on from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import ElidedLabel, KeyButton, label, row
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_S

BAR_HEIGHT = 44
PLAY, BACK = "Play boundary", "Back to player"


class BoundaryBar(QFrame):
    play_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, actions = context.theme, context.actions
        self._title = label("", "heading")
        self._title.setObjectName("boundary_title")
        self._facts = ElidedLabel("", "detail", "2")
        self._facts.setObjectName("boundary_facts")
        self.play = KeyButton(theme, PLAY, "repeat")
        live_key(actions, Act.LOOP, self.play)
        self.play.setObjectName("play_boundary")
        self.play.setCheckable(True)
        self.play.clicked.connect(lambda: self.play_asked.emit())
        before = KeyButton(theme, "", "chevron-left")
        live_key(actions, Act.PREVIOUS_BOUNDARY, before)
        before.setObjectName("boundary_before")
        before.setAccessibleName(tr("Previous boundary"))
        before.setToolTip(tr("Previous boundary"))
        before.clicked.connect(lambda: self.previous_asked.emit())
        after = KeyButton(theme, "", "chevron-right")
        live_key(actions, Act.NEXT_BOUNDARY, after)
        after.setObjectName("boundary_after")
        after.setAccessibleName(tr("Next boundary"))
        after.setToolTip(tr("Next boundary"))
        after.clicked.connect(lambda: self.next_asked.emit())
        self._back = KeyButton(theme, BACK, "x", kind="quiet")
        live_key(actions, Act.BACK, self._back)
        self._back.setObjectName("back_to_player")
        self._back.clicked.connect(lambda: self.back_asked.emit())
        self._whole = (self.play, self._title, before, after, self._back)
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self.setFixedHeight(BAR_HEIGHT)
        margins = (PANEL_PADDING, 0, PANEL_PADDING, 0)
        layout = row(
            self._title, self._facts, self.play, before, after, self._back, margins=margins
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def tell(self, title: str, facts: str) -> None:
        self._title.setText(tr(title))
        self._facts.setText(tr(facts))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for words, icons and keys say it; `Back` loses its word first."""
        for button, words in ((self._back, BACK), (self.play, PLAY)):
            button.setText(tr(words))
            button.setAccessibleName(tr(words))
            button.setToolTip("")
        for button in (self._back, self.play):
            if self._needed() > self.width():
                button.setToolTip(tr(button.accessibleName()))
                button.setText("")

    def _needed(self) -> int:
        facts_px = self._facts.minimumSizeHint().width() + SPACE_S
        whole_px = sum(one.sizeHint().width() + SPACE_S for one in self._whole)
        return facts_px + whole_px + 2 * PANEL_PADDING
