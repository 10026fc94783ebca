"""The secrets that let programs of this machine in over HTTP: one for each project and user."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.services.actor import current_actor

ENVIRONMENT_NAME = "RESTITCH_TOKEN"
FILE_NAME = "api-tokens.json"
PLAIN_FILE_NAME = "api-token"
"""Earlier programs kept one token for all projects in it, readable."""
TOKEN_BYTES = 32
LOCK_TIMEOUT_S = 5.0


class Doorkeeper(Protocol):
    def allows(self, token: bytes) -> bool:
        """Whether whoever shows it is let in. Any thread; asked with every request."""


class OneToken:
    """Lets in who shows this one. Raises WrongUse for one that no HTTP header can carry."""

    def __init__(self, token: str) -> None:
        if not token or not token.isascii() or not token.isprintable() or " " in token:
            raise WrongUse(
                "This token cannot be used",
                "It is empty, or holds blanks or signs that are not ASCII",
                "Choose letters and digits",
            )
        self._digest = _digest(token.encode())

    def allows(self, token: bytes) -> bool:
        return hmac.compare_digest(self._digest, _digest(token))


@dataclass(frozen=True, slots=True)
class KeptToken:
    """What is stored: nobody can show a token who has only read this."""

    project: str
    """The project's folder."""
    user: str
    sha256: str
    """Of the token. It is 256 random bits, which no dictionary holds: salt would add nothing."""
    created_at: str
    """ISO, UTC."""


class ProjectTokens:
    """This user's token for one project, kept as a hash in `folder`, the user's settings.

    A token made or revoked anywhere counts everywhere from the next request on. Any thread.
    """

    def __init__(self, project: Path, folder: Path) -> None:
        self._project, self._user = str(project.resolve()), current_actor()
        self._file = folder / FILE_NAME
        self._seen: tuple[tuple[int, int] | None, KeptToken | None] | None = None

    def current(self) -> KeptToken | None:
        """None where there is none, or where others could have written the file."""
        stamp = _stamp(self._file)
        seen = self._seen
        if seen is None or seen[0] != stamp:
            found = [one for one in _read(self._file) if self._is_ours(one)]
            seen = self._seen = stamp, found[0] if found else None
        return seen[1]

    def allows(self, token: bytes) -> bool:
        kept = self.current()
        return kept is not None and hmac.compare_digest(kept.sha256, _digest(token))

    def create(self) -> str:
        """A new token in place of the one before. It cannot be told again. Raises StorageError."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._change(KeptToken(self._project, self._user, _digest(token.encode()), now))
        with suppress(OSError):
            (self._file.parent / PLAIN_FILE_NAME).unlink()
        return token

    def revoke(self) -> bool:
        """Whether there was one. Raises StorageError."""
        had = self.current() is not None
        if had:
            self._change(None)
        return had

    def _change(self, new: KeptToken | None) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{self._file}.lock", timeout=LOCK_TIMEOUT_S):
                kept = [one for one in _read(self._file) if not self._is_ours(one)]
                _write(self._file, [*kept, new] if new else kept)
        except (OSError, Timeout) as error:
            raise StorageError(
                "The token cannot be kept",
                f"{self._file}: {getattr(error, 'strerror', None) or error}",
                f"Check the file, or set {ENVIRONMENT_NAME}",
            ) from error
        self._seen = None

    def _is_ours(self, kept: KeptToken) -> bool:
        return (kept.project, kept.user) == (self._project, self._user)


def _digest(token: bytes) -> str:
    return hashlib.sha256(token).hexdigest()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def _read(path: Path) -> list[KeptToken]:
    """Nothing from a damaged file, or from one that others may write: tokens are soon made anew."""
    try:
        if os.name != "nt" and path.stat().st_mode & 0o022:  # Windows: the profile is private
            return []
        entries = json.loads(path.read_text(encoding="utf-8"))["tokens"]
        return [KeptToken(**{key: str(value) for key, value in one.items()}) for one in entries]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return []


def _write(path: Path, tokens: list[KeptToken]) -> None:
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"tokens": [asdict(one) for one in tokens]}, file, indent=1)
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
