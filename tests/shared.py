"""Real clips, recordings and workflows, where the checkout has them beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def shared_folder() -> Path:
    """Skips the test, saying so, where it is absent. RESTITCH_SHARED names another place."""
    folder = Path(os.environ.get("RESTITCH_SHARED", BESIDE))
    if not folder.is_dir():
        pytest.skip(f"no real material at {folder}; set RESTITCH_SHARED to where it lies")
    return folder
