"""Which drops the players take: one still picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


def dropped_picture(data: QMimeData) -> Path | None:
    """The one picture file that is dragged; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in PICTURES else None
