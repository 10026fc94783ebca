"""How an export compares with a plain copy of its files and with encoding the scene again.

    python -m benchmarks.export [--segments 10] [--frames 81]

All figures are taken in the same run, the best of several rounds. On a busy machine only their
ratios mean anything, and those of CPU time more than those of wall time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.media.encode import encode_clip
from restitch_app.media.index import build_index
from restitch_app.media.patch import write_patch
from restitch_app.media.reader import open_reader
from restitch_app.media.stitch import stitch
from tests.clips import numbered_clip

RATE = Fraction(16)
SIZE = (1280, 720)
Piece = tuple[Path, int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=10)
    parser.add_argument("--frames", type=int, default=81)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), chosen.segments, chosen.frames, chosen.rounds)


def run(folder: Path, segments: int, frames: int, rounds: int) -> None:
    whole_gop = [_clip(folder / f"whole{n}.mp4", n, frames, None) for n in range(segments)]
    short_gop = [_clip(folder / f"short{n}.mp4", n, frames, 16) for n in range(segments)]
    other = [_clip(folder / f"other{n}.mp4", n, frames, None, "fast") for n in range(segments // 2)]
    indexes = {clip: build_index(clip) for clip in (*whole_gop, *short_gop, *other)}
    middle = segments // 2

    def export(pieces: Sequence[Piece]) -> Callable[[], object]:
        spans, film = _spans(pieces), folder / "film.mp4"
        known = {**indexes, **{path: build_index(path) for path, _, _ in pieces}}
        return lambda: stitch(spans, Path, film, RATE, index_of=known.__getitem__)

    def treated(clips: Sequence[Path], left: int, right: int, patch: Path | None) -> list[Piece]:
        pieces = [(clip, 0, frames) for clip in clips]
        pieces[middle] = (clips[middle], 0, frames - left)
        pieces[middle + 1] = (clips[middle + 1], right, frames)
        if patch is not None:
            pieces.insert(middle + 1, (patch, 0, left + right))
        return pieces

    patch = folder / "patch.mkv"
    with open_reader(whole_gop[0]) as reader:
        write_patch(patch, list(reader.frames(0, 6)), RATE)
    untouched = [(clip, 0, frames) for clip in whole_gop]
    mixed = [*untouched[: segments - len(other)], *((clip, 0, frames) for clip in other)]
    copied = _best(rounds, lambda: _copy_all(whole_gop, folder / "copy.bin"))
    encoded = _best(1, lambda: _encode_all(whole_gop, folder / "again.mp4"))
    print(f"{segments} segments of {frames} frames, 1280x720; best of {rounds}")  # noqa: T201
    print(f"plain copy, synced to disk  {copied}")  # noqa: T201
    print(f"the scene encoded again     {encoded}")  # noqa: T201
    for name, pieces in (
        ("untouched", untouched),
        ("untouched, two parameter sets", mixed),
        ("tail trimmed by one", treated(whole_gop, 1, 0, None)),
        ("cross-fade, 16-frame GOPs", treated(short_gop, 3, 3, patch)),
        ("cross-fade, whole-segment GOPs", treated(whole_gop, 3, 3, patch)),
    ):
        took = _best(rounds, export(pieces))
        print(  # noqa: T201
            f"{name:32s} {took}: wall {took.wall_s / copied.wall_s:.1f} x plain copy; "
            f"encoding takes {encoded.wall_s / took.wall_s:.1f} x as long, "
            f"{encoded.cpu_s / took.cpu_s:.1f} x the CPU"
        )


@dataclass(frozen=True, slots=True)
class Took:
    wall_s: float
    cpu_s: float

    def __str__(self) -> str:
        return f"{self.wall_s * 1000:9.1f} ms wall {self.cpu_s * 1000:9.1f} ms CPU"


def _clip(path: Path, number: int, frames: int, gop: int | None, preset: str = "medium") -> Path:
    numbers = range(number * frames, (number + 1) * frames)
    return numbered_clip(path, numbers, SIZE, RATE, options={"preset": preset}, gop=gop)


def _spans(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for number, (path, start, stop) in enumerate(pieces):
        begin = spans[-1].scene_stop if spans else 0
        frames = FrameRange(start, stop)
        spans.append(Span(str(path), frames, number, path.suffix == ".mkv", begin))
    return tuple(spans)


def _best(rounds: int, work: Callable[[], object]) -> Took:
    took = []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - wall, time.process_time() - cpu))
    return Took(min(wall for wall, _ in took), min(cpu for _, cpu in took))


def _copy_all(files: Sequence[Path], target: Path) -> None:
    with target.open("wb") as out:
        for file in files:
            with file.open("rb") as source:
                shutil.copyfileobj(source, out)
        out.flush()
        os.fsync(out.fileno())


def _encode_all(clips: Sequence[Path], target: Path) -> None:
    """As one would without stitching: decode everything, encode at the usual quality."""
    readers = [open_reader(clip) for clip in clips]
    frames = chain.from_iterable(reader.frames() for reader in readers)
    encode_clip(target, frames, RATE, crf=16)
    for reader in readers:
        reader.close()


if __name__ == "__main__":
    main()
