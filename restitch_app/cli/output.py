"""What a command says on standard output: one JSON object, or text for people."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence

from restitch_app.domain.errors import RestitchError

JsonData = Mapping[str, object]


def print_json(data: JsonData) -> None:
    # ASCII only: a Windows console may have any code page, and JSON means the same either way.
    _write(json.dumps(data, indent=2, allow_nan=False))


def print_text(text: str) -> None:
    """Signs that the terminal cannot show become question marks instead of a failure."""
    encoding = sys.stdout.encoding or "utf-8"
    _write(text.encode(encoding, "replace").decode(encoding))


def _write(text: str) -> None:
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:  # `restitch info lake | head`: the reader has seen enough
        # Python flushes once more at its end, which must not fail either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def typed(*words: object) -> str:
    """A command as a person can type it: names with spaces in quotes."""
    plain = [str(word) for word in ("restitch", *words)]
    return subprocess.list2cmdline(plain) if os.name == "nt" else shlex.join(plain)


def error_json(error: RestitchError) -> dict[str, object]:
    return {
        "code": error.code,
        "title": error.title,
        "detail": error.detail,
        "hint": error.hint,
    }


def table(rows: Iterable[Sequence[object]]) -> str:
    """Columns as wide as their widest entry; the first row is the heading."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
    return "\n".join(lines)


def listed(numbers: Iterable[int]) -> str:
    """Numbers for people, runs joined: 6–10, 12."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
