"""Whether something is on the disk, for places that may not even let one look."""

from __future__ import annotations

from pathlib import Path

DATABASE = "project.restitch"
"""As services name it; the first window needs it before they are loaded."""


def is_file(path: Path) -> bool:
    """False as well where the system refuses to say: a folder without rights, a share gone away."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """As `is_file`."""
    try:
        return path.is_dir()
    except OSError:
        return False
