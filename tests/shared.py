"""Real clips, recordings and workflows, where the checkout has them beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("RESTITCH_SHARED", Path(__file__).resolve().parents[2] / "shared"))
"""The folder; it may not be there. RESTITCH_SHARED names another place."""

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"no real material at {SHARED}; RESTITCH_SHARED can name it"
)


def shared_folder() -> Path:
    """Skips the test, saying so, where the folder is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"no real material at {SHARED}; RESTITCH_SHARED can name it")
    return SHARED
