"""A table's number is used twice, out of order, skipped, or that of another clause.

Tables are cited by their numbers, as clauses are. A number that begins with that of a clause (Table 16.9)
says where the table stands. The first table in Clause 16 is Table 16.1, or bears the number of the clause
that it stands in. A number may be skipped where clauses between are declared [Not reproduced] or [Not used],
or where tables bear the numbers of the clauses that they stand in.

Bad:  Table 16.9 and then, in the same clause, Table 16.11
Good: Table 16.9 and then Table 16.10

What to do: number the table anew, with every citation of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.model.block import Clause, Gap, Table
from toolkit.model.diagnostic import Severity
from toolkit.model.index import walk
from toolkit.model.place import Place

from ..rule import Flaw, Rule
from ..subject import Subject

_NUMBER = re.compile(
    r"Table (?P<prefix>(?:[A-Z]|[A-Z]?\d+[A-Z]*\.)(?:\d+[A-Z]*\.)*)?(?P<last>\d+)(?P<suffix>[A-Za-z]*)"
)

_Order = tuple[int, str]


class _Table(NamedTuple):
    """A caption, and how it is numbered."""

    label: str
    prefix: str
    """16, of Table 16.9; empty where tables are numbered through the document."""
    order: _Order
    place: Place
    owner: str
    gaps: int
    """How many gaps come before it."""
    gaps_above: int
    """How many of them stand before its chapter."""


def _find(subject: Subject) -> Iterator[Flaw]:
    seen: dict[str, _Table] = {}
    latest: dict[str, _Table] = {}
    for table in _tables(subject):
        clauses = [one.label.text for one in subject.index.ancestors(table.owner)]
        first = seen.setdefault(table.label, table)
        before = latest.get(table.prefix)
        wrong, counts = "", True
        if first is not table:
            where = f"line {first.place.line} of {first.place.file}"
            wrong, counts = f"{table.label} is the label of two tables; the first stands in {where}.", False
        elif table.prefix and clauses and table.prefix not in clauses and table.prefix[0].isdigit():
            wrong, counts = f"{table.label} stands in {subject.keyword} {clauses[-1]}.", False
        elif before and table.order < before.order:
            wrong, counts = f"{table.label} stands after {before.label}.", False
        elif before and _skips(before, table) and table.label.removeprefix("Table ") not in clauses:
            wrong = f"{table.label} follows {before.label}."
        elif not before and _begins_late(table, clauses):
            word = subject.keyword
            wrong = f"{table.label} is the first in {word} {table.prefix}, and stands in {word} {clauses[0]}."
        if wrong:
            yield Flaw(table.place, wrong, "Number the table anew, with every citation of it.")
        if counts:
            latest[table.prefix] = table


def _skips(before: _Table, table: _Table) -> bool:
    return table.gaps == before.gaps and table.order[0] > before.order[0] + 1


def _begins_late(table: _Table, clauses: list[str]) -> bool:
    """Whether the first table of a chapter is neither the first by its number nor numbered by its clause."""
    late = table.order[0] > 1 and table.label.removeprefix("Table ") not in clauses
    return late and table.prefix in clauses and table.gaps == table.gaps_above


def _tables(subject: Subject) -> Iterator[_Table]:
    gaps = gaps_above = 0
    chapters = {id(block) for block in subject.document.blocks}
    for block, _ in walk(subject.document.blocks):
        if id(block) in chapters:
            gaps_above = gaps
        if isinstance(block, Gap) or (
            isinstance(block, Clause) and block.heading is None and not block.blocks
        ):
            gaps += 1
        if not isinstance(block, Table):
            continue
        number = _NUMBER.fullmatch(block.label)
        if number:
            order = (int(number["last"]), number["suffix"])
            prefix = (number["prefix"] or "").rstrip(".")
            place = Place(block.place.file, block.place.line, block.place.column, block.place.line,
                          block.place.column + len(block.label))  # fmt: skip
            yield _Table(block.label, prefix, order, place, block.id, gaps, gaps_above)


RULE = Rule("C150", "caption-number", Severity.WARNING, _find, __doc__)
