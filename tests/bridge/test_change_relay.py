from __future__ import annotations

from PySide6.QtCore import QObject, QThread, QThreadPool, Slot
from pytestqt.qtbot import QtBot

from restitch_app.bridge.change_relay import ChangeRelay
from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.changes import Changes
from restitch_app.services.project.change_feed import ChangeFeed


class Recorder(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[Changes, QThread]] = []

    @Slot(object)
    def note(self, changes: Changes) -> None:
        self.heard.append((changes, QThread.currentThread()))


def test_changes_published_on_a_worker_reach_the_gui_thread(qtbot: QtBot) -> None:
    feed, recorder = ChangeFeed(), Recorder()
    relay = ChangeRelay(feed)
    relay.changed.connect(recorder.note)
    runner = JobRunner(QThreadPool())
    changes = Changes(segments=frozenset({4}))

    with qtbot.waitSignal(relay.changed):
        runner.submit("publish", lambda _ctx: feed.publish(changes))
    qtbot.waitUntil(lambda: not runner.is_busy)

    assert recorder.heard == [(changes, QThread.currentThread())]


def test_a_stopped_relay_hears_nothing(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    relay = ChangeRelay(feed)
    relay.stop()
    with qtbot.assertNotEmitted(relay.changed, wait=50):
        feed.publish(Changes(jobs=True))
