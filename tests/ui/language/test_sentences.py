"""English sentences are recognised by the templates they were built from."""

from __future__ import annotations

import pytest

from restitch_app.ui.language.sentences import Sentences
from restitch_app.ui.language.templates import is_recognisable, taken_apart

GERMAN = {
    "Segment {number} is stale": "Segment {number} ist veraltet",
    "Segment {number} is stale: {why}": "Segment {number} ist veraltet: {why}",
    "its seed frame was replaced": "sein Startframe wurde ersetzt",
    "{count} frames": "{count} Frames",
    "Nothing was sent": "Nichts wurde gesendet",
    "Try again.": "Erneut versuchen.",
    "from {a} to {b}, again {a}": "von {a} bis {b}, wieder {a}",
    "smooth": "glatt",
    "borderline": "grenzwertig",
    "Segment {name}": "Segment {name}",
    "The file {name} is in use": "Die Datei {name} ist in Gebrauch",
    "The file {name} is in use by {program}": "{program} benutzt die Datei {name}",
    "Undo": "Rückgängig",
}
CHINESE = {"Nothing was sent": "什么也没有发送", "Try again.": "请重试。"}


def _sentences(catalogue: dict[str, str]) -> Sentences:
    return Sentences(catalogue.get, [one for one in catalogue if is_recognisable(one)])


@pytest.fixture(scope="module")
def german() -> Sentences:
    return _sentences(GERMAN)


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ("Undo", "Rückgängig"),
        ("Segment 3 is stale", "Segment 3 ist veraltet"),
        (
            "Segment 3 is stale: its seed frame was replaced.",
            "Segment 3 ist veraltet: sein Startframe wurde ersetzt.",
        ),
        ("Its seed frame was replaced", "Sein Startframe wurde ersetzt"),
        ("Nothing was sent. Try again.", "Nichts wurde gesendet. Erneut versuchen."),
        ("Nothing was sent. http://a:1: smooth", "Nichts wurde gesendet. http://a:1: glatt"),
        ("Nothing was sent\nUndo", "Nichts wurde gesendet\nRückgängig"),
        ("Harbour · 81 frames · smooth", "Harbour · 81 Frames · glatt"),
        ("smooth, borderline", "glatt, grenzwertig"),
        ("Segment 2 | 3: borderline", "Segment 2 | 3: grenzwertig"),
        ("Undo: smooth", "Rückgängig: glatt"),
        ("from 1 to 2, again 1", "von 1 bis 2, wieder 1"),
        ("The file a.mp4 is in use by Krita", "Krita benutzt die Datei a.mp4"),
        ("Nothing was sent. Segment 2 is stale", "Nichts wurde gesendet. Segment 2 ist veraltet"),
    ],
)
def test_a_sentence_is_built_anew(german: Sentences, english: str, shown: str) -> None:
    assert german.sentence(english) == shown


@pytest.mark.parametrize(
    "text",
    ["", "Harbour at dawn", "from 1 to 2, again 3", "smooth, unknown", "832×480", "Undone: x {y}"],
)
def test_what_is_not_known_stays(german: Sentences, text: str) -> None:
    assert german.sentence(text) == text


def test_other_scripts_have_their_own_full_stop() -> None:
    assert (
        _sentences(CHINESE).sentence("Nothing was sent. Try again.") == "什么也没有发送。请重试。"
    )


def test_a_template_that_nearly_anything_fits_is_not_recognised() -> None:
    assert not is_recognisable("{a} of {b}")
    assert not is_recognisable("Undo")
    assert is_recognisable("{count} frames")


def test_a_place_is_a_plain_name() -> None:
    with pytest.raises(ValueError, match="more than a name"):
        taken_apart("{value:.2f} frames")
