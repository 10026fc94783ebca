"""The header's word on ComfyUI: whether it answers, and its queue."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from restitch_app.ui.header.server_watch import ServerWatch
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import CONTROL_HEIGHT
from restitch_app.ui.widgets import IconLabel, label, row


class ServerButton(QToolButton):
    change_asked = Signal()

    def __init__(self, theme: Theme, watch: ServerWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("server")
        self.setProperty("kind", "quiet")
        self.setFixedHeight(CONTROL_HEIGHT)
        self._watch = watch
        self._is_compact = False
        self._icon = IconLabel(theme, "server")
        self._word = label("", "strong")
        self._queue = label("", tone="2")
        chevron = IconLabel(theme, "chevron-down")
        for part in (self._icon, self._word, self._queue, chevron):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parts = row(self._icon, self._word, self._queue, chevron, margins=(6, 0, 6, 0))
        self.setLayout(self._parts)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        watch.changed.connect(self._write)
        self._write()

    def set_compact(self, is_compact: bool) -> None:
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._write()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press opens no second menu."""
        event.accept()

    def _write(self) -> None:
        status = self._watch.status
        if status is None:
            self._icon.set_icon("server", "text_3")
            word, queue = "ComfyUI", "asking"
        elif not status.is_answering:
            self._icon.set_icon("unplug", "visible")
            word, queue = "ComfyUI not answering", ""
        else:
            self._icon.set_icon("server", "smooth")
            word = "ComfyUI connected"
            parts = [f"{status.running} running"] if status.running else []
            parts += [f"{status.queued} queued"] if status.queued else []
            host = status.name.rpartition(":")[0] or status.name
            queue = f"{host} · {', '.join(parts) or 'idle'}"
            if self._is_compact:
                queue = f"{status.running} + {status.queued}"
        self._word.setText(word)
        self._queue.setText(queue)
        self._queue.setVisible(bool(queue))
        self.setMinimumWidth(self._parts.sizeHint().width())
        self.setAccessibleName(f"{word} {queue}".strip())
        self.setToolTip(status.problem if status and status.problem else "Server and queue")

    def _fill(self) -> None:
        self._menu.clear()
        status = self._watch.status
        if status is not None:
            where = self._menu.addAction(status.url)
            where.setEnabled(False)
            self._menu.addSeparator()
        self._menu.addAction("Try now", self._watch.ask_now)
        self._menu.addAction("Change server…", self.change_asked.emit)
