"""Where another workflow can come from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import set_word_icon
from restitch_app.ui.theme.theme import Theme


class AddButton(QPushButton):
    file_asked = Signal()
    clip_asked = Signal()
    history_asked = Signal()
    bundled_asked = Signal(str)  # its name

    def __init__(self, theme: Theme, bundled: Sequence[tuple[str, str]]) -> None:
        """`bundled`: name and title of those that come with Restitch."""
        super().__init__(tr("Add"))
        self._theme = theme
        self.setObjectName("add_workflow")
        self.setAccessibleName(tr("Add a workflow"))
        self.setAutoDefault(False)
        menu = QMenu(self)
        menu.setObjectName("add_workflow_menu")
        menu.addAction(tr("From a file…")).triggered.connect(lambda: self.file_asked.emit())
        menu.addAction(tr("From a clip or picture…")).triggered.connect(
            lambda: self.clip_asked.emit()
        )
        menu.addAction(tr("From a server's history…")).triggered.connect(
            lambda: self.history_asked.emit()
        )
        if bundled:
            menu.addSeparator()
        for name, title in bundled:
            menu.addAction(tr(title)).triggered.connect(partial(self._ask, name))
        self.setMenu(menu)
        theme.changed.connect(self._tint)
        self._tint()

    def _ask(self, name: str, _is_on: bool = False) -> None:
        self.bundled_asked.emit(name)

    def _tint(self) -> None:
        set_word_icon(self, self._theme, "plus")
