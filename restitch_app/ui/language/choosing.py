"""Which language the window speaks."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from restitch_app.ui.language.choice import LanguageChoice


def spoken(choice: LanguageChoice) -> LanguageChoice:
    """What to speak: the system's first language that there is, else English."""
    if choice is not LanguageChoice.SYSTEM:
        return choice
    for tag in QLocale.system().uiLanguages():
        language, *more = tag.replace("_", "-").split("-")
        if language == "zh" and {"Hant", "TW", "HK", "MO"} & {*more}:
            continue  # the catalogue has simplified characters
        if language in ("en", "de", "zh"):
            return LanguageChoice(language)
    return LanguageChoice.ENGLISH
