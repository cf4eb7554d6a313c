"""The table of changes: clause, what changed, kind, declared change, and whether it was consulted on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from toolkit.compare.grid import grid_text
from toolkit.compare.listing import Line, lines
from toolkit.compare.said import said
from toolkit.model.change import ChangeSet

from .change_lines import Comparing, Declarations
from .sheet_csv import harmless
from .view import ChangeLine

Row = tuple[str, ...]


def change_table(
    comparing: Comparing,
    declarations: Declarations | None = None,
    legal_only: bool = True,
    consequential: bool = True,
) -> tuple[Row, ...]:
    """The headings and a row for each change; the last columns only where there is something to tell.

    Without `consequential`, what only follows from other changes is left out. What the version consulted
    on changed and the concluded one does not comes last, without numbers.
    """
    made = _with_words(comparing.lines(declarations, legal_only), comparing.changes, legal_only)
    rows = list(made)
    if comparing.bases:
        gone = comparing.dropped(declarations, legal_only)
        rows += _with_words(gone, comparing.bases.dropped, legal_only)
    told = [row for row in rows if consequential or not row[0].consequential]
    header = ["No.", "Clause", "What changed", "Kind"]
    header += ["Declared change"] if declarations else []
    header += ["Consulted on"] if comparing.bases else []
    return (tuple(header), *(_row(line, words, declarations, comparing) for line, words in told))


def _with_words(
    told: Iterator[ChangeLine], changes: ChangeSet, legal_only: bool
) -> Iterator[tuple[ChangeLine, Line]]:
    return zip(told, lines(changes, legal_only), strict=True)


def _row(line: ChangeLine, words: Line, declarations: Declarations | None, comparing: Comparing) -> Row:
    label = line.label[:1].upper() + line.label[1:]
    cells = [str(line.number or ""), label, said(words), line.kind]
    if declarations:
        cells.append("; ".join(map(str, line.declared)))
    if comparing.bases:
        cells.append(line.stage.value if line.stage else "")
    return tuple(cells)


def as_columns(table: tuple[Row, ...], width: int) -> str:
    """The table for a terminal of so many columns."""
    if len(table) == 1:
        return "No changes.\n"
    return grid_text(table[0], table[1:], width) + "\n"


def as_csv(table: tuple[Row, ...]) -> str:
    """The table as RFC 4180 has it; what a spreadsheet would take for a formula begins with an apostrophe."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows([harmless(cell) for cell in row] for row in table)
    return sheet.getvalue()
