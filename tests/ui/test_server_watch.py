from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from restitch_app.bridge.pools import Runners
from restitch_app.domain.changes import Changes
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services import server_status
from restitch_app.services.server_status import ServerStatus
from restitch_app.ui.header.server_watch import ServerWatch
from restitch_app.ui.review_state import ReviewState

FIRST, SECOND = "http://127.0.0.1:9", "http://127.0.0.1:10"


def _show(state: ReviewState, url: str) -> None:
    state.set_scene(None, {}, ProjectSettings("Lake", server_url=url), Changes(scene=True))


def test_a_question_that_broke_down_is_not_asked_again_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def broken(url: str) -> ServerStatus:
        asked.append(url)
        raise ValueError("unforeseen")

    monkeypatch.setattr(server_status, "ask_server", broken)
    state, runners = ReviewState(), Runners()
    watch = ServerWatch(state, runners.network)
    _show(state, FIRST)
    watch.stop()  # the clock is not what is tried here
    qtbot.waitUntil(lambda: bool(asked) and not runners.network.is_busy)
    assert asked == [FIRST]
    runners.shut_down()


def test_a_server_that_was_changed_while_it_was_asked_is_asked_next(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_status, "ask_server", lambda url: ServerStatus(url, True))
    state, runners = ReviewState(), Runners()
    watch = ServerWatch(state, runners.network)
    _show(state, FIRST)
    _show(state, SECOND)
    qtbot.waitUntil(lambda: watch.status == ServerStatus(SECOND, True))
    watch.stop()
    qtbot.waitUntil(lambda: not runners.network.is_busy)
    runners.shut_down()
