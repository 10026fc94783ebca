"""The list of servers: name, address, state, version, GPU, queue."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from restitch_app.domain.servers import Server, ServerState
from restitch_app.ui.header.server_words import gpu_words, queue_words, state_word
from restitch_app.ui.language.translating import tr
from restitch_app.ui.state.servers import Servers, place_of
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.theme import Theme

COLUMNS = ("Server", "Address", "State", "Queue", "Version", "GPU")
STATE, GPU = COLUMNS.index("State"), COLUMNS.index("GPU")
URL = Qt.ItemDataRole.UserRole
WIDEST = {0: 170, 1: 210}
"""Of names and addresses, pixels."""
TICK_PX = 14
"""What the style sheet's tick and edges need beyond what Qt reckons."""


class ServerTable(QTableWidget):
    """A tick before the name: the server gets jobs."""

    picked = Signal(str)  # address
    enabled_changed = Signal(str, bool)  # address
    remove_asked = Signal()

    def __init__(self, theme: Theme, servers: Servers) -> None:
        super().__init__(0, len(COLUMNS))
        self.setObjectName("servers_table")
        self.setAccessibleName(tr("Servers"))
        self._theme, self._servers = theme, servers
        self.setHorizontalHeaderLabels([tr(name) for name in COLUMNS])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab goes on to the fields
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in WIDEST:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(GPU, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        self.itemSelectionChanged.connect(self._pick)
        self.itemChanged.connect(self._tick)
        servers.changed.connect(self.write)
        theme.changed.connect(self.write)
        self.write()

    @property
    def url(self) -> str:
        """Of the selected server; empty where none is."""
        item = self.item(self.currentRow(), 0) if self.selectedItems() else None
        return str(item.data(URL)) if item is not None else ""

    def select(self, url: str) -> bool:
        """Whether it is in the list."""
        for number, server in enumerate(self._servers.listed):
            if server.url == url and number < self.rowCount():
                self.setCurrentCell(number, 0)
                self.selectRow(number)
                return True
        return False

    def clear_selection(self) -> None:
        with QSignalBlocker(self):
            self.clearSelection()
            self.setCurrentCell(-1, -1)

    @Slot()
    def write(self) -> None:
        chosen, listed = self.url, self._servers.listed
        with QSignalBlocker(self):
            self.setRowCount(len(listed))
            for number, server in enumerate(listed):
                self._write_row(number, server)
            if chosen and not self.select(chosen):
                self.clearSelection()
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def _write_row(self, number: int, server: Server) -> None:
        state = self._servers.state_of(server.url)
        problem = tr(state.problem) if state is not None else ""
        for column, text in enumerate(_texts(server, state)):
            item = self.item(number, column)
            if item is None:
                item = QTableWidgetItem()
                self.setItem(number, column, item)
            item.setText(text)
            item.setToolTip(problem if column == STATE and problem else text)
            item.setData(URL, server.url)
            if column == 0:
                on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(on if server.is_enabled else off)
            elif column == STATE:
                item.setIcon(self._icon(server, state))

    def _icon(self, server: Server, state: ServerState | None) -> QIcon:
        if not server.is_enabled:
            return self._theme.shape_icon(Shape.NOT_CHECKED)
        if state is None:
            return self._theme.shape_icon(Shape.CHECKING)
        return self._theme.shape_icon(Shape.SMOOTH if state.is_answering else Shape.VISIBLE)

    def _fit_columns(self) -> None:
        """The words that may be long give way; the GPU takes what is left."""
        for column, widest in WIDEST.items():
            self.setColumnWidth(column, min(self.sizeHintForColumn(column) + TICK_PX, widest))

    @Slot()
    def _pick(self) -> None:
        if self.url:
            self.picked.emit(self.url)

    @Slot(QTableWidgetItem)
    def _tick(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            is_on = item.checkState() == Qt.CheckState.Checked
            self.enabled_changed.emit(str(item.data(URL)), is_on)


def _texts(server: Server, state: ServerState | None) -> tuple[str, ...]:
    name, word = tr(server.name), tr(state_word(server, state))
    place = server.url if server.url.startswith("https") else place_of(server.url)
    if state is None or not state.is_answering:
        return name, place, word, "", "", ""
    queue = tr(queue_words(state.running, state.queued))
    return name, place, word, queue, state.version, tr(gpu_words(state))
