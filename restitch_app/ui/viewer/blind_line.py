"""The line above the players that asks which of two unnamed versions is better."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.tokens import PANEL_PADDING
from restitch_app.ui.viewer.candidate_line import LINE_HEIGHT
from restitch_app.ui.viewer.wording import score_text

QUESTION = "Blind comparison: which one is better?"


class BlindLine(QFrame):
    picked = Signal(object)  # 0 and 1: the first, the second; None: no difference
    cancelled = Signal()
    use_asked = Signal(int)  # version id
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Version | None = None
        self.setObjectName("blind_line")
        self.setProperty("kind", "banner")
        self.setFixedHeight(LINE_HEIGHT)
        self._text = label()
        self._text.setObjectName("blind_text")
        self._answers = [
            self._button("blind_first", "1 is better", "1", 0),
            self._button("blind_second", "2 is better", "2", 1),
            self._button("blind_same", "No difference", "0", None),
        ]
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName("blind_cancel")
        self._cancel.setToolTip(tr("Cancel (Esc)"))
        self._cancel.clicked.connect(self.cancelled)
        self._use = QPushButton()
        self._use.setObjectName("blind_use")
        self._use.setProperty("kind", "primary")
        self._use.clicked.connect(self._ask_use)
        self._close = QPushButton(tr("Close"))
        self._close.setObjectName("blind_close")
        self._close.clicked.connect(self.close_line)
        parts = (*self._answers, self._cancel, self._use, self._close)
        self.setLayout(row(self._text, -1, *parts, margins=(PANEL_PADDING, 0, PANEL_PADDING, 0)))
        self.hide()

    def close_line(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def ask(self) -> None:
        self._show(QUESTION, is_asking=True)

    def reveal(
        self, first: Version, second: Version, chosen: Version | None, *, can_use: bool
    ) -> None:
        """What was 1 and what was 2; the chosen one can be used unless it is current."""
        self._chosen = chosen
        named = f"1 was {_words(first)}, 2 was {_words(second)}."
        if chosen is None:
            said = "You saw no difference."
        else:
            said = f"You chose v{chosen.number}" + (
                ", the current one." if chosen.is_current else "."
            )
        self._show(f"{said} {named}", is_asking=False)
        is_useful = chosen is not None and not chosen.is_current
        self._use.setVisible(is_useful)
        if chosen is not None:
            self._use.setText(tr("Use v{number}", number=chosen.number))
            self._use.setEnabled(can_use)

    def _show(self, text: str, *, is_asking: bool) -> None:
        self._text.setText(tr(text))
        for one in (*self._answers, self._cancel):
            one.setVisible(is_asking)
        self._close.setVisible(not is_asking)
        self._use.setVisible(False)
        self.show()

    def _button(self, name: str, text: str, key: str, which: int | None) -> QPushButton:
        button = QPushButton(tr(text) if key in text else f"{tr(text)} ({key})")
        button.setAccessibleName(tr(text))
        button.setObjectName(name)
        button.setShortcut(key)
        button.setToolTip(f"{tr(text)} ({key})")
        button.clicked.connect(lambda: self.picked.emit(which))
        return button

    def _ask_use(self) -> None:
        if self._chosen is not None:
            self.use_asked.emit(self._chosen.id)
            self.close_line()


def _words(version: Version) -> str:
    return f"v{version.number} (QA {score_text(version)})"
