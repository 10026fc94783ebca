"""What the quality checks of a segment cost, as a share of decoding it, in computing time.

    python -m benchmarks.quality [CLIP]

Without a clip one is drawn: 1280×720, 121 frames, H.264.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cv2

from restitch_app.analysis.quality.judge import judge
from restitch_app.analysis.quality.stats import FrameStats
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.domain.quality import ExpectedFormat
from restitch_app.media.index import build_index
from restitch_app.media.luma import luma, thumbnail_rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.imports.clip_scan import THUMBNAIL_PX
from tests.clips import write_clip
from tests.services.scenes import panned_pictures

ANALYSIS_HEIGHT_PX = 360
ROUNDS = 5


def decode(clip: Path) -> int:
    with open_reader(clip, build_index(clip)) as reader:
        return sum(1 for _frame in reader.frames())


def check(clip: Path) -> int:
    stats = FrameStats()
    with open_reader(clip, build_index(clip)) as reader:
        for frame in reader.frames():
            picture = to_analysis_size(luma(frame), ANALYSIS_HEIGHT_PX)
            stats.feed(picture, thumbnail_rgb(frame, THUMBNAIL_PX))
        judge(stats, reader.facts, ExpectedFormat(None))
    return stats.count


def cpu_ms(work: Callable[[Path], int], clip: Path) -> float:
    """A frame, the least of some rounds: what else the machine does only adds."""
    found = []
    for _ in range(ROUNDS):
        began = time.process_time()
        frames = work(clip)
        found.append((time.process_time() - began) / frames * 1000)
    return min(found)


def main(clip: Path) -> None:
    cv2.setNumThreads(1)
    decoding, checked = cpu_ms(decode, clip), cpu_ms(check, clip)
    share = (checked - decoding) / decoding
    sys.stdout.write(
        f"decoding {decoding:.2f} ms a frame, all checks {checked - decoding:.2f} ms more "
        f"({share:.0%} of decoding)\n"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            pictures = panned_pictures(0, 121, (1280, 720))
            main(write_clip(Path(folder) / "clip.mp4", pictures, options={"crf": "18"}))
