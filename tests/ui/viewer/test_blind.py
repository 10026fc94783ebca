"""Two versions without names: nothing tells which is which before the reviewer has chosen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.domain.errors import WrongUse
from restitch_app.services.project.project import open_project
from restitch_app.services.project.segment_details import decisions
from restitch_app.services.review.blind import record_blind
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.state.review_state import CompareMode
from tests.ui.hands import Hands
from tests.ui.viewer.review import OTHER, painted_numbers
from tests.ui.viewer.test_extras import folder, on_pair

__all__ = ["folder", "on_pair"]

A, B = 100 + 3, 100 + OTHER + 3


@pytest.fixture
def blind(window: MainWindow, on_pair: Hands) -> Hands:
    on_pair.press(Qt.Key.Key_B)
    on_pair.wait(window.viewer.blind.line.isVisible)
    on_pair.wait(lambda: sorted(painted_numbers(window.viewer)) == [A, B])
    return on_pair


def words_on(widget: QWidget) -> list[str]:
    """All that can be read or heard of it now."""
    parts = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    found = [one.text() for one in parts if isinstance(one, QLabel | QPushButton)]
    return found + [one.accessibleName() for one in parts] + [one.toolTip() for one in parts]


def line_text(window: MainWindow) -> str:
    text = window.viewer.blind.line.findChild(QLabel, "blind_text")
    assert isinstance(text, QLabel)
    return text.text()


def events(folder: Path) -> list[str]:
    with open_project(folder, read_only=True) as project:
        return [f"{one.actor}: {one.told}" for one in decisions(project)]


def test_nothing_names_the_two(window: MainWindow, blind: Hands) -> None:
    blind.wait(lambda: window.viewer.player.is_resting)
    told = words_on(window.viewer) + words_on(window.inspector.segment._scroll)
    assert not [text for text in told if "v1" in text or "v2" in text or "Seed" in text]
    assert window.viewer.canvas.accessibleName().startswith("1; 2; Frame")
    assert [view.side.letter for view in window.viewer.canvas.look.views] == ["1", "2"]
    assert not blind.find("mode_single").isEnabled()
    assert blind.find("blind_hidden").isVisible()
    assert blind.tile_name(1) == "Segment 2, frames 25–48, blind comparison"
    tile = window.timeline.view.scene.tile(1)
    assert (tile.is_veiled, tile.score, tile.first, tile.last) == (True, "None", None, None)
    for act in (Act.SWAP, Act.SINGLE, Act.SIDE_BY_SIDE):
        assert not window.actions_[act].isEnabled()
        assert window.actions_[act].toolTip()


@pytest.mark.parametrize(("key", "which"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1)])
def test_the_choice_is_revealed_recorded_and_can_be_used(
    window: MainWindow, blind: Hands, folder: Path, key: Qt.Key, which: int
) -> None:
    shown = painted_numbers(window.viewer)
    numbers = [1 if one == A else 2 for one in shown]
    blind.press(key)
    chosen, other = numbers[which], numbers[1 - which]
    blind.wait(lambda: line_text(window).startswith(f"You chose v{chosen}"))
    assert f"1 was v{numbers[0]} " in line_text(window)
    assert f"2 was v{numbers[1]} " in line_text(window)
    blind.wait(lambda: [v.side.letter for v in window.viewer.canvas.look.views] == ["A", "B"])
    assert painted_numbers(window.viewer) == shown
    blind.wait(lambda: "blind" in " ".join(events(folder)))
    told = f"chose v{chosen} of segment 2 over v{other} in a blind comparison"
    assert [one for one in events(folder) if one.endswith(told)]
    use = window.viewer.blind.line.findChild(QPushButton, "blind_use")
    assert isinstance(use, QPushButton)
    assert use.isVisible() == (chosen == 2)  # v1 is current
    if chosen == 2:
        blind.click("blind_use")
        blind.wait(lambda: blind.version(1) == 2)
    assert window.actions_[Act.SIDE_BY_SIDE].isEnabled()


def test_no_difference_is_an_answer_too(window: MainWindow, blind: Hands, folder: Path) -> None:
    blind.press(Qt.Key.Key_QuoteLeft)  # flips in place meanwhile
    assert window.viewer.mode is CompareMode.TOGGLE
    blind.press(Qt.Key.Key_0)
    blind.wait(lambda: line_text(window).startswith("You saw no difference."))
    blind.wait(lambda: "saw no difference" in " ".join(events(folder)))
    blind.click("blind_close")
    assert not window.viewer.blind.line.isVisible()


def test_escape_ends_it_without_a_trace(window: MainWindow, blind: Hands, folder: Path) -> None:
    blind.press(Qt.Key.Key_Escape)
    assert not window.viewer.blind.line.isVisible()
    blind.wait(lambda: painted_numbers(window.viewer) == [A, B])
    assert window.viewer.canvas.look.views[0].side.letter == "A"
    assert "version 1" in blind.tile_name(1)
    assert "blind" not in " ".join(events(folder))


def test_another_segment_ends_it(window: MainWindow, blind: Hands) -> None:
    window.state.select_segment(0)
    assert not window.state.is_blind
    assert not window.viewer.blind.line.isVisible()
    blind.wait(lambda: window.viewer.mode is CompareMode.SINGLE)
    assert not window.actions_[Act.BLIND].isEnabled()
    assert "one version" in window.actions_[Act.BLIND].toolTip()


def test_both_orders_come_up(qtbot: QtBot, window: MainWindow, on_pair: Hands) -> None:
    orders = set()
    for _ in range(40):
        window.viewer.blind.start()
        orders.add(window.viewer.comparison.blind)
        window.viewer.blind.cancel()
        if len(orders) == 2:
            break
    assert len(orders) == 2


def test_only_two_versions_of_one_segment_are_recorded(
    tmp_path: Path, numbered_project: Path
) -> None:
    folder = Path(shutil.copytree(numbered_project, tmp_path / "project"))
    with open_project(folder) as project:
        scene = project.scene()
        one, two, _ = project.store.versions.current(scene.id)
        for first, second, chosen in ((one, two, None), (one, one, None)):
            with pytest.raises(WrongUse):
                record_blind(project, first, second, chosen)
        newest = project.store.versions.history(scene.id, 1)[0]
        with pytest.raises(WrongUse):
            record_blind(project, two, newest, one)
