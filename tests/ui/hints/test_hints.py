"""Hints for beginners: one after another, beside what they explain, gone for good when wished."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.hints.areas import Where, areas_of
from restitch_app.ui.hints.card import HintCard
from restitch_app.ui.hints.placing import beside
from restitch_app.ui.hints.texts import HINTS, Area
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import WindowMemory
from tests.ui.windows import leave, open_in

ROOM = QRect(0, 0, 1120, 700)


def _card(qtbot: QtBot, window: MainWindow) -> HintCard:
    qtbot.waitUntil(lambda: window.hints.card is not None)
    card = window.hints.card
    assert card is not None
    return card


@pytest.mark.parametrize(
    "area", [QRect(0, 90, 800, 380), QRect(804, 90, 316, 380), QRect(0, 470, 1120, 170)]
)
def test_a_hint_never_covers_what_it_explains(area: QRect) -> None:
    place = beside(area, QSize(340, 200), ROOM)
    assert place is not None
    put = QRect(place, QSize(340, 200))
    assert ROOM.contains(put)
    assert not put.intersects(area)


def test_without_room_there_is_no_hint() -> None:
    assert beside(ROOM.adjusted(20, 20, -20, -20), QSize(340, 200), ROOM) is None


def _is_clear(card: HintCard, where: Where) -> bool:
    explained = where()
    return explained is not None and not card.geometry().intersects(explained)


@pytest.mark.parametrize("size", [(1120, 700), (1600, 1000)])
def test_every_area_has_its_hint_and_the_keyboard_walks_through_them(
    qtbot: QtBot, window: MainWindow, project_folder: Path, size: tuple[int, int]
) -> None:
    open_in(qtbot, window, project_folder)
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0])
    window.actions_[Act.HINTS].trigger()
    shown = []
    while (card := window.hints.card) is not None:
        shown.append(card.hint.area)
        where = areas_of(window)[card.hint.area]
        qtbot.waitUntil(partial(_is_clear, card, where))
        assert window.rect().contains(card.geometry())
        assert window.focusWidget() is card.go
        qtbot.keyClick(card.go, Qt.Key.Key_Space)
    assert shown == [hint.area for hint in HINTS]


def test_they_come_by_themselves_only_where_asked_and_each_but_once(
    qtbot: QtBot, make_window: Callable[..., MainWindow], project_folder: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "window.ini"
    first = make_window(settings)
    open_in(qtbot, first, project_folder)
    assert first.hints.card is None
    first.hints.begin()
    card = _card(qtbot, first)
    assert card.hint.area is Area.PLAYERS
    card.go.setFocus()
    qtbot.keyClick(card.go, Qt.Key.Key_Escape)
    leave(qtbot, first)

    second = make_window(settings)
    second.hints.begin()
    open_in(qtbot, second, project_folder)
    card = _card(qtbot, second)
    assert card.hint.area is Area.TIMELINE
    never = card.findChild(QPushButton, "no_hints")
    assert isinstance(never, QPushButton)
    qtbot.mouseClick(never, Qt.MouseButton.LeftButton)
    assert second.hints.card is None
    leave(qtbot, second)
    assert WindowMemory(settings).seen_hints == {area.value for area in Area}
