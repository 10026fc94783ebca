"""What a server asks of those who want in: a key, and an authority that vouches for the server."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from requests.auth import AuthBase
from requests.models import PreparedRequest
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from restitch_app.comfy.errors import CA_HINT, CertificateRefused
from restitch_app.domain.errors import WrongUse

_HIDDEN = "(key)"


def checked_key(key: str) -> str:
    """The key itself. Raises WrongUse, without the key in it, for what is none."""
    if key and not re.fullmatch(r"[!-~]+", key):
        raise WrongUse(
            "This is not an API key",
            "It holds spaces, line ends or signs that no header can carry",
            "Copy the key again, without anything around it",
        )
    return key


@dataclass(frozen=True, slots=True)
class Access:
    """Raises WrongUse for a key that no header can carry; its text never shows the key."""

    key: str = field(default="", repr=False)
    """Goes out as `Authorization: Bearer KEY`; empty: none."""
    ca_file: str = ""
    """PEM file; empty: the authorities that the system and requests know."""

    def __post_init__(self) -> None:
        checked_key(self.key)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"} if self.key else {}

    def hide(self, text: str) -> str:
        """Without the key, should a server have repeated it."""
        return text.replace(self.key, _HIDDEN) if self.key else text


NO_ACCESS = Access()


class KeyHeader(AuthBase):
    """Sends the key, and keeps requests from sending what a .netrc of the user holds."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers.update(self._access.headers)
        return request


def check_ca_file(file: str) -> None:
    """Raises WrongUse for what is no file of certificates in PEM."""
    try:
        ssl.create_default_context(cafile=file)
    except OSError as error:
        raise WrongUse(
            "The certificate file cannot be used",
            f"{file}: {_unusable(error)}; nothing was kept",
            "Give a PEM file, which begins with -----BEGIN CERTIFICATE-----",
        ) from error


def _unusable(error: OSError) -> str:
    """ssl.SSLError, for a file that is no PEM, is an OSError too."""
    return "it is no PEM file" if isinstance(error, ssl.SSLError) else f"{error.strerror}"


def tls_context(url: str, access: Access) -> ssl.SSLContext | None:
    """For HTTP and the socket alike; None for an address without https.

    Raises CertificateRefused where the authority's file cannot be used: jobs wait until it can.
    """
    if urlsplit(url).scheme != "https":
        return None
    try:
        context = ssl.create_default_context(cafile=access.ca_file or None)
        if not access.ca_file:
            context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    except OSError as error:
        file = access.ca_file or DEFAULT_CA_BUNDLE_PATH
        raise CertificateRefused(
            url, f"the certificate file {file} cannot be used, {_unusable(error)}", CA_HINT
        ) from error
    return context
