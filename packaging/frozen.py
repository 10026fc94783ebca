"""Looks into a frozen folder."""

from __future__ import annotations

import marshal
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader, ZlibArchiveReader

NATIVE = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
"""How programs and libraries of Linux, Windows and macOS begin."""


def is_native(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4).startswith(NATIVE)


def modules(folder: Path) -> list[str]:
    """Names of the Python modules in the program's archive."""
    return sorted(_archive(folder).toc)


def codes(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every compiled module, with its bytes."""
    archive = _archive(folder)
    for name in archive.toc:
        code = archive.extract(name)
        if code is not None:
            yield name, marshal.dumps(code)
    with zipfile.ZipFile(folder / "_internal" / "base_library.zip") as library:
        for name in library.namelist():
            yield name, library.read(name)


def _archive(folder: Path) -> ZlibArchiveReader:
    program = folder / ("restitch.exe" if sys.platform == "win32" else "restitch")
    return CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
