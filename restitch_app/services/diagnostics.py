"""Facts for a report about the program, without anything that is nobody else's business."""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Sequence
from pathlib import Path

TAIL_BYTES = 64 * 1024
MOST_LINES = 30
TROUBLE = re.compile(r" (WARNING|ERROR|CRITICAL) ")
ENCODERS = ("libx264", "libx265", "h264_nvenc", "prores_ks", "libvpx-vp9", "libsvtav1", "aac")
HIDDEN = "…"
KEY_VARIABLE = "RESTITCH_API_KEY"
"""Environment variables that begin so hold keys."""

_USER_INFO = re.compile(r"(?<=://)[^/\s@]+@")
_QUERY = re.compile(r"(https?://[^\s?#'\"]+)[?#][^\s'\"]*")
_AFTER_WORD = re.compile(
    r"(?i)\b(bearer|basic|token|api[ _-]?key|password|passwd|secret|authorization)\b"
    r"([\"']?(?:\s*[:=]\s*|\s+)[\"']?)(?!(?:bearer|basic)\b)([^\s\"',;]+)"
)


def without_secrets(
    text: str, *, home: Path | None = None, user: str | None = None, keys: Sequence[str] = ()
) -> str:
    """Keys, passwords and the user's name and home folder are taken out; `keys` wherever they are.

    Keys from the environment are known without being given.
    """
    home = home or Path.home()
    user = _user() if user is None else user
    own = [value for name, value in os.environ.items() if name.startswith(KEY_VARIABLE)]
    for key in sorted({*keys, *own} - {""}, key=len, reverse=True):
        text = text.replace(key, HIDDEN)
    text = _USER_INFO.sub("", text)
    text = _QUERY.sub(r"\1", text)
    text = _AFTER_WORD.sub(rf"\1\2{HIDDEN}", text)
    for written in {str(home), home.as_posix()} - {"/", "."}:
        text = text.replace(written, "~")
    if user:
        text = re.sub(rf"(?<=[/\\]){re.escape(user)}(?=[/\\\s'\":]|$)", HIDDEN, text)
    return text


def codec_facts() -> str:
    """Version of FFmpeg's codecs, and which encoders there are of those that are of use."""
    import av

    major, minor, micro = av.library_versions["libavcodec"]
    there = [name for name in ENCODERS if name in av.codecs_available]
    return f"libavcodec {major}.{minor}.{micro}; {', '.join(there) or 'no encoder'}"


def last_troubles(log_file: Path | None) -> tuple[str, ...]:
    """The newest warnings and errors of the log, oldest first, each as its first line."""
    if log_file is None:
        return ()
    try:
        with log_file.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL_BYTES))
            lines = file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return ()
    return tuple(line for line in lines if TROUBLE.search(line))[-MOST_LINES:]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name: nothing to take out
        return ""
