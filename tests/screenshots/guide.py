"""The guide's pictures: some of those that were taken, at the size of a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

WIDTH = 1280
"""Sharp on dense screens: the guide shows them smaller."""
QUALITY = 84
PICTURES = {
    "welcome": "welcome-recents-dark-1280x800",
    "new-scene": "new-scene-dark",
    "review": "review-new-version-dark-1280x800",
    "wipe": "compare-wipe-dark-1280x800",
    "regenerate": "regenerate-fresh-dark",
    "generating": "review-generating-dark-1280x800",
    "boundary": "boundary-visible-dark-1280x800",
    "away": "server-away-dark-1280x800",
    "failed": "job-failed-dark-1280x800",
}
"""Name in the guide, and of the picture it is made from."""


def write_guide_pictures(taken: Path, guide: Path) -> list[Path]:
    """Those of which there is a picture in `taken`; returns what was written."""
    written = []
    for name, source in PICTURES.items():
        image = QImage(str(taken / f"{source}.png"))
        if image.isNull():
            continue
        path = guide / f"{name}.jpg"
        width = min(WIDTH, image.width())
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        if scaled.save(str(path), quality=QUALITY):
            written.append(path)
    return written
