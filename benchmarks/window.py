"""How quickly the players answer, on this machine, beside a bare decode in the same run.

    python -m benchmarks.window [--rounds 5] [--size 1280x720]

Prints a table of medians and percentiles; exit code 1 where a goal is missed. Milliseconds of wall
time grow with whatever else the machine does: the gap of an idle event loop is printed beside them.
Where no display is there it paints offscreen (`xvfb-run` gives it one) and says so.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from statistics import median

if "DISPLAY" not in os.environ and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from restitch_app.domain.progress import JobContext
from restitch_app.media.luma import rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.playback.standing_back import IN_THE_BACKGROUND, stand_back
from restitch_app.ui.app import SWITCH_S
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from restitch_app.ui.viewer.shown import Shown
from tests.clips import numbered_clip, write_clip
from tests.ui.viewer.review import (
    OTHER,
    Review,
    add_version,
    make_bench,
    make_review,
    painted_numbers,
)

FRAMES = 81
BEAT_MS = 1
LOOK_MS = 20
STEPS = 60
SHARED = Path(os.environ.get("RESTITCH_SHARED", Path(__file__).parents[2] / "shared"))
REAL_CLIP = SHARED / "clips" / "bigbuckbunny_720p.mp4"


@dataclass(frozen=True)
class Row:
    what: str
    value: float
    goal: float
    unit: str
    note: str = ""

    @property
    def is_met(self) -> bool:
        return self.value <= self.goal


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--size", default="1280x720")
    given = options.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    sys.setswitchinterval(SWITCH_S)
    with tempfile.TemporaryDirectory() as folder:
        clips = make_clips(Path(folder), (width, height))
        bench = make_bench(Path(folder) / "project", clips[:1])
        add_version(bench, 0, clips[1])
        review = make_review(bench, Theme(app, ThemeChoice.DARK), (1600, 1000))
        try:
            wait_until(lambda: len(review.viewer.canvas.panels()) == 2)
            with Scan(Path(folder) / "scanned", clips) as scan:
                rows = measured(app, review, clips, given.rounds, scan)
        finally:
            review.close()
        rows.append(frames_apart(app, Path(folder) / "numbered"))
    rows += [shown_ratio(given.rounds), timeline_ratio()]
    print_table(rows, f"{width}x{height}", len(clips))
    return 0 if all(row.is_met for row in rows) else 1


def measured(
    app: QApplication, review: Review, clips: list[Path], rounds: int, scan: Scan
) -> list[Row]:
    ratios, stalls, steps, idle, scanned = [], [], [], [], []
    for _ in range(rounds):
        bare = cpu_of(lambda: bare_decode(clips))
        rewind(review)
        ratios.append(cpu_of(lambda: play_once(review)) / bare)
        idle += beats(lambda: spin(500))
        rewind(review)
        stalls += beats(lambda: play_once(review))
        rewind(review)
        with scan.running():
            scanned += beats(lambda: play_once(review))
        steps += step_times(app, review)
    at_rest = f"an idle loop: {percentile(idle, 99):.1f}"
    return [
        Row("cached step, key to painted, p50", percentile(steps, 50), 12, "ms"),
        Row("cached step, key to painted, p95", percentile(steps, 95), 12, "ms"),
        Row(
            "event loop gap while playing two views, p99", percentile(stalls, 99), 16, "ms", at_rest
        ),
        Row(
            "the same with a boundary scan running, p99",
            percentile(scanned, 99),
            16,
            "ms",
            f"{scan.count} scans",
        ),
        Row("CPU of dual playback / bare decode, median", median(ratios), 1.5, "x"),
    ]


class Scan:
    """Measures a boundary of two of the clips anew, again and again, on a thread of its own."""

    def __init__(self, folder: Path, clips: list[Path]) -> None:
        self._bench = make_bench(folder, clips)
        self._is_wanted, self._is_over = threading.Event(), False
        self._thread = threading.Thread(target=self._run)
        self.count = 0

    def __enter__(self) -> Scan:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over = True
        self._is_wanted.set()
        self._thread.join()
        self._bench.project.close()

    @contextmanager
    def running(self) -> Iterator[None]:
        self._is_wanted.set()
        yield
        self._is_wanted.clear()

    def _run(self) -> None:
        """As a thread of the window's pools does it."""
        stand_back(IN_THE_BACKGROUND)
        scene = self._bench.project.scene()
        while self._is_wanted.wait() and not self._is_over:
            self._bench.boundaries.check_all_again(scene, JobContext())
            self.count += 1


def frames_apart(app: QApplication, folder: Path) -> Row:
    """Clips that carry their frame number, side by side; the painted pixels are read."""
    folder.mkdir()
    clips = [
        numbered_clip(folder / f"{name}.mp4", range(first, first + FRAMES), gop=250, bframes=2)
        for name, first in (("a", 0), ("b", OTHER))
    ]
    bench = make_bench(folder / "project", clips[:1])
    add_version(bench, 0, clips[1])
    review = make_review(bench, Theme(app, ThemeChoice.DARK), (1600, 1000))
    apart: list[int] = []

    def look(shown: Shown) -> None:
        a, b = painted_numbers(review.viewer)
        apart.append(max(abs(a - shown.frame), abs(b - OTHER - shown.frame)))

    try:
        wait_until(lambda: len(review.viewer.canvas.panels()) == 2)
        review.viewer.player.shown.connect(look)
        play_once(review)
    finally:
        review.close()
    return Row("A and B apart, greatest", max(apart), 0, "frames", f"{len(apart)} ticks read")


def shown_ratio(rounds: int) -> Row:
    """From the start of the program to the window on the screen; a bare one turn about."""
    with tempfile.TemporaryDirectory() as folder:
        bare, own, whole = [], [], []
        for _ in range(max(rounds, 3)):
            bare.append(seconds_of(BARE_WINDOW, folder))
            own.append(seconds_of(OWN_WINDOW.format(moment="on_shown"), folder))
            whole.append(seconds_of(OWN_WINDOW.format(moment="on_ready"), folder))
    note = (
        f"{1000 * median(own):.0f} ms, bare {1000 * median(bare):.0f} ms; "
        f"with all its parts {1000 * median(whole):.0f} ms"
    )
    return Row(
        "window shown / bare QMainWindow, median", median(own) / median(bare), 1.3, "x", note
    )


def seconds_of(program: str, folder: str) -> float:
    """With compiled files, as an installed program has them: the first run makes them."""
    around = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    command = [sys.executable, "-c", program, folder]
    start = time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=around, timeout=60)
    return time.perf_counter() - start


BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1600, 1000)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OWN_WINDOW = """
import os, sys
from pathlib import Path
from types import SimpleNamespace
from restitch_app.ui.app import run_window

def none(*_):
    raise LookupError

outside = SimpleNamespace(
    bench_on=none, servers=none, make_demo=None, log_file=None, api=None, crashes=None
)
run_window(outside, settings=Path(sys.argv[1], "window.ini"), {moment}=lambda _window: os._exit(0))
"""
"""Both end as soon as the event loop has shown them: what closing costs is left out. The program
shows its window empty, in its own colour and place, and makes its parts after that.
"""


def timeline_ratio() -> Row:
    found = subprocess.run(
        [sys.executable, "-m", "benchmarks.timeline", "--json"],
        check=False,
        capture_output=True,
        text=True,
    )
    ratios = {one["what"]: one["ratio"] for one in json.loads(found.stdout)["timings"]}
    note = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    return Row("timeline paint, 10,000 / 10 segments", max(ratios.values()), 2, "x", note)


# the material


def make_clips(folder: Path, size: tuple[int, int]) -> list[Path]:
    """Two versions of one segment as `performance.md` has them: x264 medium crf 18, one GOP."""
    first, second = real_pictures(size) if REAL_CLIP.exists() else drawn_pictures(size)
    how = {"preset": "medium", "crf": "18"}
    return [
        write_clip(folder / "a.mp4", first, 16, options=how, gop=250, bframes=3),
        write_clip(folder / "b.mp4", second, 16, options=how, gop=250, bframes=3),
    ]


Pictures = list[NDArray[np.uint8]]


def real_pictures(size: tuple[int, int]) -> tuple[Pictures, Pictures]:
    with open_reader(REAL_CLIP) as reader:
        pictures = [
            np.asarray(cv2.resize(rgb(frame), size, interpolation=cv2.INTER_AREA), np.uint8)
            for frame in reader.frames(0, 51 + FRAMES)
        ]
    return pictures[:FRAMES], pictures[51:]


def drawn_pictures(size: tuple[int, int]) -> tuple[Pictures, Pictures]:
    """A pan over a rough texture with film grain: about as dear to decode as a real picture."""
    width, height = size
    dice = np.random.default_rng(3)
    coarse = dice.integers(0, 255, (height // 8, width // 4, 3), np.uint8)
    world = cv2.resize(coarse, (width * 2, height), interpolation=cv2.INTER_CUBIC)

    def picture(shift: int) -> NDArray[np.uint8]:
        grain = dice.normal(0, 4, (height, width, 3))
        return np.clip(world[:, shift : shift + width] + grain, 0, 255).astype(np.uint8)

    return [picture(2 * n) for n in range(FRAMES)], [picture(2 * n + 99) for n in range(FRAMES)]


# the measures


def bare_decode(clips: list[Path]) -> None:
    for clip in clips:
        with open_reader(clip) as reader:
            for _ in reader.frames():
                pass


def play_once(review: Review) -> None:
    """From the first frame to the last, both views, at twice the rate of the clips."""
    viewer = review.viewer
    viewer.set_speed(Fraction(2))
    viewer.player.play_pause()
    wait_until(lambda: not viewer.player.is_playing)


def rewind(review: Review) -> None:
    """To the first frame, with nothing decoded and no clip open."""
    viewer = review.viewer
    viewer.player.set_sources(())
    for source in viewer.feed.sources.set_playback(viewer.feed.playback):
        source.close()
    assert viewer.feed.playback is not None
    viewer.feed.playback.cache.clear()
    review.state.set_playhead(0)
    viewer.feed.refresh_sources()


def cpu_of(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def beats(work: Callable[[], object]) -> list[float]:
    """Gaps between beats of the event loop while `work` runs, in ms."""
    times: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(BEAT_MS)
    timer.timeout.connect(lambda: times.append(time.perf_counter()))
    timer.start()
    work()
    timer.stop()
    return [(later - earlier) * 1000 for earlier, later in pairwise(times)]


def step_times(app: QApplication, review: Review) -> list[float]:
    """From a press of the right arrow to the end of the paint that shows the frame, in ms."""
    canvas, state = review.viewer.canvas, review.state
    review.window.activateWindow()
    canvas.setFocus()
    state.set_playhead(5)
    spin(300)
    painted: list[int | None] = []
    paint = canvas.paintEvent

    def timed(event: QPaintEvent) -> None:
        paint(event)
        painted.append(canvas.shown_frame)

    canvas.paintEvent = timed  # type: ignore[method-assign]
    found = []
    for _ in range(STEPS):
        painted.clear()
        start = time.perf_counter()
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        while state.playhead not in painted:
            app.processEvents()
        found.append((time.perf_counter() - start) * 1000)
    canvas.paintEvent = paint  # type: ignore[method-assign]
    return found


def wait_until(is_so: Callable[[], bool], timeout_s: float = 60) -> None:
    """Run the event loop, without holding Python's lock while it is idle: one loop for all of the
    time, so that what is measured beside it pays for a look now and then and no more.
    """
    if is_so():
        return
    end = time.perf_counter() + timeout_s
    loop = QEventLoop()

    def look() -> None:
        if is_so() or time.perf_counter() > end:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    loop.exec()
    timer.stop()
    if not is_so():
        raise TimeoutError


def spin(wait_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(wait_ms, loop.quit)
    loop.exec()


def write(line: str) -> None:
    sys.stdout.write(line + "\n")


def percentile(values: list[float], share: float) -> float:
    return float(np.percentile(values, share))


def print_table(rows: list[Row], size: str, views: int) -> None:
    write(
        f"{views} views of {size}, x264 medium, one GOP, 81 frames; {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}, painted on {QGuiApplication.platformName()}"
    )
    for row in rows:
        mark = "ok  " if row.is_met else "MISS"
        write(f"{mark} {row.what:<46} {row.value:7.2f} {row.unit:<6} goal {row.goal:g} {row.note}")


if __name__ == "__main__":
    sys.exit(main())
