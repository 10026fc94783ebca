"""What PyInstaller's loader changes for the program, and must not change for what it starts."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def give_back_library_path() -> None:
    """Programs that are started from here (a browser, ComfyUI) find their own libraries again.

    The dynamic linker read the variable when this process began; it needs it no more.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def give_streams() -> None:
    """A window program of Windows has neither output nor errors; writing to them must not fail."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good
