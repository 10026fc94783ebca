"""What a reviewer changes in the list of servers; each is one call on the pool."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.servers import Server

if TYPE_CHECKING:
    from restitch_app.services.servers.server_list import ServerList


@dataclass(frozen=True, slots=True)
class Kept:
    """What is in the list now, with sentences about it."""

    server: Server
    notes: tuple[str, ...] = ()


def keep(servers: ServerList, server: Server, old_url: str, key: str | None) -> Kept:
    """Add the server, or put it in the place of the one at `old_url` (empty: a new one).

    A key stays with its address: it was given for that one alone. Raises WrongUse for an address
    that is none or is taken, for a key that is none and for a missing certificate file.
    """
    if server.ca_file and not Path(server.ca_file).is_file():
        raise WrongUse("There is no such certificate file", server.ca_file, "Choose a PEM file")
    listed = servers.servers()
    url = servers.server(server.url).url  # as the list writes it
    if url == old_url:
        saved = servers.save(server, key)
        return Kept(saved.server, saved.notes)
    if any(one.url == url for one in listed):
        raise WrongUse("This address is in the list already", url)
    saved = servers.save(server, key)
    notes = saved.notes
    old = next((one for one in listed if one.url == old_url), None)
    if old is not None:
        servers.move(url, listed.index(old))
        servers.remove(old.url)
        if old.has_key and key is None:
            notes = (*notes, "The API key was kept for the old address. Give it again.")
    return Kept(saved.server, notes)
