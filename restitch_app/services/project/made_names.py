"""Names of clips that were made of another file, which lies beside them or did."""

from __future__ import annotations

import re
from pathlib import Path

LOSSLESS = "_lossless"
"""A copy that stands for a file that cannot be played as it is."""
JOINED = "_joined"
"""Frames of the version before, then those of a render."""

_MADE_OF_IT = re.compile(rf"({LOSSLESS}|{JOINED})+$")


def lossless_beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}{LOSSLESS}.mkv")


def joined_beside(render: Path) -> Path:
    return render.with_name(f"{render.stem}{JOINED}.mp4")


def sources(stem: str) -> set[str]:
    """Stems of what it was made of: "a_lossless_joined" of "a_lossless", and that of "a"."""
    plain = _MADE_OF_IT.sub("", stem)
    return {plain, f"{plain}{LOSSLESS}"} - {stem} if plain != stem else set()
