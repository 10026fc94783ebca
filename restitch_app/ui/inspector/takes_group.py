"""The takes of one request, ranked; up and down show each in the players."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from restitch_app.ui.focus.key_guard import KEEPS_UP_DOWN
from restitch_app.ui.inspector.version_row import VersionRow
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import key_chip, label, restyled, row
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_XS


class TakesGroup(QFrame):
    """Takes the focus by Tab or a click on one of its rows."""

    audition_asked = Signal(int)  # version id
    in_hand = Signal(bool)
    """It has the focus: its takes are about to be looked at."""

    def __init__(self, request_id: str, rows: Sequence[VersionRow]) -> None:
        super().__init__()
        self.request_id, self.rows = request_id, tuple(rows)
        self.setObjectName("takes")
        self.setProperty("kind", "takes")
        self.setProperty(KEEPS_UP_DOWN, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: int | None = None
        title = f"{len(self.rows)} takes of one request, best first"
        self.setAccessibleName(tr("{what}. Up and down look at each", what=title))
        heading = QWidget()
        heading.setLayout(
            row(
                label(tr(title), "caption", "2"),
                -1,
                key_chip("↑ ↓"),
                margins=(PANEL_PADDING, SPACE_XS, PANEL_PADDING, SPACE_XS),
            )
        )
        heading.setToolTip(tr("Up and down show each take at the same frame"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading)
        for one in self.rows:
            layout.addWidget(one)
            one.pressed.connect(self._pressed)

    def show_compared(self, b: int | None) -> None:
        """`b`: version id of what is shown as B."""
        self._shown = b

    def step(self, by: int) -> None:
        """To the take further down, or up; from elsewhere to the best one."""
        usable = [one.version.id for one in self.rows if _can_show(one)]
        if not usable:
            return
        here = usable.index(self._shown) if self._shown in usable else None
        wanted = 0 if here is None else max(0, min(len(usable) - 1, here + by))
        self.audition_asked.emit(usable[wanted])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.step(by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        restyled(self, "state", "focused")
        self.in_hand.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        restyled(self, "state", "")
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.in_hand.emit(False)

    def _pressed(self, version_id: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        known = next(one for one in self.rows if one.version.id == version_id)
        if _can_show(known):
            self.audition_asked.emit(version_id)


def _can_show(shown: VersionRow) -> bool:
    return shown.version.purged_at is None and shown.version.facts.frame_count > 0
