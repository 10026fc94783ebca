"""The ordered list of clips of a new scene: dragged, moved by keyboard, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.wording import rate_text

if TYPE_CHECKING:
    from restitch_app.services.imports.clip_look import ClipLook

COLUMNS = ("", "Clip", "Size", "Rate", "Frames", "Workflow")
PATH_ROLE = Qt.ItemDataRole.UserRole


class ClipList(QTreeWidget):
    """Delete takes a clip out, Alt+Up and Alt+Down move it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks: dict[Path, ClipLook] = {}
        self.setObjectName("clip_list")
        self.setAccessibleName(tr("Clips in the order of the scene"))
        self.setHeaderLabels([tr(name) for name in COLUMNS])
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    @property
    def paths(self) -> tuple[Path, ...]:
        """In the order shown."""
        return tuple(self._path(self.topLevelItem(row)) for row in range(self.topLevelItemCount()))

    @property
    def looks(self) -> tuple[ClipLook, ...]:
        return tuple(self._looks[path] for path in self.paths)

    def show_clips(self, looks: Sequence[ClipLook]) -> None:
        chosen = {self._path(item) for item in self.selectedItems()}
        here = self._path(self.currentItem()) if self.currentItem() is not None else None
        self._looks = {look.path: look for look in looks}
        self.clear()
        for number, look in enumerate(self._looks.values(), start=1):
            item = QTreeWidgetItem(_cells(number, look))
            item.setData(0, PATH_ROLE, str(look.path))
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            told = tr(look.problem or look.note)
            for column in range(len(COLUMNS)):
                item.setToolTip(column, told or str(look.path))
            if look.problem:
                item.setIcon(1, self._theme.icon("file-warning", "visible"))
                item.setData(1, Qt.ItemDataRole.AccessibleTextRole, f"{look.path.name}: {told}")
            self.addTopLevelItem(item)
            item.setSelected(look.path in chosen)
            if look.path == here:  # or the arrow keys would begin at the top again
                self.setCurrentItem(item, 1, QItemSelectionModel.SelectionFlag.NoUpdate)

    def move_chosen(self, step: int) -> None:
        """Move the selected clips up (-1) or down (1) together."""
        paths = list(self.paths)
        chosen = [paths.index(self._path(item)) for item in self.selectedItems()]
        for place in sorted(chosen, reverse=step > 0):
            target = place + step
            if not 0 <= target < len(paths) or (target in chosen):
                return
            paths[place], paths[target] = paths[target], paths[place]
            chosen[chosen.index(place)] = target
        self._reorder(paths)

    def remove_chosen(self) -> None:
        gone = {self._path(item) for item in self.selectedItems()}
        if gone:
            self._reorder([path for path in self.paths if path not in gone])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if is_alt and event.key() in steps:
            self.move_chosen(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._reorder(list(self.paths))

    def _reorder(self, paths: Sequence[Path]) -> None:
        self.show_clips([self._looks[path] for path in paths])
        self.changed.emit()

    def _path(self, item: QTreeWidgetItem | None) -> Path:
        assert item is not None
        return Path(item.data(0, PATH_ROLE))


def _cells(number: int, look: ClipLook) -> list[str]:
    facts = look.facts
    if facts is None:
        return [str(number), look.path.name, "", "", "", tr("Cannot be read")]
    return [
        str(number),
        look.path.name,
        f"{facts.width}×{facts.height}",
        tr(rate_text(facts.rate)),
        str(facts.frame_count),
        tr(look.workflow),
    ]
