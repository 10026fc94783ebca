"""What a long use of the window could leave behind, counted."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from restitch_app.ui.main_window import MainWindow

MB = 1024 * 1024


@dataclass(frozen=True)
class Counts:
    """At one moment at which nothing runs."""

    at_s: float
    memory_mb: float
    """Resident, all of the process."""
    cache_mb: float
    """Decoded frames and ready pictures."""
    threads: int
    handles: int
    """Open files, sockets and pipes."""
    widgets: int
    parts: int
    """Qt objects below the window."""
    objects: int
    """What Python's collector watches."""


def counted(window: MainWindow, at_s: float) -> Counts:
    """After everything that waits to be deleted is gone. GUI thread."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    process = psutil.Process()
    playback = window.viewer.feed.playback
    return Counts(
        at_s=at_s,
        memory_mb=process.memory_info().rss / MB,
        cache_mb=playback.cache.held_bytes / MB if playback else 0.0,
        threads=process.num_threads(),
        handles=_handles(process),
        widgets=len(QApplication.allWidgets()),
        parts=len(window.findChildren(QObject)),
        objects=len(gc.get_objects()),
    )


def _handles(process: psutil.Process) -> int:
    if sys.platform == "win32":
        return process.num_handles()
    return process.num_fds()


@dataclass(frozen=True)
class Growth:
    """Medians of the rounds after the first ones, early against late."""

    what: str
    early: float
    late: float
    allowed: float

    @property
    def is_met(self) -> bool:
        return self.late - self.early <= self.allowed


def growths(rounds: Sequence[Counts], allowed: dict[str, float]) -> list[Growth]:
    """The second quarter of the rounds beside the last: by then everything was in use once.

    `allowed`: how much more of each there may be.
    """
    quarter = max(1, len(rounds) // 4)
    early, late = rounds[quarter : 2 * quarter], rounds[-quarter:]
    return [
        Growth(name, _median(early, name), _median(late, name), limit)
        for name, limit in allowed.items()
    ]


def _median(rounds: Sequence[Counts], name: str) -> float:
    return median(float(getattr(one, name)) for one in rounds)


def write_table(rounds: Sequence[Counts], file: Path) -> None:
    """One line a round, tabs between."""
    names = [field.name for field in fields(Counts)]
    lines = ["\t".join(names)]
    lines += ["\t".join(f"{getattr(one, name):.6g}" for name in names) for one in rounds]
    file.write_text("\n".join(lines) + "\n")
