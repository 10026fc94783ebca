"""Closing the window: what is unfinished is told first, and nobody looks at a window that waits."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.ui.language.translating import tr, tr_n

if TYPE_CHECKING:
    from restitch_app.ui.main_window import MainWindow

log = logging.getLogger(__name__)


class Leaving(QObject):
    """Asks, closes the project in the background, and waits out of sight for what still runs."""

    over = Signal()  # nothing runs any more

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_leaving = self._is_waiting = False
        window.session.closed.connect(self._go_on)

    @property
    def is_leaving(self) -> bool:
        return self._is_leaving

    def ask(self) -> None:
        """The window was asked to close; ends with `over`, unless the reviewer stays."""
        window = self._window
        if self._is_leaving or not self._may_leave():
            return
        self._is_leaving = True
        window.places.keep()
        if window.session.folder is None and not window.session.is_busy:
            self._wait()
            return
        window.setEnabled(False)
        window.session.close()

    def _may_leave(self) -> bool:
        window, told = self._window, list[str]()
        running = sum(job.state.is_open for job in window.state.jobs)
        if running and not window.session.holder:
            told.append(
                tr_n(
                    "{count} job is not finished. It goes on at the server, and is picked up when "
                    "this project is opened again.",
                    "{count} jobs are not finished. They go on at the server, and are picked up "
                    "when this project is opened again.",
                    running,
                )
            )
        if window.runners.new_projects.is_busy:
            told.append(tr("A new project is being made. It is given up when you close."))
        if not told:
            return True
        title, yes, no = tr("Close Restitch"), tr("Close"), tr("Keep open")
        return window.choice.agrees(title, "\n\n".join(told), yes, no)

    @Slot()
    def _go_on(self) -> None:
        if self._is_leaving and not self._window.session.is_busy:
            self._wait()

    def _wait(self) -> None:
        """A server that is silent, or a disk, may keep work from ending for some seconds."""
        if self._is_waiting:
            return
        self._is_waiting = True
        window = self._window
        window.hide()
        window.done_watch.stop()
        window.servers.stop()
        window.memory.save()
        ending = window.runners.end()
        ending.succeeded.connect(self._told)
        ending.ended.connect(self._end)

    @Slot(object)
    def _told(self, have_all_ended: object) -> None:
        if not have_all_ended:
            log.warning("some work did not stop in time")

    @Slot()
    def _end(self) -> None:
        """The window may be deleted now, and with it what the desk's thread told this by: that
        thread has to have come back from telling."""
        self._window.runners.desk.wait()
        self.over.emit()
