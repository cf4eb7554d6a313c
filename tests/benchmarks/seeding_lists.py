"""Not yet."""

from __future__ import annotations

from seeding import Seeding

SEEDINGS: dict[str, Seeding] = {}
