"""Nothing is cut off without a tooltip that holds it, down to the smallest window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.ui.boundary.plot import SimilarityPlot
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.header.facts_label import FactsLabel
from restitch_app.ui.hints.card import HintCard
from restitch_app.ui.hints.texts import HINTS
from restitch_app.ui.language.choice import LanguageChoice
from restitch_app.ui.language.installing import install_language
from restitch_app.ui.language.translating import speak
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SMALLEST_WINDOW
from tests.ui.clipping import clipped
from tests.ui.painted import painted_cut
from tests.ui.windows import open_in

SCENE_TAB, REDONE = 2, 2
SIZES = ((1600, 1000), (1280, 800), SMALLEST_WINDOW)


def is_measured(window: MainWindow) -> bool:
    """Whether the continuity lane and the drift meter are filled."""
    curve = window.continuity.curve
    return curve is not None and curve.summary is not None and window.continuity.drift is not None


def _assert_seen(qtbot: QtBot, window: MainWindow) -> None:
    """Layouts follow some events later, so that it is waited for."""
    for size in SIZES:
        window.resize(*size)

        def all_seen(size: tuple[int, int] = size) -> None:
            assert (window.width(), window.height()) == size
            assert clipped(window) == []
            status = window.status
            assert status.mapTo(window, status.rect().bottomLeft()).y() < window.height()

        qtbot.waitUntil(all_seen)


def test_every_word_is_seen_or_told(qtbot: QtBot, window: MainWindow, project_folder: Path) -> None:
    _assert_seen(qtbot, window)
    open_in(qtbot, window, project_folder)
    window.state.select_segment(2)
    _assert_seen(qtbot, window)
    window.state.select_boundary(1)
    _assert_seen(qtbot, window)


def three_ways() -> Notice:
    title = "Segments 5, 7, 9 cannot be played: the clips are missing or damaged."
    text = "Put the file back, use another version, or regenerate. The rest still works."
    words = ("Show segment 5", "Locate…", "Regenerate…")
    ways = tuple(Way(word, lambda: None, "folder-open") for word in words)
    return Notice("walk", Weight.ERROR, title, text, "file-warning", ways)


@pytest.fixture
def large_text(theme: Theme) -> Iterator[None]:
    theme.set_text_percent(150)
    yield
    theme.set_text_percent(100)


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    """Its words are the longest."""
    before = {*qapp.findChildren(QTranslator)}
    install_language(qapp, LanguageChoice.GERMAN)
    yield
    speak(None)
    for translator in {*qapp.findChildren(QTranslator)} - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.usefixtures("large_text", "in_german")
def test_so_it_is_with_larger_german_text(
    qtbot: QtBot, window: MainWindow, redone_folder: Path
) -> None:
    """Nothing makes the inspector wider than its room: what it says would end at the edge."""
    open_in(qtbot, window, redone_folder)
    window.state.select_segment(REDONE)
    qtbot.waitUntil(lambda: len(window.inspector.segment.versions.rows) == 2)
    _assert_seen(qtbot, window)
    _assert_no_wider(window.inspector.segment)
    window.inspector.tabs.setCurrentIndex(SCENE_TAB)
    qtbot.waitUntil(lambda: is_measured(window))
    _assert_seen(qtbot, window)
    _assert_no_wider(window.inspector.scene)


@pytest.mark.usefixtures("large_text", "in_german")
def test_the_plot_has_its_words_above_the_timeline(
    qtbot: QtBot, window: MainWindow, redone_folder: Path
) -> None:
    open_in(qtbot, window, redone_folder)
    window.pages.open_boundary(1)
    window.resize(*SMALLEST_WINDOW)
    plot = window.findChild(SimilarityPlot)
    assert isinstance(plot, SimilarityPlot)
    qtbot.waitUntil(lambda: plot.plotted is not None)

    def is_whole() -> bool:
        seen, layout = plot.visibleRegion().boundingRect(), plot.layout_now()
        assert layout is not None
        line_px = plot.fontMetrics().height()
        lines = [layout.y(value) for value in layout.grid()]
        apart = min(lower - higher for higher, lower in pairwise(reversed(lines)))
        return seen.height() == plot.height() and apart >= line_px * 0.6

    qtbot.waitUntil(is_whole)


@pytest.mark.usefixtures("large_text", "in_german")
def test_a_hint_is_as_wide_as_its_buttons(window: MainWindow) -> None:
    for hint in HINTS:
        card = HintCard(window.context.actions, hint, "2 von 5", window)
        card.show()
        assert clipped(card) == []
        card.close()


def _assert_no_wider(tab: QWidget) -> None:
    scroll = tab.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    inside = scroll.widget()
    assert isinstance(inside, QWidget)
    assert inside.width() <= scroll.viewport().width()


@pytest.mark.usefixtures("large_text")
def test_so_it_is_with_larger_text(qtbot: QtBot, window: MainWindow, redone_folder: Path) -> None:
    """With two versions side by side, and with a banner that has three ways on."""
    open_in(qtbot, window, redone_folder)
    window.state.select_segment(REDONE)
    qtbot.waitUntil(lambda: len(window.inspector.segment.versions.rows) == 2)
    _assert_seen(qtbot, window)
    window.inspector.tabs.setCurrentIndex(SCENE_TAB)
    _assert_seen(qtbot, window)
    window.inspector.tabs.setCurrentIndex(0)
    current = window.state.current(REDONE)
    assert current is not None
    damage = Damage(38, True, True, (64, 48), 212_000, noticed=current.created_at)
    window.inspector.segment.set_damage({current.id: damage})
    window.notices.show(three_ways())
    _assert_seen(qtbot, window)
    window.state.select_boundary(1)
    _assert_seen(qtbot, window)
    window.pages.open_boundary(1)
    _assert_seen(qtbot, window)


@pytest.mark.usefixtures("large_text")
def test_painted_words_have_room_with_larger_text(
    qtbot: QtBot, window: MainWindow, project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_in(qtbot, window, project_folder)
    window.state.select_segment(2)
    qtbot.waitUntil(lambda: is_measured(window))
    for show in (
        lambda: window.state.select_segment(2),
        lambda: window.inspector.tabs.setCurrentIndex(SCENE_TAB),
        lambda: window.pages.open_boundary(1),
    ):
        show()
        for size in SIZES:
            window.resize(*size)
            qtbot.waitUntil(lambda: painted_cut(window, monkeypatch) == [])


def test_the_finder_finds_what_is_cut(qtbot: QtBot) -> None:
    words = QLabel("Regenerate segment 5")
    qtbot.addWidget(words)
    frame = QPushButton()
    qtbot.addWidget(frame)
    words.setParent(frame)
    frame.resize(300, 60)
    words.setGeometry(0, 0, 40, 20)
    frame.show()
    assert len(clipped(frame)) == 1
    words.setToolTip("Regenerate segment 5")
    assert clipped(frame) == []
    words.setToolTip("")
    words.setGeometry(0, 0, 280, 20)
    assert clipped(frame) == []
    words.resize(280, 4)
    assert len(clipped(frame)) == 1


def test_facts_without_room_are_left_out_whole(qtbot: QtBot) -> None:
    facts = FactsLabel()
    qtbot.addWidget(facts)
    facts.show()
    facts.set_facts(("10 segments", "810 frames", "16 fps"))
    facts.resize(facts.sizeHint())
    assert facts.text() == "10 segments  ·  810 frames  ·  16 fps"
    assert facts.toolTip() == ""
    facts.resize(facts.sizeHint().width() - 5, facts.height())
    assert facts.text() == "10 segments  ·  810 frames"
    assert facts.toolTip() == "10 segments  ·  810 frames  ·  16 fps"
    facts.resize(20, facts.height())
    assert facts.text() == ""
