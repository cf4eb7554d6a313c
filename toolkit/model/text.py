"""A run of legal text: plain words, the emphasis on them, and where each character came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .place import Place


class Mark(NamedTuple):
    """Emphasis over plain[start:end], or the mark of a footnote; kind is em, strong, code or footnote."""

    start: int
    end: int
    kind: str


class Origin(NamedTuple):
    """From `offset` in the plain text on, characters stand at (line, column) and after, in the source."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words with marks. Two texts are equal when they read the same, wherever they came from."""

    plain: str
    """White space is single spaces, except that a forced line break is a newline."""
    marks: tuple[Mark, ...] = ()
    """In order of start, then longest first."""
    file: str = field(default="", compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)
    """In order of offset; empty for text that came from no file."""

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The source place of plain[start:end]; without origins, the first line of the file."""
        if not self.origins:
            return Place(self.file)
        stop = len(self.plain) if end is None else end
        line, column = self._position(start)
        if stop <= start:
            return Place(self.file, line, column, line, column)
        end_line, end_column = self._position(stop - 1)
        return Place(self.file, line, column, end_line, end_column + 1)

    def _position(self, offset: int) -> tuple[int, int]:
        found = bisect_right(self.origins, offset, key=lambda origin: origin.offset) - 1
        origin = self.origins[max(found, 0)]
        return origin.line, origin.column + offset - origin.offset

    def __bool__(self) -> bool:
        return bool(self.plain)


EMPTY = Text("")
