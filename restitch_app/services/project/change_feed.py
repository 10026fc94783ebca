"""Tells whoever listens what a service changed."""

from __future__ import annotations

import threading
from collections.abc import Callable

from restitch_app.domain.changes import Changes

Listener = Callable[[Changes], object]


class ChangeFeed:
    """Calls every listener on the publishing thread, after the change is committed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Returns a function that ends the subscription."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def publish(self, changes: Changes) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(changes)
