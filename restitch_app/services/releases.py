"""Is there a newer Restitch? Asked only where its user allowed it; nothing is downloaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from restitch_app.domain.errors import RestitchError

TIMEOUT_S = 10.0
NUMBER = re.compile(r"v?(\d+(?:\.\d+)*)$")


class ReleasesUnknown(RestitchError):
    """The place where releases are published did not say which is the newest."""

    code = "releases_unknown"


@dataclass(frozen=True, slots=True)
class Release:
    version: str
    page: str
    """Where a person reads about it and downloads it."""


def home_page() -> str:
    """Where this build says that it is published; empty where it says nothing."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        told = metadata("restitch").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    found = [
        url.strip() for name, _, url in (one.partition(",") for one in told) if name == "Homepage"
    ]
    return found[0].rstrip("/") if found and urlsplit(found[0]).scheme == "https" else ""


def newer_release(home: str, own_version: str) -> Release | None:
    """None: this is the newest. One request, without cookies, which says only our own version.

    `home`/releases/latest leads to the newest release's page, whose address ends with its number,
    as GitHub and Gitea have it. Blocks for up to TIMEOUT_S. Raises ReleasesUnknown.
    """
    try:
        answer = requests.head(
            f"{home}/releases/latest",
            timeout=TIMEOUT_S,
            allow_redirects=False,
            headers={"User-Agent": f"Restitch/{own_version}"},
        )
    except requests.RequestException as error:
        raise ReleasesUnknown(
            "Nobody says which release is the newest", type(error).__name__
        ) from error
    page = answer.headers.get("Location", "")
    number = NUMBER.search(urlsplit(page).path.rstrip("/"))
    if not answer.is_redirect or number is None or not page.startswith(f"{home}/"):
        raise ReleasesUnknown(
            "Nobody says which release is the newest", f"{home} answered {answer.status_code}"
        )
    is_newer = _parts(number[1]) > _parts(own_version)
    return Release(number[1], page) if is_newer else None


def _parts(version: str) -> tuple[int, ...]:
    """ "1.10.2" is newer than "1.9"; what is no number counts as the oldest."""
    found = NUMBER.search(version)
    return tuple(int(part) for part in found[1].split(".")) if found else ()
