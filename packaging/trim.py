"""Makes the frozen folder smaller and takes the build machine's paths out of it. Linux only.

    trim.py FOLDER

Needs `strip` and `patchelf`. traces.py says whether a path is left.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from traces import machine_paths

UNSTRIPPABLE = ("libscipy_openblas", "libopenblas", "libgfortran", "libquadmath")
"""Their segments are "not page-aligned" afterwards, and the loader refuses them."""
ELF = b"\x7fELF"
NEUTRAL = b"/opt"


def main() -> None:
    folder = Path(sys.argv[1])
    machine = machine_paths(folder)
    (folder / "restitch-window").symlink_to("restitch")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and is_elf(path):
            strip(path)
            neutral_rpath(path)
            neutral_strings(path, machine)


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == ELF


def strip(path: Path) -> None:
    if path.name.startswith(UNSTRIPPABLE) or path.name == "restitch":
        return  # the program carries its archive behind the ELF file
    subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def neutral_rpath(path: Path) -> None:
    """Keeps what is relative to the file itself: the wheels' own libraries."""
    asked = subprocess.run(
        ["patchelf", "--print-rpath", str(path)], check=True, capture_output=True, text=True
    )
    parts = [one for one in asked.stdout.strip().split(":") if one]
    kept = [one for one in parts if one.startswith("$ORIGIN")]
    if kept == parts:
        return
    change = ["--set-rpath", ":".join(kept)] if kept else ["--remove-rpath"]
    subprocess.run(["patchelf", *change, str(path)], check=True)


def neutral_strings(path: Path, machine: list[bytes]) -> None:
    """libpython has its prefix compiled in; the frozen program sets its own and never reads it.

    The last part of a path stays: linkers let other strings share it (Python's own version does).
    """
    content = path.read_bytes()
    for one in machine:
        if one in content:
            before, slash, last = one.rpartition(b"/")
            content = content.replace(one, NEUTRAL.ljust(len(before), b"/") + slash + last)
            path.write_bytes(content)


if __name__ == "__main__":
    main()
