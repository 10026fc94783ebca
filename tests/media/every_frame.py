"""Reading a stitched file back, every frame of it: is it the scene's frame?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path

import av
import numpy as np

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span
from restitch_app.media.colour import plain_format
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.opening import clip_errors, open_video
from restitch_app.media.patch import planes
from restitch_app.media.read_back import LEAST_PSNR_DB, STAGE, TICK_S, luma_psnr_db
from restitch_app.media.reader import open_reader

MOST_PROBLEMS = 20


def verify_stitch(
    out: Path,
    spans: Sequence[Span],
    resolve: Callable[[str], Path],
    copied: Sequence[Sequence[FrameRange]],
    rate: Fraction,
    ctx: JobContext | None = None,
    *,
    index_of: Callable[[Path], FrameIndex] = build_index,
) -> list[str]:
    """Problems of a stitched file, one sentence each, at most 20; an empty list is a sound file.

    Every frame is decoded and compared with its source: copied frames (`copied` as in the report,
    in scene frames) sample for sample, the others to 45 dB of luma. Also checked: how many frames
    there are, when they are shown, and that none is damaged.
    Raises MediaError for a file that cannot be read, JobCancelled. Blocks for as long as decoding
    the result and all its sources takes.
    """
    work = ctx or JobContext()
    exact = {frame for ranges in copied for scene in ranges for frame in scene}
    total = spans[-1].scene_stop if spans else 0
    problems: list[str] = []
    pairs = zip_longest(_result_frames(out), _source_frames(spans, resolve, index_of))
    for number, (found, wanted) in enumerate(pairs):
        work.progress(STAGE, number, total)
        if found is None or wanted is None:
            problems.append(
                f"There are {'fewer' if found is None else 'more'} than {total} frames."
            )
            break
        if problem := _problem(number, found, wanted, rate, is_exact=number in exact):
            problems.append(problem)
        if len(problems) >= MOST_PROBLEMS:
            break
    return problems


def _problem(
    number: int, found: av.VideoFrame, wanted: av.VideoFrame, rate: Fraction, *, is_exact: bool
) -> str | None:
    name = f"Frame {number + 1}"
    if found.is_corrupt:
        return f"{name} is damaged."
    shown_s = (found.pts or 0) * (found.time_base or Fraction(0))
    if abs(shown_s - number / rate) > TICK_S:
        return f"{name} is shown at {float(shown_s):.3f} s, not {float(number / rate):.3f} s."
    if is_exact:
        return None if _same_samples(found, wanted) else f"{name} is not its source's frame."
    psnr_db = luma_psnr_db(found, wanted)
    if psnr_db < LEAST_PSNR_DB:
        return f"{name} was encoded to {psnr_db:.1f} dB only."
    return None


def _result_frames(out: Path) -> Iterator[av.VideoFrame]:
    with clip_errors(out), open_video(out) as (container, stream):
        yield from container.decode(stream)


def _source_frames(
    spans: Sequence[Span],
    resolve: Callable[[str], Path],
    index_of: Callable[[Path], FrameIndex],
) -> Iterator[av.VideoFrame]:
    for span in spans:
        path = resolve(span.file)
        with open_reader(path, index_of(path)) as reader:
            yield from reader.frames(span.frames.start, span.frames.stop)


def _same_samples(found: av.VideoFrame, wanted: av.VideoFrame) -> bool:
    return plain_format(found.format.name) == plain_format(wanted.format.name) and all(
        np.array_equal(left, right)
        for left, right in zip(planes(found), planes(wanted), strict=True)
    )
