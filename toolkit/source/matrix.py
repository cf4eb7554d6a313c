"""The matrix of an annex, kept as .csv, to and from the model."""

from __future__ import annotations

import csv
import io

from toolkit.model.block import Clause, Table
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Annex, Part
from toolkit.model.label import Label
from toolkit.model.numbering import Scheme, read_own
from toolkit.model.place import Place
from toolkit.model.text import EMPTY, Origin, Text

from .encoding import decode
from .finding import finding
from .markdown import PartReading

_WIDEST_CELL = 100_000


def read_matrix(data: bytes, file: str, annex: Annex, scheme: Scheme) -> PartReading:
    """Read an annex's matrix as a clause of the top level that holds one table."""
    decoded = decode(data, file)
    if decoded.text is None:
        return PartReading(Part(file, ()), decoded.diagnostics, False)
    found = list(decoded.diagnostics)
    rows = _rows(decoded.text, file, found)
    if not rows:
        hint = "Begin it with a row of column headings."
        return PartReading(
            Part(file, ()), (*found, finding("S051", Place(file), "It has no rows.", hint)), False
        )
    width = len(rows[0])
    for row in rows[1:]:
        if len(row) != width:
            message = f"The row has {len(row)} cells; the header has {width}."
            found.append(finding("S027", row[0].place(), message, "Give every row a cell for each column."))
    table = Table("", f"{annex.id}-matrix", False, EMPTY, rows[0], tuple(rows[1:]), (), True, Place(file))
    label = Label((annex.label,), read_own(scheme.annex_levels[0], annex.label) or ())
    title = Text(annex.title, (), file)
    clause = Clause(label, 1, annex.id, True, title, (table,), 2, Place(file), Place(file))
    return PartReading(Part(file, (clause,)), tuple(found))


def _rows(text: str, file: str, found: list[Diagnostic]) -> list[tuple[Text, ...]]:
    """Cells with their places. Only the columns of rows on one line can be told exactly."""
    lines = text.split("\n")
    csv.field_size_limit(_WIDEST_CELL)
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[tuple[Text, ...]] = []
    before = 0
    try:
        for cells in reader:
            line, column = before + 1, 1
            before = reader.line_num
            if cells:
                starts = _columns(cells, lines[line - 1], column)
                rows.append(
                    tuple(_cell(cell, line, start, file) for cell, start in zip(cells, starts, strict=True))
                )
    except csv.Error as error:
        place = Place(file, reader.line_num or 1)
        found.append(finding("S051", place, f"This is not CSV: {error}.", "Mind quotation marks and commas."))
    return rows


def _columns(cells: list[str], line: str, column: int) -> list[int]:
    columns: list[int] = []
    at = column - 1
    for cell in cells:
        quoted = line[at : at + 1] == '"'
        columns.append(at + 1 + quoted)
        at += len(cell) + 1 + (2 + cell.count('"') if quoted else 0)
    return columns


def _cell(cell: str, line: int, column: int, file: str) -> Text:
    words = " ".join(cell.split())
    lead = len(cell) - len(cell.lstrip())
    return Text(words, (), file, (Origin(0, line, column + lead),))


def write_matrix(part: Part) -> str:
    """The canonical CSV of a matrix part: line feeds, quotation marks only where needed."""
    table = next(
        block for clause in part.blocks if isinstance(clause, Clause)
        for block in clause.blocks if isinstance(block, Table)
    )  # fmt: skip
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(cell.plain for cell in table.header)
    writer.writerows([cell.plain for cell in row] for row in table.rows)
    return out.getvalue()
