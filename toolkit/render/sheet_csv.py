"""A sheet as CSV that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re

from .sheet import Cell, Sheet

_FORMULA = re.compile(r"[\s\ufeff'\"]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a cell begins that a spreadsheet might carry out, also after space or quotation marks."""


def sheet_csv(sheet: Sheet) -> bytes:
    """The sheet as UTF-8 with line feeds. A cell that might be carried out begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(sheet.header)
    for row in sheet.rows:
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8")


def harmless(cell: Cell) -> Cell:
    """A cell that is shown and never carried out."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
