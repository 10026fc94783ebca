"""The address of ComfyUI for new scenes, and whether it answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.servers import ServerState
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.header.server_words import queue_words
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.pieces.widgets import ElidedLabel, ShapeMark, label, row
from restitch_app.ui.theme.shapes import Shape

if TYPE_CHECKING:
    from restitch_app.services.servers.server_list import ServerList


class ServerBox(QWidget):
    def __init__(
        self, context: PanelContext, memory: WindowMemory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._memory = context, memory
        self._field = QLineEdit(memory.server)
        self._field.setObjectName("server_address")
        self._field.setAccessibleName(tr("Address of ComfyUI"))
        self._icon = self._field.addAction(
            context.theme.icon("server", "text_3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._field.returnPressed.connect(self.connect_now)
        self._button = QPushButton(tr("Connect"))
        self._button.setObjectName("connect_server")
        self._button.clicked.connect(self.connect_now)
        self._mark = ShapeMark(context.theme, Shape.NOT_CHECKED)
        self._word = ElidedLabel(tr("Not connected"), "detail", "2")
        self._word.setObjectName("server_answer")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label("ComfyUI", "strong"))
        needed = tr("Needed to regenerate. Review, compare and smooth work without it.")
        about = label(needed, "detail", "2")
        about.setWordWrap(True)
        layout.addWidget(about)
        layout.addLayout(row(self._field, self._button))
        more = QPushButton(tr("All servers…"))
        more.setObjectName("all_servers")
        more.setProperty("kind", "link")
        more.setProperty("type", "detail")
        more.clicked.connect(context.actions[Act.SERVERS].trigger)
        layout.addLayout(row(self._mark, self._word, -1, more))
        context.theme.changed.connect(self._tint)

    @Slot()
    def connect_now(self) -> None:
        """Ask whether it answers; if it does it is in the list, and new scenes render there."""
        url = self._field.text().strip()
        if not url or not self._button.isEnabled():
            return
        self._button.setEnabled(False)
        self._mark.set_shape(Shape.CHECKING)
        self._word.setText(tr("Connecting"))
        job = self._context.servers.change(f"Asking {url}", partial(_connected, url))
        job.succeeded.connect(self._answered)
        job.failed.connect(self._refused)
        job.ended.connect(self._ended)

    @Slot(object)
    def _answered(self, answer: object) -> None:
        _, state = cast("tuple[object, ServerState]", answer)
        self._mark.set_shape(Shape.SMOOTH if state.is_answering else Shape.VISIBLE)
        if state.is_answering:
            self._memory.server = state.server.url
            queue = queue_words(state.running, state.queued)
            self._word.setText(
                tr("Connected to {name} · {queue}", name=state.server.name, queue=queue)
            )
        else:
            self._word.setText(tr(state.problem))

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._mark.set_shape(Shape.VISIBLE)
        self._word.setText(tr(str(error)))

    @Slot()
    def _ended(self) -> None:
        self._button.setEnabled(True)

    @Slot()
    def _tint(self) -> None:
        self._icon.setIcon(self._context.theme.icon("server", "text_3"))


def _connected(url: str, servers: ServerList) -> ServerState:
    state = servers.state(url)
    if state.is_answering and all(one.url != state.server.url for one in servers.servers()):
        servers.save(state.server)
    return state
