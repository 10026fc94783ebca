"""Loads a language and lets the window and Qt's own dialogs speak it."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from restitch_app.ui.language.choice import LanguageChoice
from restitch_app.ui.language.sentences import Sentences
from restitch_app.ui.language.translating import speak

FOLDER = Path(__file__).parents[2] / "resources" / "languages"
TEMPLATES = FOLDER / "templates.json"
"""The English templates that sentences are recognised by; written by `make catalogues`."""
CONTEXT = "restitch"
QT_OWN = {LanguageChoice.GERMAN: "qtbase_de", LanguageChoice.CHINESE: "qtbase_zh_CN"}


class Catalogue:
    """A compiled catalogue; the templates are read when the first sentence asks for them."""

    def __init__(self, translator: QTranslator) -> None:
        self._translator = translator

    def template(self, text: str) -> str:
        return self._lookup(text) or text

    def sentence(self, text: str) -> str:
        return self._sentences.sentence(text)

    def _lookup(self, text: str) -> str | None:
        return self._translator.translate(CONTEXT, text) or None

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self._lookup, json.loads(TEMPLATES.read_text("utf-8")))


def install_language(app: QCoreApplication, language: LanguageChoice) -> None:
    """German or Chinese. Before the first text is shown: what is shown stays as it is."""
    ours = loaded(FOLDER / f"restitch_{language.value}.qm", app)
    if ours is None:
        return
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for translator in (ours, loaded(qt / f"{QT_OWN[language]}.qm", app)):
        if translator is not None:
            app.installTranslator(translator)
    speak(Catalogue(ours), language.value)


def loaded(file: Path, app: QCoreApplication) -> QTranslator | None:
    """None where it is missing or damaged: the window then speaks English."""
    translator = QTranslator(app)
    return translator if translator.load(str(file)) else None
