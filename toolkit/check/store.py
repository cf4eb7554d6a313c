"""What earlier checks found, kept in an SQLite file that may be deleted at any time.

Nothing here can change an answer: a record that is missing, damaged or locked away is worked out again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

MOST_RECORDS = 20_000
"""Beyond this, all but the newest are dropped."""

_TABLE = "CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, sum TEXT, value TEXT) WITHOUT ROWID"
_COLUMNS = ["key", "sum", "value"]


class Store(Protocol):
    """Records by key; both are text that JSON can hold."""

    def get(self, key: str) -> Any | None:
        """The record of a key, or None."""

    def put(self, key: str, record: Any) -> None:
        """Keep a record."""


class NoStore:
    """Remembers nothing."""

    def get(self, key: str) -> Any | None:
        """None, always."""

    def put(self, key: str, record: Any) -> None:
        """Forget it at once."""


class SqliteStore:
    """Records in an SQLite file. Whatever goes wrong with the file, it is as if nothing were kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, str] = {}
        """From key to value: what is to be written when the store is closed."""
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2):
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                connection = sqlite3.connect(self._path, timeout=2.0)
                connection.execute(_TABLE)
                if [row[1] for row in connection.execute("PRAGMA table_info(records)")] == _COLUMNS:
                    return connection
                connection.close()
                self._drop()
            except sqlite3.OperationalError:
                return None  # locked, read-only or full: go on without
            except sqlite3.DatabaseError:
                self._drop()
        return None

    def _drop(self) -> None:
        """Delete a damaged file, and the journal with which SQLite would mend the next one."""
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            with suppress(OSError):
                path.unlink()

    @contextmanager
    def _unfailing(self) -> Iterator[None]:
        """Go on without the file where it fails; delete it where it is damaged."""
        try:
            yield
        except sqlite3.OperationalError:
            self._connection = None
        except sqlite3.Error:
            self._connection = None
            self._drop()

    def get(self, key: str) -> Any | None:
        """The record of a key; None where there is none or it is not what was written."""
        if key in self._kept:
            return json.loads(self._kept[key])
        row = None
        if self._connection is not None:
            with self._unfailing():
                found = self._connection.execute("SELECT sum, value FROM records WHERE key = ?", (key,))
                row = found.fetchone()
        if row is None or row[0] != _sum(key, row[1]):
            return None
        return json.loads(row[1])

    def put(self, key: str, record: Any) -> None:
        """Keep a record; it is written with the others when the store is closed."""
        # escaped: the name of a file need not be UTF-8, and SQLite's text must
        self._kept[key] = json.dumps(record, separators=(",", ":"))

    def close(self) -> None:
        """Write what is to be kept, all of it or nothing."""
        connection = self._connection
        if connection is None:
            return
        with self._unfailing():
            if self._kept:
                with connection:
                    self._write(connection)
        with suppress(sqlite3.Error):
            connection.close()
        self._connection = None  # asked once more it has no answer, and the file is not taken for damaged

    def _write(self, connection: sqlite3.Connection) -> None:
        rows = [(key, _sum(key, value), value) for key, value in self._kept.items()]
        connection.executemany("REPLACE INTO records VALUES (?, ?, ?)", rows)
        (count,) = connection.execute("SELECT COUNT(*) FROM records").fetchone()
        if count > MOST_RECORDS:
            connection.execute("DELETE FROM records")
            connection.executemany("REPLACE INTO records VALUES (?, ?, ?)", rows)


@contextmanager
def kept(path: Path) -> Iterator[SqliteStore]:
    """A store in a file. What was kept is written at the end, however that comes: each record is whole."""
    store = SqliteStore(path)
    try:
        yield store
    finally:
        store.close()


def _sum(key: str, value: str) -> str:
    """Binds a value to its key, so that neither can be damaged unseen."""
    return hashlib.sha256(f"{key}\n{value}".encode("utf-8", "surrogatepass")).hexdigest()
