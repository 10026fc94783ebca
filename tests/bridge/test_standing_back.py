from __future__ import annotations

import os
import sys
import threading

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.services.playback.standing_back import IN_THE_BACKGROUND


@pytest.mark.skipif(sys.platform != "linux", reason="threads have no niceness elsewhere")
def test_background_work_stands_back_once_and_the_window_does_not(qtbot: QtBot) -> None:
    own = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)
    runner = JobRunner(pool)
    found: list[object] = []

    def ask(_ctx: JobContext) -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    for _ in range(2):
        runner.submit("Ask", ask).succeeded.connect(found.append)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found == 2 * [min(19, own + IN_THE_BACKGROUND)]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == own
    runner.shut_down(10_000)
