"""What the timeline is narrowed down to, and the menu that changes it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import restyled, set_word_icon
from restitch_app.ui.state.filters import Filter
from restitch_app.ui.theme.theme import Theme

EVERYTHING = "Everything"


class FilterButton(QPushButton):
    picked = Signal(object)  # Filter, or None for everything

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_filter")
        self.setProperty("kind", "quiet")
        self._theme = theme
        menu = QMenu(self)
        menu.setObjectName("timeline_filter_menu")
        group = QActionGroup(self)
        self._actions: dict[Filter | None, QAction] = {}
        for chosen in (None, *Filter):
            if chosen in (Filter.VISIBLE, Filter.STALE):
                menu.addSeparator()
            action = menu.addAction(tr(chosen.words) if chosen else tr(EVERYTHING))
            action.setCheckable(True)
            action.triggered.connect(lambda _on, chosen=chosen: self.picked.emit(chosen))
            group.addAction(action)
            self._actions[chosen] = action
        self.setMenu(menu)
        theme.changed.connect(self._tint)
        self._tint()
        self.show_filter(None)

    def show_filter(self, chosen: Filter | None) -> None:
        self._actions[chosen].setChecked(True)
        self.setText(tr(chosen.words) if chosen else tr(EVERYTHING))
        told = f"Only {chosen.words.lower()}" if chosen else EVERYTHING
        self.setAccessibleName(tr("Shown in the timeline: {told}", told=told))
        self.setToolTip(
            tr("The rest stands back. “Next shown” goes from one to the next")
            if chosen
            else tr("Show only boundaries or segments of one kind")
        )
        restyled(self, "active", chosen is not None)

    @Slot()
    def _tint(self) -> None:
        for chosen, action in self._actions.items():
            if chosen is not None and chosen.shape is not None:
                action.setIcon(self._theme.shape_icon(chosen.shape))
            elif chosen is not None:
                name = "unlink" if chosen is Filter.STALE else "message-square"
                action.setIcon(self._theme.icon(name, "text_2"))
        set_word_icon(self, self._theme, "list", "text_2")
