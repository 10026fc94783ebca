"""What a reviewer can choose of the looks."""

from __future__ import annotations

from enum import StrEnum


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high_contrast"
