"""What a server rendered last, to take a workflow from."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.forms.field_row import FormRow
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

SIZE = (560, 460)
ID_ROLE = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    asked = Signal(str, str)  # the server's address, prompt id

    def __init__(
        self, context: PanelContext, bench: Workbench, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.setObjectName("history_dialog")
        self.setWindowTitle(tr("Workflow from a server"))
        self.setModal(True)
        self.resize(*SIZE)
        self.server = ChoiceBox(context.theme)
        self.server.setObjectName("history_server")
        self.server.setAccessibleName(tr("Server"))
        for one in context.servers.relevant:
            self.server.addItem(tr(one.name), one.url)
        self.server.activated.connect(self._look)
        self.list = QListWidget()
        self.list.setObjectName("history_list")
        self.list.setAccessibleName(tr("Its last renders"))
        self.list.currentRowChanged.connect(self._refresh)
        self._told = label("", "detail", "2")
        self._told.setObjectName("history_told")
        self._told.setWordWrap(True)
        self._looks = Latest(context.runners.network, self)
        self._looks.arrived.connect(self._show)
        self._looks.failed.connect(self._not_read)
        self.cancel = cancel_button(self, context.theme)
        self.go = confirm_button(self, context.theme, "Add workflow", "plus", "add_from_history")
        self.go.clicked.connect(self._ask)
        self.list.itemActivated.connect(lambda _item: self._ask())
        self._build(context)
        self._look()

    def _build(self, context: PanelContext) -> None:
        server = FormRow(context.theme, "Server")
        server.put(self.server)
        inside = QVBoxLayout()
        inside.setContentsMargins(*[DIALOG_PADDING] * 4)
        inside.setSpacing(SPACE_M)
        inside.addWidget(server)
        inside.addWidget(self.list, 1)
        inside.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addWidget(foot(-1, self.cancel, self.go))

    @Slot()
    def _look(self) -> None:
        self.list.clear()
        url = self.server.currentData()
        if not isinstance(url, str):
            self._told.setText(tr("There is no server yet. Add one in the settings."))
        else:
            self._told.setText(tr("Asking the server…"))
            self._looks.ask("Reading a server's history", partial(_past, self._bench, url))
        self._refresh()

    @Slot(object)
    def _show(self, past: tuple[tuple[str, str], ...]) -> None:
        for prompt_id, words in past:
            item = QListWidgetItem(words)
            item.setData(ID_ROLE, prompt_id)
            self.list.addItem(item)
        self._told.setText("" if past else tr("This server remembers no finished render."))
        self.list.setCurrentRow(0 if past else -1)
        self._refresh()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._told.setText(tr(str(error)))

    @Slot()
    def _refresh(self) -> None:
        has_one = self.list.currentItem() is not None
        self.go.setEnabled(has_one)
        self.go.setToolTip("" if has_one else tr("Choose a render first"))

    @Slot()
    def _ask(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            url, prompt_id = str(self.server.currentData()), str(item.data(ID_ROLE))
            self.accept()
            self.asked.emit(url, prompt_id)

    def done(self, result: int) -> None:
        self._looks.drop()
        super().done(result)


def _past(bench: Workbench, url: str, _ctx: JobContext) -> tuple[tuple[str, str], ...]:
    """(prompt id, as people read it), newest first."""
    return tuple(
        (one.prompt_id, _words(one.files, one.node_count, one.ended_at_ms))
        for one in bench.workflows.server_history(url)
    )


def _words(files: tuple[str, ...], node_count: int, ended_at_ms: int | None) -> str:
    when = (
        "" if ended_at_ms is None else f"{datetime.fromtimestamp(ended_at_ms / 1000):%d.%m. %H:%M}"
    )
    made = Verbatim(files[0]) if files else tr("no file")
    if len(files) > 1:
        made = tr("{file} and {count} more", file=made, count=len(files) - 1)
    nodes = tr_n("{count} node", "{count} nodes", node_count)
    return " · ".join(part for part in (when, made, nodes) if part)
