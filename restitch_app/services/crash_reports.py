"""What went wrong inside the program, as a text that a person can read and send to somebody.

Nothing is sent by itself. A report has no keys, no passwords, and no names of home folders.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from restitch_app.domain.program import version_text
from restitch_app.services.diagnostics import last_troubles, without_secrets

log = logging.getLogger(__name__)

MOST_REPORTS = 10
MOST_A_RUN = 3
"""A mistake in something that happens sixty times a second makes no thousand files."""
RUNNING = "running-{}.txt"
HEAD = """\
{program} made a mistake.
{when}
{system}, Python {python}

Nothing of this was sent to anybody. Keys, passwords and the names of home folders were taken out;
please read it before you pass it on.
"""


class CrashReports:
    """Of one computer's user. Safe on any thread."""

    def __init__(self, folder: Path, log_file: Path | None = None) -> None:
        """`folder` is made when there is something to write."""
        self._folder, self._log_file = folder, log_file
        self._written = 0
        self._writing = threading.Lock()
        self.on_written: Callable[[Path], object] = lambda _path: None
        """Called with each new report, on the thread that made the mistake."""

    @contextmanager
    def watching(self) -> Iterator[None]:
        """While inside, whatever nobody catches becomes a report; also where the process dies.

        Where the folder cannot be written, the log alone has it.
        """
        python_hook, thread_hook = sys.excepthook, threading.excepthook
        running = self._folder / RUNNING.format(os.getpid())

        def of_thread(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None and args.exc_type is not SystemExit:
                self._caught(args.exc_type, args.exc_value, args.exc_traceback)

        sys.excepthook, threading.excepthook = self._caught, of_thread
        try:
            with self._watching_the_process(running):
                yield
        finally:
            sys.excepthook, threading.excepthook = python_hook, thread_hook

    def left(self) -> tuple[Path, ...]:
        """Reports that nobody has read or removed, oldest first; of dead processes as well."""
        with suppress(OSError):
            self._finish_those_that_died()
            return tuple(sorted(self._folder.glob("report-*.txt")))
        return ()

    def text(self, report: Path) -> str:
        """Raises OSError."""
        return report.read_text(encoding="utf-8", errors="replace")

    def remove(self, report: Path) -> None:
        """Raises OSError."""
        report.unlink(missing_ok=True)

    @contextmanager
    def _watching_the_process(self, running: Path) -> Iterator[None]:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = running.open("w", encoding="utf-8")
        except OSError:
            log.warning("crash reports cannot be written", exc_info=True)
            yield
            return
        with file:
            faulthandler.enable(file, all_threads=True)
            try:
                yield
            finally:
                faulthandler.disable()
        with suppress(OSError):
            running.unlink()

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("nobody expected this", exc_info=(kind, error, trace))
        with self._writing:
            self._written += 1
            if self._written > MOST_A_RUN:
                return
        told = "".join(traceback.format_exception(kind, error, trace))
        if (report := self._write(told)) is not None:
            self.on_written(report)

    def _finish_those_that_died(self) -> None:
        for path in self._folder.glob(RUNNING.format("*")):
            number = path.stem.rpartition("-")[2]
            if number.isdigit() and int(number) != os.getpid() and not _is_running(int(number)):
                told = path.read_text(encoding="utf-8", errors="replace").strip()
                if told:  # empty: killed, or the power went; that is no mistake
                    self._write(f"The program ended at once.\n{told}\n")
                path.unlink(missing_ok=True)

    def _write(self, told: str) -> Path | None:
        now = datetime.now().astimezone()
        head = HEAD.format(
            program=f"Restitch {version_text()}".rstrip(),
            when=f"{now:%Y-%m-%d %H:%M:%S %z}",
            system=platform.platform(),
            python=platform.python_version(),
        )
        troubles = "\n".join(last_troubles(self._log_file)) or "none"
        text = without_secrets(f"{head}\n{told}\nLast warnings and errors:\n{troubles}\n")
        path = self._folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            for old in sorted(self._folder.glob("report-*.txt"))[:-MOST_REPORTS]:
                old.unlink(missing_ok=True)
        except OSError:
            log.warning("a crash report cannot be written", exc_info=True)
            return None
        return path


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # os.kill would end it there
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, process)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another user's
        return True
    return True
