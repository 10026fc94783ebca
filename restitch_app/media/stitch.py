"""Writing a scene as one file: packets are copied where they can be, the rest is encoded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av

from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span, scene_frame_count
from restitch_app.media.atomic import atomic_file
from restitch_app.media.chapters import add_chapters
from restitch_app.media.encode import container_options, encoder_errors
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.muxing import SceneMuxer, first_shape
from restitch_app.media.packets import H264Clip, read_h264
from restitch_app.media.probe import nominal_rate
from restitch_app.media.read_back import read_back
from restitch_app.media.runs import CopyRun, EncodeRun, Run, Source, plan_runs
from restitch_app.media.sound import SoundOf, scene_sound

KEPT_BYTES = 256 * 1024 * 1024
"""Clips up to this many bytes together are read once; the others once more when they are copied."""


@dataclass(frozen=True, slots=True)
class StitchReport:
    frames: int
    seconds: Fraction
    copied_frames: int
    encoded_frames: int
    copied: tuple[tuple[FrameRange, ...], ...]
    """For each span, the scene frames that are bit-exact copies."""
    has_sound: bool
    size_bytes: int
    encoded_pixels: int
    """Of all frames that were encoded, together."""
    warnings: tuple[str, ...]
    """Sentences for the reviewer."""
    encoding_s: float = field(default=0.0, compare=False)
    """Measured: encoding, and comparing what was encoded with its sources."""
    rest_s: float = field(default=0.0, compare=False)
    """Measured: all else up to the finished file."""


@dataclass(frozen=True, slots=True)
class StitchPlan:
    """What `stitch` will do with the same spans."""

    encoded_frames: int
    encoded_pixels: int


def stitch(
    spans: Sequence[Span],
    resolve: Callable[[str], Path],
    out: Path,
    rate: Fraction,
    ctx: JobContext | None = None,
    *,
    index_of: Callable[[Path], FrameIndex] = build_index,
    sound_of: SoundOf | None = None,
) -> StitchReport:
    """Write the frames of `spans` one after another, at the constant `rate`, to `out`.

    Frame n of the file is frame n of the scene. H.264 packets are copied wherever a decoder needs
    nothing that was left out; everything else is encoded so that its luma stays at 45 dB or better.
    .mp4, .mov and .mkv; MP4 starts at 0, index first. `resolve` gives the path of a span's file,
    `index_of` its index. Sound is kept where clips have it (see `sound`): `sound_of` names the file
    and frames whose sound a patch takes, None for silence. The finished file is read back before
    it takes its name, and refused (MediaError) unless it is right; see `read_back`.
    Each segment is a chapter.
    Blocks; `out` appears whole, or not at all after cancelling (JobCancelled) or an error:
    MediaError for a source, WrongUse for a suffix, StorageError where the disk refuses.
    """
    work, options, began = ctx or JobContext(), container_options(out), time.monotonic()
    total = scene_frame_count(spans)
    if not total:
        raise MediaError("There are no frames to export", str(out), "Import clips first")
    sources = _read_sources(spans, resolve, index_of, work, KEPT_BYTES)
    runs, model = plan_runs(spans, sources)
    encoded = [run for run in runs if isinstance(run, EncodeRun)]
    sound = scene_sound(spans, resolve, rate, sources, index_of, sound_of)
    with atomic_file(out) as unfinished:
        with encoder_errors(out), av.open(str(unfinished), "w", options=options) as container:
            add_chapters(container, spans, rate)
            muxer = SceneMuxer(container, rate, total, work)
            if model is None:
                muxer.encode_all(encoded, sound)
            else:
                muxer.copy_and_encode(runs, model, sound)
        watch = muxer.encoding
        _refuse(out, read_back(unfinished, total, muxer.written, encoded, rate, work, watch))
        report = _report(spans, sources, runs, model, rate, sound is not None, unfinished)
    rest_s = time.monotonic() - began - watch.seconds
    return replace(report, encoding_s=watch.seconds, rest_s=rest_s)


def stitch_plan(
    spans: Sequence[Span],
    resolve: Callable[[str], Path],
    ctx: JobContext,
    *,
    index_of: Callable[[Path], FrameIndex] = build_index,
) -> StitchPlan:
    """What would be encoded; arguments as of `stitch`. Reads the packets of all clips, decodes one
    frame at most. Raises MediaError for a source, JobCancelled."""
    runs, model = plan_runs(spans, _read_sources(spans, resolve, index_of, ctx, 0))
    encoded_frames = sum(len(run.scene) for run in runs if isinstance(run, EncodeRun))
    return StitchPlan(encoded_frames, _encoded_pixels(runs, model))


def _encoded_pixels(runs: Sequence[Run], model: H264Clip | None) -> int:
    """All of them have one size: that of what is copied, or of the first frame."""
    encoded = [run for run in runs if isinstance(run, EncodeRun)]
    if not encoded:
        return 0
    if model is not None:
        width, height = model.size
    else:
        shape = first_shape(encoded[0])
        width, height = shape.width, shape.height
    return sum(len(run.scene) for run in encoded) * width * height


def _refuse(out: Path, problems: Sequence[str]) -> None:
    if problems:
        raise MediaError(
            f"{out.name} did not come out right: {problems[0]}",
            " ".join([*problems[1:], "Nothing was kept."]),
            "Report this with the clips concerned",
        )


def _read_sources(
    spans: Sequence[Span],
    resolve: Callable[[str], Path],
    index_of: Callable[[Path], FrameIndex],
    work: JobContext,
    room: int,
) -> dict[str, Source]:
    """`room`: how many bytes of packets may be held."""
    sources: dict[str, Source] = {}
    files = tuple(dict.fromkeys(span.file for span in spans))
    for number, file in enumerate(files):
        work.progress("Reading clips", number, len(files))
        path = resolve(file)
        index = index_of(path)
        size = path.stat().st_size if path.exists() else 0
        clip = read_h264(path, index, keep=size <= room)
        room -= size if clip is not None and clip.kept is not None else 0
        sources[file] = Source(path, index, clip)
    for span in spans:
        _check_range(span, sources[span.file])
    return sources


def _check_range(span: Span, source: Source) -> None:
    if span.frames.stop > len(source.index):
        raise MediaError(
            f"{source.path.name} has {len(source.index)} frames, not {span.frames.stop}",
            f"segment {span.sequence_index + 1}: {source.path}",
            "Restore the file from a backup, or make another version current",
        )


def _report(
    spans: Sequence[Span],
    sources: Mapping[str, Source],
    runs: Sequence[Run],
    model: H264Clip | None,
    rate: Fraction,
    has_sound: bool,
    out: Path,
) -> StitchReport:
    copied: list[list[FrameRange]] = [[] for _ in spans]
    for run in runs:
        if isinstance(run, CopyRun):
            copied[run.span].append(run.scene)
    copied_frames = sum(len(scene) for scenes in copied for scene in scenes)
    frames = scene_frame_count(spans)
    return StitchReport(
        frames=frames,
        seconds=frames / rate,
        copied_frames=copied_frames,
        encoded_frames=frames - copied_frames,
        copied=tuple(map(tuple, copied)),
        has_sound=has_sound,
        size_bytes=out.stat().st_size,
        encoded_pixels=_encoded_pixels(runs, model),
        warnings=tuple(_warnings(spans, sources, rate)),
    )


def _warnings(
    spans: Sequence[Span], sources: Mapping[str, Source], rate: Fraction
) -> Iterator[str]:
    for file in dict.fromkeys(span.file for span in spans if not span.is_patch):
        if _keeps_to(sources[file].index, rate):
            continue
        own, is_variable = nominal_rate(sources[file].index)
        name = sources[file].path.name
        if is_variable:
            yield f"{name} has a variable rate; its frames are shown at {float(rate):g} a second."
        elif own != rate:
            yield f"{name} was made at {float(own):g} frames a second, not {float(rate):g}."


def _keeps_to(index: FrameIndex, rate: Fraction) -> bool:
    """Whether the frames are spaced exactly by `rate`, the usual case and quick to see."""
    step = 1 / (rate * index.time_base)
    if step.denominator > 1:
        return False
    ticks = step.numerator
    return all(later - earlier == ticks for earlier, later in pairwise(index.pts))
