"""A part of a clip as a clip of its own, with exactly the same pictures."""

from __future__ import annotations

from pathlib import Path

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span
from restitch_app.media.index import FrameIndex
from restitch_app.media.lossless import write_lossless_copy
from restitch_app.media.packets import read_h264
from restitch_app.media.probe import nominal_rate
from restitch_app.media.runs import CopyRun, Source, plan_runs
from restitch_app.media.stitch import stitch


def cut_clip(
    source: Path,
    index: FrameIndex,
    frames: FrameRange,
    target: Path,
    ctx: JobContext | None = None,
) -> Path:
    """Write these frames of `source` beside `target`, bit for bit as they decode; the file made.

    `target` has no suffix: .mp4 where the packets can be copied, which a cut at a key frame allows,
    else .mkv without loss. Sound goes with its pictures. The file appears whole or not at all.
    Raises MediaError for what cannot be read, StorageError from the disk, JobCancelled.
    """
    if _copies(source, index, frames):
        copied = target.with_name(f"{target.name}.mp4")
        spans = [Span(source.name, frames, 0, is_patch=False, scene_start=0)]
        rate, _ = nominal_rate(index)
        stitch(spans, lambda _: source, copied, rate, ctx, index_of=lambda _: index)
        return copied
    exact = target.with_name(f"{target.name}.mkv")
    write_lossless_copy(source, exact, ctx, frames)
    return exact


def _copies(source: Path, index: FrameIndex, frames: FrameRange) -> bool:
    _, is_variable = nominal_rate(index)
    clip = read_h264(source, index, keep=False)
    if clip is None or is_variable:
        return False
    spans = [Span(source.name, frames, 0, is_patch=False, scene_start=0)]
    runs, _ = plan_runs(spans, {source.name: Source(source, index, clip)})
    return all(isinstance(run, CopyRun) for run in runs)
