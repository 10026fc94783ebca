"""Where English texts become those of the chosen language, at the moment of showing.

With English, nothing is looked up and nothing is imported. Any thread may ask.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QLocale

Place = str | int | float


class Verbatim(str):
    """Data that fills a place and is never translated, whatever it says: a scene's name."""

    __slots__ = ()


class Language(Protocol):
    def template(self, text: str) -> str:
        """The translation of a template; the template itself where there is none."""

    def sentence(self, text: str) -> str:
        """The translation of a text that was built from templates; itself where it is unknown."""


_languages: list[Language] = []
"""None for English, else one."""


_ENGLISH = "en_GB"
_tags: list[str] = [_ENGLISH]
"""Of the language that is spoken, as `QLocale` names it."""


def speak(language: Language | None, tag: str = _ENGLISH) -> None:
    """From now on; what is shown already stays as it is. `tag`: who names the months."""
    _languages[:] = [] if language is None else [language]
    _tags[:] = [tag]


def locale() -> QLocale:
    """How the language that is spoken writes dates, whatever the system speaks."""
    return QLocale(_tags[0])


def is_english() -> bool:
    return not _languages


def tr(text: str, /, **places: Place) -> str:
    """What to show for an English text.

    With places, `text` is a template: "Segment {number} is stale". A place that holds a known
    English text is translated too, except for a `Verbatim`. Without places, `text` may be any
    sentence that services built; braces in it are its own.
    """
    if not _languages:
        return text.format_map(places) if places else text
    language = _languages[0]
    if not places:
        return str(text) if isinstance(text, Verbatim) else language.sentence(text)
    filled = {name: _shown(value, language) for name, value in places.items()}
    return language.template(text).format_map(filled)


def tr_n(one: str, many: str, count: int, /, **places: Place) -> str:
    """As `tr`: `one` where `count` is 1, else `many`; either may use {count}."""
    return tr(one if count == 1 else many, count=count, **places)


def mark(text: str, /) -> str:
    """The text itself: notes it for the catalogues, where a table keeps it for a later `tr`."""
    return text


def _shown(value: Place, language: Language) -> Place:
    if isinstance(value, str) and not isinstance(value, Verbatim):
        return language.sentence(value)
    return value
