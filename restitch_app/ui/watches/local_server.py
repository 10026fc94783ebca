"""Starts ComfyUI on this computer, by the command that the settings have for it."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QProcess, Slot

from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.notices.notices import Notice, Notices, Weight
from restitch_app.ui.state.servers import Servers


class LocalServer(QObject):
    """What is started goes on when Restitch ends: renders go on with it."""

    KEY = "local server"

    def __init__(
        self, command: Callable[[], str], servers: Servers, notices: Notices, parent: QObject
    ) -> None:
        """`command`: as it would be typed in a terminal; empty where none was given."""
        super().__init__(parent)
        self._command, self._servers, self._notices = command, servers, notices

    @property
    def words(self) -> str:
        """Of the button; empty without a command, or where no server here is to get jobs."""
        has_one = any(is_here(server.url) for server in self._servers.relevant)
        return tr("Start local ComfyUI") if has_one and self._command().strip() else ""

    @Slot()
    def start(self) -> None:
        parts = QProcess.splitCommand(self._command())
        if not parts:
            return
        has_started, _process_id = QProcess.startDetached(parts[0], parts[1:])
        if not has_started:
            title = tr("ComfyUI could not be started.")
            text = tr(
                "{program} does not run here. Change the command in the settings.",
                program=Verbatim(parts[0]),
            )
            self._notices.show(
                Notice(self.KEY, Weight.ERROR, title, text, "power", of_project=False)
            )
            return
        self._notices.solve(self.KEY)
        self._notices.say(tr("ComfyUI is starting. Jobs go on as soon as it answers."), "power")
        self._servers.ask_now()


def is_here(url: str) -> bool:
    """Whether that address is this computer's own."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
