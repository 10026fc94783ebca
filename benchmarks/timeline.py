"""How long the timeline takes with 10 segments and with 10,000, in the same run.

    python -m benchmarks.timeline [--json]

Exit code 1 where something that a hand or the clock moves takes more than twice as long with
10,000 segments as with 10.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.services.project.overview import SceneOverview
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from restitch_app.ui.timeline.pictures import ThumbnailPixmaps
from restitch_app.ui.timeline.scene import TimelineScene
from restitch_app.ui.timeline.scene_after import scene_after
from restitch_app.ui.timeline.view import TimelineView
from tests.ui.samples import scene_overview
from tests.ui.timeline.scenes import ranges_of, scene_of

FEW, MANY = 10, 10_000
IN_SIGHT = 5
ROUNDS, WARM_UP = 60, 5
SIZE = (1920, 145)
GREATEST_RATIO = 2.0
Ranges = dict[int, FrameRange]
TOLD_MS = 0.3
"""Below that a ratio says nothing."""


@dataclass(frozen=True)
class Timing:
    """Milliseconds of processor time, the painting that follows included."""

    what: str
    few_p50: float
    few_p95: float
    many_p50: float
    many_p95: float

    @property
    def ratio(self) -> float:
        return max(self.many_p50, TOLD_MS) / max(self.few_p50, TOLD_MS)


class Bench:
    """One timeline; each method is one thing that happens to it, as the window does it."""

    def __init__(self, view: TimelineView, segments: int) -> None:
        self.view = view
        self.segments = segments
        self._target = QImage(*SIZE, QImage.Format.Format_RGB32)
        self._frame = self._round = 0
        overview = scene_overview(segments, ssims=dict.fromkeys(range(3, segments - 1, 37), 0.7))
        # Read in the background by the window, so not timed here.
        self._overviews = (overview, _with_score(overview, segments // 2 - 1, 80))
        self._ranges = ranges_of(overview)
        view.set_scene(scene_of(overview))
        view.resize(*SIZE)
        view.set_selection(segments // 2, None)

    def whole(self) -> None:
        self.view.redraw()
        self._paint()

    def playing(self) -> None:
        self._frame = (self._frame + 1) % self.view.scene.frames
        self.view.set_playhead(self._frame)
        self._paint()

    def selecting(self) -> None:
        self._round += 1
        middle = self.segments // 2
        self.view.set_selection(middle + self._round % 2, None)
        self._paint()

    def refreshing(self) -> None:
        """Another version of one segment is current."""
        self._round += 1
        index = self.segments // 2 - 1
        overview = self._overviews[self._round % 2]
        self.view.set_scene(_after(self.view.scene, overview, self._ranges, index))
        self._paint()

    def scrolling(self) -> None:
        self._round += 1
        self.view.scroll_by(40 if self._round % 2 else -40)
        self._paint()

    def zooming(self) -> None:
        self._round += 1
        self.view.set_zoom(self.view.zoom * (1.25 if self._round % 2 else 0.8))
        self._paint()

    def close_up(self) -> None:
        """So that five segments are in sight, whatever the scene's length."""
        self.view.set_zoom(self.segments / IN_SIGHT)

    def _paint(self) -> None:
        self.view.render(self._target)


def _after(
    before: TimelineScene, overview: SceneOverview, ranges: Ranges, index: int
) -> TimelineScene:
    changes = Changes(segments=frozenset({index}), boundaries=frozenset({index - 1, index}))
    after = scene_after(
        before, changes, overview.current, overview.boundaries, ranges, {}, frozenset(), {}
    )
    assert after is not None, "no frame moved"
    return after


def _with_score(overview: SceneOverview, index: int, score: float) -> SceneOverview:
    current = list(overview.current)
    current[index] = replace(current[index], score=score)
    return replace(overview, current=tuple(current))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one object on standard output")
    wants_json = parser.parse_args().json
    app = QApplication(sys.argv[:1])
    theme = Theme(app, ThemeChoice.DARK)
    pictures = ThumbnailPixmaps(JobRunner(QThreadPool.globalInstance()))
    benches = [
        Bench(TimelineView(theme, pictures, lambda _job_id: None), count) for count in (FEW, MANY)
    ]
    timings = _measured(benches)
    if wants_json:
        told = [{**asdict(one), "ratio": one.ratio} for one in timings]
        json.dump({"timings": told}, sys.stdout)
    else:
        _print_table(timings)
    return 0 if all(one.ratio <= GREATEST_RATIO for one in timings) else 1


def _measured(benches: list[Bench]) -> list[Timing]:
    timings = [
        _timing("whole scene: all anew", [one.whole for one in benches]),
        _timing("whole scene: playhead", [one.playing for one in benches]),
        _timing("whole scene: select", [one.selecting for one in benches]),
        _timing("whole scene: one changed", [one.refreshing for one in benches]),
    ]
    for bench in benches:
        bench.close_up()
    return [
        *timings,
        _timing("five in sight: all anew", [one.whole for one in benches]),
        _timing("five in sight: playhead", [one.playing for one in benches]),
        _timing("five in sight: select", [one.selecting for one in benches]),
        _timing("five in sight: one changed", [one.refreshing for one in benches]),
        _timing("five in sight: scroll", [one.scrolling for one in benches]),
        _timing("five in sight: zoom", [one.zooming for one in benches]),
    ]


def _timing(what: str, steps: list[Callable[[], None]]) -> Timing:
    """Turn and turn about, so that other load on the machine meets both alike."""
    times: list[list[float]] = [[] for _ in steps]
    for number in range(ROUNDS + WARM_UP):
        for taken, step in zip(times, steps, strict=True):
            started_s = time.process_time()
            step()
            if number >= WARM_UP:  # fonts and icons are loaded by then
                taken.append(1000 * (time.process_time() - started_s))
    few, many = times
    return Timing(what, statistics.median(few), _p95(few), statistics.median(many), _p95(many))


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _print_table(timings: list[Timing]) -> None:
    out = sys.stdout
    out.write(f"{'CPU ms':26}  {FEW:>7,} p50    p95   {MANY:>8,} p50    p95   ratio\n")
    for one in timings:
        out.write(
            f"{one.what:26}  {one.few_p50:11.2f} {one.few_p95:6.2f}   "
            f"{one.many_p50:12.2f} {one.many_p95:6.2f}   {one.ratio:5.2f}\n"
        )
    out.write(f"Ratio: at most {GREATEST_RATIO:g}; times below {TOLD_MS} ms count as that\n")


if __name__ == "__main__":
    sys.exit(main())
