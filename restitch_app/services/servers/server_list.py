"""The ComfyUI servers of this computer: the list, their keys, what they say of themselves."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from restitch_app.comfy.server.access import Access, check_ca_file, checked_key
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.wire import Timeouts, checked_url, is_loopback
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.errors import NotFound, RestitchError, WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import Server, ServerState
from restitch_app.services.servers.file import Entry, ServerFile, plain_name
from restitch_app.services.servers.keys import KeyStore, variable_of
from restitch_app.services.servers.status import SILENT, TIMEOUTS, ask_state, away
from restitch_app.services.workflows.node_types_cache import NodeTypesCache, Remembered

THIS_COMPUTER = Server("http://127.0.0.1:8188", "This computer")
"""ComfyUI's own default; the list while nothing was set up."""

NODES_STAY_S = 300.0
"""Node types younger than this are not asked for again while their server answers."""
LONGEST_ANSWER_S = 12.0
"""A state consists of two answers; see TIMEOUTS."""
NODES_TIMEOUTS = replace(TIMEOUTS, read_s=15.0, answer_s=30.0)
"""With many packs a server takes seconds to describe its nodes, and the answer has megabytes."""


@dataclass(frozen=True, slots=True)
class Saved:
    server: Server
    is_key_kept: bool = False
    """In the keyring, for every run."""
    notes: tuple[str, ...] = ()
    """Sentences to show: a key that is not kept for good, or that travels in the clear."""


class ServerList:
    """Safe on any thread. Nothing here belongs to a project."""

    def __init__(
        self,
        folder: Path,
        keys: KeyStore,
        *,
        cache: Path | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        """`folder`: of the user's settings. `cache`: for node types; beside it unless given.
        `timeouts`: of the clients that render; None: the usual."""
        self.folder = folder
        self._file = ServerFile(folder)
        self._keys = keys
        self._cache = NodeTypesCache(cache or folder / "cache")
        self._timeouts = timeouts
        self._lock = threading.RLock()
        self._nodes: dict[str, tuple[Remembered, NodeTypes]] = {}
        self._asking_nodes: dict[str, threading.Lock] = {}

    # The list

    @property
    def notice(self) -> str:
        """One sentence about a damaged list that was set aside; empty: nothing was wrong."""
        return self._file.notice

    def servers(self) -> tuple[Server, ...]:
        """In the reviewer's order, never empty. Reads the file again where it was changed."""
        with self._lock:
            entries = self._file.read()
        listed = tuple(entry.server for entry in entries) or (THIS_COMPUTER,)
        return tuple(
            replace(one, has_key=True) if self._keys.holds(one.url) else one for one in listed
        )

    def server(self, url: str) -> Server:
        """The entry of this address; a plain one where it is not in the list."""
        url = checked_url(url)
        plain = Server(url, plain_name(url), has_key=self._keys.holds(url))
        return next((one for one in self.servers() if one.url == url), plain)

    def save(self, server: Server, key: str | None = None) -> Saved:
        """Add it, or replace the entry of its address. `key`: None leaves it, "" takes it away.

        Raises WrongUse for an address or a key that is none, and StorageError.
        """
        url = checked_url(server.url)
        server = replace(server, url=url, name=server.name.strip() or plain_name(url))
        notes = []
        # Before the list is locked: the keyring may wait for somebody to unlock it.
        is_kept_now = None if key is None else self._keep_key(url, key)
        with self._lock, self._file.changing() as entries:
            before = any(one.server.has_key for one in entries if one.server.url == url)
            kept = before if is_kept_now is None else is_kept_now
            _put(entries, replace(server, has_key=kept))
        if key and not kept:
            notes.append(
                "This system's keyring does not keep the key: it is held until Restitch ends. "
                f"For every run, set {variable_of(url)}."
            )
        shown = self.server(url)
        if shown.has_key and url.startswith("http://") and not is_loopback(url):
            notes.append("Without https the key can be read by others on its way to the server.")
        return Saved(shown, kept, tuple(notes))

    def check_certificate(self, file: str) -> None:
        """Raises WrongUse for what is no file of certificates in PEM."""
        check_ca_file(file)

    def remove(self, url: str) -> None:
        """With its key and what is remembered of it. Raises NotFound, WrongUse, StorageError."""
        url = checked_url(url)
        with self._lock, self._file.changing() as entries:
            entries.remove(_found(entries, url))
        self._keys.forget(url)
        self._cache.forget(url)
        with self._lock:
            self._nodes.pop(url, None)

    def move(self, url: str, to: int) -> None:
        """To another place in the list, from 0. Raises NotFound, StorageError."""
        url = checked_url(url)
        with self._lock, self._file.changing() as entries:
            found = _found(entries, url)
            entries.remove(found)
            entries.insert(max(0, to), found)

    def _keep_key(self, url: str, key: str) -> bool:
        if not checked_key(key):
            self._keys.forget(url)
            return False
        return self._keys.keep(url, key)

    # Speaking to them

    def client(self, url: str, client_id: str = "") -> ComfyClient:
        """With the server's key and authority, for the calling thread. Close it.

        Raises WrongUse for an address that is none, KeyringTrouble and CertificateRefused where
        its key or certificate file cannot be read now.
        """
        return self._client(url, client_id, self._timeouts)

    def _client(self, url: str, client_id: str, timeouts: Timeouts | None) -> ComfyClient:
        server = self.server(url)
        key = self._keys.find(server.url) if server.has_key else ""
        access = Access(key, server.ca_file)
        return ComfyClient(server.url, client_id, timeouts, access=access)

    def state(self, url: str) -> ServerState:
        """Asked now, within seconds. Never raises for a server that is away."""
        server = self.server(url)
        try:
            with self._client(server.url, "", TIMEOUTS) as client:
                state = ask_state(server, client)
        except RestitchError as error:
            return away(server, error)
        return replace(state, node_count=self._node_count(state))

    def states(self, ctx: JobContext) -> tuple[ServerState, ...]:
        """Of all servers in the list, asked at once, in its order. Raises JobCancelled."""
        servers = self.servers()
        answers: queue.SimpleQueue[ServerState] = queue.SimpleQueue()
        for server in servers:
            # A daemon: a server that says nothing must not hold up the end of the program.
            threading.Thread(
                target=lambda url: answers.put(self.state(url)),
                args=(server.url,),
                name=f"asking {server.url}",
                daemon=True,
            ).start()
        found: dict[str, ServerState] = {}
        until = time.monotonic() + LONGEST_ANSWER_S
        while len(found) < len(servers) and time.monotonic() < until:
            ctx.wait(0)
            try:
                state = answers.get(timeout=0.1)
            except queue.Empty:
                continue
            found[state.server.url] = state
        return tuple(
            found.get(one.url) or ServerState(one, is_answering=False, problem=SILENT)
            for one in servers
        )

    # What their nodes take

    def node_types(self, url: str, *, fresh: bool = False) -> NodeTypes:
        """Asked of the server where that is due, else as remembered, also while it is away.

        `fresh` asks in any case. Raises ComfyUnreachable where it is away and was never asked,
        and ComfyRefused.
        """
        url = checked_url(url)
        with self._lock:
            asking = self._asking_nodes.setdefault(url, threading.Lock())
        with asking:
            known = self._known(url)
            if known is not None and not fresh and known[0].age_s() < NODES_STAY_S:
                return known[1]
            try:
                return self._ask_nodes(url)
            except RestitchError:
                if known is None:
                    raise
                return known[1]

    def _known(self, url: str) -> tuple[Remembered, NodeTypes] | None:
        with self._lock:
            known = self._nodes.get(url)
        if known is None and (remembered := self._cache.load(url)) is not None:
            known = remembered, NodeTypes.from_object_info(remembered.object_info)
            with self._lock:
                self._nodes[url] = known
        return known

    def _ask_nodes(self, url: str) -> NodeTypes:
        with self._client(url, "", TIMEOUTS) as client:
            version = client.health().version  # one that hangs is noticed here
        with self._client(url, "", NODES_TIMEOUTS) as client:
            info = client.all_object_info()
        remembered = Remembered(version, time.time(), info)
        types = NodeTypes.from_object_info(info)
        self._cache.save(url, remembered)
        with self._lock:
            self._nodes[url] = remembered, types
        return types

    def _node_count(self, state: ServerState) -> int:
        """As remembered; a server of another version than then is asked anew when it matters."""
        url = state.server.url
        with self._lock:
            known = self._nodes.get(url)
            if known is None:
                return 0
            remembered, types = known
            if state.is_answering and remembered.version != state.version:
                self._nodes[url] = replace(remembered, fetched_at=0.0), types
            return len(types)


def _put(entries: list[Entry], server: Server) -> None:
    if not entries:  # it was shown, so it stays
        entries.append(Entry(THIS_COMPUTER, {}))
    for place, one in enumerate(entries):
        if one.server.url == server.url:
            entries[place] = replace(one, server=server)
            return
    entries.append(Entry(server, {}))


def _found(entries: list[Entry], url: str) -> Entry:
    for one in entries:
        if one.server.url == url:
            return one
    if url == THIS_COMPUTER.url and not entries:
        raise WrongUse(
            "The last server stays in the list", url, "Add another one, or turn this one off"
        )
    raise NotFound("This server is not in the list", url, "See the list with: restitch servers")
