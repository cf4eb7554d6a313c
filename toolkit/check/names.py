"""The stretches of a line that are known to be names: citations, terms, documents, quotations, cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.cite.naming import Names
from toolkit.model.passage import Kind

from .placeholders import placeholders_in
from .subject import Line, Subject

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)")
_QUOTE = re.compile(r"[“\"‘]")
_LONGEST_NAME = 60
"""Characters. A longer cell is a sentence."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What a document uses as names without defining it."""

    documents: Names
    cells: re.Pattern[str] | None
    """What fills a cell of a table or matrix, or heads a column of one."""

    def stretches(self, line: Line) -> list[tuple[int, int]]:
        """Where known names stand in a line, in order; they do not overlap."""
        plain = line.text.plain
        found = [(one.start, one.end) for one in (*line.terms, *line.near_terms)]
        found += [(one.start, max(one.end, one.mention.end)) for one in line.citations]
        found += quotations(plain)
        found += [one.span() for one in placeholders_in(plain)]
        for pattern in (self.documents.pattern, self.cells):
            if pattern is not None:
                found += [name.span() for name in pattern.finditer(plain)]
        return merged(found)


def quotations(plain: str) -> list[tuple[int, int]]:
    """Where words stand in quotation marks: they are spoken of, not used."""
    return [quoted.span() for quoted in _QUOTED.finditer(plain)] if _QUOTE.search(plain) else []


def names_in(subject: Subject) -> KnownNames:
    """The names that a version uses."""
    cells = {
        line.text.plain
        for line in subject.lines
        if line.passage.kind in (Kind.ROW, Kind.COLUMNS) and _is_name(line.text.plain)
    }
    ordered = sorted(cells, key=lambda cell: (-len(cell), cell))
    words = "|".join(map(re.escape, ordered))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
    return KnownNames(subject.catalogue.names, pattern)


def _is_name(cell: str) -> bool:
    return cell[:1].isupper() and len(cell) > 1 and len(cell) <= _LONGEST_NAME and "." not in cell


def merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
