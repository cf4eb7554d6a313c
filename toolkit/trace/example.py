"""Worked examples: tables beside a clause whose rows are tests of the function that they name.

    > [!EXAMPLE]
    > By `toolkit.conformance.tmad.mprn.match_mprn`:
    >
    > | smso_mprn  | registered_mprn | group_id | ⇒ outcome |
    > |------------|-----------------|----------|-----------|
    > | 0007654321 | 7654321         | AA       | met       |

An empty cell gives nothing, or expects nothing. It is no legal text, and does not touch fingerprints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.library.load import Loaded
from toolkit.model.block import Note
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.index import walk
from toolkit.model.place import NOWHERE, Place

from .finding import finding
from .link import Link, LinkKind

EXPECTED = "⇒"
_FUNCTION = re.compile(r"`([A-Za-z_][\w.]*)`")
_CELL = re.compile(r"(?<!\\)\|")
_FORM = "Name a function in backquotes, then give a table with ⇒ before each column that it must answer."


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what is asked, and what must be answered, by the names of columns."""

    given: tuple[tuple[str, str], ...]
    expected: tuple[tuple[str, str], ...]
    line: int
    """Of its file."""


@dataclass(frozen=True, slots=True)
class Example:
    """One table."""

    document: str
    version: str
    clause: str
    """The id of the clause that it stands beside."""
    function: str
    """Dotted: toolkit.conformance.tmad.mprn.match_mprn."""
    rows: tuple[Row, ...]
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def link(self) -> Link:
        """As a test that verifies its clause; its results are of the rows."""
        return Link(
            LinkKind.VERIFIES, self.document, self.clause, self.place.file, self.clause, self.place.line,
            self.place.end_line, place=self.place,
        )  # fmt: skip


def read_examples(loaded: Loaded) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The worked examples of one version, in order, and what is wrong with them."""
    found: list[Example] = []
    wrong: list[Diagnostic] = []
    for block, owner in walk(loaded.document.blocks):
        if isinstance(block, Note) and block.kind == "EXAMPLE":
            read = _read(block, loaded, owner)
            if isinstance(read, Diagnostic):
                wrong.append(read)
            else:
                found.append(read)
                wrong += _rows_at_odds(read)
    return tuple(found), tuple(wrong)


def _read(note: Note, loaded: Loaded, owner: str) -> Example | Diagnostic:
    lines = note.source.splitlines()
    named = next((match[1] for match in map(_FUNCTION.search, lines) if match), "")
    table = [(at, line) for at, line in enumerate(lines, note.place.line + 1) if line.startswith("|")]
    if not named or len(table) < 3:
        what = "names no function" if not named else "has no table with rows"
        return finding("T141", note.place, f"The worked example {what}.", _FORM)
    columns = _cells(table[0][1])
    if not any(name.startswith(EXPECTED) for name in columns) or len(set(columns)) < len(columns):
        return finding("T141", note.place, "The table expects nothing, or names a column twice.", _FORM)
    rows = []
    for at, line in table[2:]:
        cells = _cells(line)
        row = _row(columns, cells, at) if len(cells) == len(columns) else None
        if row is None or not row.expected:
            place = Place(note.place.file, at, note.place.column)
            message = (
                f"The row expects nothing, or has not {len(columns)} cells as the head of the table has."
            )
            return finding("T141", place, message, _FORM)
        rows.append(row)
    document = loaded.document
    return Example(document.register.code, document.version.name, owner, named, tuple(rows), note.place)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in _CELL.split(inner)]


def _row(columns: list[str], cells: list[str], line: int) -> Row:
    pairs = [(name, cell) for name, cell in zip(columns, cells, strict=True) if cell]
    given = tuple(pair for pair in pairs if not pair[0].startswith(EXPECTED))
    expected = tuple(
        (name.removeprefix(EXPECTED).strip(), cell) for name, cell in pairs if (name, cell) not in given
    )
    return Row(given, expected, line)


def _rows_at_odds(example: Example) -> Iterator[Diagnostic]:
    """Rows that ask what a row before them asks: the same twice, or with another answer."""
    seen: dict[tuple[tuple[str, str], ...], Row] = {}
    for row in example.rows:
        first = seen.setdefault(row.given, row)
        if first is row:
            continue
        place = Place(example.place.file, row.line, example.place.column)
        same = first.expected == row.expected
        told = "says again what" if same else "asks what, and answers otherwise than,"
        message = f"The row {told} the row of line {first.line} does."
        yield finding("T143" if same else "T144", place, message, "Keep the row that is right.")
