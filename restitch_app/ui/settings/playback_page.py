"""How scenes are played: memory for frames, how far a loop reaches, sound."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit

from restitch_app.ui.context import PanelContext
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import LEAST_CACHE_MB, LOOP_FRAMES, MOST_CACHE_MB
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.pieces.widgets import label, paragraph, row
from restitch_app.ui.settings.page import FieldNote, SettingsPage, heading
from restitch_app.ui.theme.tokens import SPACE_XS
from restitch_app.ui.viewer.looping import LoopReach

MIB = 1024 * 1024
VOLUMES = (100, 75, 50, 25)
FIELD_WIDTH, CHOICE_WIDTH = 96, 240
LOOK_MS = 1000
REFUSED = f"Give a whole number of MiB from {LEAST_CACHE_MB} to {MOST_CACHE_MB}. It is not kept."


class PlaybackPage(SettingsPage):
    def __init__(self, context: PanelContext, preferences: Preferences) -> None:
        super().__init__()
        self._preferences, self._memory = preferences, preferences.memory
        self._limit = QLineEdit()
        self._limit.setObjectName("cache_limit")
        self._limit.setAccessibleName(tr("Memory for frames, MiB"))
        self._limit.setFixedWidth(FIELD_WIDTH)
        self._limit.editingFinished.connect(self._keep_limit)
        self._now = paragraph("", "cache_now")
        self._problem = FieldNote("cache_problem")
        self._loop = _box(context, "loop_reach_default", "Loops reach")
        self._loop.addItems([tr(LoopReach(frames).word.capitalize()) for frames in LOOP_FRAMES])
        self._loop.activated.connect(self._choose_loop)
        self._volume = _box(context, "volume_default", "Sound")
        self._volume.addItems([f"{percent} %" for percent in VOLUMES])
        self._volume.activated.connect(self._choose_volume)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._show_fill)
        self._build()
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._write()
        self._looking.start()

    def leave(self) -> None:
        self._looking.stop()
        self._limit.clearFocus()
        self._keep_limit()

    def _build(self) -> None:
        self.body.addWidget(
            heading(
                tr("Memory for frames"),
                tr(
                    "Frames that were decoded stay in memory up to this limit. More of it makes "
                    "going back and reverse playing smoother."
                ),
            )
        )
        self.body.addLayout(row(self._limit, label("MiB", tone="2"), SPACE_XS, self._now, -1))
        self.body.addWidget(self._problem)
        self.body.addWidget(
            heading(tr("Loop"), tr("How many frames a loop plays on each side of a boundary."))
        )
        self.body.addLayout(row(self._loop, -1))
        self.body.addWidget(
            heading(tr("Sound"), tr("Heard at 1× and forwards, where clips have sound."))
        )
        self.body.addLayout(row(self._volume, -1))
        self.body.addStretch(1)

    def _write(self) -> None:
        memory = self._memory
        self._limit.setText(str(memory.frame_cache_bytes // MIB))
        self._problem.say("")
        self._loop.setCurrentIndex(LOOP_FRAMES.index(memory.loop_frames))
        percent = round(100 * memory.volume)
        self._volume.setCurrentIndex(VOLUMES.index(percent) if percent in VOLUMES else -1)
        self._show_fill()

    @Slot()
    def _show_fill(self) -> None:
        fill, limit = self._preferences.cache_fill(), self._memory.frame_cache_bytes
        used = ""
        if fill is not None:
            used = tr("{mebibytes} MiB in use now", mebibytes=round(fill * limit / MIB))
        self._now.setText(used)

    @Slot()
    def _keep_limit(self) -> None:
        typed = self._limit.text().strip()
        is_sound = typed.isdecimal() and LEAST_CACHE_MB <= int(typed) <= MOST_CACHE_MB
        self._problem.refuse("" if is_sound else REFUSED)
        if is_sound and int(typed) * MIB != self._memory.frame_cache_bytes:
            self._preferences.choose_cache_limit(int(typed) * MIB)
            self._show_fill()

    @Slot(int)
    def _choose_loop(self, number: int) -> None:
        self._preferences.choose_loop_frames(LOOP_FRAMES[number])

    @Slot(int)
    def _choose_volume(self, number: int) -> None:
        self._preferences.choose_volume(VOLUMES[number] / 100)


def _box(context: PanelContext, name: str, told: str) -> ChoiceBox:
    made = ChoiceBox(context.theme)
    made.setObjectName(name)
    made.setAccessibleName(tr(told))
    made.setFixedWidth(CHOICE_WIDTH)
    return made
