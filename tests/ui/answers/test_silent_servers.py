"""What asks a server that says nothing keeps nothing else waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.services.regeneration.asking import Regeneration
from restitch_app.services.regeneration.several import RegeneratingSeveral
from restitch_app.ui.main_window import MainWindow
from tests.services.scenes import bench_on
from tests.ui.hands import Hands
from tests.ui.windows import answers_of


class Held:
    """A question that was asked and is answered when the test lets it."""

    def __init__(self) -> None:
        self.was_asked, self.is_answered = threading.Event(), threading.Event()

    def ask(self) -> None:
        self.was_asked.set()
        assert self.is_answered.wait(60)


@pytest.fixture
def held() -> Iterator[Held]:
    made = Held()
    yield made
    made.is_answered.set()


def test_a_decision_does_not_wait_behind_a_regeneration(
    qtbot: QtBot,
    window: MainWindow,
    hands: Hands,
    held: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = Regeneration.settle

    def silent(*args: Any, **kwargs: Any) -> object:  # noqa: ANN401
        held.ask()
        return real(*args, **kwargs)

    monkeypatch.setattr(Regeneration, "settle", silent)
    window.review.regenerate(RegenerationRequest(2))
    qtbot.waitUntil(held.was_asked.is_set)
    window.viewer.setFocus()
    hands.press(Qt.Key.Key_A)
    hands.wait(lambda: (one := window.state.current(1)) is not None and one.is_approved)
    assert window.state.jobs == ()
    held.is_answered.set()
    hands.wait(lambda: len(window.state.jobs) == 1)


def test_a_plan_of_several_is_of_the_scene_it_was_made_for(
    qtbot: QtBot,
    window: MainWindow,
    hands: Hands,
    held: Held,
    small_clips: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another scene is shown before the servers have answered: its segments are others."""
    bench = window.session.bench
    assert bench is not None
    bench_on(bench.project).importing.import_clips(small_clips, JobContext(), scene_name="Another")
    hands.wait(lambda: len(window.state.scenes) == 2)
    real = RegeneratingSeveral.plan

    def silent(*args: Any, **kwargs: Any) -> object:  # noqa: ANN401
        held.ask()
        return real(*args, **kwargs)

    monkeypatch.setattr(RegeneratingSeveral, "plan", silent)
    window.timeline.view.setFocus()
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_R)
    qtbot.waitUntil(held.was_asked.is_set)
    window.session.choose_scene(window.state.scenes[1].id)
    hands.wait(lambda: (one := window.state.overview) is not None and one.scene.name == "Another")
    held.is_answered.set()
    hands.wait(lambda: not window.runners.network.is_busy)
    assert answers_of(window).asked == []
    assert window.state.jobs == ()
