"""Code, tests and worked examples that belong to no clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OrphanKind(StrEnum):
    """What it is that belongs to no clause."""

    RULE = "rule"
    """A function that answers with a Ruling, and names no clause."""
    CODE = "code"
    """A public function that names no clause, and that nothing uses which does."""
    TEST = "test"
    """A test that verifies nothing."""
    EXAMPLE = "example"
    """A worked example that names no function that may be asked."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """One of them."""

    kind: OrphanKind
    file: str
    line: int
    name: str
    """Inside its file; empty for a worked example."""
    reason: str = ""
    """Why it may be without a clause; empty where nobody has said."""

    @property
    def code(self) -> str:
        """As links and attestations name it: tests/conformance/test_kinds.py::test_what_is_refused."""
        return f"{self.file}::{self.name}" if self.name else f"{self.file}:{self.line}"
