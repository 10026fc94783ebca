"""The ComfyUI servers a reviewer can use."""

from __future__ import annotations

from dataclasses import dataclass

ANY_SERVER = ""
"""As a job's or a project's server: the least busy one that can run it."""


@dataclass(frozen=True, slots=True)
class Server:
    """An entry of the list in the settings of this computer. Its API key is never in here."""

    url: str
    """http(s)://HOST:PORT[/path], as `checked_url` writes it; identifies the server."""
    name: str
    has_key: bool = False
    """An API key is in the system's keyring; it goes out as `Authorization: Bearer KEY`."""
    ca_file: str = ""
    """PEM file of an authority that vouches for the server; empty: the system's own."""
    is_enabled: bool = True
    """False: kept in the list, gets no jobs."""


@dataclass(frozen=True, slots=True)
class ServerState:
    """What a server said of itself, and when it last did."""

    server: Server
    is_answering: bool
    running: int = 0
    queued: int = 0
    version: str = ""
    """ComfyUI's."""
    devices: tuple[str, ...] = ()
    vram_total_bytes: int = 0
    vram_free_bytes: int = 0
    node_count: int = 0
    """Node classes it offers; 0 while not asked."""
    problem: str = ""
    """One sentence; empty while it answers."""
    seconds_per_take: float | None = None
    """Median of this project's finished renders there; None until there is one."""
