"""What is shown for a text, in English and in another language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from restitch_app.ui.language.choice import LanguageChoice
from restitch_app.ui.language.choosing import spoken
from restitch_app.ui.language.installing import CONTEXT, install_language
from restitch_app.ui.language.translating import Verbatim, is_english, speak, tr, tr_n
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.pieces.times import when


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    before = {*qapp.findChildren(QTranslator)}
    install_language(qapp, LanguageChoice.GERMAN)
    yield
    speak(None)
    for translator in {*qapp.findChildren(QTranslator)} - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_english_stays_as_it_was_written() -> None:
    assert is_english()
    assert tr("Undo {all}") == "Undo {all}"
    assert tr("{count} of {name}", count=2, name="Undo") == "2 of Undo"
    assert tr_n("{count} frame", "{count} frames", 1) == "1 frame"
    assert tr_n("{count} frame", "{count} frames", 0) == "0 frames"


@pytest.mark.usefixtures("in_german")
def test_months_are_named_in_the_language_that_is_spoken() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert when("2026-03-02T12:00:00+00:00", now).startswith("2. März ")


@pytest.mark.usefixtures("in_german")
def test_the_catalogue_is_asked() -> None:
    assert tr("Undo") == "Rückgängig"
    assert (tr("new"), tr("previous")) == ("neu", "vorher")
    assert tr("{key} is used by {action}. Take it over?", key="B", action="Undo") == (
        "B gehört zu „Rückgängig“. Übernehmen?"
    )


@pytest.mark.usefixtures("in_german")
def test_data_is_shown_as_it_is() -> None:
    assert tr(Verbatim("Undo")) == "Undo"
    shown = tr("{key} is used by {action}. Take it over?", key="B", action=Verbatim("Undo"))
    assert "„Undo“" in shown


@pytest.mark.usefixtures("in_german")
def test_qt_itself_speaks_the_language() -> None:
    assert QCoreApplication.translate(CONTEXT, "Undo") == "Rückgängig"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_the_choice_is_remembered(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    assert memory.language is LanguageChoice.SYSTEM
    memory.language = LanguageChoice.CHINESE
    memory.save()
    assert WindowMemory(tmp_path / "window.ini").language is LanguageChoice.CHINESE
    assert spoken(LanguageChoice.CHINESE) is LanguageChoice.CHINESE
    assert spoken(LanguageChoice.SYSTEM) is not LanguageChoice.SYSTEM
