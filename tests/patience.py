"""How long a test waits for what must come about: as long as a busy machine may take.

A short wait finds no fault that a long one would not; it only fails where other work takes the
processor. What must be quick is measured in `benchmarks/`.
"""

from __future__ import annotations

from functools import partialmethod

from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """`timeout` is a minute where none is given."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
