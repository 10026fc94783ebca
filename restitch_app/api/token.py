"""The secret that programs of this machine show to be let in."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path

from restitch_app.domain.errors import StorageError, WrongUse

ENVIRONMENT_NAME = "RESTITCH_TOKEN"
TOKEN_BYTES = 32


def token_path() -> Path:
    """Where scripts of this user find the token."""
    return user_config_path("restitch", appauthor=False) / "api-token"


def chosen_token(given: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The given one, else that of RESTITCH_TOKEN, else the user's own file's.

    Raises WrongUse for one that no HTTP header can carry, StorageError from the disk.
    """
    chosen = (environment.get(ENVIRONMENT_NAME) or None) if given is None else given
    return kept_token(token_path()) if chosen is None else _usable(chosen)


def kept_token(path: Path) -> str:
    """The file's token; a new one where there is none, or where others could have read it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _read(path) or _write(path)
    except OSError as error:
        raise StorageError(
            "The token cannot be kept",
            f"{path}: {error.strerror}",
            f"Check the file, or set {ENVIRONMENT_NAME}",
        ) from error


def _read(path: Path) -> str | None:
    try:
        token = path.read_text(encoding="ascii").strip()
        mode = path.stat().st_mode
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    if os.name != "nt" and stat.S_IMODE(mode) & 0o077:  # Windows: the profile folder is private
        return None
    return token if _is_usable(token) else None


def _write(path: Path) -> str:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{token}\n")
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
    return token


def _usable(token: str) -> str:
    if not _is_usable(token):
        raise WrongUse(
            "This token cannot be used",
            "It is empty, or holds blanks or signs that are not ASCII",
            "Choose letters and digits",
        )
    return token


def _is_usable(token: str) -> bool:
    return token != "" and token.isascii() and token.isprintable() and " " not in token
