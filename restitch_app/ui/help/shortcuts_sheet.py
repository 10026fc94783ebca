"""All keys on one sheet, as they are now: in groups, with search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from restitch_app.ui.commands.actions import Actions, SheetLine
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import scrolling
from restitch_app.ui.pieces.widgets import key_chip, label, row
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_L, SPACE_M, SPACE_S, SPACE_XS

COLUMNS = 3
SIZE = (1040, 660)
CHIPS_WIDTH = 118


class ShortcutsSheet(QDialog):
    """Deletes itself when it is closed."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._search = QLineEdit()
        self._search.setObjectName("search_shortcuts")
        self._search.setPlaceholderText(tr("Search by key or by what it does"))
        self._search.setAccessibleName(tr("Search shortcuts"))
        self._search.textChanged.connect(self._fill)
        self._none = label(tr("No shortcut has these words."), tone="2")
        self._none.setObjectName("no_shortcut")
        self._place = QVBoxLayout()
        self._sheet = QWidget()
        copy = QPushButton(tr("Copy as text"))
        copy.setObjectName("copy_shortcuts")
        copy.setToolTip(tr("To print it, or to send it"))
        copy.clicked.connect(self._copy)
        close = QPushButton(tr("Close"))
        close.setObjectName("close_shortcuts")
        close.clicked.connect(self.close)
        hint = label(tr("Change keys under Settings, Shortcuts."), "detail", "3")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self._search)
        layout.addWidget(self._none)
        inside = QWidget()
        inside.setLayout(self._place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._sheet)
        self._place.addStretch(1)
        layout.addWidget(scrolling(inside), 1)
        layout.addLayout(row(hint, -1, copy, close))
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        actions.keys_changed.connect(self._fill)
        self._fill()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(shortcuts_page(self._actions.sheet()))

    @Slot()
    def _fill(self) -> None:
        old, self._sheet = self._sheet, self._made(self._search.text())
        self._place.replaceWidget(old, self._sheet)
        old.deleteLater()
        self._sheet.show()

    def _made(self, search: str) -> QWidget:
        words = search.casefold().split()
        groups = {
            title: [line for line in lines if _has(line, words)]
            for title, lines in self._actions.sheet().items()
        }
        shown = {title: lines for title, lines in groups.items() if lines}
        self._none.setVisible(not shown)
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE_L)
        for titles in _spread({title: len(lines) + 2 for title, lines in shown.items()}):
            column = QVBoxLayout()
            column.setSpacing(SPACE_XS)
            for title in titles:
                column.addWidget(label(tr(title), "strong"))
                for keys, text in shown[title]:
                    column.addLayout(_line(keys, text))
                column.addSpacing(SPACE_M)
            column.addStretch(1)
            columns.addLayout(column, 1)
        return sheet


def _spread(heights: dict[str, int]) -> list[list[str]]:
    """In order, over columns of about the same height."""
    columns: list[list[str]] = [[] for _ in range(COLUMNS)]
    share, so_far = sum(heights.values()) / COLUMNS, 0
    for title, height in heights.items():
        middle = so_far + height / 2
        columns[min(int(middle / max(share, 1)), COLUMNS - 1)].append(title)
        so_far += height
    return columns


def _line(keys: tuple[str, ...], text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE_S)
    chips = QWidget()
    chips.setFixedWidth(CHIPS_WIDTH)
    inside = QHBoxLayout(chips)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(SPACE_XS)
    for key in keys:
        inside.addWidget(key_chip(key))
    inside.addStretch(1)
    what: QLabel = label(tr(text), "detail")
    what.setWordWrap(True)
    line.addWidget(chips)
    line.addWidget(what, 1)
    return line


def _has(line: SheetLine, words: list[str]) -> bool:
    keys, text = line
    whole = f"{' '.join(keys)} {text}".casefold()
    return all(word in whole for word in words)


def shortcuts_page(sheet: dict[str, list[SheetLine]]) -> str:
    """As plain text, to be printed or sent: a heading for each group, a line an action."""
    parts = []
    for title, lines in sheet.items():
        width = max(len(", ".join(keys)) for keys, _ in lines)
        told = [f"  {', '.join(keys):<{width}}  {text}" for keys, text in lines]
        parts.append("\n".join([title, *told]))
    return "\n\n".join(parts)
