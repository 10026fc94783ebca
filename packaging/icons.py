"""Draws every icon from the two SVG files beside this one: icons.py FOLDER

PNG in the sizes that desktops ask for, and .ico and .icns for programs and documents.
"""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)
DRAWINGS = {"icon": "restitch", "document": "restitch-project"}


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for drawing, name in DRAWINGS.items():
        svg = HERE / f"{drawing}.svg"
        drawn = {size: _drawn(svg, size) for size in {*SIZES, *ICNS_SIZES}}
        for size in SIZES:
            drawn[size].save(folder / f"{name}-{size}.png", optimize=True)
        _save(folder / f"{name}.ico", drawn, ICO_SIZES)
        _save(folder / f"{name}.icns", drawn, ICNS_SIZES)


def _drawn(svg: Path, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    with Image.open(BytesIO(held.data())) as made:
        return made.convert("RGBA")


def _save(path: Path, drawn: dict[int, Image.Image], sizes: tuple[int, ...]) -> None:
    """Every size as it was drawn, none scaled from another."""
    largest = drawn[max(sizes)]
    others = [drawn[size] for size in sizes[:-1]]
    if path.suffix == ".ico":
        largest.save(path, sizes=[(size, size) for size in sizes], append_images=others)
    else:
        largest.save(path, append_images=others)


if __name__ == "__main__":
    main()
