"""The remedies as the window names them. Values are those of `services.smoothing.Method`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Remedy(StrEnum):
    BLEND = "blend"
    REEXTRACT = "reextract"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RemedyWords:
    name: str
    apply: str
    """The button: "Apply fade"."""
    icon: str
    unit: str
    """Before the slider."""
    frames_per_step: int
    """Frames that are told for each frame of the window."""


WORDS: Mapping[Remedy, RemedyWords] = {
    Remedy.BLEND: RemedyWords("Cross-fade", "Apply fade", "blend", "Length", 2),
    Remedy.REEXTRACT: RemedyWords(
        "Better boundary frame", "Apply frame", "scan-search", "Search", 1
    ),
    Remedy.NONE: RemedyWords("Remove treatment", "Remove", "undo-2", "", 1),
}
WINDOWS: Mapping[Remedy, tuple[int, ...]] = {
    Remedy.BLEND: (2, 4, 8, 12),
    Remedy.REEXTRACT: (6, 12, 24, 48),
}
"""Frames a side that can be chosen; the second one is usual."""
