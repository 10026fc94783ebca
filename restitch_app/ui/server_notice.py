"""The banner while ComfyUI does not answer, with a countdown to the next try."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.ui.header.server_watch import ServerWatch
from restitch_app.ui.notices.notices import Notice, Notices, Way, Weight


class ServerNotice(QObject):
    """Dismissed, it stays away until the server has answered once more and left again."""

    KEY = "server"
    change_asked = Signal()

    def __init__(self, watch: ServerWatch, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._watch, self._notices = watch, notices
        self._is_told = False
        watch.changed.connect(self._write)

    @Slot()
    def _write(self) -> None:
        status = self._watch.status
        if status is None or status.is_answering:
            self._is_told = False
            self._notices.solve(self.KEY)
            return
        if self._is_told and not self._notices.has(self.KEY):
            return
        self._is_told = True
        self._notices.show(
            Notice(
                self.KEY,
                Weight.WARNING,
                f"ComfyUI at {status.name} is not answering.",
                "You can keep reviewing and smoothing. Regenerating waits until it is back.",
                "unplug",
                (
                    Way("Try now", self._watch.ask_now, "rotate-cw"),
                    Way("Change server…", self.change_asked.emit),
                ),
                countdown=f"Next try in {self._watch.seconds_left} s",
            )
        )
