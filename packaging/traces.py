"""Ends with an error where a path of the build machine is left: traces.py FOLDER

Looks into every file of the frozen folder and every compiled module. Linux only: elsewhere the
loader has paths of its own makers.
"""

from __future__ import annotations

import sys
from pathlib import Path

from frozen import codes


def main() -> None:
    folder = Path(sys.argv[1])
    machine = machine_paths(folder)
    left = [str(path) for path in sorted(folder.rglob("*")) if names(path, machine)]
    left += [name for name, code in codes(folder) if any(one in code for one in machine)]
    if left:
        sys.exit("Paths of the build machine are left in:\n" + "\n".join(left))


def machine_paths(folder: Path) -> list[bytes]:
    """Where this machine's Python, the sources and the virtual environment lie; longest first."""
    found = {sys.base_prefix, sys.prefix, str(Path(__file__).resolve().parents[1])}
    found |= {str(Path(one).resolve()) for one in found} | {str(folder.resolve().parents[1])}
    usual = {"/usr", "/usr/local", "/opt"}
    return [one.encode() for one in sorted(found - usual, key=len, reverse=True)]


def names(path: Path, machine: list[bytes]) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    content = path.read_bytes()
    return any(one in content for one in machine)


if __name__ == "__main__":
    main()
