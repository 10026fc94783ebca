"""How long the timeline takes to paint, with 10 segments and with 10,000, in the same run.

    python -m benchmarks.timeline [--json]

Exit code 1 where 10,000 segments take more than twice as long as 10.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from restitch_app.ui.timeline.pictures import ThumbnailPixmaps
from restitch_app.ui.timeline.view import TimelineView
from tests.ui.samples import scene_overview
from tests.ui.timeline.scenes import scene_of

FEW, MANY = 10, 10_000
ROUNDS = 60
SIZE = (1920, 145)
GREATEST_RATIO = 2.0


@dataclass(frozen=True)
class Timing:
    """Milliseconds of processor time of one paint."""

    segments: int
    whole_p50: float
    """Everything anew, as after a change or a scroll."""
    whole_p95: float
    playing_p50: float
    """Only the playhead moved."""
    playing_p95: float
    zoomed_p50: float
    """Everything anew, zoomed in until tiles show both frames."""


class Bench:
    def __init__(self, view: TimelineView, segments: int) -> None:
        self.view = view
        self.segments = segments
        self._target = QImage(*SIZE, QImage.Format.Format_RGB32)
        self._frame = 0
        overview = scene_overview(segments, ssims=dict.fromkeys(range(3, segments - 1, 37), 0.7))
        view.set_scene(scene_of(overview))
        view.resize(*SIZE)
        view.set_selection(segments // 2, None)

    def whole(self) -> None:
        self.view.redraw()
        self.view.render(self._target)

    def playing(self) -> None:
        self._frame = (self._frame + 1) % self.view.scene.frames
        self.view.set_playhead(self._frame)
        self.view.render(self._target)


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
    few, many = _measured(benches)
    ratios = {
        "whole": many.whole_p50 / few.whole_p50,
        "playing": many.playing_p50 / few.playing_p50,
        "zoomed": many.zoomed_p50 / few.zoomed_p50,
    }
    if wants_json:
        json.dump({"timings": [asdict(few), asdict(many)], "ratios": ratios}, sys.stdout)
    else:
        _print_table((few, many), ratios)
    return 0 if max(ratios.values()) <= GREATEST_RATIO else 1


def _measured(benches: list[Bench]) -> list[Timing]:
    """Turn and turn about, so that other load on the machine meets both alike."""
    whole = _times([bench.whole for bench in benches])
    playing = _times([bench.playing for bench in benches])
    for bench in benches:
        bench.view.set_zoom(max(1.0, bench.segments / FEW))
    zoomed = _times([bench.whole for bench in benches])
    return [
        Timing(
            bench.segments,
            statistics.median(whole[at]),
            _p95(whole[at]),
            statistics.median(playing[at]),
            _p95(playing[at]),
            statistics.median(zoomed[at]),
        )
        for at, bench in enumerate(benches)
    ]


def _times(paints: list[Callable[[], None]]) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in paints]
    for number in range(ROUNDS + 5):
        for taken, paint in zip(times, paints, strict=True):
            started_s = time.process_time()
            paint()
            if number >= 5:  # fonts and icons are loaded by then
                taken.append(1000 * (time.process_time() - started_s))
    return times


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _print_table(timings: tuple[Timing, ...], ratios: dict[str, float]) -> None:
    out = sys.stdout
    out.write("segments   whole p50/p95    playing p50/p95   zoomed p50   (CPU ms)\n")
    for one in timings:
        out.write(
            f"{one.segments:8,}   {one.whole_p50:6.2f} {one.whole_p95:6.2f}    "
            f"{one.playing_p50:6.2f} {one.playing_p95:6.2f}     {one.zoomed_p50:6.2f}\n"
        )
    told = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    out.write(f"10,000 against 10: {told} (at most {GREATEST_RATIO:g})\n")


if __name__ == "__main__":
    sys.exit(main())
