"""Who runs a project's jobs: one engine at a time, named, and freed by its holder's death."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from restitch_app.domain.errors import ProjectBusy, StorageError
from restitch_app.services.actor import current_actor

BRIEFLY_S = 0.3
"""Longer than `worker` of another program has it."""


class EngineLock:
    """The operating system holds the lock, so a dead holder's is free at once.

    The name of the holder lies in a second file beside it: only a courtesy to the reader.
    """

    def __init__(self, folder: Path) -> None:
        # thread_local=False: taken on one thread, released wherever the program ends.
        self._lock = FileLock(folder / "project.lock", thread_local=False)
        self._name_file = folder / "project.holder.json"

    def try_acquire(self, who: str) -> bool:
        """False when another engine has it. `who`: "window", "restitch regenerate", ...

        Raises StorageError where the folder cannot be written to.
        """
        if self._lock.is_locked:  # FileLock itself would let its own holder in a second time
            return False
        try:
            self._lock.acquire(timeout=BRIEFLY_S, poll_interval=0.02)
        except Timeout:
            return False
        except OSError as error:
            raise StorageError(
                "The project cannot be locked for running jobs",
                f"{self._name_file.parent}: {error.strerror or error}",
                "Check the rights on the folder",
            ) from error
        holder = {
            "who": who,
            "user": current_actor(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
        }
        with suppress(OSError):  # nothing depends on the courtesy
            self._name_file.write_text(json.dumps(holder), encoding="utf-8")
        return True

    def acquire(self, who: str) -> None:
        """Raises ProjectBusy, naming the holder."""
        if not self.try_acquire(who):
            raise ProjectBusy(
                "The project is in use",
                f"{self.holder()} has it.",
                "Close it there, or wait until its jobs are done.",
            )

    def worker(self) -> str | None:
        """Who runs the project's jobs just now; None where nobody does. Has the lock for a moment.

        Where the folder cannot be written to, who said so last.
        """
        if self._lock.is_locked:
            return self.holder()
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return self.holder()
        except OSError:
            return self.holder() if self._name_file.exists() else None
        self._lock.release()
        return None

    def holder(self) -> str:
        """Who has the lock, as it named itself; a dead one's name stays until the next."""
        try:
            holder = json.loads(self._name_file.read_text(encoding="utf-8"))
            return (
                f"{holder['who']} ({holder['user']} on {holder['host']}, process {holder['pid']})"
            )
        except (OSError, ValueError, KeyError, TypeError):
            return "Another program"

    def release(self) -> None:
        if self._lock.is_locked:
            with suppress(OSError):
                self._name_file.unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> EngineLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
