from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.jobs import JobKind, JobState
from restitch_app.ui.language.translating import speak
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.watches.done_watch import words
from tests.ui.language.pseudo import bare, brackets
from tests.ui.samples import job
from tests.ui.windows import open_in


class PlayedDesktop:
    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.click: Callable[[], object] = lambda: None

    def show(self, title: str, text: str, clicked: Callable[[], object]) -> None:
        self.shown.append((title, text))
        self.click = clicked

    def stop(self) -> None:
        self.click = lambda: None


@pytest.fixture
def desktop(window: MainWindow) -> PlayedDesktop:
    made = PlayedDesktop()
    window.done_watch.make_desktop = lambda: made
    window.done_watch.gather_ms = 30
    return made


RUNNING = (job(1, index=0), job(2, index=2), job(3, index=3))
ENDED = (
    job(1, JobState.DONE, index=0),
    job(2, JobState.FAILED, index=2),
    job(3, JobState.CANCELLED, index=3),
)


def test_ends_are_told_together_and_a_click_opens_the_one_that_failed(
    qtbot: QtBot, window: MainWindow, desktop: PlayedDesktop, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    window.showMinimized()
    window.state.set_jobs(RUNNING)
    window.state.set_jobs((ENDED[0], *RUNNING[1:]))
    window.state.set_jobs(ENDED)
    qtbot.waitUntil(lambda: desktop.shown != [])
    assert desktop.shown == [("1 render done, 1 failed", "Segment 1, Segment 3")]
    desktop.click()
    assert not window.isMinimized()
    assert window.state.selected_segment == 2


def test_nothing_is_told_where_it_is_seen_or_not_wanted(
    qtbot: QtBot, window: MainWindow, desktop: PlayedDesktop
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.state.set_jobs(RUNNING)
    window.state.set_jobs(ENDED)
    window.showMinimized()
    window.preferences.memory.notifies = False
    window.state.set_jobs(RUNNING)
    window.state.set_jobs(ENDED)
    window.preferences.memory.notifies = True
    last = job(4, JobState.RUNNING, index=4)
    window.state.set_jobs((last,))
    window.state.set_jobs((replace(last, state=JobState.DONE),))
    qtbot.waitUntil(lambda: desktop.shown != [])
    assert desktop.shown == [("1 render done", "Segment 5")]


def test_a_message_can_be_tried_from_the_settings(
    qtbot: QtBot, window: MainWindow, desktop: PlayedDesktop
) -> None:
    window.settings.show()
    dialog = window.settings.shown
    assert dialog is not None
    dialog.show_item("Notifications", "")
    dialog.page("Notifications").findChild(QPushButton, "try_notification").click()  # type: ignore[union-attr]
    assert len(desktop.shown) == 1
    dialog.close()


def test_words_name_what_ended() -> None:
    done = [job(number, JobState.DONE, index=number) for number in range(5)]
    assert words(done) == ("5 renders done", "Segment 1, Segment 2, Segment 3 and 2 more")
    bridge = replace(done[1], kind=JobKind.BRIDGE, state=JobState.FAILED)
    assert words([bridge]) == ("1 render failed", "Bridge 2|3")


def test_words_are_of_the_language_that_is_spoken(
    window: MainWindow, desktop: PlayedDesktop
) -> None:
    done = [job(number, JobState.DONE, index=number) for number in range(5)]
    failed = [job(number, JobState.FAILED, index=number) for number in (6, 7)]
    speak(brackets())
    try:
        window.preferences.notice_tried.emit()
        told = [*words(done), *words([*done[:1], *failed]), *words(failed), *words(failed[:1])]
    finally:
        speak(None)
    assert bare(iter((*told, *desktop.shown[0])), ("Restitch",)) == []
