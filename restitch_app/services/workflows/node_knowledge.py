"""What is known of servers' node types while a workflow is read; never waits long for it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from typing import Protocol

from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.servers import ANY_SERVER, Server
from restitch_app.services.project.project import Project

log = logging.getLogger(__name__)

AWAY_FOR_S = 30.0
"""A server that did not answer is not asked again for so long: a dialog must not wait for it."""


class ListsServers(Protocol):
    """What this needs of `services.servers.ServerList`."""

    def servers(self) -> tuple[Server, ...]: ...

    def node_types(self, url: str, *, fresh: bool = False) -> NodeTypes: ...


class NodeKnowledge:
    """Safe on any thread."""

    def __init__(self, project: Project, servers: ListsServers) -> None:
        self._project = project
        self._servers = servers
        self._lock = threading.Lock()
        self._away_until: dict[str, float] = {}

    def of(self, url: str) -> NodeTypes | None:
        """None where the server is away and was never asked."""
        with self._lock:
            if time.monotonic() < self._away_until.get(url, 0.0):
                return None
        return self.asked(url)

    def asked(self, url: str) -> NodeTypes | None:
        """The same, also of a server that did not answer a moment ago."""
        try:
            return self._servers.node_types(url)
        except RestitchError as error:
            log.info("the node types of %s are not known: %s", url, error)
            with self._lock:
                self._away_until[url] = time.monotonic() + AWAY_FOR_S
            return None

    def preferred(self, url: str | None = None) -> NodeTypes | None:
        """Of this server; of the project's, or else the first that is known, where it is open."""
        wanted = self._project.settings().server_url if url is None else url
        if wanted != ANY_SERVER:
            return self.of(wanted)
        return next(self.all(), None)

    def all(self) -> Iterator[NodeTypes]:
        """Of each server that is known, the project's own first."""
        own = self._project.settings().server_url
        listed = self._servers.servers()
        urls = [own] if own != ANY_SERVER else []
        urls += [one.url for one in listed if one.is_enabled and one.url != own]
        for url in urls:
            types = self.of(url)
            if types is not None:
                yield types
