"""A generation or a cascade as a card of the jobs strip, over the jobs that it asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from restitch_app.domain.runs import RunRecord, RunState
from restitch_app.services.runs.words import run_name, run_told
from restitch_app.ui.jobs.job_card import CARD_HEIGHT, CardRoom
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, label, row, set_word_icon
from restitch_app.ui.theme.theme import Theme

LONGEST_TOLD = {
    CardRoom.NARROW: 110,
    CardRoom.STEPS: 180,
    CardRoom.SERVER: 260,
    CardRoom.FULL: 360,
}


class RunCard(QFrame):
    pause_asked = Signal(int)  # run id, as in all of these
    continue_asked = Signal(int)
    end_asked = Signal(int)
    show_asked = Signal(int)

    def __init__(self, theme: Theme, run: RunRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"run_{run.id}")
        self.setProperty("kind", "card")
        self.setFixedHeight(CARD_HEIGHT)
        self._theme, self._run, self._room = theme, run, CardRoom.FULL
        self._icon = IconLabel(theme, "")
        self._title = label("", "detail-strong")
        self._told = ElidedLabel("", "detail", "2")
        self._told.setObjectName("run_told")
        self._show = _button("Show", "show")
        self._show.clicked.connect(lambda: self.show_asked.emit(self._run.id))
        self._hold = _button("", "hold")
        self._hold.clicked.connect(self._on_hold)
        self._end = QToolButton()
        self._end.setObjectName("end")
        self._end.setProperty("kind", "quiet")
        self._end.setProperty("size", "small")
        self._end.clicked.connect(lambda: self.end_asked.emit(self._run.id))
        layout = row(
            self._icon, self._title, self._told, self._show, self._hold, self._end,
            margins=(10, 0, 6, 0),
        )  # fmt: skip
        self.setLayout(layout)
        theme.changed.connect(self._tint)
        self.show_run(run)
        self._tint()

    def show_run(self, run: RunRecord) -> bool:
        """Whether it needs another width now."""
        needed, self._run = self.sizeHint().width(), run
        is_paused = run.state is RunState.PAUSED
        self._icon.set_icon("pause" if is_paused else "loader", "text_2" if is_paused else "accent")
        name, told = tr(run_name(run)), tr(run_told(run))
        self._title.setText(name)
        self._told.setText(told)
        self._hold.setText(tr("Continue") if is_paused else tr("Pause"))
        self._hold.setToolTip("" if is_paused else tr("After what is being rendered now"))
        self._end.setToolTip(tr("End it; what was made stays"))
        self._end.setAccessibleName(tr("End {name}", name=name))
        spoken = f"{name}. {told}"
        self.setAccessibleName(spoken)
        self.setToolTip(spoken if run.reason is None else f"{spoken}. {tr(run.reason.detail)}")
        self._tint()
        self._fit()
        return self.sizeHint().width() != needed

    def set_room(self, room: CardRoom) -> None:
        if room is not self._room:
            self._room = room
            self._fit()

    def _fit(self) -> None:
        self._told.setMaximumWidth(LONGEST_TOLD[self._room])
        self._show.setVisible(self._room >= CardRoom.STEPS)
        if (layout := self.layout()) is not None:
            layout.activate()  # or its size would be told as it was before

    @Slot()
    def _on_hold(self) -> None:
        is_paused = self._run.state is RunState.PAUSED
        (self.continue_asked if is_paused else self.pause_asked).emit(self._run.id)

    @Slot()
    def _tint(self) -> None:
        self._end.setIcon(self._theme.icon("x"))
        icon = "play" if self._run.state is RunState.PAUSED else "pause"
        set_word_icon(self._hold, self._theme, icon)


def _button(text: str, name: str) -> QPushButton:
    made = QPushButton(tr(text))
    made.setObjectName(name)
    made.setProperty("type", "detail")
    return made
