"""The log file, where everything goes that would only alarm a reader on the screen."""

from __future__ import annotations

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_log_path

LARGEST_BYTES = 2 << 20
KEPT_FILES = 3


def log_path() -> Path:
    return user_log_path("restitch", appauthor=False) / "restitch.log"


@contextmanager
def logging_to_file() -> Iterator[None]:
    """Warnings and worse go to `log_path` while inside, or nowhere if it cannot be written."""
    root = logging.getLogger()
    handler = _handler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


class _QuietFile(logging.handlers.RotatingFileHandler):
    """A full disk, or on Windows another program that has the file open, costs the line only."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """logging itself would print a traceback on the screen."""


def _handler() -> logging.Handler:
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _QuietFile(path, maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
