"""What the Boundary tab says of remedies is translated to the last word, chains of them too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from restitch_app.domain.drift import Quantity
from restitch_app.services.remedies.forecast import forecast
from restitch_app.services.remedies.names import COMFY_BRIDGE, NAMES
from restitch_app.services.remedies.values import Candidate
from restitch_app.services.remedies.words import TITLES, title
from restitch_app.ui.boundary.lengths import short_name
from restitch_app.ui.inspector import drift_words
from restitch_app.ui.language.translating import speak, tr
from tests.ui.language.pseudo import bare, brackets


@pytest.fixture(autouse=True)
def _bracketed() -> Iterator[None]:
    speak(brackets())
    yield
    speak(None)


@pytest.mark.parametrize("name", [*NAMES, *TITLES, COMFY_BRIDGE])
def test_no_name_of_a_remedy_stays_english(name: str) -> None:
    row = forecast(Candidate("key", name, None, None)).title
    shown = (
        tr(row),
        tr(title(name)),
        tr(f"{title(name)}: the jump gets much smaller."),
        tr("Smoothed: {name}.", name=title(name)),
        tr("Play with {what}", what=row),
        tr("Apply {what}", what=short_name(name)),
    )
    assert bare(iter(shown)) == []


def test_no_word_of_the_drift_meter_stays_english() -> None:
    names = [tr(drift_words.NAMES[quantity]) for quantity in Quantity]
    assert bare(iter((*names, tr(drift_words.STEADY)))) == []
