"""Asks the project's ComfyUI from time to time whether it answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.ui.review_state import ReviewState

if TYPE_CHECKING:
    from restitch_app.services.server_status import ServerStatus

ASK_EVERY_S = 5
ASK_AGAIN_AFTER_S = 15
"""While it does not answer; the banner counts these down."""


class ServerWatch(QObject):
    changed = Signal()  # the answer, or the seconds until the next question

    def __init__(
        self, state: ReviewState, runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._runner = state, runner
        self._status: ServerStatus | None = None
        self._url = self._asked_url = ""
        self._is_asking = False
        self._left_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._tick)
        state.scene_changed.connect(self._follow)

    @property
    def status(self) -> ServerStatus | None:
        """None until the server was asked, and without a project."""
        return self._status

    @property
    def seconds_left(self) -> int:
        """Until the next question."""
        return self._left_s

    def ask_now(self) -> None:
        if self._url and not self._is_asking:
            self._is_asking, self._asked_url = True, self._url
            job = self._runner.submit(f"Asking {self._url}", partial(_asked, self._url))
            job.succeeded.connect(self._take)
            job.ended.connect(self._ended)

    def stop(self) -> None:
        self._timer.stop()

    @Slot(object)
    def _follow(self, _changes: Changes) -> None:
        settings = self._state.settings
        url = settings.server_url if settings else ""
        if url == self._url:
            return
        self._url, self._status, self._left_s = url, None, 0
        if url:
            self._timer.start()
            self.ask_now()
        else:
            self._timer.stop()
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        self._left_s -= 1
        if self._left_s <= 0:
            self.ask_now()
        elif self._status is not None and not self._status.is_answering:
            self.changed.emit()

    @Slot(object)
    def _take(self, answer: object) -> None:
        status = cast("ServerStatus", answer)
        if status.url != self._url:
            return
        self._left_s = ASK_EVERY_S if status.is_answering else ASK_AGAIN_AFTER_S
        self._status = status
        self.changed.emit()

    @Slot()
    def _ended(self) -> None:
        self._is_asking = False
        if self._asked_url != self._url:  # the project changed while it was asked
            self.ask_now()


def _asked(url: str, _ctx: JobContext) -> ServerStatus:
    from restitch_app.services.server_status import ask_server

    return ask_server(url)
