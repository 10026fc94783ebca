"""A server as a request names it."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from restitch_app.domain.servers import ANY_SERVER

ANY = "any"
SERVER_URL = "Another ComfyUI server than the project's; any: the least busy one that can run it."
ServerUrl = Annotated[str, StringConstraints(pattern=r"^(any|https?://[!-~]+)$")] | None


def server_of(given: str | None) -> str | None:
    """As a `RegenerationRequest` names it."""
    if given is None:
        return None
    return ANY_SERVER if given == ANY else given.rstrip("/")
