"""What one look at a clip's file tells. Loads nothing that decodes."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from restitch_app.domain.versions import Version


class ClipPresence(Enum):
    PRESENT = "present"
    MISSING = "missing"
    ALTERED = "altered"
    """Of another size than was recorded."""


def clip_presence(path: Path, version: Version) -> ClipPresence:
    """What one look at the file tells, without reading it: other bytes of the same size pass.

    Asks the file system once. A file that may not be looked at counts as missing.
    """
    try:
        size_bytes = path.stat().st_size
    except OSError:
        return ClipPresence.MISSING
    return ClipPresence.PRESENT if size_bytes == version.file_bytes else ClipPresence.ALTERED
