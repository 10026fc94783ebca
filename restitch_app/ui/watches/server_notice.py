"""The banner while no ComfyUI answers, with a countdown to the next try."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.notices.notices import Notice, Notices, Way, Weight
from restitch_app.ui.state.servers import Servers
from restitch_app.ui.state.session import Session
from restitch_app.ui.watches.local_server import LocalServer


class ServerNotice(QObject):
    """One server away of several is told in the header alone: jobs go to the others.

    Dismissed, the banner stays away until a server has answered once more and all are away again,
    or another project is opened.
    """

    KEY = "server"
    settings_asked = Signal()

    def __init__(
        self,
        servers: Servers,
        notices: Notices,
        local: LocalServer,
        session: Session,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._servers, self._notices, self._local = servers, notices, local
        self._session = session
        self._is_told = False
        servers.changed.connect(self._write)
        servers.ticked.connect(self._write)
        session.opened.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._is_told = False
        self._write()

    @Slot()
    def _write(self) -> None:
        if self._session.bench is None:  # nothing waits for a server; the last banner has gone
            return
        if not self._servers.are_all_away:
            self._is_told = False
            self._notices.solve(self.KEY)
            return
        if self._is_told and not self._notices.has(self.KEY):
            return
        self._is_told = True
        title, text = _words(self._servers)
        self._notices.show(
            Notice(
                self.KEY,
                Weight.WARNING,
                title,
                text,
                "unplug",
                self._ways(),
                countdown=tr("Next try in {count} s", count=self._servers.seconds_left),
            )
        )

    def _ways(self) -> tuple[Way, ...]:
        ways = (
            Way(tr("Try now"), self._servers.ask_now, "rotate-cw"),
            Way(tr("Change server…"), self.settings_asked.emit),
        )
        words = self._local.words
        return (*ways, Way(words, self._local.start, "power")) if words else ways


def _words(servers: Servers) -> tuple[str, str]:
    away = servers.relevant
    if len(away) == 1:
        place = Verbatim(away[0].url.partition("://")[2])
        return tr("ComfyUI at {place} is not answering.", place=place), tr(
            "You can keep reviewing and smoothing. Regenerating waits until it is back."
        )
    return tr("None of the {count} ComfyUI servers is answering.", count=len(away)), tr(
        "You can keep reviewing and smoothing. Regenerating waits until one is back."
    )
