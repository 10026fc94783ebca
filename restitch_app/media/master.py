"""A scene for grading and archives: every frame encoded anew, as ProRes, FFV1 or pictures."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path

import av
import cv2
from av.container import OutputContainer
from av.video.stream import VideoStream

from restitch_app.domain.errors import MediaError, StorageError, WrongUse
from restitch_app.domain.masters import MasterKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span, scene_frame_count
from restitch_app.media.atomic import atomic_file, storage_errors
from restitch_app.media.chapters import add_chapters
from restitch_app.media.colour import plain_format, tag, to_yuv
from restitch_app.media.encode import PictureShape, encoder_errors, shape_of
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.lossless import FFV1
from restitch_app.media.luma import rgb
from restitch_app.media.pieces import fitted
from restitch_app.media.reader import open_reader
from restitch_app.media.sound import SceneSound, SoundOf, scene_sound

STAGE = "Writing the master"
SOUND_CODEC = "pcm_s24le"
PRORES = {"profile": "3", "vendor": "apl0"}
"""422 HQ."""
PRORES_FORMAT = "yuv422p10le"


@dataclass(frozen=True, slots=True)
class MasterReport:
    frames: int
    seconds: Fraction
    has_sound: bool
    size_bytes: int


def write_master(
    kind: MasterKind,
    spans: Sequence[Span],
    resolve: Callable[[str], Path],
    out: Path,
    rate: Fraction,
    ctx: JobContext | None = None,
    *,
    index_of: Callable[[Path], FrameIndex] = build_index,
    sound_of: SoundOf | None = None,
) -> MasterReport:
    """Write the frames of `spans` one after another; arguments as of `stitch`.

    All have size and colours of the first one. Sound is 24-bit PCM; pictures have none. `out`
    appears whole, or not at all after cancelling (JobCancelled) or an error: MediaError for a
    source, WrongUse for a name that does not fit or a folder that is there, StorageError.
    """
    work = ctx or JobContext()
    if not scene_frame_count(spans):
        raise MediaError("There are no frames to export", str(out), "Import clips first")
    _check_name(kind, out)
    frames = _Frames(spans, resolve, index_of, work)
    if kind is MasterKind.PNG:
        return _write_pictures(frames, out, rate)
    sound = scene_sound(spans, resolve, rate, {}, index_of, sound_of)
    with atomic_file(out) as unfinished:
        _encode(kind, frames, unfinished, rate, sound)
        return _report(frames, rate, sound is not None, unfinished.stat().st_size)


class _Frames:
    """The scene's frames in the size and colours of the first."""

    def __init__(
        self,
        spans: Sequence[Span],
        resolve: Callable[[str], Path],
        index_of: Callable[[Path], FrameIndex],
        work: JobContext,
    ) -> None:
        self.total = scene_frame_count(spans)
        self.spans = spans
        self._resolve = resolve
        self._index_of = index_of
        self._work = work

    def decoded(self) -> Iterator[av.VideoFrame]:
        shape: PictureShape | None = None
        for span in self.spans:
            path = self._resolve(span.file)
            with open_reader(path, self._index_of(path)) as reader:
                for place, frame in enumerate(reader.frames(span.frames.start, span.frames.stop)):
                    self._work.progress(STAGE, span.scene_start + place, self.total)
                    shape = shape or shape_of(frame)
                    yield fitted(frame, shape)


def _encode(
    kind: MasterKind, frames: _Frames, path: Path, rate: Fraction, sound: SceneSound | None
) -> None:
    pictures = frames.decoded()
    first = next(pictures)
    shape = shape_of(first)
    pixel_format = PRORES_FORMAT if kind is MasterKind.PRORES else _kept(first, shape)
    with encoder_errors(path), av.open(str(path), "w") as container:
        add_chapters(container, frames.spans, rate)
        stream = _stream(container, kind, rate, pixel_format, shape)
        audio = sound.add_to(container, SOUND_CODEC) if sound else None
        for number, frame in enumerate(chain((first,), pictures)):
            picture = _as_stored(frame, pixel_format, shape)
            picture.pts, picture.time_base = number, 1 / rate
            if audio:
                audio.write_until(number / rate)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
        if audio:
            audio.finish()


def _stream(
    container: OutputContainer,
    kind: MasterKind,
    rate: Fraction,
    pixel_format: str,
    shape: PictureShape,
) -> VideoStream:
    stream = (
        container.add_stream("prores_ks", rate=rate, options=PRORES)
        if kind is MasterKind.PRORES
        else container.add_stream("ffv1", rate=rate, options=FFV1)
    )
    stream.width, stream.height, stream.pix_fmt = shape.width, shape.height, pixel_format
    stream.codec_context.time_base = 1 / rate
    tag(stream.codec_context, shape.tags)
    return stream


def _as_stored(frame: av.VideoFrame, pixel_format: str, shape: PictureShape) -> av.VideoFrame:
    if pixel_format.startswith("yuv"):
        return to_yuv(frame, pixel_format, shape.tags)
    return frame if frame.format.name == pixel_format else frame.reformat(format=pixel_format)


def _kept(frame: av.VideoFrame, shape: PictureShape) -> str:
    """The frame's own format where FFV1 keeps it."""
    name = plain_format(frame.format.name)
    known = {one.name for one in av.Codec("ffv1", "w").video_formats or ()}
    return name if name in known else shape.pixel_format


def _write_pictures(frames: _Frames, out: Path, rate: Fraction) -> MasterReport:
    size_bytes = 0
    with _whole_folder(out) as unfinished:
        for number, frame in enumerate(frames.decoded(), start=1):
            _, encoded = cv2.imencode(".png", cv2.cvtColor(rgb(frame), cv2.COLOR_RGB2BGR))
            data = encoded.tobytes()
            (unfinished / f"frame_{number:06}.png").write_bytes(data)
            size_bytes += len(data)
    return _report(frames, rate, has_sound=False, size_bytes=size_bytes)


@contextmanager
def _whole_folder(out: Path) -> Iterator[Path]:
    """A new folder beside `out` that takes its name once it is complete."""
    unfinished = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with storage_errors(out):
            unfinished.mkdir()
            yield unfinished
            unfinished.rename(out)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _check_name(kind: MasterKind, out: Path) -> None:
    if kind is MasterKind.PNG:
        if out.exists():
            raise WrongUse(
                "The folder is there already", str(out), "Choose a name that is not taken yet"
            )
        if not out.parent.is_dir():
            raise StorageError(
                "The folder does not exist", str(out.parent), "Choose a folder that exists"
            )
        return
    wanted = ".mov" if kind is MasterKind.PRORES else ".mkv"
    if out.suffix.lower() != wanted:
        raise WrongUse(
            f"A master of this kind ends in {wanted}",
            out.name,
            f"Name it {out.with_suffix(wanted).name}",
        )


def _report(frames: _Frames, rate: Fraction, has_sound: bool, size_bytes: int) -> MasterReport:
    return MasterReport(frames.total, frames.total / rate, has_sound, size_bytes)
