"""A long use of the window by script: what must not grow is counted after every round.

    python -m benchmarks.soak [--minutes 60] [--table FILE]

Each round plays both ways, scrubs, steps, switches and compares in every mode, opens the boundary
page and the settings, regenerates a segment on the bundled server, goes back to the version before,
undoes and redoes; every fifth round closes the project and opens it again. Exit code 1 where
something grew. Keys and mouse, on the window itself; painted offscreen where there is no display.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, cast

if "DISPLAY" not in os.environ and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.counting import MB, Counts, counted, growths, write_table
from restitch_app.services.project.project import open_project
from restitch_app.ui.boundary.comparing import Trying
from restitch_app.ui.commands.action_specs import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from tests.services.scenes import bench_on, chain_clips, imported, new_workbench, with_settings
from tests.ui.hands import Hands
from tests.ui.windows import new_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SEGMENTS, FRAMES, SIZE = 6, 49, (640, 384)
CACHE_BYTES = 128 * 1024 * 1024
"""The least a person can choose: all the scene's versions do not fit."""
PATIENCE_MS = 120_000
REOPENED_EVERY = 5
ALLOWED = {
    "memory_mb": 48.0,
    "threads": 0.0,
    "handles": 0.0,
    "widgets": 0.0,
    "parts": 0.0,
    "objects": 3_000.0,
}
"""More of each at the end than early on. A regeneration adds a version with its frame times, its
undo step and its job to what is listed: some dozens of objects."""
Key = Qt.Key
MODE_KEYS = (Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_1)


class Waiting:
    """Keys, clicks and waits as the window's tests have them, without a test around."""

    def waitUntil(self, is_so: Callable[[], bool], timeout: int) -> None:  # noqa: N802
        end = time.perf_counter() + timeout / 1000
        while not is_so():
            if time.perf_counter() > end:
                raise TimeoutError
            spin(20)

    keyClick = staticmethod(QTest.keyClick)  # noqa: N815
    mouseClick = staticmethod(QTest.mouseClick)  # noqa: N815


def spin(wait_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(wait_ms, loop.quit)
    loop.exec()


class Reviewer:
    """One round after the other on an open project."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window, self._folder = window, folder
        self._hands = Hands(cast("QtBot", Waiting()), window)

    def open(self) -> None:
        self._window.open(self._folder)
        self._wait(lambda: self._window.state.overview is not None)
        self._to_players()

    def close(self) -> None:
        """The project only."""
        self._hands.control(Key.Key_W)
        self._wait(lambda: not self._window.session.is_busy and self._window.session.folder is None)

    def round(self, number: int) -> None:
        index = 1 + number % (SEGMENTS - 1)
        self._hands.click_tile(index)
        self._to_players()
        self._play(number)
        self._scrub()
        self._switch()
        self._look_at_boundary(index - 1)
        self._look_at_settings()
        self._regenerate(index)
        self._compare(index)
        self._undo_and_redo(index)
        if number % REOPENED_EVERY == REOPENED_EVERY - 1:
            self.close()
            self.open()
        self._rest()

    def leave(self) -> None:
        gone: list[bool] = []
        self._window.closed.connect(lambda: gone.append(True))
        self._window.close()
        self._wait(lambda: gone != [])

    # what is done

    def _play(self, number: int) -> None:
        """To and fro, faster each time it is asked for again."""
        for key, times in ((Key.Key_L, 1 + number % 3), (Key.Key_J, 1)):
            for _ in range(times):
                self._press(key)
            spin(1_500)
            self._press(Key.Key_K)

    def _scrub(self) -> None:
        """The ruler from end to end and back, button held."""
        view = self._window.timeline.view
        ruler = view.layout_now().ruler
        height = int(ruler.center().y())
        places = range(int(ruler.left()) + 2, int(ruler.right()) - 2, 40)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(view, button, none, QPoint(places[0], height))
        for x in (*places, *reversed(places)):
            QTest.mouseMove(view, QPoint(x, height))
            spin(15)
        QTest.mouseRelease(view, button, none, QPoint(places[0], height))
        for key in 10 * (Key.Key_Right,) + 10 * (Key.Key_Left,):
            self._press(key)
            spin(10)

    def _switch(self) -> None:
        """Segment after segment, boundary after boundary."""
        for key in SEGMENTS * (Key.Key_Down,) + SEGMENTS * (Key.Key_BracketLeft,):
            self._press(key)
            spin(60)

    def _look_at_boundary(self, left_index: int) -> None:
        self._hands.click_mark(left_index)
        self._press(Key.Key_S)
        self._wait(lambda: self._window.pages.is_boundary_open)
        spin(500)
        comparing = self._window.fixes.comparing
        self._wait(lambda: comparing.state is not Trying.WORKING)
        self._press(Key.Key_Escape)
        self._wait(lambda: not self._window.pages.is_boundary_open)

    def _look_at_settings(self) -> None:
        self._hands.control(Key.Key_Comma)
        self._wait(lambda: self._window.settings.shown is not None)
        spin(200)
        assert self._window.settings.shown is not None
        self._window.settings.shown.close()
        self._to_players()

    def _regenerate(self, index: int) -> None:
        self._hands.click_tile(index)
        before = self._hands.version(index)
        self._press(Key.Key_R)
        dialog = self._hands.dialog()
        self._hands.wait(self._hands.find("regenerate", dialog).isEnabled, PATIENCE_MS)
        self._hands.control(Key.Key_Return)
        self._hands.back()
        self._wait(lambda: self._hands.version(index) > before)

    def _compare(self, index: int) -> None:
        """The new version beside the one before, in every mode, playing."""
        self._to_players()
        self._window.state.set_playhead(self._window.state.ranges[index].start + 2)
        for key in MODE_KEYS:
            self._press(key)
            self._press(Key.Key_Space)
            spin(300)
            self._press(Key.Key_Space)
        for key in (Key.Key_H, Key.Key_X, Key.Key_X, Key.Key_H, Key.Key_Z, Key.Key_Z):
            self._press(key)
            spin(100)

    def _undo_and_redo(self, index: int) -> None:
        """Approve, which stays undone, so that every round begins alike."""
        self._press(Key.Key_A)
        self._wait(lambda: self._hands.is_approved(index))
        for act, is_approved in ((Act.UNDO, False), (Act.REDO, True), (Act.UNDO, False)):
            self._wait(self._window.actions_[act].isEnabled)
            self._hands.control(Key.Key_Z, shift=act is Act.REDO)
            self._wait(partial(self._is_approved, index, is_approved))

    def _is_approved(self, index: int, wanted: bool) -> bool:
        return self._hands.is_approved(index) is wanted

    def _rest(self) -> None:
        """The segment that has one version only is shown, and nothing runs."""
        self._hands.click_tile(0)
        self._to_players()
        self._window.state.set_playhead(0)
        spin(3_000)

    def _press(self, key: Qt.Key) -> None:
        self._hands.press(key)

    def _to_players(self) -> None:
        self._hands.back()
        self._window.viewer.setFocus()

    def _wait(self, is_so: Callable[[], bool]) -> None:
        self._hands.wait(is_so, PATIENCE_MS)


# around it


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--table", type=Path, help="what was counted after every round")
    given = options.parse_args()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as place, server() as url:
        folder = make_project(Path(place), url)
        window = new_window(Theme(app, ThemeChoice.DARK), Path(place) / "window.ini")
        window.preferences.choose_cache_limit(CACHE_BYTES)
        window.resize(1600, 1000)
        window.show()
        rounds = used(Reviewer(window, folder), window, given)
    return told(rounds)


def used(reviewer: Reviewer, window: MainWindow, given: argparse.Namespace) -> list[Counts]:
    start, rounds = time.perf_counter(), []
    reviewer.open()
    for number in count():
        reviewer.round(number)
        rounds.append(counted(window, time.perf_counter() - start))
        write(one_line(rounds[-1]))
        if given.table is not None:
            write_table(rounds, given.table)
        if time.perf_counter() - start > 60 * given.minutes:
            break
    reviewer.leave()
    return rounds


def make_project(place: Path, url: str) -> Path:
    clips = chain_clips(place / "clips", SEGMENTS, frames=FRAMES, size=SIZE, gop=250)
    bench = new_workbench(place / "project", url)
    imported(bench, clips)
    bench.project.close()
    bench = bench_on(open_project(place / "project"))
    with_settings(bench, server_url=url)
    bench.project.close()
    return place / "project"


@contextmanager
def server() -> Iterator[str]:
    """The bundled one, in a process of its own: what it needs is not counted."""
    program = "import sys; from restitch_app.entry import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "demo-server", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline().strip()
        finally:
            running.terminate()


def told(rounds: list[Counts]) -> int:
    found = growths(rounds, ALLOWED)
    write(f"{len(rounds)} rounds in {rounds[-1].at_s / 60:.0f} minutes; counted early and late:")
    for one in found:
        mark = "ok  " if one.is_met else "GREW"
        write(f"{mark} {one.what:<10} {one.early:10.1f} {one.late:10.1f}  +{one.allowed:g} at most")
    fullest_mb, limit_mb = max(one.cache_mb for one in rounds), CACHE_BYTES / MB
    write(f"frame cache at most {fullest_mb:.0f} of {limit_mb:.0f} MB")
    return 0 if all(one.is_met for one in found) and fullest_mb <= limit_mb else 1


def one_line(counts: Counts) -> str:
    return (
        f"{counts.at_s / 60:5.1f} min  {counts.memory_mb:.0f} MB, cache {counts.cache_mb:.0f} MB  "
        f"{counts.threads} threads  {counts.handles} handles  {counts.widgets} widgets  "
        f"{counts.parts} parts  {counts.objects} objects"
    )


def write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
