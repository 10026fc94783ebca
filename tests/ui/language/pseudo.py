"""A language that puts brackets round everything it translates: what stays bare was forgotten."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabBar,
    QTableWidget,
    QTreeWidget,
    QWidget,
)

from restitch_app.ui.language.installing import FOLDER, TEMPLATES
from restitch_app.ui.language.sentences import Sentences
from restitch_app.ui.pieces.widgets import ElidedLabel
from tests.catalogues.ts_files import read

INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")


def brackets() -> Sentences:
    """The language; it knows every text of the catalogues."""
    known = read(FOLDER / "restitch_de.ts").keys()
    templates = json.loads(TEMPLATES.read_text("utf-8"))
    return Sentences(lambda text: f"⟦{text}⟧" if text in known else None, templates)


def is_bare(text: str, data: Collection[str] = ()) -> bool:
    """Whether words stand outside of brackets that are not data of the project."""
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    for one in sorted(data, key=len, reverse=True):
        text = text.replace(one, "")
    return bool(WORD.search(text))


def bare(texts: Iterator[str], data: Collection[str] = ()) -> list[str]:
    return sorted({text for text in texts if is_bare(text, data)})


def words_of(root: QWidget) -> Iterator[str]:
    """Every text of a part of the window, its tooltips and what screen readers are told."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from _own_words(widget)


def words_in_menu(menu: QMenu) -> Iterator[str]:
    """With everything in its submenus."""
    for action in menu.actions():
        yield from _words_of_action(action)
        inside = action.menu()
        if isinstance(inside, QMenu):
            yield from words_in_menu(inside)


def _words_of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.statusTip())


def _own_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, ElidedLabel):
        yield widget.accessibleName()
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QTableWidget | QTreeWidget | QListWidget):
        yield from _words_in_rows(widget)
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(number) for number in range(widget.count()))


def _words_in_rows(view: QAbstractItemView) -> Iterator[str]:
    """With the heads of its columns; not what lies below a row of a tree."""
    model = view.model()
    is_list = isinstance(view, QListWidget)
    for column in range(1 if is_list else model.columnCount()):
        if not is_list:
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.data(model.index(row, column), role) or "")
