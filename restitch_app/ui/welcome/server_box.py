"""The address of ComfyUI for new scenes, and whether it answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.ui.context import PanelContext
from restitch_app.ui.memory import WindowMemory
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.widgets import ElidedLabel, ShapeMark, label, row

if TYPE_CHECKING:
    from restitch_app.services.server_status import ServerStatus


class ServerBox(QWidget):
    def __init__(
        self, context: PanelContext, memory: WindowMemory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._memory = context, memory
        self._field = QLineEdit(memory.server)
        self._field.setObjectName("server_address")
        self._field.setAccessibleName("Address of ComfyUI")
        self._icon = self._field.addAction(
            context.theme.icon("server", "text_3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._field.returnPressed.connect(self.connect_now)
        self._button = QPushButton("Connect")
        self._button.setObjectName("connect_server")
        self._button.clicked.connect(self.connect_now)
        self._mark = ShapeMark(context.theme, Shape.NOT_CHECKED)
        self._word = ElidedLabel("Not connected", "detail", "2")
        self._word.setObjectName("server_answer")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label("ComfyUI", "strong"))
        needed = "Needed to regenerate. Review, compare and smooth work without it."
        about = label(needed, "detail", "2")
        about.setWordWrap(True)
        layout.addWidget(about)
        layout.addLayout(row(self._field, self._button))
        layout.addLayout(row(self._mark, self._word, -1))
        context.theme.changed.connect(self._tint)

    @Slot()
    def connect_now(self) -> None:
        """Ask whether it answers; the address is kept for new scenes if it does."""
        url = self._field.text().strip()
        if not url or not self._button.isEnabled():
            return
        self._button.setEnabled(False)
        self._mark.set_shape(Shape.CHECKING)
        self._word.setText("Connecting")
        job = self._context.runners.network.submit(f"Asking {url}", partial(_asked, url))
        job.succeeded.connect(self._answered)
        job.ended.connect(lambda: self._button.setEnabled(True))

    @Slot(object)
    def _answered(self, answer: object) -> None:
        status = cast("ServerStatus", answer)
        self._mark.set_shape(Shape.SMOOTH if status.is_answering else Shape.VISIBLE)
        if status.is_answering:
            self._memory.server = status.url
            queue = f"{status.running} running, {status.queued} queued"
            self._word.setText(f"Connected to {status.name} · {queue}")
        else:
            self._word.setText(status.problem)

    @Slot()
    def _tint(self) -> None:
        self._icon.setIcon(self._context.theme.icon("server", "text_3"))


def _asked(url: str, _ctx: JobContext) -> ServerStatus:
    from restitch_app.services.server_status import ask_server

    return ask_server(url)
