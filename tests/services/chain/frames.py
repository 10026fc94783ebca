"""What a clip decodes to, as digests that can be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from restitch_app.media.patch import planes
from restitch_app.media.reader import open_reader


def decoded(path: Path) -> Iterator[str]:
    """A digest of every frame's samples."""
    with open_reader(path) as reader:
        for frame in reader.frames():
            samples = b"".join(plane.tobytes() for plane in planes(frame))
            yield hashlib.sha256(samples).hexdigest()
