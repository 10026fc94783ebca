"""API keys of servers: in the system's keyring, or in memory until the program ends. No file."""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

from restitch_app.comfy.errors import KeyRefused
from restitch_app.comfy.server.access import checked_key
from restitch_app.domain.errors import StorageError, WrongUse

log = logging.getLogger(__name__)

SERVICE = "Restitch"
"""The keyring's entries are under this name; the user name is the server's address."""
VARIABLE = "RESTITCH_API_KEY"
WANTS_KEY = KeyRefused.code
"""The code of a job's problem that no waiting solves."""


class KeyringTrouble(StorageError):
    """A key is in the keyring, which will not hand it out now. It may pass: jobs wait."""

    code = "keyring"


class KeyStore(Protocol):
    """Safe on any thread; may block while the system asks its user to unlock the keyring."""

    def find(self, url: str) -> str:
        """The server's key; empty where it has none. Raises KeyringTrouble."""

    def keep(self, url: str, key: str) -> bool:
        """False: it could not be kept for good, and is held until the program ends."""

    def forget(self, url: str) -> None:
        """Wherever it is. A keyring that cannot be asked keeps it, which does no harm."""

    def holds(self, url: str) -> bool:
        """Whether the key is here without asking the keyring."""


class HeldKeys:
    """In memory only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dict[str, str] = {}

    def find(self, url: str) -> str:
        with self._lock:
            return self._held.get(url, "")

    def keep(self, url: str, key: str) -> bool:
        with self._lock:
            self._held[url] = checked_key(key)
        return False

    def forget(self, url: str) -> None:
        with self._lock:
            self._held.pop(url, None)

    def holds(self, url: str) -> bool:
        return bool(self.find(url))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._held)} keys)"


class KeyringKeys:
    """In the keyring of the system, where there is one that encrypts what it keeps."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        """A key in the environment (see `variable_of`) goes before one in the keyring."""
        self._environment = os.environ if environment is None else environment
        self._held = HeldKeys()

    def find(self, url: str) -> str:
        return self._from_environment(url) or self._held.find(url) or self._from_keyring(url)

    def keep(self, url: str, key: str) -> bool:
        self._held.keep(url, key)
        try:
            backend = _backend()
            if backend is None:
                return False
            backend.set_password(SERVICE, url, key)
            return backend.get_password(SERVICE, url) == key
        except Exception as error:  # noqa: BLE001 - each backend fails in its own system's ways
            log.warning("the keyring does not keep a key: %s", type(error).__name__)
            return False

    def forget(self, url: str) -> None:
        self._held.forget(url)
        try:
            backend = _backend()
            if backend is not None and backend.get_password(SERVICE, url) is not None:
                backend.delete_password(SERVICE, url)
        except Exception as error:  # noqa: BLE001 - as above
            log.warning("a key could not be taken out of the keyring: %s", type(error).__name__)

    def holds(self, url: str) -> bool:
        return bool(self._environment.get(variable_of(url))) or self._held.holds(url)

    def _from_environment(self, url: str) -> str:
        name = variable_of(url)
        try:
            return checked_key(self._environment.get(name, "").strip())
        except WrongUse as error:
            raise KeyringTrouble(
                "The server's key cannot be used", f"{name}: {error.detail}", error.hint
            ) from error

    def _from_keyring(self, url: str) -> str:
        try:
            backend = _backend()
            key = backend.get_password(SERVICE, url) if backend is not None else None
        except Exception as error:
            raise KeyringTrouble(
                "The keyring does not hand out the server's key",
                f"{url}: {type(error).__name__}",
                f"Unlock the system's keyring, or set {variable_of(url)}",
            ) from error
        if backend is None:
            raise KeyringTrouble(
                "The server's key cannot be read",
                f"{url}: this system has no keyring",
                f"Give the key again for this run, or set {variable_of(url)}",
            )
        if key:
            self._held.keep(url, key)  # one question to the keyring for each run
        return key or ""

    def __repr__(self) -> str:
        return "KeyringKeys()"


def variable_of(url: str) -> str:
    """Which environment variable holds the key of a server, for machines without a keyring.

    https://gpu-box.lan:8443/x: RESTITCH_API_KEY_GPU_BOX_LAN_8443. Without a port: without one.
    """
    parts = urlsplit(url)
    place = parts.hostname or ""
    if parts.port:
        place += f"_{parts.port}"
    return f"{VARIABLE}_{re.sub(r'[^A-Z0-9]+', '_', place.upper()).strip('_')}"


class _Backend(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def _backend() -> _Backend | None:
    """The system's keyring; None where there is none, or one that writes keys in the clear."""
    import keyring  # a quarter of a second that only servers with keys need
    from keyring.core import recommended

    # Below 1 are: none at all, one that forgets, and those that write plain files.
    backend = keyring.get_keyring()
    return backend if recommended(backend) else None
