"""Fetching one output file so that it is either whole or not there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import requests

from restitch_app.comfy.errors import BadOutput, TruncatedDownload, comfy_errors
from restitch_app.comfy.server.outputs import OutputRef, checked_ref
from restitch_app.comfy.server.wire import Wire
from restitch_app.domain.errors import StorageError

_PART_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Fetched:
    path: Path
    size_bytes: int
    sha256: str
    """In lower-case hex, of the bytes as they were written."""


def fetch_output(
    wire: Wire,
    ref: OutputRef,
    target: Path,
    limit_bytes: int,
    on_progress: Callable[[int, int], object] | None = None,
) -> Fetched:
    """Fetch to `<target>.part`, check the length, sync, then rename over `target`.

    `on_progress` gets bytes so far and in all (0 when not announced) and may raise to stop;
    the part is then removed. Raises BadOutput, TruncatedDownload, ComfyUnreachable, StorageError.
    """
    checked_ref(ref)
    params = {"filename": ref.filename, "subfolder": ref.subfolder, "type": ref.type}
    with wire.stream("GET", "/view", params=params) as response:
        expected_bytes = _announced(response, ref, limit_bytes)
        part = target.with_name(target.name + ".part")
        try:
            size, digest = _write(
                wire.url, response, part, ref, limit_bytes, expected_bytes, on_progress
            )
            _check_size(size, expected_bytes, ref)
            part.replace(target)
            _sync_folder(target.parent)
        except OSError as error:
            raise StorageError(
                "The new version could not be saved", f"{target}: {error.strerror or error}",
                "Make room or give Restitch access to the folder, then retry",
            ) from error  # fmt: skip
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return Fetched(target, size, digest)


def _announced(response: requests.Response, ref: OutputRef, limit_bytes: int) -> int:
    """Content-Length, 0 when there is none; refuses before a byte is written."""
    if response.status_code == 404:
        raise BadOutput(
            "The result is no longer on the server",
            f"{ref}: the file was deleted or moved there",
            "Render it again with another seed: ComfyUI would name the deleted file again",
        )
    if response.status_code != 200:
        raise BadOutput(
            "The server did not hand out the result", f"{ref}: it answered {response.status_code}"
        )
    announced = response.headers.get("Content-Length", "")
    expected = int(announced) if announced.isdecimal() else 0
    if expected > limit_bytes:
        raise _too_large(ref, limit_bytes)
    return expected


def _write(
    url: str,
    response: requests.Response,
    part: Path,
    ref: OutputRef,
    limit_bytes: int,
    expected_bytes: int,
    on_progress: Callable[[int, int], object] | None,
) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    with part.open("wb") as file:
        with comfy_errors(url):
            try:
                for piece in response.iter_content(_PART_BYTES):
                    size += len(piece)
                    if size > limit_bytes:
                        raise _too_large(ref, limit_bytes)
                    file.write(piece)
                    digest.update(piece)
                    if on_progress is not None:
                        on_progress(size, expected_bytes)
            except requests.exceptions.ChunkedEncodingError as error:
                raise _truncated(ref, size, expected_bytes) from error
        file.flush()
        os.fsync(file.fileno())
    return size, digest.hexdigest()


def _check_size(size: int, expected_bytes: int, ref: OutputRef) -> None:
    if size == 0:
        raise BadOutput("The result is an empty file", str(ref), "Retry the render")
    if expected_bytes and size != expected_bytes:
        raise _truncated(ref, size, expected_bytes)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system has such a thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _too_large(ref: OutputRef, limit_bytes: int) -> BadOutput:
    return BadOutput(
        "The result is larger than allowed",
        f"{ref}: over {limit_bytes / (1 << 20):.0f} MiB",
        "Render fewer frames or a smaller picture, and save it compressed",
    )


def _truncated(ref: OutputRef, size: int, expected_bytes: int) -> TruncatedDownload:
    return TruncatedDownload(
        "The download stopped early", f"{ref}: {size} of {expected_bytes or 'unknown'} bytes"
    )
