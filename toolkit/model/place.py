"""Where something stands in a source file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one source file; lines and columns count characters from 1, the end is exclusive."""

    file: str = ""
    """Relative to the root, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int = 0
    """0 where only the start is known."""
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place()
