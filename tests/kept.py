"""A store in memory that holds text, as the real ones do, and counts what is written."""

from __future__ import annotations

import json
from typing import Any


class Kept:
    """Records by key."""

    def __init__(self) -> None:
        self.records: dict[str, str] = {}
        self.written = 0

    def get(self, key: str) -> Any | None:
        return json.loads(self.records[key]) if key in self.records else None

    def put(self, key: str, record: Any) -> None:
        self.records[key] = json.dumps(record)
        self.written += 1
