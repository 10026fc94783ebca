"""Whether something lies at a path that is being typed: a share that is gone holds up no key."""

from __future__ import annotations

import errno
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.ui.background.latest import Latest


class PlaceLook(QObject):
    """Until it is known, nothing lies there and nothing speaks against it."""

    changed = Signal()

    def __init__(self, runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.is_there = False
        self.problem = ""
        """Why nobody can look there: no file can be written there either."""
        self._latest = Latest(runner, self)
        self._latest.arrived.connect(self._take)

    def look(self, path: Path | None) -> None:
        """Ask about this path in place of the last one; the same again asks nothing."""
        if path == self._path:
            return
        self._path, self.is_there, self.problem = path, False, ""
        if path is None:
            self._latest.drop()
        else:
            self._latest.ask(f"Looking for {path}", partial(_looked, path))

    @Slot(object)
    def _take(self, found: object) -> None:
        assert isinstance(found, tuple)
        self.is_there, self.problem = found
        self.changed.emit()


def _looked(path: Path, _ctx: JobContext) -> tuple[bool, str]:
    try:
        return path.exists(), ""
    except OSError as error:
        return False, _problem(error)


def _problem(error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG:
        return "The name is too long"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "There is no right to look into that folder"
    return f"That place cannot be looked at: {error.strerror}"
