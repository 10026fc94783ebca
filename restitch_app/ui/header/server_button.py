"""The header's word on ComfyUI: which servers answer, and their queues."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from restitch_app.domain.servers import Server
from restitch_app.ui.header.server_words import header_words, icon_of, menu_line
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import IconLabel, label, row
from restitch_app.ui.state.servers import Servers
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import CONTROL_HEIGHT


class ServerButton(QToolButton):
    settings_asked = Signal(str)  # the server's address; empty: no particular one

    def __init__(self, theme: Theme, servers: Servers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("server")
        self.setProperty("kind", "quiet")
        self.setFixedHeight(CONTROL_HEIGHT)
        self._theme, self._servers = theme, servers
        self._is_compact = self._is_tight = False
        self._icon = IconLabel(theme, "server")
        self._word = label("", "strong")
        self._word.setObjectName("server_word")
        self._queue = label("", tone="2")
        self._queue.setObjectName("server_queue")
        chevron = IconLabel(theme, "chevron-down")
        for part in (self._icon, self._word, self._queue, chevron):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parts = row(self._icon, self._word, self._queue, chevron, margins=(6, 0, 6, 0))
        self.setLayout(self._parts)
        self._menu = QMenu(self)
        self._menu.setObjectName("server_menu")
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self._lines: dict[str, QAction] = {}
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        servers.changed.connect(self._write)
        theme.changed.connect(self._write)
        self._write()

    def set_compact(self, is_compact: bool, *, is_tight: bool = False) -> None:
        """Shorter words; `is_tight`: its icon alone tells that the servers answer."""
        if (is_compact, is_tight) != (self._is_compact, self._is_tight):
            self._is_compact, self._is_tight = is_compact, is_tight
            self._write()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press opens no second menu."""
        event.accept()

    def event(self, event: QEvent) -> bool:
        """The words inside want other room, also after another theme brought another font.

        A tool button's own hint knows only its text, which is empty.
        """
        is_handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            self._fit()
        return is_handled

    def _fit(self) -> None:
        needed = self._parts.sizeHint().width()
        if needed != self.minimumWidth():
            self.setMinimumWidth(needed)

    @Slot()
    def _write(self) -> None:
        servers, states = self._servers.relevant, self._servers.states
        words = header_words(servers, states)
        self._icon.set_icon(words.icon, words.tone)
        queue = words.short if self._is_compact else words.detail
        self._word.setText(tr(words.word))
        self._word.setHidden(self._is_tight)
        self._queue.setText(tr(queue))
        self._queue.setVisible(bool(queue))
        self._fit()
        self.setAccessibleName(f"{tr(words.word)} {tr(words.detail)}".strip())
        problems = [f"{one.server.name}: {one.problem}" for one in states if one.problem]
        usual = tr(words.word) if self._is_tight else tr("Servers and their queues")
        self.setToolTip(tr("\n".join(problems)) or usual)
        if self._menu.isVisible():
            self._refresh()

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        self._lines.clear()
        others = [one for one in self._servers.listed if one not in self._servers.relevant]
        off = [one for one in others if not one.is_enabled]
        for server in (*self._servers.relevant, *off):
            line = self._menu.addAction("")
            line.triggered.connect(lambda _on=False, url=server.url: self.settings_asked.emit(url))
            self._lines[server.url] = line
            self._write_line(server)
        self._menu.addSeparator()
        self._menu.addAction(
            self._theme.icon("rotate-cw", "text_2"), tr("Try now"), self._servers.ask_now
        )
        self._menu.addAction(
            self._theme.icon("settings", "text_2"),
            tr("Settings…"),
            lambda: self.settings_asked.emit(""),
        )

    def _refresh(self) -> None:
        """News while the menu is open: its lines stay where they are."""
        for server in (*self._servers.relevant, *self._servers.listed):
            if server.url in self._lines:
                self._write_line(server)

    def _write_line(self, server: Server) -> None:
        state = self._servers.state_of(server.url)
        line = self._lines[server.url]
        line.setText(tr(menu_line(server, state).replace("&", "&&")))
        line.setIcon(self._theme.icon(*icon_of(server, state)))
        problem = state.problem if state is not None and server.is_enabled else ""
        line.setToolTip(tr(problem) or server.url)
