"""Drop-down lists: plain, and with search where there is a lot to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from restitch_app.ui.forms.chevrons import paint_drop_mark
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme

SEARCH_FROM = 9
"""Choices; below, the list is seen as a whole."""
SHORTEST_CHARACTERS = 12


class ChoiceBox(QComboBox):
    """As narrow as its place. Nothing is chosen in passing: the wheel opens nothing and changes
    nothing.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.opens_by_arrows = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST_CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_drop_mark(self, self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows open the list: what is passed on the way to another choice is not chosen."""
        is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if is_arrow and self.opens_by_arrows and not self.view().isVisible():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(ChoiceBox):
    """One of several texts. What the workflow has may be missing on the server: it stays
    selectable, for another server may have it.
    """

    edited = Signal()

    def __init__(
        self, theme: Theme, choices: Sequence[str], now: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.opens_by_arrows = False  # a value is changed back as easily
        others = [] if now is None or now in choices else [now]
        self.addItems([*others, *choices])
        for number in range(self.count()):
            self.setItemData(number, self.itemText(number), Qt.ItemDataRole.ToolTipRole)
        if others:
            tip = tr("Not among the choices of the server that was asked")
            self.setItemData(0, tip, Qt.ItemDataRole.ToolTipRole)
        if self.count() >= SEARCH_FROM:
            self._make_searchable()
        self.show_value(now)
        self.currentIndexChanged.connect(self._picked)

    @property
    def value(self) -> str | None:
        return self.itemText(self.currentIndex()) if self.currentIndex() >= 0 else None

    def show_value(self, value: str | None) -> None:
        self.setCurrentIndex(-1 if value is None else self.findText(value))
        self._settle()

    def _make_searchable(self) -> None:
        line = QLineEdit()
        line.setPlaceholderText(tr("Type to search"))
        line.editingFinished.connect(self._settle)
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        found = QCompleter(self.model(), self)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(found)

    @Slot()
    def _picked(self) -> None:
        self._settle()
        self.edited.emit()

    @Slot()
    def _settle(self) -> None:
        """What was typed and is no choice goes; the start of a long name is what is seen."""
        line = self.lineEdit()
        if line is not None:
            line.setText(self.value or "")
            line.setCursorPosition(0)
        self.setToolTip(self.value or "")
