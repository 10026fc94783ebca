"""The servers as the window sees them: what is asked while the list is being changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restitch_app.bridge.pools import Runners
from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import Server, ServerState
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.servers.keys import HeldKeys
from restitch_app.services.servers.server_list import ServerList
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.state.servers import Servers

AWAY = Server("http://127.0.0.1:9", "gpu-box")
HERE = Server("http://127.0.0.1:8188", "This computer")


class SlowList(ServerList):
    """Answers about its servers when it is told to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, HeldKeys())
        self.asked = 0
        self.may_answer = threading.Event()

    def states(self, ctx: JobContext) -> tuple[ServerState, ...]:
        listed = self.servers()
        self.asked += 1
        assert self.may_answer.wait(20)
        return tuple(ServerState(server, is_answering=False) for server in listed)

    def state(self, url: str) -> ServerState:
        return ServerState(self.server(url), is_answering=False)


@pytest.fixture
def slow(tmp_path: Path) -> SlowList:
    return SlowList(tmp_path / "settings")


@pytest.fixture
def runners(qapp: QApplication) -> Iterator[Runners]:
    """Their owner goes last: a job that is deleted later lets go of whoever asked, and with that
    of runners without a parent, which would delete the job once more."""
    owner = QObject()
    made = Runners(owner)
    yield made
    made.shut_down()
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    owner.deleteLater()


@pytest.fixture
def servers(
    qtbot: QtBot, slow: SlowList, runners: Runners
) -> Iterator[tuple[Servers, ReviewState]]:
    state = ReviewState()
    yield Servers(lambda: slow, state, runners), state
    slow.may_answer.set()


def test_an_answer_about_the_list_before_a_change_does_not_bring_it_back(
    qtbot: QtBot, servers: tuple[Servers, ReviewState], slow: SlowList
) -> None:
    seen, _ = servers
    seen.watch("a test")
    qtbot.waitUntil(lambda: slow.asked == 1)
    seen.change("Adding", lambda listed: listed.save(AWAY))
    qtbot.waitUntil(lambda: AWAY in seen.listed)
    lists: list[tuple[Server, ...]] = []
    seen.changed.connect(lambda: lists.append(seen.listed))
    slow.may_answer.set()
    qtbot.waitUntil(lambda: seen.state_of(AWAY.url) is not None)
    assert all(AWAY in listed for listed in lists)
    seen.stop()


def test_a_server_that_takes_its_time_is_asked_once(
    qtbot: QtBot, servers: tuple[Servers, ReviewState], slow: SlowList
) -> None:
    """Every second of waiting was noted as another question, asked as soon as it had answered."""
    seen, _ = servers
    seen.watch("a test")
    qtbot.waitUntil(lambda: slow.asked == 1)
    ticks: list[int] = []
    seen._timer.timeout.connect(lambda: ticks.append(1))
    seen._timer.setInterval(1)
    qtbot.waitUntil(lambda: len(ticks) >= 3)
    seen._timer.setInterval(60_000)
    slow.may_answer.set()
    qtbot.waitUntil(lambda: len(seen.states) == 1)
    qtbot.waitUntil(lambda: not seen._runners.network.is_busy)
    assert slow.asked == 1
    seen.stop()


def test_a_project_on_a_server_of_its_own_is_shown_with_it_alone(
    qtbot: QtBot, servers: tuple[Servers, ReviewState], slow: SlowList
) -> None:
    seen, state = servers
    slow.may_answer.set()
    own = ProjectSettings("Lake", server_url="http://lake:8188")
    state.set_scene(None, {}, own, Changes(scene=True))
    qtbot.waitUntil(lambda: seen.are_all_away)
    assert [server.name for server in seen.relevant] == ["lake:8188"]
    assert seen.told_name("http://lake:8188") == ""
    assert seen.told_name(AWAY.url) == "127.0.0.1:9"
    seen.change("Adding", lambda listed: listed.save(AWAY))
    qtbot.waitUntil(lambda: len(seen.states) == 3)
    assert seen.told_name(AWAY.url) == "gpu-box"
    assert seen.name_of("") == "any server"
    state.set_scene(None, {}, None, Changes(scene=True))
    assert not seen._timer.isActive()  # nobody looks any more


def test_a_question_that_broke_down_is_asked_again_later_and_not_at_once(
    qtbot: QtBot, tmp_path: Path, runners: Runners
) -> None:
    asked: list[int] = []

    class Broken(ServerList):
        def states(self, ctx: JobContext) -> tuple[ServerState, ...]:
            asked.append(1)
            raise ValueError("unforeseen")

    broken = Broken(tmp_path, HeldKeys())
    seen = Servers(lambda: broken, ReviewState(), runners)
    seen.watch("a test")
    qtbot.waitUntil(lambda: bool(asked) and not runners.network.is_busy)
    assert asked == [1]
    assert seen.seconds_left > 0
    seen.stop()
