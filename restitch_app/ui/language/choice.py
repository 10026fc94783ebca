"""Which languages the window speaks, and which of them a person chose."""

from __future__ import annotations

from enum import StrEnum


class LanguageChoice(StrEnum):
    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    CHINESE = "zh"


NAMES = {
    LanguageChoice.ENGLISH: "English",
    LanguageChoice.GERMAN: "Deutsch",
    LanguageChoice.CHINESE: "中文",
}
"""Each in its own words, never translated."""
