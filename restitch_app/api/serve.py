"""`restitch serve`: the API until Ctrl-C, and the project's jobs along with it."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from restitch_app.api.server import LoopbackServer
from restitch_app.domain.errors import ProjectBusy
from restitch_app.services.project.api_tokens import Doorkeeper
from restitch_app.services.workbench import Workbench

log = logging.getLogger(__name__)

ENGINE_TRIES_EVERY_S = 1.0
WAKE_EVERY_S = 0.2  # an endless wait would not notice Ctrl-C on Windows


def serve(
    workbench: Workbench,
    port: int,
    door: Doorkeeper,
    on_ready: Callable[[str], object] | None = None,
) -> None:
    """Answer on 127.0.0.1 until SIGINT or SIGTERM. Call it on the main thread.

    Runs the project's jobs too. While another program does that (a window, a command), jobs are
    left to it, and taken over once it ends. `on_ready(url)` is called once the API answers. Raises
    PortTaken.
    """
    stopping = threading.Event()
    with _ended_by_signals(stopping):
        server = LoopbackServer(workbench, door, port).start()
        try:
            if on_ready is not None:
                on_ready(server.url)
            _run_jobs_until(stopping, workbench, server)
        finally:
            server.stop()
            workbench.engine.stop()


def _run_jobs_until(
    stopping: threading.Event, workbench: Workbench, server: LoopbackServer
) -> None:
    is_running = workbench.project.is_read_only  # then no job can be run at all
    wait_s = 0.0
    while not stopping.is_set() and server.is_alive:
        if not is_running and wait_s <= 0:
            is_running = _started(workbench)
            wait_s = ENGINE_TRIES_EVERY_S
        stopping.wait(WAKE_EVERY_S)
        wait_s -= WAKE_EVERY_S


def _started(workbench: Workbench) -> bool:
    try:
        workbench.engine.start()
    except ProjectBusy as busy:
        log.debug("jobs are left to another program: %s", busy)
        return False
    return True


@contextmanager
def _ended_by_signals(stopping: threading.Event) -> Iterator[None]:
    """Handlers are put back afterwards. Off the main thread Python has no say in signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
