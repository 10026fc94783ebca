"""The HTTP API of the open project, which this window serves if its user wants that."""

from __future__ import annotations

from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.bridge.pools import Runners
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.progress import JobContext
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.notices.notices import Notices
from restitch_app.ui.state.session import Session

if TYPE_CHECKING:
    from restitch_app.services.project.api_tokens import KeptToken
    from restitch_app.services.workbench import Workbench
    from restitch_app.ui.outside import LocalApi, RunningApi

DOING = "Serving the HTTP API"


class ApiState(Enum):
    OFF = "off"
    WAITING = "waiting"
    """Wanted, and no project is open."""
    STARTING = "starting"
    ON = "on"
    FAILED = "failed"


class WindowApi(QObject):
    """Off until it is switched on, and for every project that is opened from then on."""

    changed = Signal()
    token_made = Signal(str)
    """Shown once: nothing keeps it."""

    def __init__(
        self,
        session: Session,
        runners: Runners,
        memory: WindowMemory,
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._runners, self._memory = session, runners, memory
        self._notices = notices
        self._running: RunningApi | None = None
        self._problem = ""
        self._is_starting = False
        self.token_made_on = ""
        """When the open project's token was made, ISO; empty: there is none."""
        session.opened.connect(self._opened)
        session.closing.connect(self._stop)
        session.closed.connect(self._closed)

    @property
    def is_there(self) -> bool:
        """Whether this program can serve at all."""
        return self._session.outside.api is not None

    @property
    def state(self) -> ApiState:
        if not self._memory.serves_api:
            return ApiState.OFF
        if self._problem:
            return ApiState.FAILED
        if self._running is not None:
            return ApiState.ON
        return ApiState.STARTING if self._is_starting else ApiState.WAITING

    @property
    def problem(self) -> str:
        return self._problem

    @property
    def url(self) -> str:
        return self._running.url if self._running is not None else ""

    def switch(self, is_on: bool) -> None:
        self._memory.serves_api = is_on
        self._problem = ""
        if is_on:
            self._start()
        else:
            self._stop()
        self.changed.emit()

    def choose_port(self, port: int) -> None:
        """0: a free one, another with every start."""
        if port == self._memory.api_port:
            return
        self._memory.api_port = port
        self._problem = ""
        self._stop()
        if self._memory.serves_api:
            self._start()
        self.changed.emit()

    def make_token(self) -> None:
        """A new one for the open project, in place of the one before."""
        api, folder = self._session.outside.api, self._session.folder
        if api is not None and folder is not None:
            job = self._runners.own.submit("Making a token", partial(_made, api, folder))
            job.succeeded.connect(self._token_is_made)
            job.failed.connect(partial(self._notices.fail, doing="Making a token"))

    def revoke_token(self) -> None:
        api, folder = self._session.outside.api, self._session.folder
        if api is not None and folder is not None:
            job = self._runners.own.submit("Revoking a token", partial(_revoked, api, folder))
            job.succeeded.connect(self._know_token)
            job.failed.connect(partial(self._notices.fail, doing="Revoking a token"))

    @Slot()
    def _opened(self) -> None:
        api, folder = self._session.outside.api, self._session.folder
        if api is None or folder is None:
            return
        job = self._runners.own.submit("Looking for a token", partial(_current, api, folder))
        job.succeeded.connect(self._know_token)
        if self._memory.serves_api:
            self._start()
        self.changed.emit()

    def _start(self) -> None:
        """On the desk, as closing is: a project is never closed under a server that starts."""
        bench, api = self._session.bench, self._session.outside.api
        if bench is None or api is None or self._running is not None or self._is_starting:
            return
        self._is_starting = True
        work = partial(_served, api, bench, self._memory.api_port)
        job = self._runners.desk.submit(DOING, work)
        job.succeeded.connect(self._started)
        job.failed.connect(self._failed)

    @Slot(object)
    def _started(self, running: object) -> None:
        self._is_starting = False
        self._running = cast("RunningApi", running)
        if not self._memory.serves_api or self._session.bench is None:
            self._stop()
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._is_starting = False
        self._problem = str(error)
        if not isinstance(error, RestitchError):
            self._notices.fail(error, DOING)
        self.changed.emit()

    @Slot()
    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            self._runners.desk.submit("Ending the HTTP API", partial(_stopped, running))
            self.changed.emit()

    @Slot()
    def _closed(self) -> None:
        self._problem = self.token_made_on = ""
        self.changed.emit()

    @Slot(object)
    def _know_token(self, kept: object) -> None:
        self.token_made_on = cast("KeptToken", kept).created_at if kept is not None else ""
        self.changed.emit()

    @Slot(object)
    def _token_is_made(self, made: object) -> None:
        token, kept = cast("tuple[str, KeptToken | None]", made)
        self._know_token(kept)
        self.token_made.emit(token)


def _current(api: LocalApi, folder: Path, _ctx: JobContext) -> KeptToken | None:
    return api.tokens(folder).current()


def _made(api: LocalApi, folder: Path, _ctx: JobContext) -> tuple[str, KeptToken | None]:
    tokens = api.tokens(folder)
    return tokens.create(), tokens.current()


def _revoked(api: LocalApi, folder: Path, _ctx: JobContext) -> None:
    api.tokens(folder).revoke()


def _served(api: LocalApi, bench: Workbench, port: int, _ctx: JobContext) -> RunningApi:
    return api.serve(bench, api.tokens(bench.project.folder), port)


def _stopped(running: RunningApi, _ctx: JobContext) -> None:
    running.stop()
