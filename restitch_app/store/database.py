"""Connections to one project file: one a thread, closed when the thread or the store ends."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee

from restitch_app.store.errors import StoreClosed, storage_errors

APPLICATION_ID = 0x52535443
"""`RSTC`, in the file's header: tells our files from any other SQLite database."""

BUSY_TIMEOUT_S = 15.0
"""Write transactions last milliseconds; longer waiting means that a program hangs."""

Row = dict[str, Any]
"""A database row by column name. Never leaves this room."""


class Database:
    """Runs queries and transactions; every method raises StorageError. Safe on any thread."""

    def __init__(self, path: Path, *, mode: str = "rw", timeout_s: float = BUSY_TIMEOUT_S) -> None:
        """`mode`: rw (must exist), rwc (may be made), ro, or immutable (ro, no locks at all)."""
        self.path = path
        option = "immutable=1" if mode == "immutable" else f"mode={mode}"
        self._sqlite = _Sqlite(
            f"{path.absolute().as_uri()}?{option}",
            pragmas={
                "foreign_keys": 1,
                # A version is reported as finished after its commit: it must survive a power cut.
                "synchronous": "FULL",
                "fullfsync": 1,  # macOS: fsync alone leaves data in the drive's cache
            },
            timeout=timeout_s,
            uri=True,
            check_same_thread=False,  # only so that close() may close every thread's connection
        )

    @contextmanager
    def _in_use(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, which nobody closes meanwhile."""
        with storage_errors(self.path), self._sqlite.in_use() as connection:
            yield connection

    def rows(self, query: peewee.BaseQuery) -> list[Row]:
        with self._in_use():
            return list(query.execute(self._sqlite))

    def first(self, query: peewee.BaseQuery) -> Row | None:
        found = self.rows(query)
        return found[0] if found else None

    def run(self, query: peewee.BaseQuery) -> int:
        """Number of changed rows, or for an insert the new row's id."""
        with self._in_use():
            changed: int = query.execute(self._sqlite)
            return changed

    def sql(self, text: str, *params: object) -> list[tuple[Any, ...]]:
        with self._in_use():
            rows: list[tuple[Any, ...]] = self._sqlite.execute_sql(text, params).fetchall()
            return rows

    def pragma(self, name: str) -> Any:  # noqa: ANN401 - as many types as there are pragmas
        return self.sql(f"PRAGMA {name}")[0][0]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. The outermost takes the write lock at once; inner ones are savepoints.

        Keep it short, with no network and no decoding inside: other writers wait meanwhile.
        """
        with self._in_use() as connection:
            if connection.in_transaction:
                begin, commit, undo = "SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner"
            else:
                begin, commit, undo = "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"
            self.sql(begin)
            try:
                yield
                self.sql(commit)
            except BaseException:
                if connection.in_transaction:  # SQLite itself has rolled back when the disk is full
                    self.sql(undo)
                    if undo == "ROLLBACK TO inner":
                        self.sql("RELEASE inner")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is of one moment, whoever writes meanwhile. Takes no lock."""
        with self._in_use() as connection:
            if connection.in_transaction:
                yield
                return
            self.sql("BEGIN")
            try:
                yield
            finally:
                self.sql("ROLLBACK")  # nothing was written

    def close(self) -> None:
        """Close every thread's connection; the last writer folds the WAL into the file.

        Waits for statements and transactions that are under way; whoever asks after them gets
        StoreClosed.
        """
        with storage_errors(self.path):
            self._sqlite.close_all()


class _Open:
    """Closed in the middle of another thread's statement, SQLite crashes: closing waits for it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._lock = threading.RLock()
        self._is_closed = False

    @contextmanager
    def in_use(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._is_closed:
                raise StoreClosed
            yield self.connection

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            self.connection.close()


class _Sqlite(peewee.SqliteDatabase):
    """peewee keeps a connection per thread; this one also knows them all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        self._own = threading.local()
        self._open: set[_Open] = set()
        self._opening = threading.Lock()
        self._is_over = False
        super().__init__(*args, **kwargs)

    @contextmanager
    def in_use(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, which is not closed meanwhile. Raises StoreClosed."""
        self.connection()
        with self._own.closer.opened.in_use() as connection:
            yield connection

    def _connect(self) -> sqlite3.Connection:
        with self._opening:
            if self._is_over:
                raise StoreClosed
            opened = _Open(super()._connect())  # type: ignore[misc] # the stubs leave it out
            self._open.add(opened)
        self._own.closer = _Closer(self._open, opened)
        return opened.connection

    def close_all(self) -> None:
        with self._opening:
            self._is_over = True
        self.close()
        while self._open:
            self._open.pop().close()


class _Closer:
    """Lives in a thread's local storage: closes the thread's connection when the thread ends."""

    def __init__(self, known: set[_Open], opened: _Open) -> None:
        self.opened = opened
        self._known = known

    def __del__(self) -> None:
        self._known.discard(self.opened)
        self.opened.close()
