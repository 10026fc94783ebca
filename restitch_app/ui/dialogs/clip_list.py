"""The ordered list of clips of a new scene: dragged, moved by keyboard, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import rate_text
from restitch_app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from restitch_app.services.imports.clip_look import ClipLook

COLUMNS = ("", "Clip", "Size", "Rate", "Frames", "Workflow")
KEY_ROLE = Qt.ItemDataRole.UserRole
PICTURE_PX = QSize(64, 36)


class ClipList(QTreeWidget):
    """Delete takes a clip out, Alt+Up and Alt+Down move it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks: dict[str, ClipLook] = {}
        self.setObjectName("clip_list")
        self.setAccessibleName(tr("Clips in the order of the scene"))
        self.setHeaderLabels([tr(name) for name in COLUMNS])
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformRowHeights(True)
        self.setIconSize(PICTURE_PX)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    @property
    def paths(self) -> tuple[Path, ...]:
        """In the order shown; of a clip in pieces, one a piece."""
        return tuple(look.path for look in self.looks)

    @property
    def looks(self) -> tuple[ClipLook, ...]:
        return tuple(self._looks[key] for key in self._keys)

    @property
    def chosen(self) -> tuple[ClipLook, ...]:
        """Selected ones in the order shown."""
        chosen = {_key_of(item) for item in self.selectedItems()}
        return tuple(self._looks[key] for key in self._keys if key in chosen)

    @property
    def _keys(self) -> tuple[str, ...]:
        return tuple(_key_of(self.topLevelItem(row)) for row in range(self.topLevelItemCount()))

    def show_clips(self, looks: Sequence[ClipLook]) -> None:
        chosen = {_key_of(item) for item in self.selectedItems()}
        here = _key_of(self.currentItem()) if self.currentItem() is not None else None
        blocked = QSignalBlocker(self)  # nobody sees rows of clips that are not known any more
        self._looks = {_key(look): look for look in looks}
        self.clear()
        for number, (key, look) in enumerate(self._looks.items(), start=1):
            item = QTreeWidgetItem(_cells(number, look))
            item.setData(0, KEY_ROLE, key)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            told = tr(look.problem or look.note)
            for column in range(len(COLUMNS)):
                item.setToolTip(column, told or str(look.path))
            item.setIcon(0, _picture(look))
            if look.problem:
                item.setIcon(1, self._theme.icon("file-warning", "visible"))
                item.setData(1, Qt.ItemDataRole.AccessibleTextRole, f"{look.path.name}: {told}")
            self.addTopLevelItem(item)
            item.setSelected(key in chosen)
            if key == here:  # or the arrow keys would begin at the top again
                self.setCurrentItem(item, 1, QItemSelectionModel.SelectionFlag.NoUpdate)
        blocked.unblock()
        self.itemSelectionChanged.emit()

    def replace_looks(self, gone: Sequence[ClipLook], come: Sequence[ClipLook]) -> None:
        """Let `come` stand where the first of `gone` stood, selected."""
        keys = {_key(look) for look in gone}
        looks: list[ClipLook] = []
        for key in self._keys:
            if key not in keys:
                looks.append(self._looks[key])
            elif come[0] not in looks:
                looks += come
        self.show_clips(looks)
        new = {_key(look) for look in come}
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None:
                item.setSelected(_key_of(item) in new)
        self.changed.emit()

    def move_chosen(self, step: int) -> None:
        """Move the selected clips up (-1) or down (1) together."""
        keys = list(self._keys)
        chosen = [keys.index(_key_of(item)) for item in self.selectedItems()]
        for place in sorted(chosen, reverse=step > 0):
            target = place + step
            if not 0 <= target < len(keys) or (target in chosen):
                return
            keys[place], keys[target] = keys[target], keys[place]
            chosen[chosen.index(place)] = target
        self._reorder(keys)

    def remove_chosen(self) -> None:
        gone = {_key_of(item) for item in self.selectedItems()}
        if gone:
            self._reorder([key for key in self._keys if key not in gone])

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
        self._reorder(self._keys)

    def _reorder(self, keys: Sequence[str]) -> None:
        self.show_clips([self._looks[key] for key in keys])
        self.changed.emit()


def _key(look: ClipLook) -> str:
    """What tells rows apart, and survives being dragged."""
    frames = look.frames
    return f"{frames.start}-{frames.stop} {look.path}" if frames else f"all {look.path}"


def _key_of(item: QTreeWidgetItem | None) -> str:
    assert item is not None
    return str(item.data(0, KEY_ROLE))


def _picture(look: ClipLook) -> QIcon:
    found = look.picture
    if found is None:
        return QIcon()
    width, height = found.width_px, found.height_px
    image = QImage(found.rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    return QIcon(QPixmap.fromImage(image.copy()))


def _cells(number: int, look: ClipLook) -> list[str]:
    facts = look.facts
    if facts is None:
        return [str(number), look.path.name, "", "", "", tr("Cannot be read")]
    return [
        str(number),
        look.path.name,
        f"{facts.width}×{facts.height}",
        tr(rate_text(facts.rate)),
        _frames(look, facts.frame_count),
        tr(look.workflow),
    ]


def _frames(look: ClipLook, count: int) -> str:
    """With a piece's place in its file, as people count."""
    if look.frames is None:
        return str(count)
    return f"{count}  ({look.frames.start + 1}–{look.frames.stop})"
