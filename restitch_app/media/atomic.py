"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
import socket
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from restitch_app.domain.errors import StorageError

FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

SURELY_LEFT_S = 3600.0
"""No program leaves a file that it is writing untouched for as long as this."""

_UNFINISHED = re.compile(r"\..*\.(?P<host>[0-9a-f]{6})-(?P<pid>\d+)-[0-9a-f]{8}\.part(\..*)?")


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[Path]:
    """Yield a new name beside `path` to write to; on a clean exit it becomes `path` in one step.

    The name keeps the suffix, so that writers which choose a format by it do. The bytes are on
    disk (fsync of file and folder) before this returns. Whatever is raised inside, JobCancelled
    included, removes the unfinished file and leaves an earlier `path` as it was.
    Raises StorageError where the disk or the folder refuses.
    """
    unfinished = unfinished_name(path)
    try:
        with storage_errors(path):
            yield unfinished
            sync_file(unfinished)
            unfinished.replace(path)
            sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def unfinished_name(path: Path) -> Path:
    """A new name beside `path` that says which process of which computer writes to it."""
    writer = f"{_computer()}-{os.getpid()}-{secrets.token_hex(4)}"
    return path.with_name(f".{path.stem}.{writer}.part{path.suffix}")


def is_left_behind(path: Path) -> bool:
    """Whether an unfinished file, by its name, has nobody any more who would finish it.

    Its writer has died, or, where that cannot be told, nobody has written to it for an hour. False
    where it has gone meanwhile.
    """
    named = _UNFINISHED.fullmatch(path.name)
    if named and named["host"] == _computer() and _has_died(int(named["pid"])):
        return True
    try:
        return path.stat().st_mtime < time.time() - SURELY_LEFT_S
    except OSError:
        return False


def make_folder(folder: Path) -> None:
    """With its parents, each of which survives a power cut once this returns. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        sync_folder(made.parent)


@cache
def _computer() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:6]


def _has_died(pid: int) -> bool:
    if os.name == "nt":  # signal 0 would end the process there; age tells in the end
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except OSError:  # somebody else's
        return False
    return False


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


def sync_file(path: Path) -> None:
    """Returns once the bytes are on the disk. Raises OSError."""
    # Windows flushes only handles that are open for writing.
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Returns once the folder's names are on the disk. Raises OSError."""
    if os.name == "nt":  # a folder cannot be opened there, and a rename is journalled by NTFS
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
