"""The line above the boundary page: which boundary it is, and the ways on from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from restitch_app.ui.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.theme.tokens import PANEL_PADDING
from restitch_app.ui.widgets import ElidedLabel, KeyButton, label, row

BAR_HEIGHT = 44


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
        self.play = KeyButton(theme, "Play boundary", "repeat")
        live_key(actions, Act.LOOP, self.play)
        self.play.setObjectName("play_boundary")
        self.play.setCheckable(True)
        self.play.clicked.connect(lambda: self.play_asked.emit())
        before = KeyButton(theme, "", "chevron-left")
        live_key(actions, Act.PREVIOUS_BOUNDARY, before)
        before.setObjectName("boundary_before")
        before.setAccessibleName("Previous boundary")
        before.setToolTip("Previous boundary")
        before.clicked.connect(lambda: self.previous_asked.emit())
        after = KeyButton(theme, "", "chevron-right")
        live_key(actions, Act.NEXT_BOUNDARY, after)
        after.setObjectName("boundary_after")
        after.setAccessibleName("Next boundary")
        after.setToolTip("Next boundary")
        after.clicked.connect(lambda: self.next_asked.emit())
        back = KeyButton(theme, "Back to player", "x", kind="quiet")
        live_key(actions, Act.BACK, back)
        back.setObjectName("back_to_player")
        back.clicked.connect(lambda: self.back_asked.emit())
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self.setFixedHeight(BAR_HEIGHT)
        margins = (PANEL_PADDING, 0, PANEL_PADDING, 0)
        layout = row(self._title, self._facts, self.play, before, after, back, margins=margins)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def tell(self, title: str, facts: str) -> None:
        self._title.setText(title)
        self._facts.setText(facts)
