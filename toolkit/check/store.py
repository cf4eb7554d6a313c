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
"""Beyond this, the oldest half is dropped."""

_TABLE = "CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, sum TEXT, value TEXT) WITHOUT ROWID"


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
        self._kept: list[tuple[str, str, str]] = []
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2):
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                connection = sqlite3.connect(self._path, timeout=2.0)
                connection.execute(_TABLE)
                return connection
            except sqlite3.OperationalError:
                return None  # locked, read-only or full: go on without
            except sqlite3.DatabaseError:
                with suppress(OSError):
                    self._path.unlink()
        return None

    def get(self, key: str) -> Any | None:
        """The record of a key; None where there is none or it is not what was written."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT sum, value FROM records WHERE key = ?", (key,)).fetchone()
            if row is None or row[0] != _sum(key, row[1]):
                return None
            return json.loads(row[1])
        except (sqlite3.Error, ValueError, TypeError):
            return None

    def put(self, key: str, record: Any) -> None:
        """Keep a record; it is written with the others when the store is closed."""
        value = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        self._kept.append((key, _sum(key, value), value))

    def close(self) -> None:
        """Write what is to be kept, all of it or nothing."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            if self._kept:
                with self._connection:
                    self._connection.executemany("REPLACE INTO records VALUES (?, ?, ?)", self._kept)
                    self._trim()
        with suppress(sqlite3.Error):
            self._connection.close()

    def _trim(self) -> None:
        assert self._connection is not None
        (count,) = self._connection.execute("SELECT COUNT(*) FROM records").fetchone()
        if count > MOST_RECORDS:
            self._connection.execute("DELETE FROM records")
            self._connection.executemany("REPLACE INTO records VALUES (?, ?, ?)", self._kept)


@contextmanager
def kept(path: Path) -> Iterator[SqliteStore]:
    """A store in a file, written when all went well."""
    store = SqliteStore(path)
    yield store
    store.close()


def _sum(key: str, value: str) -> str:
    """Binds a value to its key, so that neither can be damaged unseen."""
    return hashlib.sha256(f"{key}\n{value}".encode("utf-8", "surrogatepass")).hexdigest()
