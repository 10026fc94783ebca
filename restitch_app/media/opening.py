"""Opening a clip, and turning what FFmpeg says about a bad one into a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from restitch_app.domain.errors import MediaError

HINT = "Choose another file, or render the clip again."

MOST_PIXELS = int(os.environ.get("RESTITCH_MOST_MEGAPIXELS", "40")) * 1_000_000
"""Of one picture: a header can claim more than any computer has memory for. 8K UHD has 33 million.
Decoding takes some 200 bytes a pixel at most: a decoder may hold sixteen pictures."""

TOO_LARGE_HINT = "If they are meant to be, set RESTITCH_MOST_MEGAPIXELS higher and start again."


def unreadable(path: Path, reason: str, hint: str = HINT) -> MediaError:
    """`reason` is the end of a sentence: "it is empty (0 bytes)"."""
    return MediaError(f"{path.name} cannot be read as a clip: {reason}", str(path), hint)


@contextmanager
def clip_errors(path: Path) -> Iterator[None]:
    """Turn what FFmpeg and the system raise about `path` into MediaError."""
    try:
        yield
    except FileNotFoundError as error:
        hint = "It may have been moved or deleted; put it back, or choose another file."
        raise unreadable(path, "it is not there", hint) from error
    except PermissionError as error:
        hint = "Ask for the right to read it, or copy it to another place."
        raise unreadable(path, "reading it is not permitted", hint) from error
    except av.FFmpegError as error:
        reason = (error.strerror or "unknown fault").rstrip(".")
        raise unreadable(path, f"FFmpeg says: {reason}") from error
    except OSError as error:
        raise unreadable(path, error.strerror or "the disk does not answer") from error


def open_container(
    path: Path, stream_options: list[dict[str, str]] | None = None
) -> InputContainer:
    """As FFmpeg finds it, and with its own errors. Tags that are no UTF-8 are no obstacle."""
    return av.open(
        str(path.absolute()),
        # A playlist must not make FFmpeg open addresses on the network.
        container_options={"protocol_whitelist": "file"},
        stream_options=stream_options,  # type: ignore[arg-type]  # the stub says list[str]
        metadata_errors="replace",
    )


@contextmanager
def open_video(path: Path) -> Iterator[tuple[InputContainer, VideoStream]]:
    """The container and its first real video stream; decoding buffers are emptied on the way out.

    Raises MediaError for what is no video. The decoder works on the calling thread alone.
    """
    container = _opened(path)
    try:
        stream = _video_stream(path, container)
        # The size may change on the way: what the header says is not all.
        stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
        # Frame threads would decode ahead of the frame that is asked for.
        stream.thread_type = "SLICE"
        try:
            yield container, stream
        finally:
            # A decoder dropped with frames in flight can deadlock (PyAV issues 751, 909, 1053).
            stream.codec_context.flush_buffers()
    finally:
        container.close()


def _opened(path: Path) -> InputContainer:
    with clip_errors(path):
        if path.is_dir():
            raise unreadable(path, "it is a folder")
        if path.stat().st_size == 0:
            raise unreadable(path, "it is empty (0 bytes)")
    try:
        return open_container(path)
    except av.InvalidDataError as error:
        raise unreadable(path, "it is not a video, or its end is missing") from error
    except UnicodeEncodeError as error:
        raise unreadable(path, "its name is not text") from error


def _video_stream(path: Path, container: InputContainer) -> VideoStream:
    if container.format.name.endswith("_pipe") or container.format.name == "image2":
        raise unreadable(path, "it is a picture, not a video")
    for stream in container.streams.video:
        if not stream.disposition & Disposition.attached_pic:
            if getattr(stream, "codec_context", None) is None:
                raise unreadable(path, "no decoder is known for its codec")
            if not stream.width or not stream.height:
                raise unreadable(path, "it has no pictures")
            if stream.width * stream.height > MOST_PIXELS:
                size = f"{stream.width}×{stream.height}"
                raise unreadable(path, f"its pictures are too large: {size}", TOO_LARGE_HINT)
            return stream
    raise unreadable(path, "it has no video stream")
