"""What the reviewer wants of the program: kept in the settings file, in force at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from restitch_app.ui.commands.key_bindings import KeyBindings, bindings_from
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.choice import LanguageChoice
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.notices.notices import Notice, Weight
from restitch_app.ui.theme.choice import ThemeChoice

DAMAGED_KEY = "damaged shortcuts"


class Preferences(QObject):
    """`memory` is read by whoever shows them; every change goes through here."""

    cache_limit_chosen = Signal(object)  # bytes
    volume_chosen = Signal(float)  # 0.0 to 1.0
    loop_frames_chosen = Signal(int)  # 0: whole segments
    notice_tried = Signal()
    release_check_chosen = Signal(bool)

    def __init__(self, memory: WindowMemory, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self.memory = memory
        self.cache_fill: Callable[[], float | None] = lambda: None
        """How full the frame cache is, 0.0 to 1.0; None without a project."""
        self._theme, self._actions = context.theme, context.actions
        bindings, problem = bindings_from(memory.shortcuts)
        self._actions.bind(bindings)
        if problem:
            context.notices.show(
                Notice(DAMAGED_KEY, Weight.WARNING, tr(problem), "", "keyboard", of_project=False)
            )

    def choose_theme(self, choice: ThemeChoice) -> None:
        self.memory.theme = choice
        self._theme.choose(choice)

    def choose_language(self, choice: LanguageChoice) -> None:
        """From the next start on."""
        self.memory.language = choice

    def choose_release_check(self, does: bool) -> None:
        """Whether a newer release is asked for at the start, once a day."""
        self.memory.asks_for_releases = does
        self.release_check_chosen.emit(does)

    def choose_text_percent(self, percent: int) -> None:
        self.memory.text_percent = percent
        self._theme.set_text_percent(percent)

    def choose_cache_limit(self, size_bytes: int) -> None:
        self.memory.frame_cache_bytes = size_bytes
        self.cache_limit_chosen.emit(size_bytes)

    def choose_volume(self, volume: float) -> None:
        """0.0 to 1.0; kept by the player, which may change it as well."""
        self.volume_chosen.emit(volume)

    def choose_loop_frames(self, frames: int) -> None:
        self.memory.loop_frames = frames
        self.loop_frames_chosen.emit(frames)

    def bind(self, bindings: KeyBindings) -> None:
        self.memory.shortcuts = bindings.to_text()
        self._actions.bind(bindings)
