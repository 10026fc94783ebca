"""The workflows a project keeps, by name, with where each came from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from restitch_app.domain.workflows import WorkflowRecord
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.workflows.words import origin_words

ID_ROLE = Qt.ItemDataRole.UserRole


class WorkflowList(QListWidget):
    picked = Signal(int)  # workflow id

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._records: tuple[WorkflowRecord, ...] = ()
        self._scene_id: int | None = None
        self.setObjectName("workflow_list")
        self.setAccessibleName(tr("Workflows of the project"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._moved)
        theme.changed.connect(self._write)

    @property
    def record(self) -> WorkflowRecord | None:
        """The selected one."""
        wanted = self.currentIndex().data(ID_ROLE)
        return next((one for one in self._records if one.id == wanted), None)

    def show_records(
        self, records: Sequence[WorkflowRecord], selected: int | None, of_scene: int | None
    ) -> None:
        """`of_scene`: the one for clips that carry none."""
        self._records, self._scene_id = tuple(records), of_scene
        self.blockSignals(True)
        while self.count() > len(records):
            self.takeItem(self.count() - 1)
        while self.count() < len(records):
            self.addItem(QListWidgetItem())
        self._write()
        ids = [one.id for one in records]
        self.setCurrentRow(ids.index(selected) if selected in ids else (0 if ids else -1))
        self.blockSignals(False)

    @Slot()
    def _write(self) -> None:
        for number, record in enumerate(self._records):
            item = self.item(number)
            origin = origin_words(record)
            told = [origin]
            if not record.is_converted:
                told = [tr("Waits for a server"), origin]
            elif record.id == self._scene_id:
                told = [tr("For clips without one"), origin]
            item.setText(f"{record.name}\n{' · '.join(told)}")
            item.setToolTip(f"{record.name}\n{origin}")
            item.setData(ID_ROLE, record.id)
            waits = not record.is_converted
            item.setIcon(self._theme.icon("clock", "text_2") if waits else QIcon())

    @Slot()
    def _moved(self) -> None:
        record = self.record
        if record is not None:
            self.picked.emit(record.id)
