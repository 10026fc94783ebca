"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from restitch_app.domain.errors import StorageError

FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[Path]:
    """Yield a new name beside `path` to write to; on a clean exit it becomes `path` in one step.

    The name keeps the suffix, so that writers which choose a format by it do. The bytes are on
    disk (fsync of file and folder) before this returns. Whatever is raised inside, JobCancelled
    included, removes the unfinished file and leaves an earlier `path` as it was.
    Raises StorageError where the disk or the folder refuses.
    """
    unfinished = path.with_name(f".{path.stem}.{secrets.token_hex(4)}.part{path.suffix}")
    try:
        with storage_errors(path):
            yield unfinished
            _sync_file(unfinished)
            unfinished.replace(path)
            _sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says while `path` is written into one plain sentence."""
    try:
        yield
    except OSError as error:
        raise storage_error(path, error) from error


def storage_error(path: Path, error: OSError) -> StorageError:
    """The StorageError for an OSError met while writing `path`."""
    detail = f"{path}: nothing was changed"
    if error.errno in FULL_DISK:
        return StorageError("The disk is full", detail, "Free some space and try again")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StorageError(
            "The folder cannot be written to", detail, "Choose another folder or allow writing"
        )
    if error.errno == errno.ENOENT:
        return StorageError(
            "The folder does not exist", str(path.parent), "Choose a folder that exists"
        )
    reason = error.strerror or type(error).__name__
    return StorageError("The file could not be written", f"{path}: {reason}", "Try again")


def _sync_file(path: Path) -> None:
    # Windows flushes only handles that are open for writing.
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there, and a rename is journalled by NTFS
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
