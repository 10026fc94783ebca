"""How much of each torture: a taste of it with the tests, all of it by `make torture`."""

from __future__ import annotations

import os

IS_FULL = bool(os.environ.get("RESTITCH_TORTURE"))


def many(short: int, full: int) -> int:
    return full if IS_FULL else short
