"""A matrix such as DMVES and the clauses that lean on it: which row names which clause, and the reverse.

A device-specific clause says so itself: “identified in DMVES against this Clause 18.5(gg)”.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.cite.citation import Citation
from toolkit.model.block import Clause, Table
from toolkit.model.document import Annex

from .subject import Line, Subject

_DASHES = frozenset("–—-")


@dataclass(frozen=True, slots=True)
class Named:
    """A clause that a row of a matrix names, or that says that rows name it."""

    line: Line
    citation: Citation

    @property
    def id(self) -> str:
        """The id of the clause; empty where the citation leads nowhere or to another document."""
        target = self.citation.target
        return target.id if target else ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """One matrix of a version."""

    annex: Annex
    table: Table
    rows: tuple[tuple[Line, tuple[Named, ...]], ...]
    """For each row its first cell that is not empty, and the clauses named in it."""
    devices: tuple[Named, ...]
    """Where clauses say that they apply to what this matrix identifies."""

    @property
    def name(self) -> str:
        """As texts call it: DMVES."""
        return self.annex.abbreviation or self.annex.label


def matrices(subject: Subject) -> Iterator[Matrix]:
    """The matrices of a version that name clauses, or that clauses lean on."""
    for annex in subject.document.register.annexes:
        clause = subject.index.clauses.get(annex.id)
        table = _table(clause) if clause else None
        if table is None:
            continue
        rows = tuple(_rows(subject, table))
        devices = tuple(_devices(subject, annex))
        if devices or any(named for _, named in rows):
            yield Matrix(annex, table, rows, devices)


def _table(clause: Clause) -> Table | None:
    return next((block for block in clause.blocks if isinstance(block, Table) and block.matrix), None)


def _rows(subject: Subject, table: Table) -> Iterator[tuple[Line, tuple[Named, ...]]]:
    lines: dict[int, list[Line]] = {}
    for line in subject.lines_of(table.id):
        lines.setdefault(id(line.passage), []).append(line)
    for cells in lines.values():
        if cells[0].passage.texts != table.header:
            yield cells[0], tuple(Named(line, one) for line in cells for one in line.citations)


def _devices(subject: Subject, annex: Annex) -> Iterator[Named]:
    names = tuple(name for name in (annex.abbreviation, annex.label, annex.title) if name)
    endings = tuple(f"{name} against " for name in names)
    for line in subject.lines:
        for citation in line.citations:
            if citation.mention.this and line.text.plain[: citation.start].endswith(endings):
                yield Named(line, citation)
