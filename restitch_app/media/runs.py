"""What a stitch does with each span: copy packets, or encode frames. Decided before writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.media.colour import plain_format
from restitch_app.media.copying import plan_copy
from restitch_app.media.index import FrameIndex
from restitch_app.media.packets import H264Clip


@dataclass(frozen=True, slots=True)
class Source:
    """A file that spans take frames from."""

    path: Path
    index: FrameIndex
    h264: H264Clip | None
    """None where its packets cannot be copied."""


@dataclass(frozen=True, slots=True)
class CopyRun:
    """Packets that go into the result as they are."""

    span: int
    """Number of the span in the list."""
    clip: H264Clip
    places: FrameRange
    """Packets in decoding order, which are the same places in presentation order."""
    scene: FrameRange


@dataclass(frozen=True, slots=True)
class EncodePart:
    source: Source
    frames: FrameRange
    """In the file's count."""


@dataclass(frozen=True, slots=True)
class EncodeRun:
    """Neighbouring frames, from one or more files, that are encoded as one."""

    parts: tuple[EncodePart, ...]
    scene: FrameRange


Run = CopyRun | EncodeRun


def plan_runs(
    spans: Sequence[Span], sources: Mapping[str, Source]
) -> tuple[tuple[Run, ...], H264Clip | None]:
    """The runs in scene order, and the clip whose size and pixel format the result has.

    That clip is the first whose packets are copied; None where every frame is encoded. Clips of
    another size or pixel format are encoded.
    """
    model: H264Clip | None = None
    runs: list[Run] = []
    for number, span in enumerate(spans):
        source = sources[span.file]
        clip = source.h264
        if clip is None or (model is not None and not _is_alike(clip, model)):
            _add_encode(runs, source, span.frames, span.scene_start)
            continue
        hidden = clip.hidden_before
        plan = plan_copy(
            clip.units, FrameRange(span.frames.start + hidden, span.frames.stop + hidden)
        )
        scene_offset = span.scene_start - plan.head.start
        for ranks in (plan.head, plan.copied, plan.tail):
            scene_start = ranks.start + scene_offset
            if ranks is plan.copied and len(ranks):
                model = model or clip
                scene = FrameRange(scene_start, scene_start + len(ranks))
                runs.append(CopyRun(number, clip, ranks, scene))
            elif len(ranks):
                frames = FrameRange(ranks.start - hidden, ranks.stop - hidden)
                _add_encode(runs, source, frames, scene_start)
    return tuple(runs), model


def _add_encode(runs: list[Run], source: Source, frames: FrameRange, scene_start: int) -> None:
    scene_stop = scene_start + len(frames)
    part = EncodePart(source, frames)
    if runs and isinstance(runs[-1], EncodeRun):
        last = runs.pop()
        assert isinstance(last, EncodeRun)
        runs.append(EncodeRun((*last.parts, part), FrameRange(last.scene.start, scene_stop)))
    else:
        runs.append(EncodeRun((part,), FrameRange(scene_start, scene_stop)))


def _is_alike(clip: H264Clip, model: H264Clip) -> bool:
    same_format = plain_format(clip.pixel_format) == plain_format(model.pixel_format)
    return same_format and clip.size == model.size
